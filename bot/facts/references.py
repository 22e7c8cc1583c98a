"""What a record refers to: the ids it names, the paragraphs it cites, and where in it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from bot.facts.records import Part, Refers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.records import Cite
    from bot.facts.tree import Step


class Reference(NamedTuple):
    """An id that a record names: where in the record, and in which sections it may stand."""

    path: tuple[Step, ...]
    id: str
    sections: tuple[str, ...]


class Citing(NamedTuple):
    """A citation that a record gives, and where in the record."""

    path: tuple[Step, ...]
    cite: Cite


class _Plan(NamedTuple):
    """Which fields of a type name ids, which hold parts, and whether it cites."""

    refers: Refers
    parts: tuple[str, ...]
    cites: bool


def references(record: msgspec.Struct, path: tuple[Step, ...] = ()) -> Iterator[Reference]:
    """Yield every id that a record names, its parts included."""
    plan = _plan(type(record))
    for field, sections in plan.refers.items():
        value = getattr(record, field)
        if isinstance(value, str):
            yield Reference((*path, field), value, sections)
        elif value:
            for index, name in enumerate(value):
                yield Reference((*path, field, index), name, sections)
    for place, part in _parts(record, plan, path):
        yield from references(part, place)


def citings(record: msgspec.Struct, path: tuple[Step, ...] = ()) -> Iterator[Citing]:
    """Yield every citation that a record gives, its parts included."""
    plan = _plan(type(record))
    if plan.cites:
        for index, cite in enumerate(record.cite):  # type: ignore[attr-defined]  # the plan says so
            yield Citing((*path, "cite", index), cite)
    for place, part in _parts(record, plan, path):
        yield from citings(part, place)


def _parts(
    record: msgspec.Struct, plan: _Plan, path: tuple[Step, ...]
) -> Iterator[tuple[tuple[Step, ...], Part]]:
    for field in plan.parts:
        for index, part in enumerate(getattr(record, field)):
            yield (*path, field, index), part


@functools.cache
def _plan(of: type[msgspec.Struct]) -> _Plan:
    fields = {
        field.name: msgspec.inspect.type_info(field.type) for field in msgspec.structs.fields(of)
    }
    return _Plan(
        refers=getattr(of, "refers", {}),
        parts=tuple(name for name, info in fields.items() if _holds_parts(info)),
        cites="cite" in fields,
    )


def _holds_parts(info: msgspec.inspect.Type) -> bool:
    return (
        isinstance(info, msgspec.inspect.VarTupleType)
        and isinstance(info.item_type, msgspec.inspect.StructType)
        and issubclass(info.item_type.cls, Part)
    )
