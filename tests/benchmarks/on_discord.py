"""How many questions the bot answers on Discord, beside bots that reply with a constant.

    python tests/benchmarks/on_discord.py [--questions N] [--rounds N]

All run as processes of their own on the same stand-in for Discord, one after the other, several
times over: ours, one that replies with a word, and one with a card as large as ours. A question is
an interaction on the gateway; its answer is the callback over HTTP. The time of an answer is what
the stand-in sees, from the one to the other. CPU is what the bot's process has used for it, where
the system tells: it depends less on what else the machine does.

The constant bots are written as discord.py's documentation has it, the card is ready to be sent,
and all run on the event loop that Python brings.

``popular`` are a few questions of every command, asked again and again. Those whose answers show
the words that were typed are worked out each time, as no words of a user are remembered. ``new``
are questions about every record of the base, none of which the process has been asked before.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import inspect
import itertools
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands

ROOT: Final = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from standin.acting import interaction  # noqa: E402  # once the path is set
from standin.pointed import point  # noqa: E402  # the same
from standin.processes import BotProcess  # noqa: E402  # the same
from standin.server import StandIn  # noqa: E402  # the same
from standin.world import IN_SERVER, MEMBER, TOKEN  # noqa: E402  # the same

from bot.cards import Shown, draw  # noqa: E402  # once the path is set
from bot.drawing.custom_ids import Question  # noqa: E402  # the same
from bot.edition import Desk, Edition  # noqa: E402  # the same
from bot.facts.base import load  # noqa: E402  # the same
from bot.service import Service  # noqa: E402  # the same

if TYPE_CHECKING:
    from collections.abc import Sequence

Asked = tuple[str, dict[str, str]]
_BOTS, _KINDS = ("readout", "word", "card"), ("popular", "new")
_SEED: Final = 5
_IN_FLIGHT: Final = (1, 32)
_WARMING: Final = 300
_PATIENCE: Final = 5.0  # seconds that an answer counts as which never comes, or too late
_TARGET: Final = {"rate": ">= 0.80", "p99": "<= 2.00"}
_POPULAR: Final[tuple[Asked, ...]] = (
    ("who", {"name": "lavrov"}),
    ("who", {"name": "wang yi"}),
    ("who", {"name": "Сергей Лавров"}),
    ("who", {"name": "lavrof"}),
    ("timeline", {"about": "taiwan"}),
    ("timeline", {"since": "2025", "until": "2025-12"}),
    ("quote", {"speaker": "wang-yi"}),
    ("quote", {"words": "pipe dream"}),
    ("topic", {"name": "taiwan"}),
    ("topic", {"name": "ukraine"}),
    ("verify", {"words": "drive a wedge between China and Russia can only be a pipe dream"}),
    ("verify", {"words": "trade between the two countries fell by half"}),
    ("source", {}),
    ("about", {}),
)


@dataclass
class Measured:
    """What one bot did with so many questions in flight, over all rounds."""

    rates: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)

    def figures(self) -> tuple[float, float, float, float]:
        """Return answers a second, p50, p99 and CPU of an answer in milliseconds."""
        cuts = statistics.quantiles(self.times, n=100)
        work = statistics.median(self.work) * 1e3
        return statistics.median(self.rates), cuts[49] * 1e3, cuts[98] * 1e3, work


def main() -> None:
    """Print a table with a row for each bot and number in flight, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--questions", type=int, default=2_000, help="in each measurement")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--knowledge", type=Path, default=ROOT / "knowledge")
    parser.add_argument("--constant", metavar="ADDRESS", help=argparse.SUPPRESS)
    parser.add_argument("--reply", choices=_BOTS[1:], help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.constant:
        run_constant_bot(given.constant, given.reply)
        return
    measured = asyncio.run(measure(given.questions, given.rounds, given.knowledge))
    head = f"{'questions':<9} {'in flight':>9}"
    say(f"{head}  {'bot':<9} {'answers/s':>9} {'p50 ms':>8} {'p99 ms':>8} {'CPU ms':>8}")
    for kind, flight in itertools.product(_KINDS, _IN_FLIGHT):
        figures = {name: measured[name, kind, flight].figures() for name in _BOTS}
        head = f"{kind:<9} {flight:>9}"
        for name, (rate, *times) in figures.items():
            say(f"{head}  {name:<9} {rate:>9,.0f} " + " ".join(f"{time:>8.2f}" for time in times))
        for other in _BOTS[1:]:
            pairs = zip(figures["readout"], figures[other], strict=True)
            rate, *times = (mine / theirs for mine, theirs in pairs)
            line = f"{head}  {'by ' + other:<9} {rate:>9.2f} "
            say(line + " ".join(f"{time:>8.2f}" for time in times))
    say(f"{'':<19}  {'target':<9} {_TARGET['rate']:>9} {'':>8} {_TARGET['p99']:>8}")


async def measure(
    questions: int, rounds: int, folder: Path
) -> dict[tuple[str, str, int], Measured]:
    """Let both bots answer, one after the other in each round."""
    measured = {key: Measured() for key in itertools.product(_BOTS, _KINDS, _IN_FLIGHT)}
    new = new_questions(folder)
    popular = list(itertools.islice(itertools.cycle(_POPULAR), questions))
    # each new one is asked once alone or once among others, and the other way round next time
    asked = {("popular", flight): [popular] for flight in _IN_FLIGHT}
    halves = new[::2][:questions], new[1::2][:questions]
    asked |= {("new", 1): [*halves], ("new", 32): [*halves[::-1]]}
    standin = StandIn()
    await standin.start()
    try:
        with TemporaryDirectory() as place:
            for turn, name in itertools.product(range(rounds), _BOTS):
                process = start(name, standin, folder, Path(place) / "bot.log")
                try:
                    there = await standin.until(lambda: standin.gateway.session() is not None, 30)
                    if not there:
                        raise RuntimeError(f"the bot {name} has not connected")
                    await ask_all(standin, popular[:_WARMING], 8)
                    for (kind, flight), choices in asked.items():
                        some = choices[turn % len(choices)]
                        before = cpu_seconds(process.pid)
                        rate, times = await ask_all(standin, some, flight)
                        one = measured[name, kind, flight]
                        one.rates.append(rate)
                        one.times += times
                        one.work.append((cpu_seconds(process.pid) - before) / len(some))
                finally:
                    process.terminate()
                    await asyncio.to_thread(process.wait, 15)
                    await standin.until(lambda: standin.gateway.session() is None)
    finally:
        await standin.stop()
    return measured


def start(name: str, standin: StandIn, folder: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start one of the bots."""
    if name == "readout":
        return BotProcess(standin.address, folder, log).process
    command = [sys.executable, __file__, "--constant", standin.address, "--reply", name]
    with log.open("ab") as out:
        return subprocess.Popen(command, stdout=out, stderr=out)  # noqa: S603  # this file itself


def cpu_seconds(pid: int) -> float:
    """Return the CPU time that a process has used; not a number where the system does not tell."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return float("nan")
    fields = stat.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def ask_all(
    standin: StandIn, questions: Sequence[Asked], flight: int
) -> tuple[float, list[float]]:
    """Ask questions, some at a time; return answers a second and the time of each."""
    # an interaction is as old as its id: one made long before it is asked would be too late
    tolds = (told(standin, *question) for question in questions)
    times: list[float] = []

    async def ask_some() -> None:
        for one in tolds:
            exchange = await standin.interact(one, IN_SERVER.guild)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(exchange.first.wait(), _PATIENCE)
            times.append(exchange.answered - exchange.began if exchange.answered else _PATIENCE)
            del standin.exchanges[one["token"]]

    began = asyncio.get_running_loop().time()
    await asyncio.gather(*(ask_some() for _ in range(flight)))
    seconds = asyncio.get_running_loop().time() - began
    standin.requests.clear()
    standin.authors.clear()
    return len(questions) / seconds, times


def new_questions(folder: Path) -> list[Asked]:
    """Return questions about every record, in an order of chance that is always the same."""
    base = load(folder)
    found: list[Asked] = [("source", {"name": source.title}) for source in base.sources.values()]
    for one in (*base.people.values(), *base.organisations.values()):
        for called in (one.name, *one.names):
            found += ("who", {"name": called}), ("timeline", {"about": called})
            found += ("quote", {"speaker": called}), ("topic", {"name": called})
    for topic in base.topics.values():
        for called in (topic.name, *topic.names):
            found += ("topic", {"name": called}), ("timeline", {"about": called})
    for quote in base.quotes.values():
        words = quote.words.split()
        found += ("verify", {"words": quote.words}), ("quote", {"words": " ".join(words[1:7])})
    Random(_SEED).shuffle(found)  # noqa: S311  # an order, not a secret
    return found


def told(standin: StandIn, name: str, options: dict[str, str]) -> dict[str, Any]:
    """Write a question as an interaction."""
    given = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
    data = {"id": "1", "name": name, "type": 1, "options": given}
    return interaction(str(standin.new_id()), 2, data, MEMBER, IN_SERVER)


def run_constant_bot(address: str, replies_with: str) -> None:
    """Run a bot with the same commands that replies to all of them with the same."""
    point(address)
    card = constant_card() if replies_with == "card" else None
    client = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
    tree = app_commands.CommandTree(client)

    async def reply(asked: discord.Interaction, /, **_options: str) -> None:
        if card is None:
            await asked.response.send_message("always")
        else:
            await asked.response.send_message(view=card)

    # discord.py reads the options off the signature
    names = sorted({name for _, options in _POPULAR for name in options})
    reply.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # as inspect allows
        [inspect.Parameter("asked", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
        + [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default="", annotation=str)
            for name in names
        ]
    )
    for command in sorted({command for command, _ in _POPULAR}):
        tree.command(name=command, description="The same")(reply)
    client.run(TOKEN, log_handler=None)


def constant_card() -> discord.ui.LayoutView:
    """Draw the card of a question of about the usual size, as a view that is ready to be sent."""
    folder = ROOT / "knowledge"
    question = Question.of("who", {"name": "lavrov"})
    answer = Service(Desk(Edition.load(folder)), folder).answer(question)
    components = draw(answer, Shown(MEMBER, question)).to_components()

    class Constant(discord.ui.LayoutView):
        def to_components(self) -> list[dict[str, Any]]:
            return components

        def has_components_v2(self) -> bool:
            return True

        def is_finished(self) -> bool:
            return True  # so that discord.py keeps nothing

    return Constant(timeout=None)


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201  # a benchmark prints


if __name__ == "__main__":
    main()
