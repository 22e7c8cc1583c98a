"""Which way from a date a range goes: since, until, before or after it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.reading import ImpossibleError
from bot.answers.asked_dates.spans import Point, Span
from bot.search.forms import has_cjk

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading


class Way(Enum):
    """What a preposition, or a word behind a date, makes of it."""

    WITHIN = auto()
    BESIDE = auto()  # the same, from a word that makes no date of a doubtful one
    BETWEEN = auto()
    SINCE = auto()
    UNTIL = auto()
    BEFORE = auto()
    AFTER = auto()


Ways = dict[str, tuple[tuple[Way, tuple[str, ...]], ...]]


def _by_first_word(*lists: tuple[Way, words.Phrases]) -> Ways:
    """Return what phrases mean by their first word, in the order of the lists."""
    firsts = dict.fromkeys(first for _, phrases in lists for first in phrases)
    return {
        first: tuple((way, phrase) for way, phrases in lists for phrase in phrases.get(first, ()))
        for first in firsts
    }


_PREPOSITIONS: Final = _by_first_word(
    (Way.BETWEEN, words.BETWEEN),
    (Way.SINCE, words.SINCE),
    (Way.UNTIL, {**words.UNTIL, ".": ((".", ".", "/"),)}),
    (Way.BEFORE, words.BEFORE),
    (Way.AFTER, words.AFTER),
    (Way.WITHIN, words.WITHIN),
    (Way.BESIDE, words.BESIDE),
)
_BEHIND: Final = _by_first_word(
    (Way.SINCE, {**words.FROM_ON, "/": (("/", ".", "."),)}),
    (Way.BEFORE, words.THEN_BEFORE),
    (Way.AFTER, words.THEN_AFTER),
    (Way.WITHIN, words.BEHIND),
)


def prepositions_at(reading: Reading, place: int) -> list[tuple[Way, int]]:
    """Return the prepositions that stand at a token, each with the place behind it."""
    return _standing(reading, place, _PREPOSITIONS)


def way_behind(reading: Reading, place: int) -> tuple[Way, int]:
    """Return what the words behind a date make of it, and where they end."""
    for way, end in _standing(reading, place, _BEHIND):
        if _belongs(reading, place, end):
            return way, end
    return Way.WITHIN, place


def _standing(reading: Reading, place: int, ways: Ways) -> list[tuple[Way, int]]:
    return [
        (way, place + len(phrase))
        for way, phrase in ways.get(reading.word[place], ())
        if tuple(reading.word[place : place + len(phrase)]) == phrase
    ]


def bounded(way: Way, span: Span, end: int) -> Span:
    """Return the range that begins or ends with a span, or lies outside it; or the span itself.

    Raises ``ImpossibleError`` with the ``end`` of its words if nothing lies outside.
    """
    try:
        if way is Way.SINCE:
            return Span(span.first, None)
        if way is Way.UNTIL:
            return Span(None, span.last)
        if way is Way.BEFORE:
            return Span(None, _beside(span.first, -1))
        if way is Way.AFTER:
            return Span(_beside(span.last, 1), None)
    except (UnreadableDate, OverflowError) as why:
        none = UnreadableDate("Nothing lies beyond that; dates here lie in the years 1 to 9999.")
        raise ImpossibleError(none, end) from why
    return span


def _belongs(reading: Reading, place: int, end: int) -> bool:
    """Whether words behind a date belong to it: '2023+', 'from 2023 on', not '2023 on Taiwan'.

    Chinese characters that begin other words as well (内 in 内蒙古) count where none follows.
    """
    word = reading.word[place]
    if word == "+":
        return reading.at[place].glued
    if word in words.DOUBTFUL_TAILS:
        return not has_cjk(reading.word[end])
    return word != "on" or not reading.word[end].isalnum()


def _beside(point: Point | None, step: int) -> Point:
    if point is None:
        raise UnreadableDate("Nothing lies beyond an open end.")
    return point._replace(mark="").moved(step)._replace(mark=point.mark)
