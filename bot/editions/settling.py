"""Whether a folder stayed as it was while it was read: half of one state is never half of another.

A curator who saves, a download or a ``git pull`` may change files while they are read one after the
other. Each file is then whole, and together they are a state that nobody ever wrote.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from bot.facts.faults import Fault, FaultsFoundError
from bot.facts.folder import files_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ReadT = TypeVar("ReadT")
#: Each file with what changes when it does: its number, size, and times of change.
Stamp: TypeAlias = tuple[tuple[str, int, int, int, int], ...]

_TRIES: Final = 3
_PAUSE: Final = 0.5  # seconds: as long as an editor or a copy of small files takes


def stamp(folder: Path) -> Stamp:
    """Return what is different as soon as any file below a folder is."""
    return tuple(_stamps(folder))


def read_unchanged(folder: Path, read: Callable[[Path], ReadT], pause: float = _PAUSE) -> ReadT:
    """Read a folder that does not change meanwhile, trying again where it did.

    Raise ``FaultsFoundError`` with what the last reading found, or if the folder kept changing.
    """
    for _ in range(_TRIES):
        before = stamp(folder)
        found: FaultsFoundError | None = None
        try:
            result = read(folder)
        except FaultsFoundError as error:
            found = error
        if stamp(folder) == before:
            if found:
                raise found
            return result
        time.sleep(pause)
    wrong = "files changed each time while they were read"
    todo = "wait until whatever writes them has finished, then try again"
    raise FaultsFoundError([Fault(str(folder), 0, 0, wrong, todo)])


def _stamps(folder: Path) -> list[tuple[str, int, int, int, int]]:
    stamps = []
    for path in files_in(folder)[0]:
        try:
            status = path.stat()
        except OSError:
            stamps.append((str(path), 0, 0, 0, 0))
        else:
            times = status.st_mtime_ns, status.st_ctime_ns
            stamps.append((os.fspath(path), status.st_ino, status.st_size, *times))
    return stamps
