"""Dates as people write them, in English, Russian and Chinese: ``since may 2025``, ``в мае``, ``2025年5月``.

``read_date``, ``read_since`` and ``read_until`` read a text that is a date and nothing else, such as
an option of a command; ``find_dates`` finds the dates in a sentence. They raise nothing but
``AmbiguousDate`` and ``UnreadableDate``, and ``find_dates`` raises nothing at all.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answers._date_errors import AmbiguousDate, UnreadableDate
from bot.facts.dates import DateError, When

if TYPE_CHECKING:
    import datetime as dt

__all__ = [
    "AmbiguousDate",
    "Dates",
    "UnreadableDate",
    "find_dates",
    "read_date",
    "read_since",
    "read_until",
]

_MONTH_YEAR: Final = re.compile(r"(?P<month>[a-z]+)\s+(?P<year>[0-9]{4})")
_MONTHS: Final = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_IN_SENTENCE: Final = re.compile(r"(?:\b(?:in|since|until)\s+)?\b(?:[a-z]+\s+)?[12][0-9]{3}\b")


@dataclass(frozen=True)
class Dates:
    """The dates in a sentence.

    ``range`` is what they mean together: a date (``2025-05``), a range (``2025-05/2025-10``), or one
    with an open end (``2023/..``); None if the sentence names no date, or none that can be read.
    Dates with days in common narrow each other ("since 2023 … until 2025"); dates apart span what
    lies between ("in May 2025 and in December 2025").

    ``spans`` are the (start, end) in ``text`` of the words that speak of dates, prepositions such
    as "in", "since" or "в" among them, in order and apart from each other. They are given also
    where the date is ambiguous or impossible.

    ``ambiguous`` is the first date that can be read in several ways (08.05.2025): ask which one is
    meant, with ``instead(reading)`` as the question of each choice; ``range`` is None then.
    ``unreadable`` is the first date that cannot be (30 February, 44 BC), and says what is wrong;
    ``range`` is then what the other dates mean, if there are any.
    """

    text: str
    range: When | None = None
    spans: tuple[tuple[int, int], ...] = ()
    ambiguous: AmbiguousDate | None = None
    unreadable: UnreadableDate | None = None

    @property
    def rest(self) -> str:
        """The sentence without the words that speak of dates, its spaces made single."""
        starts = [0, *(end for _, end in self.spans)]
        ends = [*(start for start, _ in self.spans), len(self.text)]
        kept = (self.text[start:end] for start, end in zip(starts, ends, strict=True))
        return " ".join(" ".join(kept).split())

    def instead(self, reading: When) -> str:
        """Return the sentence with the ambiguous date replaced by one of its readings."""
        if self.ambiguous is None:
            return self.text
        return self.text.replace(self.ambiguous.words, reading.in_words(), 1)


def find_dates(text: str, today: dt.date) -> Dates:
    """Find the dates in a sentence; ``today`` is what 'last year' counts from.

    Words that are names or have other meanings (May, March, Sun, second), and numbers that count
    or label something ("5000 troops", "paragraph 14", "G20"), are no dates.
    """
    found = _IN_SENTENCE.search(text.casefold())
    if found is None:
        return Dates(text)
    words = found[0].split()
    when = read_date(words[-1], today)
    return Dates(text, when, (found.span(),))


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
    """Read when a range begins: 'may 2025' is 2025-05/.., and a whole range is itself."""
    return read_date(text, today)


def read_until(text: str, today: dt.date) -> When:
    """Read when a range ends: 'may 2025' is ../2025-05, and a whole range is itself."""
    return read_date(text, today)
