"""The command line: questions and their exit statuses, in text and in JSON, whatever comes in."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from folders import write
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped import edition

from bot.answers.model import Status
from bot.answers.public import PublicAnswer
from bot.config import ConfigFaultsError
from bot.console import command_line
from bot.console.ask import EXIT, LONGEST, ask, ask_lines, lines_of
from bot.facts.faults import FaultsFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = [
    "asked",
    "command",
    "status",
    "verdict",
    "title",
    "text",
    "items",
    "suggestions",
    "edition",
    "took_ms",
]
ITEM = ["kind", "id", "date", "text", "standing", "citations"]
CITATION = ["source", "paragraph", "title", "publisher", "kind", "published"]
BASE = "sources: {paper: {title: A paper, kind: report, language: en}}\n"


@pytest.fixture(autouse=True)
def _nothing_is_configured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run each test in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("READOUT_KNOWLEDGE", "DISCORD_TOKEN", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


class Bytes(io.TextIOWrapper):
    """A standard stream that keeps what is written, as bytes."""

    def __init__(self, given: bytes = b"") -> None:
        """Start with what can be read."""
        self.raw_bytes = io.BytesIO(given)
        super().__init__(self.raw_bytes, encoding="utf-8", write_through=True)


def captured(command: Callable[[], int], given: bytes = b"") -> tuple[int, str]:
    """Run something between streams of its own; return its exit status and what it printed."""
    out = Bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", out)
        patch.setattr("sys.stdin", Bytes(given))
        status = command()
    return status, out.raw_bytes.getvalue().decode()


def run(*arguments: str, given: bytes = b"") -> tuple[int, str]:
    """Run a command of the command line."""
    return captured(lambda: command_line.main(arguments), given)


def asked(text: str) -> dict[str, Any]:
    """Ask the shipped base in JSON; return the line, which must be one."""
    status, printed = captured(lambda: ask(edition(), text, as_json=True))
    assert printed.endswith("\n")
    assert printed.count("\n") == 1
    line: dict[str, Any] = json.loads(printed)
    assert status == EXIT[Status(line["status"])]
    return line


def asked_lines(given: bytes) -> list[dict[str, Any]]:
    """Ask the shipped base what stands in standard input; return the lines."""
    status, printed = captured(lambda: ask_lines(edition()), given)
    assert status == 0
    return [json.loads(line) for line in printed.split("\n")[:-1]]


def test_the_line_of_json_is_the_public_interface() -> None:
    """The line holds the fixed fields in their order; whatever is added comes behind them."""
    line = asked("/who lavrof")
    assert list(line)[: len(KEYS)] == KEYS
    assert list(line["items"][0])[: len(ITEM)] == ITEM
    assert list(line["items"][0]["citations"][0])[: len(CITATION)] == CITATION
    assert (line["asked"], line["command"], line["status"]) == ("/who lavrof", "who", "found")
    assert (line["verdict"], line["title"]) == (None, "Sergei Lavrov")
    assert line["edition"] == edition().fingerprint
    assert line["took_ms"] >= 0


def test_the_text_is_what_the_terminal_shows() -> None:
    """``text`` is the whole answer, all citations in it, as a pipe gets it."""
    line = asked("/timeline")
    assert run("ask", "/timeline") == (0, line["text"] + "\n")
    titles = {citation["title"] for item in line["items"] for citation in item["citations"]}
    assert titles
    assert all(title in line["text"] for title in titles)


def test_words_of_a_question_need_no_quotes() -> None:
    """Several arguments are one question, in JSON too."""
    assert run("ask", "/who", "sergei", "lavrov")[1].startswith("Sergei Lavrov\n")
    _, printed = run("ask", "--json", "/who", "sergei", "lavrov")
    assert json.loads(printed)["asked"] == "/who sergei lavrov"


@pytest.mark.parametrize(
    ("question", "status", "exit_status"),
    [
        ("/who lavrov", "found", 0),
        ("/who sergei", "ambiguous", 0),
        ("/who xyzzy", "not_found", 1),
        ("/timeline since:sometime", "invalid", 2),
        ("/timeline since:2026 until:2024", "invalid", 2),
        ("/nonsense", "invalid", 2),
        ("/who of:russia", "invalid", 2),
        ("", "invalid", 2),
    ],
)
def test_the_exit_status_tells_how_the_question_went(
    question: str, status: str, exit_status: int
) -> None:
    """0 is found or a choice, 1 nothing found, 2 not understood, in text and in JSON alike."""
    assert captured(lambda: ask(edition(), question, as_json=False))[0] == exit_status
    assert captured(lambda: ask(edition(), question, as_json=True))[0] == exit_status
    assert asked(question)["status"] == status


def test_every_suggestion_is_a_question_that_can_be_asked() -> None:
    """A choice offers questions that need no further choice."""
    line = asked("/who sergei")
    assert len(line["suggestions"]) > 1
    answers = [asked(suggestion) for suggestion in line["suggestions"]]
    assert {answer["status"] for answer in answers} == {"found"}
    assert len({answer["title"] for answer in answers}) == len(answers)


def test_each_line_of_standard_input_gets_its_line_in_order() -> None:
    """Blank lines, bytes that are no text, line feeds of Windows and a missing last one survive."""
    given = b"/about\r\n\n\xff\xfe\x00\n   \n/who lavrov\n/who sergei"
    lines = asked_lines(given)
    assert [line["asked"] for line in lines] == [
        "/about",
        "",
        "\ufffd\ufffd\x00",
        "   ",
        "/who lavrov",
        "/who sergei",
    ]
    assert [line["status"] for line in lines][3:] == ["invalid", "found", "ambiguous"]
    assert asked_lines(b"") == []


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1, 5 * LONGEST])
def test_a_question_without_end_is_refused_and_the_next_is_answered(length: int) -> None:
    """A line that is too long gets one answer, which says so, and hides no other line."""
    first, second = asked_lines(b"a" * length + b"\n/about\n")
    assert ("longer than" in first["title"]) == (length > LONGEST)
    assert second["command"] == "about"


@given(st.lists(st.binary(max_size=60).map(lambda raw: raw.replace(b"\n", b"")), max_size=12))
def test_as_many_lines_come_out_as_go_in(lines: list[bytes]) -> None:
    """Whatever the bytes are, each line is one text, and no text is lost or made up."""
    stream = io.BytesIO(b"".join(line + b"\n" for line in lines))
    assert len(list(lines_of(stream))) == len(lines)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=80)
    | st.builds(
        "/{} {}".format,
        st.sampled_from(["who", "timeline", "quote", "topic", "verify", "source", "about", "x"]),
        st.text(max_size=60) | st.sampled_from(["since:2025", "speaker:lavrov words:", "name:🙂"]),
    )
)
def test_any_text_gets_exactly_one_line(text: str) -> None:
    """Whatever is asked, one line of JSON comes back, with a known status and its exit."""
    line = asked(text)
    assert line["text"]
    assert "could not be answered" not in line["title"]


def test_a_question_may_begin_with_a_hyphen() -> None:
    """What looks like an option, and is none, is a question where nothing else is."""
    assert command_line.parsed(["ask", "--json", "-lavrov"]).text == ["-lavrov"]
    assert command_line.parsed(["ask", "--json", "--", "--json"]).text == ["--json"]
    with pytest.raises(SystemExit):
        run("ask", "--jsn", "/about")


@pytest.mark.parametrize("command", command_line.COMMANDS, ids=lambda command: command.name)
def test_every_command_takes_a_folder_and_a_configuration(command: command_line.Command) -> None:
    """``--knowledge DIR`` and ``--config FILE`` work on every command, before it or behind."""
    common = ["--knowledge", "facts", "--config", "mine.yaml"]
    for arguments in ([command.name, *common], [*common, command.name]):
        args = command_line.parsed(arguments)
        assert (args.knowledge, args.config) == (Path("facts"), Path("mine.yaml"))
    args = command_line.parsed([command.name])
    assert (args.knowledge, args.config) == (None, None)


def test_the_folder_that_is_named_nearest_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``--knowledge`` comes before the environment, that before the file, that before the base."""
    for name in ("one", "two", "three"):
        write(tmp_path / name, base=BASE.replace("A paper", name))
    assert "China" in run("ask", "/source")[1]
    (tmp_path / "config.yaml").write_text("knowledge: three\n", encoding="utf-8")
    assert "three" in run("ask", "/source")[1]
    monkeypatch.setenv("READOUT_KNOWLEDGE", "two")
    assert "two" in run("ask", "/source")[1]
    assert "one" in run("ask", "/source", "--knowledge", "one")[1]


