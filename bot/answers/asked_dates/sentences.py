"""The dates in a sentence, and the sentence without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates.errors import AmbiguousDate, UnreadableDate
from bot.answers.asked_dates.finding import meanings, stretches

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bot.facts.dates import When

#: What stands behind so many characters is not looked at.
LONGEST: Final = 6_000


@dataclass(frozen=True)
class Dates:
    """The dates in a sentence.

    ``range`` is what they mean together: a date (``2025-05``), a range (``2025-05/2025-10``), or
    one with an open end (``2023/..``); None if the sentence names no date, or none to be read.
    Dates with days in common narrow each other ("since 2023 … until 2025"); dates apart span what
    lies between ("in May 2025 and in December 2025").

    ``spans`` are the (start, end) in ``text`` of the words that speak of dates, prepositions such
    as "in", "since" or "в" among them, in order and apart from each other. They are given also
    where the date is ambiguous or impossible.

    ``ambiguous`` is the first date that can be read in several ways (08.05.2025): ask which one is
    meant, with ``instead(reading)`` as the question of each choice; ``range`` is None then.
    ``unreadable`` is the first date that cannot be (30 February, 44 BC), and says what is wrong;
    ``range`` is then what the other dates mean, if there are any.
    """

    text: str
    range: When | None = None
    spans: tuple[tuple[int, int], ...] = ()
    ambiguous: AmbiguousDate | None = None
    unreadable: UnreadableDate | None = None

    @property
    def rest(self) -> str:
        """The sentence without the words that speak of dates, its spaces made single."""
        starts = [0, *(end for _, end in self.spans)]
        ends = [*(start for start, _ in self.spans), len(self.text)]
        kept = (self.text[start:end] for start, end in zip(starts, ends, strict=True))
        return " ".join(" ".join(kept).split())

    def instead(self, reading: When) -> str:
        """Return the sentence with the ambiguous date replaced by one of its readings."""
        for start, end in self.spans:
            if self.ambiguous and self.text[start:end] == self.ambiguous.words:
                return f"{self.text[:start]}{reading.in_words()}{self.text[end:]}"
        return self.text


def find_dates(text: str, today: dt.date, known: Callable[[str], bool] | None = None) -> Dates:
    """Find the dates in a sentence; ``today`` is what 'last year' counts from.

    ``known`` says of a word in small letters whether it means anything here. Beside a capital word
    that does not, a month is part of a name: 'Theresa May 2025', 'the October Revolution'.

    Words that are names or have other meanings (May, March, Sun, second), and numbers that count
    or label something ("5000 troops", "paragraph 14", "G20"), are no dates.
    """
    found = stretches(text[:LONGEST], today, whole=False, known=known)
    if not found:
        return Dates(text)
    spans = tuple((stretch.start, stretch.end) for stretch in found)
    why = next((stretch.why for stretch in found if stretch.why), None)
    forked = next((stretch for stretch in found if len(stretch.choices) > 1), None)
    if forked:
        words = text[forked.start : forked.end]
        ambiguous = AmbiguousDate(words, tuple(span.when() for span in forked.choices))
        return Dates(text, None, spans, ambiguous, why)
    span = next(iter(meanings(found)), None)
    when = None if span is None or span.is_all else span.when()
    return Dates(text, when, spans, None, why)
