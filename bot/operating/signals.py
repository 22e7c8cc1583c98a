"""What the signals of a service manager mean to a bot that has not begun to answer yet.

Python would end by them with a status that tells of a failure; as the first process of a container
it would not even notice them. Once there is an event loop, ``running`` takes them over.
"""

from __future__ import annotations

import contextlib
import os
import signal
from typing import TYPE_CHECKING, Final

from bot.operating.statuses import STOPPED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

STOPS: Final = (signal.SIGTERM, signal.SIGINT)
#: What asks for a reload; Windows has no such signal.
HANG_UP: Final[signal.Signals | None] = getattr(signal, "SIGHUP", None)


@contextlib.contextmanager
def heeded() -> Iterator[None]:
    """Stop at once when told to stop, as nobody has asked anything yet, and reload nothing."""
    before = {number: signal.signal(number, _stop) for number in STOPS}
    if HANG_UP is not None:
        before[HANG_UP] = signal.signal(HANG_UP, _pass_over)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    os._exit(STOPPED)  # an exception could be caught by whatever is being imported


def _pass_over(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the folder is still to be read."""
