"""How good a match must be before it is an answer and not a guess."""

from __future__ import annotations

import math
from typing import Final

_NAMES: Final = (0.74, 0.05, 0.90)
_TEXTS: Final = (0.75, 0.0, 0.9)
_FROM: Final = 1_000


def for_names(size: int) -> float:
    """Return the least score that answers a question for a name, among so many names."""
    return _at(size, *_NAMES)


def for_texts(size: int) -> float:
    """Return the least score that answers a question for words, among so many texts."""
    return _at(size, *_TEXTS)


def _at(size: int, least: float, rise: float, most: float) -> float:
    return min(most, least + rise * max(0.0, math.log10(max(size, 1) / _FROM)))
