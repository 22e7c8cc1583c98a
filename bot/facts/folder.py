"""The files of a knowledge folder: which are read, in a fixed order, and which cannot be."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.facts.decoding import LARGEST_FILE
from bot.facts.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUFFIX: Final = ".yaml"
_NEAR_MISSES: Final = {".yml", ".yaml"}  # in lower case: 'people.yml', 'People.YAML'


def files_in(folder: Path) -> tuple[list[Path], list[Fault]]:
    """Return the YAML files below a folder, sorted, and a fault for each that must not be read.

    Names that begin with a dot are passed over. A link to a file is followed if it stays inside the
    folder, and each file is read once, however many links lead to it; a link to a folder is not
    followed, so no circle can trap the reader.
    """
    faults: list[Fault] = []
    if not is_folder(folder):
        todo = "name the folder that holds the *.yaml files"
        return [], [Fault(str(folder), 0, 0, _why_no_folder(folder), todo)]
    inside = folder.resolve()
    files: dict[Path, Path] = {}
    for path in sorted(_walk(folder, folder, faults)):
        name = path.relative_to(folder).as_posix()
        target = Path(os.path.realpath(path))  # resolve() raises where links run in a circle
        if path.is_symlink() and is_folder(path):
            faults.append(Fault(name, 0, 0, "a link to a folder", "move the files themselves here"))
        elif path.suffix.lower() not in _NEAR_MISSES:
            continue
        elif path.suffix != _SUFFIX:
            todo = f"rename it to {path.stem}{_SUFFIX}, or it would be left out"
            faults.append(Fault(name, 0, 0, f"the file ends in {path.suffix}", todo))
        elif inside not in target.parents:
            faults.append(Fault(name, 0, 0, "a link out of the folder", "copy the file in"))
        else:
            files.setdefault(target, path)
    if not files and not faults:
        wrong = "the folder holds no *.yaml file"
        faults.append(Fault(str(folder), 0, 0, wrong, "add one, or name another folder"))
    return sorted(files.values()), faults


def read_file(path: Path, name: str) -> bytes | Fault:
    """Return a file's bytes, or why they cannot be had."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Fault(name, 0, 0, "not a regular file", "replace it by a file, or delete it")
        if status.st_size > LARGEST_FILE:
            size = f"{status.st_size // 2**20} MB, more than {LARGEST_FILE // 2**20} MB"
            return Fault(name, 0, 0, f"the file has {size}", "split it into several files")
        return path.read_bytes()
    except OSError as error:
        todo = "check that the file is there and that this user may read it"
        return Fault(name, 0, 0, f"cannot be read: {error.strerror}", todo)


def is_folder(path: Path) -> bool:
    """Whether there is a folder, as far as this user may know."""
    try:
        return path.is_dir()
    except OSError:  # a folder above it may not be entered, or a drive does not answer
        return False


def _why_no_folder(folder: Path) -> str:
    try:
        return "this is no folder" if folder.exists() else "there is no such folder"
    except OSError as error:
        return f"cannot be read: {error.strerror}"


def _walk(folder: Path, root: Path, faults: list[Fault]) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        name = folder.relative_to(root).as_posix()
        todo = "check that this user may read the folder"
        faults.append(Fault(name, 0, 0, f"cannot be read: {error.strerror}", todo))
        return
    for entry in visible:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), root, faults)
        else:
            yield Path(entry.path)
