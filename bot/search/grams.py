"""Which strings have most in common with what was typed: rows of hashed character n-grams.

A string is the bag of its runs of n characters, spaces at both ends included, so that a typing
error spoils n of them and leaves the others. Every run has a row: the numbers of the strings it
stands in. A question reads the rows of its own runs, the rarest first, until it has seen as many
numbers as its budget allows: what it costs stays nearly the same however many strings there are.
"""

from __future__ import annotations

import math
import threading
from operator import mul
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.search.packed import slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.search.packed import Flags, Floats, Keys, Numbers, Packed, Small, Sums

_END: Final = 10  # the line feed between strings
#: Odd numbers without a pattern: the highest bits of a sum of products with them are a good hash.
_FACTORS: Final = (
    *(0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93),
    *(0xA0761D6478BD642F, 0xE7037ED1A0B428DB),
)
_WORD: Final = (1 << 64) - 1
_LOW: Final = np.uint64(0xFFFFFFFF)
_FEW: Final = 24  # characters of a question whose grams are looked up one by one, not by numpy
_MOST_GRAMS: Final = 160  # of a question that count
_SPARE: Final = 2  # of how many times the strings wanted the merit is worked out
_BLOCK: Final = 1 << 16  # how much numpy does between two chances for other threads


class Made(NamedTuple):
    """How rows are made."""

    n: int  # characters of a gram
    bits: int  # there are 2^bits rows
    longest: int  # rows so long, or longer, are left out: what stands everywhere tells nothing
    penalty: float  # of a string's votes, for each of its bytes


class Limits(NamedTuple):
    """How much of the rows a question may read, and what share of all the votes is enough."""

    budget: int  # numbers that are read, from one row at least
    rows: int  # rows that are read
    least: float = 0.0  # the share of all the votes that a string must have


class Votes(NamedTuple):
    """The strings that share grams with what was typed, each as often as it was read."""

    numbers: Numbers
    cast: Floats  # the votes of each
    rows: int  # that were read
    most: float  # votes that a string could have
    least: float  # votes that it must have


