"""Events that no bot expects, and interactions of the past: passed over or answered, and logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import ships
from standin.misbehaving import begun, connection, is_answered, told, who
from standin.world import IN_FOREIGN_SERVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standin.acting import Discord
    from standin.processes import BotProcess

BASE = ships.BASE


@pytest.fixture(autouse=True)
def the_next_question_is_answered(discord: Discord, bot: BotProcess) -> Iterator[None]:
    """After each test a command and a message are answered, on the same connection as before."""
    before = connection(discord)
    yield
    assert discord.slash("who", name="anna-berg").title == "Anna Berg"
    assert discord.write("/who anna berg").title == "Anna Berg"
    assert connection(discord) is before
    assert bot.process.poll() is None


BROKEN_INTERACTION: list[object] = [
    None,
    [],
    "text",
    {},
    {"id": "x"},
    {"id": "1", "token": "t", "type": 2, "data": None},
    {"id": "1", "token": "t", "type": "two", "data": {}},
    {"id": "1", "token": "t", "type": 99, "version": 1, "application_id": "1", "data": {}},
]


@pytest.mark.parametrize("data", BROKEN_INTERACTION, ids=repr)
def test_an_interaction_that_cannot_be_read(
    discord: Discord, bot: BotProcess, data: object
) -> None:
    """It is passed over; that it could not be read stands in the log."""
    at = len(bot.log)
    told(discord, "INTERACTION_CREATE", data)
    discord.write("/about")
    assert data == BROKEN_INTERACTION[-1] or "an event INTERACTION_CREATE failed" in bot.log[at:]


@pytest.mark.parametrize(
    "field", ["channel", "member", "data", "entitlements", "authorizing_integration_owners"]
)
def test_an_interaction_with_a_part_that_cannot_be_read_is_answered(
    discord: Discord, field: str
) -> None:
    """Where its number and token can be read, whoever asked is told that it went wrong."""
    exchange = begun(discord, who(discord, {field: 7}))
    assert is_answered(discord, exchange)


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("MESSAGE_CREATE", {}),
        ("MESSAGE_CREATE", None),
        ("MESSAGE_CREATE", {"id": "1", "channel_id": "no number", "author": {}}),
        ("GUILD_CREATE", {}),
        ("GUILD_CREATE", {"id": None}),
        ("GUILD_DELETE", []),
        ("CHANNEL_CREATE", {"type": 10**9}),
        ("RESUMED", {}),
        ("USER_UPDATE", 1),
        ("SOMETHING_NEW", {"of": "next year"}),
        ("", None),
    ],
)
def test_events_that_are_malformed_or_unknown(discord: Discord, event: str, data: object) -> None:
    """They are passed over."""
    told(discord, event, data)


@pytest.mark.parametrize("frame", [{"op": 99, "d": None}, {"op": 11}, {"op": 1, "d": None}, {}])
def test_frames_of_an_unknown_or_odd_kind(discord: Discord, frame: dict[str, Any]) -> None:
    """They are passed over, and the connection stays."""
    discord.run(discord.standin.gateway.send(frame))


@pytest.mark.parametrize(
    "more",
    [
        {"guild": None},
        {"guild": None, "guild_id": None},
        {"guild_id": "1100000000000000999", "guild": None},
        {"channel": None},
        {"member": None},
    ],
    ids=repr,
)
def test_an_interaction_without_a_server(discord: Discord, more: dict[str, Any]) -> None:
    """A server that is null, or that the bot knows nothing of, takes nobody's answer."""
    exchange = begun(discord, who(discord, more, IN_FOREIGN_SERVER))
    assert is_answered(discord, exchange)


def test_a_command_of_an_older_registration(discord: Discord, bot: BotProcess) -> None:
    """A command that there no longer is says so, and which there are."""
    reply = discord.slash("lookup", words="anything")
    assert "/who" in reply.text
    bot.wait_for_log("a command of an older registration was used")


def test_an_unknown_event_is_logged_once(discord: Discord, bot: BotProcess) -> None:
    """A kind of event that the bot does not know is a line in the log, not one for each event."""
    for _ in range(3):
        told(discord, "SOMETHING_ELSE", {"of": "next year"})
    assert discord.slash("who", name="anna-berg").title == "Anna Berg"
    bot.wait_for_log("Discord tells of 'SOMETHING_ELSE'")
    assert bot.log.count("SOMETHING_ELSE") == 1


def test_an_interaction_of_an_unknown_kind(discord: Discord) -> None:
    """Whatever may be done in later years beside commands, buttons and forms is answered."""
    exchange = begun(discord, who(discord, {"type": 9}))
    assert is_answered(discord, exchange)
    # today's document knows no such kind, so that Discord's reply cannot be held against it either
    faults = discord.standin.faults
    faults[:] = [fault for fault in faults if "$.interaction.type: 9" not in fault]


def test_a_component_of_an_older_version(discord: Discord, bot: BotProcess) -> None:
    """A button that there no longer is says so."""
    assert "older version" in discord.press_id("v0:page:7").text
    bot.wait_for_log("a component of an older version was used")
