"""Which look-ups are answered rightly, class by class, beside rapidfuzz WRatio over all names.

Both are asked the same questions, among names in an order that has nothing to do with them, so that
equal scores favour neither. WRatio takes a tenth of a second for each question among 100,000 names:
of each class as many are asked as fit into the time that it is given.
"""

from __future__ import annotations

import time
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from benchmarks.search_data import CLASSES
from benchmarks.search_measuring import bearers_of, in_turn, say
from benchmarks.search_rivals import BEST, Extract, Ours
from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.search_data import Data

_SIZES: Final = (1_000, 10_000, 100_000)


class Hits(NamedTuple):
    """For each question of a class, whether it was answered right first, and in the first five."""

    first: list[bool]
    five: list[bool]


def measure_classes(data: Data, seconds: float) -> None:
    """Print for each size and class how much is found by either, on the same questions."""
    say(
        "\nRight first / in the first five by class, names in another order (target: better in all)"
    )
    say(f"{'':<24}{'asked':>7}" + "".join(f"{each:>14}" for each in (*CLASSES, "all")))
    for size in _SIZES:
        names = sorted(data.many_names(size), key=lambda name: name[::-1])
        slow, fast = Extract(names, fuzz.WRatio), Ours(names)
        theirs = _hits(slow.ask, names, data, seconds)
        asked = sum(len(hits.first) for hits in theirs.values())
        ours = _hits(fast.ask, names, data, None, asked)
        for label, found in ((fast.label, ours), (slow.label, theirs)):
            say(f"{label:<16}{size:>8,}{asked:>7}" + "".join(_shares(found)))


def _hits(
    ask: Callable[[str], list[int]],
    names: Sequence[str],
    data: Data,
    seconds: float | None,
    most: int | None = None,
) -> dict[str, Hits]:
    bearers = bearers_of(names)
    hits: defaultdict[str, Hits] = defaultdict(lambda: Hits([], []))
    until = time.perf_counter() + seconds if seconds else None
    for query in [*in_turn(data.queries)][:most]:
        if until and time.perf_counter() > until:
            break
        right = bearers[query.folded]
        found = ask(query.words)
        hits[query.kind].first.append(bool(found) and found[0] in right)
        hits[query.kind].five.append(any(number in right for number in found[:BEST]))
    return hits


def _shares(hits: dict[str, Hits]) -> list[str]:
    first = [each for some in hits.values() for each in some.first]
    five = [each for some in hits.values() for each in some.five]
    rows = [*(hits.get(kind, Hits([], [])) for kind in CLASSES), Hits(first, five)]
    return [
        f"{f'{np.mean(row.first):.3f}/{np.mean(row.five):.3f}' if row.first else '-':>14}"
        for row in rows
    ]
