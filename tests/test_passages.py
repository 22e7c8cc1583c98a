"""The index of words by place, against what a plain search through all texts finds."""

from __future__ import annotations

import itertools
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from bot.search.passages import Passages
from bot.search.spelled import spelled

#: Few words, so that runs recur within a text, and in others.
WORDS: Final = st.lists(st.sampled_from("a b c d не 港".split()), max_size=9)  # noqa: SIM905 - reads best so
TEXTS: Final = st.lists(WORDS, max_size=6)


def _passages(texts: list[list[str]]) -> Passages:
    return Passages((f"t{number}", " ".join(words)) for number, words in enumerate(texts))


def _places(text: list[str], run: list[str]) -> list[int]:
    last = len(text) - len(run)
    return [first for first in range(last + 1) if text[first : first + len(run)] == run]


@given(TEXTS, st.lists(st.sampled_from("a b c d x не 港".split()), min_size=1, max_size=4))  # noqa: SIM905 - reads best so
def test_a_run_of_words_is_found_in_every_text_that_has_it(
    texts: list[list[str]], run: list[str]
) -> None:
    """Each text with the run is found once, at its first place; never across two texts."""
    found = {place.id: (place.first, place.whole) for place in _passages(texts).holding(run)}
    assert found == {
        f"t{number}": (places[0], words == run)
        for number, words in enumerate(texts)
        if (places := _places(words, run))
    }


def test_whole_texts_come_before_excerpts() -> None:
    """A text that is nothing but the words stands before those that hold them."""
    places = list(_passages([["a", "b", "c"], ["a", "b"]]).holding(["a", "b"]))
    assert [(place.id, place.whole) for place in places] == [("t1", True), ("t0", False)]


@given(TEXTS, WORDS, st.integers(2, 3))
def test_runs_are_as_long_as_they_can_be(
    texts: list[list[str]], words: list[str], least: int
) -> None:
    """Read from the left, each run is the longest that any text holds, and none is passed over."""

    def longest(first: int) -> int:
        ends = range(len(words), first + least - 1, -1)
        return next((end for end in ends if any(_places(t, words[first:end]) for t in texts)), 0)

    expected = []
    first = 0
    while first < len(words):
        if end := longest(first):
            expected.append((first, end))
        first = max(first + 1, end)
    runs = list(_passages(texts).runs(words, least))
    assert [(run.first, run.last) for run in runs] == expected
    assert all(_places(texts[int(run.id[1:])], words[run.first : run.last]) for run in runs)


@given(TEXTS, WORDS)
def test_texts_that_share_rare_pairs_come_first(texts: list[list[str]], words: list[str]) -> None:
    """A pair of neighbouring words counts once a text, and the less the more texts have it."""
    pairs = set(itertools.pairwise(words))
    holders = {
        pair: [n for n, text in enumerate(texts) if _places(text, list(pair))] for pair in pairs
    }
    votes: dict[int, float] = {}
    for has in holders.values():
        for number in has:
            votes[number] = votes.get(number, 0.0) + 1 / (1 + len(has))
    best = sorted(votes, key=lambda number: (-round(votes[number], 9), number))
    found = [int(id_[1:]) for id_ in _passages(texts).sharing(words, 3)]
    assert sorted(found) == sorted(best[:3]) or [round(votes[n], 9) for n in found] == [
        round(votes[n], 9) for n in best[:3]
    ]


def test_how_rare_a_word_is_lies_between_nothing_and_one() -> None:
    """A word that stands once, or nowhere, is as rare as can be; one in every text is not."""
    passages = Passages((f"t{number}", f"the word{number}") for number in range(60))
    assert passages.surprise("word7") == passages.surprise("elsewhere") == 1.0
    assert passages.surprise("the") == 0.0


@given(st.text(max_size=60))
def test_words_keep_their_places(text: str) -> None:
    """Each word stands where it is said to stand, in order, whatever the text holds."""
    words = spelled(text)
    assert len(words.words) == len(words.spans)
    assert all(
        before[1] <= behind[0] for before, behind in zip(words.spans, words.spans[1:], strict=False)
    )
    assert all(text[start:end] for start, end in words.spans)
