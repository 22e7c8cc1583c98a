"""Dates from their numbers, checked, with the marks that may stand behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.reading import ImpossibleError, Named
from bot.answers.asked_dates.spans import Point, Span, checked, part

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading


def made(
    reading: Reading, end: int, year: int | None, month: int | None = None, day: int | None = None
) -> Named:
    """Return the date of these numbers, which ends at a token; without a year it is a part.

    Raises ``ImpossibleError`` if there is no such date.
    """
    try:
        if year is None:
            return Named(part(month, day), end)
        point = checked(year, month, day)
    except UnreadableDate as why:
        raise ImpossibleError(why, end) from why
    return _marked(reading, point, end)


def _marked(reading: Reading, point: Point, end: int) -> Named:
    """Return a point with the mark behind it: '~', or '?' where it cannot end a question."""
    mark, behind = reading.at[end], reading.at[end + 1]
    is_range = behind.glued and behind.value >= 0
    if mark.glued and (mark.text == "~" or (mark.text == "?" and reading.whole)) and not is_range:
        point, end = point._replace(mark=mark.text), end + 1
    elif mark.text == "(" and reading.word[end + 1 : end + 3] == ["uncertain", ")"]:
        point, end = point._replace(mark="?"), end + 3
    return Named(Span(point, point), end)
