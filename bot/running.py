"""A running bot: how it starts, stays connected, and stops.

``run`` returns the exit status of the process:

======  ==========================================================================
0       stopped by SIGTERM or SIGINT, or closed by Discord for good reason
1       the knowledge folder has faults
3       there is no token, or Discord refuses it
4       Discord refuses the connection for another reason that waiting does not mend
======  ==========================================================================

While Discord cannot be reached it tries again, at longer and longer intervals.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord

from bot import logs
from bot.client import ReadoutBot
from bot.edition import Desk, Edition
from bot.facts.faults import FaultsFoundError
from bot.service import Service
from bot.tokens import bare_token

if TYPE_CHECKING:
    from pathlib import Path

    from bot.service import Settings

_log = logging.getLogger(__name__)

STOPPED, FAULTS, REFUSED_TOKEN, REFUSED = 0, 1, 3, 4
_FIRST_RETRY, _LAST_RETRY = 1.0, 60.0
_UNREACHABLE: Final = (
    aiohttp.ClientError,
    asyncio.TimeoutError,
    discord.DiscordServerError,
    discord.GatewayNotFound,
    discord.RateLimited,
    OSError,
)


def run(settings: Settings, token: str | None, folder: Path) -> int:
    """Answer on Discord until told to stop; return the exit status."""
    logs.configure(settings.log_level, token and bare_token(token))
    if not (token and token.strip()):
        _log.error(
            "there is no token: set DISCORD_TOKEN to the one on the page 'Bot' of your application"
            " at https://discord.com/developers/applications"
        )
        return REFUSED_TOKEN
    try:
        edition = Edition.load(folder)
    except FaultsFoundError as found:
        _log.error("%s has %s faults:\n%s", folder, len(found.faults), found)
        return FAULTS
    return asyncio.run(_run(Service(Desk(edition), folder), settings, bare_token(token)))


async def _run(service: Service, settings: Settings, token: str) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers here
            loop.add_signal_handler(number, stop.set)
    stopping = asyncio.create_task(stop.wait())
    try:
        return await _stay_connected(service, settings, token, stopping)
    finally:
        stopping.cancel()


async def _stay_connected(
    service: Service, settings: Settings, token: str, stopping: asyncio.Task[Any]
) -> int:
    """Connect until it is time to stop; each attempt with a client of its own."""
    retry = _FIRST_RETRY
    while True:
        async with ReadoutBot(service, settings) as bot:
            starting = asyncio.create_task(bot.start(token))
            await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if stopping.done():
                await bot.close()
            status = await _outcome(starting)
        if status is not None or stopping.done():
            return status or STOPPED
        _log.warning("Discord cannot be reached; trying again in %.0f s", retry)
        await asyncio.wait({stopping}, timeout=retry)
        if stopping.done():
            return STOPPED
        retry = min(retry * 2, _LAST_RETRY)


async def _outcome(starting: asyncio.Task[None]) -> int | None:
    """Return the exit status that the end of a connection means; None to try again."""
    if not starting.done():
        starting.cancel()
    try:
        await starting
    except asyncio.CancelledError:
        return STOPPED
    except discord.LoginFailure:
        _log.error("Discord refuses the token: copy it again from the page 'Bot'")
        return REFUSED_TOKEN
    except discord.PrivilegedIntentsRequired:
        _log.error("Discord refuses the intents, though none is privileged")
        return REFUSED
    except discord.ConnectionClosed as closed:
        _log.error("Discord closed the connection for good (code %s)", closed.code)
        return REFUSED
    except _UNREACHABLE as error:
        _log.debug("the connection failed", exc_info=error)
        return None
    return STOPPED
