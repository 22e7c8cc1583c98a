"""Which strings have most in common with what was typed: rows of hashed character n-grams.

A string is the bag of its runs of n characters, spaces at both ends included, so that a typing
error spoils n of them and leaves the others. Every run has a row: the numbers of the strings it
stands in. A question reads the rows of its own runs, the rarest first, until it has seen as many
numbers as its budget allows: what it costs stays nearly the same however many strings there are.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.search.packed import slices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.packed import Flags, Floats, Keys, Numbers, Small

_END: Final = 10  # the line feed between strings
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads what is close
_LOW: Final = np.uint64(0xFFFFFFFF)
_BLOCK: Final = 1 << 16  # how much numpy does between two chances for other threads


class Grams:
    """The rows of all n-grams of numbered strings; never changed after building."""

    def __init__(self, texts: Iterable[str], n: int, bits: int, longest: int) -> None:
        """Index texts in order: runs of ``n``, in 2^``bits`` rows, none ``longest`` or longer."""
        self._n = n
        self._shift = np.uint64(64 - bits)
        count, keys = self._keys(texts)
        keys.sort()
        lengths = _lengths(keys, 1 << bits)
        if lengths.max(initial=0) >= longest:
            keys = _without_long_rows(keys, lengths, longest)
            lengths[lengths >= longest] = 0
        self._numbers: Small = _lower_halves(keys)
        self._starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]).astype(np.uint32)
        self._count = count
        self._local = threading.local()

    def _keys(self, texts: Iterable[str]) -> tuple[int, Keys]:
        """Return how many texts there are, and row and number of each gram in one integer."""
        parts = []
        count = 0
        for some in slices(texts):
            codes = _codes("\n".join(f" {text} " for text in some) + "\n")
            ends = codes == _END
            numbers = np.cumsum(ends, dtype=np.uint64) + np.uint64(count)
            rows, within = self._rows(codes, ends)
            keys = (rows << np.uint64(32)) | numbers[: len(rows)]
            parts.append(np.unique(keys[within]))
            count += len(some)
        empty = np.zeros(0, np.uint64)
        return count, np.concatenate([empty, *parts])

    def _rows(self, codes: Keys, ends: Flags) -> tuple[Keys, Flags]:
        """Return the row of the gram at each place, and whether it lies within one string."""
        size = max(0, len(codes) - self._n + 1)
        rows: Keys = np.zeros(size, np.uint64)
        within = np.ones(size, bool)
        for offset in range(self._n):
            rows = (rows + codes[offset : offset + size] + np.uint64(1)) * _FACTOR
            rows ^= rows >> np.uint64(29)
            within &= ~ends[offset : offset + size]
        return rows >> self._shift, within

    def _rows_of(self, text: str) -> Numbers:
        codes = _codes(f" {text} ")
        rows, _ = self._rows(codes, np.zeros(len(codes), bool))
        return np.unique(rows).astype(np.int64)

    def vote(self, texts: Iterable[str], budget: int, most_rows: int) -> tuple[Small, Floats]:
        """Return the strings that share the rarest grams with any of the texts, and their votes.

        A gram's vote is its surprise: the logarithm of how few strings it stands in.
        """
        rows = np.concatenate([np.zeros(0, np.int64), *map(self._rows_of, texts)])
        starts = self._starts[rows].astype(np.int64)
        lengths = self._starts[rows + 1] - starts
        order = np.argsort(lengths, kind="stable")
        order = order[lengths[order] > 0][:most_rows]
        read = np.cumsum(lengths[order])
        order = order[: max(1, int(np.searchsorted(read, budget, side="right")))]
        votes = self._votes()
        weights = np.log((self._count + 1) / lengths[order]).astype(np.float32).tolist()
        seen = []
        for start, length, weight in zip(
            starts[order].tolist(), lengths[order].tolist(), weights, strict=True
        ):
            numbers = self._numbers[start : start + length]
            votes[numbers] += weight
            seen.append(numbers)
        if not seen:
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        numbers = np.concatenate(seen)
        cast = votes[numbers]
        votes[numbers] = 0
        return numbers, cast

    def _votes(self) -> Floats:
        """Return an array of a place for each string, all zero; every thread has its own."""
        votes: Floats | None = getattr(self._local, "votes", None)
        if votes is None:
            votes = self._local.votes = np.zeros(self._count, np.float32)
        return votes

    @property
    def nbytes(self) -> int:
        """How much memory the rows take."""
        return self._numbers.nbytes + self._starts.nbytes


def _codes(text: str) -> Keys:
    return np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)


def _lengths(keys: Keys, rows: int) -> Numbers:
    """Return how many keys each row has; the keys are sorted."""
    edges = np.arange(rows + 1, dtype=np.uint64) << np.uint64(32)
    return np.diff(np.searchsorted(keys, edges))


def _without_long_rows(keys: Keys, lengths: Numbers, longest: int) -> Keys:
    kept = np.repeat(lengths < longest, lengths)
    return keys[kept]


def _lower_halves(keys: Keys) -> Small:
    return (keys & _LOW).astype(np.int32)
