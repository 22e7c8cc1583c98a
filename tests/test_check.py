"""What ``readout check`` prints and how it ends."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from folders import save_text, write

from bot.console.check import run
from bot.facts.base import load

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
TEXT = "A heading\nAstrid Berg spoke in Oslo.\nShe left.\n"
BASE = """\
sources:
  paper:
    {title: A paper, kind: report, language: en, text: {file: a.txt, sha256: SHA, skip: 1}}
  other: {title: Another, kind: opinion, language: en}
people: {berg: {name: Astrid Berg, cite: [paper#2]}}
topics: {peace: {name: Peace}}
events: {talk: {title: A talk, place: Oslo, cite: [paper#2, paper#3]}}
quotes: {left: {words: She left, by: [berg], cite: [paper#3]}}
statements: {view: {by: [other], says: It was so., cite: [other#1]}}
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Write a sound base and its text; return the folder of the base."""
    sha = save_text(tmp_path / "texts", "a.txt", TEXT)
    return write(tmp_path / "base", base=BASE.replace("SHA", sha))


def check(base: Path, *, texts: bool = True, strict: bool = False) -> tuple[int, str]:
    """Run the check; return its exit status and what it printed."""
    out = io.StringIO()
    status = run(base, base.parent / "texts" if texts else None, strict, out)
    return status, out.getvalue()


def test_a_sound_base(base: Path) -> None:
    """The summary counts records by kind and source, and the paragraphs of each document."""
    status, printed = check(base)
    assert status == 0
    assert (
        printed
        == f"""\
records that cite  people  orgs  events  quotes  statements  all
other                   0     0       0       0           1    1
paper                   1     0       1       1           0    3

7 records: 2 sources, 1 person, 0 organisations, 1 topic, 1 event, 1 quote, 1
statement

paragraphs of  cited  skipped  unused  of
paper              2        1       0   3

other: not held against a text, as it declares none

{base}: 0 faults, 0 warnings
"""
    )


def test_faults_of_reading(base: Path) -> None:
    """Faults of form are all printed, one on a line, and nothing is said of what was not read."""
    write(base, more="topics:\n  X: {name: Y}\n  z: {nam: Z}\n")
    status, printed = check(base)
    assert status == 1
    assert printed.splitlines() == [
        "Faults",
        "more.yaml:2:3: 'X' is not an id; write a-z, 0-9 and single hyphens, at most 64 characters",
        "more.yaml:3:6: the field 'name' is missing; add it",
        "more.yaml:3:7: unknown field 'nam'; did you mean 'name'?",
        "",
        f"{base}: 3 faults; nothing else was checked, as the records could not all be read",
    ]


def test_warnings_and_faults_of_grounding(base: Path) -> None:
    """Faults make the status 1, doubts are warnings; each message has its place and stays whole."""
    write(base, more="quotes:\n  q: {words: She stayed, by: [berg], cite: [paper#3]}\n")
    status, printed = check(base)
    assert status == 1
    assert printed.startswith("Faults\nmore.yaml:2:14: the words do not stand in paper#3: ")
    assert "Warnings" not in printed
    assert printed.endswith(": 1 fault, 0 warnings\n")


@pytest.mark.parametrize("strict", [False, True])
def test_strict_makes_faults_of_warnings(base: Path, *, strict: bool) -> None:
    """A doubt ends with 0 and as a warning, under --strict with 1 and as a fault."""
    write(base, more="events: {e: {title: A talk, place: Bergen, cite: [paper#2]}}\n")
    status, printed = check(base, strict=strict)
    assert status == int(strict)
    heading, message = printed.splitlines()[:2]
    assert heading == ("Faults" if strict else "Warnings")
    assert message.startswith("more.yaml:1:36: the name 'Bergen' is not in paper#2; ")
    assert printed.endswith("1 fault, 0 warnings\n" if strict else "0 faults, 1 warning\n")


def test_without_texts_it_says_what_was_not_checked(base: Path) -> None:
    """Without the texts nothing is held against them, and the reader is told so."""
    write(base, more="events: {e: {title: A talk, place: Bergen, cite: [paper#2]}}\n")
    status, printed = check(base, texts=False, strict=True)
    assert status == 0
    assert "Not held against the saved texts" in printed
    assert "readout check --texts DIR" in printed
    assert "paragraphs of" not in printed


def test_a_missing_folder_of_texts(base: Path) -> None:
    """Texts that were asked for and are not there are a fault."""
    out = io.StringIO()
    assert run(base, base / "none", False, out) == 1  # noqa: FBT003 - strict, by position
    assert f"{base / 'none'}: there is no such folder" in out.getvalue()
    assert "paragraphs of" not in out.getvalue()


def test_a_missing_folder(tmp_path: Path) -> None:
    """A knowledge folder that is not there is a fault with what to do."""
    status, printed = check(tmp_path / "none")
    assert status == 1
    assert "there is no such folder; name the folder that holds the *.yaml files" in printed


def test_a_base_without_sources_has_no_empty_tables(tmp_path: Path) -> None:
    """What has no line is left out, heading and all; one is counted as one."""
    write(tmp_path / "base", a="topics: {peace: {name: Peace}}\n")
    out = io.StringIO()
    assert run(tmp_path / "base", tmp_path, False, out) == 0  # noqa: FBT003 - strict, by position
    assert "records that cite" not in out.getvalue()
    assert "paragraphs of" not in out.getvalue()
    assert "1 record: 0 sources, 0 people, 0 organisations, 1 topic," in out.getvalue()


def test_the_summary_fits_80_columns(tmp_path: Path) -> None:
    """However long ids are and however many records, no line of the summary is over 80 columns."""
    ids = [f"{'long-' * 12}{letter}" for letter in "ab"]
    sources = "".join(f"  {id_}: {{title: T, kind: report, language: en}}\n" for id_ in ids)
    topics = "".join(f"  topic-{number}: {{name: T}}\n" for number in range(20_000))
    write(tmp_path / "base", a=f"sources:\n{sources}topics:\n{topics}")
    status, printed = check(tmp_path / "base", texts=False)
    assert status == 0
    shown = [line for line in printed.splitlines() if str(tmp_path) not in line]
    assert max(map(len, shown)) <= 80
    assert [line.split()[1:] for line in shown if "long" in line] == [["0"] * 6] * 2
    assert "20,002 records" in printed


def test_no_colours_in_a_pipe_and_colours_on_a_terminal(base: Path) -> None:
    """Escape sequences are written to a terminal only."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    _, printed = check(base)
    assert "\x1b" not in printed
    terminal = Terminal()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERM", "xterm")
        patch.delenv("NO_COLOR", raising=False)
        run(base, None, False, terminal)  # noqa: FBT003 - strict, by position
    assert "\x1b[" in terminal.getvalue()
    assert re.sub(r"\x1b\[[\d;]*m", "", terminal.getvalue()).endswith("0 faults, 0 warnings\n")


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_prints_what_the_output_cannot_show(base: Path, encoding: str) -> None:
    """Letters that an output's encoding lacks, and names that are no text, never stop a check."""
    (base / os.fsdecode(b"\xff.yaml")).write_text("topics: {x: {name: Ж, ж: x}}\n")
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding)
    assert run(base, None, False, out) == 1  # noqa: FBT003 - strict, by position
    out.flush()
    printed = raw.getvalue().decode(encoding)
    assert "\\udcff.yaml:1:23: unknown field" in printed
    assert ("\\u0436" if encoding == "ascii" else "'ж'") in printed


def test_progress_is_told(base: Path) -> None:
    """Whoever shows progress is told which part has been read."""
    parts: list[float] = []
    run(base, None, False, io.StringIO(), parts.append)  # noqa: FBT003 - strict, by position
    assert parts
    assert all(0 <= part <= 1 for part in parts)


@pytest.mark.skipif(not list(KNOWLEDGE.rglob("*.yaml")), reason="the shipped base is not there yet")
def test_the_shipped_base_has_no_fault() -> None:
    """Every shipped file loads; if not, all their faults are shown together."""
    assert load(KNOWLEDGE).records


@pytest.mark.skipif(
    "READOUT_TEXTS" not in os.environ, reason="READOUT_TEXTS does not name the saved documents"
)
def test_the_shipped_base_says_what_its_sources_say() -> None:
    """Held against the saved documents, the shipped base leaves neither a fault nor a doubt."""
    out = io.StringIO()
    strict = True
    status = run(KNOWLEDGE, Path(os.environ["READOUT_TEXTS"]), strict, out)
    assert status == 0, out.getvalue()
