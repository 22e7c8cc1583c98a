"""How much a word tells: 'of' stands everywhere, 'Lavrov' once.

Words are counted by checksum, without keeping them: two that share a place make each other seem a
little commoner than they are.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np

from bot.search.packed import slices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.packed import Sums

_BITS: Final = 20
_MASK: Final = (1 << _BITS) - 1
_LEAST: Final = 0.15  # even the commonest word counts so much of its length
_COMMON: Final = 0.2  # words that surprise less are the commonest
_SHORTEST: Final = 5  # short words that stand hardly anywhere in the base tell as much as these ...
_KNOWN: Final = 0.4  # ... which are those that surprise more
_BLOCK: Final = 1 << 16  # how much numpy does in one call
_FEW: Final = 50  # in how many texts words must be counted before they can be called common


class Telling:
    """In how many texts words stand; never changed after counting."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the words of texts, which are skeletons."""
        sums = [np.zeros(0, np.uint32)]
        number = 0
        for some in slices(texts):
            number += len(some)
            lines = "\n".join(some).encode().split(b"\n")
            # no more of numpy than this in between: see ``Packed``
            sums.append(
                np.array([crc32(word) for line in lines for word in {*line.split()}], np.uint32)
            )
        places = np.concatenate(sums) & _MASK
        counts: Sums = np.zeros(1 << _BITS, np.uint32)
        for first in range(0, len(places), _BLOCK):
            np.add.at(counts, places[first : first + _BLOCK], 1)
        whole = math.log(max(number, _FEW))
        surprise = np.maximum(0, 1 - np.log(np.maximum(counts, 1), dtype=np.float32) / whole)
        self._surprise = surprise.astype(np.float32).data

    def surprise(self, word: str) -> float:
        """Return how rare a word is, from 0 (it stands in every text) to 1 (in one, or in none)."""
        surprise: float = self._surprise[crc32(word.encode("utf-8", "replace")) & _MASK]
        return surprise

    def weight(self, word: str) -> float:
        """Return what a word counts in a name: by its length, less where it tells little."""
        surprise = self.surprise(word)
        size = max(len(word) + 1, _SHORTEST if surprise >= _KNOWN else 0)
        told = max(0.0, (surprise - _COMMON) / (1 - _COMMON))
        return size * (_LEAST + (1 - _LEAST) * told)

    @property
    def nbytes(self) -> int:
        """How much memory the counts take."""
        return self._surprise.nbytes
