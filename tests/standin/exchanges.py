"""One interaction or message and what the bot sent in answer, by Discord's rules of reply."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Final

from standin.world import EPHEMERAL, ME, Json, message

#: Callback types: message, deferred message, deferred update, update, autocomplete.
SAY, LATER, UPDATE_LATER, UPDATE, CHOICES = 4, 5, 6, 7, 8
_IN_TIME: Final = 3.0
_COMMAND, _PRESS, _COMPLETION = 2, 3, 4


@dataclass
class Request:
    """A request of the bot's, and the status it was answered with."""

    method: str
    path: str
    body: Any
    status: int = 0
    at: float = field(default_factory=time.monotonic)


class RefusalError(Exception):
    """What Discord answers to a request that it does not take."""

    def __init__(self, status: int, code: int, words: str) -> None:
        """Say so with a status and Discord's own code."""
        super().__init__(words)
        self.status = status
        self.code = code


@dataclass
class Exchange:
    """An interaction, or a message that may be answered.

    ``messages`` are those that the bot sent or changed in answer, as they are now; ``sent`` are the
    bodies that made or changed them, and ``shown`` the messages after each.
    """

    told: Json
    is_interaction: bool = True
    began: float = field(default_factory=time.monotonic)
    callbacks: list[Json] = field(default_factory=list)
    messages: dict[str, Json] = field(default_factory=dict)
    sent: list[Json] = field(default_factory=list)
    shown: list[Json] = field(default_factory=list)
    answered: float = 0.0  # when, of the same clock as ``began``
    first: asyncio.Event = field(default_factory=asyncio.Event)  # set with the first answer
    original: str = ""
    _is_waited_for: bool = False
    _is_private: bool = False

    @property
    def channel(self) -> int:
        """The channel that it happens in."""
        return int(self.told["channel_id"])

    def take_callback(self, body: Json, new_id: int) -> Json | None:
        """Take the first answer to an interaction; return the message it makes or changes."""
        kind = body["type"]
        if time.monotonic() - self.began > _IN_TIME:
            raise RefusalError(404, 10062, "Unknown interaction")
        if self.callbacks:
            raise RefusalError(400, 40060, "Interaction has already been acknowledged.")
        is_completion = self.told["type"] == _COMPLETION
        if is_completion != (kind == CHOICES):
            raise RefusalError(400, 50035, "Invalid Form Body: wrong type of callback")
        if kind in {UPDATE, UPDATE_LATER} and self.told["type"] != _PRESS:
            raise RefusalError(400, 50035, "Invalid Form Body: there is no message to update")
        self.callbacks.append(body)
        self._is_answered()
        data = body.get("data") or {}
        if kind == SAY:
            self.original = str(new_id)
            return self._put(new_id, data, EPHEMERAL & data.get("flags", 0))
        if kind == LATER:
            self.original = str(new_id)
            self._is_waited_for = True
            self._is_private = bool(EPHEMERAL & data.get("flags", 0))
            return None
        if kind in {UPDATE, UPDATE_LATER}:
            self.original = self.told["message"]["id"]
            self.messages[self.original] = self.told["message"]
            return self._changed(self.original, data) if kind == UPDATE else None
        return None

    def follow_up(self, body: Json, new_id: int) -> Json:
        """Take a further message; the first behind a deferral takes its place and visibility."""
        if not self.callbacks:
            raise RefusalError(404, 10015, "Unknown Webhook")
        if self._is_waited_for:
            self._is_waited_for = False
            return self._put(int(self.original), body, EPHEMERAL * self._is_private)
        return self._put(new_id, body, EPHEMERAL & body.get("flags", 0))

    def edit(self, id_: str, body: Json) -> Json:
        """Take a change of one of the messages."""
        if not self.callbacks:
            raise RefusalError(404, 10015, "Unknown Webhook")
        id_ = self.original if id_ == "@original" else id_
        if self._is_waited_for and id_ == self.original:
            return self.follow_up(body, 0)
        if id_ not in self.messages:
            raise RefusalError(404, 10008, "Unknown Message")
        return self._changed(id_, body)

    def reply(self, body: Json, new_id: int) -> Json:
        """Take a reply to a message."""
        self._is_answered()
        return self._put(new_id, body, 0)

    def _is_answered(self) -> None:
        self.answered = time.monotonic()
        self.first.set()

    def _put(self, id_: int, body: Json, flags: int) -> Json:
        made = message(id_, self.channel, ME)
        if self.is_interaction and self.told["type"] in {_COMMAND, _PRESS}:
            made["interaction_metadata"] = _answered(self.told)
        self.messages[made["id"]] = made
        made["flags"] = body.get("flags", 0) & ~EPHEMERAL | flags
        return self._changed(made["id"], body)

    def _changed(self, id_: str, body: Json) -> Json:
        made = {**self.messages[id_]}
        if body.get("components") is not None:
            made["components"] = numbered(body["components"])
        if body.get("content") is not None:
            made["content"] = body["content"]
        self.messages[id_] = made
        self.sent.append(body)
        self.shown.append(made)
        return made


def numbered(components: list[Json]) -> list[Json]:
    """Return components as Discord gives them back: each with a number, and what is left out."""
    return _numbered(components, iter(range(1, 1_000)))


def _numbered(components: list[Json], numbers: Any) -> list[Json]:  # noqa: ANN401  # an iterator
    made = []
    for component in components:
        whole = {**_LEFT_OUT.get(component["type"], {}), **component, "id": next(numbers)}
        if "components" in component:
            whole["components"] = _numbered(component["components"], numbers)
        made.append(whole)
    return made


_LEFT_OUT: Final[dict[int, Json]] = {
    3: {"min_values": 1, "max_values": 1},
    14: {"spacing": 1, "divider": True},
    17: {"accent_color": None, "spoiler": False},
}


def _answered(told: Json) -> Json:
    """Return what a message says of the interaction that it answers."""
    metadata: Json = {
        "id": told["id"],
        "type": told["type"],
        "user": told.get("user") or told.get("member", {}).get("user"),
        "authorizing_integration_owners": told.get("authorizing_integration_owners", {}),
    }
    if told["type"] == _PRESS:
        metadata["interacted_message_id"] = told["message"]["id"]
    return metadata
