"""How long answers take and how often they are right, measured the same way for all."""

from __future__ import annotations

import gc
import time
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.search.forms import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from benchmarks.search_data import Query
    from benchmarks.search_rivals import Searcher

_RUNS: Final = 3  # of each question, the fastest counts, in processor time of the thread that asks
_WARM: Final = 20
_FIVE: Final = 5


class Measured(NamedTuple):
    """Milliseconds, and the share of questions answered right first, and in the first five."""

    p50: float
    p99: float
    first: float
    five: float
    choice: float  # right first, or one of an open choice of at most five; 0 where none is told
    by_class: dict[str, float]  # right first
    asked: int


def say(line: str = "") -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - a benchmark prints


def milliseconds(ask: Callable[[str], object], questions: Iterable[str]) -> list[float]:
    """Return how long each question takes."""
    times = []
    for words in questions:
        fastest = float("inf")
        for _ in range(_RUNS):
            before = time.thread_time()
            ask(words)
            fastest = min(fastest, time.thread_time() - before)
        times.append(fastest * 1e3)
    return times


def percentiles(times: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile."""
    return float(np.percentile(times, 50)), float(np.percentile(times, 99))


def bearers_of(names: Sequence[str]) -> Mapping[str, set[int]]:
    """Return the numbers of the names that are the same once folded."""
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for number, name in enumerate(names):
        bearers[fold(name)].add(number)
    return bearers


def measure(
    searcher: Searcher, names: Sequence[str], queries: Sequence[Query], seconds: float
) -> Measured:
    """Ask queries, as many as fit into so many seconds, evenly from all classes."""
    ask, bearers = searcher.ask, bearers_of(names)
    for query in queries[:_WARM]:
        before = time.perf_counter()
        ask(query.words)
        if (time.perf_counter() - before) * _RUNS * len(queries) > seconds:
            break
    gc.collect()
    times: list[float] = []
    first: defaultdict[str, list[bool]] = defaultdict(list)
    five: list[bool] = []
    choice: list[bool] = []
    until = time.perf_counter() + seconds
    for query in in_turn(queries):
        if time.perf_counter() > until:
            break
        times += milliseconds(ask, [query.words])
        right = bearers[query.folded]
        found = ask(query.words)
        first[query.kind].append(bool(found) and found[0] in right)
        five.append(any(number in right for number in found[:_FIVE]))
        offered = searcher.choice(query.words)
        choice.append(first[query.kind][-1] or (len(offered) <= _FIVE and bool(right & {*offered})))
    p50, p99 = percentiles(times)
    by_class = {kind: float(np.mean(hits)) for kind, hits in first.items()}
    return Measured(
        p50=p50,
        p99=p99,
        first=float(np.mean([*by_class.values()])),
        five=float(np.mean(five)),
        choice=float(np.mean(choice)),
        by_class=by_class,
        asked=len(times),
    )


def in_turn(queries: Sequence[Query]) -> Iterator[Query]:
    """Yield one query of each class after the other."""
    by_class: defaultdict[str, list[Query]] = defaultdict(list)
    for query in queries:
        by_class[query.kind].append(query)
    for at in range(max(map(len, by_class.values()))):
        yield from (some[at] for some in by_class.values() if at < len(some))
