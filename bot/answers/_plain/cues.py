"""Which words of a question are grammar, and what they show."""

from __future__ import annotations

import itertools
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.answers._plain.cue_words import CHINESE, ENGLISH, RUSSIAN, Cue
from bot.search.forms import fold, has_cjk

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Verbs whose slip of the finger would be no name: four letters at least.
_LEAST_SLIP: Final = 4
_SHORT_SWAP: Final = 3


def _table() -> dict[str, Cue]:
    table: defaultdict[str, Cue] = defaultdict(lambda: Cue.PLAIN)
    for language in (ENGLISH, RUSSIAN, CHINESE):
        for cue, listed in language.items():
            for entry in listed.split():
                table[fold(entry.replace("+", " ")) or entry] |= cue
    return dict(table)


_CUES: Final = _table()
_LONGEST: Final = {
    first: max(len(cue.split()) for cue in _CUES if cue.split()[0] == first)
    for first in {cue.split()[0] for cue in _CUES}
}
_CHARACTERS: Final = {
    first: max(len(cue) for cue in _CUES if cue[0] == first)
    for first in {cue[0] for cue in _CUES if has_cjk(cue)}
}
_BY_LETTERS: Final[dict[str, list[str]]] = {}
for _cue in _CUES:
    if " " not in _cue and len(_cue) >= _SHORT_SWAP and not has_cjk(_cue):
        _BY_LETTERS.setdefault(_cue[0], []).append(_cue)


def cue_at(words: Sequence[str], first: int) -> tuple[int, Cue] | None:
    """Return how many words from one on are grammar, and of what kind; the longest first."""
    most = min(_LONGEST.get(words[first], 0), len(words) - first)
    for count in range(most, 0, -1):
        cue = _CUES.get(" ".join(words[first : first + count]))
        if cue is not None:
            return count, cue
    return None


def cue_in_characters(text: str, first: int) -> tuple[int, Cue] | None:
    """Return how many characters from one on are grammar, and of what kind."""
    most = min(_CHARACTERS.get(text[first], 0), len(text) - first)
    for count in range(most, 0, -1):
        cue = _CUES.get(text[first : first + count])
        if cue is not None:
            return count, cue
    return None


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in itertools.groupby(word))


@lru_cache(maxsize=4_096)
def misspelt_cue(word: str) -> Cue | None:
    """Return what a word of grammar shows that a word may be a slip for, or None.

    Letters swapped, doubled or left out count; another letter in a place or beside it does not, as
    that is another word more often than a slip: 'started' is not 'stated'.
    """
    for cue in _BY_LETTERS.get(word[0], ()):
        if len(word) == len(cue):
            swapped = sorted(word) == sorted(cue) and OSA.distance(word, cue, score_cutoff=1) == 1
            if swapped:
                return _CUES[cue]
        elif (
            min(len(word), len(cue)) >= _LEAST_SLIP
            and abs(len(word) - len(cue)) == 1
            and OSA.distance(word, cue, score_cutoff=1) == 1
            and (len(word) < len(cue) or _undoubled(word) == _undoubled(cue))
        ):
            return _CUES[cue]
    return None
