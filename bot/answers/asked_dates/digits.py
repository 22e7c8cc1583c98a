"""Dates of digits and signs alone: 2025-12-02, 2025/12, 25.12.2025, 5/8/25, 12/2025, 20251202."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import MisorderedDate
from bot.answers.asked_dates.making import made
from bot.answers.asked_dates.reading import DMY, LONG, MDY, SHORT, YMD, ImpossibleError
from bot.answers.asked_dates.years import behind_year, of_two_digits

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Named, Reading
    from bot.answers.asked_dates.tokens import Token

_MOST_MONTHS: Final = 12
_COMPACT: Final = 8
_SIGNS: Final = frozenset("-./")
_LIKELY_YEARS: Final = range(1900, 2100)


def digits_at(reading: Reading, place: int) -> Named | None:
    """Return the date of digits that begins at a token, or None."""
    first, sign, second = reading.at[place : place + 3]
    if first.suffix or not first.digits:
        return None
    if first.digits == _COMPACT:
        return _compact(reading, place)
    if sign.text not in _SIGNS or not _are_joined(sign, second) or second.suffix:
        return None
    again, third = reading.at[place + 3 : place + 5]
    if again.text == sign.text and _are_joined(again, third):
        return _three_numbers(reading, place)
    return _two_numbers(reading, place)


def _are_joined(sign: Token, number: Token) -> bool:
    return sign.glued and number.glued and number.digits > 0


def _compact(reading: Reading, place: int) -> Named | None:
    value = reading.at[place].value
    year, month, day = value // 10_000, value // 100 % 100, value % 100
    if not reading.whole and (year not in _LIKELY_YEARS or reading.counts(place)):
        return None
    try:
        return made(reading, place + 1, year, month, day)
    except ImpossibleError:
        if reading.whole:
            raise
        return None


def _three_numbers(reading: Reading, place: int) -> Named | None:
    first, second, third = (reading.at[place + n] for n in (0, 2, 4))
    end = place + 5
    if reading.word[end] in words.YEAR_NOUNS or third.suffix in words.YEAR_SUFFIXES:
        end = behind_year(reading, end)
    sign, beyond = reading.at[end : end + 2]
    if sign.text in {".", "/"} and _are_joined(sign, beyond) and sign.text == reading.word[end - 2]:
        return None  # four numbers: 192.168.0.1
    if first.digits == LONG and max(second.digits, third.digits) <= SHORT:
        return made(reading, end, first.value, second.value, third.value)
    if third.digits not in {SHORT, LONG} or max(first.digits, second.digits) > SHORT:
        return None
    return _in_order(reading, end, (first, second, third))


def _in_order(reading: Reading, end: int, numbers: tuple[Token, Token, Token]) -> Named:
    """Read numbers as this reading orders them; year first only where nothing else is likelier."""
    first, second, third = (token.value for token in numbers)
    is_short = numbers[2].digits == SHORT
    reading.forks.add("order")
    if reading.order == YMD:
        year = of_two_digits(reading, first)
        if not is_short or first <= _MOST_MONTHS:
            raise ImpossibleError(MisorderedDate("There is no year in front."), end)
        return made(reading, end, year, second, third)
    year = of_two_digits(reading, third) if is_short else third
    day, month = (first, second) if reading.order == DMY else (second, first)
    return made(reading, end, year, month, day)


def _two_numbers(reading: Reading, place: int) -> Named | None:
    first, sign, second = reading.at[place : place + 3]
    end = place + 3
    if first.digits == LONG and second.digits == SHORT:
        return _year_and_month(reading, place)
    if second.digits == LONG and 1 <= first.value <= _MOST_MONTHS:
        return made(reading, end, second.value, first.value)
    if sign.text == "-" or max(first.digits, second.digits) > SHORT:
        return None
    if not reading.whole and (sign.text == "." or reading.word[end] in words.COUNTED):
        return None  # a fraction, as far as one can tell
    reading.forks.add("order")
    day, month = (first, second) if reading.order != MDY else (second, first)
    try:
        return made(reading, end, None, month.value, day.value)._replace(weak=True)
    except ImpossibleError:
        if reading.whole:
            raise
        return None  # 24/7


def _year_and_month(reading: Reading, place: int) -> Named | None:
    """Read 2025-05; 2024-25 is a range of years, and 2025-13 an impossible month."""
    year, second = reading.at[place].value, reading.at[place + 2].value
    if reading.whole:
        is_month = second <= max(year % 100, _MOST_MONTHS)
    else:
        is_month = 1 <= second <= _MOST_MONTHS and not reading.counts(place)
    return made(reading, place + 3, year, second) if is_month else None
