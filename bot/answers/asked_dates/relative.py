"""Dates told from today: yesterday, last week, прошлым летом, 三个月前, in two days, через год."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.reading import ImpossibleError, Named
from bot.answers.asked_dates.spans import part
from bot.answers.asked_dates.units import rolling, whole
from bot.search.forms import has_cjk

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading
    from bot.answers.asked_dates.spans import Part, Span

_MOST: Final = 99_999
_LEAST_YEAR: Final = 1_000
_HALF_YEAR: Final = 6  # months
#: 'the week after next', 'the year before last'
_SECOND: Final[dict[tuple[str, ...], int]] = {("after", "next"): 2, ("before", "last"): -2}
#: Behind 'in three days', what makes them days of something or since something.
_COUNTED_FROM: Final = frozenset({"of", "from", "before", "since", "как"})


def relative_at(reading: Reading, place: int) -> Named | None:
    """Return the date told from today that begins at a token, or None."""
    try:
        for reader in (_alone, _many, _ago, _ahead, _offset, _current):
            found = reader(reading, place)
            if found:
                return found
    except UnreadableDate as why:
        raise ImpossibleError(why, place + 2) from why
    return None


def _alone(reading: Reading, place: int) -> Named | None:
    """Read 'yesterday', 'the day before yesterday', 'the week after next', 去年."""
    skipped = place + 1 if reading.word[place] == "the" else place
    three = tuple(reading.word[skipped + n] for n in range(3))
    if three in {("day", "before", "yesterday"), ("day", "after", "tomorrow")}:
        away = -2 if three[1] == "before" else 2
        return Named(whole(words.DAY, away, reading.today), skipped + 3)
    unit = words.SINGULAR.get(three[0])
    if unit and three[1:] in _SECOND and reading.word[skipped + 3] not in words.OF_DATES:
        return Named(whole(unit, _SECOND[three[1:]], reading.today), skipped + 3)
    known = words.RELATIVE.get(reading.word[place])
    return Named(whole(*known, reading.today), place + 1) if known else None


def _many(reading: Reading, place: int) -> Named | None:
    """Read 'last 3 months', 'past year', 'последние два года', 过去三个月, 'next 10 days'."""
    word = reading.word[place]
    back, ahead = word in words.ROLLING_MANY, word in words.AHEAD_MANY
    if not (back or ahead):
        return None
    count, unit, end = _amount(reading, place + 1)
    if not count:
        count = 1
        unit = words.SINGULAR.get(reading.word[end - 1]) if word in words.ROLLING else None
    if unit is None:
        return None
    return Named(rolling(unit, count if back else -count, reading.today), end)


def _ago(reading: Reading, place: int) -> Named | None:
    """Read 'two years ago', 'год назад', 'a week ago', 三天前."""
    count, unit, end = _amount(reading, place)
    behind = reading.word[end]
    if unit is None or behind not in words.AGO or not (count or behind == "назад"):
        return None
    if _is_named(reading.word[end - 1], count):
        return None
    return Named(whole(unit, -(count or 1), reading.today), end + 1)


def _ahead(reading: Reading, place: int) -> Named | None:
    """Read 'in three days', 'in a week's time', 'a year from now', 'через неделю', 三天后."""
    leading = reading.word[place] if reading.word[place] in words.AHEAD else ""
    count, unit, end = _amount(reading, place + bool(leading))
    if unit is None or not (count or leading == "через"):
        return None
    behind, beyond = reading.word[end : end + 2]
    if leading:
        if behind in {"'", "time"}:
            end += 1 + (behind == "'" and beyond == "time")
        elif not reading.whole and not _is_from_today(reading, leading, behind):
            return None
    elif behind == "from" and beyond in words.NOW:
        end += 2
    elif behind in words.LATER and _is_free(reading, place):
        if _is_named(reading.word[end - 1], count):
            return None
        end += 1
    else:
        return None
    return Named(whole(unit, count or 1, reading.today), end)


