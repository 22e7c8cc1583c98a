"""The bot in this process, with Discord's two ends in hand: what it is told, and what it sends.

Gateway dispatches go in where discord.py reads them; requests come out where it would send them.
Everything between is the real thing. Each payload passes the bot's own limits on its way.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import discord
from discord.http import HTTPClient
from discord.webhook.async_ import AsyncWebhookAdapter

from bot.card_text import as_text
from bot.client import ReadoutBot
from bot.edition import Desk, Edition
from bot.service import Service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest

ME, OWNER, MEMBER, STRANGER, CONFIGURED, EDITOR = 1, 11, 12, 13, 14, 15
ROLE: Final = 70
SERVER, CHANNEL = 500, 501
_EPHEMERAL: Final = 64
_WAIT: Final = 5.0


@dataclass(frozen=True)
class Settings:
    """A configuration for tests."""

    admins: tuple[int, ...] = (CONFIGURED,)
    admin_roles: tuple[int, ...] = (ROLE,)
    sync: str = "global"
    sync_guild: int | None = None
    log_level: str = "info"
    buttons_minutes: float = 14


@dataclass(frozen=True)
class Place:
    """Where something is asked: the number of Discord's interaction context, and a server or none.

    With ``installed`` False the bot is not in the server: it was installed by a user.
    """

    context: int
    guild: int | None = None
    installed: bool = True


IN_SERVER: Final = Place(0, SERVER)
IN_FOREIGN_SERVER: Final = Place(0, 999, installed=False)
IN_DM: Final = Place(1)
IN_PRIVATE_CHANNEL: Final = Place(2, installed=False)
PLACES: Final = (IN_SERVER, IN_FOREIGN_SERVER, IN_DM, IN_PRIVATE_CHANNEL)


@dataclass
class Reply:
    """What the bot sent in answer to one thing, in order."""

    requests: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    @property
    def kinds(self) -> list[int]:
        """The types of the interaction callbacks."""
        return [body["type"] for _, path, body in self.requests if path.endswith("/callback")]

    @property
    def message(self) -> dict[str, Any]:
        """The last message that was sent or changed."""
        bodies = [body.get("data") or body for _, _, body in self.requests]
        return [body for body in bodies if "components" in body][-1]

    @property
    def components(self) -> list[dict[str, Any]]:
        """Its components."""
        found: list[dict[str, Any]] = self.message["components"]
        return found

    @property
    def text(self) -> str:
        """Its text as a person reads it, on one line."""
        return " ".join(as_text(self.components, 2_000).replace("│", " ").split())

    @property
    def is_private(self) -> bool:
        """Whether the asker alone sees it."""
        return bool(self.message.get("flags", 0) & _EPHEMERAL)

    @property
    def choices(self) -> list[dict[str, str]]:
        """What autocomplete offers."""
        return [c for _, _, body in self.requests for c in (body.get("data") or {})["choices"]]

    def controls(self) -> list[dict[str, Any]]:
        """Return the buttons and menus."""
        return _controls(self.components)

    def button(self, label: str) -> dict[str, Any]:
        """Return the button of that label."""
        return next(c for c in self.controls() if c.get("label") == label)

    def menu(self) -> dict[str, Any]:
        """Return the menu."""
        return next(c for c in self.controls() if c["type"] == 3)


class Wire:
    """Says things to the bot as Discord would, and returns what it answers."""

    def __init__(self, bot: ReadoutBot) -> None:
        """Hold the bot."""
        self.bot = bot
        self.sent: list[tuple[str, str, dict[str, Any]]] = []
        self.team: dict[str, Any] | None = None
        self._ids = itertools.count(10_000)

    async def slash(
        self, name: str, /, *, by: int = MEMBER, where: Place = IN_SERVER, **options: str | bool
    ) -> Reply:
        """Use a slash command."""
        data = {"id": "1", "name": name, "type": 1, "options": _options(options)}
        return await self._interaction(2, data, by, where)

    async def complete(
        self,
        name: str,
        option: str,
        typed: str,
        *,
        by: int = MEMBER,
        where: Place = IN_SERVER,
    ) -> Reply:
        """Type into an option."""
        focused = {"name": option, "type": 3, "value": typed, "focused": True}
        data = {"id": "1", "name": name, "type": 1, "options": [focused]}
        return await self._interaction(4, data, by, where)

    async def press(
        self, card: Reply, label: str, *, by: int = MEMBER, where: Place = IN_SERVER
    ) -> Reply:
        """Press a button of a card."""
        data = {"custom_id": card.button(label)["custom_id"], "component_type": 2}
        return await self._interaction(3, data, by, where, self._message(card))

    async def choose(
        self, card: Reply, value: str, *, by: int = MEMBER, where: Place = IN_SERVER
    ) -> Reply:
        """Choose from the menu of a card."""
        data = {"custom_id": card.menu()["custom_id"], "component_type": 3, "values": [value]}
        return await self._interaction(3, data, by, where, self._message(card))

    async def press_unknown(self, custom_id: str) -> Reply:
        """Press a button that this version of the bot never made."""
        card = self._message(None)
        data = {"custom_id": custom_id, "component_type": 2}
        return await self._interaction(3, data, MEMBER, IN_SERVER, card)

    async def context_menu(
        self,
        name: str,
        content: str,
        *,
        where: Place = IN_SERVER,
        more: dict[str, Any] | None = None,
    ) -> Reply:
        """Use a context menu on somebody's message; ``more`` are further fields of it."""
        target = {**self._message(None), "content": content, **(more or {})}
        data = {
            "id": "1",
            "name": name,
            "type": 3,
            "target_id": target["id"],
            "resolved": {"messages": {target["id"]: target}},
        }
        return await self._interaction(2, data, MEMBER, where)

    async def message(
        self,
        content: str,
        *,
        guild: int | None = None,
        answered: bool = True,
        more: dict[str, Any] | None = None,
    ) -> Reply:
        """Write a message, in a DM or in a server's channel; ``more`` are further fields of it."""
        at = len(self.sent)
        data = {**self._message(None), "content": content, "author": _user(MEMBER), **(more or {})}
        if guild:
            data |= {"guild_id": str(guild), "member": {**_member(MEMBER), "user": None}}
        self.bot._connection.parse_message_create(data)  # type: ignore[arg-type]  # noqa: SLF001  # the wire
        return await self._reply(at, answered=answered)

    async def _interaction(
        self,
        kind: int,
        data: dict[str, Any],
        by: int,
        where: Place,
        message: dict[str, Any] | None = None,
    ) -> Reply:
        at, owners = len(self.sent), {"1": str(by)}
        if where.installed:
            owners = {"0": str(where.guild or 0)}
        told: dict[str, Any] = {
            "id": str(next(self._ids)),
            "application_id": str(ME),
            "type": kind,
            "token": "interaction-token",
            "version": 1,
            "data": data,
            "channel_id": str(CHANNEL),
            "channel": {"id": str(CHANNEL), "type": {0: 0, 1: 1, 2: 3}[where.context]},
            "context": where.context,
            "authorizing_integration_owners": owners,
            "entitlements": [],
            "attachment_size_limit": 1,
            "locale": "en-US",
        }
        if where.guild:
            told |= {"guild_id": str(where.guild), "member": _member(by)}
        else:
            told["user"] = _user(by)
        if message:
            told["message"] = message
        self.bot._connection.parse_interaction_create(told)  # type: ignore[arg-type]  # noqa: SLF001  # the wire
        return await self._reply(at)

    async def _reply(self, at: int, *, answered: bool = True) -> Reply:
        """Wait until everything that was set off is done."""
        own = asyncio.current_task()
        deadline = asyncio.get_running_loop().time() + _WAIT
        while asyncio.get_running_loop().time() < deadline:
            await asyncio.sleep(0)
            others = [
                task
                for task in asyncio.all_tasks()
                if task is not own and "_expire" not in repr(task.get_coro())
            ]
            if not others:
                break
            await asyncio.wait(others, timeout=0.05)
        reply = Reply(self.sent[at:])
        assert bool(reply.requests) is answered
        return reply

    def _message(self, card: Reply | None) -> dict[str, Any]:
        return _message(next(self._ids), card.message if card else {})

    async def webhook(self, route: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # JSON
        """Take what discord.py sends with an interaction's token."""
        body = kwargs.get("payload") or {}
        self.sent.append((route.method, route.url.split("?")[0], body))
        message = _message(next(self._ids), body.get("data") or body)
        if not route.url.endswith("/callback"):
            return message
        about = {"id": "1", "type": 2, "response_message_id": message["id"]}
        return {"interaction": about, "resource": {"type": body["type"], "message": message}}

    async def rest(self, route: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # JSON
        """Take what discord.py sends with the bot's token."""
        path = route.url.split("/api/v10")[-1]
        if path == "/oauth2/applications/@me":
            return self._application()
        if path.endswith("/commands"):
            return []
        body = kwargs.get("json") or {}
        self.sent.append((route.method, path, body))
        return _message(next(self._ids), body)

    def _application(self) -> dict[str, Any]:
        return {
            "id": str(ME),
            "name": "Readout",
            "description": "",
            "icon": None,
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "",
            "owner": _user(OWNER),
            "team": self.team,
            "flags": 0,
            "approximate_guild_count": 3,
        }


@contextlib.asynccontextmanager
async def wired(
    folder: Path, patch: pytest.MonkeyPatch, settings: Settings | None = None
) -> AsyncIterator[Wire]:
    """Start a bot on a folder, without a network."""
    service = Service(Desk(Edition.load(folder)), folder)
    bot = ReadoutBot(service, settings or Settings(), registers=False)
    wire = Wire(bot)

    async def webhook(_adapter: object, route: Any, session: object, **kwargs: Any) -> Any:  # noqa: ANN401  # JSON
        del session
        return await wire.webhook(route, **kwargs)

    async def rest(_client: object, route: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # JSON
        return await wire.rest(route, **kwargs)

    patch.setattr(AsyncWebhookAdapter, "request", webhook)
    patch.setattr(HTTPClient, "request", rest)
    async with bot:
        connection = bot._connection  # noqa: SLF001  # the wire
        connection.user = discord.ClientUser(state=connection, data=_user(ME))  # type: ignore[arg-type]  # as JSON
        await bot.setup_hook()
        connection._add_guild_from_data(_guild())  # type: ignore[arg-type]  # noqa: SLF001  # the wire
        yield wire


def _options(options: dict[str, str | bool]) -> list[dict[str, Any]]:
    return [
        {"name": name, "type": 5 if isinstance(value, bool) else 3, "value": value}
        for name, value in options.items()
    ]


def _controls(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = [component for component in components if component["type"] in {2, 3}]
    for component in components:
        found += _controls(component.get("components", []))
    return found


def _user(id_: int) -> dict[str, Any]:
    return {
        "id": str(id_),
        "username": f"user-{id_}",
        "discriminator": "0",
        "avatar": None,
        "bot": id_ == ME,
    }


def _member(id_: int) -> dict[str, Any]:
    return {
        "user": _user(id_),
        "roles": [str(ROLE)] if id_ == EDITOR else [],
        "joined_at": "2025-01-01T00:00:00+00:00",
        "permissions": "8",  # administrator of the server, which is not the bot's
        "deaf": False,
        "mute": False,
        "flags": 0,
    }


def _guild() -> dict[str, Any]:
    role = {"name": "r", "color": 0, "hoist": False, "position": 1, "permissions": "0"}
    role |= {"managed": False, "mentionable": False, "flags": 0, "colors": {"primary_color": 0}}
    return {
        "id": str(SERVER),
        "name": "A server",
        "owner_id": "2",
        "roles": [{**role, "id": str(SERVER)}, {**role, "id": str(ROLE)}],
        "emojis": [],
        "features": [],
        "channels": [{"id": str(CHANNEL), "type": 0, "name": "talk", "position": 0}],
        "members": [],
        "threads": [],
        "presences": [],
        "member_count": 2,
        "large": False,
    }


def _message(id_: int, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(id_),
        "channel_id": str(CHANNEL),
        "content": "",
        "author": _user(ME),
        "attachments": [],
        "embeds": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "timestamp": "2025-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "pinned": False,
        "type": 0,
        "flags": body.get("flags", 0),
        "components": body.get("components") or [],
    }
