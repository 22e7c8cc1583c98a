"""Autocomplete: from the first letter on, names that begin so before names with such a word."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.search.forms import fold
from bot.search.found import How, Match

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence

    from bot.search.found import Entry

_SCORES: Final = (1.0, 0.97, 0.95, 0.9)  # the name itself, an alias, its beginning, a word's


class _Rotation(NamedTuple):
    """A name from one of its words on: what is typed may begin there."""

    folded: str
    at: int
    kind: str
    id: str
    written: str
    alias: int


class Prefixes:
    """The names of all records from each of their words on, sorted."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Rotate and sort every name."""
        self._rotations = sorted(_rotations(entries))
        self._own = [
            Match(kind=entry.kind, id=entry.id, score=1.0, how=How.PREFIX, field=entry.names[0])
            for entry in entries
            if entry.names
        ]
        self._own.sort(key=lambda match: fold(match.field))

    def find(
        self, typed: str, kinds: Collection[str], within: Container[str] | None, limit: int
    ) -> tuple[Match, ...]:
        """Return the records that a name or one of its words begins so, the likeliest first."""

        def wanted(kind: str, id_: str) -> bool:
            return (not kinds or kind in kinds) and (within is None or id_ in within)

        begun = fold(typed)
        if not begun:
            return tuple(match for match in self._own if wanted(match.kind, match.id))[:limit]
        best: dict[str, Match] = {}
        for rotation in self._from(begun):
            if wanted(rotation.kind, rotation.id):
                match = _match(rotation, begun)
                known = best.get(match.id)
                if known is None or match.score > known.score:
                    best[match.id] = match
        return tuple(sorted(best.values(), key=_likeliest)[:limit])

    def _from(self, begun: str) -> Iterator[_Rotation]:
        for position in range(bisect_left(self._rotations, (begun,)), len(self._rotations)):
            rotation = self._rotations[position]
            if not rotation.folded.startswith(begun):
                return
            yield rotation


def _likeliest(match: Match) -> tuple[float, int, str, str]:
    return -match.score, len(match.field), match.kind, match.id


def _rotations(entries: Sequence[Entry]) -> Iterator[_Rotation]:
    for entry in entries:
        for alias, written in enumerate(entry.names):
            words = fold(written).split()
            for at in range(len(words)):
                yield _Rotation(" ".join(words[at:]), at, entry.kind, entry.id, written, alias)


def _match(rotation: _Rotation, begun: str) -> Match:
    whole = rotation.at == 0 and rotation.folded == begun
    score = _SCORES[min(rotation.alias, 1)] if whole else _SCORES[2 if rotation.at == 0 else 3]
    how = (How.ALIAS if rotation.alias else How.EXACT) if whole else How.PREFIX
    return Match(kind=rotation.kind, id=rotation.id, score=score, how=how, field=rotation.written)
