"""What Discord accepts: its limits, stated once, and the checks every payload passes through.

Discord documents its limits in characters without saying which; everything here is measured in
UTF-16 code units, of which no text has fewer than it has code points, so that a text that passes is
short enough either way. A payload that breaks a limit is never sent: ``BrokenLimitError`` is raised
where it was built, and says what was too long and by how much.

A quotation is never cut for what else a card holds: one that takes up to ``QUOTATION`` characters
as markdown stands whole on one page, and title, sources and question make room for it. That is any
of 3,000 characters, the most a record may hold, of which one in six must be escaped. A longer one,
for which no message has room, goes on overleaf between two words, with a mark on both pages.

Sources: Discord's OpenAPI document (lengths, counts), and the pages "Component Reference" (40
components and 4,000 characters of displayed text a message, unique custom ids) and "Application
Commands" (names, required options first, 8,000 characters a command, 25 choices).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Payload = dict[str, Any]

MESSAGE_TEXT: Final = 4_000
MESSAGE_COMPONENTS: Final = 40
ROW_BUTTONS: Final = 5
BUTTON_LABEL: Final = 80
BUTTON_URL: Final = 512
CUSTOM_ID: Final = 100
SELECT_OPTIONS: Final = 25
SELECT_LABEL: Final = 100
SELECT_VALUE: Final = 100
SELECT_PLACEHOLDER: Final = 150
COLOUR: Final = 0xFFFFFF

CHOICES: Final = 25
CHOICE_NAME: Final = 100
CHOICE_VALUE: Final = 100

COMMANDS: Final = 100
CONTEXT_MENUS: Final = 5
COMMAND_NAME: Final = 32
COMMAND_ABOUT: Final = 100
COMMAND_OPTIONS: Final = 25
COMMAND_TEXT: Final = 8_000
OPTION_LENGTH: Final = 6_000

#: What a card says on each page in any case, but for its title: status, notice, edition, page.
FRAME: Final = 320
#: The longest quotation that is never cut, as markdown; beside it there is room for a short title
#: and the marks of a break in the item.
QUOTATION: Final = MESSAGE_TEXT - FRAME - 120

_SLASH_NAME: Final = re.compile(r"[-_'\w]{1,32}")
_CHAT_COMMAND: Final = 1
ACTION_ROW, BUTTON, SELECT, TEXT, SEPARATOR, CONTAINER = 1, 2, 3, 10, 14, 17
#: Which components may stand where; the message itself is ``None``.
_INSIDE: Final[Mapping[int | None, frozenset[int]]] = {
    None: frozenset({ACTION_ROW, TEXT, SEPARATOR, CONTAINER}),
    CONTAINER: frozenset({ACTION_ROW, TEXT, SEPARATOR}),
    ACTION_ROW: frozenset({BUTTON, SELECT}),
}
_LINK_STYLE: Final = 5


class BrokenLimitError(ValueError):
    """A payload that Discord would refuse."""


def length(text: str) -> int:
    """Return how long a text is for Discord, at most: its UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_message(components: Sequence[Payload]) -> None:
    """Check the components of a Components V2 message; raise ``BrokenLimitError``."""
    _between("the components of a message", len(components), 1, MESSAGE_COMPONENTS)
    every = _checked(components, None)
    _between("all components of a message", len(every), 1, MESSAGE_COMPONENTS)
    texts = [component["content"] for component in every if component["type"] == TEXT]
    sizes = list(map(length, texts))
    for text, size in zip(texts, sizes, strict=True):
        _between("a text display", 0 if text.isspace() else size, 1, MESSAGE_TEXT)
    _between("all text of a message", sum(sizes), 0, MESSAGE_TEXT)
    ids = [component["custom_id"] for component in every if component.get("custom_id") is not None]
    if len(set(ids)) != len(ids):
        raise BrokenLimitError("two components of a message have the same custom id")


def check_choices(choices: Sequence[Payload]) -> None:
    """Check what autocomplete offers, as dicts of name and value; raise ``BrokenLimitError``."""
    _between("the choices of an option", len(choices), 0, CHOICES)
    for choice in choices:
        _between("the name of a choice", length(choice["name"].strip()), 1, CHOICE_NAME)
        _between("the name of a choice", length(choice["name"]), 1, CHOICE_NAME)
        _between("the value of a choice", length(choice["value"]), 1, CHOICE_VALUE)


