"""A question as typed: ``/timeline about:ukraine since:2023``, read as it is shown in Discord."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from bot.answers import plain
from bot.answers.commands import Command, ask, command
from bot.facts.shaping import did_you_mean

if TYPE_CHECKING:
    from bot.answers.asking import Asking
    from bot.answers.model import Answer

_SLASH: Final = "/"
#: A word and a colon, which begins an option; not the 'https:' of an address.
_OPTION: Final = re.compile(r"(?<!\S)(?P<name>[A-Za-z_]+):(?!//)")
#: One that no command has: its value follows at once, unlike what follows a colon in a sentence.
_STRAY: Final = re.compile(_OPTION.pattern + r"(?=\S)")


def answer_typed(asking: Asking, text: str) -> Answer:
    """Answer a command with its options, or plain words."""
    text = text.strip()
    if unicodedata.normalize("NFKC", text[:1]) != _SLASH:
        return plain.answer(asking, text)
    name, _, rest = text[1:].partition(" ")
    asked = command(name)
    if asked is None or (not asked.options and rest.strip()):
        return _not_understood(asking, name, asked)
    options = read_options(asked, rest)
    if isinstance(options, str):
        return asking.invalid(asked.name, f"/{asked.name} cannot be read", options)
    return ask(asking, asked.name, options)


def read_options(asked: Command, text: str) -> dict[str, str] | str:
    """Return the options by name, or what is wrong with them.

    Words before the first option fill the command's first option. Behind a name that is no option
    the colon is an ordinary one where wordings are asked for; elsewhere it is a mistake.
    """
    marks = [mark for mark in _OPTION.finditer(text) if asked.option(mark["name"].lower())]
    options: dict[str, str] = {}
    head = text[: marks[0].start()] if marks else text
    if head.strip():
        options[asked.options[0].name] = head.strip()
    starts = [*(mark.start() for mark in marks), len(text)]
    for mark, end in zip(marks, starts[1:], strict=True):
        name = mark["name"].lower()
        if name in options:
            return f"The option '{name}' is given twice; give it once."
        options[name] = text[mark.end() : end].strip()
    return _unknown_option(asked, options) or options


def _unknown_option(asked: Command, options: dict[str, str]) -> str | None:
    for name, value in options.items():
        option = asked.option(name)
        stray = None if option and option.is_text else _STRAY.search(value)
        if stray:
            known = [option.name for option in asked.options]
            todo = did_you_mean(stray["name"].lower(), known, f"it takes: {', '.join(known)}")
            return f"/{asked.name} has no option '{stray['name']}'; {todo}"
    return None


def _not_understood(asking: Asking, name: str, asked: Command | None) -> Answer:
    if asked is None:
        return ask(asking, name, {})
    return asking.invalid(asked.name, f"/{asked.name} takes no options", f"Write /{asked.name}.")
