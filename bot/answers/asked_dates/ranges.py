"""A date, or two that name a range together, each lending the other what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.reading import SHORT, ImpossibleError, Named
from bot.answers.asked_dates.single import date_at, day_alone
from bot.answers.asked_dates.spans import Part, Point, Span, part
from bot.answers.asked_dates.units import whole
from bot.answers.asked_dates.years import year_behind

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

_CENTURY: Final = 100
_MOST_FILLING: Final = 3


def named_at(reading: Reading, place: int, *, between: bool) -> tuple[Named | None, bool]:
    """Return the date or range that begins at a token, if any, and whether it is a range.

    'and' parts the ends of a range ``between``; elsewhere it makes one only where one date needs
    the other ("2 and 3 May").
    """
    date = date_at(reading, place)
    for start in (date, None if _has_day(date) else day_alone(reading, place)):
        ranged = start and _range_from(reading, start, between=between)
        if ranged and (date is None or ranged.end > date.end):
            return ranged, True
    return (None if between else date), False


def _has_day(named: Named | None) -> bool:
    return named is not None and (isinstance(named.term, Span) or named.term.day is not None)


def _range_from(reading: Reading, start: Named, *, between: bool) -> Named | None:
    """Return the range that begins with a date, if a second one is joined to it."""
    place = reading.phrase(start.end, words.TO)
    joined = not place
    if joined:
        place = reading.phrase(start.end, words.AND)
    if not place or _hangs(reading, start.end):
        return None
    for _ in range(_MOST_FILLING):
        place += reading.word[place] in words.FILLING
    end = _end(reading, start, place)
    if end is None or (joined and not between and not _needs(start, end)):
        return None
    try:
        span = _joined(start.term, end.term, reading)
    except UnreadableDate as why:
        raise ImpossibleError(why, end.end) from why
    return Named(span, end.end, start.weak and end.weak) if span else None


def _hangs(reading: Reading, place: int) -> bool:
    """Whether a dash hangs on one side only, and so is no range: 'May -5'."""
    dash, after = reading.at[place], reading.at[place + 1]
    return dash.text in {"-", "/"} and dash.glued != after.glued and after.value >= 0


def _end(reading: Reading, start: Named, place: int) -> Named | None:
    named = date_at(reading, place)
    short = _short_year(reading, start, place)
    if short and (named is None or named.end == short.end):
        return short
    if named:
        return named
    if reading.word[place] in words.NOW:
        return Named(whole(words.DAY, 0, reading.today), place + 1)
    day = day_alone(reading, place)
    year = day and year_behind(reading, day.end)
    if day and year and isinstance(start.term, Part) and isinstance(day.term, Part):
        try:
            return Named(part(start.term.month, day.term.day).at(year[0]), year[1])
        except UnreadableDate as why:
            raise ImpossibleError(why, year[1]) from why
    return day


def _short_year(reading: Reading, start: Named, place: int) -> Named | None:
    """Read the 25 of '2024-25'."""
    token, term = reading.at[place], start.term
    if token.digits != SHORT or token.suffix or isinstance(term, Part):
        return None
    year = term.last
    if year is None or year.month is not None or term.first != year:
        return None
    if year.year % _CENTURY >= token.value:
        return None
    point = Point(year.year - year.year % _CENTURY + token.value)
    return Named(Span(point, point), place + 1)


def _needs(start: Named, end: Named) -> bool:
    """Whether one of two dates takes its month or year from the other."""
    return isinstance(start.term, Part) != isinstance(end.term, Part) or any(
        isinstance(named.term, Part) and named.term.month is None for named in (start, end)
    )


def _joined(start: Span | Part, end: Span | Part, reading: Reading) -> Span | None:
    """Return what lies from one date to the other; raise ``UnreadableDate`` if it is reversed."""
    first, last = _with_month(start, end), _with_month(end, start)
    if first is None or last is None:
        return None
    if isinstance(first, Part):
        begins = _in_year_of(first, last) if isinstance(last, Span) else first.latest(reading.today)
    else:
        begins = first
    if isinstance(last, Part):
        year = begins.last.year if begins.last else reading.today.year
        later = last.at(year)
        last = later if later.end >= begins.start else last.at(year + 1)
    span = Span(begins.first, last.last)
    span.when()
    return span


def _in_year_of(start: Part, end: Span) -> Span:
    """Return the last start that does not lie behind the end."""
    year = end.end.year
    span = start.at(year)
    return span if span.start <= end.end else start.at(year - 1)


def _with_month(dated: Span | Part, other: Span | Part) -> Span | Part | None:
    """Return a day with the month of the other date, or None if that names no month."""
    if isinstance(dated, Span) or dated.month is not None:
        return dated
    if isinstance(other, Part):
        return None if other.month is None else part(other.month, dated.day)
    point = other.first
    if point is None or point.month is None or point != other.last:
        return None
    return part(point.month, dated.day).at(point.year)
