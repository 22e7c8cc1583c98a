"""The gateway: sessions over websockets, compressed, with heartbeats, resumed where they broke."""

from __future__ import annotations

import json
import secrets
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from aiohttp import WSMsgType, web

from standin.world import ME, SERVER, Json, guild, user

if TYPE_CHECKING:
    from collections.abc import Callable

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
_ZLIB_STREAM: Final = "zlib-stream"
#: Intents that an application must be granted: members, presences, message content.
_PRIVILEGED: Final = 1 << 1 | 1 << 8 | 1 << 15
_MOST_KEPT: Final = 1_000


class Connection:
    """One websocket."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        """Compress if asked to."""
        self.socket = socket
        self._request = request
        zipped = request.query.get("compress") == _ZLIB_STREAM
        self._zip = zlib.compressobj() if zipped else None

    async def send(self, frame: Json) -> None:
        """Send a frame, if anybody still listens."""
        await self.send_text(json.dumps(frame, separators=(",", ":")))

    async def send_text(self, text: str) -> None:
        """Send any text as a frame, if anybody still listens."""
        if self.socket.closed:
            return
        try:
            if self._zip is None:
                await self.socket.send_str(text)
            else:
                packed = self._zip.compress(text.encode()) + self._zip.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(packed)
        except ConnectionError:
            return  # the other end is gone; a session that is resumed gets it then

    def drop(self) -> None:
        """Break the connection without a word."""
        if self._request.transport is not None:
            self._request.transport.abort()


@dataclass
class Session:
    """What a bot is told on one shard, over as many connections as it takes."""

    shard: int
    shards: int
    intents: int
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    connection: Connection | None = None
    sequence: int = 0
    kept: list[Json] = field(default_factory=list)

    async def dispatch(self, event: str, data: Any) -> None:  # noqa: ANN401  # any JSON value
        """Tell an event; while nobody listens it is kept for whoever resumes."""
        self.sequence += 1
        frame = {"op": DISPATCH, "s": self.sequence, "t": event, "d": data}
        self.kept = [*self.kept[-_MOST_KEPT:], frame]
        if self.connection is not None:
            await self.connection.send(frame)


class Gateway:
    """All sessions. What is set here holds from the next connection or frame on."""

    def __init__(self, token: str, address: Callable[[], str]) -> None:
        """Let in whoever knows the token; ``address`` is where to resume."""
        self.shards = 1
        self.heartbeat_interval = 41.25
        self.answers_heartbeats = True
        self.refuses = False  # whether new connections are turned away with 503
        self.closes_with: int | None = None  # a code to close with, instead of letting anybody in
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        #: Everything received, in order, by op; what tests look at.
        self.received: list[Json] = []
        self._token = token
        self._address = address

    def session(self, shard: int = 0) -> Session | None:
        """Return the youngest session of a shard that somebody listens to."""
        found = [s for s in self.sessions.values() if s.shard == shard and s.connection]
        return found[-1] if found else None

    def session_for(self, guild_id: int | None) -> Session | None:
        """Return the session that a server's events go to; direct messages go to the first."""
        return self.session((guild_id >> 22) % self.shards if guild_id else 0)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it ends."""
        if self.refuses:
            return web.Response(status=503)
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        connection = Connection(socket, request)
        self.connections.append(connection)
        try:
            interval = int(self.heartbeat_interval * 1_000)
            await connection.send({"op": HELLO, "d": {"heartbeat_interval": interval}})
            async for received in socket:
                if received.type is not WSMsgType.TEXT:
                    break
                frame = json.loads(received.data)
                self.received.append(frame)
                await self._answer(connection, frame["op"], frame["d"])
        finally:
            self.connections.remove(connection)
            for session in self.sessions.values():
                if session.connection is connection:
                    session.connection = None
        return socket

    async def _answer(self, connection: Connection, op: int, data: Any) -> None:  # noqa: ANN401  # any JSON value
        if op == HEARTBEAT:
            if self.answers_heartbeats:
                await connection.send({"op": ACK})
        elif op == IDENTIFY:
            await self._identify(connection, data)
        elif op == RESUME:
            await self._resume(connection, data)

    async def _identify(self, connection: Connection, data: Json) -> None:
        code = self.closes_with
        if data["token"] != self._token:
            code = 4004
        elif data["intents"] & _PRIVILEGED:
            code = 4014
        if code is not None:
            await connection.socket.close(code=code)
            return
        shard, shards = data.get("shard", [0, 1])
        session = Session(shard, shards, data["intents"], connection=connection)
        self.sessions[session.id] = session
        has_server = (SERVER >> 22) % shards == shard
        ready = {
            "v": 10,
            "user": user(ME),
            "guilds": [{"id": str(SERVER), "unavailable": True}] if has_server else [],
            "session_id": session.id,
            "resume_gateway_url": self._address(),
            "shard": [shard, shards],
            "application": {"id": str(ME), "flags": 0},
        }
        await session.dispatch("READY", ready)
        if has_server:
            await session.dispatch("GUILD_CREATE", guild())

    async def _resume(self, connection: Connection, data: Json) -> None:
        session = self.sessions.get(data["session_id"])
        if self.closes_with is not None:
            await connection.socket.close(code=self.closes_with)
            return
        if session is None or data["token"] != self._token:
            await connection.send({"op": INVALID, "d": False})
            return
        session.connection = connection
        for frame in [frame for frame in session.kept if frame["s"] > data["seq"]]:
            await connection.send(frame)
        await session.dispatch("RESUMED", {})

    def forget_sessions(self) -> None:
        """Let no session be resumed."""
        self.sessions.clear()

    async def send(self, frame: Json) -> None:
        """Send a frame of any kind to everybody who listens."""
        for connection in list(self.connections):
            await connection.send(frame)

    async def close(self, code: int) -> None:
        """Close all connections with a code."""
        for connection in list(self.connections):
            await connection.socket.close(code=code)

    def drop(self) -> None:
        """Break all connections without a word."""
        for connection in list(self.connections):
            connection.drop()
