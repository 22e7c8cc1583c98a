"""Spans of days with the precision that they were given in, and dates that lack their year."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Final, NamedTuple

from bot.answers.asked_dates.errors import MisorderedDate, UnreadableDate
from bot.facts.dates import When

_MONTHS: Final = 12
_FIRST_YEAR: Final = dt.MINYEAR
_LAST_YEAR: Final = dt.MAXYEAR
#: The 29th of February comes again after eight years at the latest.
_LEAP_GAP: Final = 8
_LEAP_YEAR: Final = 2000


class Point(NamedTuple):
    """A year, month or day, with its EDTF mark."""

    year: int
    month: int | None = None
    day: int | None = None
    mark: str = ""

    @property
    def text(self) -> str:
        """The point in EDTF."""
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}{month}{day}{self.mark}"

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        month = self.month or _MONTHS
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def moved(self, by: int) -> Point:
        """Return the point so many years, months or days later: whatever it is itself."""
        if self.day is not None:
            return day_point(self.first + dt.timedelta(days=by))
        if self.month is not None:
            year, month = divmod(self.year * _MONTHS + self.month - 1 + by, _MONTHS)
            return checked(year, month + 1)
        return checked(self.year + by)


class Span(NamedTuple):
    """The days from one point up to another, both included; None is an open end."""

    first: Point | None
    last: Point | None

    @property
    def start(self) -> dt.date:
        """The first day."""
        return self.first.first if self.first else dt.date.min

    @property
    def end(self) -> dt.date:
        """The last day."""
        return self.last.last if self.last else dt.date.max

    @property
    def is_all(self) -> bool:
        """Whether both ends are open."""
        return self.first is None and self.last is None

    def when(self) -> When:
        """Return the span as a date; raise ``UnreadableDate`` if it ends before it starts."""
        start = self.first.text if self.first else ".."
        end = self.last.text if self.last else ".."
        if self.start > self.end:
            start, end = (
                When.parse(point.text).in_words() for point in (self.first, self.last) if point
            )
            raise UnreadableDate(f"{start} is later than {end}; turn the two round.")
        return When.parse(start if start == end else f"{start}/{end}")


class Part(NamedTuple):
    """A date without a year: a day, or ``months`` months from ``month`` on; or a day alone."""

    month: int | None
    day: int | None = None
    months: int = 1

    def at(self, year: int) -> Span:
        """Return the date in the year in which it begins, or raise ``UnreadableDate``."""
        first = checked(year, self.month, self.day)
        return Span(first, first.moved(self.months - 1) if self.months > 1 else first)

    def latest(self, today: dt.date) -> Span:
        """Return the last one that has begun by today."""
        for year in range(today.year, max(today.year - _LEAP_GAP, _FIRST_YEAR) - 1, -1):
            if self.month == 2 and self.day == 29 and not calendar.isleap(year):  # noqa: PLR2004  # the leap day
                continue
            span = self.at(year)
            if span.start <= today:
                return span
        return self.at(today.year)


def checked(year: int, month: int | None = None, day: int | None = None) -> Point:
    """Return a point, or raise ``UnreadableDate`` with what is impossible about it."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise UnreadableDate(
            f"That leads to the year {year}; dates here lie in the years 1 to 9999."
        )
    if month is not None and not 1 <= month <= _MONTHS:
        raise MisorderedDate(f"There is no month {month}; months are 1 to 12.")
    if month is not None and day is not None:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day <= days:
            name = calendar.month_name[month]
            raise UnreadableDate(f"There is no {day} {name} {year}; {name} {year} has {days} days.")
    return Point(year, month, day)


def part(month: int | None, day: int | None = None, months: int = 1) -> Part:
    """Return a date without a year, or raise ``UnreadableDate`` if no year has it."""
    if month is not None and day is not None:
        days = calendar.monthrange(_LEAP_YEAR, month)[1] if 1 <= month <= _MONTHS else 0
        if 1 <= month <= _MONTHS and not 1 <= day <= days:
            name = calendar.month_name[month]
            raise UnreadableDate(f"There is no {day} {name}; {name} has {days} days at most.")
    checked(_LEAP_YEAR, month)
    return Part(month, day, months)


def day_point(day: dt.date) -> Point:
    """Return a day as a point."""
    return Point(day.year, day.month, day.day)


def years(first: int, count: int) -> Span:
    """Return so many whole years."""
    return Span(checked(first), checked(first + count - 1))
