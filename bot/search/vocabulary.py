"""The words of numbered names, each different word kept once: as it is written, and as it sounds.

The same given names and surnames come again and again. What was typed is compared with the
different words of the names in question, not with every name.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from itertools import chain, count
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.search.packed import let_go, slices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.search.packed import Small, Sums

#: Names of more words than this are compared by the first so many.
MOST_WORDS: Final = 16


class Name(NamedTuple):
    """A name as it sounds and as it is written, both folded."""

    sound: str
    written: str

    def words(self) -> tuple[list[str], list[str]]:
        """Return its words as they sound and as they are written, as many of one as of the other.

        Where a script has no spaces, the words as written are those that they sound like.
        """
        sounds = self.sound.split()[:MOST_WORDS]
        written = self.written.split()[:MOST_WORDS]
        return sounds, written if len(written) == len(sounds) else sounds


class Lineup(NamedTuple):
    """Names to compare with what was typed, and the different words that they have, by number."""

    sounds: dict[int, str]  # each word as it sounds ...
    written: dict[int, str]  # ... and as it is written
    rows: list[list[int]]  # for each name, the numbers of its words

    def only(self, chosen: Sequence[int]) -> Lineup:
        """Return some of the names, by their places."""
        return self._replace(rows=[self.rows[at] for at in chosen])

    def joined(self, row: Sequence[int]) -> str:
        """Return a name as it sounds, its words joined."""
        return "".join([self.sounds[word] for word in row])


class Vocabulary:
    """The words of names, by number; never changed after building."""

    def __init__(self, names: Iterable[tuple[list[str], list[str]]]) -> None:
        """Take names in order, slices of them as they sound and as they are written."""
        # strings: pairs would set off the garbage collector
        known: defaultdict[str, int] = defaultdict(count().__next__)
        number_of = known.__getitem__
        numbers = [np.zeros(0, np.int32)]
        counts = [np.zeros(1, np.int32)]
        for sounding, writing in names:
            sounds = [sound.split() for sound in sounding]
            written = [name.split() for name in writing]
            sizes = [*map(len, sounds)]
            if sizes != [*map(len, written)] or max(sizes) > MOST_WORDS:
                words = map(Name.words, map(Name, sounding, writing))
                sounds, written = map(list, zip(*words, strict=True))
                sizes = [*map(len, sounds)]
            pairs = zip(chain.from_iterable(sounds), chain.from_iterable(written), strict=True)
            keys = [a if a == b else f"{a} {b}" for a, b in pairs]
            numbers.append(np.array([*map(number_of, keys)], np.int32))
            counts.append(np.array(sizes, np.int32))
        self._numbers: Small = np.concatenate(numbers)
        self._starts: Sums = np.cumsum(np.concatenate(counts), dtype=np.int64).astype(np.uint32)
        self._number_at, self._start_at = self._numbers.data, self._starts.data
        # strings as they are: packed, they would have to be decoded for every question
        self._sounds: list[str] = []
        self._written: list[str] = []
        different = [*known]
        known.clear()  # which frees none of them yet
        for some_keys in slices(different):
            parts = [key.split(" ") for key in some_keys]
            self._sounds += [part[0] for part in parts]
            self._written += [part[-1] for part in parts]
        let_go(different)

    def lineup(self, rows: Sequence[int]) -> Lineup:
        """Return the words of names by their numbers."""
        numbers, starts = self._number_at, self._start_at
        in_rows = [numbers[starts[row] : starts[row + 1]].tolist() for row in rows]
        words = dict.fromkeys(chain.from_iterable(in_rows))
        return Lineup(
            sounds={word: self._sounds[word] for word in words},
            written={word: self._written[word] for word in words},
            rows=in_rows,
        )

    @property
    def nbytes(self) -> int:
        """How much memory the words take."""
        strings = {id(word): sys.getsizeof(word) for word in (*self._sounds, *self._written)}
        lists = sys.getsizeof(self._sounds) + sys.getsizeof(self._written)
        return self._numbers.nbytes + self._starts.nbytes + lists + sum(strings.values())
