"""Many strings in little memory: one run of bytes, and where each of them begins.

A million names as Python strings take 70 MB and a million look-ups of the garbage collector; packed
they take 20 MB and none.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ItemT = TypeVar("ItemT")
Numbers: TypeAlias = NDArray[np.int64]
Small: TypeAlias = NDArray[np.int32]
Keys: TypeAlias = NDArray[np.uint64]
Sums: TypeAlias = NDArray[np.uint32]
Codes: TypeAlias = NDArray[np.uint8]
Floats: TypeAlias = NDArray[np.float32]
Flags: TypeAlias = NDArray[np.bool_]

#: How much is done in one call that holds the interpreter lock: a millisecond or so.
SLICE: Final = 512
_END: Final = 10  # the line feed behind each
_BLOCK: Final = 1 << 20  # how much numpy does in one call


class Packed:
    """Strings without line feeds, by number; never changed after packing."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Pack texts, a slice at a time."""
        # no numpy between two slices: a thread that gives up the interpreter for some microseconds,
        # again and again, takes it back before another wakes, and is never asked to leave it
        self.blob = b"".join(
            "\n".join([*some, ""]).encode("utf-8", "replace") for some in slices(texts)
        )
        data = np.frombuffer(self.blob, np.uint8)
        ends = (
            np.flatnonzero(data[first : first + _BLOCK] == _END) + (first + 1)
            for first in range(0, len(data), _BLOCK)
        )
        #: The place of each string in ``blob``, and of the end of the last.
        self.starts: Sums = np.concatenate([np.zeros(1, np.int64), *ends]).astype(np.uint32)
        self._starts = self.starts.data

    def __len__(self) -> int:
        """Return how many strings there are."""
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        """Return a string by number."""
        return self.blob[self._starts[number] : self._starts[number + 1] - 1].decode()

    def __iter__(self) -> Iterator[str]:
        """Yield all strings in order."""
        return chain.from_iterable(self.slices())

    def slices(self) -> Iterator[list[str]]:
        """Yield all strings in order, by the slice: much faster than one by one."""
        for first in range(0, len(self), SLICE):
            last = min(first + SLICE, len(self))
            yield self.blob[self._starts[first] : self._starts[last] - 1].decode().split("\n")

    @property
    def nbytes(self) -> int:
        """How much memory the strings take."""
        return len(self.blob) + self.starts.nbytes


def slices(items: Iterable[ItemT], size: int = SLICE) -> Iterator[list[ItemT]]:
    """Yield items by the slice, so that whatever is done with one of them is soon over."""
    items = iter(items)
    while some := list(islice(items, size)):
        yield some


def let_go(*lists: list[ItemT]) -> None:
    """Empty long lists, a slice at a time: all at once would hold the interpreter meanwhile."""
    for items in lists:
        while items:
            del items[-SLICE:]
