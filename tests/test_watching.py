"""Watching a folder: one reload when it has settled, none for what changes nothing."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from folders import write

from bot.edition import Desk, Edition
from bot.editions import reloading, watching
from bot.editions.settling import read_unchanged, stamp
from bot.editions.watching import watch
from bot.facts.faults import FaultsFoundError
from bot.service import Service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

BASE = "topics:\n  trade: {name: Trade}\n"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a folder settle in less time than a person would wait."""
    monkeypatch.setattr(watching, "_QUIET", 300)
    monkeypatch.setattr(watching, "_LOOK", 600)
    monkeypatch.setattr(watching, "_AGAIN", 0.2)


@contextlib.asynccontextmanager
async def watched(folder: Path) -> AsyncIterator[Service]:
    """Watch a folder while the context lasts."""
    seen = stamp(folder)
    service = Service(Desk(Edition.load(folder)), folder, seen=seen)
    task = asyncio.create_task(watch(service))
    await asyncio.sleep(0.3)
    yield service
    assert not task.done()
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(15):
        while not is_so():  # noqa: ASYNC110  # the bot has no hooks for tests
            await asyncio.sleep(0.02)


def test_many_changes_are_one_reload(tmp_path: Path) -> None:
    """A folder written file by file is loaded when all of it is there."""
    write(tmp_path, base=BASE)

    async def change() -> None:
        async with watched(tmp_path) as service:
            for n in range(12):
                write(tmp_path, **{f"f{n}": f"topics: {{t{n}: {{name: T{n}}}}}\n"})
                await asyncio.sleep(0.03)
            await until(lambda: service.reloader.seen == stamp(tmp_path))
            await until(lambda: service.counts.reloads.total() > 0)  # counted once all is done
            assert service.counts.reloads == {"changed": 1}
            assert len(service.desk.current.base.topics) == 13

    asyncio.run(change())


def test_what_is_no_knowledge_changes_nothing(tmp_path: Path) -> None:
    """Hidden files, other files and a look at the folder cause no reload."""
    write(tmp_path, base=BASE)

    async def change() -> None:
        async with watched(tmp_path) as service:
            write(tmp_path / ".git", g="x")
            (tmp_path / "notes.txt").write_text("x")
            os.utime(tmp_path)
            await asyncio.sleep(1.2)
            assert not service.counts.reloads

    asyncio.run(change())


def test_a_folder_that_vanishes_and_returns(tmp_path: Path) -> None:
    """Gone, it is a fault and the edition stays; back again, it is loaded, though it is another."""
    folder = write(tmp_path / "base", base=BASE)

    async def change() -> None:
        async with watched(folder) as service:
            first = service.desk.current
            shutil.rmtree(folder)
            await until(lambda: service.counts.reloads["faults"] == 1)
            assert service.desk.current is first
            await asyncio.sleep(0.6)
            assert service.counts.reloads["faults"] == 1  # told once
            write(folder, base=BASE, more="topics: {peace: {name: Peace}}\n")
            await until(lambda: service.counts.reloads["changed"] == 1)
            assert set(service.desk.current.base.topics) == {"trade", "peace"}

    asyncio.run(change())


def test_a_folder_swapped_by_a_link_is_seen(tmp_path: Path) -> None:
    """A folder replaced as a whole, as deployments do, is loaded."""
    write(tmp_path / "one", base=BASE)
    write(tmp_path / "two", base="topics: {peace: {name: Peace}}\n")
    link = tmp_path / "base"
    link.symlink_to("one")

    async def change() -> None:
        async with watched(link) as service:
            (tmp_path / "next").symlink_to("two")
            (tmp_path / "next").rename(link)
            await until(lambda: set(service.desk.current.base.topics) == {"peace"})

    asyncio.run(change())


def test_files_swapped_by_a_link_are_seen(tmp_path: Path) -> None:
    """Files that are links through a hidden one, as clusters mount them, are loaded anew."""
    folder = tmp_path / "base"
    write(folder / "..one", base=BASE)
    write(folder / "..two", base="topics: {peace: {name: Peace}}\n")
    (folder / "..data").symlink_to("..one")
    (folder / "base.yaml").symlink_to("..data/base.yaml")

    async def change() -> None:
        async with watched(folder) as service:
            (folder / "..next").symlink_to("..two")
            (folder / "..next").rename(folder / "..data")
            await until(lambda: set(service.desk.current.base.topics) == {"peace"})
            await until(lambda: service.counts.reloads == {"changed": 1})

    asyncio.run(change())


def test_a_file_saved_by_renaming_is_seen(tmp_path: Path) -> None:
    """An editor that writes beside the file and renames it makes one reload, without faults."""
    write(tmp_path, base=BASE)

    async def change() -> None:
        async with watched(tmp_path) as service:
            (tmp_path / ".base.yaml.swp").write_text("topics: [")
            (tmp_path / ".new").write_text(BASE + "  peace: {name: Peace}\n")
            (tmp_path / "base.yaml").rename(tmp_path / "base.yaml~")
            (tmp_path / ".new").rename(tmp_path / "base.yaml")
            await until(lambda: set(service.desk.current.base.topics) == {"trade", "peace"})
            await until(lambda: service.counts.reloads == {"changed": 1})

    asyncio.run(change())


def test_it_goes_on_after_an_error_nobody_expected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A reload that fails is logged with a reference, and the next change is loaded."""
    write(tmp_path, base=BASE)

    async def fail(_folder: Path) -> Edition:
        raise MemoryError

    async def change() -> None:
        async with watched(tmp_path) as service:
            with monkeypatch.context() as broken:
                broken.setattr(reloading, "build", fail)
                write(tmp_path, more="topics: {peace: {name: Peace}}\n")
                await until(lambda: service.counts.reloads["failed"] == 1)
            write(tmp_path, more="topics: {tides: {name: Tides}}\n")
            await until(lambda: set(service.desk.current.base.topics) == {"trade", "tides"})

    asyncio.run(change())
    assert "a reload failed" in caplog.text


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    """Half of the old and half of the new is never taken: the second reading counts."""
    write(tmp_path, base=BASE)
    readings = []

    def read(folder: Path) -> str:
        text = (folder / "base.yaml").read_text()
        readings.append(text)
        if len(readings) == 1:
            write(folder, base=BASE + "  peace: {name: Peace}\n")
        return text

    assert "peace" in read_unchanged(tmp_path, read, pause=0.01)
    assert len(readings) == 2


def test_a_fault_that_was_gone_when_it_was_found_is_none(tmp_path: Path) -> None:
    """A file that was half written when it was read, and whole afterwards, is read again."""
    write(tmp_path, base="topics: [")

    def read(folder: Path) -> Edition:
        try:
            return Edition.load(folder)
        finally:
            if (folder / "base.yaml").stat().st_size < 15:
                write(folder, base=BASE)

    assert set(read_unchanged(tmp_path, read, pause=0.01).base.topics) == {"trade"}


def test_a_folder_that_never_rests_is_a_fault(tmp_path: Path) -> None:
    """Whatever is written on and on is not loaded, and whoever asks is told why."""
    write(tmp_path, base=BASE)

    def read(folder: Path) -> Edition:
        edition = Edition.load(folder)
        with (folder / "base.yaml").open("a") as file:
            file.write("# more\n")
        return edition

    with pytest.raises(FaultsFoundError) as found:
        read_unchanged(tmp_path, read, pause=0.01)
    assert "changed each time while they were read" in str(found.value)
