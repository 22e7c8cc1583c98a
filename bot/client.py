"""The Discord client: what it asks Discord for, how it starts, and how it stops.

``run`` returns the exit status of the process:

======  ==========================================================================
0       stopped by SIGTERM or SIGINT, or closed by Discord for good reason
1       the knowledge folder has faults
3       there is no token, or Discord refuses it
4       Discord refuses the connection for another reason that waiting does not mend
======  ==========================================================================

While Discord cannot be reached it tries again, at longer and longer intervals.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import sys
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot import logs, troubles
from bot.cogs.admin import Admin
from bot.cogs.lookup import Lookup
from bot.cogs.messages import Messages
from bot.cogs.presses import Presses
from bot.edition import Desk, Edition
from bot.expiring import Expiring
from bot.facts.faults import FaultsFoundError
from bot.registering import register
from bot.replying import apologise, tell_outdated
from bot.service import Service

if TYPE_CHECKING:
    from pathlib import Path

    from bot.replying import Asked
    from bot.service import Settings

_log = logging.getLogger(__name__)

STOPPED, FAULTS, REFUSED_TOKEN, REFUSED = 0, 1, 3, 4
#: What is needed to be found and to answer; the user sees what is asked for when installing.
PERMISSIONS: Final = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,  # without it Discord refuses replies
)
_FINISHING: Final = 3.0  # seconds for questions in flight when stopping
_FIRST_RETRY, _LAST_RETRY = 1.0, 60.0
_UNREACHABLE: Final = (
    aiohttp.ClientError,
    asyncio.TimeoutError,
    discord.DiscordServerError,
    discord.GatewayNotFound,
    discord.RateLimited,
    OSError,
)


def intents() -> discord.Intents:
    """Return what the bot is told about: no privileged intent, so no content of other messages."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Tree(app_commands.CommandTree["ReadoutBot"]):
    """The commands, with one place for everything that goes wrong in them."""

    async def on_error(self, interaction: Asked, error: app_commands.AppCommandError, /) -> None:
        """Answer whoever asked, whatever happened."""
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            await tell_outdated(interaction)
            return
        command = interaction.command
        where = f"/{command.name}" if command else "a command"
        if isinstance(error, app_commands.CommandInvokeError):
            await apologise(interaction, error.original, where)
        else:
            await apologise(interaction, error, where)

    async def _call(self, interaction: Asked) -> None:
        """Answer also where discord.py itself cannot read what arrived."""
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise  # goes to on_error
        except Exception as error:  # noqa: BLE001  # discord.py would leave it unanswered
            await apologise(interaction, error, "a command")


class ReadoutBot(commands.AutoShardedBot):
    """The connection to Discord, with what the cogs share."""

    def __init__(self, service: Service, settings: Settings, *, registers: bool = True) -> None:
        """Prepare a client that keeps nothing about members or messages.

        It registers its commands when it logs in, unless told not to.
        """
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self.service = service
        self.settings = settings
        self._registers = registers
        self.expiring = Expiring(settings.buttons_minutes * 60)

    async def setup_hook(self) -> None:
        """Add the cogs and register their commands where they changed."""
        presses = Presses(self)
        for cog in (presses, Lookup(self), Messages(self), Admin(self, self.settings, presses)):
            await self.add_cog(cog)
        if self._registers:
            await self._register()

    async def _register(self) -> None:
        guild = self.settings.sync_guild if self.settings.sync == "guild" else None
        try:
            changed = await register(self.tree, guild)
        except discord.HTTPException as error:
            # the commands registered before go on working
            _log.error("the commands could not be registered (status %s)", error.status)
        else:
            _log.info("commands %s", "registered" if changed else "are registered as they should")

    async def on_ready(self) -> None:
        """Say that everything is in place."""
        edition = self.service.desk.current
        _log.info("ready: edition %s, %s servers", edition.fingerprint, len(self.guilds))

    async def on_message(self, _message: discord.Message, /) -> None:
        """Leave messages to the cog; there are no commands with a prefix."""

    async def on_error(self, event: str, /, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401  # as discord.py
        """Log what a listener let through, without what it was about."""
        troubles.report(sys.exc_info()[1] or RuntimeError(event), event)

    async def close(self) -> None:
        """Let the questions in flight be answered, then close the connection."""
        self.expiring.close()
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self.service.counts.idle.wait(), _FINISHING)
        await super().close()


def run(settings: Settings, token: str | None, folder: Path) -> int:
    """Answer on Discord until told to stop; return the exit status."""
    logs.configure(settings.log_level, token and bare_token(token))
    if not (token and token.strip()):
        _log.error(
            "there is no token: set DISCORD_TOKEN to the one on the page 'Bot' of your application"
            " at https://discord.com/developers/applications"
        )
        return REFUSED_TOKEN
    try:
        edition = Edition.load(folder)
    except FaultsFoundError as found:
        _log.error("%s has %s faults:\n%s", folder, len(found.faults), found)
        return FAULTS
    return asyncio.run(_run(Service(Desk(edition), folder), settings, bare_token(token)))


async def _run(service: Service, settings: Settings, token: str) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers here
            loop.add_signal_handler(number, stop.set)
    stopping = asyncio.create_task(stop.wait())
    try:
        return await _stay_connected(service, settings, token, stopping)
    finally:
        stopping.cancel()


async def _stay_connected(
    service: Service, settings: Settings, token: str, stopping: asyncio.Task[Any]
) -> int:
    """Connect until it is time to stop; each attempt with a client of its own."""
    retry = _FIRST_RETRY
    while True:
        async with ReadoutBot(service, settings) as bot:
            starting = asyncio.create_task(bot.start(token))
            await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if stopping.done():
                await bot.close()
            status = await _outcome(starting)
        if status is not None or stopping.done():
            return status or STOPPED
        _log.warning("Discord cannot be reached; trying again in %.0f s", retry)
        await asyncio.wait({stopping}, timeout=retry)
        if stopping.done():
            return STOPPED
        retry = min(retry * 2, _LAST_RETRY)


async def _outcome(starting: asyncio.Task[None]) -> int | None:
    """Return the exit status that the end of a connection means; None to try again."""
    if not starting.done():
        starting.cancel()
    try:
        await starting
    except asyncio.CancelledError:
        return STOPPED
    except discord.LoginFailure:
        _log.error("Discord refuses the token: copy it again from the page 'Bot'")
        return REFUSED_TOKEN
    except discord.PrivilegedIntentsRequired:
        _log.error("Discord refuses the intents, though none is privileged")
        return REFUSED
    except discord.ConnectionClosed as closed:
        _log.error("Discord closed the connection for good (code %s)", closed.code)
        return REFUSED
    except _UNREACHABLE as error:
        _log.debug("the connection failed", exc_info=error)
        return None
    return STOPPED


def bare_token(token: str) -> str:
    """Return a token without the spaces and quotes that copying leaves around it."""
    return token.strip().strip("\"'").strip().removeprefix("Bot ").strip()
