"""Trouble on the way to Discord, as a test plans it: errors, delays, and silence."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass
class Trouble:
    """What happens to the next ``times`` requests whose method and path match.

    Without a ``status`` the request is answered as ever, after ``delay`` seconds. ``drops`` closes
    the connection without an answer. Paths are those behind ``/api/v10``.
    """

    method: str = "[A-Z]+"
    path: str = ".*"
    times: int = 1
    status: int | None = None
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drops: bool = False

    def is_met_by(self, method: str, path: str) -> bool:
        """Whether it happens to this request, and if so count it."""
        if self.times <= 0 or not re.fullmatch(self.method, method):
            return False
        if not re.fullmatch(self.path, path):
            return False
        self.times -= 1
        return True


class Troubles:
    """All that is planned, in the order in which it was."""

    def __init__(self) -> None:
        """Plan nothing."""
        self.planned: list[Trouble] = []

    async def meet(self, request: web.Request, path: str) -> web.StreamResponse | None:
        """Let the first trouble that a request meets happen; None where it is answered as ever."""
        met = next((t for t in self.planned if t.is_met_by(request.method, path)), None)
        if met is None:
            return None
        await asyncio.sleep(met.delay)
        if met.drops:
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        if met.status is None:
            return None
        return as_json(met.body, met.status, met.headers)


def as_json(body: Any, status: int, headers: Mapping[str, str] | None = None) -> web.Response:  # noqa: ANN401  # any JSON value
    """Return a reply whose content type is ``application/json`` and nothing more, as Discord's."""
    about = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=about)
