"""By how much the event loop comes late: whatever holds it up, holds up every answer."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import Final

_BEAT: Final = 0.5  # seconds
_WINDOW: Final = 60.0
_RECENT: Final = 10  # beats


class Pulse:
    """A heartbeat on the event loop."""

    def __init__(self) -> None:
        """Beat from ``beat`` on."""
        self._late: deque[float] = deque([0.0], maxlen=int(_WINDOW / _BEAT))
        self._due = time.monotonic() + _BEAT

    @property
    def lag(self) -> float:
        """By how many seconds it came late, at the most in the last minute."""
        return max(*self._late, self._overdue)

    @property
    def lag_now(self) -> float:
        """By how many seconds it came late, at the most in the last few seconds."""
        return max(*list(self._late)[-_RECENT:], self._overdue)

    @property
    def _overdue(self) -> float:
        return max(0.0, time.monotonic() - self._due)

    async def beat(self) -> None:
        """Beat until cancelled."""
        while True:
            self._due = time.monotonic() + _BEAT
            await asyncio.sleep(_BEAT)
            self._late.append(max(0.0, time.monotonic() - self._due))
