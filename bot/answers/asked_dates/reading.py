"""The state of reading a text for dates: its tokens, what day today is, how digits are ordered."""

from __future__ import annotations

import copy
import functools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answers.asked_dates import words
from bot.answers.asked_dates.tokens import Token

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from bot.answers.asked_dates.errors import UnreadableDate
    from bot.answers.asked_dates.spans import Part, Span
    from bot.answers.asked_dates.words import Phrases

DMY, MDY, YMD = "dmy", "mdy", "ymd"
#: How many digits a day, a month or a shortened year has, and how many a year.
SHORT, LONG = 2, 4
MOST_DAYS: Final = 31
#: Behind the last token and before the first, so that looking around needs no care.
_NOTHING: Final = Token("", -1, -1, glued=False)
_BEYOND: Final = (_NOTHING,) * 16
_YEARS: Final = range(1000, 3000)
#: "2025's", '2025г.', '2025-го'; and not '1990-е', which is a decade.
_YEAR_SUFFIX: Final = re.compile("|'s|гг?|-?(?:й|го|ого|му|ому|м|ом)")
_A_LIFETIME: Final = 100
_LEAST_MISTYPED: Final = 5
_TWO_SLIPS_FROM: Final = 8


class Named(NamedTuple):
    """A date that the tokens up to ``end`` name; ``weak`` if they may well mean something else."""

    term: Span | Part
    end: int
    weak: bool = False


class ImpossibleError(Exception):
    """The tokens up to ``end`` name a date that there is not."""

    def __init__(self, why: UnreadableDate, end: int) -> None:
        """Keep why, and where the words end."""
        super().__init__(str(why))
        self.why = why
        self.end = end


class Reading:
    """One way to read a text.

    ``order`` is how a date of digits alone is ordered, ``early_winter`` whether the winter of a
    year is the one before its spring; ``forks`` gathers which of the two mattered. ``whole`` is
    whether the text is a date and nothing else. ``at`` and ``word`` hold the tokens and their
    texts, with empty ones around; ``is_ancient`` is whether there is a word of years BCE, and
    ``is_ahead`` whether there is one of the future. ``known`` says of a word in small letters
    whether it means anything to who asks, if that can be said.
    """

    __slots__ = (
        *("at", "early_winter", "forks", "is_ahead", "is_ancient", "known", "order", "size"),
        *("today", "whole", "word"),
    )

    def __init__(
        self,
        tokens: Sequence[Token],
        today: dt.date,
        *,
        whole: bool,
        known: Callable[[str], bool] | None = None,
    ) -> None:
        """Start to read, with the day in front of the month and the later winter."""
        self.at = [*tokens, *_BEYOND]
        self.word = [token.text for token in self.at]
        self.size = len(tokens)
        self.is_ancient = not words.BCE.keys().isdisjoint(self.word)
        self.is_ahead = not words.FUTURE.isdisjoint(self.word)
        self.known = known
        self.today = today
        self.whole = whole
        self.order = DMY
        self.early_winter = False
        self.forks: set[str] = set()

    def again(self, order: str, *, early_winter: bool) -> Reading:
        """Return another way to read the same text."""
        other = copy.copy(self)
        other.order, other.early_winter, other.forks = order, early_winter, set()
        return other

    def phrase(self, place: int, phrases: Phrases) -> int:
        """Return the place behind the longest of the phrases that stands here, or 0."""
        for phrase in phrases.get(self.word[place], ()):
            end = place + len(phrase)
            if len(phrase) == 1 or tuple(self.word[place:end]) == phrase:
                return end
        return 0

    def plain_number(self, place: int, most: int) -> int:
        """Return the number from 1 to ``most`` that stands here without a suffix, or 0."""
        token = self.at[place]
        return token.value if 1 <= token.value <= most and not token.suffix else 0

    def is_year(self, place: int) -> bool:
        """Whether a number here is a year rather than a count or a label."""
        token = self.at[place]
        if token.digits != LONG or not _YEAR_SUFFIX.fullmatch(token.suffix):
            return False
        if token.suffix == "'s" and token.value % 10 == 0:
            return False
        if self.whole:
            return token.value > 0
        return token.value in _YEARS and not self.counts(place)

    def counts(self, place: int) -> bool:
        """Whether a number here counts something, labels something, or goes on behind a comma."""
        before, token, after, beyond = (self.at[place + step] for step in (-1, 0, 1, 2))
        if after.text in words.COUNTED:
            return True
        if before.text in words.LABELS:
            return before.text not in words.OF_A_YEAR or not self._is_near(token.value)
        return after.glued and after.text in {".", ","} and beyond.glued and beyond.value >= 0

    def _is_near(self, year: int) -> bool:
        """Whether a number is a year that texts of today are from."""
        return 0 <= self.today.year - year < _A_LIFETIME

    def month(self, place: int, *, beside_number: bool) -> int:
        """Return the month that a word names, also mistyped where a number stands beside it."""
        word = self.word[place]
        known = words.MONTHS.get(word)
        if known:
            return known
        return mistyped_month(word) if beside_number or self.whole else 0


@functools.lru_cache(maxsize=4_096)
def mistyped_month(word: str) -> int:
    """Return the one month that a word is surely meant to be, or 0."""
    if len(word) < _LEAST_MISTYPED - 1 or not word.isalpha():
        return 0
    near: dict[int, int] = {}
    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    for form, distance, _ in process.extract(
        word, words.FULL_MONTHS, scorer=OSA.distance, score_cutoff=slips, limit=None
    ):
        if _is_slip(word, form):
            month = words.MONTHS[form]
            near[month] = min(distance, near.get(month, distance))
    best = [month for month, distance in near.items() if distance == min(near.values())]
    return best[0] if len(best) == 1 else 0


def _is_slip(word: str, month: str) -> bool:
    """Whether a word is a month mistyped, not a word of its own: 'aprli', and not 'marsh'."""
    if word.startswith(month) and word[-1] != month[-1]:
        return False
    if len(month) > _LEAST_MISTYPED:
        return True
    return word[0] == month[0] and (len(word) > len(month) or sorted(word) == sorted(month))
