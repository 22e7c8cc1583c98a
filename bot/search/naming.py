"""Finding records by name: exactly, or by the names that agree best with the words typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.search import calibration
from bot.search.exact import Exact
from bot.search.forms import fold, fold_all, has_cjk, romanised, skeleton, skeleton_all
from bot.search.found import Found, How, Match
from bot.search.grams import Grams
from bot.search.packed import Packed, slices
from bot.search.pairing import Name, Typed
from bot.search.prefixes import Prefixes
from bot.search.scripts import paired_characters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.search.catalogue import Catalogue, Scope
    from bot.search.found import Entry
    from bot.search.packed import Codes, Small
    from bot.search.pairing import Pairing
    from bot.search.telling import Telling

_LONGEST: Final = 600  # characters of a question that can be a name
_MOST_WORDS: Final = 24
_EXACT: Final = (1.0, 0.985, 0.955)  # the record's own name, an alias, a description of it
_LIKE: Final = (0.97, 0.97, 0.95)  # the most that the same can score where they are only alike
_JOINED: Final = 0.005  # the cost of words wrongly joined or parted, all else being exact
_BEGUN: Final = (0.95, 0.94, 0.9)  # a name begins so, an alias does, a word of them does
_LEAST: Final = 0.3  # what agrees less is not even worth suggesting
_PAIRED: Final = 10  # how many names are paired word by word

_SHORT_GRAMS: Final = 20_000  # up to this many names, rows of three characters are short enough
_NORMAL: Final = (4_000, 40)  # rows are read up to this many numbers, for this many candidates ...
_WIDE: Final = (12_000, 96)  # ... and where those are not close enough
_PER: Final = 100_000  # names for which this suffices; beyond, it grows with the root
_MOST_ROWS: Final = 48
_LONGEST_ROW: Final = 60_000
_PENALTY: Final = 0.01  # of a candidate's votes, for each of its bytes


class _Row(NamedTuple):
    """One name as the rows of grams see it; names in Chinese have one in Latin letters, too."""

    sound: str
    name: int


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
            owners.append(np.fromiter((each[1] for each in some), np.int32, len(some)))
            ranks.append(np.fromiter((each[2] for each in some), np.uint8, len(some)))
        self._written = Packed(" ".join(name.splitlines()) for name in written)
        self._folded = Packed(folded)
        self._owners: Small = np.concatenate(owners)
        self._ranks: Codes = np.concatenate(ranks)
        del written, folded
        self._exact = Exact(self._folded)
        self._ids = Exact(folded for some in slices(catalogue.ids) for folded in fold_all(some))
        self._prefixes = Prefixes(
            self._folded, catalogue.kind_of[self._owners], self._ranks == len(_EXACT) - 1
        )
        self._names_of_rows: Small = np.zeros(0, np.int32)
        self.sounds = Packed(self._sounding())
        size = len(self.sounds)
        n, bits = (3, 16) if size <= _SHORT_GRAMS else (4, 20)
        self._grams = Grams(self.sounds, n, bits, _LONGEST_ROW)
        self._wider = max(1.0, (size / _PER) ** 0.5)
        self._sizes = np.diff(self.sounds.starts.astype(np.int64)).astype(np.uint16)
        self._first_rows = np.searchsorted(self._owners[self._names_of_rows], range(len(catalogue)))

    def _sounding(self) -> Iterator[str]:
        """Yield the rows, and note whose they are."""
        names = [np.zeros(0, np.int32)]
        number = 0
        for some in slices(self._folded):
            rows: list[_Row] = []
            for at, sound in enumerate(skeleton_all(some), number):
                rows.append(_Row(sound, at))
                if has_cjk(sound):
                    rows.append(_Row(romanised(some[at - number]), at))
            yield from (row.sound for row in rows)
            names.append(np.array([row.name for row in rows], np.int32))
            number += len(some)
        self._names_of_rows = np.concatenate(names)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._owners)

    def find(self, text: str, scope: Scope, limit: int, telling: Telling) -> Found:
        """Return the records whose names agree best, exact names before all others."""
        enough = calibration.for_names(len(self))
        folded = fold(text[:_LONGEST])
        matches = self._exactly(folded, scope, text)
        if not matches and folded:
            matches = self._alike(folded, scope, telling, enough)
        return Found.of(matches.values(), enough, limit)

    def complete(self, typed: str, scope: Scope, limit: int, telling: Telling) -> list[Match]:
        """Return the records that are called so, begin so, have such a word, or are like it."""
        folded = fold(typed[:_LONGEST])
        matches = self._exactly(folded, scope, typed)
        begun = folded + " " if typed[-1:].isspace() and folded else folded
        admits = None if not scope.by_id else self._admitting(scope)
        for name, inner in self._prefixes.find(begun, scope.codes, admits, 4 * limit):
            score = _BEGUN[2 if inner else min(int(self._ranks[name]), 1)]
            _keep(matches, self._match(name, score, How.PREFIX))
        if len(matches) < limit and folded:
            enough = calibration.for_names(len(self))
            for match in self._alike(folded, scope, telling, enough).values():
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
            if written.replace(" ", "") == joined and scope.admits(int(self._owners[name])):
                rank = int(self._ranks[name])
                how = How.ALIAS if rank else How.EXACT
                score = _EXACT[rank] - (_JOINED if written != folded else 0.0)
                _keep(matches, self._match(name, score, how))
        for record in self._ids.find(joined):
            id_ = self._catalogue.ids[record]
            if scope.admits(record) and id_ in {text.strip(), folded.replace(" ", "-")}:
                kind = self._catalogue.kinds[self._catalogue.kind_of[record]]
                match = Match(kind=kind, id=id_, score=1.0, how=How.EXACT, field=id_)
                _keep(matches, match)
        return matches

    def _alike(
        self, folded: str, scope: Scope, telling: Telling, enough: float
    ) -> dict[str, Match]:
        typed = _Question(folded, telling)
        if scope.few is not None:
            return self._best(typed, self._rows_of(scope.few))
        matches = self._best(typed, self._candidates(typed, scope, *_NORMAL))
        if max((match.score for match in matches.values()), default=0.0) < enough:
            wide = self._candidates(typed, scope, *_WIDE)
            for match in self._best(typed, wide).values():
                _keep(matches, match)
        return matches

    def _rows_of(self, records: Small) -> list[int]:
        ends = np.append(self._first_rows[1:], len(self.sounds))
        return [
            row
            for record in records.tolist()
            for row in range(self._first_rows[record], ends[record])
        ]

    def _candidates(self, typed: _Question, scope: Scope, budget: int, most: int) -> list[int]:
        """Return the rows that have most in common with what was typed, in order."""
        budget = int(budget * self._wider)
        rows, votes = self._grams.vote(typed.sounds, budget, _MOST_ROWS)
        of_kind = scope.of_kind(self._owners[self._names_of_rows[rows]])
        if of_kind is not None:
            rows, votes = rows[of_kind], votes[of_kind]
        admits = self._admitting(scope) if scope.by_id else None
        leading = len(votes) if admits else 6 * most
        if len(votes) > leading:
            last = np.partition(votes, -leading)[-leading]
            kept = votes >= last
            rows, votes = rows[kept], votes[kept]
        rows, first = np.unique(rows, return_index=True)
        merit = votes[first] - self._sizes[rows] * np.float32(_PENALTY)
        in_order: Small = rows[np.argsort(-merit, kind="stable")]
        if admits:
            names = self._names_of_rows
            return [row for row in in_order.tolist() if admits(int(names[row]))][:most]
        leaders: list[int] = in_order[:most].tolist()
        return leaders

    def _admitting(self, scope: Scope) -> Callable[[int], bool]:
        owners = self._owners
        return lambda name: scope.admits(int(owners[name]))

    def _best(self, typed: _Question, rows: list[int]) -> dict[str, Match]:
        """Return the records of the rows that agree best, each by its best name."""
        matches: dict[str, Match] = {}
        names = [int(name) for name in self._names_of_rows[rows]]
        sounds = [self.sounds[row] for row in rows]
        for at, pairing in typed.pair(sounds, [self._folded[name] for name in names]):
            name = names[at]
            score = pairing.score * _LIKE[self._ranks[name]]
            if score >= _LEAST:
                how = How.PART if pairing.unchanged else How.FUZZY
                how = How.PREFIX if pairing.begun else how
                _keep(matches, self._match(name, score, how))
        return matches

    def _match(self, name: int, score: float, how: How) -> Match:
        record = int(self._owners[name])
        return Match(
            kind=self._catalogue.kinds[self._catalogue.kind_of[record]],
            id=self._catalogue.ids[record],
            score=score,
            how=how,
            field=self._written[name],
        )

    @property
    def nbytes(self) -> int:
        """How much memory the names and their tables take."""
        packed = (self._written, self._folded, self.sounds)
        tables = (self._exact, self._ids, self._prefixes, self._grams)
        arrays = (self._owners, self._ranks, self._names_of_rows, self._sizes, self._first_rows)
        return sum(part.nbytes for part in (*packed, *tables, *arrays))


class _Question:
    """What was typed, in each form in which names are held."""

    def __init__(self, folded: str, telling: Telling) -> None:
        words = skeleton(folded).split()[:_MOST_WORDS]
        written = folded.split()[:_MOST_WORDS]
        self._native = "".join(words) if has_cjk(folded) else ""
        latin = romanised(folded).split()[:_MOST_WORDS] if self._native else words
        self.sounds = [" ".join(words), " ".join(latin)] if self._native else [" ".join(words)]
        self._typed = Typed(Name(" ".join(latin), " ".join(written)), telling.weight)

    def pair(self, sounds: list[str], written: list[str]) -> list[tuple[int, Pairing]]:
        """Pair what was typed with names, Chinese with Chinese and all else in Latin letters."""
        native = [at for at, sound in enumerate(sounds) if has_cjk(sound)] if self._native else []
        chosen = set(native)
        latin = [at for at, sound in enumerate(sounds) if at not in chosen]
        names = [Name(sounds[at], written[at]) for at in latin]
        paired = [(latin[at], pairing) for at, pairing in self._typed.pair(names, _PAIRED)]
        characters = ((at, sounds[at].replace(" ", "")) for at in native)
        paired += ((at, paired_characters(self._native, name)) for at, name in characters)
        return paired


def _named(entries: Iterable[Entry]) -> Iterator[tuple[str, int, int]]:
    """Yield each name with the number of its record and its rank."""
    for number, entry in enumerate(entries):
        for position, name in enumerate(entry.names):
            yield name, number, min(position, 1)
        for name in entry.derived:
            yield name, number, 2


def _keep(best: dict[str, Match], match: Match) -> None:
    known = best.get(match.id)
    if known is None or match.score > known.score:
        best[match.id] = match


def _likeliest(match: Match) -> tuple[float, int, str, str, str]:
    return -match.score, len(match.field), match.field, match.kind, match.id
