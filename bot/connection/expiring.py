"""Cards whose buttons are switched off when Discord stops letting the bot edit them so easily.

The token that comes with an interaction lasts 15 minutes. Shortly before, the card is edited once:
the same words, the buttons off. Each press brings a new token and starts the time anew. This is
courtesy, not necessity: a button carries all it needs, so that those of a bot that was stopped
before, or of cards beyond the number watched, stay on and keep working.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.drawing.components import Card

_log = logging.getLogger(__name__)
#: So that a flood of questions costs no more memory than this; the oldest stay on instead.
_MOST: Final = 500


class Expiring:
    """Cards on display, in the order in which they expire."""

    def __init__(self, after: float) -> None:
        """Switch cards off ``after`` so many seconds, which must be while that can be done."""
        self._after = after
        self._due: OrderedDict[int, tuple[float, Card, Callable[[Card], Awaitable[object]]]]
        self._due = OrderedDict()
        self._task: asyncio.Task[None] | None = None

    def watch(self, shown: int, card: Card, edit: Callable[[Card], Awaitable[object]]) -> None:
        """Switch a card off by ``edit`` in time, unless it is watched again or forgotten.

        It is known by the id of its message, or by that of the interaction that it answers.
        """
        self.forget(shown)
        if not card.has_controls:
            return
        self._due[shown] = time.monotonic() + self._after, card, edit
        while len(self._due) > _MOST:
            self._due.popitem(last=False)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._expire())

    def forget(self, shown: int) -> None:
        """Leave a card as it is."""
        self._due.pop(shown, None)

    async def _expire(self) -> None:
        while self._due:
            due = next(iter(self._due.values()))[0]
            left = due - time.monotonic()
            if left > 0:
                await asyncio.sleep(left)
                continue
            _, (_, card, edit) = self._due.popitem(last=False)
            try:
                await edit(card.disabled())
            except (discord.HTTPException, aiohttp.ClientError, OSError):
                # the message may be gone, or out of reach: nothing is lost
                _log.debug("a card could not be switched off", exc_info=True)

    def close(self) -> None:
        """Stop watching; what is on stays on."""
        self._due.clear()
        if self._task is not None:
            self._task.cancel()
