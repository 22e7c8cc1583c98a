"""The order of lines: by time, undated ones last, and of the same time as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from bot.facts.dates import LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.facts.dates import When
    from bot.facts.records import Cite


class Dated(Protocol):
    """Anything that has a date, or none, and says where it was read."""

    @property
    def when(self) -> When | None:
        """The date, if the source gives one."""

    @property
    def cite(self) -> Sequence[Cite]:
        """The paragraphs that it was read in."""


DatedT = TypeVar("DatedT", bound=Dated)

_UNDATED: Final = (LAST_DAY + 1, 0, "")
_NOWHERE: Final = ("", 0)


def in_time(dated: Iterable[DatedT]) -> list[DatedT]:
    """Return what is dated in order of time, and what is not behind it.

    What is of the same time follows the paragraphs of its first source, and else the order given.
    """
    return sorted(dated, key=_place)


def _place(one: Dated) -> tuple[tuple[int, int, str], tuple[str, int]]:
    when, cite = one.when, one.cite
    return when.rank if when else _UNDATED, cite[0].place if cite else _NOWHERE
