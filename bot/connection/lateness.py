"""How late something is learnt of: who works off a queue of the past is never on time again.

Discord gives an interaction up after three seconds. Where more is asked for a while than can be
answered, each answer would come too late for ever after; what is too late already is therefore let
go, and the next is on time.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

#: Seconds; the answer has to be worked out and sent within those that are left of three.
MOST: Final = 2.6
#: The clocks of two machines differ, and may be set: only what was measured lately counts.
_WINDOW: Final = 20.0


class Lateness:
    """Measures against whatever came soonest within the last seconds."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        """Start without knowing how the clocks differ."""
        self._clock = clock
        self._began = 0.0
        self._least = self._least_before = float("inf")

    def of(self, said: float) -> float:
        """Return by how many seconds more than the soonest something said at a time is late."""
        now = self._clock()
        if not 0 <= now - self._began < _WINDOW:
            self._least_before, self._least, self._began = self._least, float("inf"), now
        late = now - said
        self._least = min(self._least, late)
        return late - min(self._least, self._least_before)
