"""Reloads under fire: each answer comes whole from one edition, and nothing of the old stays."""

from __future__ import annotations

import asyncio
import gc
import weakref
from typing import TYPE_CHECKING

from folders import write
from processes import children

from bot.drawing.custom_ids import Question
from bot.edition import Desk, Edition
from bot.service import Service

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_RELOADS = 5


def base(number: int) -> str:
    """Write a base of which every record says which one it is."""
    return (
        "sources: {paper: {title: A paper, kind: report, language: en}}\n"
        f"people: {{ann: {{name: Ann Berg {number}}}}}\n"
        "statements:\n"
        f"  one: {{by: [ann], says: Ann says number {number}., cite: [paper#1]}}\n"
        f"  two: {{by: [ann], says: Ann repeats number {number}., cite: [paper#1]}}\n"
    )


def served(folder: Path) -> Service:
    """Answer from a folder."""
    return Service(Desk(Edition.load(folder)), folder)


def test_an_answer_comes_from_one_edition_and_names_it(tmp_path: Path) -> None:
    """While editions change, every answer is whole, and of the edition that it names."""
    service = served(write(tmp_path, base=base(0)))
    known = {service.desk.current.fingerprint: 0}

    async def ask() -> None:
        while True:
            answer = service.answer(Question.of("who", {"name": "ann"}))
            number = known[answer.edition]
            assert answer.title == f"Ann Berg {number}"
            said = [item.text for item in answer.items if "number" in item.text]
            assert sorted(said) == [f"Ann {how} number {number}." for how in ("repeats", "says")]
            await asyncio.sleep(0)

    async def reload() -> None:
        asking = asyncio.create_task(ask())
        for number in range(1, _RELOADS):
            write(tmp_path, base=base(number))
            known[Edition.load(tmp_path).fingerprint] = number
            done = await service.reload("a test")
            assert done.changes
        assert service.desk.current.fingerprint in known
        assert not asking.done() or asking.exception() is None
        asking.cancel()

    asyncio.run(reload())
    assert service.counts.reloads == {"changed": _RELOADS - 1}


def test_nothing_of_an_old_edition_stays(tmp_path: Path) -> None:
    """After a reload the edition before is gone, with all that was made of it, without a search."""
    service = served(write(tmp_path, base=base(0)))
    service.answer(Question.of("who", {"name": "ann"}))
    before = weakref.ref(service.desk.current), weakref.ref(service.desk.current.index)

    async def reload() -> None:
        write(tmp_path, base=base(1))
        await service.reload("a test")
        service.answer(Question.of("who", {"name": "ann"}))

    gc.disable()
    try:
        asyncio.run(reload())
        assert [held() for held in before] == [None, None]
    finally:
        gc.enable()


def test_reloads_at_once_are_one(tmp_path: Path) -> None:
    """However often it is asked for, one process at a time reads the folder."""
    service = served(write(tmp_path, base=base(0)))

    async def many() -> list[object]:
        asked = [asyncio.create_task(service.reload("a test")) for _ in range(4)]
        await asyncio.sleep(0.1)
        assert len(children()) <= 1
        return await asyncio.gather(*asked, return_exceptions=True)

    ended = [type(one).__name__ for one in asyncio.run(many())]
    assert sorted(ended) == ["BusyError", "BusyError", "BusyError", "Reload"]


def test_the_log_of_a_reload_names_faults_but_not_without_end(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Thousands of faults are counted, and the first of them are written out."""
    service = served(write(tmp_path, base=base(0)))
    many = "".join(f"  x{n}: {{name: N, oops: 1}}\n" for n in range(3_000))
    write(tmp_path, more=f"topics:\n{many}")
    done = asyncio.run(service.reload("a test"))
    assert len(done.faults) == 3_000
    assert "not reloaded, 3000 faults" in caplog.text
    assert len(caplog.text.splitlines()) < 40
