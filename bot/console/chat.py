"""``readout chat``: one question after the other, at a prompt or from a pipe.

A number that was shown before a suggested question asks it. ``/help`` shows how to ask, with
examples that the loaded base can answer; ``/quit``, Ctrl-D or Ctrl-C end the chat.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Final

from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory, InMemoryHistory

from bot import terminal
from bot.answers.commands import COMMANDS
from bot.answers.examples import examples
from bot.answers.model import Answer, Item, Status, Suggestion
from bot.console.ask import answer_to, lines_of
from bot.console.completing import QuestionCompleter
from bot.console.places import history_file
from bot.drawing.escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from prompt_toolkit.history import History

    from bot.answers.commands import Command
    from bot.edition import Edition

PROMPT: Final = "readout> "
HELP: Final = "/help"
_LEAVING: Final = frozenset({"/quit", "/exit", "quit", "exit"})
_MOST_DIGITS: Final = 4
_HISTORY: Final = (
    "The up arrow brings back what was typed at this prompt. It is kept on this machine, for this "
    "user alone, in"
)
_READING: Final = (
    "Words before the first option fill the command's first option. Plain words work too, in "
    "English, Russian or Chinese."
)
_KEYS: Final = (
    f"Tab completes; a number asks the question that it stands before; {HELP} shows this; /quit, "
    "Ctrl-D or Ctrl-C leave."
)


def chat(edition: Edition) -> int:
    """Answer until whoever asks has had enough; return the exit status, 0."""
    chatting = _Chat(edition)
    if sys.stdin.isatty() and sys.stdout.isatty():
        chatting.show(_greeting(edition))
        questions = _typed(edition)
    else:
        questions = _piped()
    with contextlib.suppress(KeyboardInterrupt):
        for question in questions:
            if question.casefold() in _LEAVING:
                break
            if question:
                chatting.answer(question)
    return 0


class _Chat:
    """What has been offered last, so that its number can be typed."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._offered: tuple[Suggestion, ...] = ()

    def answer(self, question: str) -> None:
        """Answer one line: a question, the number of one, or a call for help."""
        if question.casefold() == HELP:
            self.show(help_on(self._edition))
            return
        self.show(answer_to(self._edition, self._chosen(question)))

    def show(self, answer: Answer) -> None:
        """Print an answer and remember what it offers."""
        self._offered = terminal.choices(answer)
        sys.stdout.write("\n")
        terminal.show(answer, sys.stdout, numbered=True)
        sys.stdout.write("\n")
        sys.stdout.flush()

    def _chosen(self, question: str) -> str:
        if question.isascii() and question.isdecimal() and len(question) < _MOST_DIGITS:
            number = int(question)
            if 1 <= number <= len(self._offered):
                return self._offered[number - 1].ask
        return question


def help_on(edition: Edition) -> Answer:
    """Return how to ask: every command with its options, and examples from the loaded base."""
    return Answer(
        command="help",
        status=Status.FOUND,
        title="How to ask",
        notes=(_READING, _KEYS, f"{_HISTORY} {history_file()}."),
        items=tuple(
            Item(
                kind="command",
                id=command.name,
                date=None,
                lead=_usage(command),
                text=command.about,
                standing="",
                citations=(),
            )
            for command in COMMANDS
        ),
        leads=tuple(Suggestion(label=ask, ask=ask) for ask in examples(edition.base)),
        edition=edition.fingerprint,
    )


def _usage(command: Command) -> str:
    options = (
        f"{option.name}:…" if option.required else f"[{option.name}:…]"
        for option in command.options
    )
    return " ".join([f"/{command.name}", *options])


def _greeting(edition: Edition) -> Answer:
    base = edition.base
    counts = f"{len(base.records):,} records from {len(base.sources):,} sources"
    about = f"{counts}. Every line of an answer names its source."
    return Answer(
        command="help",
        status=Status.FOUND,
        title="Readout",
        notes=(about, f"Ask, or type a number. {HELP} tells more."),
        leads=tuple(Suggestion(label=ask, ask=ask) for ask in examples(base)),
        edition=edition.fingerprint,
    )


def _typed(edition: Edition) -> Iterator[str]:
    session: PromptSession[str] = PromptSession(
        history=_history(history_file()),
        completer=QuestionCompleter(edition),
        complete_while_typing=True,
        enable_suspend=True,
    )
    while True:
        try:
            yield session.prompt(PROMPT).strip()
        except (EOFError, KeyboardInterrupt):
            return


def _piped() -> Iterator[str]:
    for line in lines_of(sys.stdin.buffer):
        question = line.strip()
        if question:
            sys.stdout.write(f"{PROMPT}{one_line(question)}\n")
        yield question


def _history(file: Path) -> History:
    """Return the history in a file that this user alone can read, or one that is not kept."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        return FileHistory(file)
    return InMemoryHistory()
