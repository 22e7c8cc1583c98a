"""Reloading: one edition at a time, what changed, and the old one kept whatever goes wrong."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from folders import write

from bot.cards import Shown, draw
from bot.drawing.custom_ids import Act, Question
from bot.drawing.pages import pages_of
from bot.edition import Desk, Edition
from bot.editions import reloading
from bot.editions.reloading import BusyError, Reload, Reloader, as_answer
from bot.facts.changes import How, changes

if TYPE_CHECKING:
    from pathlib import Path

BASE = """
sources:
  paper: {title: A paper, kind: report, language: en}
  letter: {title: A letter, kind: official, language: en}
topics:
  trade: {name: Trade}
statements:
  grows: {by: [paper], says: It grows., topics: [trade], cite: [paper#1]}
"""
CHANGED = """
sources:
  paper: {title: A newspaper, kind: report, language: en, note: n}
topics:
  trade: {name: Trade}
organisations:
  letter: {name: Letter House, cite: [paper#1]}
statements:
  grows: {by: [paper], says: It grows., topics: [trade], cite: [paper#1]}
  shrinks: {by: [paper], says: It shrinks., topics: [trade], cite: [paper#2]}
"""


def desk_on(folder: Path, content: str = BASE) -> Desk:
    """Put the edition of a folder with one file on a desk."""
    return Desk(Edition.load(write(folder, base=content)))


def test_what_changed_is_told_by_section_with_titles_and_fields(tmp_path: Path) -> None:
    """Added, changed and removed, what a record is called, and which fields are different."""
    before = Edition.load(write(tmp_path / "a", base=BASE)).base
    after = Edition.load(write(tmp_path / "b", base=CHANGED)).base
    found = [(c.section, c.how, c.id, c.title, c.fields) for c in changes(before, after)]
    assert found == [
        ("sources", How.CHANGED, "paper", "A newspaper", ("title", "note")),
        ("sources", How.REMOVED, "letter", "A letter", ()),
        ("organisations", How.ADDED, "letter", "Letter House", ()),
        ("statements", How.ADDED, "shrinks", "It shrinks.", ()),
    ]
    assert changes(after, after) == ()


def test_a_reload_swaps_the_edition_and_tells_what_changed(tmp_path: Path) -> None:
    """After a reload the desk holds the folder as it is now."""
    desk = desk_on(tmp_path)
    before = desk.current.fingerprint
    write(tmp_path, base=CHANGED)
    done = asyncio.run(Reloader(desk, tmp_path).reload())
    assert desk.current.fingerprint == done.edition != before
    answer = as_answer(done)
    assert answer.title == "Reloaded: 4 changes"
    assert [item.heading for item in answer.items] == [
        "Sources changed",
        "Sources removed",
        "Organisations added",
        "Statements added",
    ]


def test_nothing_changed_says_so(tmp_path: Path) -> None:
    """A reload of the same facts is no error and no change."""
    done = asyncio.run(Reloader(desk_on(tmp_path), tmp_path).reload())
    assert as_answer(done).title == "Reloaded: nothing has changed"


def test_faults_keep_the_old_edition_and_are_all_told(tmp_path: Path) -> None:
    """A broken folder changes nothing; every fault is on some page, with file and line."""
    desk = desk_on(tmp_path)
    before = desk.current
    broken = "".join(f"  x{n}: {{name: N, oops: 1}}\n" for n in range(40))
    write(tmp_path, base=f"topics:\n{broken}", more="topics: [")
    done = asyncio.run(Reloader(desk, tmp_path).reload())
    assert desk.current is before
    assert len(done.faults) > 40
    text = "\n".join(s.markdown for page in pages_of(as_answer(done)) for s in page.sections)
    for fault in done.faults:
        assert f"{fault.file}\\:{fault.line}\\:{fault.column}" in text


def test_a_vanished_folder_keeps_the_old_edition(tmp_path: Path) -> None:
    """Where there is nothing to load, the old edition goes on."""
    desk = desk_on(tmp_path / "a")
    before = desk.current
    (tmp_path / "a" / "base.yaml").unlink()
    (tmp_path / "a").rmdir()
    done = asyncio.run(Reloader(desk, tmp_path / "a").reload())
    assert done.faults
    assert desk.current is before


def test_a_reload_during_a_reload_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two at once would race: the second is told to wait, and a third works again later."""
    desk = desk_on(tmp_path)

    async def both() -> None:
        held = asyncio.Event()

        async def slow(folder: Path) -> Edition:
            await held.wait()
            return Edition.load(folder)

        monkeypatch.setattr(reloading, "build", slow)
        reloader = Reloader(desk, tmp_path)
        first = asyncio.create_task(reloader.reload())
        await asyncio.sleep(0)
        with pytest.raises(BusyError):
            await reloader.reload()
        held.set()
        await first
        await reloader.reload()

    asyncio.run(both())


def test_an_unforeseen_error_keeps_the_old_edition_and_allows_another_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no fault of a file is raised, and leaves no reload hanging."""
    desk = desk_on(tmp_path)
    before = desk.current

    async def full(_folder: Path) -> Edition:
        raise MemoryError

    async def twice() -> None:
        reloader = Reloader(desk, tmp_path)
        with monkeypatch.context() as patch:
            patch.setattr(reloading, "build", full)
            with pytest.raises(MemoryError):
                await reloader.reload()
        await reloader.reload()

    asyncio.run(twice())
    assert desk.current.fingerprint == before.fingerprint


def test_a_report_longer_than_anybody_reads_says_what_is_left_out(tmp_path: Path) -> None:
    """Ten thousand faults are laid out as far as they can be read, with a pointer to the rest."""
    many = "".join(f"  x{n}: {{name: N, oops: 1}}\n" for n in range(2_500))
    desk = desk_on(tmp_path)
    write(tmp_path, base=f"topics:\n{many}")
    done = asyncio.run(Reloader(desk, tmp_path).reload())
    answer = as_answer(done)
    pages = pages_of(answer)
    assert f"{len(done.faults) - 2_000} more are not shown" in pages[-1].sections[-1].markdown
    last = Shown(1, Question.typed("x"), page=10**4, turns=Act.REPORT)
    draw(answer, last, pages).to_components()


def test_an_empty_report_needs_no_pages() -> None:
    """Even a report without a line is one page."""
    assert len(pages_of(as_answer(Reload(edition="0" * 12)))) == 1
