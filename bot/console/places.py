"""Where things lie: the knowledge folder that ships, and what the chat keeps on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import platformdirs

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_KNOWLEDGE: Final = "knowledge"
#: What a checkout of Readout holds beside its knowledge.
_MARKS: Final = ("pyproject.toml", "bot/__main__.py")


def shipped_knowledge(start: Path | None = None) -> Path:
    """Return the folder that answers where no other is named.

    That is ``knowledge`` of the checkout around ``start`` (by default the current folder); else of
    the checkout that this code runs from; else the copy inside the installed package.
    """
    for folder in (*_around(start), _PACKAGE.parent):
        if _is_checkout(folder):
            return folder / _KNOWLEDGE
    return _PACKAGE / "_knowledge"


def history_file() -> Path:
    """Return where the chat keeps the questions that were typed, for this user alone."""
    return platformdirs.user_state_path("readout", appauthor=False) / "history"


def _around(start: Path | None) -> tuple[Path, ...]:
    try:
        start = start or Path.cwd()
    except FileNotFoundError:  # somebody deleted the current folder
        return ()
    return (start, *start.parents)


def _is_checkout(folder: Path) -> bool:
    return (folder / _KNOWLEDGE).is_dir() and all((folder / mark).is_file() for mark in _MARKS)
