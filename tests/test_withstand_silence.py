"""A connection on which nothing comes any more is taken for dead, and another is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import ships
from standin.misbehaving import connection, wait_for_another
from standin.processes import BotProcess

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standin.acting import Discord

BASE = ships.BASE


@pytest.fixture(scope="module")
def bot(
    empty_discord: Discord, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    """Start a bot that waits for half a second where others wait for a minute."""
    empty_discord.standin.gateway.heartbeat_interval = 0.2
    log = tmp_path_factory.mktemp("log") / "bot.log"
    running = BotProcess(empty_discord, folder, log, module="standin.impatient")
    try:
        empty_discord.wait_for_bot()
        yield running
    finally:
        running.stop()


def test_missing_acknowledgements(discord: Discord) -> None:
    """Where heartbeats get no answer the bot connects anew, and the next question is answered."""
    assert discord.slash("who", name="anna-berg").title == "Anna Berg"
    before = connection(discord)
    discord.standin.gateway.answers_heartbeats = False
    wait_for_another(discord, before)
    discord.standin.gateway.answers_heartbeats = True
    discord.wait_for_bot()
    assert discord.slash("who", name="anna-berg").title == "Anna Berg"
