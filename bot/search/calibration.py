"""How good a match must be before it is an answer and not a guess.

The larger the base, the more often a stranger's name is close to one that it holds, so the score
asked for rises with its size. Among 1,000 names it is the least of the scores below at which no
more than one stranger in a hundred is taken for somebody known. Where no score does that and still
answers most look-ups, as among 100,000, and for texts, it lies where both errors weigh the same:
about as many look-ups for what is there go unanswered as strangers are taken for somebody known.
The questions are 900 misspelt look-ups and 1,500 real names held out of the base; 1,500 runs of
eight words with up to two errors and 500 out of sentences held out; and 324 lines of chatter. One
half of them, by checksum, draws the curves, which the thresholds were chosen on; at the chosen ones
both halves are given. Each cell: what share of look-ups reaches the score / of strangers / of
chatter.

    names              10^3                  10^4                   10^5
    0.66    99.8% / 1.1% / 0.0%   99.4% / 7.3% / 0.0%   97.4% / 23.4% / 0.0%
    0.68    99.8% / 0.9% / 0.0%   99.4% / 6.0% / 0.0%   97.4% / 21.0% / 0.0%
    0.70    99.8% / 0.9% / 0.0%   99.4% / 4.6% / 0.0%   97.0% / 18.7% / 0.0%
    0.72    99.8% / 0.7% / 0.0%   98.9% / 3.5% / 0.0%   96.5% / 16.0% / 0.0%
    0.76    98.3% / 0.3% / 0.0%   97.4% / 2.6% / 0.0%   94.4% / 11.8% / 0.0%
    0.80    94.4% / 0.3% / 0.0%   93.1% / 1.6% / 0.0%   91.8% /  8.2% / 0.0%
    0.84    88.9% / 0.0% / 0.0%   87.2% / 0.4% / 0.0%   84.4% /  4.7% / 0.0%
    chosen         0.680                 0.743                  0.806
    drawn   99.8% / 0.9% / 0.0%   98.3% / 3.0% / 0.0%   90.5% /  7.5% / 0.0%
    other   99.1% / 0.8% / 0.0%   96.4% / 2.5% / 0.0%   89.3% /  9.8% / 0.0%

    texts              10^3                  10^4                   10^5
    0.66    98.5% / 0.0% / 0.6%   98.1% / 8.7% / 0.6%   97.0% / 18.7% / 3.4%
    0.70    97.6% / 0.0% / 0.6%   97.1% / 6.2% / 0.6%   95.3% / 10.9% / 1.7%
    0.72    96.9% / 0.0% / 0.0%   96.1% / 4.6% / 0.0%   94.2% /  9.3% / 0.6%
    0.76    94.0% / 0.0% / 0.0%   93.4% / 2.9% / 0.0%   90.8% /  5.5% / 0.0%
    0.80    89.2% / 0.0% / 0.0%   88.4% / 2.5% / 0.0%   86.6% /  3.1% / 0.0%
    chosen         0.700                 0.725                  0.750
    drawn   97.6% / 0.0% / 0.6%   96.1% / 4.6% / 0.0%   91.2% /  6.6% / 0.0%
    other   98.0% / 0.4% / 0.0%   95.6% / 1.6% / 1.4%   90.8% /  4.9% / 1.4%

To draw the curves again: ``python tests/benchmarks/search.py DATA --only curve``.
"""

from __future__ import annotations

import math
from typing import Final

#: The score asked for among 1,000, how much more for ten times as many, and the most.
_NAMES: Final = (0.68, 0.063, 0.9)
_TEXTS: Final = (0.7, 0.025, 0.9)
_FROM: Final = 1_000


def for_names(size: int) -> float:
    """Return the least score that answers a question for a name, among so many names."""
    return _at(size, *_NAMES)


def for_texts(size: int) -> float:
    """Return the least score that answers a question for words, among so many texts."""
    return _at(size, *_TEXTS)


def _at(size: int, least: float, rise: float, most: float) -> float:
    return min(most, least + rise * max(0.0, math.log10(max(size, 1) / _FROM)))
