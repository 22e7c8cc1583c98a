"""Days, weeks, months and longer units of the calendar, counted from today."""

from __future__ import annotations

import datetime as dt
from typing import Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.spans import Point, Span, day_point, years

_IN_DAYS: Final = {words.DAY: 1, words.WEEK: 7}
_IN_MONTHS: Final = {
    words.MONTH: 1,
    words.QUARTER: 3,
    words.YEAR: 12,
    words.DECADE: 120,
    words.CENTURY: 1200,
}


def whole(unit: str, away: int, today: dt.date) -> Span:
    """Return the day, week, month … that lies so many of them away from today's.

    Raises ``UnreadableDate`` if that is outside the calendar, as ``rolling`` does.
    """
    if unit in _IN_DAYS:
        days = _IN_DAYS[unit]
        begun = today.weekday() if unit == words.WEEK else 0
        first = _moved(today, days * away - begun)
        return Span(day_point(first), day_point(_moved(first, days - 1)))
    months = _IN_MONTHS[unit]
    if unit in {words.MONTH, words.QUARTER}:
        month = Point(today.year, (today.month - 1) // months * months + 1).moved(months * away)
        return Span(month, month.moved(months - 1))
    count = months // _IN_MONTHS[words.YEAR]
    begins = 1 if unit == words.CENTURY else 0
    return years((today.year - begins) // count * count + begins + count * away, count)


def rolling(unit: str, count: int, today: dt.date) -> Span:
    """Return the days from so many units before today up to today, or from it on if negative."""
    if unit in _IN_DAYS:
        other = _moved(today, -count * _IN_DAYS[unit])
    else:
        month = Point(today.year, today.month).moved(-count * _IN_MONTHS[unit])
        other = month.first.replace(day=min(today.day, month.last.day))
    return Span(*sorted((day_point(other), day_point(today))))


def week(year: int, number: int) -> Span:
    """Return a week by its ISO number, from Monday to Sunday."""
    try:
        monday = dt.date.fromisocalendar(year, number, 1)
    except ValueError as error:
        raise UnreadableDate(f"The year {year} has no week {number}.") from error
    return Span(day_point(monday), day_point(_moved(monday, 6)))


def _moved(day: dt.date, days: int) -> dt.date:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError as error:
        raise UnreadableDate(words.OUTSIDE) from error
