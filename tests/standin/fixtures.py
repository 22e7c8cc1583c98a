"""Fixtures: a stand-in with a bot on it, one process for all tests of a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from folders import write

from standin import audits
from standin.acting import Discord
from standin.processes import BotProcess
from standin.server import StandIn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def audited() -> Discord:
    """Start a stand-in that refuses what Discord would, and remembers it."""
    checks = (audits.document, audits.limits, audits.no_pings)
    return Discord(StandIn(checks, (audits.document_of_reply,)))


@pytest.fixture(scope="module")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the base of the module that asks, its constant ``BASE``, into a folder."""
    return write(tmp_path_factory.mktemp("knowledge"), base=request.module.BASE)


@pytest.fixture(scope="module")
def empty_discord() -> Iterator[Discord]:
    """Start a stand-in that no bot is on yet."""
    discord = audited()
    yield discord
    discord.close()


@pytest.fixture(scope="module")
def bot(
    empty_discord: Discord, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    """Start the bot on the base of the module."""
    running = BotProcess(empty_discord, folder, tmp_path_factory.mktemp("log") / "bot.log")
    try:
        empty_discord.wait_for_bot()
        yield running
    finally:
        running.stop()


@pytest.fixture
def discord(empty_discord: Discord, bot: BotProcess) -> Iterator[Discord]:
    """Return the stand-in with the bot on it; afterwards, see that nothing was amiss."""
    assert bot.process.poll() is None, bot.log
    empty_discord.standin.faults.clear()
    yield empty_discord
    assert not empty_discord.standin.faults
