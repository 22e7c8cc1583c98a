"""The stand-in itself: REST and gateway on one port of this machine."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING, Any, Final

from aiohttp import web

from standin.disturbing import Troubles
from standin.exchanges import Exchange, RefusalError, Request
from standin.gateway import Gateway
from standin.rest import Rest
from standin.world import TOKEN, Json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: Ids are snowflakes: they say when they were given, in milliseconds from here on.
_EPOCH: Final = 1_420_070_400_000
_LOOKING: Final = 0.05  # seconds between looks at what no request announces


class StandIn:
    """Discord, as far as a bot can tell.

    ``audits`` name the faults of a request: it is refused, as Discord would, and they are kept in
    ``faults``, as are those that ``reply_audits`` find in what the stand-in itself replies.
    """

    def __init__(
        self,
        audits: Iterable[Callable[[Request], Iterable[str]]] = (),
        reply_audits: Iterable[Callable[[Request, Any], Iterable[str]]] = (),
    ) -> None:
        """Listen to nobody yet."""
        self.authorised = f"Bot {TOKEN}"
        self.troubles = Troubles()
        self.gateway = Gateway(TOKEN, lambda: self.gateway_address)
        self.rest = Rest(self)
        self.requests: list[Request] = []
        self.faults: list[str] = []
        self.exchanges: dict[str, Exchange] = {}  # by interaction token, or by message id
        self.authors: dict[str, Exchange] = {}  # by the id of a message of the bot's
        self.port = 0
        self._audits = tuple(audits)
        self._reply_audits = tuple(reply_audits)
        self._last_id = 0
        self._changed = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None

    @property
    def address(self) -> str:
        """Where the REST API is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def gateway_address(self) -> str:
        """Where the gateway is."""
        return f"ws://127.0.0.1:{self.port}/gateway/"

    async def start(self) -> None:
        """Listen on a port of its own."""
        app = web.Application(client_max_size=2**24)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_routes(self.rest.routes())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await self.open_port()

    async def stop(self) -> None:
        """Close everything."""
        if self._runner is not None:
            self.gateway.drop()
            await self._runner.cleanup()

    async def open_port(self) -> None:
        """Listen, on the same port as before."""
        if self._runner is None:
            raise RuntimeError("start the stand-in first")
        self._site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await self._site.start()
        self.port = self._runner.addresses[0][1]

    async def close_port(self) -> None:
        """Refuse connections, and break those there are."""
        if self._site is not None:
            await self._site.stop()
            self._site = None
        self.gateway.drop()
        if self._runner is not None and self._runner.server is not None:
            for connection in self._runner.server.connections:
                connection.force_close()

    def new_id(self) -> int:
        """Return an id that nothing else has."""
        now = (int(time.time() * 1_000) - _EPOCH) << 22
        self._last_id = max(self._last_id + 1, now)
        return self._last_id

    def let_in(self, asked: web.Request, request: Request, *, is_open: bool) -> None:
        """Refuse a request without the token, and what Discord or a rule of ours would not take."""
        if not is_open and asked.headers.get("Authorization") != self.authorised:
            raise RefusalError(401, 0, "401: Unauthorized")
        faults = [fault for audit in self._audits for fault in audit(request)]
        if faults:
            self.faults += [f"{request.method} {request.path}: {fault}" for fault in faults]
            raise RefusalError(400, 50035, "Invalid Form Body")

    def audit_reply(self, request: Request, body: Any) -> None:  # noqa: ANN401  # any JSON value
        """Keep what is wrong with a reply of the stand-in's."""
        for audit in self._reply_audits:
            faults = audit(request, body)
            self.faults += [f"reply to {request.method} {request.path}: {f}" for f in faults]

    def keep(self, request: Request) -> None:
        """Keep a request with what it was answered, and wake whoever waits for it."""
        self.requests.append(request)
        self._changed.set()

    async def until(self, is_so: Callable[[], bool], seconds: float = 10.0) -> bool:
        """Wait until something is so, and return whether it is."""
        deadline = time.monotonic() + seconds
        while not is_so():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            self._changed.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), min(left, _LOOKING))
        return True

    async def interact(self, told: Json, guild: int | None) -> Exchange:
        """Tell the bot of an interaction."""
        exchange = Exchange(told)
        self.exchanges[told["token"]] = exchange
        await self._dispatch("INTERACTION_CREATE", told, guild)
        return exchange

    async def write(self, told: Json, guild: int | None) -> Exchange:
        """Tell the bot of a message."""
        exchange = Exchange(told, is_interaction=False)
        self.exchanges[told["id"]] = exchange
        await self._dispatch("MESSAGE_CREATE", told, guild)
        return exchange

    async def _dispatch(self, event: str, told: Json, guild: int | None) -> None:
        session = self.gateway.session_for(guild)
        if session is None:
            raise RuntimeError("no bot is connected")
        await session.dispatch(event, told)
