"""The first answer to an interaction, sent the shortest way while all is well.

discord.py asks Discord to send back what it has just been sent, and builds its objects from it;
nobody here looks at them. What is sent here is the payload as it was drawn, and the reply to it has
no body. What fails raises what discord.py would raise; where Discord is not well for a moment, the
answer is left to discord.py, which knows how to try again.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import quote

import aiohttp
import discord
import yarl
from discord.http import Route, json_or_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.drawing.components import Card

_EPHEMERAL: Final = discord.MessageFlags(ephemeral=True).value
_COMPONENTS: Final = discord.MessageFlags(components_v2=True).value
_BODY: Final = b'{"type":%d,"data":{"flags":%d,"allowed_mentions":{"parse":[]},"components":%b}}'
#: Seconds; after three nobody waits for the answer any more.
_PATIENCE: Final = aiohttp.ClientTimeout(total=10.0)
_ERRORS: Final[Mapping[int, type[discord.HTTPException]]] = {
    HTTPStatus.FORBIDDEN: discord.Forbidden,
    HTTPStatus.NOT_FOUND: discord.NotFound,
}
_KEEPING: Final = 60.0  # seconds that a connection without use is kept open, to spare the next


class Callbacks:
    """Connections to Discord of which each sends one answer after the other."""

    def __init__(self, user_agent: str) -> None:
        """Say who asks, as Discord wants to know; connect when there is something to say."""
        self._headers = {"User-Agent": user_agent, "Content-Type": "application/json"}
        self._session: aiohttp.ClientSession | None = None

    async def say(
        self, interaction: discord.Interaction[Any], card: Card, *, private: bool
    ) -> None:
        """Answer with a new message."""
        kind, flags = discord.InteractionResponseType.channel_message, _EPHEMERAL * private
        if not await self._is_sent(interaction, kind, card, flags):
            await interaction.response.send_message(view=card.view(), ephemeral=private)

    async def change(self, interaction: discord.Interaction[Any], card: Card) -> None:
        """Answer a press by changing the message that was pressed."""
        kind = discord.InteractionResponseType.message_update
        if not await self._is_sent(interaction, kind, card, 0):
            nobody = discord.AllowedMentions.none()
            await interaction.response.edit_message(view=card.view(), allowed_mentions=nobody)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=_KEEPING),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers=self._headers,
                timeout=_PATIENCE,
            )
        return self._session

    async def _is_sent(
        self,
        interaction: discord.Interaction[Any],
        kind: discord.InteractionResponseType,
        card: Card,
        flags: int,
    ) -> bool:
        """Send an answer and return whether Discord has taken it."""
        token = quote(interaction.token, safe="")
        where = f"{Route.BASE}/interactions/{interaction.id}/{token}/callback"
        body = (
            b'{"type":%d,"data":{"flags":%d,"allowed_mentions":{"parse":[]},"components":%b}}'
            % (
                kind.value,
                _COMPONENTS | flags,
                card.payload,
            )
        )
        async with self._opened().post(yarl.URL(where, encoded=True), data=body) as response:
            if not response.ok:
                return await _is_refused(response)
        # what discord.py does itself, so that it sends no second answer
        interaction.response._response_type = kind  # noqa: SLF001  # it has no setting for it
        return True


async def _is_refused(response: aiohttp.ClientResponse) -> Literal[False]:
    """Return when it may be tried again; raise ``discord.HTTPException`` if it never may."""
    if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return False
    if response.status == HTTPStatus.TOO_MANY_REQUESTS and "Via" in response.headers:
        await asyncio.sleep(float(response.headers.get("Retry-After", 0)))
        return False
    kind = _ERRORS.get(response.status, discord.HTTPException)
    raise kind(response, await json_or_text(response))
