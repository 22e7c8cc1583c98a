"""How alike two words are: by typing errors, by sound, or as a beginning of one another.

A word may have a typing error or two; with every further one it is sooner another word than a
misspelt one. Words of the same script are compared as they are written and as they sound, words of
different scripts as they sound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.packed import Floats

_LIKE: Final = np.float32(0.45)  # words less alike than this are different words
_SOUND: Final = np.float32(0.992)  # another spelling of the same word, or another case of it
_INITIAL: Final = np.float32(0.9)  # 'S.' typed for 'Sergei'
_FULL: Final = np.float32(0.7)  # 'Sergei' typed for 'S.': it may be somebody else
_BEGUN: Final = np.float32(0.93)  # 'lavr' for 'Lavrov'
_LEAST_BEGUN: Final = 3  # letters that a word must have to be the beginning of another by itself
_KNOWN: Final = np.float32(0.9)  # a word so much like one typed makes that one whole, not begun
_ERRORS: Final = np.float32(1.5)  # typing errors that one word may have ...
_MORE: Final = np.float32(0.1)  # ... and what each one more costs beyond its share
_LETTERS: Final = 2  # shorter words are acronyms or syllables: each of their letters tells
_ZERO: Final = np.float32(0)
_HALF: Final = np.float32(0.5)
_ONE: Final = np.float32(1)


def likeness(
    written: Sequence[str], sounds: Sequence[str], typed: Sequence[str], sounding: Sequence[str]
) -> Floats:
    """Return how alike each word of names is to each word typed, 0 being another word.

    There is a row for each word of names and one more, all zero, for no word at all. The last word
    typed may be no more than begun.
    """
    matrix = np.zeros((len(written) + 1, len(typed)), np.float32)
    words = matrix[:-1]
    words[:] = _misspelt(written, sounds, typed, sounding)
    short = [at for at, sound in enumerate(sounds) if len(sound) == 1]
    last = len(typed) - 1
    for at, (word, sound) in enumerate(zip(typed, sounding, strict=True)):
        column = words[:, at]
        if len(sound) == 1:
            initial = [_INITIAL * (other[0] == word[0]) for other in written]
            column[:] = np.where(column < _SOUND, initial, column)
            continue
        for other in short:
            column[other] = _FULL * (written[other][0] == word[0])
        begins = len(word) >= _LEAST_BEGUN or (at == last and at > 0)
        if at == last and begins and column.max() < _KNOWN:
            begun = _begun(written, word) if word.isascii() else _begun(sounds, sound)
            np.maximum(column, begun, out=column)
        elif begins:
            for other, its_word in enumerate(written):
                if its_word.startswith(word):
                    column[other] = max(column[other], _BEGUN)
    return matrix


def _misspelt(
    written: Sequence[str], sounds: Sequence[str], typed: Sequence[str], sounding: Sequence[str]
) -> Floats:
    """Return how alike whole words are."""
    errors_heard, by_sound = _errors(sounds, sounding)
    errors, alike = _errors(written, typed)
    if all(map(str.isascii, typed)) and all(map(str.isascii, written)):
        seen: Floats = (alike + by_sound) * _HALF - _excess((errors + errors_heard) * _HALF)
    else:
        latin = np.array([word.isascii() for word in written])[:, None]
        same = latin == np.array([word.isascii() for word in typed])
        seen = np.where(same, (alike + by_sound) * _HALF, by_sound)
        seen -= _excess(np.where(same, (errors + errors_heard) * _HALF, errors_heard))
    seen[errors_heard == 0] = _SOUND
    for at, word in enumerate(typed):
        if len(word) <= _LETTERS:  # 'EU' is no other spelling of 'EEU', whatever it sounds like
            for other, its_word in enumerate(written):
                if len(its_word) != len(word) and its_word.isascii() == word.isascii():
                    seen[other, at] = alike[other, at]
    seen[errors == 0] = 1
    seen[seen < _LIKE] = 0
    return seen


def _begun(words: Sequence[str], typed: str) -> Floats:
    """Return how alike what was typed is to the beginning of each word, if words are longer.

    A letter left out or put in makes the beginning that was meant longer or shorter.
    """
    size = len(typed)
    sizes = [size, size + 1, size - 1] if size > 1 else [size]
    errors: Floats = process.cdist(
        [word[:length] for length in sizes for word in words],
        [typed],
        scorer=OSA.distance,
        dtype=np.float32,
    )
    fewest = errors.reshape(len(sizes), len(words)).min(axis=0)
    begun: Floats = (_ONE - fewest / np.float32(size) - _excess(fewest)) * _BEGUN
    begun[begun < _LIKE] = 0
    return begun


def _errors(words: Sequence[str], typed: Sequence[str]) -> tuple[Floats, Floats]:
    """Return how many typing errors lie between words, and what share of them is right."""
    errors: Floats = process.cdist(words, typed, scorer=OSA.distance, dtype=np.float32)
    sizes = np.array([*map(len, words)], np.float32)
    most: Floats = np.maximum(sizes[:, None], np.array([*map(len, typed)], np.float32))
    return errors, _ONE - errors / most


def _excess(errors: Floats) -> Floats:
    excess: Floats = np.maximum(errors - _ERRORS, _ZERO) * _MORE
    return excess
