"""Two wordings held against each other, word by word.

Every word that was asked about is in the comparison, also those left over at either end; of the
true words, those of the stretch that is being quoted, as an excerpt leaves the rest out by right.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from bot.answers._negation import negations, turned
from bot.answers.model import Change
from bot.search.disguise import unmasked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.spelled import Spelled

#: Pairs of equal words beyond which the longest runs are no longer searched for one by one.
_MOST_PAIRS: Final = 4_000
_MOST_BLOCKS: Final = 40
#: Replaced words whose letters agree so far are a misspelling of the true ones.
_MISSPELT: Final = 75.0
#: So many left-over words at an end are taken to stand for as many true words there.
_MOST_AT_END: Final = 3
#: What a true word between two runs costs, where a word that agrees is worth 1.
_COST_OF_GAP: Final = 0.3
_RUN: Final = 3
_BEFORE: Final = 3
_LONGEST_NEGATION: Final = 2  # words: 'does not'


class Run(NamedTuple):
    """Words ``a0`` to ``a1`` of what was asked against ``b0`` to ``b1`` of the true wording."""

    a0: int
    a1: int
    b0: int
    b1: int
    same: bool

    @property
    def how(self) -> str:
        """Say same, added, missing or replaced."""
        if self.same:
            return "same"
        if self.a0 == self.a1:
            return "missing"
        return "added" if self.b0 == self.b1 else "replaced"


@dataclass(frozen=True)
class Comparison:
    """What was ``asked`` against a ``true`` wording, as the ``runs`` that agree and differ."""

    asked: Spelled
    true: Spelled
    runs: tuple[Run, ...]

    @property
    def window(self) -> tuple[int, int]:
        """The stretch of the true words that was compared: the first, and behind the last."""
        return self.runs[0].b0, self.runs[-1].b1

    @property
    def matched(self) -> float:
        """How many words agree; misspelt ones count by as much as their letters agree."""
        exact = sum(self.asked.size(run.a0, run.a1) for run in self.runs if run.same)
        return exact + sum(map(self._misspelt, self.runs))

    @property
    def likeness(self) -> float:
        """How far the wordings agree, in 0..1: twice the words that do, by the words of both."""
        both = self.asked.size() + self.true.size(*self.window)
        return 2 * self.matched / both if both else 0.0

    @property
    def in_runs(self) -> float:
        """The share of what was asked that stands in unbroken runs of three true words or more."""
        runs = (self.asked.size(run.a0, run.a1) for run in self.runs if run.same)
        return sum(size for size in runs if size >= _RUN) / (self.asked.size() or 1)

    @property
    def longest_run(self) -> float:
        """How many words of what was asked stand unbroken in the true wording, at most."""
        return max((self.asked.size(run.a0, run.a1) for run in self.runs if run.same), default=0)

    def agreed(self) -> Iterator[str]:
        """Yield the words that agree."""
        for run in self.runs:
            if run.same:
                yield from self.asked.words[run.a0 : run.a1]

    @property
    def holds_all(self) -> bool:
        """Whether all true words stand unbroken in what was asked."""
        return any(run.same and run.b1 - run.b0 == len(self.true) for run in self.runs)

    def changes(self) -> tuple[Change, ...]:
        """Return the runs as they are shown, with the punctuation and case of either side."""
        return tuple(
            Change(
                how=run.how,
                asked=self.asked.cut(run.a0, run.a1),
                true=self.true.cut(run.b0, run.b1),
            )
            for run in self.runs
        )

    def left_over(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches of what was asked that the true wording does not hold."""
        return ((run.a0, run.a1) for run in self.runs if not run.same and run.a0 < run.a1)

    def negated(self) -> tuple[list[str], list[str]]:
        """Return the negations that were added, and those that were dropped."""
        pairs = [turned(*self._words_of(run)) for run in self.runs if not run.same]
        return [word for more, _ in pairs for word in more], [
            word for _, fewer in pairs for word in fewer
        ]

    @property
    def only_negated(self) -> bool:
        """Whether nothing differs but negations, or words that became or were negated."""
        return all(
            run.same
            or (
                max(run.a1 - run.a0, run.b1 - run.b0) <= _LONGEST_NEGATION
                and any(turned(*self._words_of(run)))
            )
            for run in self.runs
        )

    def _words_of(self, run: Run) -> tuple[tuple[str, ...], tuple[str, ...]]:
        ours = self.asked.words[run.a0 : run.a1]
        return tuple(map(unmasked, ours)), self.true.words[run.b0 : run.b1]

    def _misspelt(self, run: Run) -> float:
        if run.how != "replaced":
            return 0.0
        ours = "".join(self.asked.words[run.a0 : run.a1])
        theirs = "".join(self.true.words[run.b0 : run.b1])
        alike = fuzz.ratio(ours, theirs, score_cutoff=_MISSPELT) / 100
        return alike * min(self.asked.size(run.a0, run.a1), self.true.size(run.b0, run.b1))


