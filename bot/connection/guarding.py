"""What discord.py would not survive: events that it cannot read, and long waits after an outage."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
from discord.http import Route

from bot.connection.replying import sorry
from bot.operating import troubles

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.client import ReadoutBot

_READY: Final = "READY"
_INTERACTION: Final = "INTERACTION_CREATE"
_COMPLETION: Final = 4
_SAY, _OFFER = 4, 8
_EPHEMERAL: Final = 64
#: discord.py doubles its waits ten times, up to 17 minutes; a minute is as kind to Discord.
_MOST_DOUBLINGS: Final = 6
_MOST_KINDS: Final = 100  # of unknown events are told of, should their names never end

_log = logging.getLogger(__name__)


def guard_events(client: ReadoutBot) -> None:
    """Let no event end the connection: what cannot be read is logged, counted and passed over."""
    guarded = _Parsers(client)
    for event, parse in client._connection.parsers.items():  # noqa: SLF001  # the only place before the end of the connection
        # without READY there is no session, so that a new one is the remedy
        guarded[event] = parse if event == _READY else _guarded(client, event, parse)
    client._connection.parsers = guarded  # noqa: SLF001  # the same


class _Parsers(dict[str, "Callable[[Any], None]"]):
    """What reads each kind of event; of a kind that nobody knows the log is told once."""

    def __init__(self, client: ReadoutBot) -> None:
        super().__init__()
        self._client = client
        self._told: set[object] = set()

    def __missing__(self, event: object) -> Callable[[Any], None]:
        return lambda _data: self._pass_over(event)

    def _pass_over(self, event: object) -> None:
        self._client.service.counts.unreadable += 1
        if event not in self._told and len(self._told) < _MOST_KINDS:
            self._told.add(event)
            _log.warning("Discord tells of %.60r, which this version does not know", event)


def shorten_waits(client: ReadoutBot, shard: int) -> None:
    """Bound how long a shard waits before it tries again to connect."""
    held = client.get_shard(shard)
    if held is not None:
        held._parent._backoff._max = _MOST_DOUBLINGS  # noqa: SLF001  # discord.py has no setting for it


def _guarded(client: ReadoutBot, event: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    tasks: set[asyncio.Task[None]] = set()

    def guarded(told: Any) -> None:  # noqa: ANN401  # any JSON value
        try:
            parse(told)
        except Exception as error:  # noqa: BLE001  # whatever it is, the next event may be sound
            client.service.counts.unreadable += 1
            reference = troubles.report(error, f"an event {event}")
            if event == _INTERACTION:
                task = asyncio.create_task(_apologise(client, told, reference))
                tasks.add(task)
                task.add_done_callback(tasks.discard)

    return guarded


async def _apologise(client: ReadoutBot, told: Any, reference: str) -> None:  # noqa: ANN401  # any JSON value
    """Answer an interaction of which no more than its number and token could be read."""
    if not (isinstance(told, dict) and str(told.get("id")).isdigit() and told.get("token")):
        return
    answer: dict[str, Any] = {"type": _OFFER, "data": {"choices": []}}
    if told.get("type") != _COMPLETION:
        said = {"content": "\n".join(sorry(reference)), "flags": _EPHEMERAL}
        answer = {"type": _SAY, "data": {**said, "allowed_mentions": {"parse": []}}}
    route = Route("POST", "/interactions/{id}/{token}/callback", id=told["id"], token=told["token"])
    try:
        await client.http.request(route, json=answer)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        troubles.report(error, "an apology")
