"""Finding records by what they say: words out of them unchanged, or most of the telling words.

Every word typed that a text does not have counts against it, as much as the word tells: that a
text shares 'what', 'is' and 'the' with a question means nothing, that it has no 'weather' does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.search import calibration
from bot.search.forms import fold, fold_all, skeleton, skeleton_all
from bot.search.found import Found, How, Match
from bot.search.grams import Grams, Limits, Made
from bot.search.packed import Packed, let_go, slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.search.catalogue import Catalogue, Scope
    from bot.search.found import Entry
    from bot.search.packed import Flags, Numbers, Small
    from bot.search.telling import Telling

_PART: Final = 0.98  # words out of a text, unchanged
_WITHIN: Final = 0.9  # a whole text, within a longer one that was typed
_LEAST_WITHIN: Final = 5  # words that such a text must have
_LOOSE: Final = 0.93  # the most that words out of order or misspelt can score ...
_ORDER: Final = 0.03  # ... and what their order adds
_MISSPELT: Final = 0.72  # words less alike than this are different words
_LEAST: Final = 0.3
_MOST_WEIGHED: Final = 300  # words that are looked at ...
_MOST_WORDS: Final = 64  # ... and those of them that count, the most telling ones
_CANDIDATES: Final = 12
_IN_FULL: Final = 4  # how many are looked at for misspelt words and for their order
_BUDGET: Final = 1_200
_MOST_ROWS: Final = 16
_LONGEST_ROW: Final = 200_000
_SHORT_GRAMS: Final = 20_000
_PENALTY: Final = 0.002  # of a candidate's votes, for each of its bytes


class Wordings:
    """All texts of all records; never changed after building."""

    def __init__(self, catalogue: Catalogue, entries: Iterable[Entry]) -> None:
        """Fold the texts of entries, which are in the order of the catalogue."""
        self._catalogue = catalogue
        written: list[str] = []
        folded: list[str] = []
        owners = [np.zeros(0, np.int32)]
        for some in slices(_texts(entries)):
            written += (each[0] for each in some)
            folded += fold_all([each[0] for each in some])
            owners.append(np.fromiter((each[1] for each in some), np.int32, len(some)))
        self._owners: Small = np.concatenate(owners)
        self._written = Packed(text.replace("\n", "\v") for text in written)
        self._folded = Packed(folded)
        let_go(written, folded)
        self.sounds = Packed(
            sound for some in self._folded.slices() for sound in skeleton_all(some)
        )
        n, bits = (4, 18) if len(self) <= _SHORT_GRAMS else (5, 21)
        self._grams = Grams(self.sounds, Made(n, bits, _LONGEST_ROW, _PENALTY))
        self._first_texts = np.searchsorted(self._owners, np.arange(len(catalogue) + 1))

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self._owners)

    def find(self, text: str, scope: Scope, limit: int, telling: Telling) -> Found:
        """Return the records whose texts hold the words, whole runs before scattered words."""
        folded = fold(text)
        typed = _Typed(folded, telling)
        candidates = self._candidates(typed, scope, max(_CANDIDATES, 2 * limit))
        scored = []
        for number in candidates:
            sound = self.sounds[number]
            score, how = _unchanged(folded, self._folded[number])
            if how is How.FUZZY:
                score = max(score, typed.shared(sound) * _LOOSE)
            scored.append((-score, len(sound), number, how, sound))
        scored.sort(key=lambda each: each[:3])
        verbatim = bool(scored) and scored[0][3] is not How.FUZZY
        matches: dict[str, Match] = {}
        for place, (worst, _, number, how, sound) in enumerate(scored):
            score = -worst
            if how is How.FUZZY and place < _IN_FULL and not verbatim:
                score = max(score, typed.alike(sound))
            if score >= _LEAST:
                match = self._match(number, score, how)
                known = matches.get(match.id)
                if known is None or match.score > known.score:
                    matches[match.id] = match
        return Found.of(matches.values(), calibration.for_texts(len(self)), limit)

    def _candidates(self, typed: _Typed, scope: Scope, most: int) -> list[int]:
        """Return the texts that have most in common with what was typed, in order."""
        if scope.few is not None and len(scope.few) <= most:
            return [
                number
                for record in scope.few.tolist()
                for number in range(self._first_texts[record], self._first_texts[record + 1])
            ]
        asking = scope.by_id and scope.few is None
        admitted = None if scope.everything else self._admitting(scope)
        votes = self._grams.vote([typed.sound], Limits(_BUDGET, _MOST_ROWS), admitted)
        in_order = self._grams.leading(votes, None if asking else most)
        if asking:
            in_order = [n for n in in_order if scope.admits(int(self._owners[n]))]
        return in_order[:most]

    def _admitting(self, scope: Scope) -> Callable[[Numbers], Flags]:
        def admitted(numbers: Numbers) -> Flags:
            owners = self._owners[numbers]
            kept = scope.of_kind(owners)
            return kept if scope.few is None else kept & np.isin(owners, scope.few)

        return admitted

    def _match(self, number: int, score: float, how: How) -> Match:
        record = int(self._owners[number])
        return Match(
            kind=self._catalogue.kind(record),
            id=self._catalogue.ids[record],
            score=score,
            how=how,
            field=self._written[number].replace("\v", "\n"),
        )

    @property
    def nbytes(self) -> int:
        """How much memory the texts and their rows take."""
        parts = (self._written, self._folded, self.sounds, self._grams)
        arrays = (self._owners, self._first_texts)
        return sum(part.nbytes for part in (*parts, *arrays))


class _Typed:
    """The words typed, the most telling of them where there are too many."""

    def __init__(self, folded: str, telling: Telling) -> None:
        self.sound = skeleton(folded)
        words = dict.fromkeys(self.sound.split()[:_MOST_WEIGHED])
        weights = {word: telling.surprise(word) * (len(word) + 1) + 0.01 for word in words}
        if len(weights) > _MOST_WORDS:
            telling_most = sorted(weights, key=lambda word: (-weights[word], word))[:_MOST_WORDS]
            weights = {word: weights[word] for word in telling_most}
        self._weights = weights
        self._apart = [(f" {word} ", weight) for word, weight in weights.items()]
        self._all = sum(weights.values()) or 1.0

    def shared(self, sound: str) -> float:
        """Return the share of what the words tell that a text has, unchanged."""
        text = f" {sound} "
        return sum([weight for word, weight in self._apart if word in text]) / self._all

    def alike(self, sound: str) -> float:
        """Return the same with misspelt words, and with the order of all."""
        written = list(dict.fromkeys(sound.split()))
        has = set(written)
        missing = [word for word in self._weights if word not in has]
        agreed = sum(weight for word, weight in self._weights.items() if word in has)
        if missing and written:
            likeness = process.cdist(
                missing,
                written,
                scorer=OSA.normalized_similarity,
                dtype=np.float32,
                score_cutoff=_MISSPELT,
            ).max(axis=1)
            for word, alike in zip(missing, likeness.tolist(), strict=True):
                agreed += self._weights[word] * alike
        in_order = fuzz.partial_ratio(self.sound[: len(sound) * 2], sound) / 100
        return (_LOOSE + _ORDER * in_order) * agreed / self._all


def _unchanged(typed: str, text: str) -> tuple[float, How]:
    """Return the score of words that stand in a text as they are, or 0 if they do not."""
    if typed == text:
        return 1.0, How.EXACT
    if typed in text and f" {typed} " in f" {text} ":
        return _PART, How.PART
    if not typed.isascii() and typed.replace(" ", "") in text:
        return _PART, How.PART
    if text in typed and text.count(" ") + 1 >= _LEAST_WITHIN and f" {text} " in f" {typed} ":
        return _WITHIN, How.PART
    return 0.0, How.FUZZY


def _texts(entries: Iterable[Entry]) -> Iterator[tuple[str, int]]:
    for number, entry in enumerate(entries):
        for text in entry.texts:
            yield text, number
