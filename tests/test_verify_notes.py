"""What is said beside the verdict: what differs, who said it, and what a miss means."""

from __future__ import annotations

from typing import Final

import pytest
from verifying import (
    BRIDGE,
    CITE,
    FRIENDS,
    HARBOUR,
    OAK,
    QUOTES,
    RUSSIAN,
    SUMMARY,
    WINTER,
    asking_of,
    check,
    golden,
)

from bot.answers.model import Answer, Verdict
from bot.facts.records import Cite, Quote

ASKING: Final = golden()


def _notes(answer: Answer) -> str:
    return "\n".join(answer.notes)


@pytest.mark.parametrize(
    ("words", "title", "note"),
    [
        (HARBOUR.replace("would", "would not"), "negation added", "A negation was added: 'not'"),
        (HARBOUR.replace("would", "would never"), "negation added", "was added: 'never'"),
        (HARBOUR.replace("would", "wouldn’t"), "negation added", "was added: 'wouldn't'"),
        (HARBOUR.replace("would", "fails to"), "negation added", "was added: 'fails'"),
        (HARBOUR.replace("nobody", "everybody"), "negation dropped", "was dropped: 'nobody'"),
        (WINTER.replace("never ", ""), "negation dropped", "was dropped: 'never'"),
        (BRIDGE.replace("not one", "each one"), "negation dropped", "was dropped: 'not'"),
        (RUSSIAN.replace("никогда не ", ""), "negation dropped", "dropped: 'никогда', 'не'"),
        (OAK.replace("stronger", "unstronger"), "negation added", "was added: 'unstronger'"),
        (FRIENDS.replace("as firm", "not as firm"), "negation added", "was added: 'not'"),
    ],
)
def test_a_negation_that_was_added_or_dropped_is_pointed_out(
    words: str, title: str, note: str
) -> None:
    """The lie that matters most stands in the first line, and again with the word itself."""
    answer = check(ASKING, words)
    assert answer.verdict is Verdict.ALTERED
    assert title in answer.title
    assert note in _notes(answer)
    assert "may reverse the meaning" in _notes(answer)


def test_negations_of_the_same_sense_are_not_pointed_out() -> None:
    """A word changed beside an unchanged negation reverses nothing."""
    answer = check(ASKING, WINTER.replace("neighbours", "friends"))
    assert answer.title == "Altered (1 replaced): Ivan Orlov said it otherwise"
    assert "negation" not in _notes(answer)


@pytest.mark.parametrize(
    ("words", "how", "asked", "true"),
    [
        (HARBOUR.replace("to grain ships ", ""), "missing", "", "to grain ships"),
        (HARBOUR.replace("ships", "ships really"), "added", "really", ""),
        (HARBOUR.replace("both", "most"), "replaced", "most", "both"),
        (f"we think that {HARBOUR}", "added", "we think that", ""),
        (f"{HARBOUR}, he thinks", "added", "he thinks", ""),
    ],
)
def test_added_missing_and_replaced_words_are_told_apart(
    words: str, how: str, asked: str, true: str
) -> None:
    """Each stretch that differs says in what way, with the words of either side."""
    (item,) = check(ASKING, words).items
    (change,) = (change for change in item.changes if change.how != "same")
    assert (change.how, change.asked.strip(" ,"), change.true) == (how, asked, true)
    assert item.text == HARBOUR


def test_an_excerpt_is_shown_inside_its_quote() -> None:
    """The words stand in brackets in the true wording, and a negation cut off is pointed out."""
    answer = check(ASKING, "leave our neighbours alone in winter")
    assert answer.verdict is Verdict.VERBATIM
    assert answer.items[0].text == WINTER
    assert "will never [leave our neighbours alone in winter] whatever" in (
        answer.items[0].detail[0].replace(",", "")
    )
    assert "leaves out a negation that stands right before it in the quote: 'never'" in _notes(
        answer
    )


def test_a_verdict_shows_when_where_and_by_whom() -> None:
    """Speaker, date, occasion, translation, standing and paragraph stand with the quote."""
    (item,) = check(ASKING, WINTER).items
    assert (item.lead, item.date) == ("Ivan Orlov", "2025-05-10")
    assert item.detail == ("Occasion: Harbour talks", "The words are a translation, by the source")
    assert item.standing == "1 source: official readout"
    assert [(cited.source, cited.paragraph) for cited in item.citations] == [("readout", 3)]


