"""The first answer to an interaction: the same whichever way it is sent, and sent once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import ships
from standin.disturbing import Trouble
from standin.world import MEMBER

if TYPE_CHECKING:
    from standin.acting import Discord
    from standin.processes import BotProcess
    from standin.replies import Reply

BASE = ships.BASE
CALLBACK = "/interactions/.*/callback"
VIA = {"Via": "1.1 google"}
UNWELL = [
    Trouble(path=CALLBACK, status=500, headers=VIA),
    Trouble(
        path=CALLBACK, status=429, body={"retry_after": 0.1}, headers={**VIA, "Retry-After": "0.1"}
    ),
]


@pytest.mark.parametrize("trouble", UNWELL, ids=lambda trouble: trouble.status)
@pytest.mark.parametrize("private", [False, True])
def test_an_answer_is_the_same_where_it_is_tried_again(
    discord: Discord, trouble: Trouble, *, private: bool
) -> None:
    """Where Discord is not well for a moment, what arrives in the end is what was to be said."""
    at_once = discord.slash("who", name="anna-berg", private=private)
    trouble.times = 1
    discord.standin.troubles.planned.append(trouble)
    later = discord.slash("who", name="anna-berg", private=private)
    assert not trouble.times
    assert later.body["components"] == at_once.body["components"]
    assert later.body["flags"] == at_once.body["flags"]
    assert later.is_private is at_once.is_private is private


def test_a_turned_page_is_the_same_where_it_is_tried_again(discord: Discord) -> None:
    """So is a page that a press turns a card to."""
    pages = []
    for times in (0, 1):
        card = discord.slash("quote", speaker="anna-berg")
        discord.standin.troubles.planned.append(
            Trouble(path=CALLBACK, status=500, headers=VIA, times=times)
        )
        pages.append(discord.press(card, "Next"))
    at_once, later = pages
    assert later.kinds == at_once.kinds == [7]
    assert later.body["components"] == at_once.body["components"]


def test_what_is_refused_is_not_sent_again(discord: Discord, bot: BotProcess) -> None:
    """What Discord does not take is told of in the log, and the asker hears that it failed."""
    trouble = Trouble(path=CALLBACK, status=403, body={"message": "No", "code": 50001})
    discord.standin.troubles.planned.append(trouble)
    at = len(bot.log)
    told = discord.slash("who", name="anna-berg")
    assert "That went wrong" in told.text
    assert told.reference() in bot.log[at:]
    assert "Forbidden" in bot.log[at:]


def test_each_asker_gets_a_card_of_their_own(discord: Discord) -> None:
    """One card is drawn for everybody; who asked is written into its buttons alone."""
    first, second = (
        discord.slash("quote", by=by, speaker="anna-berg") for by in (MEMBER, MEMBER + 1)
    )
    assert first.texts() == second.texts()
    assert custom_ids(first) != custom_ids(second)
    assert "is somebody else's" in discord.press(second, "Next").text
    assert discord.press(first, "Next").kinds == [7]


def custom_ids(reply: Reply) -> list[str]:
    """Return the custom ids of a card."""
    return re.findall(r"'custom_id': '([^']+)'", str(reply.components))
