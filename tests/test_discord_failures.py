"""Whatever fails is answered with a reference that stands in the log, and nothing that was said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import ships
from standin.broken import FATAL
from standin.processes import BotProcess
from standin.world import IN_DM, IN_SERVER, ME, MEMBER, PLACES, TOKEN, Place

from bot.answers.commands import COMMANDS
from bot.cogs.lookup import CHECK, LOOK_UP
from bot.drawing.custom_ids import Act, Press, Question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standin.acting import Discord
    from standin.replies import Reply

BASE = ships.BASE
in_places = pytest.mark.parametrize("where", PLACES, ids=lambda place: place.name)


@pytest.fixture(scope="module")
def bot(
    empty_discord: Discord, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    """Start a bot that fails on a certain word."""
    log = tmp_path_factory.mktemp("log") / "bot.log"
    running = BotProcess(empty_discord, folder, log, module="standin.broken")
    try:
        empty_discord.wait_for_bot()
        yield running
    finally:
        running.stop()


def is_told(reply: Reply, bot: BotProcess) -> None:
    """See that a reply has a reference, and the log the same with where the error arose."""
    assert "That went wrong" in reply.text
    reference = reply.reference()
    assert re.fullmatch("[0-9a-f]{6}", reference)
    bot.wait_for_log(f"reference {reference}:")
    trace = bot.log.split(f"reference {reference}:")[1]
    assert "FatalError" in trace
    assert "in _failing_answer" in trace


@in_places
@pytest.mark.parametrize("name", [command.name for command in COMMANDS if command.options])
def test_commands(discord: Discord, bot: BotProcess, where: Place, name: str) -> None:
    """A command that fails is answered to the asker alone, with a reference."""
    (option, *_) = next(command.options for command in COMMANDS if command.name == name)
    reply = discord.slash(name, where=where, **{option.name: FATAL})  # type: ignore[arg-type]  # mypy takes it for any keyword
    is_told(reply, bot)
    assert reply.is_private


@in_places
@pytest.mark.parametrize("menu", [CHECK, LOOK_UP])
def test_context_menus(discord: Discord, bot: BotProcess, where: Place, menu: str) -> None:
    """So is a context menu."""
    reply = discord.context_menu(menu, f"so {FATAL}", where=where)
    is_told(reply, bot)
    assert reply.is_private


@in_places
@pytest.mark.parametrize("act", [Act.PAGE, Act.CHOOSE, Act.LEAD])
def test_presses(discord: Discord, bot: BotProcess, where: Place, act: Act) -> None:
    """So is a button or a choice; the card stays as it was."""
    question = Question.typed(FATAL)
    press = Press(act=act, asker=MEMBER, edition="0" * 12, question=question)
    reply = discord.press_id(press.custom_id(), where=where)
    assert reply.kinds == [4]
    is_told(reply, bot)
    assert reply.is_private


@pytest.mark.parametrize(("text", "where"), [(FATAL, IN_DM), (f"<@{ME}> {FATAL}", IN_SERVER)])
def test_messages(discord: Discord, bot: BotProcess, text: str, where: Place) -> None:
    """So is a message, as a reply."""
    is_told(discord.write(text, where=where), bot)


@pytest.mark.parametrize(
    ("name", "option"), [(c.name, o.name) for c in COMMANDS for o in c.options]
)
def test_completions(discord: Discord, bot: BotProcess, name: str, option: str) -> None:
    """A completion that fails offers nothing, and is logged."""
    before = bot.log.count("autocomplete failed")
    assert discord.complete(name, option, FATAL).choices == []
    assert bot.log.count("autocomplete failed") == before + 1


def test_the_next_question_is_answered(discord: Discord) -> None:
    """A failure is no more than that: what is asked next is answered."""
    assert discord.slash("who", name="anna-berg").title == "Anna Berg"


def test_the_log_has_nothing_of_what_was_said(discord: Discord, bot: BotProcess) -> None:
    """Not the words that failed, though the error quotes them, nor the token."""
    discord.slash("who", name=FATAL)
    assert FATAL not in bot.log
    assert TOKEN not in bot.log
    assert str(MEMBER) not in bot.log
