"""Where words stand one after the other: an index of positions, for wording that must be exact.

``wording`` finds what is like the words typed, and may miss; whether somebody said these very words
is decided here, and never by likeness. All words of all texts lie in one array of numbers, with
the places of each word beside it. A run of words is found by reading the places of its rarest
word and comparing what stands around them, so its cost is that of one word's places.
Each pair of neighbouring words is filed with the texts that hold it, for what agrees only in part.
"""

from __future__ import annotations

import heapq
import itertools
import math
from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from bot.search.spelled import spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]
    Long = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_BETWEEN: Final = 0  # the number that stands between two texts, and for no word
#: How many texts are read to find those that share pairs of words, the rarest pairs first.
_MOST_READ: Final = 4_000
_FEW: Final = 50  # in how many texts words must be counted before they can be called common


class Place(NamedTuple):
    """A run of words in the text of a record: from word ``first`` on, or all of it."""

    id: str
    first: int
    whole: bool


class Run(NamedTuple):
    """Words ``first`` up to before ``last`` of those asked, and the first record that has them."""

    first: int
    last: int
    id: str


class Agreement(NamedTuple):
    """How many words of a text, which has so many in all, agree with those asked, in order."""

    id: str
    words: int
    of: int


class Places:
    """Where a run of words stands: its first place in each text, worked out as they are asked."""

    def __init__(self, ids: Sequence[str], texts: Numbers, firsts: Numbers, whole: Flags) -> None:
        """Take the numbers of texts, the first word of the run in each, and if it is all of it."""
        self._ids = ids
        self._texts = texts
        self._firsts = firsts
        self._whole = whole

    def __len__(self) -> int:
        """Return in how many texts the run stands."""
        return len(self._texts)

    def __iter__(self) -> Iterator[Place]:
        """Yield one place for each text: texts that are nothing else first, then in their order."""
        for place in np.argsort(~self._whole, kind="stable"):
            id_ = self._ids[self._texts[place]]
            yield Place(id_, int(self._firsts[place]), bool(self._whole[place]))


