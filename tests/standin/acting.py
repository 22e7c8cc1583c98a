"""What members do: ask, complete, press, choose and write, and wait for what the bot answers."""

from __future__ import annotations

import asyncio
import secrets
import threading
from typing import TYPE_CHECKING, Any, Final, TypeVar

from standin.exchanges import LATER, UPDATE_LATER, Exchange
from standin.replies import Reply
from standin.world import (
    IN_DM,
    IN_SERVER,
    ME,
    MEMBER,
    Json,
    Place,
    channel,
    member,
    message,
    user,
)

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from standin.server import StandIn

T = TypeVar("T")
_COMMAND, _PRESS, _COMPLETION, _FORM = 2, 3, 4, 5
_CHAT, _MESSAGE_MENU = 1, 3
_WAIT: Final = 15.0


class Discord:
    """The stand-in on a thread of its own, with what members do as plain calls."""

    def __init__(self, standin: StandIn) -> None:
        """Start it."""
        self.standin = standin
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.run(standin.start())

    def close(self) -> None:
        """Stop it."""
        self.run(self.standin.stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def run(self, act: Coroutine[Any, Any, T]) -> T:
        """Let something happen on the stand-in's own loop, and return what comes of it."""
        return asyncio.run_coroutine_threadsafe(act, self._loop).result(_WAIT + 5)

    def wait_for_bot(self, shards: int = 1) -> None:
        """Wait until a bot is connected on every shard, and knows its server."""
        gateway = self.standin.gateway
        is_there = self.standin.until(
            lambda: all(gateway.session(shard) for shard in range(shards)), _WAIT
        )
        assert self.run(is_there), "no bot has connected"

    def has_sent(self, reply: Reply, count: int) -> bool:
        """Wait until something is answered with so many messages and changes of them."""
        return self.run(self.standin.until(lambda: len(reply.exchange.sent) >= count, _WAIT))

    def slash(
        self,
        name: str,
        /,
        *,
        by: int = MEMBER,
        where: Place = IN_SERVER,
        messages: int = 1,
        **options: str | bool,
    ) -> Reply:
        """Use a slash command; ``messages`` is how many are expected in answer."""
        data = {**self._command(name, _CHAT, where), "options": _options(options)}
        return self._interact(_COMMAND, data, by, where, messages)

    def complete(
        self, name: str, option: str, typed: str, *, by: int = MEMBER, where: Place = IN_SERVER
    ) -> Reply:
        """Type into an option."""
        focused = {"name": option, "type": 3, "value": typed, "focused": True}
        data = {**self._command(name, _CHAT, where), "options": [focused]}
        return self._interact(_COMPLETION, data, by, where, 0)

    def press(
        self, card: Reply, label: str, *, by: int = MEMBER, where: Place = IN_SERVER
    ) -> Reply:
        """Press a button of a card."""
        button = card.button(label)
        assert not button.get("disabled"), f"the button {label} is off"
        return self.press_id(button["custom_id"], card.message, by=by, where=where)

    def press_id(
        self,
        custom_id: str,
        card: Json | None = None,
        *,
        by: int = MEMBER,
        where: Place = IN_SERVER,
    ) -> Reply:
        """Press a button of any custom id, on a card or on an empty one."""
        data = {"custom_id": custom_id, "component_type": 2, "id": 1}
        held = card or message(self.standin.new_id(), where.channel, ME)
        return self._interact(_PRESS, data, by, where, 1, held)

    def choose(
        self, card: Reply, value: str, *, by: int = MEMBER, where: Place = IN_SERVER
    ) -> Reply:
        """Choose from the menu of a card."""
        data = {
            "custom_id": card.menu()["custom_id"],
            "component_type": 3,
            "id": 1,
            "values": [value],
        }
        return self._interact(_PRESS, data, by, where, 1, card.message)

    def submit_form(self, custom_id: str) -> Reply:
        """Send a form, though the bot has none."""
        data = {"custom_id": custom_id, "components": []}
        return self._interact(_FORM, data, MEMBER, IN_SERVER, 1)

    def context_menu(
        self,
        name: str,
        content: str,
        *,
        by: int = MEMBER,
        where: Place = IN_SERVER,
        **more: Any,  # noqa: ANN401  # any field
    ) -> Reply:
        """Use a context menu on somebody's message; ``more`` are further fields of it."""
        target = message(self.standin.new_id(), where.channel, MEMBER, content=content) | more
        data = {
            **self._command(name, _MESSAGE_MENU, where),
            "target_id": target["id"],
            "resolved": {"messages": {target["id"]: target}},
        }
        return self._interact(_COMMAND, data, by, where, 1)

    def write(
        self,
        content: str,
        *,
        by: int = MEMBER,
        where: Place = IN_DM,
        **more: Any,  # noqa: ANN401  # any field
    ) -> Reply:
        """Write a message that the bot should answer; ``more`` are further fields of it."""
        exchange = self._write(content, by, where, more)
        self._wait(exchange, lambda: bool(exchange.sent))
        return Reply(exchange)

    def write_in_vain(
        self,
        content: str,
        *,
        by: int = MEMBER,
        where: Place = IN_DM,
        **more: Any,  # noqa: ANN401  # any field
    ) -> None:
        """Write a message that the bot should leave alone: a later one is answered, it is not."""
        exchange = self._write(content, by, where, more)
        self.write("/about")
        self.write("/about")
        assert not exchange.sent, f"the bot answered {content!r}"

    def _write(self, content: str, by: int, where: Place, more: Json) -> Exchange:
        told = message(self.standin.new_id(), where.channel, by, content=content)
        told["mentions"] = [user(ME)] if f"<@{ME}>" in content or f"<@!{ME}>" in content else []
        told["channel_type"] = channel(where)["type"]
        if where.guild:
            whole = member(by)
            del whole["user"]
            told |= {"guild_id": str(where.guild), "member": whole}
        return self.run(self.standin.write({**told, **more}, where.guild))

    def _interact(  # noqa: PLR0913, PLR0917  # what an interaction consists of
        self,
        kind: int,
        data: Json,
        by: int,
        where: Place,
        messages: int,
        card: Json | None = None,
    ) -> Reply:
        id_ = str(self.standin.new_id())
        told = interaction(id_, kind, data, by, where)
        if card:
            told["message"] = card
        exchange = self.run(self.standin.interact(told, where.guild if where.installed else None))
        self._wait(exchange, lambda: _is_answered(exchange, messages))
        return Reply(exchange)

    def _wait(self, exchange: Exchange, is_so: Any) -> None:  # noqa: ANN401  # a function
        told = exchange.told.get("data", exchange.told.get("content"))
        assert self.run(self.standin.until(is_so, _WAIT)), f"not answered: {told}"

    def _command(self, name: str, kind: int, where: Place) -> Json:
        """Name a command as it is registered where it is used."""
        commands = self.standin.rest.commands
        held = commands.get(where.guild, {}).get(name) or commands[None].get(name)
        command = {"id": held["id"] if held else "1", "name": name, "type": kind}
        return {**command, "guild_id": str(where.guild)} if held and "guild_id" in held else command


def interaction(id_: str, kind: int, data: Json, by: int, where: Place) -> Json:
    """Write an interaction as the gateway tells it."""
    owners = {"0": str(where.guild or 0)} if where.installed else {"1": str(by)}
    told: Json = {
        "id": id_,
        "application_id": str(ME),
        "type": kind,
        "token": secrets.token_urlsafe(60),
        "version": 1,
        "data": data,
        "channel_id": str(where.channel),
        "channel": channel(where),
        "context": where.context,
        "authorizing_integration_owners": owners,
        "app_permissions": "2251799813685247",
        "entitlements": [],
        "entitlement_sku_ids": [],
        "attachment_size_limit": 10_485_760,
        "locale": "en-US",
    }
    if where.guild:
        about = {"id": str(where.guild), "locale": "en-US", "features": []}
        told |= {
            "guild_id": str(where.guild),
            "guild": about,
            "guild_locale": "en-US",
            "member": member(by),
        }
    else:
        told["user"] = user(by)
    return told


def _options(options: dict[str, str | bool]) -> list[Json]:
    return [
        {"name": name, "type": 5 if isinstance(value, bool) else 3, "value": value}
        for name, value in options.items()
    ]


def _is_answered(exchange: Exchange, messages: int) -> bool:
    if not exchange.callbacks:
        return False
    is_deferred = exchange.callbacks[0]["type"] in {LATER, UPDATE_LATER}
    return len(exchange.sent) >= messages if is_deferred else True
