"""The README's chapter on Discord: its cards are drawn by the program, its facts are the program's.

Run as a program, ``python tests/test_discord_readme.py``, this writes the cards anew.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from bot.answers.commands import COMMANDS
from bot.client import PERMISSIONS, intents
from bot.cogs.lookup import CHECK, LOOK_UP
from bot.config import Config
from bot.console.ask import asking_of
from bot.console.card_text import main_cards
from bot.edition import Edition

ROOT: Final = Path(__file__).resolve().parent.parent
FILE: Final = ROOT / "README.md"
CARDS: Final = "drawn by `readout cards`:\n"
#: Which of the cards are shown: long ones would hide the rest.
SHOWN: Final = ("/verify ", "/who Sergei", "/who nobody")
#: Permissions as discord.py and as Discord's own pages call them.
CALLED: Final = {
    "read_messages": "View Channels",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "read_message_history": "Read Message History",
}


def chapter(readme: str) -> str:
    """Return the chapter on Discord."""
    return readme.partition("\n## Setting up on Discord\n")[2].partition("\n## ")[0]


def with_cards(readme: str) -> str:
    """Return the README with its cards as they are drawn now."""
    drawn = main_cards(asking_of(Edition.load(ROOT / "knowledge"))).split("\n\n")
    blocks = [f"```text\n{card}\n```\n" for card in drawn if card.startswith(SHOWN)]
    before, found, after = readme.partition(CARDS)
    assert found, f"the README has no line that ends in {CARDS!r}"
    rest = after[after.index("\n## ") :]
    return "\n".join([before + found, *blocks]).rstrip("\n") + "\n" + rest


def test_the_cards_are_those_that_the_program_draws() -> None:
    """What the README shows of cards is what ``readout cards`` prints of the base that ships."""
    readme = FILE.read_text(encoding="utf-8")
    assert with_cards(readme) == readme, f"write them anew: python tests/{Path(__file__).name}"
    assert len(re.findall("^```text\n/", chapter(readme), re.MULTILINE)) == len(SHOWN)


def test_the_permissions_are_those_that_the_link_asks_for() -> None:
    """The README names every permission, and no other."""
    named = re.search("four permissions and no more: ([^.]+)\\.", one_line(chapter(text())))
    assert named is not None
    asked = [name for name, is_asked in PERMISSIONS if is_asked]
    assert sorted(named[1].split(", ")) == sorted(CALLED[name] for name in asked)


def test_no_intent_has_to_be_switched_on() -> None:
    """None of the intents is privileged, as the README says."""
    asked = {name for name, is_asked in intents() if is_asked}
    assert asked.isdisjoint({"members", "presences", "message_content"})
    assert "no privileged intent" in one_line(chapter(text()))


def test_settings_menus_and_commands_are_called_as_they_are() -> None:
    """Settings, menus and commands that the chapter names exist."""
    named = chapter(text())
    for setting in ("sync", "sync_guild", "admins", "admin_roles"):
        assert f"`{setting}" in named
        assert setting in Config.__struct_fields__
    assert LOOK_UP in named
    assert CHECK in named
    known = {*(command.name for command in COMMANDS), "reload", "status"}
    assert set(re.findall("`/([a-z]+)", named)) <= known


def text() -> str:
    """Read the README."""
    return FILE.read_text(encoding="utf-8")


def one_line(paragraphs: str) -> str:
    """Undo the breaks of lines."""
    return " ".join(paragraphs.split())


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    FILE.write_text(with_cards(text()), encoding="utf-8", newline="\n")
