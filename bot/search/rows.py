"""Which records hold a word, a name or a place: statements, quotes and events, by stems."""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from typing import TYPE_CHECKING, Final

from bot.search.forms import fold, fold_all
from bot.search.packed import slices
from bot.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.facts.base import FactBase
    from bot.facts.records import Quote, Statement

Ids = frozenset[str]
NONE: Final[Ids] = frozenset()


class Rows:
    """The words of what the records of a base say; never changed after building."""

    def __init__(self, base: FactBase) -> None:
        """Enter the words of all records that say something, and where it happened."""
        self._rows = _rows(_texts(base))
        self._figures = _rows(_figures(base))
        self._at = _at_places(base)
        named = (*base.people.values(), *base.organisations.values(), *base.topics.values())
        names = {one.id: (one.name, *one.names) for one in named}
        self._naming = {id_: _all(map(self._of_name, each)) for id_, each in names.items()}
        self._held_at = {
            id_: _all(self._at.get(fold(name), NONE) for name in each)
            for id_, each in names.items()
        }

    def __contains__(self, stemmed: str) -> bool:
        """Whether any record holds a stem."""
        return stemmed in self._rows

    def of(self, stemmed: str) -> Ids:
        """Return the ids of the records that hold a stem."""
        return self._rows.get(stemmed, NONE)

    def of_figure(self, stemmed: str) -> Ids:
        """Return the ids of the statements that give a figure on a stem."""
        return self._figures.get(stemmed, NONE)

    def naming(self, id_: str) -> Ids:
        """Return the ids of the records whose words name a person, a body or a topic."""
        return self._naming.get(id_, NONE)

    def held_at(self, place: str) -> Ids:
        """Return the ids of what happened or was said at a place, by its id or folded name."""
        return self._held_at.get(place, NONE) | self._at.get(place, NONE)

    def _of_name(self, name: str) -> Ids:
        found = [self.of(stem(word)) for word in fold(name).split()]
        return reduce(frozenset.__and__, found) if found else NONE


def _rows(texts: Iterable[tuple[str, str]]) -> dict[str, Ids]:
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for some in slices(texts):
        for text, (id_, _) in zip(fold_all([one[1] for one in some]), some, strict=True):
            for word in text.split():
                rows[stem(word)].add(id_)
    return {word: frozenset(ids) for word, ids in rows.items()}


def _at_places(base: FactBase) -> dict[str, Ids]:
    """Return the events by place, with what was said at them."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    at = {
        event.id: [fold(place) for place in event.place.split(",")]
        for event in base.events.values()
        if event.place
    }
    for id_, places in at.items():
        for place in places:
            held[place].add(id_)
    said_at: tuple[Statement | Quote, ...] = (*base.statements.values(), *base.quotes.values())
    for said in said_at:
        for place in at.get(said.event or "", ()):
            held[place].add(said.id)
    return {place: frozenset(ids) for place, ids in held.items() if place}


def _all(parts: Iterable[Ids]) -> Ids:
    return NONE.union(*parts)


def _texts(base: FactBase) -> Iterator[tuple[str, str]]:
    for statement in base.statements.values():
        yield statement.id, statement.says
    for quote in base.quotes.values():
        yield quote.id, quote.words
    for event in base.events.values():
        yield event.id, _joined((event.title, event.summary, event.place))


def _figures(base: FactBase) -> Iterator[tuple[str, str]]:
    for statement in base.statements.values():
        for figure in statement.figures:
            yield statement.id, _joined((figure.of, figure.value, figure.unit))


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)
