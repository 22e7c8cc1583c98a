"""Which files of a knowledge folder are read, and which are refused."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from folders import faults_in, write

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65_534
SOUND = "topics: {peace: {name: Peace}}\n"


def test_no_such_folder(tmp_path: Path) -> None:
    """A folder that is not there is one fault that names it."""
    missing = tmp_path / "none"
    assert [str(fault) for fault in faults_in(missing)] == [
        f"{missing}: there is no such folder; name the folder that holds the *.yaml files"
    ]


def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    """A file given as the folder is said to be none."""
    write(tmp_path, f=SOUND)
    assert [fault.wrong for fault in faults_in(tmp_path / "f.yaml")] == ["this is no folder"]


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without any YAML file is a fault and no empty base."""
    (tmp_path / "notes.txt").write_text("x")
    assert [fault.wrong for fault in faults_in(tmp_path)] == ["the folder holds no *.yaml file"]


def test_hidden_and_other_files_are_passed_over(tmp_path: Path) -> None:
    """Hidden files and folders and files of other kinds are not read."""
    write(tmp_path, f=SOUND)
    write(tmp_path / ".git", g="rubbish")
    (tmp_path / ".f.yaml").write_text("rubbish")
    (tmp_path / "readout.schema.json").write_text("{}")
    assert not faults_in(tmp_path)


@pytest.mark.parametrize("name", ["f.yml", "f.YAML", "f.YML"])
def test_a_near_miss_of_the_ending(name: str, tmp_path: Path) -> None:
    """A file with another spelling of the ending is refused, as it would be left out."""
    write(tmp_path, a=SOUND)
    (tmp_path / name).write_text("topics: {x: {name: X}}\n")
    assert [(fault.file, fault.todo[:19]) for fault in faults_in(tmp_path)] == [
        (name, "rename it to f.yaml")
    ]


def test_a_link_within_the_folder_is_read_once(tmp_path: Path) -> None:
    """A link to a file of the folder makes no record stand twice."""
    write(tmp_path, f=SOUND)
    (tmp_path / "a.yaml").symlink_to("f.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "f.yaml")
    assert not faults_in(tmp_path)


def test_a_link_out_of_the_folder(tmp_path: Path) -> None:
    """A link that leads out of the folder is refused, so that nothing else can be shown."""
    outside = write(tmp_path / "outside", g=SOUND) / "g.yaml"
    inside = write(tmp_path / "inside", f=SOUND)
    (inside / "g.yaml").symlink_to(outside)
    assert [(fault.file, fault.wrong) for fault in faults_in(inside)] == [
        ("g.yaml", "a link out of the folder")
    ]


def test_links_in_circles(tmp_path: Path) -> None:
    """Links to folders are refused and links to themselves cannot be read: nothing hangs."""
    write(tmp_path / "sub", f=SOUND)
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "me.yaml").symlink_to("me.yaml")
    (tmp_path / "one.yaml").symlink_to("two.yaml")
    (tmp_path / "two.yaml").symlink_to("one.yaml")
    (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")
    told = {fault.file: fault.wrong for fault in faults_in(tmp_path)}
    assert told.keys() == {"sub/up", "me.yaml", "one.yaml", "two.yaml", "gone.yaml"}
    assert told["sub/up"] == "a link to a folder"
    assert told["gone.yaml"].startswith("cannot be read: ")


def test_a_pipe(tmp_path: Path) -> None:
    """A named pipe is refused and not waited for."""
    write(tmp_path, f=SOUND)
    os.mkfifo(tmp_path / "p.yaml")
    assert [(fault.file, fault.wrong) for fault in faults_in(tmp_path)] == [
        ("p.yaml", "not a regular file")
    ]


def test_a_huge_file(tmp_path: Path) -> None:
    """A file beyond the limit is refused by its size, without being read."""
    with (tmp_path / "f.yaml").open("wb") as file:
        file.truncate(2**40)
    assert ["more than 256 MB" in fault.wrong for fault in faults_in(tmp_path)] == [True]


@contextlib.contextmanager
def as_somebody() -> Iterator[Path]:
    """Be a user who may not read everything, also where the tests run as root; in a new folder."""
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as folder:
        if user == 0:
            os.chown(folder, NOBODY, -1)
            os.seteuid(NOBODY)
        try:
            yield Path(folder)
        finally:
            os.seteuid(user)


def test_what_may_not_be_read() -> None:
    """An unreadable file and an unreadable folder are each a fault that says so."""
    with as_somebody() as folder:
        write(folder, f=SOUND, g=SOUND)
        write(folder / "sub", h=SOUND)
        (folder / "g.yaml").chmod(0)
        (folder / "sub").chmod(0)
        told = [(fault.file, fault.wrong) for fault in faults_in(folder)]
        (folder / "sub").chmod(0o700)
    assert told == [
        ("g.yaml", "cannot be read: Permission denied"),
        ("sub", "cannot be read: Permission denied"),
    ]


def test_a_folder_that_may_not_be_looked_for() -> None:
    """Below a folder that may not be entered, and by a name that is too long, there is a fault."""
    with as_somebody() as folder:
        hidden = write(folder / "shut" / "base", f=SOUND)
        (folder / "base").mkdir()
        (folder / "base" / "link.yaml").symlink_to(hidden / "f.yaml")
        (folder / "shut").chmod(0)
        told = [fault.wrong for fault in (*faults_in(hidden), *faults_in(folder / "base"))]
        (folder / "shut").chmod(0o700)
    assert told == ["cannot be read: Permission denied", "a link out of the folder"]
    (fault,) = faults_in(Path("x" * 300))
    assert fault.wrong == "cannot be read: File name too long"


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is read or reported like any other."""
    write(tmp_path, f=SOUND)
    name = os.fsdecode(b"\xff.yaml")
    (tmp_path / name).write_text("topics: {x: {nme: X}}\n")
    assert {fault.file for fault in faults_in(tmp_path)} == {name}
