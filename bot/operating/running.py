"""A running bot: how it starts, stays connected, and stops.

``run`` returns the exit status of the process, in the manner of ``sysexits.h``:

======  ==========================================================================
0       stopped by SIGTERM or SIGINT
65      the knowledge folder has faults
69      Discord refuses the connection for a reason that waiting does not mend
77      there is no token, or Discord refuses it
78      the configuration has faults, or its port is taken
======  ==========================================================================

While Discord cannot be reached it tries again, at longer and longer intervals.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import threading
from typing import TYPE_CHECKING, Any, Final, Protocol

from bot.connection.connecting import Connecting
from bot.connection.gateway import Gateway
from bot.connection.limiting import Limits
from bot.edition import Desk
from bot.editions.aside import Unawaited, aside
from bot.editions.reloading import BusyError, build, counted
from bot.editions.settling import stamp
from bot.editions.watching import watch
from bot.facts.faults import FaultsFoundError
from bot.operating import logs, troubles
from bot.operating.health import Health
from bot.operating.pulse import Pulse
from bot.operating.signals import HANG_UP, STOPS
from bot.operating.statuses import BAD_CONFIG, BAD_FOLDER, BAD_TOKEN, STOPPED
from bot.operating.tokens import bare_token, is_plausible
from bot.operating.told import told
from bot.service import Service, Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine
    from pathlib import Path

_log = logging.getLogger(__name__)
_PORTAL: Final = "https://discord.com/developers/applications"
_MOST_FAULTS: Final = 20
#: Seconds for questions in flight and for closing the connection; five are promised.
_ENDING, _LEAVING = 4.3, 4.8
_BUSY: Final = 0.5  # seconds, until it is looked again whether another reload has ended


class Operation(Settings, Protocol):
    """What of the configuration concerns a bot that runs for long."""

    @property
    def log_format(self) -> str:
        """How it is logged: 'human', 'json' or 'auto'."""

    @property
    def watch(self) -> bool:
        """Whether the folder is reloaded by itself."""

    @property
    def user_per_minute(self) -> float:
        """How many questions one user may ask a minute; 0 for no limit."""

    @property
    def all_per_minute(self) -> float:
        """How many questions all together may ask a minute; 0 for no limit."""

    @property
    def http_port(self) -> int | None:
        """The port of ``/healthz`` and ``/metrics``, if there is to be one."""

    @property
    def http_host(self) -> str:
        """The address that port is bound to."""


def run(settings: Operation, token: str | None, folder: Path) -> int:
    """Answer on Discord until told to stop; return the exit status."""
    bare = bare_token(token or "")
    logs.configure(settings.log_level, bare, settings.log_format)
    if not bare:
        _log.error(
            "there is no token: set DISCORD_TOKEN to the one on the page 'Bot' of your application"
            " at %s, or DISCORD_TOKEN_FILE to a file that holds it",
            _PORTAL,
        )
        return BAD_TOKEN
    if not is_plausible(bare):
        _log.error(
            "what is given as the token is none, as there are spaces or letters in it that no token"
            " has: copy it again from the page 'Bot' of your application at %s",
            _PORTAL,
        )
        return BAD_TOKEN
    # the last resort, where the event loop itself is held up when it is time to stop
    leaving = threading.Timer(_LEAVING, _leave)
    leaving.daemon = True
    try:
        return asyncio.run(_run(settings, bare, folder, leaving))
    finally:
        leaving.cancel()
        logs.let_go()


async def _run(settings: Operation, token: str, folder: Path, leaving: threading.Timer) -> int:
    loop = asyncio.get_running_loop()
    loop.set_default_executor(Unawaited())
    stop, hung_up = asyncio.Event(), asyncio.Event()

    def end() -> None:
        if leaving.ident is None:  # it is the first time of being told
            leaving.start()
        loop.call_soon_threadsafe(stop.set)

    acts: dict[int, Callable[[], object]] = dict.fromkeys(STOPS, end)
    if HANG_UP is not None:
        acts[HANG_UP] = lambda: loop.call_soon_threadsafe(hung_up.set)
    with told(acts):
        stopping = asyncio.create_task(stop.wait())
        working = asyncio.create_task(_work(settings, token, folder, stopping, hung_up))
        try:
            await asyncio.wait({stopping, working}, return_when=asyncio.FIRST_COMPLETED)
            if not working.done() and not await _is_done_soon(working):
                working.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await working
                return STOPPED
            return await working
        finally:
            stopping.cancel()
            _log.info("stopped")


def _leave() -> None:
    _log.warning("stopped, though not everything that was asked is answered")
    os._exit(STOPPED)


async def _is_done_soon(working: asyncio.Task[int]) -> bool:
    """Return whether what is at work ends by itself, having been told to stop."""
    done, _ = await asyncio.wait({working}, timeout=_ENDING)
    return bool(done)


async def _work(
    settings: Operation,
    token: str,
    folder: Path,
    stopping: asyncio.Task[Any],
    hung_up: asyncio.Event,
) -> int:
    service = await _service(settings, folder, stopping)
    if isinstance(service, int):
        return service
    gateway, pulse = Gateway(), Pulse()
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(_beside(pulse.beat(), "the heartbeat"))
        if settings.http_port is not None:
            health = Health(service, gateway, pulse)
            try:
                host, port = settings.http_host, settings.http_port
                await stack.enter_async_context(health.served(host, port))
            except (OSError, UnicodeError) as error:  # such as a host of no letters
                _log.error(
                    "the port %s of %s cannot be used (%s): change http_port or http_host",
                    settings.http_port,
                    settings.http_host,
                    getattr(error, "strerror", None) or error,
                )
                return BAD_CONFIG
            _log.info("http://%s:%s/healthz and /metrics", settings.http_host, port)
        if settings.watch:
            await stack.enter_async_context(_beside(watch(service), "watching the folder"))
        await stack.enter_async_context(_beside(_reloads(service, hung_up), "reloading by SIGHUP"))
        return await Connecting(service, settings, gateway, token).until(stopping)


async def _service(settings: Operation, folder: Path, stopping: asyncio.Task[Any]) -> Service | int:
    """Load the folder; return what answers from it, or the exit status."""
    seen = await aside(lambda: stamp(folder))
    building = asyncio.create_task(build(folder))
    await asyncio.wait({building, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not building.done():
        building.cancel()
        with contextlib.suppress(asyncio.CancelledError, FaultsFoundError):
            await building
        return STOPPED
    try:
        edition = await building
    except FaultsFoundError as found:
        shown = "\n".join(map(str, found.faults[:_MOST_FAULTS]))
        _log.error(
            "%s has %s; mend them, `readout check` lists every one:\n%s",
            folder,
            counted(found.faults, "fault"),
            shown,
        )
        return BAD_FOLDER
    _log.info("edition %s: %s records", edition.fingerprint, len(edition.base.records))
    limits = Limits(settings.user_per_minute, settings.all_per_minute)
    return Service(Desk(edition), folder, limits, seen)


@contextlib.asynccontextmanager
async def _beside(work: Coroutine[Any, Any, None], what: str) -> AsyncIterator[None]:
    """Let something go on while the context lasts; should it fail, it is logged."""
    task = asyncio.create_task(_reported(work, what))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _reported(work: Coroutine[Any, Any, None], what: str) -> None:
    try:
        await work
    except Exception as error:  # noqa: BLE001  # the bot goes on answering without it
        troubles.report(error, what)


async def _reloads(service: Service, hung_up: asyncio.Event) -> None:
    """Reload as often as told to; told so during a reload, once more after it."""
    while True:
        await hung_up.wait()
        hung_up.clear()
        try:
            await service.reload_unasked("told to reload (SIGHUP)")
        except BusyError:
            # the other reload may have read the folder before it changed
            await asyncio.sleep(_BUSY)
            hung_up.set()
