"""What autocomplete offers: each choice says what it is, and what it says means the same typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from shipped import TODAY, edition

from bot.answers.asking import Asking
from bot.answers.commands import COMMANDS, ask
from bot.answers.offers import offers

if TYPE_CHECKING:
    from bot.answers.options import Option

ASKING = Asking(edition(), TODAY)
DATED = [
    (command.name, option) for command in COMMANDS for option in command.options if option.is_date
]
TYPED = ["", "20", "2025", "may 2025", "7 May 2025", "05/07/2025", "2023 to 2025", "last week"]
TYPED += ["since 2023", "2025-05~", "1990s", "в мае 2025", "2025年5月"]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize(("command", "option"), DATED)
def test_the_label_of_a_date_says_its_kind_and_reads_back(
    command: str, option: Option, typed: str
) -> None:
    """A year, month, day or range is called one; its label asks the same as its value."""
    offered = offers(ASKING, option, typed)
    assert offered
    for offer in offered:
        assert re.search(r" \((year|month|day|range)\)$", offer.label)
        by_value = ask(ASKING, command, {option.name: offer.value})
        by_label = ask(ASKING, command, {option.name: offer.label})
        assert (by_label.status, by_label.items) == (by_value.status, by_value.items)
        assert offer in offers(ASKING, option, offer.label)


@pytest.mark.parametrize("typed", ["", "a", "wang", "2025", "peace"])
def test_every_offer_says_what_kind_of_thing_it_is(typed: str) -> None:
    """Of each option of each command, a choice ends in its kind, within Discord's length."""
    for command in COMMANDS:
        for option in command.options:
            for offer in offers(ASKING, option, typed):
                assert re.search(r" \([a-z]+\)$", offer.label)
                assert len(offer.label) <= 100


def test_a_kind_alone_is_no_date() -> None:
    """What stands behind a date is left out only where a date stands before it."""
    (command, option), *_ = DATED
    answer = ask(ASKING, command, {option.name: "(year)"})
    assert answer.status == "invalid"