def test_a_broken_folder_tells_all_its_faults(tmp_path: Path) -> None:
    """A folder with faults answers nothing: every fault of every file is reported at once."""
    write(tmp_path / "facts", one="topics: {X: {name: Y}}\n", two="topics: {x: {nam: Y}}\n")
    with pytest.raises(FaultsFoundError) as raised:
        run("ask", "/about", "--knowledge", "facts")
    assert {fault.file for fault in raised.value.faults} == {"one.yaml", "two.yaml"}


def test_a_broken_configuration_stops_every_command(tmp_path: Path) -> None:
    """Faults of the configuration are told before anything is done."""
    (tmp_path / "config.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    for command in command_line.COMMANDS:
        with pytest.raises(ConfigFaultsError):
            run(command.name)


def test_check_ends_with_its_result(tmp_path: Path) -> None:
    """``readout check`` ends with 0 for a sound folder and 1 for one with faults."""
    write(tmp_path / "facts", base=BASE)
    assert run("check", "--knowledge", "facts")[0] == 0
    write(tmp_path / "facts", more="nonsense: {}\n")
    status, printed = run("check", "--knowledge", "facts")
    assert status == 1
    assert "more.yaml:1:1: unknown section 'nonsense'" in printed


def test_the_schema_goes_where_it_is_wanted(tmp_path: Path) -> None:
    """``readout schema`` prints the JSON Schema, or writes the same into a file."""
    status, printed = run("schema")
    assert status == 0
    assert run("schema", "--output", "s.json") == (0, "")
    assert (tmp_path / "s.json").read_bytes() == printed.encode()


def test_cards_come_as_text() -> None:
    """``readout cards`` draws the main cards of the base."""
    status, printed = run("cards")
    assert status == 0
    assert "╭" in printed
    assert "/who " in printed


def test_the_public_fields_keep_their_types() -> None:
    """The line can be read back into what wrote it."""
    line = asked("/verify can only be a pipe dream")
    assert line["verdict"] == "verbatim"
    assert set(line) == {*PublicAnswer.__struct_fields__}
