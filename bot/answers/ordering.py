"""The order of lines: by time, undated ones last, and of the same time by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.facts.dates import When

if TYPE_CHECKING:
    from collections.abc import Iterable


class Dated(Protocol):
    """Anything that has a date, or none."""

    @property
    def when(self) -> When | None:
        """The date, if the source gives one."""


DatedT = TypeVar("DatedT", bound=Dated)

_LAST = When.parse("9999-12-31")


def in_time(dated: Iterable[DatedT]) -> list[DatedT]:
    """Return what is dated in order of time, and what is not behind it in the order given."""
    return sorted(dated, key=lambda one: (one.when is None, one.when or _LAST))
