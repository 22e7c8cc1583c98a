"""What the chat's prompt offers while one types: commands, their options, and values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from prompt_toolkit.completion import Completer, Completion

from bot.answers.commands import COMMANDS, Command, command
from bot.answers.offers import offers
from bot.console.ask import asking_of
from bot.drawing.escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from bot.answers.options import Option
    from bot.edition import Edition

_OPTION: Final = re.compile(r"(?<!\S)(?P<name>[A-Za-z_]+):(?!//)")
_WORD: Final = re.compile(r"\S*\Z")


class QuestionCompleter(Completer):
    """Completes ``/who name:…`` from the commands and the records of an edition."""

    def __init__(self, edition: Edition) -> None:
        """Complete from an edition."""
        self._edition = edition

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        """Yield what may stand at the cursor."""
        typed = document.text_before_cursor.lstrip()
        if not typed.startswith("/"):
            return
        name, space, rest = typed[1:].partition(" ")
        if not space:
            yield from _commands(name)
        elif asked := command(name):
            yield from _options(asked, rest)
            yield from self._values(asked, rest)

    def _values(self, asked: Command, rest: str) -> Iterator[Completion]:
        option, typed = _at_cursor(asked, rest)
        if option is None:
            return
        for choice in offers(asking_of(self._edition), option, typed):
            yield Completion(
                choice.value, start_position=-len(typed), display=one_line(choice.label)
            )


def _commands(name: str) -> Iterator[Completion]:
    for known in COMMANDS:
        if known.name.startswith(name.casefold()):
            yield Completion(
                f"{known.name} " if known.options else known.name,
                start_position=-len(name),
                display=f"/{known.name}",
                display_meta=known.about,
            )


def _options(asked: Command, rest: str) -> Iterator[Completion]:
    """Yield the options that are not given yet and begin with the word at the cursor."""
    word = _WORD.search(rest)
    begun = word[0] if word else ""
    given = {mark["name"].casefold() for mark in _OPTION.finditer(rest)}
    for option in asked.options:
        if option.name not in given and option.name.startswith(begun.casefold()):
            yield Completion(
                f"{option.name}:",
                start_position=-len(begun),
                display=f"{option.name}:",
                display_meta=option.about,
            )


def _at_cursor(asked: Command, rest: str) -> tuple[Option | None, str]:
    """Return the option whose value is being typed, and how far it has come."""
    marks = [mark for mark in _OPTION.finditer(rest) if asked.option(mark["name"].casefold())]
    if marks:
        return asked.option(marks[-1]["name"].casefold()), rest[marks[-1].end() :].lstrip()
    return (asked.options[0] if asked.options else None), rest.lstrip()
