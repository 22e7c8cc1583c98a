"""Seen from outside: health, metrics and JSON logs of a bot that also watches its folder."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
import ships
from folders import write
from prometheus_client.parser import text_string_to_metric_families
from standin.misbehaving import connection, disturbed, told, wait_for_another
from standin.processes import BotProcess
from standin.world import MEMBER, TOKEN

from bot.connection.gateway import Gateway
from bot.edition import Desk, Edition
from bot.operating import health as health_of_a_bot
from bot.operating import pulse
from bot.service import Service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standin.acting import Discord

BASE = ships.BASE


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def port() -> int:
    """Choose the port of the module's bot."""
    return free_port()


@pytest.fixture(scope="module")
def bot(
    empty_discord: Discord, folder: Path, port: int, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    """Start a bot that shows everything it can."""
    log = tmp_path_factory.mktemp("log") / "bot.log"
    settings = {"http_port": str(port), "watch": "true", "log_format": "auto"}
    running = BotProcess(empty_discord, folder, log, **settings)
    try:
        empty_discord.wait_for_bot()
        yield running
    finally:
        running.stop()


def page(port: int, path: str) -> tuple[int, str]:
    """Get a page; return its status and text."""
    try:
        with urllib.request.urlopen(
            f"http://127.0.0.1:{port}{path}", timeout=5
        ) as got:  # our own port
            return got.status, got.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def metrics(port: int) -> dict[tuple[str, str], float]:
    """Return every sample by its name and the values of its labels."""
    return {
        (sample.name, " ".join(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(page(port, "/metrics")[1])
        for sample in family.samples
    }


def health(port: int) -> tuple[int, dict[str, object]]:
    """Return what /healthz says."""
    status, text = page(port, "/healthz")
    return status, json.loads(text)


def wait_until_well(port: int) -> dict[str, object]:
    """Wait until /healthz says that all is well."""
    deadline = time.monotonic() + 15
    while health(port)[0] != 200 and time.monotonic() < deadline:
        time.sleep(0.05)
    status, said = health(port)
    assert status == 200
    return said


def test_a_bot_that_answers_is_well(discord: Discord, port: int) -> None:
    """Connected, with an edition, and its event loop on time."""
    discord.wait_for_bot()
    said = wait_until_well(port)
    assert said["status"] == "ok"
    assert said["gateway"] == "connected"
    assert re.fullmatch("[0-9a-f]{12}", str(said["edition"]))
    assert isinstance(said["event_loop_lag_ms"], float)


def test_a_bot_that_is_held_up_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, discord: Discord
) -> None:
    """While the event loop is late /healthz fails; soon after it no more, though metrics know."""
    discord.wait_for_bot()
    monkeypatch.setattr(health_of_a_bot, "_MOST_LAG", 0.4)
    monkeypatch.setattr(pulse, "_RECENT", 1)
    gateway, beating = Gateway(), pulse.Pulse()
    monkeypatch.setattr(Gateway, "is_connected", True)
    folder = write(tmp_path, base=BASE)
    service = Service(Desk(Edition.load(folder)), folder)

    async def hold_up() -> tuple[list[int], float]:
        beat = asyncio.create_task(beating.beat())
        async with health_of_a_bot.Health(service, gateway, beating).served("127.0.0.1", 0) as at:
            statuses = [(await asyncio.to_thread(health, at))[0]]
            time.sleep(1.3)  # noqa: ASYNC251  # that is what holds it up
            statuses.append((await asyncio.to_thread(health, at))[0])
            await asyncio.sleep(1.2)
            statuses.append((await asyncio.to_thread(health, at))[0])
            told = await asyncio.to_thread(metrics, at)
        beat.cancel()
        return statuses, told["readout_event_loop_lag_seconds", ""]

    statuses, most = asyncio.run(hold_up())
    assert statuses == [200, 503, 200]
    assert most > 0.4


def test_a_bot_that_is_cut_off_is_not(discord: Discord, port: int) -> None:
    """While the gateway turns it away /healthz fails, and recovers with it."""
    wait_until_well(port)
    before = connection(discord)
    discord.standin.gateway.refuses = True

    async def drop() -> None:
        discord.standin.gateway.drop()

    discord.run(drop())
    deadline = time.monotonic() + 10
    while health(port)[0] == 200 and time.monotonic() < deadline:
        time.sleep(0.02)
    status, said = health(port)
    assert (status, said["status"], said["gateway"]) == (503, "failing", "not connected")
    assert metrics(port)["readout_gateway_connected", ""] == 0
    discord.standin.gateway.refuses = False
    wait_for_another(discord, before)
    wait_until_well(port)
    assert metrics(port)["readout_gateway_connected", ""] == 1


def test_answers_are_counted_by_command_and_status(discord: Discord, port: int) -> None:
    """Each answer counts once, under what was asked and how it ended, and is timed."""
    before = metrics(port)
    discord.slash("who", name="anna-berg")
    discord.slash("who", name="xyzzy quux")
    discord.write("/topic ships")
    after = metrics(port)

    def more(name: str, labels: str) -> float:
        return after.get((name, labels), 0) - before.get((name, labels), 0)

    assert more("readout_answers_total", "who found") == 1
    assert more("readout_answers_total", "who not_found") == 1
    assert more("readout_answers_total", "topic found") == 1
    assert more("readout_seconds_count", "question") == 3
    assert more("readout_seconds_bucket", "+Inf question") == 3
    assert 0 < more("readout_seconds_sum", "question") < 3


def test_what_cannot_be_read_is_counted(discord: Discord, port: int) -> None:
    """Events that no bot could read are seen in the metrics."""
    before = metrics(port)["readout_unreadable_events_total", ""]
    told(discord, "INTERACTION_CREATE", {})
    discord.write("/about")
    assert metrics(port)["readout_unreadable_events_total", ""] == before + 1


def test_the_process_is_measured(port: int) -> None:
    """Memory and processor time stand beside the rest."""
    assert metrics(port)["process_resident_memory_bytes", ""] > 10**7


def test_nothing_else_is_served(port: int) -> None:
    """There are two pages, and only reading them."""
    assert page(port, "/")[0] == 404
    assert page(port, "/metrics/../healthz")[0] in {200, 404}


def test_a_folder_that_changes_is_reloaded_by_itself(
    discord: Discord, folder: Path, port: int, bot: BotProcess
) -> None:
    """Changed and settled, it is loaded; broken, the edition stays and the faults are logged."""
    edition = health(port)[1]["edition"]
    write(folder, more="topics: {tides: {name: Tides}}\n")
    bot.wait_for_log("the folder has changed: Reloaded: 1 change")
    assert "Tides" in discord.slash("topic", name="tides").text
    second = health(port)[1]["edition"]
    assert second != edition
    write(folder, more="topics: {tides: {name: Tides, depth: 5}}\n")
    bot.wait_for_log("the folder has changed: not reloaded")
    bot.wait_for_log("more.yaml:1:")
    assert health(port)[1]["edition"] == second
    counted = metrics(port)
    assert counted["readout_reloads_total", "changed"] == 1
    assert counted["readout_reloads_total", "faults"] == 1
    assert counted["readout_edition_info", str(second)] == 1
    assert "Tides" in discord.slash("topic", name="tides").text
    (folder / "more.yaml").unlink()
    bot.wait_for_log(f"Reloaded: 1 change, edition {edition}")


def test_the_log_is_json_where_it_is_no_terminal(discord: Discord, bot: BotProcess) -> None:
    """Each line is an object with time, level, logger and message."""
    discord.slash("who", name="anna-berg")
    lines = [json.loads(line) for line in bot.log.splitlines()]
    assert lines
    for line in lines:
        assert {"time", "level", "logger", "message"} <= line.keys()
        assert line["level"] in {"info", "warning", "error"}


def test_the_log_knows_nobody(discord: Discord, bot: BotProcess) -> None:
    """After all this there is no user, no server and no word of theirs in it, nor the token."""
    discord.slash("who", name="a very particular wording")
    discord.write("a very particular wording")
    disturbed(discord, discord.standin.gateway.drop)
    for private in ("particular", TOKEN, str(MEMBER), "user-12"):
        assert private not in bot.log
    assert not re.search(r"\d{17,}", bot.log)