def negation_before(true: Spelled, first: int) -> list[str]:
    """Return the negations that stand right before an excerpt, which it leaves out."""
    return negations(true.words[max(0, first - _BEFORE) : first])


def compare(asked: Spelled, true: Spelled) -> Comparison:
    """Hold all of what was asked against the stretch of a true wording that is nearest to it."""
    blocks = _nearest(_blocks(asked.words, true.words))
    if not blocks:
        return Comparison(asked, true, (Run(0, len(asked), 0, 0, same=False),))
    head = _at_end(blocks[0][0], blocks[0][1])
    last_a, last_b, size = blocks[-1]
    tail = _at_end(len(asked) - last_a - size, len(true) - last_b - size)
    ends = [
        (0, blocks[0][1] - head, 0),
        *blocks,
        (len(asked), last_b + size + tail, 0),
    ]
    runs = []
    for (a, b, size), (next_a, next_b, next_size) in itertools.pairwise(ends):
        if a + size < next_a or b + size < next_b:
            runs.append(Run(a + size, next_a, b + size, next_b, same=False))
        if next_size:
            runs.append(Run(next_a, next_a + next_size, next_b, next_b + next_size, same=True))
    return Comparison(asked, true, tuple(runs))


def compared_in_place(asked: Spelled, true: Spelled, first: int) -> Comparison:
    """Hold each word of what was asked against the true word in its place, from ``first`` on."""
    pairs = zip(asked.words, true.words[first : first + len(asked)], strict=True)
    runs = []
    start = 0
    for same, group in itertools.groupby(ours == theirs for ours, theirs in pairs):
        end = start + len(list(group))
        runs.append(Run(start, end, first + start, first + end, same=same))
        start = end
    return Comparison(asked, true, tuple(runs))


def compared_in_parts(asked: Spelled, true: Spelled, parts: Sequence[int]) -> Comparison | None:
    """Hold parts of so many words each against a true wording that has them all, in their order.

    Return None if it does not have them.
    """
    runs: list[Run] = []
    a = b = 0
    for size in parts:
        words = asked.words[a : a + size]
        places = range(b, len(true) - size + 1)
        place = next((at for at in places if true.words[at : at + size] == words), None)
        if place is None:
            return None
        if runs and place > b:
            runs.append(Run(a, a, b, place, same=False))
        runs.append(Run(a, a + size, place, place + size, same=True))
        a, b = a + size, place + size
    return Comparison(asked, true, tuple(runs))


def _at_end(left_over: int, available: int) -> int:
    """Return how many true words the words left over at an end are held against."""
    return min(left_over, available) if left_over <= _MOST_AT_END else 0


Block = tuple[int, int, int]


def _blocks(asked: Sequence[str], true: Sequence[str]) -> list[Block]:
    """Return runs of equal words as (place in asked, place in true, length), in order.

    The longest run is taken first, then those on either side, which is how a reader compares;
    between long and repetitive wordings it would take too long, and any longest common sequence
    has to do.
    """
    counts = Counter(true)
    if sum(counts[word] for word in asked) <= _MOST_PAIRS:
        matcher = SequenceMatcher(None, asked, true, autojunk=False)
        return [(a, b, size) for a, b, size in matcher.get_matching_blocks() if size]
    return [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in LCSseq.opcodes(asked, true)
        if code.tag == "equal"
    ]


def _nearest(blocks: list[Block]) -> list[Block]:
    """Return the neighbouring blocks that belong together: those with most words and fewest gaps.

    A lone 'the' far off is part of no excerpt; a 'we' before a dropped 'never' is.
    """
    if len(blocks) > _MOST_BLOCKS:
        return blocks
    best, most = blocks, 0.0
    for first in range(len(blocks)):
        same = 0
        for last in range(first, len(blocks)):
            same += blocks[last][2]
            window = blocks[last][1] + blocks[last][2] - blocks[first][1]
            worth = same - _COST_OF_GAP * (window - same)
            if worth > most:
                best, most = blocks[first : last + 1], worth
    return best