class Grams:
    """The rows of all n-grams of numbered strings; never changed after building."""

    def __init__(self, texts: Packed, made: Made) -> None:
        """Index texts in order."""
        n, bits, longest, penalty = made
        self._n = n
        self._costs: Floats = np.diff(texts.starts).astype(np.float32) * np.float32(penalty)
        self._factors: Keys = np.array(_FACTORS[:n], np.uint64)
        self._shift = 64 - bits
        count, keys = self._keys(texts)
        keys.sort()
        lengths = _lengths(keys, 1 << bits)
        if lengths.max(initial=0) >= longest:
            keys = _without_long_rows(keys, lengths, longest)
            lengths[lengths >= longest] = 0
        self._numbers: Small = _lower_halves(keys)
        ends = np.cumsum(lengths)
        self._starts: Sums = np.concatenate([np.zeros(1, np.int64), ends]).astype(np.uint32)
        self._start_at = self._starts.data
        self._count = count
        self._local = threading.local()

    def _keys(self, texts: Iterable[str]) -> tuple[int, Keys]:
        """Return how many texts there are, and row and number of each gram in one integer."""
        parts = []
        count = 0
        for some in slices(texts):
            codes = _codes("\n".join(f" {text} " for text in some) + "\n")
            rows, numbers = self._rows(codes)
            keys = (rows << np.uint64(32)) | (numbers + np.uint64(count))
            parts.append(_different(keys))
            count += len(some)
        empty = np.zeros(0, np.uint64)
        return count, np.concatenate([empty, *parts])

    def _rows(self, codes: Keys) -> tuple[Keys, Keys]:
        """Return the row of each gram that lies within one string, and the place of the string."""
        if len(codes) < self._n:
            return np.zeros(0, np.uint64), np.zeros(0, np.uint64)
        hashes: Keys = np.correlate(codes, self._factors, "valid")
        ends = codes == _END
        ended = np.cumsum(ends, dtype=np.uint64)
        begun = ended[: len(hashes)]
        within = (ended[self._n - 1 :] == begun) & ~ends[: len(hashes)]
        return hashes[within] >> np.uint64(self._shift), begun[within]

    def _rows_of(self, text: str) -> set[int]:
        codes = [ord(character) for character in f" {text} "]
        grams = zip(*(codes[offset:] for offset in range(self._n)), strict=False)
        shift = self._shift
        return {(sum(map(mul, gram, _FACTORS)) & _WORD) >> shift for gram in grams}

    def vote(
        self,
        texts: Sequence[str],
        limits: Limits,
        admitted: Callable[[Numbers], Flags] | None = None,
    ) -> Votes:
        """Return the strings that share the rarest grams with any of the texts.

        A gram's vote is its surprise: the logarithm of how few strings it stands in. Strings are
        chosen from those ``admitted``, if that is given.
        """
        read, unread = self._rarest(texts, limits)
        if not read:
            return Votes(np.zeros(0, np.int64), np.zeros(0, np.float32), 0, 0.0, 0.0)
        parts = [self._numbers[start : start + length] for length, start in read]
        numbers = np.concatenate(parts, dtype=np.int64, casting="safe")
        of_all = math.log(self._count + 1)
        lengths = [length for length, _ in read]
        weights = [of_all - math.log(length) for length in lengths]
        votes = self._votes()
        np.add.at(votes, numbers, np.repeat(np.array(weights, np.float32), lengths))
        cast = votes[numbers]
        votes[numbers] = 0
        if admitted is not None:
            kept = np.flatnonzero(admitted(numbers))
            numbers, cast = numbers[kept], cast[kept]
        most = sum(weights)
        least = limits.least * (most + of_all * unread)
        return Votes(numbers, cast, len(read), most, least)

    def leading(self, votes: Votes, most: int | None) -> list[int]:
        """Return the strings of most merit in order, all of them or so many.

        What merits a place is votes, and few bytes among which they were won.
        """
        least = votes.least
        counted = len(votes.cast) if most is None else _SPARE * most * votes.rows
        if len(votes.cast) > counted:
            least = max(least, np.partition(votes.cast, -counted)[-counted])
        kept = np.flatnonzero(votes.cast >= least)
        numbers = votes.numbers[kept].astype(np.uint64)
        merit = votes.cast[kept] - self._costs[numbers]
        behind = np.float32(votes.most + 1) - merit
        # none of these floats is below zero: their bits sort as they do
        keys = _different(behind.view(np.uint32).astype(np.uint64) << np.uint64(32) | numbers)
        in_order: list[int] = (keys[:most] & _LOW).tolist()
        return in_order

    def _rarest(self, texts: Sequence[str], limits: Limits) -> tuple[list[tuple[int, int]], int]:
        """Return length and start of the shortest rows of texts, as many as may be read.

        Return also how many rows are left unread.
        """
        if sum(map(len, texts)) <= _FEW:
            rows = set().union(*map(self._rows_of, texts))
            starts = self._start_at
            ranges = [(starts[row + 1] - starts[row], starts[row]) for row in rows]
            shortest = sorted(each for each in ranges if each[0])[: limits.rows]
            count = len(rows)
        else:
            shortest, count = self._shortest(texts, limits.rows)
        left = limits.budget
        for at, (length, _) in enumerate(shortest):
            left -= length
            if left < 0:
                shortest = shortest[: max(1, at)]
                break
        return shortest, min(count, _MOST_GRAMS) - len(shortest)

    def _shortest(self, texts: Sequence[str], most: int) -> tuple[list[tuple[int, int]], int]:
        """Return length and start of the shortest rows of long texts, and how many there are."""
        written = [_codes(f" {text} ") for text in texts if len(text) >= self._n]
        hashes = [np.correlate(codes, self._factors, "valid") for codes in written]
        rows = _different(np.concatenate(hashes) >> np.uint64(self._shift))
        starts = self._starts[rows].astype(np.uint64)
        lengths = self._starts[rows + np.uint64(1)] - starts
        keys = np.sort((lengths << np.uint64(32) | starts)[lengths > 0])[:most]
        ranges = zip((keys >> np.uint64(32)).tolist(), (keys & _LOW).tolist(), strict=True)
        return [*ranges], len(rows)

    def _votes(self) -> Floats:
        """Return an array of a place for each string, all zero; every thread has its own."""
        votes: Floats | None = getattr(self._local, "votes", None)
        if votes is None:
            votes = self._local.votes = np.zeros(self._count, np.float32)
        return votes

    @property
    def nbytes(self) -> int:
        """How much memory the rows take."""
        return self._numbers.nbytes + self._starts.nbytes + self._costs.nbytes


def _different(keys: Keys) -> Keys:
    """Return each key once, in order: sorting is what ``numpy.unique`` no longer does."""
    keys = np.sort(keys)
    first = np.ones(len(keys), bool)
    first[1:] = keys[1:] != keys[:-1]
    return keys[first]


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
