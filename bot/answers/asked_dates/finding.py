"""All dates in a text under every way to read its digits, and what they mean together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.answers.asked_dates.phrases import Phrase, phrase_at
from bot.answers.asked_dates.reading import DMY, MDY, YMD, Reading
from bot.answers.asked_dates.spans import Span
from bot.answers.asked_dates.tokens import tokens_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bot.answers.asked_dates.errors import UnreadableDate
    from bot.answers.asked_dates.tokens import Token
    from bot.facts.dates import When


class Stretch(NamedTuple):
    """The characters from ``start`` to ``end`` as one date, as several readings, or as none."""

    start: int
    end: int
    readings: tuple[Span, ...]
    why: UnreadableDate | None = None
    is_range: bool = False
    bounded: bool = False


def stretches(text: str, today: dt.date, *, whole: bool) -> list[Stretch]:
    """Return the dates of a text in order; ``whole`` if it is meant as a date and nothing else."""
    tokens = tokens_of(text)
    first = Reading(tokens, today, whole=whole)
    readings = [_phrases(first)]
    if first.forks:
        orders = (DMY, MDY, YMD) if "order" in first.forks else (DMY,)
        winters = (True, False) if "winter" in first.forks else (False,)
        readings = [
            _phrases(Reading(tokens, today, whole=whole, order=order, early_winter=early))
            for order in orders
            for early in winters
        ]
    return [_stretch(text, tokens, place, readings) for place in _places(readings)]


def _phrases(reading: Reading) -> dict[int, Phrase]:
    """Return the phrases of one reading by the token that they begin with."""
    found = {}
    place = 0
    while place < len(reading.tokens):
        phrase = phrase_at(reading, place)
        if phrase:
            found[place] = phrase
            place = max(phrase.end, place + 1)
        else:
            place += 1
    return found


def _places(readings: Sequence[dict[int, Phrase]]) -> list[int]:
    """Return where phrases begin in any reading, without those that lie inside another."""
    places = []
    behind = 0
    for place in sorted({place for reading in readings for place in reading}):
        if place >= behind:
            places.append(place)
            behind = max(reading[place].end for reading in readings if place in reading)
    return places


def _stretch(
    text: str, tokens: Sequence[Token], place: int, readings: Sequence[dict[int, Phrase]]
) -> Stretch:
    phrases = [reading[place] for reading in readings if place in reading]
    end = max(phrase.end for phrase in phrases)
    start, stop = tokens[place].start, tokens[min(end, len(tokens)) - 1].end
    good: dict[When, Phrase] = {}
    for phrase in phrases:
        if phrase.span:
            good.setdefault(phrase.span.when(), phrase)
    if not good:
        return Stretch(start, stop, (), _gravest(phrases))
    spans = tuple(span for _, phrase in sorted(good.items()) if (span := phrase.span))
    first = next(iter(good.values()))
    return Stretch(start, stop, spans, None, first.is_range, first.bounded)


def _gravest(phrases: Sequence[Phrase]) -> UnreadableDate | None:
    """Return what says most about an impossible date: no such day before no such month."""
    whys = [phrase.why for phrase in phrases if phrase.why]
    return min(whys, key=lambda why: "month " in str(why) or "no year" in str(why), default=None)


def together(spans: Sequence[Span]) -> Span | None:
    """Return what several spans mean together: the days they share, or all from first to last."""
    if not spans:
        return None
    first = max((span for span in spans), key=lambda span: span.start)
    last = min((span for span in spans), key=lambda span: span.end)
    if first.start <= last.end:
        return Span(first.first, last.last)
    first = min((span for span in spans), key=lambda span: span.start)
    last = max((span for span in spans), key=lambda span: span.end)
    return Span(first.first, last.last)
