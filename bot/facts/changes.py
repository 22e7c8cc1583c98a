"""What is different between two fact bases: added, changed and removed records."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from bot.facts.base import SECTIONS
from bot.facts.records import Quote, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.facts.base import FactBase
    from bot.facts.records import Record


class How(StrEnum):
    """In what way a record differs."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class RecordChange(msgspec.Struct, frozen=True, kw_only=True):
    """One record that differs: its ``title`` as it is now, and the ``fields`` that changed."""

    how: How
    section: str
    id: str
    title: str
    fields: tuple[str, ...] = ()


def changes(before: FactBase, after: FactBase) -> tuple[RecordChange, ...]:
    """Return what is different, by section, then added, changed, removed, then by id.

    A record that moved to another section counts as removed from the one and added to the other.
    """
    return tuple(change for section in SECTIONS for change in _changes(section, before, after))


def _changes(section: str, before: FactBase, after: FactBase) -> Iterator[RecordChange]:
    old: Mapping[str, Record] = getattr(before, section)
    new: Mapping[str, Record] = getattr(after, section)
    # both are in order of id: to sort sets of ids would hold the interpreter all the while
    for id_, record in new.items():
        if id_ not in old:
            yield _change(How.ADDED, section, after, record)
    for id_, record in new.items():
        if id_ in old and record != old[id_]:
            fields = tuple(
                name
                for name in record.__struct_fields__
                if getattr(record, name) != getattr(old[id_], name)
            )
            yield _change(How.CHANGED, section, after, record, fields)
    for id_, record in old.items():
        if id_ not in new:
            yield _change(How.REMOVED, section, before, record)


def _change(
    how: How, section: str, base: FactBase, record: Record, fields: tuple[str, ...] = ()
) -> RecordChange:
    return RecordChange(
        how=how, section=section, id=record.id, title=_title(base, record), fields=fields
    )


def _title(base: FactBase, record: Record) -> str:
    if isinstance(record, Quote):
        return record.words
    if isinstance(record, Statement):
        return record.says
    return base.name(record.id)
