"""How a bot starts and stops: a clear line for whatever is wrong, and a status that says which."""

from __future__ import annotations

import logging
import re
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import ships
from folders import write
from processes import children
from standin.broken import HOLDING
from standin.disturbing import Trouble
from standin.fixtures import audited
from standin.misbehaving import begun, begun_in_dm, connection, is_answered, who
from standin.processes import BotProcess
from standin.world import TOKEN

from bot.config import Config
from bot.operating.running import run
from bot.operating.statuses import BAD_CONFIG, BAD_FOLDER, BAD_TOKEN, REFUSED, STOPPED
from bot.operating.tokens import bare_token, is_plausible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from standin.acting import Discord

    Start = Callable[..., BotProcess]

NOBODY_LISTENS = "http://127.0.0.1:1"
CALLBACK = "/interactions/.*/callback"


@pytest.fixture
def discord() -> Iterator[Discord]:
    """Start a stand-in that no bot is on yet."""
    made = audited()
    yield made
    made.close()


@pytest.fixture
def start(discord: Discord, tmp_path: Path) -> Iterator[Start]:
    """Return what starts a bot on the stand-in; what still runs afterwards is killed."""
    folder = write(tmp_path / "knowledge", base=ships.BASE)
    started: list[BotProcess] = []

    def begin(at: Discord | str = discord, on: Path = folder, **more: str) -> BotProcess:
        made = BotProcess(at, on, tmp_path / f"{len(started)}.log", **more)
        started.append(made)
        return made

    yield begin
    for process in started:
        process.process.kill()
        process.process.wait()


def lines(bot: BotProcess) -> list[str]:
    """Return what is logged as wrong; there is never a traceback."""
    assert "Traceback" not in bot.log
    assert not re.search(r'^\s+File "', bot.log, re.MULTILINE)
    return [line for line in bot.log.splitlines() if " ERROR " in line]


@pytest.fixture
def said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[[str | None], str]]:
    """Return what runs the bot with a token that is refused at once, and what it then says."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)

    def say(token: str | None) -> str:
        assert run(Config(log_format="human"), token, Path("nowhere")) == BAD_TOKEN
        return capsys.readouterr().err

    yield say
    logging.captureWarnings(capture=False)
    root.handlers[:] = before
    root.setLevel(level)
    for name in ("discord", "aiohttp", "asyncio", "watchfiles"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.mark.parametrize("token", [None, "", "   ", '""'])
def test_no_token(said: Callable[[str | None], str], token: str | None) -> None:
    """Without a token: what to set, and where it is to be had."""
    (line,) = said(token).splitlines()
    assert "DISCORD_TOKEN" in line
    assert "https://discord.com/developers/applications" in line


@pytest.mark.parametrize("token", ["two words", "line\nfeed", "ключ", "токен-" + TOKEN, "a\0b"])
def test_something_that_is_no_token(said: Callable[[str | None], str], token: str) -> None:
    """What cannot be a token is not even sent, nor is it shown."""
    (line,) = said(token).splitlines()
    assert "copy it again" in line
    assert token not in line


def test_a_wrong_token(start: Start) -> None:
    """A token that Discord does not know: how to get another."""
    bot = start(token="x" + TOKEN)
    assert bot.ended() == BAD_TOKEN
    (line,) = lines(bot)
    assert "Reset Token" in line
    assert TOKEN not in bot.log


@pytest.mark.parametrize(
    "around",
    [
        *("  {}\n", '"{}"', "'{}'", " ' {} ' ", "Bot {}", "“{}”", "`{}`\r\n", 'Bot "{}"'),
        *("'\"{}\"'", "\ufeff{}\n", "\u200b{}\u200b", "\u00a0{}"),
    ],
)
def test_a_token_with_something_around_it(around: str) -> None:
    """Spaces, quotes and line feeds that copying leaves around a token do not matter."""
    assert bare_token(around.format(TOKEN)) == TOKEN
    assert is_plausible(TOKEN)


def test_such_a_token_lets_the_bot_in(start: Start, discord: Discord) -> None:
    """The same, as the bot is started."""
    bot = start(token=f' "{TOKEN}" \n')
    discord.wait_for_bot()
    assert bot.stop() == STOPPED


@pytest.mark.parametrize("broken", ["topics: [", ""])
def test_a_broken_folder(start: Start, tmp_path: Path, broken: str) -> None:
    """Faults in the folder: where it is, how many, and each with its place."""
    folder = write(tmp_path / "broken", base=broken)
    bot = start(on=folder)
    assert bot.ended() == BAD_FOLDER
    (line,) = lines(bot)
    assert re.search(f"{folder} has [12] faults?; mend", line)
    assert "readout check" in line
    assert "base.yaml" in bot.log


def test_a_folder_that_is_not_there(start: Start, tmp_path: Path) -> None:
    """No folder: the same."""
    bot = start(on=tmp_path / "gone")
    assert bot.ended() == BAD_FOLDER
    assert "there is no such folder" in bot.log


def test_a_broken_configuration(start: Start) -> None:
    """Faults in the settings: which, and what to write."""
    bot = start(http_port="eighty")
    assert bot.ended() == BAD_CONFIG
    assert "READOUT_HTTP_PORT" in bot.log
    assert lines(bot) == []


def test_a_port_that_is_taken(start: Start) -> None:
    """The port of the metrics is somebody else's: which setting to change."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        bot = start(http_port=str(taken.getsockname()[1]))
        assert bot.ended() == BAD_CONFIG
    (line,) = lines(bot)
    assert "change http_port" in line


