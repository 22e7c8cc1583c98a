"""How often a score is an answer, and how often a stranger gets it: what calibration rests on.

Names that the base does not hold are real ones that were held out of it, and lines of chatter;
texts that it does not hold are sentences held out, and the same chatter. The curve gives for each
threshold what share of look-ups would still be answered, and what share of strangers would be.

The curve is drawn with one half of all these questions, and thresholds are chosen on it; what they
then do is reported on the other half.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from benchmarks.search_data import draws, misspelt
from benchmarks.search_measuring import say

from bot.search import calibration
from bot.search.forms import fold
from bot.search.found import MARGIN, Entry, Field
from bot.search.index import Index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.search_data import Data

    from bot.search.found import Found

    #: Questions, each with the score that it reached.
    _Scored = list[tuple[str, float]]

_SIZES: Final = (1_000, 10_000, 100_000)
_HELD_OUT: Final = 3_000
_ASKED: Final = 1_500
_STEPS: Final = np.arange(0.66, 0.92, 0.02)
_WORDS: Final = 8


class Scores(NamedTuple):
    """The scores of what was found rightly (0 where it was not) and of what is not in the base."""

    right: list[float]
    strangers: list[float]
    chatter: list[float]

    def shares(self, threshold: float) -> tuple[float, float, float]:
        """Return what share of each reaches a threshold."""
        right, strangers, chatter = (
            float(np.mean([score >= threshold for score in scores])) for scores in self
        )
        return right, strangers, chatter


def draw_curves(data: Data) -> None:
    """Print the curves for names and for texts, where the thresholds lie, and what they then do."""
    for label, scores_at, threshold_at in (
        ("names", name_scores, calibration.for_names),
        ("texts", text_scores, calibration.for_texts),
    ):
        both = [scores_at(data, size) for size in _SIZES]
        say(f"\nClose enough, {label}: recall / strangers / chatter that reach a threshold")
        say("threshold  " + "  ".join(f"{f'{size:,}':>22}" for size in _SIZES))
        for step in _STEPS:
            say(f"     {step:.2f}  " + "  ".join(_row(drawn, step) for drawn, _ in both))
        chosen = [threshold_at(size) for size in _SIZES]
        say("   chosen  " + "  ".join(f"{threshold:>22.3f}" for threshold in chosen))
        for half, name in enumerate(("drawn", "held out")):
            rows = (_row(each[half], step) for each, step in zip(both, chosen, strict=True))
            say(f"{name:>9}  " + "  ".join(rows))
        asked = (f"{' + '.join(str(len(each)) for each in half)}" for half in both[0])
        say("  asked of look-ups + strangers + chatter: " + " drawn, ".join(asked) + " held out")


def _halves(right: _Scored, strangers: _Scored, chatter: _Scored) -> tuple[Scores, Scores]:
    """Return the scores of what thresholds are drawn with, and those of the other half."""
    drawn, held_out = (
        Scores(
            *(
                [score for words, score in scored if draws(words) is drawing]
                for scored in (right, strangers, chatter)
            )
        )
        for drawing in (True, False)
    )
    return drawn, held_out


def name_scores(data: Data, size: int) -> tuple[Scores, Scores]:
    """Ask the look-ups and the strangers of a base of so many names."""
    held_out = data.names[-_HELD_OUT:]
    names = data.names[: min(size, len(data.names) - _HELD_OUT)]
    index = Index.build(_entries(names, "names"))
    known = {fold(name) for name in names}
    strangers = [name for name in held_out if fold(name) not in known][:_ASKED]
    return _halves(
        [
            (query.words, _score_of(index.find(query.words, limit=25), query.answer))
            for query in data.queries
        ],
        [(name, _best(index.find(name))) for name in strangers],
        [(line, _best(index.find(line))) for line in data.unrelated],
    )


def text_scores(data: Data, size: int) -> tuple[Scores, Scores]:
    """Ask for words out of sentences, with an error or two, and for words out of others."""
    draw = random.Random(size)  # noqa: S311 - the same questions in each run
    held_out = data.sentences[-_HELD_OUT // 2 :]
    texts = [each for each in data.many_sentences(size + len(held_out)) if each not in held_out]
    index = Index.build(_entries(texts[:size], "texts"))
    known = texts[: min(size, 1_000)]
    right = []
    for errors in (0, 1, 2):
        for words, text in _runs(known, draw):
            asked = misspelt(words, errors, draw)
            right.append((asked, _score_of(index.find(asked, field=Field.TEXTS), text)))
    strangers = [words for words, _ in _runs(held_out, draw)]
    return _halves(
        right,
        [(words, _best(index.find(words, field=Field.TEXTS))) for words in strangers],
        [(line, _best(index.find(line, field=Field.TEXTS))) for line in data.unrelated],
    )


def _entries(texts: Sequence[str], field: str) -> list[Entry]:
    return [
        Entry(kind="record", id=f"{number:07}", **{field: (text,)})
        for number, text in enumerate(texts)
    ]


def _runs(sentences: Sequence[str], draw: random.Random) -> list[tuple[str, str]]:
    runs = []
    for sentence in sentences:
        words = sentence.split()
        if len(words) > _WORDS:
            at = draw.randrange(len(words) - _WORDS + 1)
            runs.append((" ".join(words[at : at + _WORDS]), sentence))
    return runs[: _ASKED // 3]


def _best(found: Found) -> float:
    return found.matches[0].score if found.matches else 0.0


def _score_of(found: Found, answer: str) -> float:
    """Return the score of the answer where it is the first or as good as that, else 0."""
    least = _best(found) - MARGIN
    wanted = fold(answer)
    scores = (match.score for match in found.matches if fold(match.field) == wanted)
    return max((score for score in scores if score >= least), default=0.0)


def _row(scores: Scores, threshold: float) -> str:
    return "{:>7.2%}{:>8.2%}{:>7.2%}".format(*scores.shares(threshold))
