"""Dates with the Chinese units 年, 月, 日: 2025年5月7日, 去年五月, 12月2日, 5月上旬, 二十世纪90年代."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.periods import decade_of, in_year, season_span
from bot.answers.asked_dates.reading import ImpossibleError, Named
from bot.answers.asked_dates.spans import Span, checked, part, years

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

_MOST_DAYS: Final = 99
_DAY_WORDS: Final = frozenset({"日", "号"})
_TENS: Final = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 0)}
_HALVES: Final = {"上半年": 1, "下半年": 7}
_MOST_CENTURIES: Final = 99


def chinese_at(reading: Reading, place: int) -> Named | None:
    """Return the date in Chinese units that begins at a token, or None."""
    try:
        return _chinese_at(reading, place)
    except UnreadableDate as why:
        raise ImpossibleError(why, _behind_units(reading, place)) from why


def _chinese_at(reading: Reading, place: int) -> Named | None:
    century = reading.plain_number(place, _MOST_CENTURIES)
    if century and reading.word(place + 1) == "世纪":
        return _century(reading, century, place + 2)
    if reading.word(place) in {"上世纪", "上个世纪"} and reading.word(place + 2) == "年代":
        before = (reading.today.year - 1) // 100
        return _century(reading, before, place + 1)
    if reading.at(place).value >= 0 and reading.word(place + 1) == "年代":
        first = decade_of(reading, reading.at(place).value)
        return None if first is None else Named(years(first, 10), place + 2)
    year, end = _year(reading, place)
    if year is None and end != place:
        return None
    return _within(reading, year, place, end)


def _within(reading: Reading, year: int | None, place: int, end: int) -> Named | None:
    """Read what stands behind a year, or without one: a month, a day, a season, a quarter."""
    word = reading.word(end)
    if word in _HALVES:
        return in_year(part(_HALVES[word], None, 6), year, end + 1)
    ordinal = end + 1 if word == "第" else end
    number = reading.plain_number(ordinal, 4)
    if number and reading.word(ordinal + 1) == "季度":
        return in_year(part(number * 3 - 2, None, 3), year, ordinal + 2)
    if year is not None and word in words.SEASONS and not word.isascii():
        return season_span(reading, words.SEASONS[word], year, end + 1)
    month = reading.plain_number(end, _MOST_DAYS)
    if not month or reading.word(end + 1) != "月":
        if year is None:
            return None
        point = checked(year)
        return Named(Span(point, point), end)
    tens = _TENS.get(reading.word(end + 2))
    if tens and year is not None:
        last = checked(year, month).last.day if not tens[1] else tens[1]
        return Named(Span(checked(year, month, tens[0]), checked(year, month, last)), end + 3)
    day = reading.plain_number(end + 2, _MOST_DAYS)
    if day and reading.word(end + 3) in _DAY_WORDS:
        return in_year(part(month, day), year, end + 4)
    if day and year is not None and reading.at(end + 2).glued and reading.whole:
        return in_year(part(month, day), year, end + 3)
    return in_year(part(month), year, end + 2)


def _year(reading: Reading, place: int) -> tuple[int | None, int]:
    token = reading.at(place)
    unit, away = words.RELATIVE.get(token.text, ("", 0))
    if unit == words.YEAR:
        return reading.today.year + away, place + 1
    if token.value > 0 and not token.suffix and reading.word(place + 1) in {"年", "年度"}:
        if token.value < 1000 and not (token.digits == 4 or len(token.text) == 4):  # noqa: PLR2004  # a year has four digits
            return None, place + 1
        return token.value, place + 2
    return None, place


def _century(reading: Reading, century: int, end: int) -> Named:
    decade = reading.at(end).value
    if 0 <= decade < 100 and decade % 10 == 0 and reading.word(end + 1) == "年代":  # noqa: PLR2004  # within a century
        return Named(years((century - 1) * 100 + decade, 10), end + 2)
    return Named(years((century - 1) * 100 + 1, 100), end)


def _behind_units(reading: Reading, place: int) -> int:
    """Return the place behind the numbers and units that stand here."""
    end = place + 1
    while end < place + 6 and (  # noqa: PLR2004  # year, month and day, each with its unit
        reading.at(end).value >= 0 or reading.word(end) in {"年", "月", *_DAY_WORDS}
    ):
        end += 1
    return end
