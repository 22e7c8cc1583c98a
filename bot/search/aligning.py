"""How well the words typed agree with the words of a name, in any order.

Each word typed is paired with the word of the name that it is most like. A word that *conflicts*
(it is typed, and nothing in the name is like it) costs its whole share of the score; a word that
is *missing* (it is in the name, and was not typed) costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.search.forms import is_cjk, skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIKE: Final = 0.6  # words less alike than this are different words
_SAME_SOUND: Final = 0.97  # another spelling of the same word
_INITIAL: Final = 0.9  # 'S.' for 'Sergei'
_BEGUN: Final = 0.92  # 'lavr' for 'Lavrov'
_LEAST_BEGUN: Final = 3
_OTHER_INITIAL: Final = 0.15  # people rarely mistype a word's first letter
_MISSING: Final = 0.04  # the cost of leaving out all but one word of a long name


def likeness(typed: str, written: str) -> float:
    """Return how alike two folded words are, in 0..1; 0 means different words."""
    if typed == written:
        return 1.0
    if is_cjk(typed) or is_cjk(written):
        return _LIKE if len(typed) > 1 and typed in written else 0.0
    ours, theirs = skeleton(typed), skeleton(written)
    if ours == theirs and ours:
        return _SAME_SOUND
    if len(typed) == 1 or len(written) == 1:
        return _INITIAL if typed[0] == written[0] else 0.0
    if len(typed) >= _LEAST_BEGUN and written.startswith(typed):
        return _BEGUN
    alike = max(OSA.normalized_similarity(typed, written), OSA.normalized_similarity(ours, theirs))
    if ours[:1] != theirs[:1]:
        alike -= _OTHER_INITIAL
    return alike if alike >= _LIKE else 0.0


def aligned(typed: Sequence[str], name: Sequence[str]) -> float:
    """Return how well typed words agree with a name's words, in 0..1.

    The share of a word in the score is its length, as 'of' tells less than 'Lavrov'.
    """
    free = list(name)
    agreed = 0.0
    for word in sorted(typed, key=len, reverse=True):
        best = max(free, key=lambda written: likeness(word, written), default=None)
        alike = likeness(word, best) if best is not None else 0.0
        if best is not None and alike:
            free.remove(best)
            agreed += alike * len(word)
    total = sum(map(len, typed)) or 1
    missing = sum(map(len, free)) / (sum(map(len, name)) or 1)
    return max(0.0, agreed / total - _MISSING * missing)
