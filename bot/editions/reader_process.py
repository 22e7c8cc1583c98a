"""The process that reads a knowledge folder for the bot, and sends what it finds.

It is a process of its own so that nothing in a folder can take the bot down or hold it up: not a
file of hundreds of megabytes, not a fault in a parser. Where memory runs short, the system ends
this process first.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.editions.parcels import packed, packed_faults
from bot.editions.settling import read_unchanged
from bot.facts.base import load
from bot.facts.faults import FaultsFoundError

if TYPE_CHECKING:
    from typing import BinaryIO

_FIRST_TO_GO = "1000"  # on Linux' scale of whom to end when memory runs short
_BEHIND = 10


def main(folder: str) -> None:
    """Read a folder and send its parcels to standard output."""
    with contextlib.suppress(OSError):
        # there is no such file on other systems, and a sandbox may forbid it
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, encoding="ascii")
    with contextlib.suppress(OSError, AttributeError):
        os.nice(_BEHIND)  # whoever asks goes first; Windows has another way
    send(Path(folder), sys.stdout.buffer)


def send(folder: Path, out: BinaryIO) -> None:
    """Read a folder and write what was found, as parcels."""
    try:
        parcels = packed(read_unchanged(folder, load))
    except FaultsFoundError as found:
        parcels = packed_faults(found.faults)
    try:
        out.writelines(parcels)
        out.flush()
    except BrokenPipeError:
        # whoever waited has gone; Python would complain once more when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
