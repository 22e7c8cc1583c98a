"""Letters of another script that look the same: Cyrillic 'о' for 'o', which no eye can tell apart.

A word is in the script that most of its letters belong to; the others of its letters, and words of
nothing but look-alikes in a text of another script, are read as what they look like.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_CYRILLIC: Final = dict(
    zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТХУІЈЅԚԜ", "aeopcyxijshdqwABEKMHOPCTXYIJSQW", strict=True)
)
_GREEK: Final = dict(zip("ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovABEZHIKMNOPTYX", strict=True))
_READ_AS: Final = {
    "LATIN": str.maketrans({**_CYRILLIC, **_GREEK}),
    "CYRILLIC": str.maketrans({latin: letter for letter, latin in reversed(_CYRILLIC.items())}),
}
_MOST_REMEMBERED: Final = 4_096


def unmasked(text: str) -> str:
    """Return the text with every look-alike replaced by the letter that it looks like."""
    if text.isascii():
        return text
    main = _script(Counter(map(_script_of, filter(str.isalpha, text))), "")
    return _LETTERS.sub(lambda word: _unmasked(word[0], main), text)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _unmasked(word: str, main: str) -> str:
    scripts = Counter(map(_script_of, word))
    own = _script(scripts, main)
    if len(scripts) == 1 and own == main:
        return word
    for script in (own, main):
        read = word.translate(_READ_AS.get(script, {}))
        if read != word and all(_script_of(letter) == script for letter in read):
            return read
    return word


def _script(counted: Counter[str], preferred: str) -> str:
    """Return the script of most letters, the preferred one where as many are in it."""
    return max(counted, key=lambda script: (counted[script], script == preferred), default="")


@lru_cache(maxsize=_MOST_REMEMBERED)
def _script_of(letter: str) -> str:
    """Return the first word of a letter's name, which Unicode makes its script."""
    return unicodedata.name(letter, "").partition(" ")[0]
