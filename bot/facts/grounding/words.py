"""The words of a text, in a form that forgives what changes in a word as it is used.

Two words are alike if they are equal without case, accents, apostrophes, points and possessive,
and with -ise for -ize and -or for -our; or if they share at least four letters, behind which stand
only endings of English plurals and demonyms (China, Chinese) or of Russian cases.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final, NamedTuple

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W_]*[^\W\d_](?:[^\W_]|['’ʼ](?=[^\W\d_]))*"
)
_POSSESSIVE: Final = re.compile(r"['’ʼ][sS]$")
_MARKS: Final = re.compile("['’ʼ.]")
_OPENING: Final = "\"“‘«„‹「『('["
_PASSED_OVER: Final = " \t\"'“”‘’«»„()[]…-–—•*·"
_SENTENCE_ENDS: Final = ".!?:…。！？：\n"
_LEAST_STEM: Final = 4
_LEAST_TITLE: Final = 3
_ENDINGS: Final = frozenset(
    [
        "",
        "s",
        "es",
        "ies",
        "n",
        "ns",
        "an",
        "ans",
        "ian",
        "ians",
        "ese",
        "ish",
        "i",
        "is",
        "ic",
        "a",
        "e",
        "y",
        "ey",
    ]
)
_MOST_CASE_ENDING: Final = 3

#: English words that have no meaning of their own: a capital on them comes from their place.
FUNCTION_WORDS: Final = frozenset(
    """
    a about above according across after again against all along already also although always amid
    among an and another any are around as at be because been before behind being below between
    beyond both but by can could did do does down during each either every few following for from
    had has have having he her here hers him his how however i if in including into is it its just
    like many may might more moreover most much must neither never no nor not nothing now of off on
    once one only or other our out over own per rather same several she should since so some still
    such than that the their them then there these they this those though through throughout thus
    to together too toward towards two under until up upon very was we were what when where whether
    which while who whom whose why will with within without would yet you your
    """.split()  # noqa: SIM905 - words are easier to read as words
)
#: Endings by which English makes common nouns and adjectives out of other words.
_DERIVED: Final = re.compile(
    r"(?:[ts]ions?|ments?|ness|it(?:y|ies)|ships?|isms?|ables?|ibles?|fully?|less)$"
)
_INFLECTED: Final = re.compile(r"(?:ings?|ed|es|s|ly|e|d|er|ers|al|y)$")


class Word(NamedTuple):
    """A word in a text.

    ``folded`` is the form that is compared; a word that is ``loose`` stands where any word takes a
    capital: at the start of a sentence or quotation, or anywhere in a title that is all capitals.
    """

    text: str
    folded: str
    start: int
    loose: bool

    @property
    def end(self) -> int:
        """The place behind its last letter."""
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is two or more capitals, or capitals and digits."""
        return len(self.folded) > 1 and _POSSESSIVE.sub("", self.text).isupper()


@functools.lru_cache(maxsize=65_536)
def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a text, those joined by hyphens each for itself."""
    words = [
        Word(match[0], fold(match[0]), match.start(), _is_loose(text, match.start()))
        for match in _WORD.finditer(text)
    ]
    telling = [word for word in words if word.folded not in FUNCTION_WORDS]
    if len(telling) >= _LEAST_TITLE and all(word.is_capital for word in telling):
        words = [word._replace(loose=True) for word in words]
    return tuple(words)


@functools.lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return the form of a word that is compared."""
    word = _MARKS.sub("", _POSSESSIVE.sub("", word))
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return word.casefold().replace("iz", "is").replace("our", "or")


@functools.lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> bool:
    """Whether two folded words are forms of one word."""
    if one == other:
        return True
    shared = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    if shared < _LEAST_STEM:
        return False
    rests = one[shared:], other[shared:]
    if _is_cyrillic(one) and _is_cyrillic(other):
        return max(map(len, rests)) <= _MOST_CASE_ENDING
    return _ENDINGS.issuperset(rests)


def stem(folded: str) -> str:
    """Return a folded word without its endings, for looking up whether it is a common word."""
    if _is_cyrillic(folded):
        return folded[: max(_LEAST_STEM, len(folded) - _MOST_CASE_ENDING)]
    cut = _INFLECTED.sub("", folded)
    return cut if len(cut) >= _LEAST_STEM else folded


def is_derived(folded: str) -> bool:
    """Whether a word has an ending that names hardly ever have."""
    return _DERIVED.search(folded) is not None


def _is_loose(text: str, start: int) -> bool:
    if start and text[start - 1] in _OPENING:
        return True
    before = text[:start].rstrip(_PASSED_OVER)
    return not before or before[-1] in _SENTENCE_ENDS


def _is_cyrillic(folded: str) -> bool:
    return "\u0400" <= folded[0] <= "\u04ff"