def test_letters_that_only_look_the_same_are_named() -> None:
    """Nobody is left to compare two wordings that look alike to the letter."""
    answer = check(ASKING, HARBOUR.replace("a", "а"))
    assert answer.title == "Altered in letters that only look the same: said by Anna Berg"
    assert "letters of another script that only look the same: 'hаrbour'" in _notes(answer)


@pytest.mark.parametrize(
    ("words", "speaker", "title", "note"),
    [
        (HARBOUR, "Ivan Orlov", "Misattributed: said by Anna Berg, not Ivan Orlov",
         "these are words of Anna Berg, not of Ivan Orlov."),
        (HARBOUR, "Napoleon", "Misattributed: said by Anna Berg, not 'Napoleon'",
         "This base knows nobody called 'Napoleon'."),
        (HARBOUR, "Norland", "Misattributed: said by Anna Berg, not Norland",
         "Anna Berg holds or held a post of Norland."),
        (f"Anna Berg and Ivan Orlov said: {HARBOUR}", "",
         "Misattributed: said by Anna Berg, not Anna Berg and Ivan Orlov",
         "words of Anna Berg, not of Anna Berg and Ivan Orlov together"),
        (f"Orlov said: {HARBOUR}", "Berg", "Verbatim: said by Anna Berg",
         "The text itself names Ivan Orlov; checked for Anna Berg, as asked."),
        (HARBOUR, "Ana Berg", "Verbatim: said by Anna Berg",
         "'Ana Berg' is taken for Anna Berg"),
        (f"He spoke for long, she spoke of “{HARBOUR}”, and all of them slept", "",
         "Verbatim what stands in quotation marks: said by Anna Berg",
         "Checked is what stands in quotation marks, and not what stands around"),
    ],
)  # fmt: skip
def test_whoever_is_named_is_held_against_who_said_it(
    words: str, speaker: str, title: str, note: str
) -> None:
    """The first line names both, and the notes say how the text was understood."""
    answer = check(ASKING, words, speaker)
    assert answer.title == title
    assert note in _notes(answer)


def test_a_miss_says_what_was_searched() -> None:
    """Not in this base is not never said, and how much was searched is part of the answer."""
    answer = check(ASKING, "the moon is made of green cheese and old bread")
    assert answer.title == "Not found in this base"
    assert f"Searched: {len(QUOTES)} quotes from 1 source." in answer.notes
    assert "Not in this base is not the same as never said." in answer.notes


def test_a_part_that_stands_in_a_quote_is_offered() -> None:
    """A few true words among others are no verdict, but the quote that has them is at hand."""
    answer = check(ASKING, "they let the grain ships pass on a sunny Monday in spring")
    assert answer.verdict is Verdict.NOT_FOUND
    assert "Only a part of it stands in a quote, 'grain ships' by Anna Berg" in _notes(answer)
    assert answer.suggestions[0].ask == f"/verify words:{HARBOUR}"


def test_the_wording_of_a_statement_is_offered_as_what_it_is() -> None:
    """The curators' own words are no quotation; what they sum up is a step away."""
    answer = check(ASKING, SUMMARY)
    assert "curators' words for what Anna Berg said or held" in _notes(answer)
    assert answer.suggestions[0].ask == f"/topic name:{SUMMARY}"


def test_words_that_only_an_opinion_piece_quotes_say_so() -> None:
    """An author who quotes somebody vouches for the words alone, and is not their speaker."""
    quote = Quote(id="q", words=HARBOUR, by=("anna-berg",), cite=(Cite("column#2"),))
    answer = check(asking_of([quote]), HARBOUR, "Ivan Sokol")
    assert answer.verdict is Verdict.MISATTRIBUTED
    assert "Ivan Sokol quotes them, in 'A column'." in _notes(answer)
    assert "Known here only as an opinion piece quotes them: 'A column'." in _notes(answer)
    answer = check(asking_of([Quote(id="q", words=HARBOUR, by=("anna-berg",), cite=CITE)]), HARBOUR)
    assert answer.notes == ()
