"""How well the words typed agree with the words of a name, in any order.

Each word typed is paired with the word of the name that it is most like. A word that *conflicts*
(it is typed, and nothing in the name is like it) costs more than its share of the score; a word
that is *missing* (it is in the name, and was not typed) costs next to nothing. Words written apart
or together are the same words.

Dozens of names are compared at once: a matrix holds how alike each word typed is to each different
word that any of them has. It gives the most that every name can score, and only those that lead are
paired word by word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.search.packed import Floats
    from bot.search.vocabulary import Lineup, Name

    #: For each word of some names: what it gains, paired with which of those typed, and how alike.
    _Options = list[list[tuple[float, int, float]]]

_LIKE: Final = 0.45  # words less alike than this are different words
_SOUND: Final = 0.992  # another spelling of the same word, or another case of it
_INITIAL: Final = 0.9  # 'S.' typed for 'Sergei'
_FULL: Final = 0.7  # 'Sergei' typed for 'S.': it may be somebody else
_BEGUN: Final = 0.93  # 'lavr' for 'Lavrov'
_LEAST_BEGUN: Final = 3  # letters that a word must have to be the beginning of another
_TOGETHER: Final = 0.99  # words that should stand apart, or together
_PARTLY: Final = 0.03  # the cost of leaving words out, however many ...
_MISSING: Final = 0.008  # ... and of leaving out all but one word of a long name
_TURNED: Final = 0.004  # the cost of words in another order
_CONFLICT: Final = 0.25  # what a word that is in no way like the name's costs beyond its share
_ABSORBED: Final = 0.6  # the most that a name of one word scores against several


class Pairing(NamedTuple):
    """How words agree: the ``score`` in 0..1, and in what way."""

    score: float
    begun: bool  # the last word typed is only the beginning of one
    unchanged: bool  # every word typed stands so in the name


class Typed:
    """The words typed, ready to be held against many names."""

    def __init__(self, typed: Name, telling: Callable[[str], float] = lambda _: 1.0) -> None:
        """Split what was typed; its last word may be no more than begun.

        ``telling`` says how much a word counts.
        """
        self._sounds, self._written = typed.words()
        weights = [telling(word) for word in self._sounds]
        of_all = sum(weights) or 1.0
        self._weights = [weight / of_all for weight in weights]
        self._joined = "".join(self._sounds)

    def pair(self, names: Lineup, most: int) -> list[tuple[int, Pairing]]:
        """Pair the words with those of the ``most`` best names; return their places in the list."""
        if not names.rows or not self._sounds or not names.sounds:
            return []
        likeness = self._likeness(names)
        together = self._together(names)
        chosen: Iterable[int] = range(len(together))
        if len(together) > most:
            bounds = np.maximum(self._bounds(likeness[names.padded()]), together)
            chosen = np.argsort(-bounds, kind="stable")[:most].tolist()
        weights = self._weights
        options = [
            [(-alike * weights[i], i, alike) for i, alike in enumerate(row) if alike]
            for row in likeness.tolist()
        ]
        return [(at, self._paired(names, at, options, together[at])) for at in chosen]

    def _bounds(self, likeness: Floats) -> Floats:
        """Return the most that each name can score, by how alike its words are to those typed."""
        best = likeness.max(axis=1)
        weights = np.array(self._weights, np.float32)
        bounds: Floats = (best - (best == 0) * np.float32(_CONFLICT)) @ weights
        return bounds

    def _paired(self, names: Lineup, at: int, options: _Options, together: float) -> Pairing:
        """Pair the words with those of one name, the surest pairs first."""
        row = names.rows[at]
        weights = self._weights
        pairs = sorted(
            (gain, i, j, likeness)
            for j, word in enumerate(row)
            for gain, i, likeness in options[word]
        )
        score, unchanged = 0.0, True
        chosen: list[int] = [-1] * len(weights)
        free = [True] * len(row)
        for gain, i, j, likeness in pairs:
            if free[j] and chosen[i] < 0:
                free[j] = False
                chosen[i] = j
                score -= gain
                unchanged = unchanged and likeness == 1
        for i, j in enumerate(chosen):
            if j < 0:
                score -= _CONFLICT * weights[i]
                unchanged = False
        score -= _left_out(names, row, free)
        if len(chosen) > 1:
            in_order = [j for j in chosen if j >= 0]
            score -= _TURNED * (in_order != sorted(in_order))
            score = min(score, _ABSORBED) if len(row) == 1 else score
        if together > score:
            return Pairing(together, begun=False, unchanged=False)
        last = names.written[row[chosen[-1]]] if chosen[-1] >= 0 else ""
        begun = len(last) > len(self._written[-1]) and last.startswith(self._written[-1])
        return Pairing(max(0.0, score), begun, unchanged)

    def _together(self, names: Lineup) -> list[float]:
        """Return how alike the names are when all their words are written as one."""
        return [
            _TOGETHER * OSA.normalized_similarity(self._joined, name, score_cutoff=_LIKE)
            if len(row) != len(self._weights)
            else 0.0
            for row, name in zip(names.rows, names.joined, strict=True)
        ]

    def _likeness(self, names: Lineup) -> Floats:
        """Return how alike each of the words is to each word typed: a row for each of them.

        The last row, all zero, stands for no word at all.
        """
        written, sounds = names.written, names.sounds
        matrix = np.zeros((len(written) + 1, len(self._sounds)), np.float32)
        words = matrix[:-1]
        words[:] = _alike(written, self._written)
        np.maximum(words, _alike(sounds, self._sounds) * np.float32(_SOUND), out=words)
        short = [at for at, sound in enumerate(sounds) if len(sound) == 1]
        last = len(self._sounds) - 1
        for at, (word, sound) in enumerate(zip(self._written, self._sounds, strict=True)):
            column = words[:, at]
            if len(sound) == 1:
                initial = [_INITIAL * (other[0] == word[0]) for other in written]
                column[:] = np.where(column < np.float32(_SOUND), initial, column)
                continue
            for other in short:
                column[other] = _FULL * (written[other][0] == word[0])
            if at == last and len(word) >= _LEAST_BEGUN:
                beginnings = [other[: len(word)] for other in written]
                begun = _alike(beginnings, [word])[:, 0] * np.float32(_BEGUN)
                np.maximum(column, begun, out=column)
            if at == last or len(word) >= _LEAST_BEGUN:
                for other in _beginning(word, written) | _beginning(sound, sounds):
                    column[other] = max(column[other], _BEGUN)
        return matrix


def _left_out(names: Lineup, row: Sequence[int], free: Sequence[bool]) -> float:
    """Return the cost of the words left out: within the margin of ambiguity among names."""
    if not any(free):
        return 0.0
    sizes = [len(names.sounds[word]) for word in row]
    left_out = sum(size for size, is_free in zip(sizes, free, strict=True) if is_free)
    return _PARTLY + _MISSING * left_out / sum(sizes)


def _beginning(typed: str, words: Sequence[str]) -> set[int]:
    return {at for at, word in enumerate(words) if word.startswith(typed)}


def _alike(written: Sequence[str], typed: Sequence[str]) -> Floats:
    matrix: Floats = process.cdist(
        written, typed, scorer=OSA.normalized_similarity, dtype=np.float32, score_cutoff=_LIKE
    )
    return matrix
