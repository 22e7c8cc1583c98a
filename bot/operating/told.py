"""What to do when told to by a signal, heard on a thread of its own.

A signal handler of Python or of an event loop runs where the main thread is: while something there
holds up the loop, it would wait too. The interpreter itself writes the number of a signal to a
socket at once, whatever runs; a thread reads it from there.
"""

from __future__ import annotations

import contextlib
import signal
import socket
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import FrameType


@contextlib.contextmanager
def told(acts: Mapping[int, Callable[[], object]]) -> Iterator[None]:
    """Act on signals while the context lasts, in a thread; to be entered in the main one."""
    hears, tells = socket.socketpair()
    tells.settimeout(0)
    listening = threading.Thread(target=_listen, args=(hears, acts), name="signals", daemon=True)
    before = {number: signal.signal(number, _pass_over) for number in acts}
    fileno = signal.set_wakeup_fd(tells.fileno(), warn_on_full_buffer=False)
    listening.start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(fileno)
        for number, handler in before.items():
            signal.signal(number, handler)
        tells.close()
        listening.join()
        hears.close()


def _listen(hears: socket.socket, acts: Mapping[int, Callable[[], object]]) -> None:
    """Act on each number that is heard, until nobody tells any more."""
    while numbers := hears.recv(64):
        for number in numbers:
            act = acts.get(number)
            if act is not None:
                act()


def _pass_over(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: without a handler, nothing would be written to the socket."""
