"""One record's part of a tree, checked against its type: a typed value, or every fault in it."""

from __future__ import annotations

import functools
import re
import types
import typing
import unicodedata
from enum import EnumType
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.facts.dates import When
from bot.facts.records import (
    ADDRESS_PATTERN,
    CHECKSUM_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    Cite,
    Keyed,
    Paragraphs,
)
from bot.facts.showing import foreign, shown
from bot.facts.tree import Step

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.facts.tree import Node

RecordT = TypeVar("RecordT", bound=Keyed)

_CLOSE_ENOUGH: Final = 0.6
_PLACE: Final = re.compile(r" - at `\$.*`$")
_BOUND: Final = re.compile(r"(?P<sign>[<>]=?) (?P<bound>\S+)$")
_BOUNDS: Final = {
    ">=": ("small", "of at least"),
    ">": ("small", "greater than"),
    "<=": ("large", "of at most"),
    "<": ("large", "less than"),
}
_NUMBERS: Final = {
    int: ("whole number", "write digits alone"),
    float: ("number", "write one such as 15 or 0.5"),
}
#: What a pattern of a record type asks for, in words.
_PATTERNS: Final = {
    ID_PATTERN: ("is not an id", "write small letters a-z, digits and single hyphens"),
    CHECKSUM_PATTERN: ("is not a checksum", "write the 64 digits that sha256sum prints"),
    LANGUAGE_PATTERN: ("is not the code of a language", "write en, ru, zh, …"),
    ADDRESS_PATTERN: ("is not a web address", "write it whole, from http:// or https:// on"),
}


class Flaw(msgspec.Struct, frozen=True):
    """A mistake at a path inside a record; with ``key``, in the last key and not in its value.

    ``absent`` is what is missing, as it also may be where a file breaks off.
    """

    path: tuple[Step, ...]
    wrong: str
    todo: str
    key: bool = False
    absent: bool = False


def shape(record_type: type[RecordT], key: str, data: Node) -> RecordT | list[Flaw]:
    """Convert a record's data to its type; if that fails, return every flaw in it."""
    if isinstance(data, dict) and "id" not in data:
        try:
            record: RecordT = convert({"id": key, **data}, record_type)
        except msgspec.ValidationError:
            pass  # msgspec stops at the first flaw without a position: look for them all below
        else:
            return record
    return flaws(data, record_type)


def flaws(data: Node, to: type[msgspec.Struct]) -> list[Flaw]:
    """Return everything that keeps data from being of a type."""
    return list(_flaws(data, to, ()))


def convert(data: object, to: Any) -> Any:  # noqa: ANN401 - a type in, its instance out
    """Convert a node to a type of ``records``; raise ``msgspec.ValidationError``."""
    return msgspec.convert(data, to, strict=False, dec_hook=from_text)


def did_you_mean(word: str, known: Collection[str], otherwise: str) -> str:
    """Return advice: the nearest of the known words, or another thing to do."""
    # rapidfuzz would compare the values of a mapping, not its keys
    near = process.extractOne(
        word, list(known), scorer=OSA.normalized_similarity, score_cutoff=_CLOSE_ENOUGH
    )
    return f"did you mean '{near[0]}'?" if near else otherwise


def from_text(to: type, text: object) -> object:
    """Build a date, citation or range of paragraphs from its text; a hook for msgspec."""
    if not isinstance(text, str):
        # msgspec turns ValueErrors into its own, with the path
        raise ValueError("expected text; write a single value")  # noqa: TRY004
    if to is When:
        return When.parse(text)
    if to in {Cite, Paragraphs}:
        return to(text)
    raise NotImplementedError(to)


def _flaws(data: Node, to: Any, path: tuple[Step, ...]) -> Iterator[Flaw]:  # noqa: ANN401 - as convert
    to = _without_none(to)
    inner = _bare(to)
    if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
        if isinstance(data, dict):
            yield from _flaws_of_fields(data, inner, path)
        else:
            fields = ", ".join(_fields(inner))
            todo = _unspaced(data, ":") or f"write its fields below it: {fields}"
            yield Flaw(path, "expected a mapping", todo)
    elif typing.get_origin(inner) is tuple:
        element = typing.get_args(inner)[0]
        if isinstance(data, list):
            for index, item in enumerate(data):
                yield from _flaws(item, element, (*path, index))
            if not data:
                yield from _flaw_of_value(data, to, path)
        else:
            wrong = "has no value" if data == "" else "expected a list"
            todo = _unspaced(data, "-") or "write the entries in brackets: [first, second]"
            yield Flaw(path, wrong, todo, absent=data == "")
    else:
        yield from _flaw_of_value(data, to, path)


