"""The commands as Discord has them, and as they are declared: registered only where they differ."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

import discord

from bot.drawing.limits import check_commands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from discord import app_commands

_log = logging.getLogger(__name__)
#: What Discord adds, or what is an older way to say what ``contexts`` says.
_NOT_DECLARED: Final = frozenset({"id", "application_id", "guild_id", "version", "dm_permission"})
_PERMISSIONS: Final = "default_member_permissions"
#: What only commands that are registered globally have.
_GLOBAL: Final = frozenset({"contexts", "integration_types"})


async def register(tree: app_commands.CommandTree[Any], guild: int | None = None) -> bool:
    """Register all commands, globally or in one server; return whether anything had changed."""
    place = discord.Object(guild) if guild else None
    if place:
        tree.copy_global_to(guild=place)
    if not differences(declared(tree, place), await registered(tree, place), in_server=bool(place)):
        return False
    await tree.sync(guild=place)
    return True


async def withdraw(tree: app_commands.CommandTree[Any], guild: int) -> bool:
    """Take back the commands that one server has to itself; return whether it had any."""
    place = discord.Object(guild)
    if not await registered(tree, place):
        return False
    tree.clear_commands(guild=place)
    await tree.sync(guild=place)
    return True


def declared(
    tree: app_commands.CommandTree[Any], place: discord.Object | None = None
) -> list[dict[str, Any]]:
    """Return the commands of the tree as they would be sent; raise ``BrokenLimitError``."""
    commands = [command.to_dict(tree) for command in tree.get_commands(guild=place)]
    check_commands(commands)
    return commands


async def registered(
    tree: app_commands.CommandTree[Any], place: discord.Object | None = None
) -> list[dict[str, Any]]:
    """Return the commands that Discord has, as it tells them.

    discord.py's own reading of them, ``fetch_commands``, loses the last context and install type.
    """
    http, application = tree.client.http, tree.client.application_id
    if application is None:
        raise RuntimeError("log in before asking for commands")
    if place is None:
        return [dict(command) for command in await http.get_global_commands(application)]
    return [dict(command) for command in await http.get_guild_commands(application, place.id)]


def differences(
    wanted: Sequence[dict[str, Any]], held: Sequence[dict[str, Any]], *, in_server: bool = False
) -> tuple[str, ...]:
    """Return the names of the commands that one side lacks or has otherwise."""
    beside = _NOT_DECLARED | (_GLOBAL if in_server else frozenset())
    left = {_key(command): _plain(command, beside) for command in wanted}
    right = {_key(command): _plain(command, beside) for command in held}
    keys = [*left, *(key for key in right if key not in left)]
    return tuple(name for kind, name in keys if left.get((kind, name)) != right.get((kind, name)))


def _key(command: dict[str, Any]) -> tuple[int, str]:
    return command["type"], command["name"]


def _plain(value: Any, beside: frozenset[str]) -> Any:  # noqa: ANN401  # any JSON value
    """Return a command without what Discord adds and fills in, sets in one order."""
    if isinstance(value, dict):
        plain = {
            name: sorted(held) if name in _GLOBAL and held else _plain(held, beside)
            for name, held in value.items()
            if name not in beside
        }
        permissions = plain.get(_PERMISSIONS)
        if isinstance(permissions, str):  # so Discord tells what it was told as a number
            plain[_PERMISSIONS] = int(permissions)
        return {name: held for name, held in plain.items() if not _is_unsaid(held)}
    return [_plain(held, beside) for held in value] if isinstance(value, list) else value


def _is_unsaid(value: object) -> bool:
    """Whether a value means the same as leaving it out; no permissions (0) are a statement."""
    return value is None or value is False or value in ("", [], {})
