"""What is wrong in a file, where exactly, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence


class Fault(msgspec.Struct, frozen=True, order=True):
    """One mistake; ``line`` and ``column`` count from 1, in characters; 0 for a whole file."""

    file: str
    line: int
    column: int
    wrong: str
    todo: str

    def __str__(self) -> str:
        """Return ``file:line:column: what is wrong; what to do``, always on one line."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.wrong}; {self.todo}".replace("\n", "⏎")


class FaultsFoundError(Exception):
    """A folder or file has mistakes: all are in ``faults``, in order of file and line."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults, sorted, each once."""
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))
