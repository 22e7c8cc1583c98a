"""The JSON Schema for editors: up to date, complete, and in step with what the reader accepts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import msgspec
import pytest
import yaml
from folders import faults_in, write

from bot.facts.descriptions import DESCRIPTIONS
from bot.facts.records import RECORD_TYPES, Part
from bot.facts.schema import FILE_NAME, schema, schema_text

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
SHIPPED = sorted(KNOWLEDGE.rglob("*.yaml"))
VALIDATOR = jsonschema.Draft202012Validator(schema())


class EditorLoader(yaml.CSafeLoader):
    """A loader of YAML 1.2's core schema, as editors with the YAML language server use."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own way to replace them


for tag, form in {
    "null": r"|null|Null|NULL|~",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",  # 0o17 and 0x1F as well, which PyYAML cannot build
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), None)
EditorLoader.add_constructor(  # keys are always text in an editor, as they are in JSON
    "tag:yaml.org,2002:map",
    lambda loader, node: {
        cast("yaml.ScalarNode", key).value: loader.construct_object(value, deep=True)
        for key, value in cast("yaml.MappingNode", node).value
    },
)
EditorLoader.add_constructor(
    "tag:yaml.org,2002:int", lambda _, node: int(cast("yaml.ScalarNode", node).value)
)


def problems(text: str) -> list[str]:
    """Return what an editor would underline in a file."""
    data = yaml.load(text, EditorLoader)  # noqa: S506 - a safe loader with other scalars
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message}"
        for error in VALIDATOR.iter_errors({} if data is None else data)
    ]


def test_is_a_schema_of_its_dialect() -> None:
    """The schema itself is valid JSON Schema 2020-12, and every reference in it resolves."""
    jsonschema.Draft202012Validator.check_schema(schema())
    referred = set(re.findall(r'"#/\$defs/(\w+)"', schema_text()))
    assert referred == set(schema()["$defs"])


def test_the_shipped_copy_is_up_to_date() -> None:
    """The file beside the shipped base is what ``readout schema`` writes now."""
    assert (KNOWLEDGE / FILE_NAME).read_text(encoding="utf-8") == schema_text()


def test_every_field_is_described() -> None:
    """Each field of each record type and part has a description, and no other field has."""
    types: list[type[msgspec.Struct]] = [*RECORD_TYPES, *Part.__subclasses__()]
    fields = {
        of.__name__: {field.name for field in msgspec.structs.fields(of)} - {"id"} for of in types
    }
    assert {name: set(described) for name, described in DESCRIPTIONS.items()} == fields
    for name, described in DESCRIPTIONS.items():
        properties = schema()["$defs"][name]["properties"]
        assert {field: part["description"] for field, part in properties.items()} == described


def test_the_key_of_a_record_is_no_field_of_it() -> None:
    """The id is the key: it is neither asked for nor allowed inside a record."""
    for described in schema()["$defs"].values():
        assert "id" not in described.get("properties", {})
        assert "id" not in described.get("required", [])


def test_nothing_may_be_null() -> None:
    """No value may be null: the reader refuses a field without a value."""
    assert '"null"' not in schema_text()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(KNOWLEDGE).as_posix())
def test_a_shipped_file_is_valid_in_an_editor(path: Path) -> None:
    """An editor underlines nothing in a shipped file."""
    assert problems(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(KNOWLEDGE).as_posix())
def test_a_shipped_file_names_the_schema(path: Path) -> None:
    """The first line of a shipped file leads editors to the schema beside the base."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found, first
    assert (path.parent / found[1]).resolve() == (KNOWLEDGE / FILE_NAME).resolve()


SOUND = """\
sources:
  s-1:
    title: 2025
    kind: official
    language: "no"
    published: 2025
    text: {file: a.txt, sha256: SUM, paragraphs: 3, skip: 3}
people:
  p: {name: 007, names: [1.5, Pi], posts: [{post: 3rd, when: 2025-12-02, cite: [s-1#3]}]}
organisations: {o: {name: G20, cite: [s-1#3]}}
topics: {2024: {name: 2024}}
events: {e: {title: T, when: 2025-05, topics: [2024], cite: [s-1#3]}}
quotes:
  q: {words: 1945, by: [p], when: 1945~/.., event: e, translated: true, cite: [s-1#3]}
statements:
  t: {by: [s-1], says: 2, when: 2024?, figures: [{of: x, value: 245, unit: "%"}], cite: [s-1#3]}
""".replace("SUM", "a" * 64)


def test_what_the_reader_takes_an_editor_takes_too(tmp_path: Path) -> None:
    """Values that an editor reads as numbers or truth values are no mistakes in it."""
    assert not faults_in(write(tmp_path, f=SOUND))
    assert problems(SOUND) == []
    assert problems("# nothing yet\n") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("events:", "event:"),
        ("  q:", "  Q:"),
        ("  q:", f"  {'q' * 65}:"),
        ("title: T", "titel: T"),
        ("title: T, ", ""),
        ("title: T,", "title: T, id: e,"),
        ("title: T", 'title: ""'),
        ("title: T", "title: [T]"),
        ("title: T", f"title: {'t' * 301}"),
        ("kind: official", "kind: rumour"),
        ('"no"', "norsk"),
        ("2025-05,", "May,"),
        ("2025-05,", "202505,"),
        ("2025-05,", "../..,"),
        ("translated: true", "translated: maybe"),
        ("cite: [s-1#3]}}\ntop", "cite: []}}\ntop"),
        ("cite: [s-1#3]}}\ntop", "cite: s-1#3}}\ntop"),
        ("cite: [s-1#3]}}\ntop", "cite: [s-1]}}\ntop"),
        ("by: [p]", "by: []"),
        ("by: [p]", "by: [P!]"),
        ("names: [1.5, Pi]", "names: Pi"),
        ("paragraphs: 3", "paragraphs: 0"),
        ("paragraphs: 3", "paragraphs: three"),
        ("a" * 64, "0a"),
        ("{of: x, value: 245", "{value: 245"),
        ("unit:", "units:"),
    ],
)
def test_what_the_reader_refuses_an_editor_refuses_too(old: str, new: str, tmp_path: Path) -> None:
    """Mistakes of form that the reader reports are underlined while one types."""
    assert old in SOUND
    text = SOUND.replace(old, new, 1)
    assert faults_in(write(tmp_path, f=text))
    assert problems(text)


def test_sections_come_with_help() -> None:
    """Sections and records carry their descriptions, for editors to show."""
    shown: dict[str, Any] = schema()["properties"]
    assert all(section["description"] for section in shown.values())
    assert all(described["description"] for described in schema()["$defs"].values())
