"""What only administrators may do: reload the base, and see how the bot is doing."""

from __future__ import annotations

import asyncio
import logging
import secrets
from typing import TYPE_CHECKING, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards import Shown, draw, notice
from bot.connection.replying import reply, tell, turn
from bot.drawing.custom_ids import Act, Press, Question
from bot.drawing.pages import Pages, pages_of
from bot.editions.reloading import BusyError, as_answer
from bot.operating.counts import RELOAD

if TYPE_CHECKING:
    from bot.answers.model import Answer
    from bot.client import ReadoutBot
    from bot.cogs.presses import Presses
    from bot.connection.replying import Asked
    from bot.service import Settings

_log = logging.getLogger(__name__)
_TEAM_ROLES: Final = frozenset({discord.TeamMemberRole.admin, discord.TeamMemberRole.developer})
_ABOUT_PRIVATE: Final = "Show the answer to you alone, as it is unless you say otherwise"
#: What the names of reports begin with: one of faults can be made again from the folder.
_FAULTS, _CHANGES = "faults-", "changes-"
_CHECKED_AGAIN: Final = "The folder was checked again: these are its faults as they are now"
_BUSY: Final = (
    "A reload is under way",
    "Its result will show where it was started. Try again in a moment.",
)
_MENDED: Final = (
    "There are no faults any more",
    "The folder was checked again and is in order. `/reload` loads it.",
)
_GONE: Final = (
    "This report is gone",
    "What changed is kept until the next reload or restart. `/reload` tells what changed since.",
)


class Admin(commands.Cog):
    """Checks on every use who asks; hiding the commands from others is no more than courtesy."""

    def __init__(self, bot: ReadoutBot, settings: Settings, presses: Presses) -> None:
        """Add the administrators' commands, and the page turns of their reports."""
        self.bot = bot
        self._settings = settings
        self._report: tuple[str, Answer, Pages] | None = None
        presses.acts[Act.REPORT] = self._turn_report

    @app_commands.command(name="reload", description="Load the knowledge folder as it is now")
    @app_commands.describe(private=_ABOUT_PRIVATE)
    @app_commands.default_permissions()
    async def reload(self, interaction: Asked, *, private: bool = True) -> None:
        """Load, check and swap in the folder; tell what changed, or every fault."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        if not await self._is_allowed(interaction, "/reload"):
            return
        with self.bot.service.counts.working(RELOAD):
            await self._reload(interaction, private=private)

    async def _reload(self, interaction: Asked, *, private: bool) -> None:
        try:
            done = await self.bot.service.reload("/reload")
        except BusyError:
            await tell(interaction, *_BUSY)
            return
        name = (_FAULTS if done.faults else _CHANGES) + secrets.token_hex(4)
        answer, pages = await self._keep(name, as_answer(done))
        shown = Shown(interaction.user.id, Question.typed(name), turns=Act.REPORT)
        card = draw(answer, shown, pages)
        if not private:
            await tell(interaction, "Shown below")
        await reply(interaction, card, private=private)

    async def _keep(self, name: str, answer: Answer) -> tuple[Answer, Pages]:
        """Keep a report until the next, for those who turn its pages."""
        # a long list of faults takes longer to lay out than the others should wait
        pages = await asyncio.to_thread(pages_of, answer)
        self._report = name, answer, pages
        return answer, pages

    @app_commands.command(name="status", description="How the bot is doing")
    @app_commands.describe(private=_ABOUT_PRIVATE)
    @app_commands.default_permissions()
    async def status(self, interaction: Asked, *, private: bool = True) -> None:
        """Tell edition, uptime, latency, shards, answers served and how many found nothing."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        if not await self._is_allowed(interaction, "/status"):
            return
        if not private:
            await tell(interaction, "Shown below")
        card = notice("Status", *self._status_lines())
        await reply(interaction, card, private=private)

    def _status_lines(self) -> list[str]:
        edition, counts = self.bot.service.desk.current, self.bot.service.counts
        latencies = [latency for _, latency in self.bot.latencies if latency < float("inf")]
        worst = f"{max(latencies) * 1_000:.0f} ms" if latencies else "not known yet"
        loaded = f"{edition.since:%Y-%m-%d %H:%M} UTC, {len(edition.base.records)} records"
        return [
            f"**Edition** {edition.fingerprint}, loaded {loaded}",
            f"**Uptime** {_duration(counts.uptime)}",
            f"**Gateway latency** {worst}",
            f"**Shards** {self.bot.shard_count or 1}",
            f"**Servers** {len(self.bot.guilds)}",
            f"**Answers served** {counts.served}",
            f"**Nothing found** {counts.not_found_rate:.1%}",
            f"**Refused attempts** {counts.refusals}",
        ]

    async def _turn_report(self, interaction: Asked, press: Press) -> None:
        """Turn a report's page; it may hold file names, so that it is checked who asks here too."""
        await interaction.response.defer()  # Discord is asked who owns the application
        if not await self.is_admin(interaction.user):
            await self._refuse(interaction, "a report")
            return
        name = press.question.text if press.question else ""
        since = ""
        if self._report is not None and self._report[0] == name:
            _, answer, pages = self._report
        elif name.startswith(_FAULTS):
            since = _CHECKED_AGAIN
            try:
                with self.bot.service.counts.working(RELOAD):
                    done = await self.bot.service.reloader.check()
            except BusyError:
                await tell(interaction, *_BUSY)
                return
            if not done.faults:
                await tell(interaction, *_MENDED)
                return
            answer, pages = await self._keep(name, as_answer(done))
        else:
            await tell(interaction, *_GONE)
            return
        shown = Shown(press.asker, Question.typed(name), press.page, since, Act.REPORT)
        await turn(interaction, draw(answer, shown, pages))

    async def _is_allowed(self, interaction: Asked, what: str) -> bool:
        if await self.is_admin(interaction.user):
            return True
        await self._refuse(interaction, what)
        return False

    async def _refuse(self, interaction: Asked, what: str) -> None:
        counts = self.bot.service.counts
        counts.refusals += 1
        _log.warning("refused %s: not an administrator (attempt %s)", what, counts.refusals)
        _log.debug("refused %s to the user %s", what, interaction.user.id)
        await tell(
            interaction,
            "For administrators only",
            "The owner and team of this bot, and whom they have named in its configuration.",
        )

    async def is_admin(self, user: discord.User | discord.Member) -> bool:
        """Whether somebody is configured, holds a configured role, or owns the application.

        A server's own administrators are not meant: the base belongs to whoever runs the bot.
        """
        if user.id in self._settings.admins:
            return True
        if isinstance(user, discord.Member) and any(
            user.get_role(role) is not None for role in self._settings.admin_roles
        ):
            return True
        return user.id in _owners(await self._application())

    async def _application(self) -> discord.AppInfo | None:
        try:
            return await self.bot.application_info()
        except discord.HTTPException as error:
            _log.warning("could not ask Discord who owns the application: %s", error.status)
            return self.bot.application


def _owners(application: discord.AppInfo | None) -> frozenset[int]:
    """Return who runs the application: its owner, or those of its team who may develop it."""
    if application is None:
        return frozenset()
    team = application.team
    if team is None:
        return frozenset({application.owner.id})
    accepted = discord.TeamMembershipState.accepted
    members = (
        member.id
        for member in team.members
        if member.membership_state is accepted and member.role in _TEAM_ROLES
    )
    return frozenset({*members, *([team.owner_id] if team.owner_id else [])})


def _duration(seconds: float) -> str:
    minutes, _ = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    return f"{days} d {hours} h {minutes} min" if days else f"{hours} h {minutes} min"
