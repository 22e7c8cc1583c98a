"""What has been answered since the start: counts alone, nothing about who asked what."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import Counter
from typing import TYPE_CHECKING

from bot.answers.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.model import Answer


class Counts:
    """Answers by command and status, and whether any question is being answered right now."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.started = time.monotonic()
        self.answers: Counter[tuple[str, Status]] = Counter()
        self.refusals = 0
        self.idle = asyncio.Event()  # set while no question is being answered
        self.idle.set()
        self._at_work = 0

    def count(self, answer: Answer) -> None:
        """Count one answer."""
        self.answers[answer.command, answer.status] += 1

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """Count a question as being answered while the context lasts."""
        self._at_work += 1
        self.idle.clear()
        try:
            yield
        finally:
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
