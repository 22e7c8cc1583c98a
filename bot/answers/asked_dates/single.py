"""A single date, whatever it is written in: which reader a token calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import words
from bot.answers.asked_dates.chinese import HALVES, chinese_at
from bot.answers.asked_dates.digits import digits_at
from bot.answers.asked_dates.periods import COMPACT, DECADES, ROMAN, period_at
from bot.answers.asked_dates.points import day_first, month_first, year_first
from bot.answers.asked_dates.reading import LONG, MOST_DAYS, Named
from bot.answers.asked_dates.relative import relative_at
from bot.answers.asked_dates.spans import Part, Span, part
from bot.answers.asked_dates.weekdays import weekday_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.answers.asked_dates.reading import Reading
    from bot.answers.asked_dates.tokens import Token

    Reader = Callable[[Reading, int], Named | None]

_NUMBER_SIGNS: Final = frozenset("-./")
_CHINESE_UNITS: Final = frozenset(
    {"年", "年度", "月", "年代", "世纪", "季度", "-", "~", "到", "至"}
)
#: What makes a period of the number in front of it.
_BEHIND_PERIODS: Final = frozenset(
    (
        *(*words.UNITS, *words.CENTURIES, *words.HALVES, *words.YEAR_NOUNS, "кв"),
        *(*words.SEASONS, *words.ORDINALS, *words.TENS, *COMPACT, *ROMAN, "-", ","),
    )
)
_MOST_TYPED: Final = 99
#: Words that begin a date only where one follows that does so too: 'the last year', 'a week ago'.
_LEADING: Final = frozenset({"the", "'", *words.ABOUT, *words.CARDINALS})
_DAY_UNITS: Final = frozenset({"日", "号"})


def _about_at(reading: Reading, place: int) -> Named | None:
    """Read 'about 2005', 'circa 1996', 大约2005年; 'what about 2025' in a sentence is not meant."""
    behind = reading.phrase(place, words.ABOUT)
    if not behind or (reading.word[place] == "about" and not reading.whole):
        return None
    named = date_at(reading, behind)
    if named is None or isinstance(named.term, Part) or named.term.first != named.term.last:
        return named
    point = named.term.last
    if point is None:
        return named
    marked = point._replace(mark=point.mark or "~")
    return named._replace(term=Span(marked, marked))


def _by_word() -> dict[str, tuple[Reader, ...]]:
    """Return for each word the readers of the dates that may begin with it."""
    readers: dict[str, list[Reader]] = {}
    callings: tuple[tuple[Reader, Iterable[str]], ...] = (
        (_about_at, words.ABOUT),
        (chinese_at, (*words.RELATIVE, *HALVES, "第")),
        (day_first, (*words.ORDINALS, *words.TENS)),
        (month_first, words.MONTHS),
        (period_at, (*words.ORDINALS, *words.TENS, *words.SEASONS, *words.UNITS, "кв")),
        (period_at, (*DECADES, *ROMAN, *COMPACT, *words.ROLLING_MANY)),
        (relative_at, (*words.RELATIVE, *words.OFFSETS, *words.ROLLING_MANY, *words.AHEAD_MANY)),
        (relative_at, (*words.CARDINALS, *words.UNITS, *words.HALF_YEARS, *words.AHEAD)),
        (relative_at, ("the", "half")),
        (weekday_at, (*words.WEEKDAYS, *words.OFFSETS, *words.RELATIVE, "周", "星期", "礼拜")),
        (year_first, (*words.RELATIVE, *words.OFFSETS, "'")),
    )
    for reader, beginnings in callings:
        for word in beginnings:
            if reader not in readers.setdefault(word, []):
                readers[word].append(reader)
    return {word: tuple(several) for word, several in readers.items()}


_BY_WORD: Final = _by_word()


def tells_date(token: Token) -> bool:
    """Whether a token may be of a date; behind the last that does, a sentence holds none."""
    text = token.text
    return token.value >= 0 or text[:1].isdigit() or (text in _BY_WORD and text not in _LEADING)


def date_at(reading: Reading, place: int) -> Named | None:
    """Return the longest date that begins at a token, or None."""
    best: Named | None = None
    for reader in _readers(reading, place):
        found = reader(reading, place)
        if found and (best is None or found.end > best.end):
            best = found
    return best


def day_alone(reading: Reading, place: int) -> Named | None:
    """Return a number that can be the day of a month that is named elsewhere."""
    token = reading.at[place]
    if not 1 <= token.value <= MOST_DAYS or token.suffix == "s":
        return None
    end = place + 2 if reading.word[place + 1] in _DAY_UNITS else place + 1
    return Named(part(None, token.value), end)


def _readers(reading: Reading, place: int) -> Iterable[Reader]:
    token = reading.at[place]
    if token.value >= 0:
        return _of_number(reading, place)
    known = _BY_WORD.get(token.text)
    if known:
        return known
    if token.text[:1].isdigit():
        return (period_at,)  # 2025Q1
    beside_number = reading.at[place + 1].value > 0
    return (month_first,) if beside_number or reading.whole else ()


def _of_number(reading: Reading, place: int) -> Iterable[Reader]:
    token, after = reading.at[place], reading.word[place + 1]
    if after in _NUMBER_SIGNS or token.digits > LONG:
        yield digits_at
    if after in _CHINESE_UNITS:
        yield chinese_at
    if token.value <= _MOST_TYPED:
        yield day_first
    if token.suffix or after in _BEHIND_PERIODS:
        yield period_at
    if after in words.UNITS:
        yield relative_at
    if token.digits == LONG or after in words.OF_YEARS:
        yield year_first
