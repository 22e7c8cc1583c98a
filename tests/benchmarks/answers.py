"""How long each command, and each plain question of the golden tables, takes on the shipped base.

    python tests/benchmarks/answers.py [ROUNDS]

From the text as typed to the finished answer, in one thread; every question is asked once before,
so that nothing is measured that only the first question pays for. All questions are asked in turn,
ROUNDS times, and the time of one is the fastest of its rounds, counted in processor time: that is
what it costs, where the others also tell what else ran on the machine. p50 and p99 are over the
questions. An answer may take 2 ms, and should take less than 1 ms.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from plainly import TODAY
from shipped import edition
from test_plain_blind import LATER as BLIND_LATER
from test_plain_blind import TABLE as BLIND
from test_plain_fresh import LATER
from test_plain_fresh import TABLE as FRESH
from test_plain_golden import TABLE as GOLDEN
from test_plain_third import TABLE as THIRD

from bot.answers.asking import Asking
from bot.answers.typed import answer_typed

if TYPE_CHECKING:
    from collections.abc import Sequence

AIM_MS: Final = 1.0
LIMIT_MS: Final = 2.0
_SLOWEST: Final = 12
_PERCENT: Final = 99


class Timed(NamedTuple):
    """A question and the fastest of its times, in milliseconds."""

    question: str
    ms: float


def main() -> None:
    """Print a table with a row for each command and for plain questions, and the slowest."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rounds", nargs="?", type=int, default=15, metavar="ROUNDS")
    rounds = parser.parse_args().rounds
    asking = Asking(edition(), TODAY)
    say(f"{'questions':<22} {'number':>6} {'p50':>7} {'p99':>7} {'worst':>7}   in ms")
    every: list[Timed] = []
    for name, questions in tables().items():
        timed = sorted(measured(asking, questions, rounds), key=lambda one: one.ms)
        times = [one.ms for one in timed]
        say(
            f"{name:<22} {len(times):>6} {statistics.median(times):>7.2f}"
            f" {percentile(times, _PERCENT):>7.2f} {times[-1]:>7.2f}"
        )
        every += timed
    for bar in (AIM_MS, LIMIT_MS):
        over = sum(one.ms > bar for one in every)
        say(f"over {bar} ms: {over} of {len(every)}")
    say("\nslowest:")
    for one in sorted(every, key=lambda one: -one.ms)[:_SLOWEST]:
        say(f"{one.ms:>7.2f}  {one.question[:80]}")


def tables() -> dict[str, list[str]]:
    """Return the questions by what they are: every record for each command, and plain ones."""
    base = edition().base
    parties = [*base.people, *base.organisations]
    names = [base.name(id_) for id_ in (*parties, *base.topics)]
    rows = (*GOLDEN, *FRESH, *LATER, *THIRD, *BLIND, *BLIND_LATER)
    return {
        "/who": [f"/who name:{base.name(id_)}" for id_ in parties],
        "/who, mistyped": [f"/who name:{mistyped(base.name(id_))}" for id_ in parties],
        "/timeline": ["/timeline", *(f"/timeline about:{name}" for name in names)],
        "/quote": ["/quote", *(f"/quote words:{one.words}" for one in base.quotes.values())],
        "/topic": [f"/topic name:{name}" for name in names],
        "/verify": [f"/verify words:{one.words}" for one in base.quotes.values()],
        "/verify, altered": [f"/verify words:not {one.words}" for one in base.quotes.values()],
        "/source": ["/source", *(f"/source name:{id_}" for id_ in base.sources)],
        "/about": ["/about"],
        "plain, answered": [row.question for row in rows if row.status == "found"],
        "plain, misses": [row.question for row in rows if row.status != "found"],
    }


def mistyped(name: str) -> str:
    """Return a name with its third and fourth letters swapped."""
    return name[:2] + name[2:4][::-1] + name[4:]


def measured(asking: Asking, questions: Sequence[str], rounds: int) -> list[Timed]:
    """Return each question with the fastest of its times, all being asked in turn each round."""
    times = dict.fromkeys(questions, float("inf"))
    for number in range(rounds + 1):
        for question in questions:
            began = time.thread_time()
            answer_typed(asking, question)
            if number:  # the first round warms up
                times[question] = min(times[question], time.thread_time() - began)
    return [Timed(question, seconds * 1e3) for question, seconds in times.items()]


def percentile(times: Sequence[float], percent: int) -> float:
    """Return a percentile of sorted times."""
    return times[min(len(times) - 1, len(times) * percent // 100)]


def say(line: str) -> None:
    """Print a line of the table."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
