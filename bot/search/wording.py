"""Finding records by what they say: words out of them unchanged, or most of the telling words."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.search.aligning import likeness
from bot.search.forms import fold
from bot.search.found import Found, How, Match

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Sequence

    from bot.search.found import Entry

#: Texts that share less of the telling words than this with what was typed say something else.
CLOSE_ENOUGH: Final = 0.75
_LEAST: Final = 0.3
_PART: Final = 0.98
_LOOSE: Final = 0.95  # the most that words out of order or misspelt can score
_MOST_WORDS: Final = 400


class _Text(NamedTuple):
    """One text of one record, folded."""

    kind: str
    id: str
    written: str
    folded: str
    words: frozenset[str]


class Wordings:
    """All texts of all records."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Fold every text once, and count how many texts each word stands in."""
        self._texts = [
            _Text(entry.kind, entry.id, text, folded := fold(text), frozenset(folded.split()))
            for entry in entries
            for text in entry.texts
        ]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            for word in text.words:
                self._holding[word].append(number)

    def find(
        self, words: str, kinds: Collection[str], within: Container[str] | None, limit: int
    ) -> Found:
        """Return the records whose texts hold the words, whole runs before scattered words."""
        folded = fold(words)
        weights = {word: self._weight(word) for word in folded.split()[:_MOST_WORDS]}
        whole = sum(weights.values()) or 1.0
        scores: dict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            for number, alike in self._with(word).items():
                scores[number] += weight * alike / whole
        best: dict[str, Match] = {}
        for number, share in scores.items():
            text = self._texts[number]
            if (kinds and text.kind not in kinds) or (within is not None and text.id not in within):
                continue
            match = _match(text, folded, share)
            known = best.get(match.id)
            if match.score >= _LEAST and (known is None or match.score > known.score):
                best[match.id] = match
        in_order = sorted(best.values(), key=Match.rank)
        return Found(matches=tuple(in_order[:limit]), enough=CLOSE_ENOUGH)

    def _weight(self, word: str) -> float:
        """Return how telling a word is: the rarer, the more (inverse document frequency)."""
        return math.log(1 + len(self._texts) / (1 + len(self._holding.get(word, ()))))

    def _with(self, word: str) -> dict[int, float]:
        """Return the texts that hold a word or, if none does, one like it."""
        if word in self._holding:
            return dict.fromkeys(self._holding[word], 1.0)
        found: dict[int, float] = {}
        for other, numbers in self._holding.items():
            alike = likeness(word, other)
            for number in numbers if alike else ():
                found[number] = max(alike, found.get(number, 0.0))
        return found


def _match(text: _Text, folded: str, share: float) -> Match:
    if folded == text.folded:
        score, how = 1.0, How.EXACT
    elif f" {folded} " in f" {text.folded} ":
        score, how = _PART, How.PART
    else:
        score, how = share * _LOOSE, How.FUZZY
    return Match(kind=text.kind, id=text.id, score=score, how=how, field=text.written)
