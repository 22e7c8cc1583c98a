"""The dates in a text, in the forms in which English, Russian and Chinese texts write them.

``December 2, 2025``, ``2 December``, ``28-Mar-2023``, ``March 20 to 22``, ``2025-12-02``,
``2 декабря 2025``, ``2025年12月2日``. A date of digits alone (08.05.2025) is read both ways.
A date without a year takes it from what is around it. ``this year``, ``last year`` and
``next year`` are years where it is known when the text was published.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.facts.dates import When

_ENGLISH_NAMES: Final = (
    r"Jan(?:uary|\.)?", r"Feb(?:ruary|\.)?", r"Mar(?:ch|\.)?", r"Apr(?:il|\.)?", "May",
    r"Jun(?:e|\.)?", r"Jul(?:y|\.)?", r"Aug(?:ust|\.)?", r"Sept?(?:ember|\.)?", r"Oct(?:ober|\.)?",
    r"Nov(?:ember|\.)?", r"Dec(?:ember|\.)?",
)  # fmt: skip
#: With a capital, as 'may 5' and 'march 20' are no dates.
_ENGLISH: Final = tuple(rf"{name[0]}(?i:{name[1:]})" for name in _ENGLISH_NAMES)
_RUSSIAN_NAMES: Final = (
    "январ[а-я]{1,2}", "феврал[а-я]{1,2}", "марта?[а-я]?", "апрел[а-я]{1,2}", "ма[йяею]",
    "июн[а-я]{1,2}", "июл[а-я]{1,2}", "август[а-я]{0,2}", "сентябр[а-я]{1,2}",
    "октябр[а-я]{1,2}", "ноябр[а-я]{1,2}", "декабр[а-я]{1,2}",
)  # fmt: skip
_RUSSIAN: Final = tuple(rf"(?i:{name})" for name in _RUSSIAN_NAMES)
_MONTHS: Final = [
    re.compile(rf"{english}|{russian}") for english, russian in zip(_ENGLISH, _RUSSIAN, strict=True)
]
_MONTH: Final = rf"(?P<month>\b(?:{'|'.join(_ENGLISH + _RUSSIAN)}))(?![^\W_])"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_LAST: Final = (
    r"(?:\s*(?:[-–—]|to|and|through|until|till|по|и)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
)
_YEAR: Final = r"(?P<year>\d{4})"
_END: Final = r"(?!\d)"
_FORMS: Final = [
    re.compile(form)
    for form in (
        rf"(?<!\d){_YEAR}[-/.](?P<digits>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?(?![\d./-]*\d)",
        rf"(?<!\d){_YEAR}\s*年\s*(?P<digits>\d{{1,2}})\s*月(?:\s*(?P<day>\d{{1,2}})\s*[日号])?",
        r"(?<!\d)(?P<digits>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]",
        rf"(?<!\d){_DAY}{_LAST}(?:\s+of)?[\s-]+{_MONTH}(?:,?[\s-]+{_YEAR}{_END})?",
        rf"{_MONTH}\s+{_DAY}(?!\d){_LAST}{_END}(?:,?\s+{_YEAR}{_END})?",
        rf"{_MONTH},?\s+{_YEAR}{_END}",
    )
]
_ALL_DIGITS: Final = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![./-]?\d)")
_BARE_YEAR: Final = re.compile(r"(?<![^\W_\u3040-\u9fff])([12]\d{3})(?:s|[-‑](?=[^\W\d]))?(?!\d)")
_RELATIVE_YEAR: Final = re.compile(
    r"\b(this|last|previous|next|coming|current) year\b", re.IGNORECASE
)
_RELATIVE: Final = {"last": -1, "previous": -1, "next": 1, "coming": 1}
_HALF_A_YEAR: Final = 183


class Dated(NamedTuple):
    """A date in a text, as far as it is given there; ``text``, ``start`` and ``end`` of it.

    ``either`` marks one of two ways to read the same digits.
    """

    year: int | None
    month: int | None
    day: int | None
    text: str = ""
    start: int = 0
    end: int = 0
    either: bool = False

    def fits(self, claimed: Dated, years: Iterable[int]) -> bool:
        """Whether this bears out a date of the same or lower precision.

        A year that is left out here may be any of ``years``.
        """
        if claimed.month is None:
            return self.month is None and self.year == claimed.year
        if self.month != claimed.month:
            return False
        if claimed.day is not None and self.day != claimed.day:
            return False
        if claimed.year is None:
            return True
        return claimed.year in years if self.year is None else self.year == claimed.year


def dates_in(text: str) -> list[Dated]:
    """Return the dates in a text that give at least a day and month, or a month and year."""
    found: list[Dated] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if not any(known.start < match.end() and match.start() < known.end for known in found):
                found += _read(match)
    for match in _ALL_DIGITS.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        both = {(first, second), (second, first)}
        found += [
            Dated(year, month, day, match[0], *match.span(), len(both) > 1)
            for month, day in sorted(both)
            if _is_day(year, month, day)
        ]
    return found


def months_in(text: str) -> list[Dated]:
    """Return the months that are named in a text, whatever stands beside them."""
    return [Dated(None, _month(match["month"]), None) for match in re.finditer(_MONTH, text)]


def years_in(text: str) -> set[int]:
    """Return the years that a text names in digits."""
    return {int(match[1]) for match in _BARE_YEAR.finditer(text)}


def relative_years_in(text: str, published: dt.date) -> set[int]:
    """Return the years that a text of that date names as 'last year', 'next year' and the like."""
    return {
        published.year + _RELATIVE.get(match[1].casefold(), 0)
        for match in _RELATIVE_YEAR.finditer(text)
    }


def nearest_years(dated: Dated, published: dt.date) -> set[int]:
    """Return the years that a date without a year can mean in a text of that date."""
    if dated.month is None:
        return set()
    years = {published.year}
    for year in (published.year - 1, published.year + 1):
        day = dt.date(year, dated.month, min(dated.day or 15, 28))
        if abs(day - published).days <= _HALF_A_YEAR:
            years.add(year)
    return years


def ends_of(when: When) -> list[Dated]:
    """Return the dates that a record's date gives: one, or the ends of an interval."""
    ends = []
    for end in when.text.split("/"):
        if end != "..":
            numbers = [int(part) for part in end.rstrip("~?").split("-")]
            year, month, day = (*numbers, None, None)[:3]
            ends.append(Dated(year, month, day, end))
    return ends


def _read(match: re.Match[str]) -> Iterator[Dated]:
    parts = match.groupdict()
    month = int(parts["digits"]) if parts.get("digits") else _month(parts["month"])
    year = int(parts["year"]) if parts.get("year") else None
    days: list[int | None] = [int(parts[name]) for name in ("day", "last") if parts.get(name)]
    for day in days or [None]:
        if _is_day(year or 2000, month, day or 1):  # 2000 has all days that any year has
            yield Dated(year, month, day, match[0], *match.span())


def _month(name: str) -> int:
    return next(number for number, form in enumerate(_MONTHS, 1) if form.fullmatch(name))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
