"""Saying it again where Discord, or the way to it, has failed for a moment.

discord.py itself waits for rate limits and repeats what came back with 500, 502 or 504. It gives up
at once on 503 and where the connection breaks, which is what an outage looks like.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Final, TypeVar

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_log = logging.getLogger(__name__)
SentT = TypeVar("SentT")
#: Seconds after which nobody waits for what is sent: Discord gives up an interaction after three.
FIRST_ANSWER, LATER_ANSWER = 2.5, 120.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.25, 8.0
#: Here what was sent may have arrived all the same.
_BROKEN: Final = (aiohttp.ClientConnectionError, TimeoutError, OSError)


async def persistently(
    send: Callable[[], Awaitable[SentT]], seconds: float, *, also_broken: bool = True
) -> SentT:
    """Send until it succeeds or so many seconds have passed; then raise what it failed with.

    Without ``also_broken`` a broken connection is not tried again: what was sent may have arrived.
    """
    failures = (discord.DiscordServerError, *(_BROKEN if also_broken else ()))
    deadline, pause = time.monotonic() + seconds, _FIRST_PAUSE
    while True:
        try:
            return await send()
        except failures as error:
            if time.monotonic() + pause > deadline:
                raise
            _log.warning("an answer could not be sent (%s), trying again", type(error).__name__)
        await asyncio.sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
