"""Whoever asks too much is told to wait, kindly; nobody else notices, and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import ships
from standin.misbehaving import begun_in_dm
from standin.processes import BotProcess
from standin.replies import Reply
from standin.world import EDITOR, MEMBER, OWNER, STRANGER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standin.acting import Discord

BASE = ships.BASE
WAIT = "That was a lot at once."


@pytest.fixture(scope="module")
def bot(
    empty_discord: Discord, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    """Start a bot of which one user may ask little."""
    log = tmp_path_factory.mktemp("log") / "bot.log"
    running = BotProcess(empty_discord, folder, log, user_per_minute="9", all_per_minute="1000")
    try:
        empty_discord.wait_for_bot()
        yield running
    finally:
        running.stop()


def test_a_user_who_asks_too_much_is_told_to_wait(discord: Discord) -> None:
    """Three at once are answered, the fourth is told for how long to wait, for the asker alone."""
    for _ in range(3):
        assert discord.slash("who", name="anna-berg", by=STRANGER).title == "Anna Berg"
    told = discord.slash("who", name="anna-berg", by=STRANGER)
    assert WAIT in told.text
    assert told.is_private


def test_others_are_answered_meanwhile(discord: Discord) -> None:
    """What one user has used up is nobody else's."""
    assert discord.slash("who", name="anna-berg", by=OWNER).title == "Anna Berg"


def test_a_press_is_a_question_too(discord: Discord) -> None:
    """So that pages cannot be turned without end; the card stays as it is."""
    card = discord.slash("quote", speaker="anna-berg", by=EDITOR)
    held = [discord.press(card, "Next", by=EDITOR) for _ in range(3)]
    assert held[-1].kinds == [4]
    assert WAIT in held[-1].text
    assert held[-1].is_private


def test_messages_are_told_once(discord: Discord) -> None:
    """In a conversation it is said once, and then there is silence until something is left."""
    asked = [begun_in_dm(discord) for _ in range(8)]
    discord.slash("about", by=OWNER)
    discord.slash("about", by=OWNER)
    texts = [Reply(exchange).text if exchange.sent else "" for exchange in asked]
    assert sum("ANNA BERG" in text for text in texts) == 3
    assert sum(WAIT in text for text in texts) == 1
    assert texts.count("") == 4


def test_choices_run_out_too(discord: Discord) -> None:
    """Typing as fast as a machine is offered nothing after a while, and always answered."""
    offered = [bool(discord.complete("who", "name", "an", by=MEMBER).choices) for _ in range(60)]
    assert 36 <= sum(offered) <= 40
    assert all(offered[:36])
