"""How well Chinese, Japanese or Korean characters agree with those of a name, in their order."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.search.forms import romanised
from bot.search.pairing import Pairing

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTLY: Final = 0.03  # as for words: leaving characters out costs little ...
_MISSING: Final = 0.008  # ... however many
_ABBREVIATED: Final = 0.7  # the first character and some of the others: a suggestion, no answer
_CHARACTER: Final = 0.4  # what another character costs ...
_SYLLABLE: Final = 0.85  # ... and if it is read otherwise too
_CONFLICT: Final = 0.25  # what characters that the name does not have cost beyond their share


def paired_characters(typed: str, heard: Sequence[str], name: str) -> Pairing:
    """Hold characters without spaces, and the syllables as which they are heard, against a name."""
    if typed == name:
        return Pairing(1.0, begun=False, unchanged=True)
    if typed in name:
        missing = _PARTLY + _MISSING * (1 - len(typed) / len(name))
        return Pairing(1 - missing, begun=False, unchanged=True)
    # many characters are read alike, and mistaken for others
    misheard = OSA.distance(heard, _syllables(name))
    wrong = _CHARACTER * OSA.distance(typed, name) + _SYLLABLE * misheard
    score = 1 - wrong / max(len(typed), len(name))
    if name in typed:
        rest = 1 - len(name) / len(typed)
        score = max(score, 1 - rest * (1 + _CONFLICT))
    elif len(typed) > 1 and typed[0] == name[0] and _in_order(typed, name):
        score = max(score, _ABBREVIATED)
    return Pairing(max(0.0, score), begun=False, unchanged=False)


@lru_cache(maxsize=4_096)
def _syllables(name: str) -> tuple[str, ...]:
    """Return the syllables of a name in the base, which is asked for again and again."""
    return tuple(romanised(name).split())


def _in_order(typed: str, name: str) -> bool:
    rest = iter(name)
    return all(character in rest for character in typed)