def _is_from_today(reading: Reading, leading: str, behind: str) -> bool:
    """Whether 'in three days' in a sentence is a time to come, and counted from no event."""
    is_told = leading != "in" or reading.is_ahead
    return is_told and behind not in words.AFTER and behind not in _COUNTED_FROM


def _is_free(reading: Reading, place: int) -> bool:
    """Whether 三天后 is counted from today: in 会谈三天后 it is counted from the talks."""
    before = reading.word[place - 1]
    return reading.whole or before in words.WITHIN or not has_cjk(before)


def _is_named(unit: str, count: int) -> bool:
    """Whether a number names a month or year: 5月前 is 'before May', 5个月前 is months ago."""
    return unit == "月" or (unit == "年" and count >= _LEAST_YEAR)


def _offset(reading: Reading, place: int) -> Named | None:
    """Read 'last week', 'this month', 'прошлым летом', 'last May', 'next December'."""
    away = words.OFFSETS.get(reading.word[place])
    if away is None:
        return None
    word = reading.word[place + 1]
    unit = words.SINGULAR.get(word) or (_is_owner(reading, place) and words.UNITS.get(word))
    if unit:
        if reading.word[place + 2] == "of":
            return None  # 'the last day of the talks'
        return Named(whole(unit, away, reading.today), place + 2)
    month = words.MONTHS.get(word)
    season = words.SEASONS.get(word)
    dated = part(month) if month else part(season, None, 3) if season else None
    if dated is None or reading.is_year(place + 2):
        return None
    weak = away == 0 and word in words.NAMELIKE  # 'this may help'
    return Named(_named_so(reading, dated, away), place + 2, weak)


def _is_owner(reading: Reading, place: int) -> bool:
    """Whether 'years' stands for "year's", as in 'this years talks'; 'the last years' are many."""
    word, after = reading.word[place + 1 : place + 3]
    return word.isascii() and reading.word[place - 1] != "the" and after.isalpha()


def _named_so(reading: Reading, dated: Part, away: int) -> Span:
    """Return this, the last or the next May: the last one is over, the next has not begun."""
    today = reading.today
    span = dated.latest(today)
    begun = span.first.year if span.first else today.year
    if away == 0:
        return span if span.end >= today else dated.at(today.year)
    if away > 0:
        return dated.at(begun + away)
    return dated.at(begun + away + (span.end < today))


def _current(reading: Reading, place: int) -> Named | None:
    """Read 'the beginning of the year', 'конца месяца': of the one that today lies in."""
    unit = words.SINGULAR.get(reading.word[place])
    if unit is None or unit == words.DAY:
        return None  # 'at the end of the day' is mostly no date
    before = place - 1
    for skipped in ("the", "of"):
        before -= reading.word[before] == skipped
    if reading.word[before] not in words.EDGES:
        return None
    return Named(whole(unit, 0, reading.today), place + 1)


def _amount(reading: Reading, place: int) -> tuple[int, str | None, int]:
    """Return how many of which unit are named at a token, and the place behind them.

    The number is 0 where none is said; the unit is None where none is named.
    """
    first = reading.word[place]
    article = place + 1 + (reading.word[place + 1] == "a")
    if first == "half" and reading.word[article] == words.YEAR:
        return _HALF_YEAR, words.MONTH, article + 1
    if first in words.HALF_YEARS:
        return _HALF_YEAR, words.MONTH, place + 1
    count, end = _count(reading, place)
    end = end if count else place
    return count, words.UNITS.get(reading.word[end]), end + 1


def _count(reading: Reading, place: int) -> tuple[int, int]:
    token = reading.at[place]
    if 0 < token.value <= _MOST and not token.suffix:
        return token.value, place + 1
    count = words.CARDINALS.get(token.text, 0)
    end = place + 1
    if token.text == "couple" and reading.word[end] == "of":
        end += 1
    if token.text == "a" and reading.word[end] == "couple":
        return 2, end + (2 if reading.word[end + 1] == "of" else 1)
    return count, end
