"""The README says what the program does: its tables, its examples and its commands."""

from __future__ import annotations

import argparse
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from folders import faults_in, write
from shipped import edition

from bot import __main__, terminal
from bot.answers.asked_dates import AmbiguousDate, read_date
from bot.answers.commands import COMMANDS
from bot.answers.model import Citation, Item, Status, Verdict
from bot.answers.public import PublicAnswer
from bot.console import command_line
from bot.console.ask import EXIT, answer_to, asking_of
from bot.operating import statuses

if TYPE_CHECKING:
    from bot.answers.commands import Command

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ON_DISCORD = {"reload", "status"}  # asked there alone
STATUSES = {value for value in vars(statuses).values() if isinstance(value, int)}
#: Questions in code, as in `/who lavrov`: a command of ours with something behind it.
QUESTION = re.compile(rf"`(/(?:{'|'.join(one.name for one in COMMANDS)}) [^`]+)`")
EXCHANGE = re.compile(
    r'```console\n\$ readout ask "(?P<asked>[^"\n]+)"\n(?P<answer>.*?)\n```', re.DOTALL
)


def rows(heading: str) -> list[list[str]]:
    """Return the cells of each row of the table with that heading."""
    _, found, rest = README.partition(f"\n{heading}\n")
    assert found, heading
    lines = rest.split("\n\n", 1)[0].split("\n")
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:] if line]


def paragraph(beginning: str) -> str:
    """Return the paragraph that begins so, as one line."""
    return next(part for part in README.split("\n\n") if part.startswith(beginning)).replace(
        "\n", " "
    )


def usage(command: command_line.Command) -> str:
    """Return how a command is written, with what it alone takes."""
    parser = argparse.ArgumentParser(add_help=False)
    command.options(parser)
    words = ["readout", command.name]
    for action in parser._actions:  # noqa: SLF001  # argparse offers no other way to list them
        written = [*action.option_strings[:1], *([str(action.metavar)] if action.metavar else [])]
        words.append(f"[{' '.join(written)}]" if action.option_strings else " ".join(written))
    return " ".join(words)


def options(command: Command) -> str:
    """Return the options of a question, those required with a star."""
    return ", ".join(f"{one.name}{'*' * one.required}" for one in command.options)


def test_the_questions_are_all_there() -> None:
    """Every command, its options and its explanation stand in the table as in the code."""
    assert rows("| command | options | answers with |") == [
        [f"`/{command.name}`", options(command), command.about] for command in COMMANDS
    ]


def test_the_commands_are_all_there() -> None:
    """Every command of the command line and its options stand in the table as in the code."""
    assert rows("| command | does |") == [
        [f"`{usage(command)}`", command.about] for command in command_line.COMMANDS
    ]


def test_the_exit_statuses_are_all_there() -> None:
    """The table has each way to end, and no other."""
    assert [int(status) for status, _ in rows("| exit status | means |")] == sorted(
        {*EXIT.values(), *STATUSES}
    )


def test_the_fields_of_the_line_of_json_are_all_there() -> None:
    """Every field of the public line is explained, in its order, with all its values."""
    fields = dict(rows("| field | holds |"))
    assert [name.strip("`") for name in fields] == list(PublicAnswer.__struct_fields__)
    for values, name in ((Status, "status"), (Verdict, "verdict")):
        assert all(f"`{value}`" in fields[f"`{name}`"] for value in values)
    assert all(f"`{name}`" in fields["`items`"] for name in Item.__struct_fields__)
    assert all(f"`{name}`" in README for name in Citation.__struct_fields__)


def test_the_exchange_is_what_the_program_prints() -> None:
    """The example at the top is a real one, in 80 columns, but for the edition at its end."""
    found = EXCHANGE.search(README)
    assert found
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "80")
        terminal.show(answer_to(edition(), found["asked"]), out)
    assert out.getvalue().partition("\n\nEdition ")[0] == found["answer"]


@pytest.mark.parametrize("question", sorted(set(QUESTION.findall(README))))
def test_each_question_in_the_text_is_answered(question: str) -> None:
    """A question that the README gives as an example finds something in the shipped base."""
    assert answer_to(edition(), question).status in {Status.FOUND, Status.AMBIGUOUS}


def in_code(beginning: str) -> list[str]:
    """Return what stands in code in the paragraph that begins so."""
    found = re.findall("`([^`]+)`", paragraph(beginning))
    assert found, beginning
    return found


def test_plain_words_in_the_text_are_answered() -> None:
    """So does each example of plain words."""
    statuses = {ask: answer_to(edition(), ask).status for ask in in_code("Plain words work too")}
    assert set(statuses.values()) == {Status.FOUND}, statuses


def test_dates_in_the_text_are_read() -> None:
    """Each example of a date is one, and the example of two readings has two."""
    *dates, _question, ambiguous = in_code("Dates are read as people write them")
    asking = asking_of(edition())
    for date in dates:
        assert read_date(date, asking.today)
    with pytest.raises(AmbiguousDate):
        read_date(ambiguous, asking.today)


def test_the_example_of_a_folder_is_sound(tmp_path: Path) -> None:
    """The YAML in the README is a knowledge folder without faults."""
    found = re.search("```yaml\n(# yaml-language-server.*?)```", README, re.DOTALL)
    assert found
    assert faults_in(write(tmp_path, example=found[1])) == ()


def test_every_command_that_is_mentioned_can_be_run() -> None:
    """What stands behind ``readout`` in code is a command with options that it takes."""
    mentioned = re.findall(r"(?:`|^\$ |/)readout ((?:[a-z]+|--)[^`\n]*)", README, re.MULTILINE)
    assert len(mentioned) > len(command_line.COMMANDS)
    for arguments in mentioned:
        words = arguments.translate({ord(bracket): None for bracket in "[]"}).split('"')[0].split()
        try:
            command_line.parsed(words)
        except SystemExit as ended:
            assert ended.code == 0, arguments  # noqa: PT017  # --version ends with it


def test_the_two_commands_stand_near_the_top() -> None:
    """One line installs and starts the chat, one installs and runs the tests, as CI does."""
    first, second = re.findall(r"```bash\n(python3 -m venv [^\n]+)\n```", README)
    assert first.endswith("readout chat")
    assert second.endswith("pytest")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search("grep -m 1 '(.+)' README.md", script)
    assert pattern
    assert re.search(pattern[1], README, re.MULTILINE)
    assert [line for line in README.split("\n") if re.search(pattern[1], line)] == [second]


def test_every_chapter_is_in_the_contents() -> None:
    """The line of contents names each chapter, in order."""
    chapters = re.findall("^## (.+)$", README, re.MULTILINE)
    anchors = re.findall(r"\[([^\]]+)\]\(#([a-z-]+)\)", README)
    assert [name for name, _ in anchors[: len(chapters)]] == chapters
    for name, anchor in anchors:
        assert anchor == name.lower().replace(" ", "-")


def test_the_module_and_the_command_are_one() -> None:
    """``python -m bot`` is ``readout``."""
    assert __main__.main.__module__ == "bot.__main__"
