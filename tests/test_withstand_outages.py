"""Whatever Discord does, the bot comes back, and the next question is answered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import ships
from standin.disturbing import Trouble
from standin.misbehaving import (
    INVALID,
    RECONNECT,
    begun,
    begun_in_dm,
    connection,
    disturbed,
    is_answered,
    send_broken,
    send_text,
    told,
    wait_for_another,
    who,
    written_in_absence,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standin.acting import Discord
    from standin.gateway import Gateway
    from standin.processes import BotProcess

BASE = ships.BASE
#: Paths behind the API's own: the answer to an interaction, and a message in a channel.
CALLBACK, MESSAGES = "/interactions/.*/callback", "/channels/.*/messages"
VIA = {"Via": "1.1 google"}


@pytest.fixture(autouse=True)
def the_next_question_is_answered(discord: Discord, bot: BotProcess) -> Iterator[None]:
    """After each test the bot is connected, and a command and a message are answered."""
    yield
    discord.standin.troubles.planned.clear()
    discord.standin.gateway.closes_with = None
    discord.standin.gateway.refuses = False
    discord.wait_for_bot()
    assert discord.slash("who", name="anna-berg").title == "Anna Berg"
    assert discord.write("/who anna berg").title == "Anna Berg"
    assert bot.process.poll() is None


@pytest.fixture
def gateway(discord: Discord) -> Gateway:
    """Return the gateway of the stand-in."""
    return discord.standin.gateway


def identified(gateway: Gateway) -> int:
    """Return how often the bot has begun a session."""
    return sum(frame["op"] == 2 for frame in gateway.received)


def test_a_request_to_reconnect(discord: Discord, gateway: Gateway) -> None:
    """Told to reconnect, the bot resumes its session."""
    before = identified(gateway)
    disturbed(discord, lambda: gateway.send({"op": RECONNECT, "d": None}))
    assert identified(gateway) == before


def test_an_invalid_session_that_may_be_resumed(discord: Discord, gateway: Gateway) -> None:
    """So it does where the session is called invalid, but resumable."""
    before = identified(gateway)
    disturbed(discord, lambda: gateway.send({"op": INVALID, "d": True}))
    assert identified(gateway) == before


def test_an_invalid_session(discord: Discord, gateway: Gateway) -> None:
    """Where it is not, the bot begins a new session."""
    before = identified(gateway)
    disturbed(discord, lambda: gateway.send({"op": INVALID, "d": False}))
    assert identified(gateway) == before + 1


def test_a_resume_that_is_refused(discord: Discord, gateway: Gateway) -> None:
    """So it does where Discord has forgotten the session."""
    before = identified(gateway)

    async def forget() -> None:
        gateway.forget_sessions()
        gateway.drop()

    disturbed(discord, forget)
    assert identified(gateway) == before + 1


def test_a_message_during_a_short_break_is_answered(discord: Discord, gateway: Gateway) -> None:
    """What was written while the connection was down is answered after the session is resumed."""
    before = connection(discord)
    exchange = discord.run(written_in_absence(discord))
    wait_for_another(discord, before)
    assert is_answered(discord, exchange)
    assert gateway.received[-1]["op"] != 2


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009])
def test_close_codes_after_which_one_may_return(
    discord: Discord, gateway: Gateway, code: int
) -> None:
    """Closed with a code that allows it, the bot resumes at once."""
    before = identified(gateway)
    disturbed(discord, lambda: gateway.close(code))
    assert identified(gateway) == before


def test_too_few_shards(discord: Discord, gateway: Gateway, bot: BotProcess) -> None:
    """Closed because more shards are required (4011), the bot asks again how many there are."""
    before = identified(gateway)
    disturbed(discord, lambda: gateway.close(4011))
    assert identified(gateway) == before + 1
    bot.wait_for_log("Discord has closed the connection (code 4011)")


def test_a_socket_that_breaks(discord: Discord, gateway: Gateway) -> None:
    """Cut off without a word, the bot resumes."""
    before = identified(gateway)
    disturbed(discord, gateway.drop)
    assert identified(gateway) == before


def test_a_socket_that_breaks_within_a_frame(discord: Discord) -> None:
    """Cut off in the middle of a message, the bot comes back."""
    disturbed(discord, lambda: send_broken(discord))


def test_frames_that_are_no_json(discord: Discord, bot: BotProcess) -> None:
    """What is no JSON at all ends the connection, is logged, and a new one is made."""
    disturbed(discord, lambda: send_text(discord, "{"))
    bot.wait_for_log("the connection to Discord failed")


def test_a_gateway_that_is_down(discord: Discord, gateway: Gateway, bot: BotProcess) -> None:
    """While the gateway turns everybody away (503), the bot tries on, one line for each try."""
    at = len(bot.log)
    before = connection(discord)
    gateway.refuses = True
    discord.run(_drop(gateway))
    bot.wait_for_log("Attempting a reconnect for shard ID 0")
    gateway.refuses = False
    wait_for_another(discord, before)
    lines = bot.log[at:].splitlines()
    assert lines
    assert not [line for line in lines if "Traceback" in line or line.startswith(" ")]


async def _drop(gateway: Gateway) -> None:
    gateway.drop()


def test_a_machine_without_network(discord: Discord, bot: BotProcess) -> None:
    """While nothing can be reached at all, the bot tries on."""
    at, before = len(bot.log), connection(discord)
    discord.run(discord.standin.close_port())
    for _ in range(100):
        if "Attempting a reconnect" in bot.log[at:]:
            break
        discord.run(asyncio.sleep(0.05))
    discord.run(discord.standin.open_port())
    wait_for_another(discord, before)
    assert "Traceback" not in bot.log[at:]


LIMITED = {"message": "You are being rate limited.", "retry_after": 0.3, "global": False}


@pytest.mark.parametrize("path", [CALLBACK, MESSAGES])
@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (429, LIMITED, {**VIA, "X-RateLimit-Scope": "user"}),
        (429, {**LIMITED, "global": True}, {**VIA, "X-RateLimit-Global": "true"}),
        (500, {"message": "500: Internal Server Error", "code": 0}, VIA),
        (502, None, VIA),
        (504, None, VIA),
    ],
)
def test_what_passes_is_waited_for(
    discord: Discord, path: str, status: int, body: object, headers: dict[str, str]
) -> None:
    """A rate limit or an error that passes soon delays an answer, and no more."""
    discord.standin.troubles.planned.append(
        Trouble(path=path, status=status, body=body, headers=headers)
    )
    exchange = begun(discord) if path == CALLBACK else begun_in_dm(discord)
    assert is_answered(discord, exchange)


@pytest.mark.parametrize("path", [CALLBACK, MESSAGES])
@pytest.mark.parametrize(
    ("status", "body"),
    [(429, "error code: 1015"), (403, {"message": "Missing Access", "code": 50001}), (404, {})],
)
def test_what_does_not_pass_is_logged(
    discord: Discord, bot: BotProcess, path: str, status: int, body: object
) -> None:
    """Banned for a while (429 without Via) or refused: nobody can be told, and the log says so."""
    at = len(bot.log)
    discord.standin.troubles.planned.append(Trouble(path=path, status=status, body=body, times=2))
    exchange = begun(discord) if path == CALLBACK else begun_in_dm(discord)
    assert not is_answered(discord, exchange, 0.5)
    assert bot.log[at:].strip()


def test_an_api_that_is_down_for_long_holds_nobody_else_up(discord: Discord) -> None:
    """While one answer is tried again and again, others are given; in the end it arrives, too."""
    trouble = Trouble(path=MESSAGES, status=503, headers=VIA, times=1_000)
    discord.standin.troubles.planned.append(trouble)
    waiting = begun_in_dm(discord)
    assert discord.slash("who", name="anna-holm").title == "Anna Holm"
    assert not waiting.sent
    trouble.times = 0
    assert is_answered(discord, waiting)


def test_a_slow_api_holds_nobody_else_up(discord: Discord) -> None:
    """While one answer is on its way for seconds, others are given."""
    discord.standin.troubles.planned.append(Trouble(path=CALLBACK, delay=1.5))
    waiting = begun(discord)
    assert discord.slash("who", name="anna-holm").title == "Anna Holm"
    assert not waiting.callbacks
    assert is_answered(discord, waiting)


def test_a_connection_that_breaks_under_an_answer(discord: Discord) -> None:
    """Where the connection breaks before Discord has replied, it is tried again."""
    discord.standin.troubles.planned.append(Trouble(path=MESSAGES, drops=True))
    assert is_answered(discord, begun_in_dm(discord))


def test_an_interaction_that_arrives_twice(discord: Discord, bot: BotProcess) -> None:
    """The second time it is answered already: that is a line in the log."""
    asked = who(discord)
    exchange = begun(discord, asked)
    assert is_answered(discord, exchange)
    told(discord, "INTERACTION_CREATE", asked)
    bot.wait_for_log("could not be answered in time (code 40060)")
    assert len(exchange.callbacks) == 1


def test_an_interaction_that_arrives_too_late(discord: Discord, bot: BotProcess) -> None:
    """What Discord has given up already is a line in the log."""
    told(discord, "INTERACTION_CREATE", who(discord))  # the stand-in knows nothing of it
    bot.wait_for_log("could not be answered in time (code 10062)")