@pytest.mark.parametrize("host", ["a..b", "256.1.1.1", "x" * 70 + ".example"])
def test_a_host_that_is_none(start: Start, host: str) -> None:
    """The address of the metrics is none of this machine's: the same."""
    bot = start(http_port="1024", http_host=host)
    assert bot.ended() == BAD_CONFIG
    (line,) = lines(bot)
    assert "change http_port or http_host" in line


@pytest.mark.parametrize("code", [4010, 4012, 4013, 4014])
def test_a_connection_that_discord_refuses(start: Start, discord: Discord, code: int) -> None:
    """Intents or anything else that waiting does not mend: a line, and a status of its own."""
    discord.standin.gateway.closes_with = code
    bot = start()
    assert bot.ended() == REFUSED
    (line,) = lines(bot)
    assert f"(code {code})" in line


def test_a_token_that_is_taken_back(start: Start, discord: Discord) -> None:
    """A token reset while the bot runs is refused like any wrong one."""
    bot = start()
    discord.wait_for_bot()
    discord.run(discord.standin.gateway.close(4004))
    assert bot.ended() == BAD_TOKEN


def test_no_network(start: Start) -> None:
    """Nothing to be reached at the first connect: it tries again, and stops when told to."""
    bot = start(at=NOBODY_LISTENS)
    bot.wait_for_log("trying again in 2 s")
    assert lines(bot) == []
    assert len(re.findall("Discord cannot be reached", bot.log)) == 2
    assert bot.stop() == STOPPED


@pytest.mark.parametrize("status", [503, 429])
def test_an_api_that_is_down_at_the_first_connect(
    start: Start, discord: Discord, status: int
) -> None:
    """Errors at the first login are waited for, those of Cloudflare too."""
    trouble = Trouble(path="/users/@me", status=status, body="error code: 1015")
    discord.standin.troubles.planned.append(trouble)
    start()
    discord.wait_for_bot()
    assert discord.slash("who", name="anna-berg").title == "Anna Berg"


def test_a_gateway_that_is_down_at_the_first_connect(start: Start, discord: Discord) -> None:
    """A gateway that turns the bot away at first is tried again."""
    discord.standin.gateway.refuses = True
    bot = start()
    bot.wait_for_log("Failed to connect")
    discord.standin.gateway.refuses = False
    discord.wait_for_bot()
    assert lines(bot)[0].count("\n") == 0
    assert bot.stop() == STOPPED


def test_stopping_while_the_gateway_is_down(start: Start, discord: Discord) -> None:
    """Told to stop while it cannot connect, it does not wait for the next attempt."""
    discord.standin.gateway.refuses = True
    bot = start()
    bot.wait_for_log("Failed to connect")
    began = time.monotonic()
    assert bot.stop() == STOPPED
    assert time.monotonic() - began < 5
    assert "Traceback" not in bot.log


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopping_finishes_what_was_asked(
    start: Start, discord: Discord, number: signal.Signals
) -> None:
    """Questions in flight are answered, the gateway is closed, within five seconds, status 0."""
    bot = start()
    discord.wait_for_bot()
    held = connection(discord)
    assert held is not None
    slow = Trouble(path="/(interactions|channels)/.*", delay=1.0, times=4)
    discord.standin.troubles.planned.append(slow)
    waiting = [begun(discord), begun_in_dm(discord), begun(discord)]
    began = time.monotonic()
    assert bot.stop(number) == STOPPED
    assert time.monotonic() - began < 5
    assert all(is_answered(discord, exchange, 0.1) for exchange in waiting)
    assert held.socket.close_code == 1000
    assert "Traceback" not in bot.log


def test_stopping_does_not_wait_for_what_hangs(start: Start, discord: Discord) -> None:
    """An answer that takes longer than anybody waits is given up after some seconds."""
    bot = start()
    discord.wait_for_bot()
    discord.standin.troubles.planned.append(Trouble(path=CALLBACK, delay=30))
    begun(discord)
    time.sleep(0.2)
    began = time.monotonic()
    assert bot.stop() == STOPPED
    assert time.monotonic() - began < 5


