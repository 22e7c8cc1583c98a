"""Which names begin so, or have a word that begins so: what autocomplete offers first.

Every name is entered from each of its words on, and all are sorted; whatever begins alike then
stands side by side, and two bisections find it. Names of each kind have a run of their own, and
so have whole names and inner words, so that no filter has to read past what it does not want.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.search.sorting import order_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from bot.search.packed import Codes, Flags, Numbers, Packed, Small, Sums

_SPACE: Final = 32
_END: Final = 10
_MOST_ASKED: Final = 4_096  # of how many names the filter is asked, at most
_LONGEST: Final = 255
_BLOCK: Final = 1 << 18


class Begun(NamedTuple):
    """A name that begins so, or has a word that does."""

    name: int
    inner: bool


class Prefixes:
    """Folded names from each of their words on; never changed after building."""

    def __init__(self, folded: Packed, group_of: Codes, derived: Flags) -> None:
        """Enter names, each in its group; whole names that are derived count as inner words."""
        self._blob = folded.blob
        places, names = _places(folded)
        inner = (places != folded.starts[names]) | derived[names]
        order = order_of(folded.blob, places)
        runs = group_of[names[order]].astype(np.int16) * 2 + inner[order]
        by_run = np.argsort(runs, kind="stable")
        order, runs = order[by_run], runs[by_run]
        self._places: Sums = places[order].astype(np.uint32)
        self._names: Small = names[order].astype(np.int32)
        lengths = np.diff(folded.starts.astype(np.int64))[self._names]
        self._lengths = np.minimum(lengths, _LONGEST).astype(np.uint8)
        count = int(group_of.max(initial=0)) * 2 + 3
        self._edges = np.searchsorted(runs, np.arange(count)).tolist()
        self._at = self._places.data

    def find(
        self,
        begun: str,
        groups: Collection[int],
        admits: Callable[[int], bool] | None,
        most: int,
        *,
        inside: bool = True,
    ) -> list[Begun]:
        """Return the shortest names of groups that begin so, then those with such a word.

        Words within a name are passed over unless ``inside`` is asked for.
        """
        found: list[Begun] = []
        written = begun.encode("utf-8", "replace")
        for inner in (0, 1) if inside else (0,):
            ranges = [self._range(written, 2 * at + inner) for at in groups]
            parts = [np.arange(first, last) for first, last in ranges if first < last]
            if not parts:
                continue
            numbers = np.concatenate(parts)
            found += [
                Begun(int(self._names[number]), bool(inner))
                for number in self._shortest(numbers, admits, most)
            ]
            if len(found) >= most:
                break
        return found

    def _range(self, begun: bytes, run: int) -> tuple[int, int]:
        if run + 1 >= len(self._edges):
            return 0, 0
        first, last = self._edges[run : run + 2]
        size = len(begun)

        def beginning(number: int) -> bytes:
            place = self._at[number]
            return self._blob[place : place + size]

        numbers = range(first, last)
        first_so = bisect_left(numbers, begun, key=beginning)
        if first_so == len(numbers) or beginning(numbers[first_so]) != begun:
            return 0, 0  # as it is in most groups: there is no end to look for
        last_so = bisect_right(numbers, begun, lo=first_so, key=beginning)
        return first + first_so, first + last_so

    def _shortest(
        self, numbers: Numbers, admits: Callable[[int], bool] | None, most: int
    ) -> list[int]:
        """Return the numbers of the shortest names, names of one length in alphabetical order."""
        lengths = self._lengths[numbers]
        if admits is None and len(numbers) > most:
            longest = np.partition(lengths, most - 1)[most - 1]
            short = lengths <= longest
            numbers, lengths = numbers[short], lengths[short]
        in_order: list[int] = numbers[np.argsort(lengths, kind="stable")].tolist()
        if admits is not None:
            names = self._names
            in_order = [n for n in in_order[:_MOST_ASKED] if admits(int(names[n]))]
        return in_order[:most]

    @property
    def nbytes(self) -> int:
        """How much memory the runs take, the names themselves not counted."""
        return self._places.nbytes + self._names.nbytes + self._lengths.nbytes


def _places(folded: Packed) -> tuple[Numbers, Numbers]:
    """Return where each word of each name begins, and the number of the name."""
    data = np.frombuffer(folded.blob, np.uint8)
    parts = [np.zeros(0, np.int64)]
    for first, last in pairwise([*range(0, len(data), _BLOCK), len(data)]):
        ends = np.flatnonzero((data[first:last] == _SPACE) | (data[first:last] == _END))
        parts.append(ends + first + 1)
    starts = folded.starts[:-1][np.diff(folded.starts) > 1].astype(np.int64)
    after_spaces = np.concatenate(parts)
    after_spaces = after_spaces[data[after_spaces - 1] == _SPACE]
    places = np.sort(np.concatenate([starts, after_spaces]))
    names = np.searchsorted(folded.starts, places, side="right") - 1
    return places, names
