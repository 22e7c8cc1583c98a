"""Reading a folder in a process of its own: the bot gets all that is in it, or every fault."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from folders import write
from processes import children

from bot.editions import reading
from bot.editions.parcels import BrokenParcelError, Unpacking
from bot.editions.reader_process import send
from bot.editions.reading import read_apart
from bot.facts.base import load
from bot.facts.faults import FaultsFoundError

if TYPE_CHECKING:
    from bot.facts.base import FactBase

SHIPPED = Path(__file__).parents[1] / "knowledge"
#: One record of each kind, with every kind of value there is.
WHOLE = """
sources:
  paper:
    title: Листок 报纸
    kind: report
    language: en
    published: 2025-05~/..
    author: ann
    text: {file: paper.txt, sha256: "SHA", skip: "1, 8-9", paragraphs: 1-3}
people: {ann: {name: Ann, names: [Анна], posts: [{post: Envoy, of: land, cite: [paper#2]}]}}
organisations: {land: {name: Land, about: A land., cite: [paper#1]}}
topics: {trade: {name: Trade}}
events:
  talks:
    title: Talks
    when: 2025-05-07?
    who: [ann]
    cite: [paper#1]
    differs: [{field: place, value: Oslo, cite: [paper#3]}]
quotes: {one: {words: "Word\\nfor word", by: [ann], translated: true, cite: [paper#2]}}
statements:
  grows: {by: [paper], says: It grows., figures: [{of: trade, value: "5"}], cite: [paper#1]}
""".replace("SHA", "0" * 64)


def read(folder: Path) -> FactBase:
    """Read a folder apart, as a reload does."""
    return asyncio.run(read_apart(folder)).base()


def faults(folder: Path) -> list[str]:
    """Read a folder apart; return what is wrong with it."""
    with pytest.raises(FaultsFoundError) as found:
        read(folder)
    return [fault.wrong for fault in found.value.faults]


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Put a program of the test's own in the place of the Python that reads."""
    program = tmp_path / "reader"
    monkeypatch.setattr(sys, "executable", str(program))
    return program


def program(path: Path, lines: str) -> None:
    """Write a shell program."""
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="ascii")
    path.chmod(0o700)


def test_every_record_arrives_as_it_was_read(tmp_path: Path) -> None:
    """What another process read is equal, record by record, to what this one reads."""
    write(tmp_path, whole=WHOLE)
    assert read(tmp_path).records == load(tmp_path).records
    assert read(SHIPPED).records == load(SHIPPED).records


def test_faults_arrive_with_their_places(tmp_path: Path) -> None:
    """Every fault of every file is what reading it here would have found."""
    broken = "".join(f"  x{n}: {{name: N, oops: 1}}\n" for n in range(450))
    write(tmp_path, a=f"topics:\n{broken}", b="topics: [")
    with pytest.raises(FaultsFoundError) as here:
        load(tmp_path)
    with pytest.raises(FaultsFoundError) as apart:
        read(tmp_path)
    assert apart.value.faults == here.value.faults
    assert len(here.value.faults) > 450


@pytest.mark.parametrize("emptied", ["", "# nothing\n", "topics:\n"])
def test_an_emptied_file_is_a_fault(emptied: str, tmp_path: Path) -> None:
    """A file that was emptied, and nothing else, is never an edition without records."""
    write(tmp_path, base=emptied)
    assert len(faults(tmp_path)) == 1


def test_a_file_of_no_bytes_beside_sound_ones_is_a_fault(tmp_path: Path) -> None:
    """A full disk leaves files of no bytes: their records are not taken for deleted."""
    write(tmp_path, whole=WHOLE, more=b"")
    assert faults(tmp_path) == ["the file is empty"]


def test_parcels_cut_short_are_no_base(tmp_path: Path) -> None:
    """However much of the parcels arrives, only all of them make a base."""
    out = io.BytesIO()
    send(write(tmp_path, whole=WHOLE), out)
    unpacking = Unpacking()
    unpacking.take(0, b"\x90")
    assert not unpacking.is_complete
    with pytest.raises(BrokenParcelError):
        unpacking.base()
    for kind, content in ((0, b"\xff"), (0, b"\x91\x01"), (99, b"\x90")):
        with pytest.raises(BrokenParcelError):
            unpacking.take(kind, content)


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("exit 3", "ended early (status 3)"),
        ("kill -9 $$", "where memory runs short"),
        ("exit 0", "ended early (status 0)"),
        ("printf '\\0\\0\\0\\0\\1\\377'", "read, but not understood"),
        ("printf '\\0\\0\\0\\0\\7\\220'", "ended early (status 0)"),
    ],
)
def test_a_reader_that_dies_is_a_fault(
    lines: str, wrong: str, stand_in: Path, tmp_path: Path
) -> None:
    """A process that ends early, is killed or talks nonsense leaves a fault with what to do."""
    program(stand_in, lines)
    assert wrong in faults(tmp_path)[0]


def test_a_reader_that_cannot_be_started_is_a_fault(stand_in: Path, tmp_path: Path) -> None:
    """Where the machine has no room for another process, the old edition is all there is."""
    del stand_in  # never written
    assert "no process could be started" in faults(tmp_path)[0]


def test_a_folder_that_never_answers_is_given_up(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network drive that hangs does not block reloads for ever, and leaves no process behind."""
    program(stand_in, "exec sleep 60")
    monkeypatch.setattr(reading, "_LONGEST", 0.2)
    assert "not read within" in faults(tmp_path)[0]
    assert not children()


def test_whoever_stops_waiting_ends_the_reading(stand_in: Path, tmp_path: Path) -> None:
    """When the bot stops during a reload, no process goes on reading."""
    program(stand_in, "exec sleep 60")

    async def stop() -> None:
        waiting = asyncio.create_task(read_apart(tmp_path))
        await asyncio.sleep(0.2)
        assert children()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(stop())
    assert not children()


def test_the_reader_never_has_the_token(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads files of others is not given what opens the bot's account."""
    kept = tmp_path / "environment"
    program(stand_in, f"env > {kept}")
    monkeypatch.setenv("DISCORD_TOKEN", "planted")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "planted")
    faults(tmp_path)
    assert "PATH=" in kept.read_text()
    assert "planted" not in kept.read_text()


def test_a_reader_whose_bot_has_gone_ends_quietly(tmp_path: Path) -> None:
    """A bot that was killed leaves no process that complains."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    with open(write_end, "wb") as out:  # noqa: PTH123  # a number, not a path
        send(write(tmp_path, whole=WHOLE), out)


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    """A file larger than any base is refused by its size, sparse or not."""
    write(tmp_path, whole=WHOLE)
    with (tmp_path / "bomb.yaml").open("wb") as bomb:
        bomb.truncate(2**40)
    assert "MB, more than" in faults(tmp_path)[0]


def test_a_pipe_in_the_folder_holds_nobody_up(tmp_path: Path) -> None:
    """A named pipe, from which nothing ever comes, is refused."""
    write(tmp_path, whole=WHOLE)
    os.mkfifo(tmp_path / "pipe.yaml")
    assert faults(tmp_path) == ["not a regular file"]


def test_a_reading_killed_half_way_is_a_fault(tmp_path: Path) -> None:
    """Killed by whatever, at whatever point: a fault, and the next reading finds everything."""
    many = "".join(f"  t-{n}: {{name: Topic {n}}}\n" for n in range(20_000))
    write(tmp_path, many=f"topics:\n{many}")

    def kill() -> None:
        while not (found := children()):
            time.sleep(0.01)
        time.sleep(0.3)
        os.kill(found[0], signal.SIGKILL)

    killing = threading.Thread(target=kill)
    killing.start()
    assert "where memory runs short" in faults(tmp_path)[0]
    killing.join()
    assert len(read(tmp_path).topics) == 20_000
