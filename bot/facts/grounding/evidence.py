"""What the cited paragraphs give: the numbers, dates and names in them."""

from __future__ import annotations

import datetime as dt
import functools
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.facts.grounding.dated import (
    Dated,
    dates_in,
    ends_of,
    months_in,
    nearest_years,
    relative_years_in,
    years_in,
)
from bot.facts.grounding.numbers import values_in
from bot.facts.grounding.words import alike, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.facts.grounding.names import Alias, Name
    from bot.facts.grounding.texts import Held, Texts
    from bot.facts.grounding.words import Word
    from bot.facts.records import Cite

#: The names that a sign of a currency stands for.
_CURRENCIES: Final = {
    "$": re.compile(r"\b(?:US|U\.S\.|American) dollars?\b|\bUSD\b"),
    "€": re.compile(r"\bEUR\b|\bEuros?\b"),
    "£": re.compile(r"\bGBP\b|\bBritish pounds?\b|\bSterling\b"),
    "¥": re.compile(r"\b(?:CNY|RMB|JPY)\b|\b(?:Chinese yuan|Japanese yen)\b"),
    "₽": re.compile(r"\bRUB\b|\bRussian r(?:o|ou)bles?\b"),
    "₴": re.compile(r"\bUAH\b|\bUkrainian hryvnias?\b"),
    "₹": re.compile(r"\bINR\b|\bIndian rupees?\b"),
}


class _Facts(NamedTuple):
    """What one text gives."""

    values: frozenset[Decimal]
    dates: tuple[Dated, ...]


class Evidence:
    """The paragraphs that a record or part of it cites, and when their sources were published.

    A source's own date counts as given in each of its paragraphs, and so do the first dates in its
    first paragraphs, if it is dated: news and readouts say but once when all of it happened. A date
    without a year has one that is written in a cited paragraph, or that lies within half a year of
    the publication. Its author and publisher count as named in each paragraph.
    """

    def __init__(self, cited: Sequence[tuple[str, Held]]) -> None:
        """Gather from cited paragraphs, each with the source that it is from."""
        sources = {held.source.id: held for _, held in cited}.values()
        paragraphs = [paragraph for paragraph, _ in cited]
        facts = [_facts(paragraph) for paragraph in paragraphs]
        self._paragraphs = paragraphs
        self._named = [*paragraphs, *(held.byline for held in sources)]
        self._values = frozenset[Decimal]().union(*(fact.values for fact in facts))
        self._published = [day for held in sources if (day := _published(held))]
        given = [date for fact in facts for date in fact.dates]
        given += [date for held in sources for date in _lead_dates(held)]
        self._dates = given + [end for held in sources for end in _publication(held)]
        self._written_years = {date.year for date in given if date.year}.union(
            *map(years_in, paragraphs)
        )
        self._years = self._written_years.union(
            *(
                relative_years_in(paragraph, day)
                for paragraph, held in cited
                if (day := _published(held))
            )
        )

    @classmethod
    def cited(cls, cites: Iterable[Cite], texts: Texts) -> Evidence | None:
        """Return what the citations give, or nothing if a text is not at hand."""
        cited = [(texts.paragraph(cite), texts.held.get(cite.source)) for cite in cites]
        whole = [(paragraph, held) for paragraph, held in cited if held and paragraph is not None]
        return cls(whole) if len(whole) == len(cited) else None

    def has_value(self, values: Iterable[Decimal]) -> bool:
        """Whether a paragraph gives one of the numbers; a year counts also within a date."""
        return any(value in self._values or value in self._years for value in values)

    def has_date(self, claimed: Dated) -> bool:
        """Whether the paragraphs give a date, if need be with the year from around it."""
        if claimed.month is None and claimed.year in self._years:
            return True
        return any(date.fits(claimed, self._years_for(date)) for date in self._dates)

    def has_name(self, name: Name) -> bool:
        """Whether a paragraph or byline has a name: one of its bearer, or all of its words."""
        return self.has_any(name.others) or any(
            all(any(_is_word(word, other) for other in words_in(text)) for word in name.words)
            for text in self._named
            if name.words
        )

    def has_any(self, aliases: Iterable[Alias]) -> bool:
        """Whether a paragraph or byline has one of the names of a record."""
        return any(alias.is_in(text, words_in(text)) for alias in aliases for text in self._named)

    def without_currencies(self, text: str) -> str:
        """Blank out the names of currencies for which a paragraph has the sign."""
        for sign, names in _CURRENCIES.items():
            if any(sign in paragraph for paragraph in self._paragraphs):
                text = names.sub(lambda found: "_" * len(found[0]), text)
        return text

    def _years_for(self, date: Dated) -> set[int]:
        """Return the years that a date can have: its own, or those written around it."""
        if date.year is not None:
            return {date.year}
        return self._written_years.union(*(nearest_years(date, day) for day in self._published))


@functools.lru_cache(maxsize=16_384)
def _facts(text: str) -> _Facts:
    dates = dates_in(text)
    undated = blanked(text, dates)
    return _Facts(frozenset(values_in(undated)), (*dates, *months_in(undated)))


def blanked(text: str, dates: Iterable[Dated]) -> str:
    """Return a text in which the dates are no words or numbers any more."""
    for date in dates:
        text = text[: date.start] + "_" * (date.end - date.start) + text[date.end :]
    return text


def _publication(held: Held) -> list[Dated]:
    return ends_of(held.source.published) if held.source.published else []


def _published(held: Held) -> dt.date | None:
    """Return about when a source was published, where it is clear in which year."""
    when = held.source.published
    if when is None:
        return None
    first, last = dt.date.fromordinal(when.first), dt.date.fromordinal(when.last)
    return first + (last - first) // 2 if first.year == last.year else None


def _lead_dates(held: Held) -> Sequence[Dated]:
    """Return the first dates that a dated source gives, if it does so in its first paragraphs."""
    leads = held.lead if held.source.published else []
    return next((facts.dates for facts in map(_facts, leads) if facts.dates), ())


def _is_word(word: Word, other: Word) -> bool:
    if word.is_acronym:
        return other.is_acronym and word.folded == other.folded
    return alike(word.folded, other.folded)
