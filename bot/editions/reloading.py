"""A new edition beside the old one: built aside, compared, and put on the desk in one step.

A process of its own reads and checks the folder; a thread indexes what it found. The event loop is
never held up for more than moments, however large the base is.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Final

import msgspec

from bot.answers.model import Answer, Item, Status
from bot.edition import Edition
from bot.editions.aside import aside
from bot.editions.collecting import sparing, without_collections
from bot.editions.reading import read_apart
from bot.editions.settling import stamp
from bot.facts.changes import RecordChange, changes
from bot.facts.faults import Fault, FaultsFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bot.edition import Desk
    from bot.editions.parcels import Unpacking
    from bot.editions.settling import Stamp

COMMAND: Final = "reload"
#: More than anybody reads; the command line shows them all.
_MOST_LINES: Final = 2_000
_RECORDS: Final = 500  # are let go of in one step: a millisecond


class BusyError(Exception):
    """A reload is under way already."""


class Reload(msgspec.Struct, frozen=True, kw_only=True):
    """How a reload went: what changed, or the faults that kept the old edition in place."""

    edition: str
    changes: tuple[RecordChange, ...] = ()
    faults: tuple[Fault, ...] = ()


class Reloader:
    """Reloads one at a time."""

    def __init__(self, desk: Desk, folder: Path, seen: Stamp | None = None) -> None:
        """Load the folder onto the desk; ``seen`` is what it was when it was read last."""
        self.seen = seen
        self._desk = desk
        self._folder = folder
        self._at_work = False

    async def reload(self) -> Reload:
        """Load, check, compare and swap; raise ``BusyError`` during another reload.

        Whatever goes wrong, the old edition stays: faults in the files are part of the result,
        anything else is raised.
        """
        with self._working():
            return await self._reload()

    async def check(self) -> Reload:
        """Tell the faults of the folder as it is now, and load nothing.

        Raise ``BusyError`` during a reload.
        """
        edition = self._desk.current.fingerprint
        with self._working(), sparing():
            try:
                unpacking = await read_apart(self._folder)
                await aside(unpacking.base)
            except FaultsFoundError as found:
                return Reload(edition=edition, faults=found.faults)
            return Reload(edition=edition)

    @contextlib.contextmanager
    def _working(self) -> Iterator[None]:
        if self._at_work:
            raise BusyError
        self._at_work = True
        try:
            yield
        finally:
            self._at_work = False

    async def _reload(self) -> Reload:
        self.seen = await aside(lambda: stamp(self._folder))
        try:
            after = await build(self._folder)
        except FaultsFoundError as found:
            return Reload(edition=self._desk.current.fingerprint, faults=found.faults)
        before = [self._desk.current]
        changed = await aside(lambda: changes(before[0].base, after.base))
        before[0] = self._desk.swap(after)
        await aside(lambda: _let_go(before))
        return Reload(edition=after.fingerprint, changes=changed)


async def build(folder: Path) -> Edition:
    """Load and index a folder without holding up the event loop for more than moments.

    Raise ``FaultsFoundError`` with every fault in it.
    """
    with sparing():
        unpacking = await read_apart(folder)
        return await aside(lambda: _indexed(unpacking))


def _indexed(unpacking: Unpacking) -> Edition:
    with without_collections():
        return Edition.of(unpacking.base())


def _let_go(last: list[Edition]) -> None:
    """Free an edition a little at a time: the whole at once would hold the interpreter."""
    edition = last.pop()
    records, parts = list(edition.base.records.values()), list(_parts(edition))
    del edition
    while parts:
        del parts[-1:]
        time.sleep(0)
    while records:
        del records[-_RECORDS:]
        time.sleep(0)


def _parts(whole: object) -> Iterator[object]:
    """Yield what an object of ours is made of, down to what is made by Python or numpy."""
    for part in getattr(whole, "__dict__", {}).values():
        if type(part).__module__.startswith("bot."):
            yield from _parts(part)
        else:
            yield part


def as_answer(reload: Reload) -> Answer:
    """Tell how a reload went, as an answer that is paged like any other."""
    if reload.faults:
        return Answer(
            command=COMMAND,
            status=Status.INVALID,
            title=f"Not reloaded: {counted(reload.faults, 'fault')}",
            notes=("The edition before stays in use. Mend these, then reload again.",),
            items=tuple(_shortened(_fault_items(reload.faults), len(reload.faults))),
            edition=reload.edition,
        )
    if not reload.changes:
        return Answer(
            command=COMMAND,
            status=Status.FOUND,
            title="Reloaded: nothing has changed",
            edition=reload.edition,
        )
    return Answer(
        command=COMMAND,
        status=Status.FOUND,
        title=f"Reloaded: {counted(reload.changes, 'change')}",
        items=tuple(_shortened(_change_items(reload.changes), len(reload.changes))),
        edition=reload.edition,
    )


def _fault_items(faults: Iterable[Fault]) -> Iterator[Item]:
    for fault in faults:
        place = f"{fault.file}:{fault.line}:{fault.column}" if fault.line else fault.file
        yield _item("fault", "Faults", place, fault.wrong, f"To do: {fault.todo}")


def _change_items(changed: Iterable[RecordChange]) -> Iterator[Item]:
    for change in changed:
        fields = (f"Changed: {', '.join(change.fields)}",) if change.fields else ()
        heading = f"{change.section.capitalize()} {change.how}"
        yield _item("change", heading, "", change.title, f"id: {change.id}", *fields)


def _shortened(items: Iterator[Item], count: int) -> Iterator[Item]:
    for item, _ in zip(items, range(_MOST_LINES), strict=False):
        yield item
    if count > _MOST_LINES:
        text = f"{count - _MOST_LINES} more are not shown; `readout check` lists every fault."
        yield _item("more", "", "", text)


def _item(kind: str, heading: str, lead: str, text: str, *detail: str) -> Item:
    return Item(
        kind=kind,
        id="",
        date=None,
        text=text,
        standing="",
        citations=(),
        heading=heading,
        lead=lead,
        detail=detail,
    )


def counted(things: Sequence[object], noun: str) -> str:
    """Return how many there are, in words: '1 fault', '12 faults'."""
    return f"1 {noun}" if len(things) == 1 else f"{len(things)} {noun}s"
