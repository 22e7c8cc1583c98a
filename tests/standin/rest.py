"""The REST API: what a bot asks of it, and Discord's answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from aiohttp import web

from standin.disturbing import as_json
from standin.exchanges import LATER, SAY, UPDATE, Exchange, RefusalError, Request
from standin.world import EPHEMERAL, ME, Json, application, me

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from standin.server import StandIn

BASE: Final = "/api/v10"
_OK, _CREATED, _NO_CONTENT = 200, 201, 204
_YES: Final = frozenset({"true", "1"})


class Rest:
    """Answers requests as Discord would, and keeps them."""

    def __init__(self, discord: StandIn) -> None:
        """Answer for a stand-in."""
        self._discord = discord
        #: Commands by the server they are registered in, or by None where they are global.
        self.commands: dict[int | None, dict[str, Json]] = {None: {}}
        self.team: Json | None = None
        self.about: Json = {}  # what is otherwise about the application

    def routes(self) -> list[web.RouteDef]:
        """Return all that is answered."""
        add = self._route
        commands, guild = (
            "/applications/{app}/commands",
            "/applications/{app}/guilds/{guild}/commands",
        )
        hook = "/webhooks/{app}/{token}"
        return [
            add("GET", "/gateway/bot", self._gateway_bot),
            add("GET", "/users/@me", self._me),
            add("GET", "/oauth2/applications/@me", self._application),
            *(add("GET", path, self._get_commands) for path in (commands, guild)),
            *(add("PUT", path, self._put_commands) for path in (commands, guild)),
            *(add("POST", path, self._post_command) for path in (commands, guild)),
            add("POST", "/channels/{channel}/messages", self._post_message),
            add("PATCH", "/channels/{channel}/messages/{message}", self._patch_message),
            add("POST", "/interactions/{id}/{token}/callback", self._callback, is_open=True),
            add("POST", hook, self._follow_up, is_open=True),
            add("PATCH", f"{hook}/messages/{{message}}", self._edit, is_open=True),
        ]

    def _route(
        self,
        method: str,
        path: str,
        answer: Callable[[web.Request, Any], Awaitable[tuple[int, Any]]],
        *,
        is_open: bool = False,
    ) -> web.RouteDef:
        """Answer a path; all but the open ones need the bot's token."""

        async def handle(request: web.Request) -> web.StreamResponse:
            path = request.path.removeprefix(BASE)
            text = await request.text()
            kept = Request(request.method, path, json.loads(text) if text else None)
            met = await self._discord.troubles.meet(request, path)
            if met is not None:
                kept.status = met.status
                self._discord.keep(kept)
                return met
            try:
                self._discord.let_in(request, kept, is_open=is_open)
                status, body = await answer(request, kept.body)
            except RefusalError as refused:
                status = refused.status
                body = {"message": str(refused), "code": refused.code}
            kept.status = status
            self._discord.audit_reply(kept, body)
            self._discord.keep(kept)
            if status == _NO_CONTENT:
                return web.Response(status=status)
            return as_json(body, status)

        return web.route(method, f"{BASE}{path}", handle)

    async def _gateway_bot(self, _request: web.Request, _body: None) -> tuple[int, Json]:
        limit = {"total": 1_000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
        gateway = self._discord.gateway
        return _OK, {
            "url": self._discord.gateway_address,
            "shards": gateway.shards,
            "session_start_limit": limit,
        }

    async def _me(self, _request: web.Request, _body: None) -> tuple[int, Json]:
        return _OK, me()

    async def _application(self, _request: web.Request, _body: None) -> tuple[int, Json]:
        return _OK, application(self.team, **self.about)

    async def _get_commands(self, request: web.Request, _body: None) -> tuple[int, list[Json]]:
        return _OK, list(self._held(request).values())

    async def _put_commands(self, request: web.Request, body: list[Json]) -> tuple[int, list[Json]]:
        held = self._held(request)
        held.clear()
        for command in body:
            self._put(request, command)
        return _OK, list(held.values())

    async def _post_command(self, request: web.Request, body: Json) -> tuple[int, Json]:
        is_new = body["name"] not in self._held(request)
        return _CREATED if is_new else _OK, self._put(request, body)

    def _held(self, request: web.Request) -> dict[str, Json]:
        guild = request.match_info.get("guild")
        return self.commands.setdefault(int(guild) if guild else None, {})

    def _put(self, request: web.Request, command: Json) -> Json:
        guild = request.match_info.get("guild")
        held: Json = {
            "type": 1,
            "description": "",
            "nsfw": False,
            "default_member_permissions": None,
        }
        held |= {
            **command,
            "id": str(self._discord.new_id()),
            "version": str(self._discord.new_id()),
        }
        held["application_id"] = str(ME)
        held["default_member_permissions"] = _permissions(command)
        if guild:
            held["guild_id"] = guild
            held.pop("contexts", None)
            held.pop("integration_types", None)
        self._held(request)[command["name"]] = held
        return held

    async def _post_message(self, request: web.Request, body: Json) -> tuple[int, Json]:
        reference = (body.get("message_reference") or {}).get("message_id", "")
        exchange = self._discord.exchanges.get(str(reference))
        if exchange is None or exchange.channel != int(request.match_info["channel"]):
            raise RefusalError(400, 50035, "Invalid Form Body: there is no such message")
        made = exchange.reply(body, self._discord.new_id())
        return _OK, self._told(exchange, made)

    async def _patch_message(self, request: web.Request, body: Json) -> tuple[int, Json]:
        id_ = request.match_info["message"]
        exchange = self._discord.authors.get(id_)
        if exchange is None or exchange.messages[id_]["flags"] & EPHEMERAL:
            raise RefusalError(404, 10008, "Unknown Message")
        exchange.callbacks = exchange.callbacks or [{}]
        return _OK, self._told(exchange, exchange.edit(id_, body))

    async def _callback(self, request: web.Request, body: Json) -> tuple[int, Json | None]:
        exchange = self._exchange(request, 10062, "Unknown interaction")
        if exchange.told["id"] != request.match_info["id"]:
            raise RefusalError(404, 10062, "Unknown interaction")
        made = exchange.take_callback(body, self._discord.new_id())
        if made is not None:
            self._told(exchange, made)
        if request.query.get("with_response") not in _YES:
            return _NO_CONTENT, None
        return _OK, _callback_reply(exchange, body["type"], made)

    async def _follow_up(self, request: web.Request, body: Json) -> tuple[int, Json | None]:
        exchange = self._exchange(request, 10015, "Unknown Webhook")
        made = self._told(exchange, exchange.follow_up(body, self._discord.new_id()))
        return (_OK, made) if request.query.get("wait") in _YES else (_NO_CONTENT, None)

    async def _edit(self, request: web.Request, body: Json) -> tuple[int, Json]:
        exchange = self._exchange(request, 10015, "Unknown Webhook")
        return _OK, self._told(exchange, exchange.edit(request.match_info["message"], body))

    def _exchange(self, request: web.Request, code: int, words: str) -> Exchange:
        exchange = self._discord.exchanges.get(request.match_info["token"])
        if exchange is None:
            raise RefusalError(404, code, words)
        return exchange

    def _told(self, exchange: Exchange, made: Json) -> Json:
        self._discord.authors[made["id"]] = exchange
        return made


def _callback_reply(exchange: Exchange, kind: int, made: Json | None) -> Json:
    told: Json = {"id": exchange.told["id"], "type": exchange.told["type"]}
    if exchange.original:
        told["response_message_id"] = exchange.original
        told["response_message_loading"] = kind == LATER
        told["response_message_ephemeral"] = bool(made and made["flags"] & EPHEMERAL)
    reply = {"interaction": told}
    if made is not None and kind in {SAY, UPDATE}:
        reply["resource"] = {"type": kind, "message": made}
    return reply


def _permissions(command: Json) -> str | None:
    held = command.get("default_member_permissions")
    return None if held is None else str(held)
