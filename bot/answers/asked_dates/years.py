"""The year of a date: in digits, shortened, or told by its distance from this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

_TWO_DIGITS: Final = 2
#: Two digits name no year farther ahead than this.
YEARS_AHEAD: Final = 10
_PARTING: Final = frozenset({"-", ",", "of"})
_JOINING: Final = frozenset({"of", "the", "-"})


def of_two_digits(reading: Reading, value: int) -> int:
    """Return the last year that ends so and lies at most ten years ahead."""
    latest = reading.today.year + YEARS_AHEAD
    return latest - (latest - value) % 100


def year_at(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return the year that is named at a token, and the place behind its words."""
    token = reading.at[place]
    if reading.is_year(place):
        return token.value, behind_year(reading, place + 1)
    short = reading.at[place + 1]
    if token.text == "'" and short.digits == _TWO_DIGITS and short.glued and not short.suffix:
        return of_two_digits(reading, short.value), place + 2
    if token.digits == _TWO_DIGITS and short.text in words.OF_YEARS:
        return of_two_digits(reading, token.value), place + 2
    unit, away = words.RELATIVE.get(token.text, ("", 0))
    if unit == words.YEAR:
        return reading.today.year + away, place + 1
    if token.text in words.OFFSETS and words.SINGULAR.get(reading.word[place + 1]) == words.YEAR:
        return reading.today.year + words.OFFSETS[token.text], place + 2
    return None


def _has_day(reading: Reading, place: int) -> bool:
    """Whether a day and a month stand in front: '10 мая 25', '10-May-25'."""
    place -= 1
    place -= reading.word[place] in _PARTING
    if reading.word[place] not in words.MONTHS:
        return False
    place -= 1
    place -= reading.word[place] in _PARTING
    return reading.at[place].value > 0


def behind_year(reading: Reading, place: int) -> int:
    """Return the place behind 'год', 'г.' or '年', if that stands behind a year."""
    if reading.word[place] in words.YEAR_NOUNS:
        place += 1
        if reading.word[place - 1] in words.YEAR_SUFFIXES and reading.word[place] == ".":
            place += 1
    elif reading.at[place - 1].suffix in words.YEAR_SUFFIXES and reading.word[place] == ".":
        place += 1
    return place


def year_behind(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return the year that belongs to a month or season in front of a token."""
    if reading.word[place] == ",":
        place += 1
    for _ in range(2):
        if reading.word[place] in _JOINING:
            place += 1
    return year_at(reading, place) or _short_year(reading, place)


def _short_year(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return the year of two digits that 'года', a case or a day shows: 'в марте 23-го'."""
    token, before = reading.at[place], reading.word[place - 1]
    if token.digits != _TWO_DIGITS or token.value < 0:
        return None
    after = reading.word[place + 1]
    within = before in words.WITHIN_MONTH and after not in words.OF_MONTH
    is_last = _has_day(reading, place) and not token.suffix and not after.isalnum()
    if not (within or is_last or after in words.OF_YEAR or token.suffix in words.YEAR_SUFFIXES):
        return None
    return of_two_digits(reading, token.value), behind_year(reading, place + 1)
