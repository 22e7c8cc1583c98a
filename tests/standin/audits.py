"""What every request must keep: Discord's own document, the bot's own limits, and no pings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.drawing.limits import BrokenLimitError, check_choices, check_commands, check_message
from standin.exchanges import CHOICES, Request
from standin.openapi import contract
from standin.world import COMPONENTS_V2

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALLBACK, _COMMANDS = "/callback", "/commands"
_UPDATE = 7


def document(request: Request) -> Iterator[str]:
    """Hold a request against Discord's OpenAPI document, where there is one."""
    known = contract()
    if known is not None:
        yield from known.request(request.method, request.path, request.body)


def document_of_reply(request: Request, body: Any) -> Iterator[str]:  # noqa: ANN401  # any JSON value
    """Hold a reply of the stand-in's against Discord's OpenAPI document, where there is one."""
    known = contract()
    if known is not None:
        yield from known.response(request.method, request.path, request.status, body)


def limits(request: Request) -> Iterator[str]:
    """Hold a request against the bot's own limits."""
    body: Any = request.body or {}
    try:
        if request.path.endswith(_COMMANDS) and request.method == "PUT":
            check_commands(body)
        elif request.path.endswith(_CALLBACK) and body["type"] == CHOICES:
            check_choices(body["data"]["choices"])
        elif (components := _message(request).get("components")) is not None:
            check_message(components)
    except BrokenLimitError as broken:
        yield str(broken)


def no_pings(request: Request) -> Iterator[str]:
    """Nobody is ever mentioned, whatever the text says; all of it is Components V2."""
    sent = _message(request)
    if "components" not in sent:
        return
    mentions = sent.get("allowed_mentions")
    if mentions is None or mentions.get("parse") or mentions.get("users") or mentions.get("roles"):
        yield f"it may mention somebody: allowed_mentions is {mentions}"
    if mentions and mentions.get("replied_user"):
        yield "it pings whom it replies to"
    is_new = request.method == "POST" and (request.body or {}).get("type") != _UPDATE
    if is_new and not sent.get("flags", 0) & COMPONENTS_V2:
        yield "it is not marked as Components V2"
    if sent.get("content") or sent.get("embeds"):
        yield "it has text outside of its components"


def _message(request: Request) -> dict[str, Any]:
    """Return the message that a request makes or changes; empty where it does neither."""
    body = request.body
    if not isinstance(body, dict):
        return {}
    if request.path.endswith(_CALLBACK):
        return body.get("data") or {}
    return body
