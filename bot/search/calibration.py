"""How good a match must be before it is an answer and not a guess.

The larger the base, the more often a stranger's name is close to one that it holds, so the score
asked for rises with its size. It lies where both errors weigh the same: about as many look-ups for
what is there go unanswered as strangers are taken for somebody known. Measured on 900 misspelt
look-ups and 1,500 real names held out of the base; on 1,500 runs of eight words with up to two
errors and 500 out of sentences held out; and on 324 lines of chatter. Each cell: what share of
look-ups reaches the score / of strangers / of chatter.

    names              10^3                  10^4                   10^5
    0.66    99.7% / 1.0% / 0.0%   99.2% / 7.1% / 0.0%   97.4% / 25.9% / 0.0%
    0.70    99.4% / 0.8% / 0.0%   99.0% / 4.7% / 0.0%   96.9% / 20.9% / 0.0%
    0.72    99.3% / 0.6% / 0.0%   98.3% / 3.5% / 0.0%   96.3% / 18.0% / 0.0%  <- 10^3
    0.76    97.7% / 0.4% / 0.0%   96.6% / 2.5% / 0.0%   94.2% / 14.1% / 0.0%  <- 10^4
    0.80    93.6% / 0.3% / 0.0%   92.1% / 1.6% / 0.0%   90.6% / 10.4% / 0.0%  <- 10^5
    0.84    87.7% / 0.1% / 0.0%   86.6% / 0.5% / 0.0%   84.2% /  5.3% / 0.0%

    texts              10^3                  10^4                   10^5
    0.66    98.6% / 0.4% / 0.9%   98.1% / 5.8% / 1.5%   96.5% / 16.2% / 3.4%
    0.70    97.8% / 0.2% / 0.3%   97.1% / 4.0% / 0.9%   94.7% / 10.4% / 1.5%  <- 10^3
    0.72    96.7% / 0.0% / 0.0%   96.1% / 3.0% / 0.6%   93.7% /  8.0% / 0.9%  <- 10^4
    0.76    94.2% / 0.0% / 0.0%   93.0% / 2.2% / 0.3%   90.5% /  5.0% / 0.6%  <- 10^5
    0.80    90.0% / 0.0% / 0.0%   88.5% / 1.8% / 0.0%   86.9% /  3.0% / 0.0%

To draw the curves again: ``python tests/benchmarks/search.py DATA --only curve``.
"""

from __future__ import annotations

import math
from typing import Final

#: The score asked for among 1,000, how much more for ten times as many, and the most.
_NAMES: Final = (0.72, 0.043, 0.9)
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
