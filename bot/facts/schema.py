"""The JSON Schema of a knowledge file, for editors that complete and check while one types.

It is written from the record types, so it cannot drift from what the reader accepts. An editor
hands over what a loader of YAML 1.2's core schema makes of plain scalars: ``2025`` arrives as a
number, ``true`` as a boolean, ``2025-12-02`` as text. The reader takes all of them as the text that
stands in the file, so wherever the text may look like a number the schema takes a number too. What
it cannot see is left to ``readout check``: unknown ids, the calendar, one id given twice.
"""

from __future__ import annotations

import json
from typing import Any, Final

import msgspec

from bot.facts.dates import PATTERN, When
from bot.facts.descriptions import DESCRIPTIONS
from bot.facts.records import (
    CITE_PATTERN,
    ID_PATTERN,
    PARAGRAPHS_PATTERN,
    RECORD_TYPES,
    Cite,
    Paragraphs,
    SourceKind,
)

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
FILE_NAME: Final = "readout.schema.json"
_LONGEST_ID: Final = 64
_LAST_YEAR: Final = 9_999


def schema() -> Schema:
    """Return the JSON Schema (2020-12) that every file of a knowledge folder has to meet."""
    _, types = msgspec.json.schema_components(
        RECORD_TYPES, schema_hook=_of_text, ref_template="#/$defs/{name}"
    )
    return {
        "$schema": DIALECT,
        "title": "A file of a Readout knowledge folder",
        "description": "Records by section and id; the files of a folder together are the base.",
        "type": "object",
        "properties": {
            record_type.section: {
                "description": types[record_type.__name__]["description"],
                "type": "object",
                "propertyNames": {"maxLength": _LONGEST_ID},
                "patternProperties": {ID_PATTERN: {"$ref": f"#/$defs/{record_type.__name__}"}},
                "additionalProperties": False,
            }
            for record_type in RECORD_TYPES
        },
        "additionalProperties": False,
        "$defs": {name: _of_type(name, types[name]) for name in sorted(types)},
    }


def schema_text() -> str:
    """Return the schema as the text of the file that ships with the knowledge folder."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _of_text(text_type: type) -> Schema:
    """Describe the types that are checked texts."""
    if text_type is When:
        year = {"type": "integer", "minimum": 1, "maximum": _LAST_YEAR}
        return {"anyOf": [{"type": "string", "pattern": PATTERN}, year]}
    if text_type is Paragraphs:
        number = {"type": "integer", "minimum": 1}
        return {"anyOf": [{"type": "string", "pattern": PARAGRAPHS_PATTERN}, number]}
    if text_type is Cite:
        return {"type": "string", "pattern": CITE_PATTERN}
    raise NotImplementedError(text_type)


def _of_type(name: str, described: Schema) -> Schema:
    if name == SourceKind.__name__:
        return {**described, "enum": list(SourceKind)}
    fields = {
        field: {"description": DESCRIPTIONS[name][field], **_of_value(value)}
        for field, value in described["properties"].items()
        if field != "id"
    }
    required = [field for field in described["required"] if field != "id"]
    return {**described, "properties": fields, "required": required}


def _of_value(value: Schema) -> Schema:
    """Take out the null, which no file can hold, and let in numbers where digits may stand."""
    choices = value.get("anyOf", [])
    if null := [choice for choice in choices if choice.get("type") == "null"]:
        rest = [choice for choice in choices if choice not in null]
        return _of_value(rest[0] if len(rest) == 1 else {"anyOf": rest})
    value = {key: part for key, part in value.items() if key != "default" or part is False}
    if value.get("type") == "array":
        return {**value, "items": _of_value(value["items"])}
    if value.get("type") == "string" and value.get("pattern", ID_PATTERN) == ID_PATTERN:
        # ids and free texts may be digits alone; citations, addresses and checksums may not
        return {**value, "type": ["string", "number"]}
    return value
