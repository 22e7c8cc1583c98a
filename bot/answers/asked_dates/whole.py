"""A text that is a date and nothing else, such as an option of a command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates.errors import AmbiguousDate, UnreadableDate
from bot.answers.asked_dates.finding import meanings, stretches
from bot.answers.asked_dates.spans import Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bot.answers.asked_dates.finding import Stretch
    from bot.facts.dates import When

_LONGEST_DATE: Final = 200
_SHOWN: Final = 40
_FORMS: Final = (
    "Write a year, month or day (2025, May 2025, 7 May 2025, 2025-05-07), a range"
    " (2023 to May 2025), or words such as 'last year'."
)
#: What may stand between two dates without meaning anything.
_FILLING: Final = re.compile(
    r"(?:\b(?:and|or|the|и|или|а также)\b|[\s,;.!?()\"'«»“”]|和|或|的)+", re.IGNORECASE
)


def read_date(text: str, today: dt.date) -> When:
    """Read a date or range; ``today`` is what 'last year' counts from.

    A month, day or season without a year is the last one that has begun by today. What is told
    from today is whole units of the calendar ("last week" is Monday to Sunday, "two years ago" a
    year); with "past", or "last" and a number, it is the days up to today. "Early", "mid" and
    "late" narrow nothing: nobody can say where they end.
    """
    return _read(text, today)[0].when()


def read_since(text: str, today: dt.date) -> When:
    """Read when a range begins: 'may 2025' is 2025-05/.., 'after 2023' is 2024/...

    A whole range ('2023 to 2025') is itself; what only ends ('until 2025') is refused.
    """
    span, is_range = _read(text, today)
    if span.first is None:
        raise UnreadableDate(f"'{_shown(text)}' says when a range ends; write it behind 'until'.")
    return span.when() if is_range else Span(span.first, None).when()


def read_until(text: str, today: dt.date) -> When:
    """Read when a range ends: 'may 2025' is ../2025-05, 'before 2025' is ../2024.

    A whole range ('2023 to 2025') is itself; what only begins ('since 2025') is refused.
    """
    span, is_range = _read(text, today)
    if span.last is None:
        raise UnreadableDate(f"'{_shown(text)}' says when a range begins; write it behind 'since'.")
    return span.when() if is_range else Span(None, span.last).when()


def _read(text: str, today: dt.date) -> tuple[Span, bool]:
    """Return what a text that is a date means, and whether both of its ends were typed."""
    found = stretches(text, today, whole=True) if len(text) <= _LONGEST_DATE else []
    why = next((stretch.why for stretch in found if stretch.why), None)
    if why:
        raise why
    left = _left(text, found)
    if not found or left:
        which = f"'{left}' in '{_shown(text)}'" if found else f"'{_shown(text)}'"
        raise UnreadableDate(f"{which} is no date that can be read here. {_FORMS}")
    spans = meanings(found)
    if any(span.is_all for span in spans):
        raise UnreadableDate(f"'{_shown(text)}' leaves no day out; leave the date out instead.")
    if len(spans) > 1:
        raise AmbiguousDate(text.strip(), tuple(span.when() for span in spans))
    closed = spans[0].first is not None and spans[0].last is not None
    return spans[0], closed and (len(found) > 1 or found[0].is_range)


def _left(text: str, found: Sequence[Stretch]) -> str:
    """Return the first words of a text that belong to no date and mean something."""
    starts = [0, *(stretch.end for stretch in found)]
    ends = [*(stretch.start for stretch in found), len(text)]
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end]
        if piece and not _FILLING.fullmatch(piece):
            return _shown(piece)
    return ""


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
