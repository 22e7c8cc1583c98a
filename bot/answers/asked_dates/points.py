"""Days and months in words, and years: '2nd of December 2025', 'мае прошлого года', '2025'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.making import made
from bot.answers.asked_dates.names import begins_name, is_surname
from bot.answers.asked_dates.reading import LONG, MOST_DAYS, SHORT
from bot.answers.asked_dates.years import YEARS_AHEAD, year_at, year_behind

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Named, Reading

_MOST_ONES: Final = 9
_MOST_TYPED: Final = 99
_LIKELY_FROM: Final = 1900
_NOT_OF_DAYS: Final = frozenset({"s", "'s", *words.YEAR_SUFFIXES})


def day_first(reading: Reading, place: int) -> Named | None:
    """Read '2 December 2025', '2nd of December', '2-го декабря', 'second of May', '28-Mar-2023'."""
    day, end = _day(reading, place)
    if not day:
        return None
    for skipped in ("-", "of"):
        if reading.word[end] == skipped:
            end += 1
    month = reading.month(end, beside_number=True)
    if not month:
        return None
    year = year_behind(reading, end + 1)
    if year:
        return made(reading, year[1], year[0], month, day)
    if day > MOST_DAYS or reading.word[place - 1] in words.LABELS:
        return None
    number = reading.at[place]
    plain = number.value >= 0 and not number.suffix
    named = made(reading, end + 1, None, month, day)
    return named._replace(weak=plain and _may_be_a_verb(reading, end, end + 1))


def month_first(reading: Reading, place: int) -> Named | None:
    """Read 'December 2nd, 2025', 'may 2025', 'мае прошлого года', 'December', 'May the fourth'."""
    beside = reading.at[place + 1].value > 0 or reading.at[place - 1].value > 0
    month = reading.month(place, beside_number=beside)
    if not month or is_surname(reading, place):
        return None
    end = place + 1
    if reading.word[end] == "." and reading.at[end].glued:
        end += 1
    year = year_behind(reading, end)
    if year:
        return made(reading, year[1], year[0], month)
    day = _day_behind(reading, place, end, month)
    if day or begins_name(reading, place):
        return day
    weak = reading.word[place] in words.NAMELIKE or reading.word[place] not in words.MONTHS
    return made(reading, end, None, month)._replace(weak=weak)


def _day_behind(reading: Reading, place: int, end: int, month: int) -> Named | None:
    at_day = end + 1 if reading.word[end] in {"the", "-"} else end
    day, behind = _day(reading, at_day)
    if not 1 <= day <= MOST_DAYS or reading.word[behind] in words.COUNTED:
        return None
    year = year_behind(reading, behind)
    if year:
        return made(reading, year[1], year[0], month, day)
    weak = _may_be_a_verb(reading, place, behind) and not reading.at[at_day].suffix
    return made(reading, behind, None, month, day)._replace(weak=weak)


def year_first(reading: Reading, place: int) -> Named | None:
    """Read '2025', '2025 год', '2025 May 7', 'last year'."""
    year = year_at(reading, place)
    if year is None:
        return None
    end = year[1]
    at_month = end + 1 if reading.word[end] == "-" and reading.at[end].glued else end
    month = reading.month(at_month, beside_number=True)
    if month:
        at_day = at_month + 1
        if reading.word[at_day] == "-" and reading.at[at_day].glued:
            at_day += 1
        day, behind = _day(reading, at_day)
        if day and reading.at[behind - 1].digits <= SHORT:
            return made(reading, behind, year[0], month, day)
        if reading.word[at_month] not in words.NAMELIKE or reading.whole:
            return made(reading, at_month + 1, year[0], month)
    bare = end == place + 1 and reading.at[place].digits == LONG
    return made(reading, end, year[0])._replace(weak=bare and not _is_likely(reading, year[0]))


def _may_be_a_verb(reading: Reading, place: int, behind: int) -> bool:
    """Whether 'may' beside a number is a verb: in small letters and with a word behind the two."""
    token, after = reading.at[place], reading.word[behind]
    if token.text != "may" or token.capital:
        return False
    return after.isalpha() and after not in words.WITHIN and after not in words.BESIDE


def _is_likely(reading: Reading, year: int) -> bool:
    """Whether a number by itself is more likely a year than a count, as round ones mostly are."""
    return _LIKELY_FROM < year <= reading.today.year + YEARS_AHEAD and year % 100 != 0


def _day(reading: Reading, place: int) -> tuple[int, int]:
    """Return a day of the month in digits or as an ordinal, and the place behind it; or 0."""
    token = reading.at[place]
    if 1 <= token.value <= _MOST_TYPED and token.suffix not in _NOT_OF_DAYS:
        return token.value, place + 1
    if token.text in words.TENS:
        behind = place + 2 if reading.word[place + 1] == "-" else place + 1
        ones = words.ORDINALS.get(reading.word[behind], 0)
        if 1 <= ones <= _MOST_ONES:
            return words.TENS[token.text] + ones, behind + 1
    return words.ORDINALS.get(token.text, 0), place + 1
