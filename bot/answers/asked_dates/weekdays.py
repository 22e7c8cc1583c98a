"""Days of the week: on Monday, last Friday, в прошлую среду, 上周五."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.reading import ImpossibleError, Named
from bot.answers.asked_dates.spans import Span, day_point

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

_WEEK: Final = 7
_CHINESE_WEEKS: Final = frozenset({"周", "星期", "礼拜"})
#: 周 is a family name as well.
_SURE_WEEKS: Final = _CHINESE_WEEKS - {"周"}
_CHINESE_SUNDAYS: Final = frozenset({"日", "天"})


def weekday_at(reading: Reading, place: int) -> Named | None:
    """Return the day of the week that is named at a token, or None.

    By itself it is the last one up to today, 'last' one lies before today, 'this' one in this
    week, and the 'next' one is the first after today.
    """
    away = words.OFFSETS.get(reading.word[place])
    number, end = _number(reading, place if away is None else place + 1)
    if number is None:
        return _chinese(reading, place)
    try:
        if away is None:
            return _named(
                _up_to(reading.today, number), end, weak=reading.word[place] not in _SURE_WEEKS
            )
        if away == 0:
            monday = reading.today - dt.timedelta(days=reading.today.weekday())
            return _named(monday + dt.timedelta(days=number), end)
        if away > 0:
            return _named(_up_to(reading.today, number) + dt.timedelta(days=_WEEK), end)
        return _named(_up_to(reading.today - dt.timedelta(days=1), number), end)
    except OverflowError as error:
        raise ImpossibleError(UnreadableDate(words.OUTSIDE), end) from error


def _chinese(reading: Reading, place: int) -> Named | None:
    """Read 上周五: a week and the number of its day."""
    unit, away = words.RELATIVE.get(reading.word[place], ("", 0))
    number, end = _numeral(reading, place + 1)
    if unit != words.WEEK or number is None:
        return None
    try:
        monday = reading.today + dt.timedelta(days=_WEEK * away - reading.today.weekday())
        return _named(monday + dt.timedelta(days=number), end)
    except OverflowError as error:
        raise ImpossibleError(UnreadableDate(words.OUTSIDE), end) from error


def _number(reading: Reading, place: int) -> tuple[int | None, int]:
    """Return the number of a day of the week, Monday being 0, and the place behind it."""
    if reading.word[place] in _CHINESE_WEEKS and reading.at[place - 1].value < 0:
        return _numeral(reading, place + 1)
    return words.WEEKDAYS.get(reading.word[place]), place + 1


def _numeral(reading: Reading, place: int) -> tuple[int | None, int]:
    token = reading.at[place]
    if token.text in _CHINESE_SUNDAYS:
        return _WEEK - 1, place + 1
    is_day = not token.digits and 1 <= token.value < _WEEK
    return (token.value - 1 if is_day else None), place + 1


def _up_to(today: dt.date, number: int) -> dt.date:
    return today - dt.timedelta(days=(today.weekday() - number) % _WEEK)


def _named(day: dt.date, end: int, *, weak: bool = False) -> Named:
    point = day_point(day)
    return Named(Span(point, point), end, weak)
