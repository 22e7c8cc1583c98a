"""Staying connected to Discord: again and again, each time with a client of its own."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord

from bot.client import ReadoutBot
from bot.operating import troubles
from bot.operating.statuses import BAD_TOKEN, REFUSED, STOPPED

if TYPE_CHECKING:
    from bot.connection.gateway import Gateway
    from bot.service import Service, Settings

_log = logging.getLogger(__name__)
_FIRST_RETRY, _LAST_RETRY = 1.0, 60.0  # seconds
_LASTING: Final = 60.0  # seconds after which a connection is said to have worked
#: Gateway close codes; all others are mended by connecting again.
_REFUSES_TOKEN: Final = 4004
_REFUSES_INTENTS: Final = 4014
_REFUSES: Final = {
    4010: "the number of this process among its shards",
    4012: "the version of the gateway",
    4013: "what it asks to be told of (intents)",
    _REFUSES_INTENTS: "what it asks to be told of (intents), though none of it is privileged",
}
#: What says that Discord is out of reach, or not well.
_UNREACHABLE: Final = (
    aiohttp.ClientError,
    TimeoutError,
    discord.GatewayNotFound,
    discord.HTTPException,
    discord.RateLimited,
    OSError,
)


class Connecting:
    """What it takes to connect, and how long to wait before the next attempt."""

    def __init__(self, service: Service, settings: Settings, gateway: Gateway, token: str) -> None:
        """Answer with a service; ``gateway`` always knows the client that is connected."""
        self._service = service
        self._settings = settings
        self._gateway = gateway
        self._token = token
        self._retry = _FIRST_RETRY

    async def until(self, stopping: asyncio.Task[Any]) -> int:
        """Stay connected until it is time to stop; return the exit status."""
        while True:
            began = time.monotonic()
            status = await self._connected(stopping)
            if status is not None or stopping.done():
                return status or STOPPED
            if time.monotonic() - began > _LASTING:
                self._retry = _FIRST_RETRY
            _log.warning("trying again in %.0f s", self._retry)
            await asyncio.wait({stopping}, timeout=self._retry)
            if stopping.done():
                return STOPPED
            self._retry = min(self._retry * 2, _LAST_RETRY)

    async def _connected(self, stopping: asyncio.Task[Any]) -> int | None:
        """Be connected for once; return the exit status, or None to try again."""
        client = ReadoutBot(self._service, self._settings)
        self._gateway.client = client
        starting = asyncio.create_task(client.start(self._token))
        try:
            await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if stopping.done():
                await client.close()
                starting.cancel()
                return STOPPED
            return await _outcome(starting)
        finally:
            self._gateway.client = None
            await client.close()


async def _outcome(starting: asyncio.Task[None]) -> int | None:
    """Return the exit status that the end of a connection means; None to try again."""
    try:
        await starting
    except discord.LoginFailure:
        return _closed(_REFUSES_TOKEN)
    except discord.PrivilegedIntentsRequired:
        return _closed(_REFUSES_INTENTS)
    except discord.ConnectionClosed as closed:
        return _closed(closed.code)
    except _UNREACHABLE as error:
        _log.warning("Discord cannot be reached (%s)", _in_short(error))
        _log.debug("the connection failed", exc_info=error)
    except Exception as error:  # noqa: BLE001  # whatever it is, a new connection may be free of it
        troubles.report(error, "the connection to Discord")
    else:
        _log.warning("the connection to Discord has ended")
    return None


def _closed(code: int) -> int | None:
    """Return the exit status that a gateway close code means; None to try again."""
    if code == _REFUSES_TOKEN:
        _log.error(
            "Discord refuses the token: press 'Reset Token' on the page 'Bot' of your application"
            " at https://discord.com/developers/applications, and set DISCORD_TOKEN to the new one"
        )
        return BAD_TOKEN
    if code in _REFUSES:
        _log.error(
            "Discord refuses %s (code %s): install the newest version, and see on the page 'Bot' of"
            " your application that nothing is suspended",
            _REFUSES[code],
            code,
        )
        return REFUSED
    _log.warning("Discord has closed the connection (code %s)", code)
    return None


def _in_short(error: BaseException) -> str:
    """Return the kind of an error with its status or its words, in one line."""
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__}, status {error.status}"
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
