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
