"""Python's garbage collector, kept from walking through editions.

A full collection looks at every object there is, with the interpreter held all the while: at 10^5
records a third of a second in which nothing is answered. An edition has no circles, so there is
nothing in it to be found; it goes when nobody uses it any more.
"""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEVER: Final = 2**31 - 1


@contextlib.contextmanager
def sparing() -> Iterator[None]:
    """Put off full collections while an edition is made, and set aside what is there after it.

    What lives briefly is collected as ever.
    """
    young, middle, full = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
    try:
        yield
        gc.freeze()
    finally:
        gc.set_threshold(young, middle, full)
