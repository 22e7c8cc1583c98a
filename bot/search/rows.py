"""Which records hold a word, a name or a place: statements, quotes and events, by stems.

Chinese parts no words: every character, and every two that stand together, are entered, but for
those that are particles.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from functools import reduce
from typing import TYPE_CHECKING, Final

from bot.search.forms import fold, fold_all, has_cjk, is_cjk
from bot.search.packed import slices
from bot.search.stems import root, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.facts.base import FactBase
    from bot.facts.records import Event, Quote, Statement

Ids = frozenset[str]
NONE: Final[Ids] = frozenset()
#: Characters that join words and are part of none.
_PARTICLES: Final = frozenset("的了着过在对和与跟及之是把被从就于由将向以其")
_PAIR: Final = 2


class Rows:
    """The words of what the records of a base say; never changed after building."""

    def __init__(self, base: FactBase) -> None:
        """Enter the words of all records that say something, and where it happened."""
        words: set[str] = set()
        self._rows = _rows(_texts(base), words)
        self._called = _rows(_events(base), words)
        self._figures = _rows(_figures(base), words)
        self._families = _families(words)
        self._at = _at_places(base)
        named = (*base.people.values(), *base.organisations.values(), *base.topics.values())
        names = {one.id: (one.name, *one.names) for one in named}
        self._naming: dict[str, Ids] = {}
        self._counting: dict[str, Ids] = {}
        for id_, each in names.items():
            split = [fold(name).split() for name in each]
            self._naming[id_] = _all(_of_words(self._rows, parts) for parts in split)
            self._counting[id_] = _all(_of_words(self._figures, parts) for parts in split)
        self._held_at = {
            id_: _all(self._at.get(fold(name), NONE) for name in each)
            for id_, each in names.items()
        }

    def __contains__(self, word: str) -> bool:
        """Whether any record holds a folded word in any of its forms."""
        return bool(self.of(word))

    def of(self, word: str) -> Ids:
        """Return the ids of the records that hold a folded word in any of its forms."""
        return _of(self._rows, stem(word))

    def akin(self, word: str) -> Ids:
        """Return the ids of the records that hold any word of the family of a folded word."""
        return self.of(word) | self._of_family(self._rows, word)

    def called(self, word: str) -> Ids:
        """Return the ids of the events that are called by a folded word."""
        return _of(self._called, stem(word))

    def of_figure(self, word: str) -> Ids:
        """Return the ids of the statements that give a figure on a folded word or its family."""
        return _of(self._figures, stem(word)) | self._of_family(self._figures, word)

    def counting(self, id_: str) -> Ids:
        """Return the ids of the statements that give a figure on, or in, what bears a name."""
        return self._counting.get(id_, NONE)

    def word_in_characters(self, text: str, first: int) -> int:
        """Return how many Chinese characters from one on are a word of the records, or 0."""
        pair = text[first : first + _PAIR]
        return len(pair) if len(pair) == _PAIR and pair in self._rows else 0

    def naming(self, id_: str) -> Ids:
        """Return the ids of the records whose words name a person, a body or a topic."""
        return self._naming.get(id_, NONE)

    def held_at(self, place: str) -> Ids:
        """Return the ids of what happened or was said at a place, by its id or folded name."""
        return self._held_at.get(place, NONE) | self._at.get(place, NONE)

    def _of_family(self, rows: Mapping[str, Ids], word: str) -> Ids:
        family = root(word)
        return _all(rows.get(stemmed, NONE) for stemmed in self._families.get(family, (family,)))


def _of(rows: Mapping[str, Ids], stemmed: str) -> Ids:
    if len(stemmed) > 1 and has_cjk(stemmed):
        return _common(rows.get(pair, NONE) for pair in _pairs(stemmed))
    return rows.get(stemmed, NONE)


def _of_words(rows: Mapping[str, Ids], words: Iterable[str]) -> Ids:
    return _common(_of(rows, stem(word)) for word in words)


def _common(found: Iterable[Ids]) -> Ids:
    sets = list(found)
    return reduce(frozenset.__and__, sets) if sets else NONE


def _rows(texts: Iterable[tuple[str, str]], words: set[str]) -> dict[str, Ids]:
    """Return the ids of texts by the stems of their words; add the words to a set."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for some in slices(texts):
        for text, (id_, _) in zip(fold_all([one[1] for one in some]), some, strict=True):
            for word in text.split():
                if word.isascii() or not is_cjk(word):
                    words.add(word)
                    rows[stem(word)].add(id_)
                else:
                    for part in (*word, *_pairs(word)):
                        rows[part].add(id_)
    return {word: frozenset(ids) for word, ids in rows.items()}


def _families(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the stems of the words of each family, where they are not what they share itself."""
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        stems[root(word)].add(stem(word))
    return {family: tuple(each) for family, each in stems.items() if each != {family}}


def _pairs(word: str) -> Iterator[str]:
    """Yield the characters of a word that stand together, two by two."""
    for before, behind in itertools.pairwise(word):
        if before not in _PARTICLES and behind not in _PARTICLES:
            yield before + behind


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
    yield from _events(base)
    for event in base.events.values():
        yield event.id, _joined((event.summary, event.place))


def _events(base: FactBase) -> Iterator[tuple[str, str]]:
    for event in base.events.values():
        yield event.id, _called(event)


def _called(event: Event | None) -> str:
    return _joined((event.title, *event.names)) if event else ""


def _figures(base: FactBase) -> Iterator[tuple[str, str]]:
    """Yield what figures are on: what is counted, its unit, and the event that it belongs to."""
    for statement in base.statements.values():
        called = _called(base.events.get(statement.event or ""))
        for figure in statement.figures:
            yield statement.id, _joined((figure.of, figure.value, figure.unit, called))


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)
