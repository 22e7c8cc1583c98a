"""How long a reload holds up the event loop, and what memory it takes at its peak.

    python tests/benchmarks/reload.py [NUMBER OF RECORDS …]

A heartbeat wants to beat every two milliseconds; what it comes late is how long the event loop was
held up. It beats four times, in a process of its own each: beside nothing, beside a reload as the
bot does it, beside one on the event loop itself, and beside a thread that is busy with plain Python
alone, which is what any work on a thread costs on this machine at this hour. Memory is that of the
bot and of every process that it starts for the reload. Linux alone says all this of a process.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.memory import Watched  # noqa: E402  # once the path is set
from benchmarks.reader import generate, say  # noqa: E402  # the same
from processes import resident  # noqa: E402  # the same

from bot.edition import Desk, Edition  # noqa: E402  # once the path is set
from bot.editions.reloading import Reloader, build  # noqa: E402  # the same

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

SIZES: Final = (10_000, 100_000)
_BEAT: Final = 0.002  # seconds
_ALONE: Final = 5.0  # seconds without a reload
_BUSY: Final = 20.0  # seconds of a thread that only keeps the interpreter busy
_MOST_STALL: Final = 50  # milliseconds
_BESIDE: Final = 300  # megabytes beside those of two editions
_WAYS: Final = ("nothing", "a reload", "one on the loop", "a busy thread")


class Beats(NamedTuple):
    """By how many milliseconds a heartbeat came late."""

    worst: float
    often: float  # 99.9 of 100 were no later
    seconds: float


def main() -> None:
    """Print a table with a row for each size and each way."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="NUMBER")
    parser.add_argument("--measure", nargs=2, metavar=("WAY", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        say(json.dumps(asyncio.run(measure(arguments.measure[0], Path(arguments.measure[1])))))
        return
    say(
        f"{'records':>9}  {'heartbeat beside':<16} {'seconds':>8} {'worst ms':>9} {'p99.9 ms':>9}"
        f" {'edition MB':>11} {'peak MB':>8}  target"
    )
    for size in arguments.sizes:
        with TemporaryDirectory() as folder:
            generate(Path(folder), size)
            for way in _WAYS:
                beats, edition, peak = in_process(way, folder)
                target = ""
                if way == _WAYS[1]:
                    most = 2 * edition + _BESIDE
                    held = beats.worst <= _MOST_STALL and peak <= most
                    target = f"{_MOST_STALL} ms, {most:.0f} MB: {'held' if held else 'MISSED'}"
                say(
                    f"{size:>9,}  {way:<16} {beats.seconds:>8.2f} {beats.worst:>9.1f}"
                    f" {beats.often:>9.1f} {edition:>11.0f} {peak:>8.0f}  {target}".rstrip()
                )


def in_process(way: str, folder: str) -> tuple[Beats, float, float]:
    """Measure in a process of its own; return the beats, and megabytes of an edition and peak."""
    command = [sys.executable, __file__, "--measure", way, folder]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603 - this file itself
    beats, edition, peak = json.loads(done.stdout)
    return Beats(*beats), edition, peak


async def measure(way: str, folder: Path) -> tuple[Beats, float, float]:
    """Load a folder, then let the heart beat beside something."""
    empty = resident()
    desk = Desk(await build(folder))
    gc.collect()
    edition = resident() - empty
    _change(folder)
    with Watched() as watched:
        beats = await beside(_job(way, Reloader(desk, folder), folder))
    return beats, edition, watched.peak


def _change(folder: Path) -> None:
    first = next(folder.glob("statements-*.yaml"))
    changed = first.read_text(encoding="utf-8").replace("talks", "consultations")
    first.write_text(changed, encoding="utf-8")


def _job(way: str, reloader: Reloader, folder: Path) -> Callable[[], Awaitable[object]]:
    async def on_the_loop() -> None:
        Edition.load(folder)

    return {
        _WAYS[0]: lambda: asyncio.sleep(_ALONE),
        _WAYS[1]: reloader.reload,
        _WAYS[2]: on_the_loop,
        _WAYS[3]: lambda: asyncio.to_thread(_busy),
    }[way]


def _busy() -> None:
    """Run nothing but plain Python, of which no step is long: what the machine costs by itself."""
    until = time.monotonic() + _BUSY
    numbers: dict[int, str] = {}
    while time.monotonic() < until:
        numbers.update({number: str(number) for number in range(100)})


async def beside(job: Callable[[], Awaitable[object]]) -> Beats:
    """Let the heart beat while something is done; return by how much it came late."""
    late: list[float] = []

    async def beat() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(_BEAT)
            late.append(time.perf_counter() - before - _BEAT)

    beating = asyncio.create_task(beat())
    await asyncio.sleep(10 * _BEAT)
    before = time.perf_counter()
    await job()
    seconds = time.perf_counter() - before
    await asyncio.sleep(10 * _BEAT)
    beating.cancel()
    late.sort()
    return Beats(late[-1] * 1_000, late[int(len(late) * 0.999)] * 1_000, seconds)


if __name__ == "__main__":
    main()
