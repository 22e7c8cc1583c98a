"""One form for the inflected forms of a word, so that 'signed' in a question meets 'signing'.

English endings are left off, and Russian ones by ``forms.skeleton``, which also brings Cyrillic
into Latin letters; where too few are left to tell one language from the other, they are marked. The
stems are no words, and only ever compared with each other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from bot.search.forms import is_cjk, skeleton

_MOST_REMEMBERED: Final = 16_384
_LEAST_STEM: Final = 3
_LEAST_SOUND: Final = 5  # what sounds like a shorter English word is mostly another one
_OF_MANY: Final = "cev"  # 'китайцев' is of 'китайцы'
_ORDINALS: Final = ("st", "nd", "rd", "th")
SHORT: Final = "·"  # behind what is left of a Russian word, so that 'на' is no 'na'
_KEEP_S: Final = ("ss", "us", "is")


@lru_cache(maxsize=_MOST_REMEMBERED)
def stem(word: str) -> str:
    """Return the stem of a folded word; Chinese characters stay as they are."""
    if is_cjk(word):
        return word
    if word.isascii():
        return _without_ending(word)
    sound = skeleton(word)
    if sound.endswith(_OF_MANY):
        sound = sound[:-2]
    return sound if len(sound) >= _LEAST_SOUND else sound + SHORT


def _without_ending(word: str) -> str:
    """Leave off what English verbs, nouns and ordinals end in."""
    if word.endswith(_ORDINALS) and word[:-2].isdigit():
        return word[:-2]
    if word.endswith("ies") and len(word) > _LEAST_STEM + 1:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(_KEEP_S) and len(word) > _LEAST_STEM:
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            word = word[: -len(ending)]
            if len(word) > _LEAST_STEM and word[-1] == word[-2] and word[-1] not in "sl":
                word = word[:-1]
    return word.rstrip("e") if len(word) > _LEAST_STEM else word
