"""Were these very words said? Exactly, nearly, put together from several quotes, or not at all.

- Words decide. Exact wording comes before any likeness, so three words or more that stand in a
  quote as they are, are verbatim, however short the excerpt.
- Fewer than three words prove nothing about who said them, unless one quote alone holds them.
- What is not exact is altered where it was made from a quote; ``is_near`` tells that from chance.
- Letters of another script that only look the same are an alteration too: no eye sees it, and
  nobody who searches for the words finds them.
- What no single quote accounts for may be joined from several: runs of five words or more out of
  quotes that make up nearly all of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from bot.answers._compare import Comparison, compare, compared_in_parts, compared_in_place
from bot.answers._drafting import LEAST_EXACT
from bot.answers._marks import ELLIPSIS
from bot.answers._nearness import LEAST_NEAR, TELLING, is_near, telling
from bot.search.disguise import unmasked
from bot.search.found import Field
from bot.search.spelled import Spelled, rejoined, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from bot.edition import Edition
    from bot.facts.records import Quote

_NEARLY_ALL: Final = 0.8
_LEAST_JOINED: Final = 5
_LEAST_REST: Final = 4
_SAME_LIKENESS: Final = 0.02
_SHARING: Final = 12
_LIKEST: Final = 6
_COMPARED: Final = 4
_LEAST_AGREEING: Final = 0.2  # of the words, where others may be misspelt
_MOST_HELD: Final = 50
_LEAST_PART: Final = 2  # words on either side of an omission


@dataclass(frozen=True)
class Held:
    """A quote that holds what was asked, from its word ``first`` up to before ``last``.

    ``comparison`` is None where every word is the same; ``whole`` where all of the quote was asked.
    """

    quote: Quote
    first: int
    last: int
    whole: bool = False
    comparison: Comparison | None = None

    @property
    def true(self) -> Spelled:
        """The words of the quote."""
        return spelled(self.quote.words)

    @property
    def beside(self) -> tuple[str, ...]:
        """The words right before and behind it in the quote."""
        words = self.true.words
        return (*words[max(0, self.first - 1) : self.first], *words[self.last : self.last + 1])

    @property
    def matched(self) -> float:
        """How many words agree."""
        return self.comparison.matched if self.comparison else self.last - self.first

    @property
    def likeness(self) -> float:
        """How far the wordings agree, in 0..1."""
        return self.comparison.likeness if self.comparison else 1.0

    def is_by(self, speakers: Collection[str]) -> bool:
        """Whether one of the speakers said it."""
        return any(id_ in speakers for id_ in self.quote.by)


@dataclass(frozen=True)
class Finding:
    """What was found out about one passage.

    ``held`` are the quotes that hold it, exactly or nearly, best first; ``count`` how many hold it
    exactly. ``joined`` says that it is put together from parts that do not follow one another.
    ``nearest`` are the quotes that are likest, where none holds it. ``tells`` is how much the words
    of a short excerpt tell.
    """

    asked: Spelled
    held: tuple[Held, ...] = ()
    count: int = 0
    joined: bool = False
    nearest: tuple[str, ...] = ()
    tells: float = TELLING

    @property
    def exact(self) -> bool:
        """Whether the very words were said."""
        return self.count > 0

    @property
    def short(self) -> bool:
        """Whether the words are so few that they may be anybody's."""
        return len(self.asked) < LEAST_EXACT and not any(held.whole for held in self.held)

    @property
    def common(self) -> bool:
        """Whether the words are such as anybody may say: few, and none of them telling."""
        return self.tells < TELLING and not any(held.whole for held in self.held)

    @property
    def matched(self) -> float:
        """How many of the words were said."""
        return max((held.matched for held in self.held), default=0)


def judge(
    edition: Edition, passage: str, speakers: Collection[str], likest: Callable[[], list[str]]
) -> Finding:
    """Find the quotes that hold a passage, exactly or else nearly; the speakers' come first.

    ``likest`` gives the quotes that may hold it under other spellings, and is asked last.
    """
    asked = spelled(passage)
    exact = exactly(edition, asked, speakers)
    if not exact.held and (again := rejoined(passage)) != passage:
        exact = exactly(edition, spelled(again), speakers)
    if exact.held or not asked:
        return exact
    left_out = _left_out(edition, asked, speakers)
    if left_out.held:
        return left_out
    seen = spelled(unmasked(passage))
    if seen.words == asked.words:
        return _nearly(edition, asked, speakers, likest)
    disguised = _disguised(edition, asked, seen, speakers)
    near = disguised if disguised.held else _nearly(edition, asked, speakers, likest)
    return near if near.held else _nearly(edition, seen, speakers, likest)


def likest_in(edition: Edition, text: str) -> list[str]:
    """Return the quotes that are likest to a text, however its words are spelt."""
    found = edition.index.find(text, ("quote",), field=Field.TEXTS, limit=_LIKEST)
    return [match.id for match in found.matches]


