"""Names as they stand in a sentence: which words of it name a person, a body, a topic or a place.

Beside the names that records bear, a person is known by a post ("Russian Foreign Minister") and by
each word of a name alone ("Sergei"). Names are found as they are written, by their stems where they
are inflected, and with one slip of the finger in a word of five letters or more: a letter left
out, added, replaced or swapped with the next, but never the first one, which hardly anybody misses.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from rapidfuzz.distance import OSA

from bot.search.exact import Exact
from bot.search.forms import fold, fold_all, has_cjk
from bot.search.offices import also_called
from bot.search.packed import slices
from bot.search.stems import SHORT, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.facts.base import FactBase
    from bot.facts.records import Person

_LEAST_STEM: Final = 3  # shorter stems are too much alike to stand for a word
_LEAST_MISSPELT: Final = 5
_FEMININE: Final = "a"  # 'Lavrova' is another than Lavrov
PLACE: Final = "place"


class Rank(IntEnum):
    """In what way a name is one's own."""

    NAME = 0
    ALIAS = 1
    POST = 2  # what a person is, not what a person is called
    PART = 3  # one word of a person's name


class Sense(NamedTuple):
    """What a name may stand for: a record, or a place, whose ``id`` is its name, folded."""

    kind: str
    id: str
    rank: Rank


class Hit(NamedTuple):
    """So many ``words`` of a sentence are a name with these ``senses``."""

    words: int
    senses: tuple[Sense, ...]


class Lexicon:
    """The names of a base; never changed after building."""

    def __init__(self, base: FactBase) -> None:
        """Enter all names of a base."""
        self._written = _gathered(_folded(_names(base)))
        self._longest: dict[str, int] = {}
        self._characters: dict[str, int] = {}
        self._joined: dict[str, tuple[Sense, ...]] = {}
        others: list[tuple[str, Sense]] = []
        words: dict[str, None] = {}
        for name, senses in self._written.items():
            parts = name.split()
            stems = [stem(part) for part in parts]
            stemmed = " ".join(stems)
            if stemmed != name:
                others += ((stemmed, one) for one in (*senses, *self._written.get(stemmed, ())))
            self._longest[stems[0]] = max(self._longest.get(stems[0], 0), len(parts))
            if has_cjk(name):
                joined = name.replace(" ", "")
                self._joined[joined] = senses
                self._characters[joined[0]] = max(self._characters.get(joined[0], 0), len(joined))
            else:
                words.update(dict.fromkeys(parts))
        self._stemmed = _gathered(others)
        self._words = [word for word in words if len(word) >= _LEAST_MISSPELT]
        # a longer word is a slip for none; its variants would take time by the square of its length
        self._most_misspelt = max(map(len, self._words), default=0) + 1
        variants = [_shortened(word) for word in self._words]
        self._variants = Exact(variant for some in variants for variant in some)
        counts = np.fromiter(map(len, variants), np.int32, len(variants))
        self._of_variant = np.repeat(np.arange(len(variants), dtype=np.int32), counts)

    def at(self, words: Sequence[str], stems: Sequence[str], first: int) -> Hit | None:
        """Return the longest name that begins with a word of a sentence, given folded."""
        most = min(self._longest.get(stems[first], 0), len(words) - first)
        for count in range(most, 0, -1):
            senses = self._written.get(" ".join(words[first : first + count]))
            # of several words a short one, such as a preposition, has but one form
            if senses is None and (all if count == 1 else any)(
                map(_tells, stems[first : first + count])
            ):
                stemmed = " ".join(stems[first : first + count])
                senses = self._stemmed.get(stemmed) or self._written.get(stemmed)
            if senses:
                return Hit(count, senses)
        return None

    def in_characters(self, text: str, first: int) -> Hit | None:
        """Return the longest name that begins with a character of a text without spaces."""
        most = min(self._characters.get(text[first], 0), len(text) - first)
        for count in range(most, 0, -1):
            senses = self._joined.get(text[first : first + count])
            if senses:
                return Hit(count, senses)
        return None

    def corrected(self, word: str) -> tuple[str, ...]:
        """Return the words of names that a folded word may be a slip for."""
        if not _LEAST_MISSPELT - 1 <= len(word) <= self._most_misspelt or has_cjk(word):
            return ()
        numbers = {
            int(self._of_variant[found])
            for variant in _shortened(word)
            for found in self._variants.find(variant)
        }
        near = {self._words[number] for number in numbers}
        return tuple(sorted(other for other in near if _is_slip(word, other)))


def _tells(stemmed: str) -> bool:
    return len(stemmed.rstrip(SHORT)) >= _LEAST_STEM or has_cjk(stemmed)


def _is_slip(word: str, other: str) -> bool:
    return (
        word not in {other, other + _FEMININE}
        and (word[0] == other[0] or word[:2] == other[1::-1])
        and OSA.distance(word, other, score_cutoff=1) <= 1
    )


def _shortened(word: str) -> list[str]:
    """Return a word and what is left of it without one letter: two words a slip apart share one."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


def _leading(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """Return senses in order; a word of a name counts only where it is nobody's whole name."""
    if len(senses) == 1:
        return tuple(senses)
    best: dict[tuple[str, str], Sense] = {}
    for sense in senses:
        known = best.get(sense[:2])
        if known is None or sense.rank < known.rank:
            best[sense[:2]] = sense
    whole = [sense for sense in best.values() if sense.rank is not Rank.PART]
    return tuple(sorted(whole or best.values()))


def _gathered(named: Iterable[tuple[str, Sense]]) -> dict[str, tuple[Sense, ...]]:
    """Return what each name may stand for."""
    senses: dict[str, list[Sense]] = {}
    for name, sense in named:
        senses.setdefault(name, []).append(sense)
    return {name: _leading(each) for name, each in senses.items()}


def _folded(named: Iterable[tuple[str, Sense]]) -> Iterator[tuple[str, Sense]]:
    for some in slices(named):
        for name, (_, sense) in zip(fold_all([one[0] for one in some]), some, strict=True):
            if name:
                yield name, sense


def _names(base: FactBase) -> Iterator[tuple[str, Sense]]:
    for named in (*base.people.values(), *base.organisations.values(), *base.topics.values()):
        yield named.name, Sense(named.noun, named.id, Rank.NAME)
        for name in named.names:
            yield name, Sense(named.noun, named.id, Rank.ALIAS)
    for person in base.people.values():
        for name in (person.name, *person.names):
            for word in fold(name).split():
                if len(word) > 1:
                    yield word, Sense(person.noun, person.id, Rank.PART)
        for post in _posts(base, person):
            yield post, Sense(person.noun, person.id, Rank.POST)
    for event in base.events.values():
        for place in (event.place or "").split(","):
            yield place, Sense(PLACE, fold(place), Rank.NAME)


def _posts(base: FactBase, person: Person) -> Iterator[str]:
    """Yield a person's posts, alone and with each name of the body or state they belong to."""
    for post in person.posts:
        body = base.organisations.get(post.of) if post.of else None
        of = (body.name, *body.names) if body else ()
        for called in (post.post, *also_called(post.post)):
            yield called
            for name in of:
                yield f"{name} {called}"
                yield f"{called} {name}"
                if called.isascii():
                    yield f"{called} of {name}"
                    yield f"{called} of the {name}"
