"""What a record refers to: the ids it names, the paragraphs it cites, and where in it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from bot.facts.records import CITE_PATTERN, ID_PATTERN, Cite, Part, Refers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.tree import Node, Step


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
    """Which fields of a type name ids, which hold parts of what type, and whether it cites."""

    refers: Refers
    parts: dict[str, type[msgspec.Struct]]
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


def references_in(
    data: Node, of: type[msgspec.Struct], path: tuple[Step, ...] = ()
) -> Iterator[Reference]:
    """Yield the ids that data names which could not become a record of a type for other faults."""
    plan = _plan(of)
    for field, sections in plan.refers.items():
        for place, text in _texts(data, field, path):
            if re.fullmatch(ID_PATTERN, text):
                yield Reference(place, text, sections)
    for part, place, of_part in _parts_in(data, plan, path):
        yield from references_in(part, of_part, place)


def citings_in(
    data: Node, of: type[msgspec.Struct], path: tuple[Step, ...] = ()
) -> Iterator[Citing]:
    """Yield the citations in data which could not become a record of a type for other faults."""
    plan = _plan(of)
    if plan.cites:
        for place, text in _texts(data, "cite", path):
            if re.fullmatch(CITE_PATTERN, text):
                yield Citing(place, Cite(text))
    for part, place, of_part in _parts_in(data, plan, path):
        yield from citings_in(part, of_part, place)


def _texts(
    data: Node, field: str, path: tuple[Step, ...]
) -> Iterator[tuple[tuple[Step, ...], str]]:
    value = data.get(field) if isinstance(data, dict) else None
    if isinstance(value, str):
        yield (*path, field), value
    for index, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, str):
            yield (*path, field, index), entry


def _parts_in(
    data: Node, plan: _Plan, path: tuple[Step, ...]
) -> Iterator[tuple[Node, tuple[Step, ...], type[msgspec.Struct]]]:
    for field, of_part in plan.parts.items():
        value = data.get(field) if isinstance(data, dict) else None
        for index, part in enumerate(value if isinstance(value, list) else ()):
            yield part, (*path, field, index), of_part


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
        parts={name: part for name, info in fields.items() if (part := _part(info))},
        cites="cite" in fields,
    )


def _part(info: msgspec.inspect.Type) -> type[msgspec.Struct] | None:
    """Return the type of the parts that a field holds, if it holds parts."""
    if isinstance(info, msgspec.inspect.VarTupleType):
        item = info.item_type
        if isinstance(item, msgspec.inspect.StructType) and issubclass(item.cls, Part):
            return item.cls
    return None
