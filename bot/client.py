"""The Discord client: what it asks Discord for, what it does with errors, and how it stops."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.admin import Admin
from bot.cogs.lookup import Lookup
from bot.cogs.messages import Messages
from bot.cogs.presses import Presses
from bot.connection.callbacks import Callbacks
from bot.connection.expiring import Expiring
from bot.connection.guarding import guard_events, shorten_waits
from bot.connection.holding_back import may_ask
from bot.connection.registering import register, withdraw
from bot.connection.replying import apologise, tell_outdated
from bot.operating import troubles

if TYPE_CHECKING:
    from yarl import URL

    from bot.connection.replying import Asked
    from bot.service import Service, Settings

_log = logging.getLogger(__name__)

#: What is needed to be found and to answer; the user sees what is asked for when installing.
PERMISSIONS: Final = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,  # without it Discord refuses replies
)
#: Seconds when stopping: for what has just arrived, for questions in flight, for saying goodbye.
_ARRIVING, _FINISHING, _CLOSING = 0.05, 3.0, 1.0


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
        where = f"'{command.qualified_name}'" if command else "a command"
        if isinstance(error, app_commands.CommandInvokeError):
            await apologise(interaction, error.original, where)
        else:
            await apologise(interaction, error, where)

    async def interaction_check(self, interaction: Asked, /) -> bool:
        """Whether whoever asks has not asked too much."""
        return await may_ask(interaction)

    async def _call(self, interaction: Asked) -> None:
        """Answer also where discord.py itself cannot read what arrived."""
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise  # goes to on_error
        except Exception as error:  # noqa: BLE001  # discord.py would leave it unanswered
            await apologise(interaction, error, "a command")
        if interaction.type is discord.InteractionType.autocomplete:
            await self._offer_nothing(interaction)

    @staticmethod
    async def _offer_nothing(interaction: Asked) -> None:
        """Answer a completion that nothing has answered: where it fails, discord.py is silent."""
        if not interaction.response.is_done():
            with contextlib.suppress(discord.HTTPException):  # too late, or answered by now
                await interaction.response.autocomplete([])


class ReadoutBot(commands.AutoShardedBot):
    """The connection to Discord, with what the cogs share."""

    def __init__(self, service: Service, settings: Settings, *, registers: bool = True) -> None:
        """Prepare a client that keeps nothing about members or messages.

        It registers its commands when it logs in, unless told not to.
        """
        # nobody who asks this bot misses its voice
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
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
        self.callbacks = Callbacks(self.http.user_agent)
        guard_events(self)

    async def launch_shard(self, gateway: URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard for the first time."""
        await super().launch_shard(gateway, shard_id, initial=initial)
        shorten_waits(self, shard_id)

    async def setup_hook(self) -> None:
        """Add the cogs and register their commands where they changed."""
        presses = Presses(self)
        for cog in (presses, Lookup(self), Messages(self), Admin(self, self.settings, presses)):
            await self.add_cog(cog)
        if self._registers:
            await self._register()

    async def _register(self) -> None:
        test_server = self.settings.sync_guild
        guild = test_server if self.settings.sync == "guild" else None
        try:
            changed = await register(self.tree, guild)
        except discord.HTTPException as error:
            # the commands registered before go on working
            _log.error("the commands could not be registered (status %s)", error.status)
        else:
            _log.info("commands %s", "registered" if changed else "are registered as they should")
        if guild is None and test_server is not None:
            await self._withdraw(test_server)

    async def _withdraw(self, server: int) -> None:
        """Take back what was registered for the test server alone, as that is over."""
        try:
            if await withdraw(self.tree, server):
                _log.info("the commands of the test server alone are taken back")
        except discord.HTTPException as error:
            _log.warning("the test server's commands cannot be seen (status %s)", error.status)

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
        """Take no more questions, let those in flight be answered, and close; all within time."""
        self.expiring.close()
        await asyncio.sleep(_ARRIVING)
        leaving = [asyncio.create_task(shard.disconnect()) for shard in self.shards.values()]
        if leaving:
            await asyncio.wait(leaving, timeout=_CLOSING)
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self.service.counts.idle.wait(), _FINISHING)
        closing = asyncio.create_task(super().close())
        done, _ = await asyncio.wait({closing}, timeout=_CLOSING)
        if not done or closing.exception():
            # the other side does not answer, or nothing was open yet
            await self.http.close()
        await self.callbacks.close()
