"""Finding records by name: exactly, or by the names that agree best with the words typed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.search.aligning import aligned, likeness
from bot.search.forms import fold
from bot.search.found import Found, How, Match

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence

    from bot.search.found import Entry

#: Names that agree less than this with what was typed are something else.
CLOSE_ENOUGH: Final = 0.74
_LEAST: Final = 0.3  # what agrees less is not even worth suggesting
_ALIAS: Final = 0.97
_MOST_WORDS: Final = 40


class _Name(NamedTuple):
    """One name of one record, folded into words; ``own`` for the record's first name."""

    kind: str
    id: str
    written: str
    words: tuple[str, ...]
    own: bool


class Names:
    """All names of all records."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Fold every name once."""
        self._exact: dict[str, list[_Name]] = defaultdict(list)
        self._with: dict[str, list[_Name]] = defaultdict(list)
        for entry in entries:
            for name in _names_of(entry):
                self._exact[" ".join(name.words)].append(name)
                for word in set(name.words):
                    self._with[word].append(name)

    def find(
        self, text: str, kinds: Collection[str], within: Container[str] | None, limit: int
    ) -> Found:
        """Return the records whose names agree best, exact names before all others."""
        folded = fold(text)
        typed = folded.split()[:_MOST_WORDS]

        def wanted(name: _Name) -> bool:
            return (not kinds or name.kind in kinds) and (within is None or name.id in within)

        best: dict[str, Match] = {}
        for name in filter(wanted, self._exact.get(folded, ())):
            _keep(best, _match(name, 1.0 if name.own else _ALIAS))
        if not best and typed:
            for name in filter(wanted, self._candidates(typed)):
                score = aligned(typed, name.words) * _ALIAS
                if score >= _LEAST:
                    _keep(best, _match(name, score, typed))
        in_order = sorted(best.values(), key=Match.rank)
        return Found(matches=tuple(in_order[:limit]), enough=CLOSE_ENOUGH)

    def _candidates(self, typed: Sequence[str]) -> Iterator[_Name]:
        """Yield the names that share a word with what was typed, or one like it."""
        near = {word for written in typed for word in self._with if likeness(written, word)}
        seen = set()
        for word in sorted(near):
            for name in self._with[word]:
                if name not in seen:
                    seen.add(name)
                    yield name


def _names_of(entry: Entry) -> Iterator[_Name]:
    for position, written in enumerate((*entry.names, entry.id)):
        words = tuple(fold(written).split())
        if words:
            yield _Name(entry.kind, entry.id, written, words, own=position == 0)


def _match(name: _Name, score: float, typed: Sequence[str] | None = None) -> Match:
    if typed is None:
        how = How.EXACT if name.own else How.ALIAS
    else:
        how = How.PART if set(typed) <= set(name.words) else How.FUZZY
    return Match(kind=name.kind, id=name.id, score=score, how=how, field=name.written)


def _keep(best: dict[str, Match], match: Match) -> None:
    known = best.get(match.id)
    if known is None or match.score > known.score:
        best[match.id] = match
