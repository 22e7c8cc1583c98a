"""Dates with the Chinese units 年, 月, 日: 2025年5月7日, 去年五月, 12月2日, 5月上旬, 90年代."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.periods import QUARTERS, decade_of, in_year, season_of
from bot.answers.asked_dates.reading import LONG, ImpossibleError, Named
from bot.answers.asked_dates.spans import Span, checked, part, years

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

HALVES: Final = {"上半年": part(1, None, 6), "下半年": part(7, None, 6)}
_MOST_TYPED: Final = 99
_YEAR_UNITS: Final = frozenset({"年", "年度"})
_DAY_UNITS: Final = frozenset({"日", "号"})
_UNITS: Final = frozenset({"月", *_YEAR_UNITS, *_DAY_UNITS})
_TO: Final = frozenset({"-", "~", "到", "至"})
#: The first day of each third of a month, and how many days it has; the last goes to its end.
_THIRDS: Final = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, None)}


def chinese_at(reading: Reading, place: int) -> Named | None:
    """Return the date in Chinese units that begins at a token, or None."""
    try:
        year, end = _year(reading, place)
        return (
            _period(reading, place)
            or _month(reading, year, end)
            or _part_of_year(reading, year, end)
            or (Named(Span(checked(year), checked(year)), end) if year else None)
        )
    except UnreadableDate as why:
        raise ImpossibleError(why, _behind_units(reading, place)) from why


def _year(reading: Reading, place: int) -> tuple[int | None, int]:
    """Return the year in front of a month, and the place behind it; None if it is left out."""
    token = reading.at[place]
    unit, away = words.RELATIVE.get(token.text, ("", 0))
    if unit == words.YEAR:
        return reading.today.year + away, place + 1
    is_year = LONG in {token.digits, len(token.text)} and token.value > 0 and not token.suffix
    if is_year and reading.word[place + 1] in _YEAR_UNITS:
        return token.value, place + 2
    return None, place


def _period(reading: Reading, place: int) -> Named | None:
    """Read 二十世纪, 20世纪90年代, 上世纪90年代, 90年代."""
    number, unit = reading.plain_number(place, _MOST_TYPED), reading.word[place + 1]
    if unit == "年代":
        first = decade_of(reading, reading.at[place].value)
        return None if first is None else Named(years(first, 10), place + 2)
    end = place + 2
    if reading.word[place] in words.RELATIVE and reading.word[place + 2] == "年代":
        number, end = (reading.today.year - 1) // 100, place + 1
    elif not number or unit != "世纪":
        return None
    first = (number - 1) * 100
    decade = reading.at[end].value
    if 0 <= decade <= _MOST_TYPED and decade % 10 == 0 and reading.word[end + 1] == "年代":
        return Named(years(first + decade, 10), end + 2)
    return Named(years(first + 1, 100), end)


def _month(reading: Reading, year: int | None, place: int) -> Named | None:
    """Read 5月, 5月7日, 5月上旬."""
    month = reading.plain_number(place, _MOST_TYPED)
    if month and reading.word[place + 1] in _TO:
        return _months(reading, year, place)
    if not month or reading.word[place + 1] != "月":
        return None
    end = place + 2
    third = _THIRDS.get(reading.word[end])
    if third and year:
        last = third[1] or checked(year, month).last.day
        return Named(Span(checked(year, month, third[0]), checked(year, month, last)), end + 1)
    day: int | None = reading.plain_number(end, _MOST_TYPED)
    if day and reading.word[end + 1] in _DAY_UNITS:
        end += 2
    elif day and year and reading.whole:
        end += 1
    else:
        day = None
    if year is None:
        return Named(part(month, day), end)
    point = checked(year, month, day)
    return Named(Span(point, point), end)


def _months(reading: Reading, year: int | None, place: int) -> Named | None:
    """Read 1-3月."""
    first, last = (reading.plain_number(at, _MOST_TYPED) for at in (place, place + 2))
    end = place + 4
    if reading.word[end - 1] != "月" or not first < last or reading.at[end].value >= 0:
        return None
    return in_year(part(first, None, last - first + 1), (year, end) if year else None, end)


def _part_of_year(reading: Reading, year: int | None, place: int) -> Named | None:
    """Read 上半年, 第一季度, and 春天 behind a year."""
    word = reading.word[place]
    if year and word in words.SEASONS:
        return season_of(reading, words.SEASONS[word], year, place + 1)
    at_number = place + 1 if word == "第" else place
    quarter = QUARTERS.get(reading.plain_number(at_number, len(QUARTERS)))
    if quarter and reading.word[at_number + 1] == "季度":
        end = at_number + 2
    elif word in HALVES:
        quarter, end = HALVES[word], place + 1
    else:
        return None
    return in_year(quarter, (year, end) if year else None, end)


def _behind_units(reading: Reading, place: int) -> int:
    """Return the place behind the numbers and units that stand here."""
    end = place + 1
    for _ in _UNITS:
        end += reading.at[end].value >= 0 or reading.word[end] in _UNITS
    return end