def exactly(edition: Edition, asked: Spelled, speakers: Collection[str] = ()) -> Finding:
    """Find the quotes in which the words stand as they are, whole quotes before excerpts."""
    places = edition.quoted.holding(asked.words)
    held: list[Held] = []
    for place in places:
        last = place.first + len(asked)
        one = Held(edition.base.quotes[place.id], place.first, last, whole=place.whole)
        if len(held) < _MOST_HELD or one.is_by(speakers):
            held.append(one)
    held.sort(key=lambda one: (not one.is_by(speakers), not one.whole))
    tells = telling(edition, asked.words) if held and asked.size() < LEAST_NEAR else TELLING
    return Finding(asked, tuple(held), count=len(places), tells=tells)


def _left_out(edition: Edition, asked: Spelled, speakers: Collection[str]) -> Finding:
    """Find the quotes that hold all parts of a wording whose omissions are marked, in order."""
    parts = [spelled(part) for part in ELLIPSIS.split(asked.text)]
    parts = [part for part in parts if part]
    if len(parts) <= 1 or min(map(len, parts)) < _LEAST_PART:
        return Finding(asked)
    held: list[Held] = []
    for place in edition.quoted.holding(max(parts, key=len).words):
        quote = edition.base.quotes[place.id]
        compared = compared_in_parts(asked, spelled(quote.words), list(map(len, parts)))
        if compared and len(held) < _MOST_HELD:
            held.append(Held(quote, *compared.window, comparison=compared))
    held.sort(key=lambda one: not one.is_by(speakers))
    return Finding(asked, tuple(held))


def _disguised(
    edition: Edition, asked: Spelled, seen: Spelled, speakers: Collection[str]
) -> Finding:
    """Find the quotes that hold the words as they look, letters of other scripts set aside."""
    exact = exactly(edition, seen, speakers)
    held = tuple(
        replace(one, comparison=compared_in_place(asked, one.true, one.first)) for one in exact.held
    )
    return Finding(asked, held)


def _nearly(
    edition: Edition, asked: Spelled, speakers: Collection[str], likest: Callable[[], list[str]]
) -> Finding:
    shared = edition.quoted.sharing(asked.words, _SHARING)
    near = _near(edition, asked, _likeliest(edition, asked, shared), speakers)
    nearest: list[str] = []
    if not near:
        nearest = likest()
        others = [id_ for id_ in nearest if id_ not in shared]
        near = _near(edition, asked, _likeliest(edition, asked, others), speakers)
    if not near:
        return replace(_joined(edition, asked), nearest=tuple(nearest))
    best = max(one.likeness for one in near)
    held = [one for one in near if one.likeness >= best - _SAME_LIKENESS]
    held.sort(key=lambda one: (not one.is_by(speakers), -one.likeness, one.quote.id))
    left_over = held[0].comparison.left_over() if held[0].comparison else ()
    parts = [part for _, part in _parts(edition, asked, left_over, _LEAST_REST)]
    return Finding(asked, _each_once((*held, *parts)), joined=bool(parts))


def _near(
    edition: Edition, asked: Spelled, ids: Iterable[str], speakers: Collection[str]
) -> list[Held]:
    held = [_held(edition, asked, id_) for id_ in ids]
    return [
        one
        for one in held
        if one.comparison and is_near(edition, one.comparison, by_speaker=one.is_by(speakers))
    ]


def _likeliest(edition: Edition, asked: Spelled, ids: Iterable[str]) -> list[str]:
    """Return the quotes of which most words agree; those of which hardly any does are left out."""
    likely = [
        agreed
        for agreed in edition.quoted.agreement(asked.words, ids)
        if agreed.words >= _LEAST_AGREEING * len(asked) or agreed.words == agreed.of
    ]
    likely.sort(key=lambda agreed: -agreed.words)
    return [agreed.id for agreed in likely[:_COMPARED]]


def _held(edition: Edition, asked: Spelled, id_: str) -> Held:
    quote = edition.base.quotes[id_]
    comparison = compare(asked, spelled(quote.words))
    first, last = comparison.window
    whole = first == 0 and last == len(comparison.true)
    return Held(quote, first, last, whole=whole, comparison=comparison)


def _joined(edition: Edition, asked: Spelled) -> Finding:
    """Find the quotes that the words are put together from, if that accounts for nearly all."""
    if asked.size() < LEAST_NEAR:
        return Finding(asked)
    parts = list(_parts(edition, asked, [(0, len(asked))], _LEAST_JOINED))
    if sum(length for length, _ in parts) < _NEARLY_ALL * len(asked):
        return Finding(asked)
    return Finding(asked, _each_once(part for _, part in parts), joined=True)


def _parts(
    edition: Edition, asked: Spelled, stretches: Iterable[tuple[int, int]], least: int
) -> Iterator[tuple[int, Held]]:
    """Yield how long runs of so many words or more are, out of stretches, and whose they are."""
    held = cache(partial(_held, edition, asked))  # a text may say the same a hundred times
    for first, last in stretches:
        for run in edition.quoted.runs(asked.words[first:last], least):
            if asked.size(first + run.first, first + run.last) >= least:
                yield run.last - run.first, held(run.id)


def _each_once(held: Iterable[Held]) -> tuple[Held, ...]:
    once: dict[str, Held] = {}
    for one in held:
        once.setdefault(one.quote.id, one)
    return tuple(once.values())