def check_commands(commands: Sequence[Payload]) -> None:
    """Check all commands of a registration; raise ``BrokenLimitError``."""
    slash = [command for command in commands if command["type"] == _CHAT_COMMAND]
    _between("the slash commands", len(slash), 0, COMMANDS)
    for menu_type in (2, 3):
        menus = [command for command in commands if command["type"] == menu_type]
        _between("the context menus of a kind", len(menus), 0, CONTEXT_MENUS)
    _unique("commands", ((command["type"], command["name"]) for command in commands))
    for command in commands:
        if command["type"] == _CHAT_COMMAND:
            _check_slash_command(command)
        else:
            _between("the name of a context menu", length(command["name"]), 1, COMMAND_NAME)


def _check_slash_command(command: Payload) -> None:
    name, options = command["name"], command.get("options", [])
    _check_described(command)
    _between(f"the options of /{name}", len(options), 0, COMMAND_OPTIONS)
    _unique(f"options of /{name}", (option["name"] for option in options))
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        raise BrokenLimitError(f"/{name} has a required option behind one that is not")
    for option in options:
        _check_described(option)
        _between(f"an option of /{name}", option.get("max_length") or 1, 1, OPTION_LENGTH)
        if option.get("choices"):
            check_choices(option["choices"])
    _between(f"all text of /{name}", sum(_texts_of(command)), 1, COMMAND_TEXT)


def _texts_of(described: Payload) -> Iterator[int]:
    yield length(described["name"])
    yield length(described.get("description", ""))
    for choice in described.get("choices") or ():
        yield length(choice["name"]) + length(str(choice["value"]))
    for option in described.get("options") or ():
        yield from _texts_of(option)


def _check_described(described: Payload) -> None:
    name = described["name"]
    if not _SLASH_NAME.fullmatch(name) or name != name.lower():
        raise BrokenLimitError(f"'{name}' is no name for a command or option")
    _between(f"the description of '{name}'", length(described["description"]), 1, COMMAND_ABOUT)


def _checked(components: Iterable[Payload], inside: int | None) -> list[Payload]:
    """Check components and all within them; return every one."""
    every: list[Payload] = []
    for component in components:
        kind = component["type"]
        if kind not in _INSIDE[inside]:
            raise BrokenLimitError(f"a component of type {kind} cannot stand in one of {inside}")
        every.append(component)
        if kind == ACTION_ROW:
            _check_row(component["components"])
        elif kind == CONTAINER:
            _between("an accent colour", component.get("accent_color") or 0, 0, COLOUR)
            _between("the components of a container", len(component["components"]), 1, 39)
        if kind in _INSIDE:
            every += _checked(component["components"], kind)
    return every


def _check_row(children: Sequence[Payload]) -> None:
    if any(child["type"] == SELECT for child in children):
        _between("a row with a select menu", len(children), 1, 1)
    _between("the buttons of a row", len(children), 1, ROW_BUTTONS)
    for child in children:
        if child["type"] == SELECT:
            _check_select(child)
        elif child["type"] == BUTTON:
            _check_button(child)


def _check_button(button: Payload) -> None:
    _between("the label of a button", length((button.get("label") or "").strip()), 1, BUTTON_LABEL)
    if button["style"] == _LINK_STYLE:
        _between("the address of a button", length(button["url"]), 1, BUTTON_URL)
    else:
        _between("a custom id", length(button["custom_id"]), 1, CUSTOM_ID)


def _check_select(select: Payload) -> None:
    _between("a custom id", length(select["custom_id"]), 1, CUSTOM_ID)
    _between("a placeholder", length(select.get("placeholder") or ""), 0, SELECT_PLACEHOLDER)
    _between("the options of a select menu", len(select["options"]), 1, SELECT_OPTIONS)
    for option in select["options"]:
        _between("the label of an option", length(option["label"].strip()), 1, SELECT_LABEL)
        _between("the value of an option", length(option["value"]), 1, SELECT_VALUE)
    _unique("values of a select menu", (option["value"] for option in select["options"]))


def _between(what: str, size: int, least: int, most: int) -> None:
    if not least <= size <= most:
        raise BrokenLimitError(f"{what}: {size}, where Discord takes {least} to {most}")


def _unique(what: str, names: Iterable[object]) -> None:
    names = list(names)
    if len(set(names)) != len(names):
        raise BrokenLimitError(f"two {what} bear one name")
