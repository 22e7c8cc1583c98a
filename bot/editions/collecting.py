"""Python's garbage collector, kept from walking through editions.

A full collection looks at every object there is, with the interpreter held all the while: at 10^5
records a third of a second in which nothing is answered. An edition has no circles, so there is
nothing in it to be found; it goes when nobody uses it any more.
"""

from __future__ import annotations

import contextlib
import gc
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEVER: Final = 2**31 - 1
_TURN: Final = 0.001  # how long a thread waits for the interpreter until it asks for it


@contextlib.contextmanager
def sparing() -> Iterator[None]:
    """Put off full collections while an edition is made, and set aside what is there after it.

    What lives briefly is collected as ever. Threads take shorter turns meanwhile: at the usual five
    milliseconds an event loop can be passed over many times in a row.
    """
    turn = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    young, middle, full = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
    try:
        yield
        gc.freeze()
    finally:
        gc.set_threshold(young, middle, full)
        sys.setswitchinterval(turn)


@contextlib.contextmanager
def without_collections() -> Iterator[None]:
    """Collect nothing at all for some seconds, while sets of most of a large base are made.

    Even a collection of what is young walks through each of them. What others leave behind in
    circles meanwhile, about a kilobyte for each question, is not found any more.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # or all of it were young, and walked through at once
        gc.enable()
