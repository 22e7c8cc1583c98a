"""Finding records by name: exactly, or by the names that agree best with the words typed."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz.distance import OSA

from bot.search import calibration
from bot.search.exact import Exact
from bot.search.forms import fold, fold_all, has_cjk, romanised, skeleton
from bot.search.found import MARGIN, Found, How, Match
from bot.search.honorifics import without_honorifics
from bot.search.lookalikes import Lookalikes
from bot.search.packed import Packed, let_go, slices
from bot.search.prefixes import Prefixes
from bot.search.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from bot.search.catalogue import Catalogue, Scope
    from bot.search.found import Entry
    from bot.search.packed import Codes, Small
    from bot.search.pairing import Pairing
    from bot.search.telling import Telling

_LONGEST: Final = 600  # characters of a question that can be a name
#: For the record's own name, an alias, a description of it, and a name with a title.
_EXACT: Final = (1.0, 0.985, 0.955, 0.955)
_LIKE: Final = (
    0.97,
    0.97,
    0.95,
    0.95,
)  # the most that the same can score where they are only alike
_JOINED: Final = 0.005  # the cost of words wrongly joined or parted, all else being exact
_BEGUN: Final = (0.95, 0.94, 0.9)  # a name begins so, an alias does, a word of them does
_GUESSES: Final = 8  # of names that do not begin so, at most so many are offered behind the others
_DESCRIPTION: Final = 2
_TITLED: Final = 3
_STRANGE: Final = 0.12  # a description with so much else, such as another country, is of others ...
_OTHERS: Final = 0.6  # ... and scores no more than this
#: In Latin letters, a Chinese name is typed whole, with no more than one error in so many letters.
_SPELT: Final = 8
_LEAST: Final = 0.3  # what agrees less is not even worth suggesting


class Names:
    """All names of all records; never changed after building."""

    def __init__(self, catalogue: Catalogue, entries: Iterable[Entry]) -> None:
        """Fold the names of entries, which are in the order of the catalogue."""
        self._catalogue = catalogue
        written: list[str] = []
        folded: list[str] = []
        owners = [np.zeros(0, np.int32)]
        ranks = [np.zeros(0, np.uint8)]
        for some in slices(_named(entries)):
            written += (each[0] for each in some)
            folded += fold_all([each[0] for each in some])
            owners.append(np.array([each[1] for each in some], np.int32))
            ranks.append(np.array([each[2] for each in some], np.uint8))
        self._written = Packed(
            name if name.isprintable() else " ".join(name.splitlines()) for name in written
        )
        self._folded = Packed(folded)
        self._owners: Small = np.concatenate(owners)
        self._ranks: Codes = np.concatenate(ranks)
        self._owner_at, self._rank_at = self._owners.data, self._ranks.data
        let_go(written, folded)
        self._exact = Exact(self._folded)
        self._ids = Exact(folded for some in catalogue.ids.slices() for folded in fold_all(some))
        self._prefixes = Prefixes(
            self._folded, catalogue.kind_of[self._owners], self._ranks >= _DESCRIPTION
        )
        self._like = Lookalikes(self._folded, self._owners, len(catalogue))

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._owners)

    @property
    def sounds(self) -> Iterable[str]:
        """What the names sound like."""
        return self._like.sounds

    def find(self, text: str, scope: Scope, limit: int, telling: Telling) -> Found:
        """Return the records whose names agree best, exact names before all others."""
        enough = calibration.for_names(len(self))
        folded = fold(text[:_LONGEST])
        matches = self._exactly(folded, scope, text)
        if not matches and (bare := without_honorifics(folded)) != folded:
            return self.find(bare, scope, limit, telling)
        if matches:
            self._add_longer(matches, folded, scope, limit)
        elif folded:
            matches = self._alike(folded, scope, telling, enough, limit)
        return Found.of(matches.values(), enough, limit)

    def complete(self, typed: str, scope: Scope, limit: int, telling: Telling) -> list[Match]:
        """Return the records that are called so, begin so, have such a word, or are like it."""
        folded = fold(typed[:_LONGEST])
        matches = self._exactly(folded, scope, typed)
        begun = folded + " " if typed[-1:].isspace() and folded else folded
        admits = self._admitting(scope) if scope.by_id else None
        for name, inner in self._prefixes.find(begun, scope.codes, admits, 4 * limit):
            score = _BEGUN[2 if inner else min(self._rank_at[name], 1)]
            _keep(matches, self._match(name, score, How.PREFIX))
        if not matches and (bare := without_honorifics(begun)) != begun:
            return self.complete(bare, scope, limit, telling)
        guesses = min(limit - len(matches), _GUESSES)
        if guesses > 0 and folded:
            # where something begins so, guesses only fill up: those at hand will do
            enough = 0.0 if matches else calibration.for_names(len(self))
            for match in self._alike(folded, scope, telling, enough, guesses).values():
                _keep(matches, match.capped(_BEGUN[-1] - 0.01))
        return sorted(matches.values(), key=_likeliest)[:limit]

    def _exactly(self, folded: str, scope: Scope, text: str) -> dict[str, Match]:
        """Return the records that are called so, or have this id."""
        matches: dict[str, Match] = {}
        if not folded:
            return matches
        joined = folded.replace(" ", "")
        for name in self._exact.find(joined):
            written = self._folded[name]
            if written.replace(" ", "") == joined and scope.admits(self._owner_at[name]):
                rank = self._rank_at[name]
                how = How.ALIAS if rank else How.EXACT
                score = _EXACT[rank] - (_JOINED if written != folded else 0.0)
                _keep(matches, self._match(name, score, how))
        for record in self._ids.find(joined):
            id_ = self._catalogue.ids[record]
            if scope.admits(record) and id_ in {text.strip(), folded.replace(" ", "-")}:
                kind = self._catalogue.kind(record)
                match = Match(kind=kind, id=id_, score=1.0, how=How.EXACT, field=id_)
                _keep(matches, match)
        return matches

    def _add_longer(self, matches: dict[str, Match], folded: str, scope: Scope, limit: int) -> None:
        """Add the records whose names go on after what is a whole name: never as good as that."""
        most = min(_BEGUN[0], max(match.score for match in matches.values()) - 2 * MARGIN)
        admits = self._admitting(scope) if scope.by_id else None
        begun = folded + " "
        for name, _ in self._prefixes.find(begun, scope.codes, admits, limit, inside=False):
            _keep(matches, self._match(name, most, How.PREFIX))

    def _alike(
        self, folded: str, scope: Scope, telling: Telling, enough: float, limit: int
    ) -> dict[str, Match]:
        """Return the records that have the names most like what was typed, each by its best."""
        best: dict[int, tuple[float, int, Pairing]] = {}
        asked = Question(folded, telling)
        for name, pairing in self._like.find(asked, scope, enough / max(_LIKE), limit):
            rank = self._rank_at[name]
            score = pairing.score * _LIKE[rank]
            if rank == _DESCRIPTION and pairing.strange > _STRANGE:
                score = min(score, _OTHERS)
            if rank == _TITLED and asked.initials and not self._has_initials(name, asked.initials):
                score = min(score, _OTHERS)
            if score >= _LEAST and self._is_other_chinese(folded, name):
                continue
            record = self._owner_at[name]
            if score >= _LEAST and (record not in best or score > best[record][0]):
                best[record] = score, name, pairing
        leading = sorted(best, key=lambda record: (-best[record][0], record))[: max(limit, 2)]
        matches = (
            self._match(name, score, _how(like))
            for score, name, like in (best[record] for record in leading)
        )
        return {match.id: match for match in matches}

    def _has_initials(self, titled: int, initials: AbstractSet[str]) -> bool:
        """Whether all these letters begin words of the record's own names, not of its titles."""
        own: set[str] = set()
        first = bisect_left(self._owner_at, self._owner_at[titled], 0, titled)
        for name in range(first, titled):
            if self._rank_at[name] >= _DESCRIPTION:
                break
            own |= _initials(self._folded[name])
        return initials <= own

    def _is_other_chinese(self, typed: str, name: int) -> bool:
        """Whether Latin letters spell some syllables of a name in Chinese, or others than it has.

        Its syllables are few and short: 'Sudan' is not what Sulian, the Soviet Union, sounds like.
        """
        written = self._folded[name]
        if has_cjk(typed) or not has_cjk(written):
            return False
        syllables = romanised(written).replace(" ", "")
        sounds = skeleton(typed).replace(" ", "")
        most = len(syllables) // _SPELT
        return OSA.distance(sounds, syllables, score_cutoff=most) > most

    def _admitting(self, scope: Scope) -> Callable[[int], bool]:
        owners = self._owner_at
        return lambda name: scope.admits(owners[name])

    def _match(self, name: int, score: float, how: How) -> Match:
        record = self._owner_at[name]
        return Match(
            kind=self._catalogue.kind(record),
            id=self._catalogue.ids[record],
            score=score,
            how=how,
            field=self._written[name],
        )

    @property
    def nbytes(self) -> int:
        """How much memory the names and their tables take."""
        tables = (self._exact, self._ids, self._prefixes, self._like)
        parts = (self._written, self._folded, self._owners, self._ranks)
        return sum(part.nbytes for part in (*tables, *parts))


def _named(entries: Iterable[Entry]) -> Iterator[tuple[str, int, int]]:
    """Yield each name with the number of its record and its rank."""
    for number, entry in enumerate(entries):
        for position, name in enumerate(entry.names):
            yield name, number, min(position, 1)
        for name in entry.derived:
            yield name, number, _DESCRIPTION
        for name in entry.titled:
            yield name, number, _TITLED


@lru_cache(maxsize=4_096)
def _initials(folded: str) -> frozenset[str]:
    """Return the letters that the words of a name begin with, as they sound."""
    return frozenset(word[0] for word in skeleton(folded).split())


def _how(pairing: Pairing) -> How:
    if pairing.begun:
        return How.PREFIX
    return How.PART if pairing.unchanged else How.FUZZY


def _keep(best: dict[str, Match], match: Match) -> None:
    known = best.get(match.id)
    if known is None or match.score > known.score:
        best[match.id] = match


def _likeliest(match: Match) -> tuple[float, int, str, str, str]:
    return -match.score, len(match.field), match.field, match.kind, match.id
