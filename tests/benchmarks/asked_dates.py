"""How long dates take to read, alone and in sentences, and how the time grows with the length.

Run ``python tests/benchmarks/asked_dates.py``. Times are of the processor, the best of several
rounds. Beside each stands the ratio to casting the text to tokens, which any reader has to do.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import AmbiguousDate, UnreadableDate, find_dates, read_date
from bot.answers.asked_dates.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY: Final = dt.date(2026, 2, 11)
ALONE: Final = (
    *("2025", "may 2025", "2025-12-02", "since 2023 until may 2025", "08.05.2025", "last year"),
    *("с мая по октябрь 2025 года", "2025年5月7日", "decemer 2025", "soon"),
)
SENTENCES: Final = (
    "what did Lavrov say about Taiwan",
    "what happened between may and october 2025 in Moscow",
    "что говорил Лавров в прошлом году о Тайване",
    "王毅2025年12月2日在莫斯科说了什么",
    "what did Wang Yi say on 08.05.2025 about Japan?",
)
HOSTILE: Final = ("1 ", "may ", "the ", "08.05.2025 ", "5月", "../", "decembr 1 ", "\u0301", "-")
ROUNDS: Final = 5


def best(of: Callable[[], object], times: int) -> float:
    """Return the processor time of one call, in microseconds, the best of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(times):
            with suppress(AmbiguousDate, UnreadableDate):
                of()
        rounds.append((time.process_time() - start) / times * 1e6)
    return min(rounds)


def show(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Print the tables."""
    show(f"{'text':56}{'µs':>8}{'tokens':>8}")
    for reader, texts in ((read_date, ALONE), (find_dates, SENTENCES)):
        for text in texts:
            took = best(partial(reader, text, TODAY), 400)
            tokens = best(partial(tokens_of, text), 400)
            show(f"{text:56}{took:8.1f}{took / tokens:7.1f}x")
    show(f"\n{'piece, repeated':20}{'3,000 characters':>18}{'6,000':>10}{'growth':>8}   (ms)")
    for piece in HOSTILE:
        short, long = (
            best(partial(find_dates, (piece * size)[:size], TODAY), 1) / 1e3
            for size in (3_000, 6_000)
        )
        show(f"{piece!r:20}{short:18.1f}{long:10.1f}{long / short:7.1f}x")


if __name__ == "__main__":
    main()
