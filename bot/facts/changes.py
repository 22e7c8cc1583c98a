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
    for id_ in sorted(new.keys() - old.keys()):
        yield _change(How.ADDED, section, after, new[id_])
    for id_ in sorted(new.keys() & old.keys()):
        if new[id_] != old[id_]:
            fields = tuple(
                name
                for name in new[id_].__struct_fields__
                if getattr(new[id_], name) != getattr(old[id_], name)
            )
            yield _change(How.CHANGED, section, after, new[id_], fields)
    for id_ in sorted(old.keys() - new.keys()):
        yield _change(How.REMOVED, section, before, old[id_])


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
