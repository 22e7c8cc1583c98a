"""When something happened, exactly as far as the source says.

A date is written in a subset of EDTF (Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1):

==================  =====================================================
``2025``            a year
``2025-05``         a month
``2025-05-07``      a day
``A/B``             an interval between two of the above, both included
``A/..``, ``../B``  an interval without a known or fixed end, or start
``…~``              about (approximate), behind any year, month or day
``…?``              uncertain, behind any year, month or day
==================  =====================================================

Years run from 0001 to 9999; dates BCE are out of scope and refused.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from typing import Final

from bot.facts.showing import foreign, shown

_POINT: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?]?)", re.ASCII
)
_OPEN: Final = ".."
_MONTHS: Final = 12
_FORMS: Final = (
    "write 2025, 2025-05, 2025-05-07, A/B, A/.. or ../B, with ~ (about) or ? (uncertain)"
)
FIRST_DAY: Final = dt.date.min.toordinal()
LAST_DAY: Final = dt.date.max.toordinal()
#: JSON Schema pattern of a date; calendar rules (30 February) are beyond it.
PATTERN: Final = (
    r"^(\d{4}(-\d\d(-\d\d)?)?[~?]?(/(\d{4}(-\d\d(-\d\d)?)?[~?]?|\.\.))?"
    r"|\.\./\d{4}(-\d\d(-\d\d)?)?[~?]?)$"
)


class DateError(ValueError):
    """A text that is no date, with what is wrong and what to write instead."""


@functools.total_ordering
class When:
    """A date or interval: ``text`` as written, ``first`` and ``last`` as proleptic ordinals.

    Dates compare by their first day; of two that start together the longer comes first, so a year
    sorts before its months and a month before its days. Dates of one span compare by their text.
    """

    __slots__ = ("_end", "_start", "first", "last", "text")

    def __init__(self, text: str, start: Point | None, end: Point | None) -> None:
        """Build from end points; use ``When.parse`` for text."""
        self.text = text
        self._start = start
        self._end = end
        self.first = start.first if start else FIRST_DAY
        self.last = end.last if end else LAST_DAY

    @classmethod
    def parse(cls, text: str) -> When:
        """Read one EDTF date; raise ``DateError`` with what is wrong and what to do."""
        return _parse(text)

    @property
    def is_interval(self) -> bool:
        """Whether the text gives a start and an end."""
        return "/" in self.text

    @property
    def is_inferred(self) -> bool:
        """Whether any part is marked as approximate or uncertain."""
        return any(point is not None and point.mark for point in (self._start, self._end))

    def overlaps(self, other: When) -> bool:
        """Whether the two have at least one day in common."""
        return self.first <= other.last and other.first <= self.last

    def in_words(self) -> str:
        """Return the date as a person writes it: '2 December 2025', 'about 2005', 'since 2001'."""
        if not self.is_interval:
            return self._start.in_words() if self._start else self.text
        if self._start is None:
            return f"until {self._end.in_words()}" if self._end else "at any time"
        if self._end is None:
            return f"since {self._start.in_words()}"
        return f"{self._start.in_words()} to {self._end.in_words()}"

    def __eq__(self, other: object) -> bool:
        """Compare by text: '2025' and '2025~' are not the same claim."""
        return self.text == other.text if isinstance(other, When) else NotImplemented

    def __hash__(self) -> int:
        """Hash like the text."""
        return hash(self.text)

    @property
    def rank(self) -> tuple[int, int, str]:
        """What dates are ordered by: the first day, the longer of two first, then the text."""
        return self.first, -self.last, self.text

    def __lt__(self, other: When) -> bool:
        """Order by rank."""
        return self.rank < other.rank

    def __str__(self) -> str:
        """Return the text as written."""
        return self.text

    def __repr__(self) -> str:
        """Return an expression that reads back."""
        return f"When.parse({self.text!r})"


class Point:
    """A year, month or day with its mark: one end of an interval, or a whole date."""

    __slots__ = ("day", "first", "last", "mark", "month", "year")

    def __init__(self, year: int, month: int | None, day: int | None, mark: str) -> None:
        """Build from checked numbers."""
        self.year = year
        self.month = month
        self.day = day
        self.mark = mark
        self.first = dt.date(year, month or 1, day or 1).toordinal()
        self.last = (
            self.first
            if month and day
            else dt.date(
                year, month or _MONTHS, calendar.monthrange(year, month)[1] if month else 31
            ).toordinal()
        )

    def in_words(self) -> str:
        """Return '7 May 2025', 'about 2005', '2022 (uncertain)'."""
        words = str(self.year)
        if self.month:
            words = f"{calendar.month_name[self.month]} {words}"
        if self.day:
            words = f"{self.day} {words}"
        return {"~": f"about {words}", "?": f"{words} (uncertain)"}.get(self.mark, words)


@functools.lru_cache(maxsize=65_536)
def _parse(text: str) -> When:
    if text.startswith("-") or "/-" in text:
        raise DateError(f"{shown(text)} is a date BCE, which is out of scope; leave it out")
    start_text, slash, end_text = text.partition("/")
    if not slash:
        point = _point(text, text)
        return When(text, point, point)
    start = None if start_text == _OPEN else _point(start_text, text)
    end = None if end_text == _OPEN else _point(end_text, text)
    if start is None and end is None:
        raise DateError(f"'{text}' has neither a start nor an end; leave the date out")
    if start and end and start.first > end.last:
        raise DateError(f"'{text}' ends before it starts; turn it round: {end_text}/{start_text}")
    return When(text, start, end)


def _point(text: str, whole: str) -> Point:
    found = _POINT.fullmatch(text)
    if found is None:
        raise DateError(f"{shown(whole)} is not a date{foreign(whole)}; {_FORMS}")
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    if not year:
        raise DateError(f"'{whole}' is a date BCE (year 0000), which is out of scope; leave it out")
    if month is not None and not 1 <= month <= _MONTHS:
        raise DateError(f"'{whole}' has no month {month:02}; months are 01 to 12")
    if month and day is not None:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day <= days:
            month_name = calendar.month_name[month]
            raise DateError(f"'{whole}' has no day {day:02}; {month_name} {year} has {days} days")
    return Point(year, month, day, found["mark"])
