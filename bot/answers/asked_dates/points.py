"""Single dates: days, months and years in digits and words, and what lacks its year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.chinese import chinese_at
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.periods import period_at
from bot.answers.asked_dates.reading import DMY, MDY, YMD, ImpossibleError, Named
from bot.answers.asked_dates.relative import relative_at
from bot.answers.asked_dates.spans import Point, Span, checked, part
from bot.answers.asked_dates.years import behind_year, of_two_digits, year_at, year_behind

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

_MOST_DAYS: Final = 31
_MOST_MONTHS: Final = 12
_TWO_DIGITS: Final = 99
_YEAR_DIGITS: Final = 4
_COMPACT: Final = 8
_NUMBER_SIGNS: Final = frozenset("-./")
_YEARS_AHEAD: Final = 10


def date_at(reading: Reading, place: int) -> Named | None:
    """Return the longest date that begins at a token, or None."""
    token = reading.at(place)
    readers = _OF_NUMBERS if token.value >= 0 else _OF_WORDS
    best: Named | None = None
    for reader in readers:
        found = reader(reading, place)
        if found and (best is None or found.end > best.end):
            best = found
    return best


def day_alone(reading: Reading, place: int) -> Named | None:
    """Return a number that can be the day of a month that is named elsewhere."""
    token = reading.at(place)
    if not 1 <= token.value <= _MOST_DAYS or token.suffix == "s":
        return None
    end = place + 1
    if reading.word(end) in {"日", "号"}:
        end += 1
    return Named(part(None, token.value), end)


def _named(
    reading: Reading, end: int, year: int | None, month: int, day: int | None, *, weak: bool = False
) -> Named:
    """Return a date, with the year if it is known, or raise ``ImpossibleError``."""
    try:
        if year is None:
            return Named(part(month, day), end, weak)
        point = checked(year, month, day)
    except UnreadableDate as why:
        raise ImpossibleError(why, end) from why
    return _marked(reading, point, end)


def _marked(reading: Reading, point: Point, end: int) -> Named:
    """Return a point with the mark behind it: '~', or '?' where it cannot end a question."""
    mark, behind = reading.at(end), reading.at(end + 1)
    is_range = behind.glued and behind.value >= 0
    if mark.glued and (mark.text == "~" or (mark.text == "?" and reading.whole)) and not is_range:
        point, end = point._replace(mark=mark.text), end + 1
    elif [reading.word(end + n) for n in range(3)] == ["(", "uncertain", ")"]:
        point, end = point._replace(mark="?"), end + 3
    return Named(Span(point, point), end)


def _digits(reading: Reading, place: int) -> Named | None:
    """Read 2025-12-02, 2025/12, 08.05.2025, 5/8/25, 12/2025, 20251202."""
    first, sign, second = (reading.at(place + n) for n in range(3))
    if first.suffix or reading.at(place).digits == 0:
        return None
    if first.digits == _COMPACT:
        return _compact(reading, place)
    if sign.text not in _NUMBER_SIGNS or not sign.glued or not second.glued or second.suffix:
        return None
    if second.value < 0 or _is_joined_in_front(reading, place):
        return None
    third = reading.at(place + 4)
    if reading.word(place + 3) == sign.text and reading.at(place + 3).glued and third.glued:
        if third.value >= 0:
            return _three_numbers(reading, place)
    return _two_numbers(reading, place)


def _is_joined_in_front(reading: Reading, place: int) -> bool:
    before = reading.at(place - 1)
    joined = reading.at(place).glued and before.glued and before.text in _NUMBER_SIGNS | {","}
    return joined and reading.at(place - 2).value >= 0


def _compact(reading: Reading, place: int) -> Named | None:
    value = reading.at(place).value
    year, month, day = value // 10_000, value // 100 % 100, value % 100
    if not reading.whole and (year not in range(1900, 2100) or reading.counts(place)):
        return None
    try:
        return _named(reading, place + 1, year, month, day)
    except ImpossibleError:
        if reading.whole:
            raise
        return None


def _three_numbers(reading: Reading, place: int) -> Named | None:
    """Read three numbers with one sign between; refuse what no order makes a date of."""
    first, second, third = (reading.at(place + n) for n in (0, 2, 4))
    end = place + 5
    if reading.word(end) in words.YEAR_NOUNS or third.suffix in {"г", "гг"}:
        end = behind_year(reading, end)
    if reading.at(end).glued and reading.word(end) in _NUMBER_SIGNS and reading.at(end + 1).glued:
        if reading.at(end + 1).value >= 0 and reading.word(end) == reading.word(place + 1) != "-":
            return None  # 192.168.0.1 and other things of four numbers
    if first.digits == _YEAR_DIGITS and max(second.digits, third.digits) <= 2:  # noqa: PLR2004  # two digits
        return _named(reading, end, first.value, second.value, third.value)
    if third.digits not in {2, _YEAR_DIGITS} or max(first.digits, second.digits) > 2:  # noqa: PLR2004  # the same
        return None
    return _in_order(reading, end, (first.value, second.value, third.value), third.digits)


def _in_order(reading: Reading, end: int, numbers: tuple[int, int, int], digits: int) -> Named:
    first, second, third = numbers
    reading.forks.add("order")
    if reading.order == YMD:
        if (
            digits != 2
            or first <= _MOST_MONTHS
            or of_two_digits(reading, first) > reading.today.year
        ):  # noqa: PLR2004  # two digits
            why = UnreadableDate("This is no year in front.")
            raise ImpossibleError(why, end)
        return _named(reading, end, of_two_digits(reading, first), second, third)
    year = third if digits == _YEAR_DIGITS else of_two_digits(reading, third)
    day, month = (first, second) if reading.order == DMY else (second, first)
    return _named(reading, end, year, month, day)


def _two_numbers(reading: Reading, place: int) -> Named | None:
    first, second = reading.at(place), reading.at(place + 2)
    end = place + 3
    if first.digits == _YEAR_DIGITS and second.digits == 2:  # noqa: PLR2004  # two digits
        if second.value <= _MOST_MONTHS and (reading.whole or not reading.counts(place)):
            if second.value or reading.whole:
                return _named(reading, end, first.value, second.value, None)
        return None
    if second.digits == _YEAR_DIGITS and 1 <= first.value <= _MOST_MONTHS:
        return _named(reading, end, second.value, first.value, None)
    if not reading.whole or max(first.digits, second.digits) > 2:  # noqa: PLR2004  # the same
        return None
    if reading.word(place + 1) == "-":
        return None
    reading.forks.add("order")
    day, month = (first, second) if reading.order != MDY else (second, first)
    return _named(reading, end, None, month.value, day.value)


def _day_and_month(reading: Reading, place: int) -> Named | None:
    """Read '2 December 2025', '2nd of December', '2-го декабря', 'second of May', '28-Mar-2023'."""
    day, end = _day(reading, place)
    if not day:
        return None
    ordinal = reading.at(place).suffix != "" or reading.at(place).value < 0
    for skipped in ("-", "of", "day", "of"):
        if reading.word(end) == skipped:
            end += 1
    month = reading.month(end, beside_number=True)
    if not month:
        return None
    token = reading.at(end)
    year = year_behind(reading, end + 1)
    if year:
        return _named(reading, year[1], year[0], month, day)
    if day > _MOST_DAYS or reading.word(place - 1) in words.LABELS:
        return None
    weak = not ordinal and token.text in words.NAMELIKE and token.text.isascii()
    return _named(reading, end + 1, None, month, day, weak=weak)


def _month_first(reading: Reading, place: int) -> Named | None:
    """Read 'December 2nd, 2025', 'may 2025', 'мае прошлого года', 'December', 'May the fourth'."""
    beside = reading.at(place + 1).value > 0 or reading.at(place - 1).value > 0
    month = reading.month(place, beside_number=beside)
    if not month:
        return None
    end = place + 1
    if reading.word(end) == "." and reading.at(end).glued:
        end += 1
    year = year_behind(reading, end)
    if year:
        return _named(reading, year[1], year[0], month, None)
    at_day = end + 1 if reading.word(end) in {"the", "-"} else end
    day, behind = _day(reading, at_day)
    if day and reading.word(behind) not in words.COUNTED and day <= _MOST_DAYS:
        year = year_behind(reading, behind)
        if year:
            return _named(reading, year[1], year[0], month, day)
        weak = reading.word(place) in words.NAMELIKE and not reading.at(at_day).suffix
        return _named(reading, behind, None, month, day, weak=weak)
    weak = reading.word(place) in words.NAMELIKE or month != words.MONTHS.get(reading.word(place))
    return _named(reading, end, None, month, None, weak=weak)


def _year_first(reading: Reading, place: int) -> Named | None:
    """Read '2025', '2025 год', '2025 May 7'."""
    year = year_at(reading, place)
    if year is None:
        return None
    end = year[1]
    at_month = end + 1 if reading.word(end) == "-" and reading.at(end).glued else end
    month = reading.month(at_month, beside_number=True)
    if month:
        at_day = at_month + 1
        if reading.word(at_day) == "-" and reading.at(at_day).glued:
            at_day += 1
        day, behind = _day(reading, at_day)
        if day and reading.at(behind - 1).digits <= 2:  # noqa: PLR2004  # two digits
            return _named(reading, behind, year[0], month, day)
        if reading.word(at_month) not in words.NAMELIKE or reading.whole:
            return _named(reading, at_month + 1, year[0], month, None)
    try:
        named = _marked(reading, checked(year[0]), end)
    except UnreadableDate as why:
        raise ImpossibleError(why, end) from why
    bare = end == place + 1 and reading.at(place).digits == _YEAR_DIGITS
    round_ = bare and year[0] % 100 == 0
    return named._replace(weak=bare and (round_ or not _is_likely(reading, year[0])))


def _is_likely(reading: Reading, year: int) -> bool:
    """Whether a number by itself is more likely a year than a count."""
    return 1900 <= year <= reading.today.year + _YEARS_AHEAD  # noqa: PLR2004  # a century back


def _day(reading: Reading, place: int) -> tuple[int, int]:
    """Return a day of the month in digits or as an ordinal, and the place behind it; or 0."""
    token = reading.at(place)
    if 1 <= token.value <= _TWO_DIGITS and token.suffix not in {"s", "'s", "г", "гг"}:
        return token.value, place + 1
    if token.text in words.TENS:
        behind = place + 2 if reading.word(place + 1) == "-" else place + 1
        ones = words.ORDINALS.get(reading.word(behind), 0)
        return (words.TENS[token.text] + ones, behind + 1) if 1 <= ones <= 9 else (0, place)  # noqa: PLR2004  # ones
    return words.ORDINALS.get(token.text, 0), place + 1


_OF_NUMBERS: Final = (_digits, chinese_at, _day_and_month, period_at, relative_at, _year_first)
_OF_WORDS: Final = (chinese_at, _day_and_month, _month_first, period_at, relative_at, _year_first)
