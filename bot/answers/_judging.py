"""Were these very words said? Exactly, nearly, put together from several quotes, or not at all.

- Words decide. Exact wording comes before any likeness, so three words or more that stand in a
  quote as they are, are verbatim, however short the excerpt.
- Fewer than three words prove nothing about who said them, unless one quote alone holds them.
- What is not exact needs eight words to be called altered: below that, likeness is chance. One or
  two words fewer will do where the stretch of the quote has eight, or where the quote itself is
  short, all of it is there, and nearly every word agrees.
- Nearly: ``NEAR`` of the words asked and of the words of the stretch of the quote agree, in order;
  or the whole quote stands in what was asked; or nearly all of what was asked stands in the quote
  in unbroken runs of three words or more, with others left out between (with "…" or without).
- What no single quote accounts for may be joined from several: runs of five words or more out of
  quotes that make up nearly all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import LCSseq

from bot.answers._compare import Comparison, compare
from bot.search.found import Field
from bot.search.spelled import Spelled, rejoined, spelled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bot.edition import Edition
    from bot.facts.records import Quote

NEAR: Final = 0.6
LEAST_EXACT: Final = 3
LEAST_NEAR: Final = 8
_ALMOST: Final = 0.75  # the likeness that fewer than eight words need
_LEAST_ALMOST: Final = 6
_LEAST_QUOTE: Final = 5
_LEAST_MATCHED: Final = 5
_NEARLY_ALL: Final = 0.8
_LEAST_JOINED: Final = 5
_LEAST_REST: Final = 4
_SAME_LIKENESS: Final = 0.02
_SHARING: Final = 12
_COMPARED: Final = 4
_MOST_HELD: Final = 50


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
    """

    asked: Spelled
    held: tuple[Held, ...] = ()
    count: int = 0
    joined: bool = False

    @property
    def exact(self) -> bool:
        """Whether the very words were said."""
        return self.count > 0

    @property
    def short(self) -> bool:
        """Whether the words are so few that they may be anybody's."""
        return len(self.asked) < LEAST_EXACT and not any(held.whole for held in self.held)

    @property
    def matched(self) -> float:
        """How many of the words were said."""
        return max((held.matched for held in self.held), default=0)


def judge(edition: Edition, passage: str, speakers: Collection[str] = ()) -> Finding:
    """Find the quotes that hold a passage, exactly or else nearly; the speakers' come first."""
    asked = spelled(passage)
    exact = exactly(edition, asked, speakers)
    if not exact.held and (again := rejoined(passage)) != passage:
        exact = exactly(edition, spelled(again), speakers)
    return exact if exact.held or not asked else _nearly(edition, asked, speakers)


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
    return Finding(asked, tuple(held), count=len(places))


def is_near(comparison: Comparison) -> bool:
    """Whether two wordings agree so far that one was made from the other."""
    asked, true = comparison.asked.size(), comparison.true.size()
    window = comparison.true.size(*comparison.window)
    matched, likeness = comparison.matched, comparison.likeness
    if asked < LEAST_NEAR and _LEAST_QUOTE <= true < LEAST_NEAR:
        return 2 * matched / (asked + true) >= _ALMOST
    if asked < LEAST_NEAR:
        enough = asked >= _LEAST_ALMOST and window >= LEAST_NEAR
        return enough and matched >= _LEAST_MATCHED and likeness >= _ALMOST
    return (
        (likeness >= NEAR and matched >= _LEAST_MATCHED)
        or (comparison.holds_all and true >= LEAST_NEAR)
        or comparison.in_runs >= _NEARLY_ALL
    )


def _nearly(edition: Edition, asked: Spelled, speakers: Collection[str]) -> Finding:
    near = _near(edition, asked, _sharing(edition, asked)) or _near(
        edition, asked, _misspelt(edition, asked)
    )
    if not near:
        return _joined(edition, asked)
    best = max(one.likeness for one in near)
    held = [one for one in near if one.likeness >= best - _SAME_LIKENESS]
    held.sort(key=lambda one: (not one.is_by(speakers), -one.likeness, one.quote.id))
    left_over = held[0].comparison.left_over() if held[0].comparison else ()
    parts = [
        part
        for first, last in left_over
        for _, part in _parts(edition, asked, first, last, _LEAST_REST)
    ]
    return Finding(asked, _each_once((*held, *parts)), joined=bool(parts))


def _near(edition: Edition, asked: Spelled, ids: Iterable[str]) -> list[Held]:
    held = [_held(edition, asked, id_) for id_ in ids]
    return [one for one in held if one.comparison and is_near(one.comparison)]


def _sharing(edition: Edition, asked: Spelled) -> list[str]:
    """Return the quotes that share most with the words, those first where most words agree."""
    return _likeliest(edition, asked, edition.quoted.sharing(asked.words, _SHARING))


def _misspelt(edition: Edition, asked: Spelled) -> list[str]:
    """Return the quotes that are likest to the words, however they are spelt."""
    if asked.size() < _LEAST_ALMOST - 2:
        return []
    found = edition.index.find(asked.text, ("quote",), field=Field.TEXTS, limit=_SHARING)
    return _likeliest(edition, asked, (match.id for match in found.matches))


def _likeliest(edition: Edition, asked: Spelled, ids: Iterable[str]) -> list[str]:
    quotes = edition.base.quotes

    def agreeing(id_: str) -> int:
        return LCSseq.similarity(asked.words, spelled(quotes[id_].words).words)

    return sorted(ids, key=agreeing, reverse=True)[:_COMPARED]


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
    parts = list(_parts(edition, asked, 0, len(asked), _LEAST_JOINED))
    if sum(length for length, _ in parts) < _NEARLY_ALL * len(asked):
        return Finding(asked)
    return Finding(asked, _each_once(part for _, part in parts), joined=True)


def _parts(
    edition: Edition, asked: Spelled, first: int, last: int, least: int
) -> Iterator[tuple[int, Held]]:
    """Yield how long runs of so many words or more are, out of a stretch, and whose they are."""
    words = asked.words[:last]
    while last - first >= least:
        length, places = edition.quoted.longest(words, first)
        if asked.size(first, first + length) >= least:
            yield length, _held(edition, asked, next(iter(places)).id)
            first += length
        else:
            first += 1


def _each_once(held: Iterable[Held]) -> tuple[Held, ...]:
    once: dict[str, Held] = {}
    for one in held:
        once.setdefault(one.quote.id, one)
    return tuple(once.values())
