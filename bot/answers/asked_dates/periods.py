"""Quarters, halves, seasons, weeks, decades and centuries."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.reading import ImpossibleError, Named
from bot.answers.asked_dates.spans import Part, Span, checked, part, week, years
from bot.answers.asked_dates.years import year_at, year_behind

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

_COMPACT: Final = re.compile(r"(?:(?P<year>[12][0-9]{3}))?(?P<kind>[qh])(?P<number>[1-4])")
_WEEK: Final = re.compile(r"w([0-5][0-9])")
_ROMAN: Final = {
    numeral: number
    for number, numeral in enumerate(
        (tens + ones for tens in ("", "x", "xx")
         for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    )
    if numeral
}  # fmt: skip
_CYRILLIC_ROMAN: Final = str.maketrans("хі", "xi")
_QUARTERS: Final = frozenset(("кв", *(w for w, u in words.SINGULAR.items() if u == words.QUARTER)))
_WEEKS: Final = frozenset(word for word, unit in words.SINGULAR.items() if unit == words.WEEK)
_DECADE_SUFFIXES: Final = frozenset({"s", "'s", "-е", "-х", "-ые", "-ых", "е", "х"})
_DECADES: Final = {
    word: number * 10
    for number, forms in enumerate(
        (
            *("twenties двадцатые двадцатых", "thirties тридцатые тридцатых"),
            *("forties сороковые сороковых", "fifties пятидесятые пятидесятых"),
            *("sixties шестидесятые шестидесятых", "seventies семидесятые семидесятых"),
            *("eighties восьмидесятые восьмидесятых", "nineties девяностые девяностых"),
        ),
        2,
    )
    for word in forms.split()
}
_WINTER: Final = 12
_MOST_WEEKS: Final = 53
_MOST_CENTURIES: Final = 30


def period_at(reading: Reading, place: int) -> Named | None:
    """Return the quarter, half, season, week, decade or century named at a token, or None."""
    try:
        for reader in (_season, _decade, _ordinal, _compact, _after_year):
            found = reader(reading, place)
            if found:
                return found
    except UnreadableDate as why:
        raise ImpossibleError(why, place + 1) from why
    return None


def in_year(dated: Part, year: int | None, end: int, *, weak: bool = False) -> Named:
    """Return a date in its year, or as it is where the year is left open."""
    return Named(dated, end, weak) if year is None else Named(dated.at(year), end)


def season_span(reading: Reading, month: int, year: int, end: int) -> Named:
    """Return the season of a year; a winter may be the one it begins or the one it ends with."""
    if month == _WINTER:
        reading.forks.add("winter")
        year -= reading.early_winter
    return Named(part(month, None, 3).at(year), end)


def decade_of(reading: Reading, number: int) -> int | None:
    """Return the first year of the decade called 1990 or 90: the last such that has begun."""
    if number % 10 or not number:
        return None
    if number < 100:  # noqa: PLR2004  # the century is left open
        return reading.today.year - (reading.today.year - number) % 100
    return number


def _season(reading: Reading, place: int) -> Named | None:
    word = reading.word(place)
    month = words.SEASONS.get(word)
    if month is None:
        return None
    year = year_behind(reading, place + 1)
    if year is None:
        doubtful = word in words.DOUBTFUL_SEASONS and not reading.whole
        return None if doubtful else Named(part(month, None, 3), place + 1, weak=True)
    end = year[1]
    if month == _WINTER and reading.word(end) in {"/", "-"}:
        second = reading.at(end + 1).value
        if second in {year[0] + 1, (year[0] + 1) % 100}:
            return Named(part(month, None, 3).at(year[0]), end + 2)
    return season_span(reading, month, year[0], end)


def _decade(reading: Reading, place: int) -> Named | None:
    token = reading.at(place)
    if token.text in _DECADES:
        first = decade_of(reading, _DECADES[token.text])
        weak = True
    elif token.suffix in _DECADE_SUFFIXES and token.digits in {2, 4}:
        first = decade_of(reading, token.value)
        weak = token.digits == 2  # noqa: PLR2004  # 'in his 90s'
    else:
        return None
    if first is None:
        return None
    end = place + 1
    if reading.word(end) in words.YEAR_NOUNS:
        end, weak = end + 1, False
    return Named(years(first, 10), end, weak)


def _ordinal(reading: Reading, place: int) -> Named | None:
    """Read 'first quarter of 2025', 'I квартал', 'second half of 2025', '21st century', 'week 49'."""
    word = reading.word(place)
    if word in _QUARTERS | _WEEKS:
        number = reading.plain_number(place + 1, _MOST_WEEKS)
        noun, end = word, place + 2
    else:
        number, noun_place = _number(reading, place)
        noun, end = reading.word(noun_place), noun_place + 1
    if not number:
        return None
    if noun in words.CENTURIES:
        return _century(reading, number, noun, end)
    if reading.word(end) == "." and noun == "кв":
        end += 1
    year = year_behind(reading, end)
    if noun in _QUARTERS and number <= 4:  # noqa: PLR2004  # quarters
        return _in(part(number * 3 - 2, None, 3), year, end)
    if noun in words.HALVES and number <= 2 and year:  # noqa: PLR2004  # halves
        return _in(part(number * 6 - 5, None, 6), year, end)
    if noun in _WEEKS and year:
        return Named(_week(year[0], number), year[1])
    return None


def _century(reading: Reading, number: int, noun: str, end: int) -> Named | None:
    if number > _MOST_CENTURIES or (noun == "в" and reading.word(end) != "."):
        return None
    end += noun == "в"
    return Named(years((number - 1) * 100 + 1, 100), end)


def _number(reading: Reading, place: int) -> tuple[int, int]:
    token = reading.at(place)
    end = place + 1
    if token.text in words.TENS and reading.word(end) == "-":
        return words.TENS[token.text] + words.ORDINALS.get(reading.word(end + 1), 0), end + 1
    if token.value >= 0:
        return (token.value if token.value <= _MOST_WEEKS else 0), end
    roman = _ROMAN.get(token.text.translate(_CYRILLIC_ROMAN), 0)
    if not roman and token.text == "last":
        return (4 if reading.word(end) in _QUARTERS and year_behind(reading, end + 1) else 0), end
    if roman and reading.word(end) == "-":
        end += 2 if reading.at(end + 1).glued else 0
    return roman or words.ORDINALS.get(token.text, 0), end


def _compact(reading: Reading, place: int) -> Named | None:
    """Read 'Q1 2025', 'H2 of 2025', '2025Q1'."""
    found = _COMPACT.fullmatch(reading.word(place))
    if not found:
        return None
    dated = _of_kind(found["kind"], int(found["number"]))
    if dated is None:
        return None
    if found["year"]:
        return Named(dated.at(int(found["year"])), place + 1)
    return _in(dated, year_behind(reading, place + 1), place + 1, weak=found["kind"] == "h")


def _after_year(reading: Reading, place: int) -> Named | None:
    """Read '2025 Q1', '2025-W49', '2025 winter', '2025 first half'."""
    if reading.at(place).value < 0:
        return None
    year = year_at(reading, place)
    if year is None:
        return None
    end = year[1]
    if reading.word(end) in {"-", ","}:
        end += 1
    word = reading.word(end)
    found = _WEEK.fullmatch(word)
    if found:
        return Named(_week(year[0], int(found[1])), end + 1)
    compact = _COMPACT.fullmatch(word)
    dated = _of_kind(compact["kind"], int(compact["number"])) if compact else None
    if dated and compact and not compact["year"]:
        return Named(dated.at(year[0]), end + 1)
    if word in words.SEASONS and (word not in words.DOUBTFUL_SEASONS or reading.whole):
        return season_span(reading, words.SEASONS[word], year[0], end + 1)
    number, noun = _number(reading, end)
    if number in range(1, 5) and reading.word(noun) in _QUARTERS:
        return Named(part(number * 3 - 2, None, 3).at(year[0]), noun + 1)
    if number in {1, 2} and reading.word(noun) in words.HALVES:
        return Named(part(number * 6 - 5, None, 6).at(year[0]), noun + 1)
    return None


def _of_kind(kind: str, number: int) -> Part | None:
    if kind == "q":
        return part(number * 3 - 2, None, 3)
    return part(number * 6 - 5, None, 6) if number <= 2 else None  # noqa: PLR2004  # halves


def _in(dated: Part, year: tuple[int, int] | None, end: int, *, weak: bool = False) -> Named:
    return Named(dated.at(year[0]), year[1]) if year else Named(dated, end, weak)


def _week(year: int, number: int) -> Span:
    checked(year)
    try:
        return week(dt.date.fromisocalendar(year, number, 1))
    except (ValueError, OverflowError) as error:
        raise UnreadableDate(f"The year {year} has no week {number}.") from error
