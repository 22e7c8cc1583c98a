"""Which strings are exactly these words: a table of checksums, sorted.

Spaces do not count in the look-up, so that words joined or parted are found at once; whoever asks
compares what is found with what was typed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from bot.search.packed import slices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.search.packed import Small, Sums


class Exact:
    """Numbered strings by their checksums; never changed after building."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Enter texts in order, which have no line feeds."""
        parts = [np.fromiter(_checksums(some), np.uint32, len(some)) for some in slices(texts)]
        sums: Sums = np.concatenate([np.zeros(0, np.uint32), *parts])
        order = np.argsort(sums, kind="stable")
        self._numbers: Small = order.astype(np.int32)
        self._sums = sums[order]
        self._sum_at = self._sums.data

    def find(self, text: str) -> list[int]:
        """Return the numbers of the texts that may be this one, in order; nearly all are."""
        (wanted,) = _checksums([text])
        first = bisect_left(self._sum_at, wanted)
        if first == len(self._sum_at) or self._sum_at[first] != wanted:
            return []
        last = bisect_right(self._sum_at, wanted, first)
        numbers: list[int] = self._numbers[first:last].tolist()
        return numbers

    @property
    def nbytes(self) -> int:
        """How much memory the table takes."""
        return self._numbers.nbytes + self._sums.nbytes


def _checksums(texts: Sequence[str]) -> Iterator[int]:
    joined = "\n".join(texts).replace(" ", "").encode("utf-8", "replace")
    return map(crc32, joined.split(b"\n"))
