"""Why words that speak of a date give none, or more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.facts.dates import When


class UnreadableDate(ValueError):  # noqa: N818  # named for what it is about
    """A text that is no date, with what is wrong and what to write instead."""


class MisorderedDate(UnreadableDate):
    """Numbers that are no date in this order, and may be one in another."""


class AmbiguousDate(ValueError):  # noqa: N818  # named for what it is about
    """A date with several readings: the ``words`` and the ``readings`` to choose from."""

    def __init__(self, words: str, readings: tuple[When, ...]) -> None:
        """Keep the words and their readings, two at least, in order of time."""
        super().__init__(f"'{words}' can be read in {len(readings)} ways")
        self.words = words
        self.readings = readings
