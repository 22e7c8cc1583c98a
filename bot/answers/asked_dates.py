"""Dates as people write them in a question."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING, Final

from bot.facts.dates import DateError, When

if TYPE_CHECKING:
    import datetime as dt

_MONTH_YEAR: Final = re.compile(r"(?P<month>[a-z]+)\s+(?P<year>[0-9]{4})")
_MONTHS: Final = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}


class UnreadableDate(ValueError):  # noqa: N818  # named for what it is about
    """A text that is no date, with what to write instead."""


class AmbiguousDate(ValueError):  # noqa: N818  # named for what it is about
    """A date with several readings: the ``words`` and the ``readings`` to choose from."""

    def __init__(self, words: str, readings: tuple[When, ...]) -> None:
        """Keep the words and their readings."""
        super().__init__(f"'{words}' can be read in several ways")
        self.words = words
        self.readings = readings


def read_date(text: str, today: dt.date) -> When:
    """Read a date or range; ``today`` is what 'last year' counts from."""
    del today
    words = text.strip().casefold()
    found = _MONTH_YEAR.fullmatch(words)
    if found and found["month"] in _MONTHS:
        words = f"{found['year']}-{_MONTHS[found['month']]:02}"
    try:
        return When.parse(words)
    except DateError as error:
        raise UnreadableDate(str(error)) from error


def read_since(text: str, today: dt.date) -> When:
    """Read when a range begins."""
    return read_date(text, today)


def read_until(text: str, today: dt.date) -> When:
    """Read when a range ends."""
    return read_date(text, today)
