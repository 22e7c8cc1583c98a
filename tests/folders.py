"""Knowledge folders and saved texts written for a test, and what reading them finds."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.facts.base import load_with_origins
from bot.facts.faults import FaultsFoundError
from bot.facts.grounding import Grounding, ground

if TYPE_CHECKING:
    from pathlib import Path

    from bot.facts.faults import Fault


def write(folder: Path, **files: str | bytes) -> Path:
    """Write files by name, without their ending .yaml; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.yaml").write_bytes(raw)
    return folder


def faults_in(folder: Path) -> tuple[Fault, ...]:
    """Load a folder; return its faults, none if it is sound."""
    try:
        load_with_origins(folder)
    except FaultsFoundError as error:
        return error.faults
    return ()


def save_text(folder: Path, name: str, content: str | bytes) -> str:
    """Save a text to hold a base against; return its checksum."""
    folder.mkdir(parents=True, exist_ok=True)
    raw = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(raw)
    return hashlib.sha256(raw).hexdigest()


def grounded(folder: Path, texts: Path) -> Grounding:
    """Load a folder and hold it against saved texts."""
    return ground(*load_with_origins(folder), texts)
