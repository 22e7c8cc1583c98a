"""What a process has started, and how much memory it has (Linux)."""

from __future__ import annotations

import os
from pathlib import Path


def resident(process: int | None = None) -> float:
    """Return the resident memory of a process, or of this one, in megabytes; 0 if it is gone."""
    try:
        lines = Path(f"/proc/{process or os.getpid()}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = (line.split()[1] for line in lines.splitlines() if line.startswith("VmRSS:"))
    return int(next(found, 0)) / 1024


def children(process: int | None = None) -> list[int]:
    """Return the processes that a process, or this one, has started, and those that they have."""
    found = []
    for task in Path(f"/proc/{process or os.getpid()}/task").glob("*/children"):
        try:
            started = [int(number) for number in task.read_text(encoding="ascii").split()]
        except OSError:
            continue
        for number in started:
            found += [number, *children(number)]
    return found
