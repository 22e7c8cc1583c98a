"""How much memory this process and those that it starts have at their peak (Linux)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, Self

from processes import children, resident

if TYPE_CHECKING:
    from types import TracebackType

_OFTEN: Final = 0.02  # seconds


class Watched:
    """The ``peak`` of memory in megabytes, of this process and all below it, while it lasts."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.peak = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look for the last time."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_OFTEN):
            self.peak = max(self.peak, resident() + sum(map(resident, children())))
