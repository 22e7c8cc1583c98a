"""What plain questions are answered with, rule by rule, on the shipped and on a made-up base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import norland
import pytest
from plainly import TODAY, ask
from shipped import edition

from bot.answers.asking import Asking
from bot.answers.typed import answer_typed
from bot.edition import Edition
from bot.facts.base import FactBase

if TYPE_CHECKING:
    from bot.answers.model import Answer


def kinds_cited(answer: Answer, item: int) -> set[str]:
    """Return the kinds of source that a line cites."""
    return {cite.kind for cite in answer.items[item].citations}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("what do official sources say about Ukraine", "official"),
        ("reports on dual-use goods", "report"),
        ("what do opinion pieces say about NATO", "opinion"),
    ],
)
def test_a_kind_of_source_that_is_asked_for_stands_behind_every_line(
    question: str, kind: str
) -> None:
    """'Official', 'reports' and 'opinion pieces' limit the answer to such sources."""
    answer = ask(question)
    assert answer.items
    assert all(kind in kinds_cited(answer, at) for at in range(len(answer.items)))


def test_of_two_who_are_asked_about_a_silent_one_is_named() -> None:
    """Where one of two speakers said nothing, the answer says so instead of dropping the name."""
    answer = norland.ask("what did Sokol and Lark say about grain")
    assert answer.status == "found"
    assert "Nothing on that from Ada Lark." in answer.notes


def test_what_is_undated_is_counted_where_a_date_is_asked_for() -> None:
    """Records without a date fit no range, and are not passed over in silence."""
    answer = norland.ask("what did Orlov say about grain in june 2025")
    assert {item.id for item in answer.items} == {"held-up"}
    assert any(note.startswith("1 more") for note in answer.notes)


def test_nothing_together_offers_the_parts() -> None:
    """Where nothing is held on all parts together, no part is answered; each is offered."""
    answer = ask("what did Lavrov say about Gaza")
    assert (answer.status, answer.items) == ("not_found", ())
    assert {"Sergei Lavrov", "Gaza"} <= {offer.label for offer in answer.suggestions}


def test_a_state_is_answered_by_those_who_speak_for_it() -> None:
    """What a state says is what it, its bodies and its officials say, under their own names."""
    answer = ask("what does Russia say about Taiwan")
    said = {one for item in answer.items for one in item.by}
    assert said == {"sergei-lavrov", "sergei-shoigu"}


def test_what_is_said_of_somebody_is_not_what_they_say() -> None:
    """A state that nobody speaks for here says nothing, however much is said of it."""
    assert ask("what does Ukraine say about China").status == "not_found"
    assert ask("what does Japan say about Taiwan").status == "not_found"


def test_how_much_of_somebody_is_no_figure() -> None:
    """How big a country is, is not answered with figures on something else."""
    assert ask("how big is China").status == "not_found"
    assert ask("how much is the trade of China").status == "found"


def test_who_said_words_is_answered_with_the_quote() -> None:
    """'Who said' with words of a quote names the speaker and shows the quote."""
    for question in ("who said “fuel the fire”", "who called it as solid as a rock"):
        answer = ask(question)
        assert (answer.command, answer.status) == ("quote", "found")


def test_words_of_a_quote_alone_are_checked() -> None:
    """A wording pasted without a word around it is checked as a quote."""
    words = edition().base.quotes["pipe-dream"].words
    assert ask(words).verdict == "verbatim"


def test_a_question_for_our_view_gets_that_of_others() -> None:
    """Readout takes no view: it says so, and shows what others hold."""
    answer = ask("what do you think about Taiwan")
    assert answer.status == "found"
    assert "Readout takes no view; this is what others say." in answer.notes
    assert ask("do you support Russia").status == "not_found"


@pytest.mark.parametrize("question", ["thanks {}", "how are you {}", "hello {}"])
def test_our_name_is_no_readout_of_anything(question: str) -> None:
    """'Readout' in a greeting is who is greeted; 'the Readout' is a source, as is 'the readout'."""
    assert ask(question.format("Readout")).status == "not_found"
    assert ask(question.format("the Readout")).command == "source"


def test_he_is_nobody_without_a_name() -> None:
    """A question stands alone: 'he' is asked back, unless somebody is named beside."""
    assert ask("what did he say about Taiwan").status == "not_found"
    assert ask("Who is Lavrov? What did he say about Taiwan?").status == "found"


def test_a_date_that_can_be_read_in_two_ways_is_asked_back() -> None:
    """Both readings are offered, each as the same question with the date written out."""
    answer = ask("what did Wang Yi say on 10.05.2025")
    assert answer.status == "ambiguous"
    assert len(answer.suggestions) == 2
    assert "found" in {ask(offer.ask).status for offer in answer.suggestions}


def test_an_impossible_date_is_said_to_be_one() -> None:
    """A day that no calendar has is no question that can be answered."""
    answer = ask("what did Wang Yi say on 30 february 2025")
    assert answer.status == "invalid"
    assert "February" in " ".join(answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "who is the president of the United States",
        "the Ukrainian foreign minister",
        "президент Украины",
        "乌克兰总统是谁",
        "what did the president of France say about Taiwan",
    ],
)
def test_a_post_of_another_state_is_held_by_nobody_here(question: str) -> None:
    """A post that somebody holds of one state says nothing of whoever holds it of another."""
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    "question", ["what did May say about Taiwan", "What did Powers say about hegemony?"]
)
def test_a_word_in_the_place_of_a_speaker_is_a_name(question: str) -> None:
    """A name that is an ordinary word too is still somebody whom the base does not know."""
    answer = ask(question)
    assert answer.status == "not_found"
    assert answer.title.startswith("Nobody called")


@pytest.mark.parametrize(
    "question",
    ["who wrote the CGTN article", "кто написал статью на CGTN", "who is the author at CGTN"],
)
def test_who_wrote_it_is_answered_with_the_source(question: str) -> None:
    """A question for an author gets the source, with its author."""
    answer = ask(question)
    assert (answer.command, answer.status) == ("source", "found")
    assert answer.items[0].id == "bordachev-cgtn-2023"


def test_an_empty_base_answers_that_it_holds_nothing() -> None:
    """Small talk and questions alike get an answer, also where there is nothing to offer."""
    asking = Asking(Edition.of(FactBase.of(())), TODAY)
    for question in ("hello", "who is una heard", "what did x say on y", "what happened in 1999"):
        assert answer_typed(asking, question).status == "not_found"


def test_how_a_question_is_understood_stays_short() -> None:
    """Each word that was looked for is named once, and of very many only the first."""
    twice = " ".join(ask("zorbla zorbla quuxen").notes)
    assert twice.count("'zorbla'") == 1
    many = " ".join(ask(" ".join(f"zorb{n}x" for n in range(100))).notes)
    assert "'zorb11x' and 88 more" in many
