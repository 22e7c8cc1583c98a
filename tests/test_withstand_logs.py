"""The token is never shown: not in any message, traceback, thread, warning or debug line."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import logging
import sys
import threading
import warnings
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import ships
from folders import write
from standin.fixtures import audited
from standin.processes import BotProcess
from standin.world import MEMBER, TOKEN

from bot.operating import logs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLANTED = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Planted.in-every-place_0123456789"
LIBRARIES = ("discord", "aiohttp", "asyncio", "watchfiles")


@pytest.fixture(
    params=[("debug", "human"), ("info", "human"), ("debug", "json"), ("info", "json")],
    ids="-".join,
)
def said(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], str]]:
    """Configure the log, at each level in each form; return what reads it."""
    root = logging.getLogger()
    before, level, stream = list(root.handlers), root.level, io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    logs.configure(request.param[0], PLANTED, request.param[1])
    yield stream.getvalue
    logging.captureWarnings(capture=False)
    root.handlers[:] = before
    root.setLevel(level)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.NOTSET)


class LeakyError(Exception):
    """An error that shows what it was made of."""

    def __repr__(self) -> str:
        """Return everything, as some do."""
        return f"LeakyError({self.args[0]})"


def leak(token: str = PLANTED) -> None:
    """Fail with the token in two messages, one behind the other, and among the arguments."""
    try:
        raise LeakyError(f"Authorization: Bot {token}")  # noqa: TRY301  # the cause of the next
    except LeakyError as error:
        raise OSError(13, f"the token {token} was in this address", token) from error


@pytest.mark.parametrize("name", ["bot.client", "discord.http", "aiohttp.client", "asyncio", "x"])
def test_in_messages_and_tracebacks(said: Callable[[], str], name: str) -> None:
    """Whoever logs it, however: what is written has a mark in its place."""
    log = logging.getLogger(name)
    try:
        leak()
    except OSError:
        log.exception("failed with %s and %r", PLANTED, {"Authorization": f"Bot {PLANTED}"})
    log.warning("https://discord.com/api?token=%s", PLANTED)
    log.debug(PLANTED)
    assert said()
    assert PLANTED not in said()
    assert PLANTED not in json.loads(json.dumps(said()))


def test_where_a_message_does_not_fit_its_values(said: Callable[[], str]) -> None:
    """A line that a library gets wrong is logged without its values, and nothing is printed."""
    (ours,) = [each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler]
    for message, values in (("%d tries", (PLANTED,)), ("one value", (PLANTED, 2))):
        ours.handle(logging.makeLogRecord({"name": "discord.x", "msg": message, "args": values}))
    assert "tries" in said()
    assert "one value" in said()
    assert PLANTED not in said()
    assert "Logging error" not in said()


def test_in_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token whose characters are escaped in an address is known there, too."""
    token = "abc+def/ghi=="  # noqa: S105  # nobody's
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    monkeypatch.setattr(sys, "stderr", stream)
    handler.setFormatter(logs._Human(token, is_terse=False))  # noqa: SLF001  # the form alone
    handler.handle(logging.makeLogRecord({"msg": "%s", "args": (quote(token, safe=""),)}))
    handler.handle(logging.makeLogRecord({"msg": token}))
    assert stream.getvalue().count("[token]") == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_in_any_encoding(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """Whatever standard error can write, and whatever is told, each line is JSON that says it."""
    told = "Лавров é 𐍈 \x1b\n\u2028 \ud800"
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace")
    monkeypatch.setattr(sys, "stderr", stream)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs._Json("", is_terse=False))  # noqa: SLF001  # the form alone
    handler.handle(logging.makeLogRecord({"msg": told}))
    stream.flush()
    (line,) = raw.getvalue().splitlines()
    assert json.loads(line.decode(encoding))["message"] == told


def test_in_what_nobody_catches(said: Callable[[], str]) -> None:
    """An error that ends the program or a thread is logged like any other."""
    try:
        leak()
    except OSError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=leak)
    thread.start()
    thread.join()
    assert "the program failed" in said()
    assert "a thread failed" in said()
    assert PLANTED not in said()


def test_where_an_error_cannot_be_raised(said: Callable[[], str]) -> None:
    """An error in what Python calls by itself, as it lets go of something, is logged too."""

    class Last:
        def __del__(self) -> None:
            leak()

    Last()
    gc.collect()
    assert "letting go of something failed" in said()
    assert PLANTED not in said()


def test_in_warnings(said: Callable[[], str]) -> None:
    """A warning goes to the log, too."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(f"do not use {PLANTED}", stacklevel=1)
    assert "do not use [token]" in said()


def test_below_debug_libraries_tell_no_addresses_and_ids(
    said: Callable[[], str], request: pytest.FixtureRequest
) -> None:
    """What leads to a user or a conversation, an interaction's token for one, stays out."""
    logging.getLogger("discord.http").warning(
        "We are being rate limited. %s %s responded with 429.",
        "POST",
        "https://discord.com/api/v10/webhooks/1100000000000000001/aW50ZXJhY3Rpb24/callback",
    )
    logging.getLogger("discord.gateway").warning("in the channel %s", 1_100_000_000_000_000_501)
    if "info" in request.node.callspec.id:
        assert "aW50ZXJhY3Rpb24" not in said()
        assert "11000000" not in said()
    assert "rate limited" in said()


def test_below_debug_an_error_that_nobody_waits_for_quotes_nobody(
    said: Callable[[], str], request: pytest.FixtureRequest
) -> None:
    """What asyncio tells of a task that failed holds the kind of the error, not its words."""

    async def fail() -> None:
        raise ValueError("what a user typed")

    async def forget() -> None:
        task = asyncio.create_task(fail())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        del task
        gc.collect()

    asyncio.run(forget())
    assert "never retrieved" in said()
    assert "ValueError" in said()
    assert ("typed" in said()) == ("debug" in request.node.callspec.id)


def test_json_lines_are_whole(said: Callable[[], str], request: pytest.FixtureRequest) -> None:
    """A message of several lines, a traceback and odd characters are one line of JSON."""
    try:
        leak()
    except OSError:
        logging.getLogger("bot.x").exception('several\nlines "quoted" \u2028 谢')
    if "json" not in request.node.callspec.id:
        assert len(said().splitlines()) > 2  # these are for people
        return
    (line,) = [json.loads(line) for line in said().split("\n") if line]
    assert line["message"] == 'several\nlines "quoted" \u2028 谢'
    assert "LeakyError" in line["traceback"]


def test_a_whole_bot_at_the_level_debug(tmp_path: Path) -> None:
    """Logged in, connected, asked and cut off: the token is nowhere in its log."""
    discord = audited()
    folder = write(tmp_path / "knowledge", base=ships.BASE)
    bot = BotProcess(discord, folder, tmp_path / "bot.log", log_level="debug")
    try:
        discord.wait_for_bot()
        discord.slash("who", name="anna-berg", by=MEMBER)
        discord.run(discord.standin.gateway.close(4004))
        assert bot.ended() == 77
    finally:
        bot.process.kill()
        discord.close()
    assert "DEBUG" in bot.log
    assert TOKEN not in bot.log
