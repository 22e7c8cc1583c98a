"""What is wrong in a file, where exactly, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class Fault(msgspec.Struct, frozen=True, order=True):
    """One mistake: ``line`` and ``column`` count from 1, in characters; 0 where the whole file is meant."""

    file: str
    line: int
    column: int
    wrong: str
    todo: str

    def __str__(self) -> str:
        """Return ``file:line:column: what is wrong; what to do``."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.wrong}; {self.todo}"


class FaultsFoundError(Exception):
    """A folder or file with mistakes, every one of them in ``faults``, in order of file and line."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults, sorted, each once."""
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))
