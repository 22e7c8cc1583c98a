"""The command line: ``readout run | chat | ask | check | schema | doctor | cards``.

Each command is one function that returns the exit status. What a command alone needs is imported
when it runs, so that a question is not kept waiting for what Discord needs.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot import __version__
from bot.config import FILE_NAME, Config, load, token
from bot.console.places import shipped_knowledge
from bot.operating.signals import heeded
from bot.operating.statuses import STOPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.edition import Edition

_ABOUT: Final = "Readout answers from a curated, cited fact base, in a terminal and on Discord."
_LINES: Final = "-"


@dataclass(frozen=True)
class Given:
    """What a command runs with: its arguments, the configuration and the knowledge folder."""

    args: argparse.Namespace
    config: Config
    folder: Path


@dataclass(frozen=True)
class Command:
    """One command of the command line; ``options`` adds what it alone takes."""

    name: str
    about: str
    run: Callable[[Given], int]
    options: Callable[[argparse.ArgumentParser], None] = lambda _parser: None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status. Raise ``FaultsFoundError`` for a broken folder."""
    args = parsed(arguments)
    config = load(args.config, os.environ)
    named = args.knowledge or (Path(config.knowledge) if config.knowledge else None)
    command: Command = args.command
    return command.run(Given(args, config, named or shipped_knowledge()))


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Parse the arguments; a question may begin with a hyphen, where it is the only one."""
    whole = parser()
    args, rest = whole.parse_known_args(arguments)
    if len(rest) == 1 and getattr(args, "text", None) == []:
        args.text = rest
    elif rest:
        whole.error(f"unrecognized arguments: {' '.join(rest)}")
    return args


def parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    whole = argparse.ArgumentParser(prog="readout", description=_ABOUT, allow_abbrev=False)
    whole.add_argument("--version", action="version", version=f"readout {__version__}")
    _add_common(whole, None)
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        one = commands.add_parser(
            command.name, help=command.about, description=f"{command.about}.", allow_abbrev=False
        )
        one.set_defaults(command=command)
        _add_common(one, argparse.SUPPRESS)
        command.options(one)
    return whole


def _add_common(one: argparse.ArgumentParser, default: str | None) -> None:
    """Add what may stand before and behind every command."""
    about = "the folder of facts to answer from"
    one.add_argument("--knowledge", metavar="DIR", type=Path, default=default, help=about)
    about = f"the settings, instead of ./{FILE_NAME}"
    one.add_argument("--config", metavar="FILE", type=Path, default=default, help=about)


def _edition(given: Given) -> Edition:
    from bot.console.opening import open_edition  # noqa: PLC0415  # brings the index, which takes its time

    return open_edition(given.folder)


def _run(given: Given) -> int:
    with heeded():
        from bot.operating.running import run  # noqa: PLC0415  # brings discord.py, which takes its time

        return run(given.config, token(os.environ), given.folder)


def _chat(given: Given) -> int:
    from bot.console.chat import chat  # noqa: PLC0415  # brings prompt_toolkit, which takes its time

    return chat(_edition(given))


def _ask(given: Given) -> int:
    from bot.console.ask import ask, ask_lines  # noqa: PLC0415  # the other commands do without

    edition = _edition(given)
    text = " ".join(given.args.text)
    if given.args.json and text == _LINES:
        return ask_lines(edition)
    return ask(edition, text, as_json=given.args.json)


def _ask_options(one: argparse.ArgumentParser) -> None:
    one.add_argument("--json", action="store_true", help="answer in one line of JSON")
    one.add_argument(
        "text",
        metavar="TEXT",
        nargs="*",
        help="a question, as in '/who lavrov'; with --json also -, for one a line from stdin",
    )


def _check(given: Given) -> int:
    from bot.console.check import run  # noqa: PLC0415  # the other commands do without
    from bot.console.opening import progress_bar  # noqa: PLC0415  # the same

    with progress_bar(f"Reading {given.folder.name}") as progress:
        return run(given.folder, given.args.texts, given.args.strict, sys.stdout, progress)


def _check_options(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--texts", metavar="DIR", type=Path, help="hold the base against the saved texts in DIR"
    )
    one.add_argument("--strict", action="store_true", help="count warnings as faults")


def _schema(given: Given) -> int:
    from bot.facts.schema import schema_text  # noqa: PLC0415  # the other commands do without

    if given.args.output:
        given.args.output.write_text(schema_text(), encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(schema_text())
    return STOPPED


def _schema_options(one: argparse.ArgumentParser) -> None:
    one.add_argument("--output", metavar="FILE", type=Path, help="write it here, not to stdout")


def _doctor(given: Given) -> int:
    from bot.operating.doctor import run  # noqa: PLC0415  # brings discord.py, which takes its time

    return run(given.config, token(os.environ), given.folder)


def _cards(given: Given) -> int:
    from bot.console.ask import asking_of  # noqa: PLC0415  # the other commands do without
    from bot.console.card_text import main_cards  # noqa: PLC0415  # the same

    sys.stdout.write(main_cards(asking_of(_edition(given))) + "\n")
    return STOPPED


COMMANDS: Final = (
    Command("run", "Answer on Discord until told to stop", _run),
    Command("chat", "Ask in the terminal, one question after the other", _chat),
    Command("ask", "Answer one question, or with --json many", _ask, _ask_options),
    Command("check", "Check the knowledge folder", _check, _check_options),
    Command("schema", "Print the JSON Schema of the knowledge files", _schema, _schema_options),
    Command("doctor", "Check that everything is in place to answer on Discord", _doctor),
    Command("cards", "Print the main cards as text", _cards),
)
