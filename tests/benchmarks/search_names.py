"""Looking up names: speed, rightness, memory and growth, beside the alternatives."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from benchmarks.search_data import CLASSES
from benchmarks.search_measuring import Measured, measure, say
from benchmarks.search_rivals import Ours, Searcher, rivals

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.search_data import Data

_TARGETS = {
    100_000: "p50 <= 0.4, p99 <= 1; right first >= .94, in five >= .985; 200 times WRatio's speed",
    1_000_000: "p99 <= 5; index <= 250 MB; build <= 15 s",
}


def measure_names(data: Data, sizes: Sequence[int], seconds: float) -> None:
    """Print a table for each number of names, then how the median grows."""
    grown: list[tuple[int, float]] = []
    for size in sizes:
        names = data.many_names(size)
        say(f"\nNames among {len(names):,}" + _target(size))
        say("choice: right first, or one of at most five that are offered as equally good")
        say(
            f"{'':<26}{'p50':>9}{'p99':>9}{'slower':>9}{'first':>7}{'in 5':>7}{'choice':>8}"
            f"{'asked':>7}{'build s':>9}{'MB':>7}   right first: "
            + " ".join(f"{each:>9}" for each in CLASSES)
        )
        ours = _measured(Ours, names, data, seconds)
        _show(*ours, ours[1])
        grown.append((size, ours[1].p50))
        for rival in rivals():
            _show(*_measured(rival, names, data, seconds), ours[1])
            gc.collect()
        again = _shuffled(names, data, seconds)
        _show(*again, ours[1])
    if len(grown) > 1:
        (small, before), (large, after) = grown[0], grown[-1]
        say(f"\nGrowth of p50 from {small:,} to {large:,}: {after / before:.1f} times (target: 4)")


def _target(size: int) -> str:
    return f"   (target: {_TARGETS[size]})" if size in _TARGETS else ""


def _measured(
    build: Callable[[Sequence[str]], Searcher], names: Sequence[str], data: Data, seconds: float
) -> tuple[Searcher, Measured]:
    searcher = build(names)
    return searcher, measure(searcher, names, data.queries, seconds)


def _shuffled(names: Sequence[str], data: Data, seconds: float) -> tuple[Searcher, Measured]:
    """Measure with the names in another order, so that no tie favours those asked for."""
    mixed = sorted(names, key=lambda name: name[::-1])
    searcher, measured = _measured(Ours, mixed, data, seconds)
    searcher.label = "readout, ids in other order"
    return searcher, measured


def _show(searcher: Searcher, measured: Measured, ours: Measured) -> None:
    classes = " ".join(f"{measured.by_class.get(each, 0):>9.2f}" for each in CLASSES)
    choice = f"{measured.choice:>8.3f}" if isinstance(searcher, Ours) else f"{'-':>8}"
    megabytes = f"{searcher.megabytes:>7.0f}" if searcher.megabytes else f"{'-':>7}"
    say(
        f"{searcher.label:<26}{measured.p50:>9.3f}{measured.p99:>9.2f}"
        f"{measured.p50 / ours.p50:>8.1f}x{measured.first:>7.3f}{measured.five:>7.3f}"
        f"{choice}{measured.asked:>7}{searcher.seconds:>9.1f}{megabytes}                 {classes}"
    )
