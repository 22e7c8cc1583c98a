"""Words that turn a sentence round, in English, Russian and Chinese.

A "not" added or dropped is the lie that matters most, so it is pointed out by name wherever two
wordings differ. The lists are the closed classes of their languages; prefixes are seen by comparing
a word with the one that stands in its place.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(words.split())


_ENGLISH: Final = listed(
    "no not never cannot neither nor none nobody nothing nowhere without hardly scarcely barely"
    " seldom rarely fail fails failed failing refuse refuses refused refusing lack lacks lacked"
    " lacking cease ceases ceased deny denies denied denying false untrue"
)
_RUSSIAN: Final = listed(
    "не нет ни нету никогда никто никого никому ничто ничего ничему нигде никак никакой никакая"
    " никакое никакие никаких никакого нельзя невозможно без отнюдь вовсе отрицает отрицал отрицала"
    " отрицали"
)
_CHINESE: Final = frozenset("不没沒无無非未别別勿莫否")
_WORDS: Final = _ENGLISH | _RUSSIAN | _CHINESE
_PAIRS: Final = frozenset({("far", "from"), ("anything", "but")})
#: "don't", and "dont" as it is typed.
_SHORTENED: Final = re.compile(
    r"(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|should|could|must|need|might|may|ought|dare|sha|ai)n'?t"
)
_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "не", "без", "бес")
_LEAST_STEM: Final = 3


def negations(words: Iterable[str]) -> list[str]:
    """Return those of the words, as ``spelled`` gives them, that negate: 'far from' is one too."""
    words = tuple(words)
    found = [word for word in words if word in _WORDS or _SHORTENED.fullmatch(word)]
    return found + [" ".join(pair) for pair in itertools.pairwise(words) if pair in _PAIRS]


def turned(asked: Sequence[str], true: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the negations that were added and those that were dropped between two wordings.

    As many negations on either side ("do not", "don't") are a change of words, not of sense.
    """
    ours, theirs = negations(asked), negations(true)
    ours += [word for word in asked if _is_negated(word, true)]
    theirs += [word for word in true if _is_negated(word, asked)]
    if len(ours) == len(theirs):
        return [], []
    return (ours, []) if len(ours) > len(theirs) else ([], theirs)


def _is_negated(word: str, others: Sequence[str]) -> bool:
    """Whether one of the other words with a negating prefix is this word: 'able', 'unable'."""
    return any(
        len(other) >= _LEAST_STEM and word == prefix + other
        for other in others
        for prefix in _PREFIXES
    )
