"""Quarters, halves, seasons, weeks, decades and centuries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.reading import LONG, SHORT, ImpossibleError, Named
from bot.answers.asked_dates.spans import Part, part, years
from bot.answers.asked_dates.units import week
from bot.answers.asked_dates.years import year_at, year_behind

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

QUARTERS: Final = {number: part(number * 3 - 2, None, 3) for number in range(1, 5)}
_HALVES: Final = {number: part(number * 6 - 5, None, 6) for number in (1, 2)}
#: 'Q1', 'H2'
COMPACT: Final = {
    **{f"q{number}": quarter for number, quarter in QUARTERS.items()},
    **{f"h{number}": half for number, half in _HALVES.items()},
}
_YEAR_AND_COMPACT: Final = re.compile(r"([12][0-9]{3})([qh][1-4])")
_WEEK: Final = re.compile(r"w([0-9]{2})")
_NUMERALS: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
#: Roman numerals up to 29, also with the Cyrillic letters that look the same.
ROMAN: Final = {
    spelling: 10 * tens + ones
    for tens in range(3)
    for ones, numeral in enumerate("x" * tens + ones for ones in _NUMERALS)
    for spelling in (numeral, numeral.replace("x", "х"), numeral.translate({120: "х", 105: "і"}))
    if numeral
}
_QUARTER_NOUNS: Final = frozenset(
    ("кв", *(word for word, unit in words.SINGULAR.items() if unit == words.QUARTER))
)
_WEEK_NOUNS: Final = frozenset(word for word, unit in words.SINGULAR.items() if unit == words.WEEK)
_DECADE_SUFFIXES: Final = frozenset({"s", "'s", "-е", "-х", "-ые", "-ых", "е", "х"})
_DECADE_WORDS: Final = (
    *("twenties двадцатые двадцатых", "thirties тридцатые тридцатых"),
    *("forties сороковые сороковых", "fifties пятидесятые пятидесятых"),
    *("sixties шестидесятые шестидесятых", "seventies семидесятые семидесятых"),
    *("eighties восьмидесятые восьмидесятых", "nineties девяностые девяностых"),
)
DECADES: Final = {
    word: number * 10 for number, forms in enumerate(_DECADE_WORDS, 2) for word in forms.split()
}
_WINTER: Final = 12
_MOST_WEEKS: Final = 99
_MOST_CENTURIES: Final = 30


def period_at(reading: Reading, place: int) -> Named | None:
    """Return the quarter, half, season, week, decade or century named at a token, or None."""
    try:
        for reader in (_season, _decade, _piece, _months, _century, _week, _after_year):
            found = reader(reading, place)
            if found:
                return found
    except UnreadableDate as why:
        raise ImpossibleError(why, place + 1) from why
    return None


def in_year(dated: Part, year: tuple[int, int] | None, end: int, *, weak: bool = False) -> Named:
    """Return a date in the year that is named up to some token, or as it is without one."""
    return Named(dated.at(year[0]), year[1]) if year else Named(dated, end, weak)


def season_of(reading: Reading, month: int, year: int, end: int) -> Named:
    """Return the season of a year; a winter may be the one before its spring or behind its autumn.

    'Winter 2024/25' is the one and no other.
    """
    if month == _WINTER and reading.word[end] in {"/", "-"}:
        second = reading.at[end + 1]
        if second.digits and second.value in {year + 1, (year + 1) % 100}:
            return Named(part(month, None, 3).at(year), end + 2)
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
    word = reading.word[place]
    month = words.SEASONS.get(word)
    if month is None:
        return None
    year = year_behind(reading, place + 1)
    if year:
        return season_of(reading, month, *year)
    if word in words.DOUBTFUL_SEASONS and not reading.whole:
        return None
    return Named(part(month, None, 3), place + 1, weak=True)


def _decade(reading: Reading, place: int) -> Named | None:
    token = reading.at[place]
    number = DECADES.get(token.text, 0)
    if token.suffix in _DECADE_SUFFIXES and token.digits in {SHORT, LONG}:
        number = token.value
    first = decade_of(reading, number)
    if first is None:
        return None
    weak = token.digits != LONG  # 'in his 90s'
    if reading.word[place + 1] in words.YEAR_NOUNS:
        return Named(years(first, 10), place + 2)
    return Named(years(first, 10), place + 1, weak)


def _piece(reading: Reading, place: int) -> Named | None:
    """Read 'first quarter of 2025', 'I квартал', 'Q1', 'second half of 2025', '2025H2'."""
    joined = _YEAR_AND_COMPACT.fullmatch(reading.word[place])
    if joined and joined[2] in COMPACT:
        return Named(COMPACT[joined[2]].at(int(joined[1])), place + 1)
    piece, end = _piece_of_year(reading, place)
    if piece is None:
        return None
    year = year_behind(reading, end)
    if piece.months != QUARTERS[1].months and not year:
        return None  # 'the first half of the talks'
    return in_year(piece, year, end, weak=reading.word[place] not in COMPACT)


def _piece_of_year(reading: Reading, place: int) -> tuple[Part | None, int]:
    """Return the quarter or half of some year that is named at a token, and where it ends."""
    if reading.word[place] in COMPACT:
        return COMPACT[reading.word[place]], place + 1
    if reading.word[place] in _QUARTER_NOUNS:
        return QUARTERS.get(reading.plain_number(place + 1, 4)), place + 2
    number, end = _number(reading, place)
    noun = reading.word[end]
    end += 2 if noun == "кв" and reading.word[end + 1] == "." else 1
    if noun in _QUARTER_NOUNS:
        return QUARTERS.get(number), end
    return (_HALVES.get(number) if noun in words.HALVES else None), end


def _months(reading: Reading, place: int) -> Named | None:
    """Read 'first three months of 2025', 'последние 2 месяца 2025 года'."""
    word = reading.word[place]
    from_end = word in words.ROLLING_MANY
    count = reading.at[place + 1].value
    if count < 0:
        count = words.CARDINALS.get(reading.word[place + 1], 0)
    if not from_end and words.ORDINALS.get(word) != 1:
        return None
    if not 1 < count <= _WINTER or words.UNITS.get(reading.word[place + 2]) != words.MONTH:
        return None
    year = year_behind(reading, place + 3)
    first = _WINTER + 1 - count if from_end else 1
    return Named(part(first, None, count).at(year[0]), year[1]) if year else None


def _century(reading: Reading, place: int) -> Named | None:
    number, end = _number(reading, place)
    noun = reading.word[end]
    if not 1 <= number <= _MOST_CENTURIES or noun not in words.CENTURIES:
        return None
    if noun == "в":  # 'XX в.'
        end += 1
        if reading.word[end] != ".":
            return None
    return Named(years((number - 1) * 100 + 1, 100), end + 1)


def _week(reading: Reading, place: int) -> Named | None:
    """Read 'week 49 of 2025', '49-я неделя 2025'."""
    if reading.word[place] in _WEEK_NOUNS:
        number, end = reading.plain_number(place + 1, _MOST_WEEKS), place + 1
    else:
        number, end = _number(reading, place)
        number = number if reading.word[end] in _WEEK_NOUNS else 0
    year = year_behind(reading, end + 1) if number else None
    return Named(week(year[0], number), year[1]) if year else None


def _after_year(reading: Reading, place: int) -> Named | None:
    """Read '2025 Q1', '2025-W49', '2025 winter', '2025 first half'."""
    year = year_at(reading, place) if reading.at[place].digits == LONG else None
    if year is None:
        return None
    end = year[1]
    if reading.word[end] in {"-", ","}:
        end += 1
    word = reading.word[end]
    found = _WEEK.fullmatch(word)
    if found:
        return Named(week(year[0], int(found[1])), end + 1)
    if word in words.SEASONS and (word not in words.DOUBTFUL_SEASONS or reading.whole):
        return season_of(reading, words.SEASONS[word], year[0], end + 1)
    piece, behind = _piece_of_year(reading, end)
    return Named(piece.at(year[0]), behind) if piece else None


def _number(reading: Reading, place: int) -> tuple[int, int]:
    """Return the number or ordinal at a token, or 0, and the place behind it."""
    token = reading.at[place]
    end = place + 1
    if token.value >= 0:
        return (token.value if token.value <= _MOST_WEEKS else 0), end
    if token.text in words.TENS and reading.word[end] == "-":
        return words.TENS[token.text] + words.ORDINALS.get(reading.word[end + 1], 0), end + 2
    if token.text == "last" and reading.word[end] in _QUARTER_NOUNS:
        return (4 if year_behind(reading, end + 1) else 0), end
    if token.text in ROMAN and reading.word[end] == "-" and reading.at[end + 1].glued:
        return ROMAN[token.text], end + 2  # 'XX-й'
    return ROMAN.get(token.text, 0) or words.ORDINALS.get(token.text, 0), end