def test_stopping_does_not_wait_for_a_loop_that_is_held_up(start: Start, discord: Discord) -> None:
    """Where something held up everything before it was told to stop, it stops in time still."""
    bot = start(module="standin.broken")
    discord.wait_for_bot()
    begun(discord, who(discord, name=HOLDING))
    time.sleep(0.5)
    bot.process.send_signal(signal.SIGTERM)
    began = time.monotonic()
    time.sleep(0.1)
    assert bot.stop() == STOPPED  # told twice, it does not take longer
    assert time.monotonic() - began < 5
    assert "not everything that was asked is answered" in bot.log


def test_stopping_during_a_reload(start: Start, discord: Discord, tmp_path: Path) -> None:
    """A reload in progress is given up, with the process that reads."""
    bot = start()
    discord.wait_for_bot()
    many = "".join(f"  t-{n}: {{name: Topic {n}}}\n" for n in range(100_000))
    write(tmp_path / "knowledge", more=f"topics:\n{many}")
    bot.process.send_signal(signal.SIGHUP)
    time.sleep(0.5)
    began = time.monotonic()
    assert bot.stop() == STOPPED
    assert time.monotonic() - began < 5


def test_a_folder_that_is_still_being_read_when_it_is_told_to_stop(
    start: Start, tmp_path: Path
) -> None:
    """Told to stop before it ever answered, it stops."""
    many = "".join(f"  t-{n}: {{name: Topic {n}}}\n" for n in range(100_000))
    bot = start(on=write(tmp_path / "large", base=f"topics:\n{many}"))
    while not children(bot.process.pid):
        time.sleep(0.02)
    began = time.monotonic()
    assert bot.stop() == STOPPED
    assert time.monotonic() - began < 5


def test_told_by_a_signal_it_reloads(start: Start, discord: Discord, tmp_path: Path) -> None:
    """SIGHUP loads the folder as it is now, as service managers do it."""
    bot = start()
    discord.wait_for_bot()
    write(tmp_path / "knowledge", more="topics: {tides: {name: Tides}}\n")
    bot.process.send_signal(signal.SIGHUP)
    bot.wait_for_log("told to reload (SIGHUP): Reloaded: 1 change,")
    write(tmp_path / "knowledge", more="topics: [")
    bot.process.send_signal(signal.SIGHUP)
    bot.wait_for_log("not reloaded, 2 faults")
    assert "Tides" in discord.slash("topic", name="tides").text


def test_told_to_reload_during_a_reload_it_does_so_once_more(
    start: Start, discord: Discord, tmp_path: Path
) -> None:
    """What is written while a folder is being read, and told of, is loaded after it."""
    bot = start()
    discord.wait_for_bot()
    many = "".join(f"  t-{n}: {{name: Topic {n}}}\n" for n in range(20_000))
    write(tmp_path / "knowledge", more=f"topics:\n{many}")
    bot.process.send_signal(signal.SIGHUP)
    while not children(bot.process.pid):
        time.sleep(0.02)
    bot.process.send_signal(signal.SIGHUP)
    bot.wait_for_log("told to reload (SIGHUP): Reloaded: 20000 changes,", 30)
    bot.wait_for_log("told to reload (SIGHUP): Reloaded: nothing has changed,", 30)


def test_told_to_reload_while_it_starts_it_goes_on_starting(
    start: Start, discord: Discord, tmp_path: Path
) -> None:
    """A service manager that is too quick does not end it."""
    many = "".join(f"  t-{n}: {{name: Topic {n}}}\n" for n in range(5_000))
    write(tmp_path / "knowledge", more=f"topics:\n{many}")
    bot = start()
    while not children(bot.process.pid):
        time.sleep(0.02)
    bot.process.send_signal(signal.SIGHUP)
    discord.wait_for_bot()
    bot.wait_for_log("told to reload (SIGHUP): Reloaded: nothing has changed,")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopping_before_there_is_anything_to_stop(
    number: signal.Signals, start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """While the program is still being loaded, it ends with 0, and is not ended by SIGHUP."""
    slow = tmp_path / "slow" / "discord.py"
    slow.parent.mkdir()
    slow.write_text(
        "import sys, time\nprint('loading', file=sys.stderr, flush=True)\ntime.sleep(60)"
    )
    monkeypatch.setattr(BotProcess, "PATHS", (slow.parent, *BotProcess.PATHS))
    bot = start(module="bot")
    bot.wait_for_log("loading")
    bot.process.send_signal(signal.SIGHUP)
    time.sleep(0.1)
    assert bot.process.poll() is None
    assert bot.stop(number) == STOPPED


def test_it_runs_on_where_nothing_can_be_logged(discord: Discord, tmp_path: Path) -> None:
    """With the log on a full disk the bot answers, reloads and stops as ever."""
    folder = write(tmp_path / "knowledge", base=ships.BASE)
    bot = BotProcess(discord, folder, Path("/dev/full"))
    try:
        discord.wait_for_bot()
        write(folder, more="topics: [")
        bot.process.send_signal(signal.SIGHUP)
        discord.slash("nonsense")
        assert discord.slash("who", name="anna-berg").title == "Anna Berg"
    finally:
        assert bot.stop() == STOPPED
