"""A folder becomes a fact base, or every fault of every file at its line and column."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from folders import faults_in, write
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.base import FactBase, load, load_with_origins
from bot.facts.faults import Fault, FaultsFoundError
from bot.facts.records import Event, Person, Quote, Source, Statement
from bot.facts.shaping import Flaw

SOUND = """\
sources:
  paper: {title: A paper, kind: report, language: en, text: {file: a, sha256: SUM, paragraphs: 2-5}}
people:
  ada: {name: Ada Lark, names: [Lark], posts: [{post: Envoy, of: norway, cite: [paper#2]}]}
organisations:
  norway: {name: Norway, cite: [paper#2]}
topics:
  peace: {name: Peace}
events:
  talks: {title: Talks, when: 2025-05, who: [ada, norway], topics: [peace], cite: [paper#3]}
quotes:
  early: {words: We begin., by: [ada], event: talks, cite: [paper#4]}
statements:
  hope: {by: [ada], says: Ada Lark hopes for peace., topics: [peace], cite: [paper#5, paper#2]}
  doubt: {by: [paper], says: It doubts that., against: [hope], cite: [paper#5]}
""".replace("SUM", "0" * 64)


QUOTES = SOUND[SOUND.index("quotes:") : SOUND.index("statements:")]


class Refused(NamedTuple):
    """A piece of the sound file, what replaces it with ^ where the fault stands, and the fault."""

    old: str
    new: str
    wrong: str
    todo: str


REFUSED = {
    "unknown section": Refused("quotes:", "^quots:", "unknown section", "did you mean 'quotes'?"),
    "strange section": Refused("quotes:", "^zzzzzz:", "unknown section 'zzzzzz'", "a file holds"),
    "section of text": Refused(QUOTES, "^quotes: none\n", "has no records", "under an id"),
    "empty section": Refused(QUOTES, "^quotes:\n", "'quotes' has no records", "or delete the"),
    "section that is a list": Refused("quotes:\n ", "^quotes:\n  -", "has no records", "under an"),
    "id with capitals": Refused("  early:", "  ^Early:", "'Early' is not an id", "a-z, 0-9"),
    "id with a space": Refused("  early:", "  ^so early:", "'so early' is not an id", "hyphens"),
    "id with two hyphens": Refused("  early:", "  ^a--b:", "'a--b' is not an id", "single hyphens"),
    "id too long": Refused("  early:", f"  ^{'a' * 65}:", "is not an id", "at most 64 characters"),
    "id taken": Refused("  early:", "  ^talks:", "the id 'talks' is taken: f.yaml:10", "another"),
    "id that looks Latin": Refused("  early:", "  ^еarly:", "U+0435 CYRILLIC SMALL LET", "a-z"),
    "name that looks Latin": Refused("[ada, n", "[^аda, n", "U+0430 CYRILLIC SMALL LE", "a-z"),
    "citation that looks so": Refused("paper#3", "^рaper#3", "U+0440 CYRILLIC", "write source-id#"),
    "field that looks so": Refused("title: T", "^tіtle: X, title: T", "U+0456", "mean 'title'?"),
    "section that looks so": Refused("quotes:", "^quоtes:", "U+043E CYRILLIC", "mean 'quotes'?"),
    "date in other digits": Refused("2025-05", "^２０２５", "U+FF12 FULLWIDTH DIG", "wr"),
    "citation over two lines": Refused("paper#3", "^paper\n  talk", "'paper talk' is", "write"),
    "citations with a semicolon": Refused("paper#3", "^a#1; b#2", "'a#1; b#2' is not", "write"),
    "a field without its space": Refused("{name: Peace}", "^name:Peace", "expected a", "write ':'"),
    "a field with a wide colon": Refused("{name: Peace}", "^name：X", "expected a", "write ':'"),
    "entries without space": Refused("[Lark]", "^-Lark", "expected a list", "write '-' and an ord"),
    "unknown field": Refused("title: T", "^titl: X, title: T", "field 'titl'", "mean 'title'?"),
    "strange field": Refused("title: T", "^qqqq: X, title: T", "field 'qqqq'", "one of: title, na"),
    "id as a field": Refused("title: T", "^id: x, title: T", "unknown field 'id'", "one of: title"),
    "missing field": Refused("{title: Talks, ", "^{", "the field 'title' is missing", "add it"),
    "missing citation": Refused(QUOTES, "quotes:\n  q: ^{words: X, by: [ada]}\n", "'cite'", "add"),
    "record of text": Refused("{name: Peace}", "^peace", "expected a mapping", "below it: name"),
    "list for a record": Refused("{name: Peace}", "^[name]", "expected a mapping", "fields"),
    "text for a list": Refused("[Lark]", "^Lark", "expected a list", "in brackets"),
    "nothing for a list": Refused("[Lark]", "^''", "has no value", "in brackets"),
    "list for a text": Refused("name: Ada Lark", "name: ^[Ada]", "a single text", "quote it if"),
    "list in a list": Refused("[Lark]", "[Lark, ^[L]]", "expected a single text", "write one"),
    "mapping for a text": Refused("Peace}", "^{a: b}}", "expected a single text", "write one"),
    "no value": Refused("title: Talks", "title: ^''", "has no value", "or delete the field"),
    "empty list of citations": Refused("[paper#3]", "^[]", "has no value", "or delete the field"),
    "value too long": Refused("Talks", f"^{'t' * 301}", "301 characters, where", "shorten"),
    "unknown choice": Refused("report", "^rumour", "'rumour' is unknown", "official, report, opin"),
    "bad truth value": Refused("by: [ada], e", "translated: ^yes, by: [ada], e", "neither", "true"),
    "bad date": Refused("2025-05", "^May", "'May' is not a date", "write 2025, 2025-05"),
    "impossible date": Refused("2025-05", "^2025-02-30", "has no day 30", "February 2025 has 28"),
    "reversed range": Refused("2025-05", "^2025/2024", "ends before it starts", "turn it round"),
    "date BCE": Refused("2025-05", "^-0044", "is a date BCE", "leave it out"),
    "bad citation": Refused("paper#3]", "^paper 3]", "'paper 3' is not a citation", "paragraph"),
    "paragraph 0": Refused("paper#3]", "^paper#0]", "'paper#0' is not a citation", "#paragraph"),
    "bad paragraphs": Refused("2-5", "^two", "'two' are no paragraphs", "as in 13-20, 28"),
    "paragraphs out of order": Refused("2-5", "^5-2", "'5-2' is out of order", "ascending numbers"),
    "bad checksum": Refused("0" * 64, f"^{'0' * 63}", "is not a checksum", "sha256sum"),
    "bad language": Refused("en,", "^english,", "'english' is not the code of a", "en, ru, zh"),
    "bad address": Refused("title: A", "url: ^ftp://x, title: A", "not a web address", "https://"),
    "unknown id": Refused("[ada, nor", "[^adah, nor", "no person or organisation has", "'ada'?"),
    "strange id": Refused("topics: [peace], cite", "topics: [^zzz], cite", "no topic", "add it"),
    "id of another kind": Refused("event: talks", "event: ^peace", "no event has", "under events"),
    "unknown id in a part": Refused("of: norway", "of: ^sweden", "no organisation has", "add it"),
    "unknown source": Refused("paper#3", "^papers#3", "no source has the id 'papers'", "'paper'?"),
    "reference to itself": Refused("[hope]", "[^doubt]", "'doubt' refers to itself", "another"),
    "paragraph of another source": Refused("paper#3", "^paper#6", "has no paragraph 6", "aphs 2-5"),
    "about without citation": Refused("{name: Ada", "{about: ^X, name: Ada", "without a", "'cite'"),
}  # fmt: skip


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_refuses_with_place_and_advice(refused: Refused, tmp_path: Path) -> None:
    """Each mistake in a record is reported alone, at the value or key that is wrong."""
    assert refused.old in SOUND
    text = SOUND.replace(refused.old, refused.new, 1)
    before = text[: text.index("^")]
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    write(tmp_path, f=text.replace("^", "", 1))
    faults = faults_in(tmp_path)
    assert [(fault.line, fault.column) for fault in faults] == [place], faults
    assert faults[0].file == "f.yaml"
    assert refused.wrong in faults[0].wrong
    assert refused.todo in faults[0].todo


def test_the_sound_file_is_sound(tmp_path: Path) -> None:
    """The file that the table above breaks has no fault by itself."""
    base = load(write(tmp_path, f=SOUND))
    assert list(base.records) == [
        "paper",
        "ada",
        "norway",
        "peace",
        "talks",
        "early",
        "doubt",
        "hope",
    ]


def test_reports_all_faults_of_all_files(tmp_path: Path) -> None:
    """Faults of form, of fields, of ids and of the folder come in one go, sorted by place."""
    write(tmp_path, a="topics:\n  x: {nme: X}\n  Y: {name: Y}\n", b="topics: {x: &a {name: X}}\n")
    write(tmp_path / "sub", c="topics:\n  z: {name: *a}\n")
    (tmp_path / "d.yml").write_text("topics:\n")
    faults = faults_in(tmp_path)
    assert [(fault.file, fault.line, fault.column) for fault in faults] == [
        ("a.yaml", 2, 6),  # 'name' is missing
        ("a.yaml", 2, 7),
        ("a.yaml", 3, 3),
        ("b.yaml", 1, 10),  # the id is taken
        ("b.yaml", 1, 13),
        ("d.yml", 0, 0),
        ("sub/c.yaml", 2, 13),
    ]


@pytest.mark.parametrize(
    "record",
    [
        "late: {when: ^Mai, by: [ada], words: X, topics: [^pease], cite: [^paper#9, ^papr#2]}",
        "^Late: {when: ^Mai, by: [^eda], words: X, cite: [paper#2]}",
        "^ada: {when: ^Mai, by: [^eda], words: X, cite: [^papr#2]}",
        "late: {by: ^eda, words: X, cite: ^papr#2}",
    ],
)
def test_reports_all_faults_of_a_record(record: str, tmp_path: Path) -> None:
    """A record with a bad value or id still has its other values and what it names looked at."""
    write(tmp_path, f=SOUND.replace(QUOTES, f"{QUOTES}  {record.replace('^', '')}\n"))
    faults = faults_in(tmp_path)
    line = SOUND.count("\n", 0, SOUND.index("statements:")) + 1
    pieces = record.split("^")
    columns = {3 + len("".join(pieces[:count])) for count in range(1, len(pieces))}
    assert {(fault.line, fault.column) for fault in faults} == {(line, at) for at in columns}


def test_thousands_of_unknown_ids_are_all_told_without_seeking_each(tmp_path: Path) -> None:
    """Where a file of records is gone every reference is told, the first thousand with a guess."""
    lines = "".join(
        f"  s{number}: {{by: [ada], says: X, event: talk, cite: [paper#2]}}\n"
        for number in range(1_100)
    )
    write(tmp_path, f=SOUND, g=f"statements:\n{lines}")
    faults = faults_in(tmp_path)
    assert {fault.wrong for fault in faults} == {"no event has the id 'talk'"}
    assert len(faults) == 1_100
    assert sum("'talks'?" in fault.todo for fault in faults) == 1_000


def test_reports_unknown_ids_in_the_parts_of_a_refused_record(tmp_path: Path) -> None:
    """What the parts of a record name is looked at too where the record has another fault."""
    write(tmp_path, f=SOUND.replace("names: [Lark]", "names: Lark").replace("of: nor", "of: mor"))
    assert [fault.wrong for fault in faults_in(tmp_path)] == [
        "expected a list",
        "no organisation has the id 'morway'",
    ]


@pytest.mark.parametrize(
    "stray",
    [
        "title: a: b",
        'title: "a" b',
        "  title: x",
        "title: @x",
        "differs:\n      - field: y: z",
    ],
)
def test_a_record_that_breaks_off_lacks_nothing(stray: str, tmp_path: Path) -> None:
    """Where a file becomes unreadable inside a record, its fields below are not told as missing."""
    text = f"events:\n  x:\n    place: Oslo\n    {stray}\n    cite: [paper#2]\n"
    write(tmp_path, f=text, g="topics:\n  y: {}\n")
    assert [fault.wrong[:20] for fault in faults_in(tmp_path) if "list" not in fault.wrong] == [
        "not readable as YAML",
        "the field 'name' is ",
    ]


def test_a_file_that_breaks_off_does_not_make_ids_unknown(tmp_path: Path) -> None:
    """Ids that may stand in a file that could not be read whole are not reported as unknown."""
    write(tmp_path, a=SOUND.replace("organisations:\n  norway", "organisations:\n  'norway"))
    assert [fault.wrong[:20] for fault in faults_in(tmp_path)] == ["not readable as YAML"]


def test_records_stand_in_order_of_id_by_section(tmp_path: Path) -> None:
    """Records of a kind stand in order of id, in whatever order the files hold them."""
    write(tmp_path, b="topics: {c: {name: C}, a: {name: A}}\n", a="topics: {b: {name: B}}\n")
    assert list(load(tmp_path).topics) == ["a", "b", "c"]


def sections_of(text: str) -> list[tuple[str, str]]:
    """Return each record's line with the heading of its section."""
    records: list[tuple[str, str]] = []
    section = ""
    for line in text.splitlines():
        if line.startswith(" "):
            records.append((section, line))
        else:
            section = line
    return records


@given(st.permutations(sections_of(SOUND)), st.integers(1, 4))
def test_the_fingerprint_names_the_records_and_not_the_files(
    records: list[tuple[str, str]], parts: int
) -> None:
    """However records are spread over files, the base and its fingerprint are the same."""
    files = [dict[str, list[str]]() for _ in range(parts)]
    for place, (section, line) in enumerate(records):
        files[place % parts].setdefault(section, []).append(line)
    texts = [
        "\n".join("\n".join((section, *lines)) for section, lines in sections.items())
        for sections in files
    ]
    with TemporaryDirectory() as folder:
        whole = load(write(Path(folder) / "whole", f=SOUND))
        spread = load(
            write(
                Path(folder) / "spread", **{f"f{place}": text for place, text in enumerate(texts)}
            )
        )
    assert spread == whole
    assert spread.fingerprint == whole.fingerprint


@pytest.mark.parametrize(
    ("old", "new"),
    [("We begin.", "We begin!"), ("when: 2025-05", "when: 2025-05~"), ("  early:", "  earlier:")],
)
def test_the_fingerprint_changes_with_every_fact(old: str, new: str, tmp_path: Path) -> None:
    """Another word, date or id is another edition."""
    before = load(write(tmp_path / "a", f=SOUND))
    after = load(write(tmp_path / "b", f=SOUND.replace(old, new)))
    assert before.fingerprint != after.fingerprint
    assert len(after.fingerprint) == 12


def test_knows_who_mentions_what(tmp_path: Path) -> None:
    """A base gives the records of a kind that name an id or cite a source, parts included."""
    base = load(write(tmp_path, f=SOUND))
    assert [event.id for event in base.mentions("ada", Event)] == ["talks"]
    assert [quote.id for quote in base.mentions("talks", Quote)] == ["early"]
    assert [person.id for person in base.mentions("norway", Person)] == ["ada"]
    assert [person.id for person in base.mentions("paper", Person)] == ["ada"]
    assert [found.id for found in base.mentions("paper", Statement)] == ["doubt", "hope"]
    assert base.mentions("nobody", Event) == ()
    assert base.mentions("ada", Source) == ()


def test_names_what_a_record_is_called(tmp_path: Path) -> None:
    """People, organisations and topics go by name, sources and events by title, others by id."""
    base = load(write(tmp_path, f=SOUND))
    called = [base.name(id_) for id_ in ("ada", "paper", "talks", "hope", "nobody")]
    assert called == ["Ada Lark", "A paper", "Talks", "hope", "nobody"]


def test_a_base_cannot_be_changed(tmp_path: Path) -> None:
    """Neither the base nor its records take another value after loading."""
    base = load(write(tmp_path, f=SOUND))
    with pytest.raises(AttributeError):
        base.people = {}  # type: ignore[misc]  # that this is refused is what is tested
    with pytest.raises(AttributeError):
        base.people["ada"].name = "Eve"  # type: ignore[misc]  # the same
    with pytest.raises(TypeError):
        base.people["eve"] = base.people["ada"]  # type: ignore[index]  # the same


def test_origins_place_a_value_inside_a_record(tmp_path: Path) -> None:
    """A further check can point at any value or key of a record; a path too far ends above."""
    _, origins = load_with_origins(write(tmp_path, f=SOUND))
    paths = [(), ("names", 0), ("posts", 0, "cite", 0), ("posts", 0, "when"), ("nothing",)]
    faults = [origins.fault("ada", Flaw(path, "", "")) for path in paths]
    assert [(fault.line, fault.column) for fault in faults] == [
        (4, 8), (4, 33), (4, 81), (4, 48), (4, 8),
    ]  # fmt: skip
    key = origins.fault("ada", Flaw(("posts", 0, "of"), "", "", key=True))
    assert (key.line, key.column) == (4, 62)
    assert origins.place("ada") == "f.yaml:4"


def test_an_error_shows_every_fault() -> None:
    """The error of a broken folder holds its faults sorted, each once, and reads as all of them."""
    late, early = Fault("b.yaml", 0, 0, "x", "y"), Fault("a.yaml", 1, 2, "x", "y")
    error = FaultsFoundError([late, early, late])
    assert str(error).splitlines() == ["a.yaml:1:2: x; y", "b.yaml: x; y"]


def test_a_fault_is_one_line(tmp_path: Path) -> None:
    """Neither a file's name nor what stands in it breaks a fault into two lines."""
    text = (
        "topics: {x: {name: X, ? 'a\n\n b'\n : X}, 'y\n\n y': {name: Y}, LONG: {name: Y}, z: a}\n"
    )
    write(tmp_path, **{"a\nb": text.replace("LONG", "l" * 200)})
    faults = [str(fault) for fault in faults_in(tmp_path)]
    assert len(faults) == 4
    assert all(fault.startswith("a⏎b.yaml:") and "\n" not in fault for fault in faults)
    assert max(map(len, faults)) < 200


def test_a_base_is_built_from_records_too() -> None:
    """Records made in code form the same kind of base as those from a folder."""
    assert FactBase.of([Person(id="ada", name="Ada")]).people["ada"].name == "Ada"
