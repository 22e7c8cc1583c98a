"""Made-up users who ask a bot on the stand-in, at a given pace, and what each of them got."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from standin.acting import interaction
from standin.world import IN_DM, IN_SERVER, MEMBER, message

if TYPE_CHECKING:
    from random import Random

    from standin.exchanges import Exchange
    from standin.server import StandIn

#: Questions of every command, hits and misses, in three languages.
_ASKED: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    ("who", {"name": "lavrov"}),
    ("who", {"name": "Сергей Лавров"}),
    ("who", {"name": "王毅"}),
    ("who", {"name": "nobody of that name"}),
    ("timeline", {"about": "ukraine", "since": "2023"}),
    ("quote", {"words": "pipe dream"}),
    ("topic", {"name": "taiwan"}),
    ("verify", {"words": "trying to drive a wedge between China and Russia can only be"}),
    ("source", {}),
    ("about", {}),
)
_SLASH, _COMPLETION = 2, 4
#: Of a hundred things that happen: so many completions and messages; the rest are commands.
_COMPLETIONS, _MESSAGES = 40, 15
_WAIT: Final = "at once"
_KEPT: Final = 3.0  # seconds for which the stand-in remembers what was asked


class Traffic:
    """Asks, and counts what came of it."""

    def __init__(self, standin: StandIn, draw: Random, users: int) -> None:
        """Ask as so many users."""
        self.outcomes: Counter[str] = Counter()
        self.seconds: list[float] = []
        self._standin = standin
        self._draw = draw
        self._users = users
        self._asked: list[tuple[float, str, Exchange]] = []

    async def flow(self, per_second: float, seconds: float, *, mixed: bool) -> None:
        """Ask at a pace for so long: commands, or with ``mixed`` completions and messages too."""
        began = time.monotonic()
        for number in range(int(per_second * seconds)):
            due = began + number / per_second
            if (left := due - time.monotonic()) > 0:
                await asyncio.sleep(left)
            elif number % 16 == 0:
                await asyncio.sleep(0)
            await self._ask(mixed=mixed)
            if number % 64 == 0:
                self._look_back(_KEPT)
        await asyncio.sleep(_KEPT)
        self._look_back(0.0)

    async def _ask(self, *, mixed: bool) -> None:
        user = MEMBER + 1_000 + self._draw.randrange(self._users)
        name, options = self._draw.choice(_ASKED)
        lot = self._draw.randrange(100) if mixed else 100
        if lot < _MESSAGES:
            told = message(self._standin.new_id(), IN_DM.channel, user)
            told |= {"content": f"/{name} {' '.join(options.values())}", "channel_type": 1}
            what, exchange = "message", await self._standin.write(told, None)
        elif lot < _MESSAGES + _COMPLETIONS and options:
            (option, value), *_ = options.items()
            focused = {"name": option, "type": 3, "value": value[:5], "focused": True}
            data = self._command(name, [focused])
            told = interaction(str(self._standin.new_id()), _COMPLETION, data, user, IN_SERVER)
            what, exchange = "completion", await self._standin.interact(told, None)
        else:
            given = [{"name": n, "type": 3, "value": value} for n, value in options.items()]
            data = self._command(name, given)
            told = interaction(str(self._standin.new_id()), _SLASH, data, user, IN_SERVER)
            what, exchange = "command", await self._standin.interact(told, None)
        self._asked.append((time.monotonic(), what, exchange))

    def _command(self, name: str, options: list[dict[str, Any]]) -> dict[str, Any]:
        held = self._standin.rest.commands[None][name]
        return {"id": held["id"], "name": name, "type": 1, "options": options}

    def _look_back(self, seconds: float) -> None:
        """Count what came of what was asked longer ago than this, and forget it."""
        until = time.monotonic() - seconds
        while self._asked and self._asked[0][0] <= until:
            _, what, exchange = self._asked.pop(0)
            self.outcomes[f"{what} {_outcome(exchange)}"] += 1
            if exchange.callbacks or exchange.sent:
                self.seconds.append(exchange.answered - exchange.began)
            self._forget(exchange)

    def _forget(self, exchange: Exchange) -> None:
        self._standin.exchanges.pop(exchange.told.get("token") or exchange.told["id"], None)
        for made in exchange.messages:
            self._standin.authors.pop(made, None)
        self._standin.requests.clear()
        for session in self._standin.gateway.sessions.values():
            session.kept.clear()


def _outcome(exchange: Exchange) -> str:
    if not exchange.callbacks and not exchange.sent:
        return "unanswered"
    said = str([*exchange.callbacks, *exchange.messages.values()])
    return "told to wait" if _WAIT in said else "answered"
