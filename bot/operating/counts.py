"""What has been done since the start: counts alone, nothing about who asked what."""

from __future__ import annotations

import asyncio
import contextlib
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from bot.answers.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.model import Answer

#: What is timed: questions with the reply to them, choices while one types, reloads.
QUESTION, OFFER, RELOAD = "question", "offer", "reload"
LATE: Final = "late"  # beside the others, among what was held back


class Durations:
    """How long something took, by upper bounds in seconds; beyond the last there is no bound."""

    BOUNDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)

    def __init__(self) -> None:
        """Start at nothing."""
        self.counts = [0] * (len(self.BOUNDS) + 1)
        self.total = 0.0

    def add(self, seconds: float) -> None:
        """Count one."""
        self.counts[bisect_left(self.BOUNDS, seconds)] += 1
        self.total += seconds


class Counts:
    """Answers by command and status, and whether any question is being answered right now."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.started = time.monotonic()
        self.answers: Counter[tuple[str, Status]] = Counter()
        self.durations: defaultdict[str, Durations] = defaultdict(Durations)
        self.reloads: Counter[str] = Counter()  # by how they ended
        self.held_back: Counter[str] = Counter()  # what was beyond an allowance, or too late
        self.unreadable = 0  # events of Discord's that could not be understood
        self.refusals = 0
        self.idle = asyncio.Event()  # set while no question is being answered
        self.idle.set()
        self._at_work = 0

    def count(self, answer: Answer) -> None:
        """Count one answer."""
        self.answers[answer.command, answer.status] += 1

    @contextlib.contextmanager
    def working(self, on: str = QUESTION) -> Iterator[None]:
        """Count something as being worked on while the context lasts, and time it."""
        self._at_work += 1
        self.idle.clear()
        began = time.perf_counter()
        try:
            yield
        finally:
            self.durations[on].add(time.perf_counter() - began)
            self._at_work -= 1
            if not self._at_work:
                self.idle.set()

    @property
    def served(self) -> int:
        """How many answers were given, of any status."""
        return self.answers.total()

    @property
    def not_found_rate(self) -> float:
        """The part of the answers that found nothing, in 0..1."""
        missed = sum(n for (_, status), n in self.answers.items() if status is Status.NOT_FOUND)
        return missed / self.served if self.served else 0.0

    @property
    def uptime(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started
