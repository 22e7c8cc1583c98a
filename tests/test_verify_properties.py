"""What holds of any quote, however it is worded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from verifying import CITE, QUOTES, asking_of, check, golden

from bot.answers.model import Status, Verdict
from bot.facts.records import Quote
from bot.search.spelled import spelled

if TYPE_CHECKING:
    from bot.answers.asking import Asking

SHIPPED: Final = golden()
#: Few letters make words that recur, and wordings that resemble each other: the hard case.
WORD: Final = st.one_of(
    st.text("abn", min_size=1, max_size=3),
    st.sampled_from(
        [
            "not",
            "never",
            "said",
            "that",
            "the",
            "Berg",
            "Anna",
            "according",
            "don't",
            "не",
            "сказал",
        ]
    ),
    st.text("港口能不说", min_size=1, max_size=1),
    st.text(st.characters(categories=["Ll", "Lu", "Nd"]), min_size=1, max_size=6),
)
PLAIN: Final = st.text("abn", min_size=1, max_size=4)
WORDINGS: Final = st.lists(WORD, min_size=4, max_size=14)
#: Texts with marks, spaces and worse.
ANY: Final = st.text(
    st.one_of(
        st.sampled_from("\"'“”«»„‘’「」…-—:,.()[]<>@#*_\n\u200b\u0301 "),
        st.sampled_from(list("abcdefg не说港")),
        st.characters(exclude_categories=[]),
    ),
    max_size=300,
)


def _asking(*wordings: list[str]) -> Asking:
    return asking_of(
        Quote(id=f"q{number}", words=" ".join(words), by=("anna-berg",), cite=CITE)
        for number, words in enumerate(wordings)
    )


def _stands_in(words: str, quotes: list[str]) -> bool:
    asked = spelled(words).words
    return any(
        spelled(quote).words[first : first + len(asked)] == asked
        for quote in quotes
        for first in range(len(spelled(quote).words))
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDINGS, min_size=1, max_size=4), WORD, st.data())
def test_a_quote_with_one_word_more_or_less_or_another_is_never_verbatim(
    wordings: list[list[str]], word: str, data: st.DataObject
) -> None:
    """No edit of a single word passes as the true wording, unless another quote reads so."""
    words = list(data.draw(st.sampled_from(wordings)))
    place = data.draw(st.integers(0, len(words) - 1))
    edit = data.draw(st.sampled_from(["added", "dropped", "replaced", "at the end"]))
    edited = {
        "added": [*words[:place], word, *words[place:]],
        "dropped": [*words[:place], *words[place + 1 :]],
        "replaced": [*words[:place], word, *words[place + 1 :]],
        "at the end": [*words, word],
    }[edit]
    quotes = [" ".join(quote) for quote in wordings]
    assume(not _stands_in(" ".join(edited), quotes))
    assert check(_asking(*wordings), " ".join(edited)).verdict is not Verdict.VERBATIM


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(QUOTES)), WORD, st.data())
def test_a_quote_of_the_base_with_one_word_changed_is_never_verbatim(
    id_: str, word: str, data: st.DataObject
) -> None:
    """The same of real sentences, which punctuation and names make easier to misread."""
    words = QUOTES[id_][0].split()
    place = data.draw(st.integers(0, len(words)))
    instead = data.draw(st.booleans())
    edited = " ".join([*words[:place], word, *words[place + instead :]])
    assume(not _stands_in(edited, [quote for quote, _ in QUOTES.values()]))
    answer = check(SHIPPED, edited)
    assert answer.verdict is not Verdict.VERBATIM


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDINGS, min_size=1, max_size=4), st.data())
def test_an_exact_excerpt_of_three_words_is_never_missed(
    wordings: list[list[str]], data: st.DataObject
) -> None:
    """Three words or more that stand in a quote are found there, and called verbatim."""
    words = data.draw(st.sampled_from(wordings))
    first = data.draw(st.integers(0, len(words) - 3))
    last = data.draw(st.integers(first + 3, len(words)))
    excerpt = " ".join(words[first:last])
    assume(len(spelled(excerpt)) >= 3)
    answer = check(_asking(*wordings), excerpt)
    assert (answer.status, answer.verdict) == (Status.FOUND, Verdict.VERBATIM)


@settings(max_examples=100, deadline=None)
@given(st.lists(PLAIN, min_size=4, max_size=14), st.data())
def test_the_comparison_accounts_for_every_word_asked(
    words: list[str], data: st.DataObject
) -> None:
    """The changes put together are all the words asked, none overlooked at the ends."""
    head = data.draw(st.lists(PLAIN, max_size=4))
    tail = data.draw(st.lists(PLAIN, max_size=4))
    asked = " ".join([*head, *words, *tail])
    answer = check(_asking(words), asked)
    for item in answer.items:
        shown = " ".join(change.asked for change in item.changes)
        assert shown.split() == (asked.split() if answer.verdict is Verdict.ALTERED else [])


@settings(max_examples=200, deadline=None)
@given(ANY, ANY)
def test_no_text_is_too_strange(words: str, speaker: str) -> None:
    """Whatever is typed, there is an answer, and its verdict agrees with its status."""
    answer = check(SHIPPED, words, speaker)
    if answer.status in {Status.INVALID, Status.AMBIGUOUS}:
        assert answer.verdict is None
    else:
        missed = answer.verdict is Verdict.NOT_FOUND
        assert missed == (answer.status is Status.NOT_FOUND)
