"""Loading an edition for somebody who waits at a terminal."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING, Final

from rich import progress
from rich.console import Console

from bot.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.facts.reader import Progress

_PATIENCE: Final = 1.0  # seconds


def open_edition(folder: Path) -> Edition:
    """Read and index a folder; raise ``FaultsFoundError`` with every fault in it."""
    with progress_bar(f"Reading {folder.name}") as tell:
        return Edition.load(folder, tell)


@contextlib.contextmanager
def progress_bar(label: str, *, patience: float = _PATIENCE) -> Iterator[Progress]:
    """Show on standard error how far reading has come, if it is a terminal.

    The bar comes up when some seconds have passed, and leaves nothing behind.
    """
    console = Console(stderr=True)
    bar = progress.Progress(
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.TextColumn("{task.percentage:>3.0f}%"),
        console=console,
        transient=True,
        disable=not (sys.stderr and console.is_terminal),
    )
    task = bar.add_task(label, total=1.0)
    begun = time.monotonic()

    def tell(part: float) -> None:
        if time.monotonic() - begun > patience:
            bar.start()
            bar.update(task, completed=part)

    try:
        yield tell
    finally:
        bar.stop()
