"""A date with the words that place it: 'since 2023', 'до мая', '2025年以前', 'between … and …'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.asked_dates import words
from bot.answers.asked_dates.bounds import Way, bounded, prepositions_at, way_behind
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.ranges import named_at
from bot.answers.asked_dates.reading import LONG, ImpossibleError
from bot.answers.asked_dates.spans import Span
from bot.answers.asked_dates.years import behind_year

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Named, Reading

_MOST_FILLING: Final = 5
#: Words that are prepositions of names as well: 'a letter from May', 'said by June'.
_OF_NAMES: Final = frozenset({"from", "by", "с", "со", "от", "к", "по"})
_BCE: Final = "Dates before the common era are not kept here; write a year from 1 to 9999."


class Phrase(NamedTuple):
    """The tokens up to before ``end`` as a span of days, or ``why`` they give none.

    ``is_range`` is whether two ends were typed.
    """

    end: int
    span: Span | None
    why: UnreadableDate | None = None
    is_range: bool = False


def phrase_at(reading: Reading, place: int) -> Phrase | None:
    """Return the date that begins at a token with the words around it, or None."""
    try:
        for way, behind in prepositions_at(reading, place):
            phrase = _behind(reading, place, way, behind)
            if phrase:
                return phrase
        return _behind(reading, place, Way.BESIDE, place)
    except ImpossibleError as impossible:
        return Phrase(impossible.end, None, impossible.why)


def _behind(reading: Reading, start: int, way: Way, place: int) -> Phrase | None:
    """Read the date behind a preposition that begins at ``start`` and points some way."""
    place, sure = _filled(reading, place)
    if reading.phrase(place, words.BETWEEN):
        way, place = Way.BETWEEN, reading.phrase(place, words.BETWEEN)
    if place == start and _is_joined_in_front(reading, place):
        return None
    if reading.is_ancient:
        _refuse_before_christ(reading, place)
    named, is_range = named_at(reading, place, between=way is Way.BETWEEN)
    if named is None:
        return None
    tail, end = way_behind(reading, named.end)
    sure = sure or reading.whole or not named.weak
    if not sure and not _is_sure(reading, start, way, tail, is_range=is_range):
        return None
    span = _in_some_year(reading, named)
    if is_range:
        return _ranged(way, span, named, tail, end)
    if way in {Way.WITHIN, Way.BESIDE} or (way, tail) == (Way.SINCE, Way.AFTER):
        way = tail
    elif tail is not Way.WITHIN and tail is not way:
        end = named.end
    return Phrase(end, bounded(way, span, end))


def _in_some_year(reading: Reading, named: Named) -> Span:
    """Return a date as it is, or without a year the last one that has begun."""
    if isinstance(named.term, Span):
        return named.term
    try:
        return named.term.latest(reading.today)
    except UnreadableDate as why:
        raise ImpossibleError(why, named.end) from why


def _ranged(way: Way, span: Span, named: Named, tail: Way, end: int) -> Phrase:
    """Return a range of two dates; 'from' in front of it is part of it, 'until' is not."""
    if tail is not Way.WITHIN:
        end = named.end
    if way in {Way.UNTIL, Way.BEFORE, Way.AFTER}:
        return Phrase(end, bounded(way, span, end))
    return Phrase(end, span, is_range=True)


def _is_sure(reading: Reading, start: int, way: Way, tail: Way, *, is_range: bool) -> bool:
    """Whether the words around a doubtful word make a date of it: 'in may', 'may onwards'."""
    if tail is not Way.WITHIN:
        return True
    if way is Way.BESIDE:
        return False
    return is_range or reading.word[start] not in _OF_NAMES


def _filled(reading: Reading, place: int) -> tuple[int, bool]:
    """Return the place behind 'the end of' and such, and whether doubtful words are sure there."""
    sure = False
    for _ in range(_MOST_FILLING):
        word = reading.word[place]
        if word in words.EDGES:
            place, sure = place + 1, True
            place += reading.word[place] == "-" and word in words.DASHED
        elif word in words.FILLING or _names_the_next(reading, place):
            place += 1 + (reading.word[place + 1] == ",")
        else:
            break
    return place, sure


def _names_the_next(reading: Reading, place: int) -> bool:
    """Whether a word says what comes next: 'year 2025', 'month of may', 'Tuesday, 2 December'."""
    word, after = reading.word[place], reading.at[place + 1]
    if word == words.YEAR:
        return after.digits == LONG
    if word == words.MONTH:
        return after.text == "of"
    if word not in words.WEEKDAYS:
        return False
    after = reading.at[place + 2] if after.text == "," else after
    return after.digits > 0 or after.text in words.MONTHS


def _is_joined_in_front(reading: Reading, place: int) -> bool:
    """Whether a number is the tail of something else, as the 0.1 of 192.168.0.1 or covid-19."""
    number, sign, before = (reading.at[place - step] for step in range(3))
    if number.value < 0 or not number.glued or not sign.glued or sign.text not in words.JOINTS:
        return False
    return before.value >= 0 or before.text[-1:].isalnum()


def _refuse_before_christ(reading: Reading, place: int) -> None:
    """Raise ``ImpossibleError`` for a date before the common era: '44 BC', 公元前500年."""
    if reading.word[place] == "公元前" and reading.at[place + 1].value >= 0:
        end = place + (3 if reading.word[place + 2] in words.YEAR_NOUNS else 2)
        raise ImpossibleError(UnreadableDate(_BCE), end)
    if reading.at[place].value < 0 and reading.word[place] not in words.ORDINALS:
        return
    for behind in (place + 1, place + 2):
        end = reading.phrase(behind_year(reading, behind), words.BCE)
        if end:
            raise ImpossibleError(UnreadableDate(_BCE), end)
