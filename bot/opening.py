"""Loading an edition for somebody who waits at a terminal."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from bot.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PATIENCE: Final = 1.0  # seconds


def open_edition(folder: Path) -> Edition:
    """Read and index a folder; raise ``FaultsFoundError`` with every fault in it."""
    with progress_bar(f"Reading {folder.name}") as progress:
        return Edition.load(folder, progress)


@contextlib.contextmanager
def progress_bar(label: str) -> Iterator[Callable[[float], None]]:
    """Show on standard error how far reading has come, if it is a terminal.

    The bar comes up when a second has passed, and leaves nothing behind.
    """
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        console=console,
        transient=True,
        disable=not (sys.stderr and console.is_terminal),
    )
    task = bar.add_task(label, total=1.0)
    begun = time.monotonic()

    def progress(part: float) -> None:
        if time.monotonic() - begun > _PATIENCE:
            bar.start()
            bar.update(task, completed=part)

    try:
        yield progress
    finally:
        bar.stop()
