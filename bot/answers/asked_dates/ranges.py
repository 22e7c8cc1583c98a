"""Two dates that name a range together, each lending the other what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.points import date_at, day_alone
from bot.answers.asked_dates.reading import ImpossibleError, Named
from bot.answers.asked_dates.spans import Part, Point, Span, part, whole
from bot.answers.asked_dates.years import year_behind

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

_CENTURY: Final = 100
_SIGNS: Final = frozenset({"-", "~", "/"})
_FILLERS: Final = frozenset({"the", "end", "beginning", "of", "start", "конца", "начала", "конец"})


def range_at(reading: Reading, place: int, *, between: bool = False) -> Named | None:
    """Return the two dates of a range that begins at a token as one span, or None.

    'and' parts them ``between``; elsewhere it makes a range only where one date needs the other
    ("2 and 3 May").
    """
    start = date_at(reading, place)
    if start is None or (isinstance(start.term, Part) and start.term.day is None):
        start = _longer(start, day_alone(reading, place))
    if start is None:
        return None
    behind = reading.phrase(start.end, words.TO)
    joined = 0 if behind else reading.phrase(start.end, words.AND)
    if not behind and not joined:
        return None
    if behind and _is_negative(reading, start.end):
        return None
    for _ in range(3):
        if reading.word(behind or joined) in _FILLERS:
            behind, joined = (behind + 1, 0) if behind else (0, joined + 1)
    end = _end(reading, start, behind or joined)
    if end is None:
        return None
    if joined and not between and not _needs(start, end):
        return None
    try:
        span = joined_span(start.term, end.term, reading)
    except UnreadableDate as why:
        raise ImpossibleError(why, end.end) from why
    if span is None:
        return None
    both = start.weak and end.weak
    return Named(span, end.end, both)


def _longer(one: Named | None, other: Named | None) -> Named | None:
    if one is None or other is None:
        return one or other
    return one if one.end >= other.end else other


def _is_negative(reading: Reading, place: int) -> bool:
    """Whether a dash hangs on one side only, and so is no range: 'May -5'."""
    dash, after = reading.at(place), reading.at(place + 1)
    return dash.text in {"-", "/"} and dash.glued != after.glued and after.value >= 0


def _end(reading: Reading, start: Named, place: int) -> Named | None:
    named = date_at(reading, place)
    short = reading.at(place)
    year = _lone_year(start.term)
    if year and short.digits == 2 and not short.suffix and year % _CENTURY < short.value:  # noqa: PLR2004  # two digits
        if named is None or named.end == place + 1:
            point = Point(year - year % _CENTURY + short.value)
            return Named(Span(point, point), place + 1)
    if named:
        return named
    if reading.word(place) in words.NOW:
        return Named(whole(words.DAY, 0, reading.today), place + 1)
    day = day_alone(reading, place)
    if day is None:
        return None
    year_later = year_behind(reading, day.end)
    if year_later and isinstance(start.term, Part) and start.term.month:
        dated = part(start.term.month, day.term.day if isinstance(day.term, Part) else None)
        try:
            return Named(dated.at(year_later[0]), year_later[1])
        except UnreadableDate as why:
            raise ImpossibleError(why, year_later[1]) from why
    return day


def _lone_year(term: Span | Part) -> int:
    if isinstance(term, Part) or term.first is None or term.first != term.last:
        return 0
    return 0 if term.first.month else term.first.year


def _needs(start: Named, end: Named) -> bool:
    """Whether the first of two dates takes its month or year from the second, or the other way."""
    return isinstance(start.term, Part) != isinstance(end.term, Part) or any(
        isinstance(named.term, Part) and named.term.month is None for named in (start, end)
    )


def joined_span(start: Span | Part, end: Span | Part, reading: Reading) -> Span | None:
    """Return what lies from one date to the other; raise ``UnreadableDate`` if it is reversed."""
    first, last = _with_month(start, end), _with_month(end, start)
    if first is None or last is None:
        return None
    start, end = first, last
    if isinstance(start, Part):
        start = _in_year_of(start, end) if isinstance(end, Span) else start.latest(reading.today)
    if isinstance(end, Part):
        year = start.last.year if start.last else reading.today.year
        later = end.at(year)
        end = later if later.end >= start.start else end.at(year + 1)
    span = Span(start.first, end.last)
    span.when()
    return span


def _in_year_of(start: Part, end: Span) -> Span:
    """Return the last start that does not lie behind the end."""
    year = end.first.year if end.first else end.end.year
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