class Passages:
    """The words of texts by place, never changed after building; any thread may read it."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Take ids with their texts."""
        self._numbers: dict[str, int] = {}
        self._ids: list[str] = []
        # numpy takes an array as it is; to take numbers out of a list holds the interpreter
        flat = array("i", [_BETWEEN])
        starts: list[int] = []
        for id_, text in texts:
            self._ids.append(id_)
            starts.append(len(flat))
            known = self._numbers
            flat.extend([known.setdefault(word, len(known) + 1) for word in spell(text).words])
            flat.append(_BETWEEN)
        self._flat: Numbers = np.array(flat, dtype=np.int32)
        self._starts: Numbers = np.array(starts, dtype=np.int32)
        self._by_word: Numbers = np.argsort(self._flat, kind="stable").astype(np.int32)
        counts = np.bincount(self._flat, minlength=len(self._numbers) + 1)
        self._ends: Long = np.cumsum(counts)
        self._pairs, self._paired = self._filed_by_pairs()

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self._ids)

    def known(self, words: Iterable[str]) -> bool:
        """Whether any of the words stands anywhere."""
        return any(word in self._numbers for word in words)

    def holding(self, words: Sequence[str]) -> Places:
        """Return the texts where the words stand unchanged, one after the other."""
        return self._places(self._runs(self._as_numbers(words)), len(words))

    def surprise(self, word: str) -> float:
        """Return how rare a word is, from 0 (as many places as texts) to 1 (in one, or in none)."""
        count = self._count(self._numbers.get(word, -1))
        return max(0.0, 1 - math.log(max(count, 1)) / math.log(max(len(self), _FEW)))

    def runs(self, words: Sequence[str], least: int) -> Iterator[Run]:
        """Yield the longest runs of so many words that stand somewhere, left to right.

        ``least`` is two or more.
        """
        numbers = self._as_numbers(words)
        apart = self._apart(numbers)
        first = 0
        while first + least <= len(numbers):
            if apart[first]:
                first += 1
                continue
            starts = self._runs(numbers[first : first + least])
            if not len(starts):
                first += 1
                continue
            last = first + least
            while last < len(numbers):
                longer = starts[self._flat[starts + (last - first)] == numbers[last]]
                if not len(longer):
                    break
                starts = longer
                last += 1
            yield Run(first, last, self._ids[self._texts_of(starts[:1])[0]])
            first = last

    def sharing(self, words: Sequence[str], limit: int) -> list[str]:
        """Return the ids of the texts that share most pairs of neighbouring words, best first.

        A pair weighs the more, the fewer texts it stands in.
        """
        votes: dict[int, float] = {}
        for first, last in self._rarest_pairs(self._as_numbers(words)):
            weight = 1 / (1 + last - first)
            for text in self._paired[first:last].tolist():
                votes[text] = votes.get(text, 0) + weight
        best = heapq.nsmallest(limit, votes, key=lambda text: (-votes[text], text))
        return [self._ids[text] for text in best]

    def agreement(self, words: Sequence[str], ids: Iterable[str]) -> Iterator[Agreement]:
        """Yield how far texts agree with the words; of several of one id, the last is meant."""
        numbers = self._as_numbers(words)
        for id_ in ids:
            text = self._texts[id_]
            theirs = self._flat[self._starts[text] : self._stops[text]].tolist()
            yield Agreement(id_, LCSseq.similarity(numbers, theirs), len(theirs))

    @cached_property
    def _texts(self) -> dict[str, int]:
        return {id_: number for number, id_ in enumerate(self._ids)}

    @cached_property
    def _stops(self) -> Numbers:
        return np.append(self._starts[1:], np.int32(len(self._flat))) - np.int32(1)

    def _rarest_pairs(self, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield where the texts of each pair of neighbouring words are filed, rarest first."""
        pairs = [pair for pair in dict.fromkeys(itertools.pairwise(numbers)) if min(pair) > 0]
        asked = self._pair(*np.array(pairs, dtype=np.int64).reshape(-1, 2).T)
        firsts = np.searchsorted(self._pairs, asked, side="left")
        lasts = np.searchsorted(self._pairs, asked, side="right")
        filed = zip(firsts.tolist(), lasts.tolist(), strict=True)
        read = 0
        for first, last in sorted(filed, key=lambda one: one[1] - one[0]):
            read += last - first
            if read > _MOST_READ:
                return
            yield first, last

    def _apart(self, numbers: Sequence[int]) -> list[bool]:
        """Return of each word whether it stands nowhere with the one behind it."""
        words = np.array([*numbers, _BETWEEN], dtype=np.int64)
        first, second = words[:-1], words[1:]
        asked = self._pair(first, second)
        filed = np.searchsorted(self._pairs, asked, side="right") > np.searchsorted(
            self._pairs, asked, side="left"
        )
        apart: list[bool] = (~filed | (np.minimum(first, second) <= _BETWEEN)).tolist()
        return apart

    def _filed_by_pairs(self) -> tuple[Long, Numbers]:
        """Return all pairs of neighbouring words in order, and a text of each, every text once."""
        firsts = np.flatnonzero((self._flat[:-1] != _BETWEEN) & (self._flat[1:] != _BETWEEN))
        words = self._flat.astype(np.int64)
        pairs = self._pair(words[firsts], words[firsts + 1])
        order = np.argsort(pairs, kind="stable")
        pairs, texts = pairs[order], self._texts_of(firsts[order])
        new = np.ones(len(pairs), dtype=np.bool_)
        new[1:] = (pairs[1:] != pairs[:-1]) | (texts[1:] != texts[:-1])
        return pairs[new], texts[new]

    def _pair(self, first: Long, second: Long) -> Long:
        """Return one number for each two neighbouring words."""
        return first * np.int64(len(self._numbers) + 1) + second

    def _as_numbers(self, words: Sequence[str]) -> list[int]:
        """Return the number of each word, -1 for a word that stands nowhere."""
        return [self._numbers.get(word, -1) for word in words]

    def _count(self, number: int) -> int:
        return int(self._ends[number] - self._ends[number - 1]) if number > 0 else 0

    def _places_of(self, number: int) -> Numbers:
        if number <= 0:
            return np.zeros(0, dtype=np.int32)
        return self._by_word[self._ends[number - 1] : self._ends[number]]

    def _runs(self, numbers: Sequence[int]) -> Numbers:
        if not numbers or min(numbers) <= 0:
            return np.zeros(0, dtype=np.int32)
        counts = list(map(self._count, numbers))
        rarest = counts.index(min(counts))
        starts = self._places_of(numbers[rarest]) - np.int32(rarest)
        starts = starts[(starts > 0) & (starts + len(numbers) < len(self._flat))]
        for place, number in enumerate(numbers):
            if place != rarest and len(starts):
                starts = starts[self._flat[starts + place] == number]
        return starts

    def _texts_of(self, starts: Numbers | Long) -> Numbers:
        return np.searchsorted(self._starts, starts, side="right").astype(np.int32) - np.int32(1)

    def _places(self, starts: Numbers, length: int) -> Places:
        if not len(starts):
            return Places(self._ids, starts, starts, np.zeros(0, dtype=np.bool_))
        texts, places = np.unique(self._texts_of(starts), return_index=True)
        starts = starts[places]
        firsts = starts - self._starts[texts]
        whole = (firsts == 0) & (self._flat[starts + length] == _BETWEEN)
        return Places(self._ids, texts, firsts, whole)