def _flaws_of_fields(
    data: dict[str, Node], to: type[msgspec.Struct], path: tuple[Step, ...]
) -> Iterator[Flaw]:
    fields = _fields(to)
    for name, value in data.items():
        if name in fields:
            yield from _flaws(value, fields[name].type, (*path, name))
        else:
            todo = did_you_mean(name, fields, f"write one of: {', '.join(fields)}")
            wrong = f"unknown field {shown(name)}{foreign(name)}"
            yield Flaw((*path, name), wrong, todo, key=True)
    for name, field in fields.items():
        if field.required and name not in data:
            yield Flaw(path, f"the field '{name}' is missing", "add it", absent=True)


def _unspaced(data: Node, sign: str) -> str:
    """Say what to do if a sign of YAML was taken for text, for want of the space behind it."""
    text = unicodedata.normalize("NFKC", data) if isinstance(data, str) else ""
    if not re.match({":": r"[\w-]+:", "-": r"-\S"}[sign], text):
        return ""
    return f"write '{sign}' and an ordinary space behind it"


def _flaw_of_value(data: Node, to: Any, path: tuple[Step, ...]) -> Iterator[Flaw]:  # noqa: ANN401 - as convert
    try:
        convert(data, to)
    except msgspec.ValidationError as error:
        wrong, todo = _in_words(_PLACE.sub("", str(error)), data, to)
        yield Flaw(path, wrong, todo, absent=data in ("", []))


def _in_words(message: str, data: Node, to: Any) -> tuple[str, str]:  # noqa: ANN401 - as convert
    """Say msgspec's message as what is wrong and what to do."""
    if data in ("", []):
        return "has no value", "write one, or delete the field"
    if not isinstance(data, str):
        return "expected a single text", "write one value; quote it if it contains ', ' or ': '"
    bare = _bare(to)
    if bare is bool:
        return f"{shown(data)} is neither true nor false", "write true or false"
    if choices := _choices(bare):
        wrong = f"{shown(data)} is unknown here{foreign(data)}"
        return wrong, f"write one of: {', '.join(choices)}"
    if bare in _NUMBERS:
        return _number_in_words(message, data, *_NUMBERS[bare])
    return _text_in_words(message, data)


def _number_in_words(message: str, data: str, noun: str, todo: str) -> tuple[str, str]:
    if found := _BOUND.search(message):
        size, words = _BOUNDS[found["sign"]]
        return f"{shown(data)} is too {size}", f"write a {noun} {words} {float(found['bound']):g}"
    return f"{shown(data)} is not a {noun}{foreign(data)}", todo


def _text_in_words(message: str, data: str) -> tuple[str, str]:
    for pattern, (wrong, todo) in _PATTERNS.items():
        if repr(pattern) in message:
            return f"{shown(data)} {wrong}{foreign(data)}", todo
    if "of length" in message:
        limit = message.removeprefix("Expected `str` of length ")
        return f"{len(data)} characters, where {limit} are allowed", "shorten it"
    wrong, separator, todo = message.rpartition("; ")
    if separator:
        return wrong, todo
    return f"{shown(data)} does not fit", f"expected {message.removeprefix('Expected ')}"


def _choices(to: Any) -> tuple[str, ...]:  # noqa: ANN401 - as convert
    if typing.get_origin(to) is typing.Literal:
        return typing.get_args(to)
    return tuple(to) if isinstance(to, EnumType) else ()


def _without_none(to: Any) -> Any:  # noqa: ANN401 - as convert
    inner = _bare(to)
    if typing.get_origin(inner) in {types.UnionType, typing.Union}:
        return next(part for part in typing.get_args(inner) if part is not types.NoneType)
    return to


def _bare(to: Any) -> Any:  # noqa: ANN401 - as convert
    return typing.get_args(to)[0] if typing.get_origin(to) is typing.Annotated else to


@functools.cache
def _fields(to: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(to) if field.name != "id"}
