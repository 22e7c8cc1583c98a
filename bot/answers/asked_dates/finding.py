"""All dates in a text under every way to read its digits, and what they mean together."""

from __future__ import annotations

import itertools
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.asked_dates.errors import MisorderedDate
from bot.answers.asked_dates.phrases import Phrase, phrase_at
from bot.answers.asked_dates.reading import DMY, MDY, YMD, Reading
from bot.answers.asked_dates.single import tells_date
from bot.answers.asked_dates.spans import Span
from bot.answers.asked_dates.tokens import tokens_of
from bot.search.forms import has_cjk

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from bot.answers.asked_dates.errors import UnreadableDate
    from bot.answers.asked_dates.tokens import Token


class Stretch(NamedTuple):
    """The characters from ``start`` to ``end`` as a date, or as none and ``why``.

    ``readings`` has one span for each way to read the whole text, the same ways in each stretch.
    """

    start: int
    end: int
    readings: tuple[Span, ...]
    why: UnreadableDate | None = None
    is_range: bool = False

    @property
    def choices(self) -> tuple[Span, ...]:
        """The different readings in order of time."""
        return _different(self.readings)


def stretches(
    text: str, today: dt.date, *, whole: bool, known: Callable[[str], bool] | None = None
) -> list[Stretch]:
    """Return the dates of a text in order; ``whole`` if it is meant as a date and nothing else.

    ``known`` says whether a word in small letters means anything, and is no stranger's name.
    Ways to read the text under which one of the dates would be impossible are left out.
    """
    tokens = tokens_of(text)
    first = Reading(tokens, today, whole=whole, known=known)
    readings = [_phrases(first)]
    if first.forks:
        orders = _orders(text) if "order" in first.forks else (DMY,)
        winters = (False, True) if "winter" in first.forks else (False,)
        for order, early in itertools.islice(itertools.product(orders, winters), 1, None):
            readings.append(_phrases(first.again(order, early_winter=early)))
    places = _places(readings)
    readable = [place for place in places if any(_span(ways, place) for ways in readings)]
    agreed = [ways for ways in readings if all(_span(ways, place) for place in readable)]
    return [_stretch(tokens, place, agreed, readings) for place in places]


def meanings(found: Sequence[Stretch]) -> tuple[Span, ...]:
    """Return what the dates of a text mean together, under each way to read them."""
    readable = [stretch.readings for stretch in found if stretch.readings]
    return _different([_together(spans) for spans in zip(*readable, strict=True)])


def _phrases(reading: Reading) -> dict[int, Phrase]:
    """Return the phrases of one reading by the token that they begin with."""
    found = {}
    place = 0
    end = reading.size if reading.whole else _last_telling(reading) + 1
    while place < end:
        phrase = phrase_at(reading, place)
        if phrase:
            found[place] = phrase
            place = max(phrase.end, place + 1)
        else:
            place += 1
    return found


def _last_telling(reading: Reading) -> int:
    """Return the place of the last token that may be of a date, or -1: most questions have none."""
    places = range(reading.size - 1, -1, -1)
    return next((place for place in places if tells_date(reading.at[place])), -1)


def _orders(text: str) -> tuple[str, ...]:
    """Return how digits may be ordered: two digits in front are a year in Chinese alone."""
    return (DMY, MDY, YMD) if has_cjk(text) else (DMY, MDY)


def _places(readings: Sequence[dict[int, Phrase]]) -> list[int]:
    """Return where phrases begin in any reading, without those that lie inside another."""
    places = []
    behind = 0
    for place in sorted({place for reading in readings for place in reading}):
        if place >= behind:
            places.append(place)
            behind = max(reading[place].end for reading in readings if place in reading)
    return places


def _span(phrases: dict[int, Phrase], place: int) -> Span | None:
    phrase = phrases.get(place)
    return phrase.span if phrase else None


def _stretch(
    tokens: Sequence[Token],
    place: int,
    agreed: Sequence[dict[int, Phrase]],
    readings: Sequence[dict[int, Phrase]],
) -> Stretch:
    phrases = [reading[place] for reading in readings if place in reading]
    end = max(phrase.end for phrase in phrases)
    start, stop = tokens[place].start, tokens[min(end, len(tokens)) - 1].end
    spans = [span for reading in agreed or readings if (span := _span(reading, place))]
    if not spans:
        whys = [phrase.why for phrase in phrases if phrase.why]
        why = min(whys, key=lambda why: isinstance(why, MisorderedDate), default=None)
        return Stretch(start, stop, (), why)
    is_range = any(phrase.is_range for phrase in phrases)
    return Stretch(start, stop, tuple(spans if agreed else spans[:1]), None, is_range)


def _together(spans: Sequence[Span]) -> Span:
    """Return what several spans mean together: the days they share, or all from first to last."""
    if len(spans) == 1:
        return spans[0]
    first, last = max(spans, key=_start), min(spans, key=_end)
    if first.start > last.end:
        first, last = min(spans, key=_start), max(spans, key=_end)
    return Span(first.first, last.last)


def _different(spans: Sequence[Span]) -> tuple[Span, ...]:
    different = dict.fromkeys(spans)
    return tuple(sorted(different, key=Span.when) if len(different) > 1 else different)


_start: Final = attrgetter("start")
_end: Final = attrgetter("end")
