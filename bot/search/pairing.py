"""How well the words typed agree with the words of a name, in any order.

Each word typed is paired with the word of the name that it is most like. A word that *conflicts*
(it is typed, and nothing in the name is like it) costs more than its share of the score; a word
that is *missing* (it is in the name, and was not typed) costs next to nothing. Words written apart
or together are the same words.

Dozens of names are compared in a few calls: every name gets the most that it can score from what
its words sound like, and only those that lead are paired word by word, as they are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.packed import Floats

_LIKE: Final = 0.45  # words less alike than this are different words
_SOUND: Final = 0.992  # another spelling of the same word, or another case of it
_INITIAL: Final = 0.9  # 'S.' typed for 'Sergei'
_FULL: Final = 0.7  # 'Sergei' typed for 'S.': it may be somebody else
_BEGUN: Final = 0.93  # 'lavr' for 'Lavrov'
_LEAST_BEGUN: Final = 3  # letters that a word must have to be the beginning of another
_TOGETHER: Final = 0.99  # words that should stand apart, or together
_PARTLY: Final = 0.03  # the cost of leaving words out, however many ...
_MISSING: Final = 0.008  # ... and of leaving out all but one word of a long name
_CONFLICT: Final = 0.25  # what a word that is in no way like the name's costs beyond its share


class Name(NamedTuple):
    """A name as it sounds and as it is written, both folded."""

    sound: str
    written: str


class Pairing(NamedTuple):
    """How words agree: the ``score`` in 0..1, and in what way."""

    score: float
    begun: bool  # the last word typed is only the beginning of one
    unchanged: bool  # every word typed stands so in the name


class _Words(NamedTuple):
    """The words of a name, those that are written as they sound being the same."""

    sounds: list[str]
    written: list[str]

    @classmethod
    def of(cls, name: Name) -> _Words:
        sounds, written = name.sound.split(), name.written.split()
        return cls(sounds, written if len(written) == len(sounds) else sounds)


class Typed:
    """The words typed, ready to be held against many names."""

    def __init__(self, typed: Name, telling: Callable[[str], float] = lambda _: 1.0) -> None:
        """Split what was typed; its last word may be no more than begun.

        ``telling`` says how much a word tells, from nearly 0 (it stands everywhere) to 1.
        """
        self._typed = _Words.of(typed)
        self._weights = [(len(word) + 1) * telling(word) for word in self._typed.sounds]
        self._all = sum(self._weights) or 1
        self._joined = "".join(self._typed.sounds)
        self._last = len(self._weights) - 1

    def pair(self, names: Sequence[Name], most: int) -> list[tuple[int, Pairing]]:
        """Pair the words with those of the ``most`` best names; return their places in the list."""
        if not names or not self._weights:
            return []
        words = [_Words.of(name) for name in names]
        joined = ["".join(each.sounds) for each in words]
        together = process.cdist(
            [self._joined], joined, scorer=OSA.normalized_similarity, dtype=np.float32
        )[0]
        bounds = np.maximum(self._bounds(words), together * _TOGETHER)
        leading = np.argsort(-bounds, kind="stable")[:most].tolist()
        return [(at, self._paired(words[at], float(together[at]))) for at in leading]

    def _bounds(self, names: Sequence[_Words]) -> Floats:
        """Return the most that each name can score, by what its words sound like."""
        vocabulary: dict[str, int] = {}
        for name in names:
            for word in name.sounds:
                vocabulary.setdefault(word, len(vocabulary))
        places = np.full((len(names), max(len(name.sounds) for name in names)), -1, np.int32)
        for at, name in enumerate(names):
            places[at, : len(name.sounds)] = [vocabulary[word] for word in name.sounds]
        best = self._likeness(list(vocabulary))[:, places].max(axis=2)
        weights = np.array(self._weights, np.float32)
        share: Floats = weights @ (best - (best == 0) * np.float32(_CONFLICT)) / self._all
        return share

    def _likeness(self, vocabulary: list[str]) -> Floats:
        """Return how alike each word typed is to each of the vocabulary, and (last) to none."""
        matrix = np.zeros((len(self._weights), len(vocabulary) + 1), np.float32)
        matrix[:, :-1] = _alike(self._typed.sounds, vocabulary)
        for row, word in enumerate(self._typed.sounds):
            if len(word) == 1:
                begun = [_INITIAL * (written[0] == word) for written in vocabulary]
                matrix[row, :-1] = np.maximum(matrix[row, :-1], begun)
        last = self._typed.sounds[-1]
        if len(last) > 1:
            beginnings = [written[: len(last)] for written in vocabulary]
            begun = _alike([last], beginnings)[0] * _BEGUN
            matrix[-1, :-1] = np.maximum(matrix[-1, :-1], begun)
        return matrix

    def _paired(self, name: _Words, together: float) -> Pairing:
        pairs = sorted(
            (-alike * self._weights[i], i, j, alike)
            for i in range(len(self._weights))
            for j in range(len(name.sounds))
            if (alike := self._pair_alike(i, name, j))
        )
        agreed = 0.0
        begun, unchanged = False, True
        paired_typed: set[int] = set()
        paired_written: set[int] = set()
        for _, i, j, alike in pairs:
            if i not in paired_typed and j not in paired_written:
                paired_typed.add(i)
                paired_written.add(j)
                agreed += alike * self._weights[i]
                unchanged &= alike == 1
                if i == self._last and alike < 1:
                    begun = name.written[j].startswith(self._typed.written[i])
        conflicting = [i for i in range(len(self._weights)) if i not in paired_typed]
        agreed -= _CONFLICT * sum(self._weights[i] for i in conflicting)
        score = agreed / self._all - _missing(name.sounds, paired_written)
        if together * _TOGETHER > score and len(name.sounds) != len(self._weights):
            return Pairing(together * _TOGETHER, begun=False, unchanged=False)
        return Pairing(max(0.0, score), begun, unchanged and not conflicting)

    def _pair_alike(self, i: int, name: _Words, j: int) -> float:
        """Return how alike two words are, 0 if they are different words."""
        word, other = self._typed.written[i], name.written[j]
        if word == other:
            return 1.0
        sound, other_sound = self._typed.sounds[i], name.sounds[j]
        if sound == other_sound:
            return _SOUND
        if len(sound) == 1 or len(other_sound) == 1:
            return (_INITIAL if len(sound) == 1 else _FULL) * (word[0] == other[0])
        last = i == self._last
        if (last or len(word) >= _LEAST_BEGUN) and (
            other.startswith(word) or other_sound.startswith(sound)
        ):
            return _BEGUN
        alike: float = max(
            OSA.normalized_similarity(word, other, score_cutoff=_LIKE),
            OSA.normalized_similarity(sound, other_sound, score_cutoff=_LIKE) * _SOUND,
        )
        if last and _LEAST_BEGUN <= len(word) < len(other):
            begun = OSA.normalized_similarity(word, other[: len(word)], score_cutoff=_LIKE)
            alike = max(alike, begun * _BEGUN)
        return alike


def _alike(typed: Sequence[str], written: Sequence[str]) -> Floats:
    matrix: Floats = process.cdist(
        typed, written, scorer=OSA.normalized_similarity, dtype=np.float32, score_cutoff=_LIKE
    )
    return matrix


def _missing(written: Sequence[str], paired: set[int]) -> float:
    """Return the cost of the words left out: within the margin of ambiguity among names."""
    left_out = sum(len(word) for at, word in enumerate(written) if at not in paired)
    if not left_out:
        return 0.0
    return _PARTLY + _MISSING * left_out / sum(map(len, written))
