"""``readout doctor``: is everything in place to answer on Discord, and if not, what to do.

Nothing is changed: it logs in over REST alone, looks, and prints the links to install with.
"""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Final

import aiohttp
import discord
import msgspec

from bot.client import PERMISSIONS, ReadoutBot
from bot.connection.registering import declared, differences, registered
from bot.edition import Desk, Edition
from bot.facts.base import FactBase
from bot.facts.faults import FaultsFoundError
from bot.operating.tokens import bare_token, is_plausible
from bot.service import Service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.service import Settings

_PORTAL: Final = "https://discord.com/developers/applications"
#: A word in each script that the base may be asked in.
_SAMPLES: Final = ("readout · ¶ “word for word”", "Лавров", "拉夫罗夫")
_MOST_FAULTS: Final = 10
_UNREACHABLE: Final = (discord.DiscordException, aiohttp.ClientError, OSError)


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing looked at: ``todo`` says what to do where it is not ``good``.

    What is ``meant`` may be so on purpose: it is told, and keeps nobody from asking.
    """

    good: bool
    label: str
    details: str
    todo: str = ""
    meant: bool = False

    @property
    def fails(self) -> bool:
        """Whether it must be mended."""
        return not self.good and not self.meant

    def __str__(self) -> str:
        """Return one or two lines for a terminal."""
        mark = "FAIL" if self.fails else "ok  " if self.good else "note"
        line = f"{mark}  {self.label}: {self.details}"
        return f"{line}\n      -> {self.todo}" if self.todo and not self.good else line


def run(settings: Settings, token: str | None, folder: Path) -> int:
    """Look at everything, print what was found, and return 0 if all is well, else 1."""
    return asyncio.run(_run(settings, token, folder))


async def _run(settings: Settings, token: str | None, folder: Path) -> int:
    findings = []
    async for finding in _findings(settings, token, folder):
        _say(str(finding))
        findings.append(finding)
    failed = sum(finding.fails for finding in findings)
    _say("", "All is well." if not failed else f"To mend: {failed} of {len(findings)}.")
    return 1 if failed else 0


async def _findings(settings: Settings, token: str | None, folder: Path) -> AsyncIterator[Finding]:
    yield _terminal()
    edition, finding = _folder(folder)
    yield finding
    bare = bare_token(token or "")
    if not is_plausible(bare):
        yield Finding(
            good=False,
            label="token",
            details="there is something in it that no token has" if bare else "none given",
            todo=f"set DISCORD_TOKEN to the token on the page 'Bot' of {_PORTAL}",
        )
        return
    service = Service(Desk(edition or Edition.of(FactBase.of(()))), folder)
    async with ReadoutBot(service, settings, registers=False) as bot:
        try:
            await bot.login(bare)
            application = await bot.application_info()
        except discord.LoginFailure:
            yield Finding(
                good=False,
                label="token",
                details="Discord refuses it",
                todo="press 'Reset Token' on the page 'Bot' and set DISCORD_TOKEN to the new one",
            )
            return
        except _UNREACHABLE as error:
            yield _out_of_reach("Discord", error)
            return
        for finding in await _discord(bot, application, settings):
            yield finding


async def _discord(
    bot: ReadoutBot, application: discord.AppInfo, settings: Settings
) -> list[Finding]:
    findings = [Finding(good=True, label="token", details="accepted")]
    findings += _application(application)
    findings.append(_administrators(application, settings))
    try:
        findings.append(await _commands(bot, settings))
    except discord.HTTPException as error:
        findings.append(
            Finding(
                good=False,
                label="commands",
                details=f"Discord does not tell (status {error.status})",
                todo="see that 'sync_guild' is a server that the bot is in, then try again",
            )
        )
    except _UNREACHABLE as error:
        findings.append(_out_of_reach("commands", error))
    return findings


def _out_of_reach(label: str, error: Exception) -> Finding:
    return Finding(
        good=False,
        label=label,
        details=f"cannot be reached ({type(error).__name__})",
        todo="see that this machine reaches https://discord.com, then try again",
    )


def _application(application: discord.AppInfo) -> Iterator[Finding]:
    servers = application.approximate_guild_count
    users = application.approximate_user_install_count
    yield Finding(
        good=True,
        label="application",
        details=f"{application.name}, in about {servers} servers, by about {users or 0} users",
    )
    is_elsewhere = application.interactions_endpoint_url is not None
    yield Finding(
        good=not is_elsewhere,
        label="interactions",
        details="sent to an address instead of the bot" if is_elsewhere else "come to the bot",
        todo=f"clear 'Interactions Endpoint URL' on the page 'General Information' of {_PORTAL}",
    )
    yield Finding(
        good=True,
        label="intents",
        details="guilds, guild messages, direct messages: none is privileged, none to switch on",
    )
    yield Finding(
        good=application.bot_public,
        label="installing",
        details="anybody may" if application.bot_public else "the owner alone may",
        todo=f"switch on 'Public Bot' on the page 'Bot' of {_PORTAL}, if others are to install it",
        meant=True,
    )
    if application.bot_require_code_grant:
        yield Finding(
            good=False,
            label="code grant",
            details="is required, so that the link below installs in no server",
            todo=f"switch off 'Requires OAuth2 Code Grant' on the page 'Bot' of {_PORTAL}",
        )
    yield _installs(application)
    base = f"https://discord.com/oauth2/authorize?client_id={application.id}"
    server = f"{base}&scope=bot+applications.commands&permissions={PERMISSIONS.value}"
    yield Finding(good=True, label="install in a server", details=f"{server}&integration_type=0")
    yield Finding(
        good=True,
        label="install for yourself",
        details=f"{base}&scope=applications.commands&integration_type=1",
    )


def _installs(application: discord.AppInfo) -> Finding:
    """Look whether the application may be installed in servers and by users for themselves."""
    kinds = {
        "Guild Install": application.guild_integration_config,
        "User Install": application.user_integration_config,
    }
    missing = [kind for kind, config in kinds.items() if config is None]
    if len(missing) == len(kinds):
        return Finding(good=True, label="installs", details="as Discord presets them")
    return Finding(
        good=not missing,
        label="installs",
        details=f"switched off: {missing[0]}" if missing else "in servers and by users",
        todo=f"tick '{', '.join(missing)}' on the page 'Installation' of {_PORTAL}",
    )


def _administrators(application: discord.AppInfo, settings: Settings) -> Finding:
    owner = f"the team {application.team.name}" if application.team else application.owner.name
    more = f"{len(settings.admins)} users and {len(settings.admin_roles)} roles configured"
    return Finding(good=True, label="administrators", details=f"{owner}; {more}")


async def _commands(bot: ReadoutBot, settings: Settings) -> Finding:
    guild = settings.sync_guild if settings.sync == "guild" else None
    place = discord.Object(guild) if guild else None
    wanted, held = declared(bot.tree), await registered(bot.tree, place)
    names = differences(wanted, held, in_server=place is not None)
    where = f"in the server {guild}" if guild else "globally"
    if not names:
        return Finding(
            good=True, label="commands", details=f"{len(wanted)} registered {where}, as they should"
        )
    return Finding(
        good=False,
        label="commands",
        details=f"missing or different {where}: {', '.join(names)}",
        todo="start the bot with `readout run`: it registers what has changed",
    )


def _folder(folder: Path) -> tuple[Edition | None, Finding]:
    try:
        edition = Edition.load(folder)
    except FaultsFoundError as found:
        shown = "\n      ".join(map(str, found.faults[:_MOST_FAULTS]))
        return None, Finding(
            good=False,
            label="knowledge",
            details=f"{len(found.faults)} faults in {folder}\n      {shown}",
            todo="mend them; `readout check` lists every one",
        )
    details = f"edition {edition.fingerprint}: {edition.base.in_numbers()}"
    return edition, Finding(good=True, label="knowledge", details=details)


def _terminal() -> Finding:
    encoding = sys.stdout.encoding or "ascii"
    sample = " ".join(_SAMPLES)
    try:
        sample.encode(encoding)
    except UnicodeEncodeError:
        return Finding(
            good=False,
            label="terminal",
            details=f"its encoding is {encoding}, which lacks Cyrillic and Chinese",
            todo="set PYTHONIOENCODING=utf-8, or LANG to one ending in .UTF-8",
        )
    return Finding(
        good=True,
        label="terminal",
        details=f"{sample} (if these show as boxes, choose a font with Cyrillic and Chinese)",
    )


def _say(*lines: str) -> None:
    encoding = sys.stdout.encoding or "ascii"
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
