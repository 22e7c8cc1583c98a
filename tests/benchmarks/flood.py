"""Whether everybody is answered in a flood, and memory stays flat under the traffic of hours.

    python tests/benchmarks/flood.py [--flood MINUTES] [--soak MINUTES]

The bot is a process of its own with its default limits, on the shipped base and on the stand-in for
Discord. The flood is 10,000 look-ups a minute by 1,000 users, then as many by one who never stops;
the soak is commands, messages and completions at ten times the pace of a busy server, with a reload
now and then. Memory is that of the bot alone; growth counts from the first tenth on. CPU is what
the bot has used for each thing asked: it depends less on what else the machine does.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.reader import say  # noqa: E402  # once the path is set
from benchmarks.traffic import Traffic  # noqa: E402  # the same
from processes import resident  # noqa: E402  # the same
from standin.processes import BotProcess  # noqa: E402  # the same
from standin.server import StandIn  # noqa: E402  # the same

if TYPE_CHECKING:
    from collections.abc import Coroutine

_USERS, _PER_MINUTE = 1_000, 10_000
_SOAK_PER_SECOND: Final = 40.0
_LOOK: Final = 1.0  # seconds between two looks at the memory
_RELOAD: Final = 15.0  # seconds between two reloads of the soak
_LIMITS: Final = {"user_per_minute": "30", "all_per_minute": "6000"}


def main() -> None:
    """Print a table with a row for each kind of traffic."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--flood", type=float, default=1.0, metavar="MINUTES")
    parser.add_argument("--soak", type=float, default=5.0, metavar="MINUTES")
    arguments = parser.parse_args()
    asyncio.run(measure(arguments.flood, arguments.soak))


async def measure(flood: float, soak: float) -> None:
    """Start the stand-in and the bot, and let traffic flow for so many minutes."""
    standin = StandIn()
    await standin.start()
    with TemporaryDirectory() as folder:
        bot = BotProcess(standin.address, ROOT / "knowledge", Path(folder) / "bot.log", **_LIMITS)
        try:
            assert await standin.until(lambda: standin.gateway.session() is not None, 30)
            if flood:
                crowd = Traffic(standin, Random(1), _USERS)  # noqa: S311  # made-up traffic
                flow = crowd.flow(_PER_MINUTE / 60, flood * 60, mixed=False)
                tell("flood by a crowd", crowd, *await watched(bot, [flow], reloads=False))
                one = Traffic(standin, Random(2), 1)  # noqa: S311  # the same
                flow = one.flow(_PER_MINUTE / 60, flood * 60, mixed=False)
                tell("flood by one user", one, *await watched(bot, [flow], reloads=False))
            if soak:
                many = Traffic(standin, Random(3), _USERS)  # noqa: S311  # made-up traffic
                flow = many.flow(_SOAK_PER_SECOND, soak * 60, mixed=True)
                tell("soak", many, *await watched(bot, [flow], reloads=True))
        finally:
            status = await asyncio.to_thread(bot.stop)
            lines = [line for line in bot.log.splitlines() if " ERROR " in line]
            say(f"exit status {status}, {len(lines)} errors in the log")
            await standin.stop()


async def watched(
    bot: BotProcess, flows: list[Coroutine[None, None, None]], *, reloads: bool
) -> tuple[list[float], float]:
    """Let traffic flow; return the bot's memory in megabytes each second, and its CPU seconds."""
    memory: list[float] = []
    before = used(bot.process.pid)

    async def look() -> None:
        reloaded = time.monotonic()
        while True:
            memory.append(resident(bot.process.pid))
            if reloads and time.monotonic() - reloaded > _RELOAD:
                bot.process.send_signal(signal.SIGHUP)
                reloaded = time.monotonic()
            await asyncio.sleep(_LOOK)

    looking = asyncio.create_task(look())
    await asyncio.gather(*flows)
    looking.cancel()
    return memory, used(bot.process.pid) - before


def used(process: int) -> float:
    """Return the seconds of CPU that a process has used (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def tell(name: str, traffic: Traffic, memory: list[float], cpu: float) -> None:
    """Print what came of it."""
    outcomes = ", ".join(f"{n:,} {what}" for what, n in sorted(traffic.outcomes.items()))
    took = sorted(traffic.seconds) or [0.0]
    warm, last = memory[len(memory) // 10], memory[-1]
    say(f"{name}: {outcomes}")
    say(
        f"    answered after {took[len(took) // 2] * 1_000:.1f} ms (median),"
        f" {took[int(len(took) * 0.99)] * 1_000:.1f} ms (p99), {took[-1] * 1_000:.0f} ms (worst);"
        f" memory {warm:.1f} -> {last:.1f} MB ({last - warm:+.1f}), peak {max(memory):.1f},"
        f" CPU {cpu / max(1, sum(traffic.outcomes.values())) * 1_000:.2f} ms each"
    )


if __name__ == "__main__":
    main()
