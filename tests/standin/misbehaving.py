"""What the real Discord does on bad days, done on purpose: to the gateway and to its frames."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from aiohttp import WSMsgType

from standin.acting import interaction
from standin.exchanges import Exchange
from standin.world import IN_DM, IN_SERVER, MEMBER, Json, Place, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from standin.acting import Discord
    from standin.gateway import Connection

_WAIT: Final = 20.0
RECONNECT, INVALID = 7, 9


def connection(discord: Discord) -> Connection | None:
    """Return the connection of the first shard, if there is one."""
    session = discord.standin.gateway.session()
    return session.connection if session else None


def disturbed(discord: Discord, disturb: Callable[[], Any]) -> None:
    """Disturb the gateway on its own loop, then wait until the bot is on a new connection."""
    before = connection(discord)

    async def act() -> None:
        made = disturb()
        if asyncio.iscoroutine(made):
            await made

    discord.run(act())
    wait_for_another(discord, before)


def wait_for_another(discord: Discord, before: Connection | None) -> None:
    """Wait until the bot is on another connection than the one before."""

    def is_another() -> bool:
        now = connection(discord)
        return now is not None and now is not before

    assert discord.run(discord.standin.until(is_another, _WAIT)), "the bot has not come back"


def told(discord: Discord, event: str, data: Any) -> None:  # noqa: ANN401  # any JSON value
    """Tell an event, sound or not."""
    session = discord.standin.gateway.session()
    assert session is not None
    discord.run(session.dispatch(event, data))


async def send_text(discord: Discord, text: str) -> None:
    """Send a frame of any text, compressed as the others are."""
    for held in list(discord.standin.gateway.connections):
        await held.send_text(text)


async def send_broken(discord: Discord) -> None:
    """Send the first half of a message whose second half never comes, and break the connection."""
    for held in list(discord.standin.gateway.connections):
        writer = held.socket._writer  # noqa: SLF001  # aiohttp sends whole messages alone
        assert writer is not None
        await writer.send_frame(b"\x78\x9c\x01", WSMsgType.BINARY)
        held.drop()


def who(
    discord: Discord,
    more: Json | None = None,
    where: Place = IN_SERVER,
    *,
    name: str = "anna-berg",
) -> Json:
    """Write the interaction of a slash command; ``more`` are further fields, or other ones."""
    option = {"name": "name", "type": 3, "value": name}
    held = discord.standin.rest.commands[None].get("who", {"id": "1"})
    data = {"id": held["id"], "name": "who", "type": 1, "options": [option]}
    made = interaction(str(discord.standin.new_id()), 2, data, MEMBER, where)
    return {**made, **(more or {})}


def begun(discord: Discord, asked: Json | None = None) -> Exchange:
    """Ask, without waiting for the answer."""
    return discord.run(discord.standin.interact(asked or who(discord), None))


def begun_in_dm(discord: Discord) -> Exchange:
    """Ask in a direct message, without waiting for the answer."""
    return discord._write("/who anna berg", MEMBER, IN_DM, {})  # noqa: SLF001  # it waits for none


def is_answered(discord: Discord, exchange: Exchange, seconds: float = _WAIT) -> bool:
    """Wait for an answer; return whether there is one in time."""
    return discord.run(
        discord.standin.until(lambda: bool(exchange.callbacks or exchange.sent), seconds)
    )


async def written_in_absence(discord: Discord) -> Exchange:
    """Break the connection, and write a direct message before the bot is back."""
    session = discord.standin.gateway.session()
    assert session is not None
    discord.standin.gateway.drop()
    session.connection = None
    told = message(discord.standin.new_id(), IN_DM.channel, MEMBER, content="/who anna berg")
    exchange = Exchange({**told, "channel_type": 1}, is_interaction=False)
    discord.standin.exchanges[told["id"]] = exchange
    await session.dispatch("MESSAGE_CREATE", exchange.told)
    return exchange
