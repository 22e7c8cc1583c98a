"""One form for the inflected forms of a word, so that 'signed' in a question meets 'signing'.

English endings are left off, and Russian ones by ``forms.skeleton``, which also brings Cyrillic
into Latin letters; where too few are left to tell one language from the other, they are marked. The
stems are no words, and only ever compared with each other.

``root`` goes further, to what words of one family share ('invade' and 'invasion', 'подписали' and
'подписание'). It brings together more than it should now and then, and is for a second look alone.
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
_LEAST_ROOT: Final = 4
_MOST_SUFFIXES: Final = 3  # 'neighborliness' has two, and an 'or'
#: What English makes words of one family with, less a last 'e', which ``stem`` leaves off.
_FAMILY: Final = (
    "isation ization iveness ation ativ ition ical ment ness ship hood anc enc ism ist ion ity iv"
    " is iz at al ic er or ly li y e"
)
_SUFFIXES: Final = tuple(_FAMILY.split())  # longer ones first
#: Endings of nouns of action, and a way of spelling, with what stands there in the other words.
_TURNED: Final = {"asion": "ad", "ision": "id", "usion": "ud", "nsion": "nd", "our": "or"}
#: How many letters must be left, where four are not enough, or too many.
_LEFT: Final = {"ion": 5, "ition": 5, "ment": 5, "at": 5, "er": 5, "or": 6, "y": 6, "e": 3}
#: The same of Russian, as they sound: of verbs, of nouns made of verbs, and of adjectives.
_SOUNDS: Final = ("irovan", "ovan", "van", "ival", "iva", "an", "en", "al", "il", "el", "at", "it")
_REFLEXIVE: Final = ("ся", "сь")


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


@lru_cache(maxsize=_MOST_REMEMBERED)
def root(word: str) -> str:
    """Return what a folded word shares with others of its family; Chinese stays as it is."""
    if word.isascii():
        return _without_suffixes(stem(word))
    if is_cjk(word):
        return word
    sound = stem(word[:-2] if word.endswith(_REFLEXIVE) else word)
    for suffix in _SOUNDS:
        if sound.endswith(suffix) and len(sound) - len(suffix) >= _LEAST_ROOT:
            return sound[: -len(suffix)]
    return sound


def _without_suffixes(stemmed: str) -> str:
    for ending, instead in _TURNED.items():
        if stemmed.endswith(ending) and len(stemmed) > _LEAST_ROOT + 1:
            stemmed = stemmed.removesuffix(ending) + instead
    for _ in range(_MOST_SUFFIXES):
        for suffix in _SUFFIXES:
            left = len(stemmed) - len(suffix)
            if stemmed.endswith(suffix) and left >= _LEFT.get(suffix, _LEAST_ROOT):
                stemmed = stemmed[:left]
                break
        else:
            return stemmed
    return stemmed
