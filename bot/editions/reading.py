"""A knowledge folder, read by a process of its own while the bot goes on answering."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
from typing import TYPE_CHECKING, Final

from bot.config import TOKEN, TOKEN_FILE
from bot.editions.parcels import HEAD, BrokenParcelError, Unpacking
from bot.facts.faults import Fault, FaultsFoundError

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from pathlib import Path

_log = logging.getLogger(__name__)

#: The same modules are found, wherever this process found them.
_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from bot.editions.reader_process import main; main(sys.argv[2])"
)
_LONGEST: Final = 600.0  # seconds: for a folder on a network that has stopped answering
_TODO: Final = "see the log; `readout check` reads the same folder"


async def read_apart(folder: Path) -> Unpacking:
    """Read and check a folder; return its records, still to be put together.

    Raise ``FaultsFoundError`` also where the reading itself came to nothing.
    """
    try:
        process = await _start(folder)
    except OSError as error:
        raise _failed(folder, f"no process could be started to read it: {error.strerror}") from None
    problems = asyncio.create_task(_problems(process))
    unpacking = Unpacking()
    try:
        async with asyncio.timeout(_LONGEST):
            await _receive(process, unpacking)
            status = await process.wait()
    except BaseException as error:
        # whoever stops waiting, for whatever reason, leaves no process behind
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if isinstance(error, TimeoutError):
            raise _failed(folder, f"not read within {_LONGEST / 60:.0f} minutes") from None
        if isinstance(error, BrokenParcelError):
            raise _failed(folder, f"read, but not understood: {error}") from None
        raise
    finally:
        text = await problems
    if status or not unpacking.is_complete:
        _log.error("the process that reads %s ended with %s: %s", folder, status, _last_line(text))
        _log.debug("all that it said:\n%s", text)
        raise _failed(folder, f"the process that reads it ended {_in_words(status)}")
    return unpacking


async def _start(folder: Path) -> Process:
    environment = {k: v for k, v in os.environ.items() if k not in {TOKEN, TOKEN_FILE}}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        _START,
        json.dumps(sys.path),
        str(folder),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environment,
        start_new_session=True,  # Ctrl-C is for the bot alone
    )


async def _receive(process: Process, unpacking: Unpacking) -> None:
    """Unpack what arrives until there is no more; between two parcels others have their turn."""
    if process.stdout is None:
        raise RuntimeError("the process was started without a pipe")
    try:
        while True:
            kind, length = HEAD.unpack(await process.stdout.readexactly(HEAD.size))
            unpacking.take(kind, await process.stdout.readexactly(length))
            await asyncio.sleep(0)
    except asyncio.IncompleteReadError:
        return  # whether that was all, the parcels know


async def _problems(process: Process) -> str:
    if process.stderr is None:
        return ""
    return (await process.stderr.read()).decode("utf-8", "replace")


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "it said nothing")


def _in_words(status: int) -> str:
    if status == -signal.SIGKILL:
        return "at once, as it does where memory runs short"
    return f"early (status {status})"


def _failed(folder: Path, wrong: str) -> FaultsFoundError:
    return FaultsFoundError([Fault(str(folder), 0, 0, wrong, _TODO)])
