"""What holds of every plain question: it is answered, about who is named, and about nobody else."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plainly import ask
from shipped import edition

from bot.answers.model import Answer, Status

BASE: Final = edition().base
#: Discord's limit for what a user types, and more than fits.
LONGEST: Final = 6_000
ALPHABETS: Final = (
    st.text(max_size=400),
    st.text(alphabet="what did lavrov say about taiwan ?!.,:'\"\n", max_size=200),
    st.text(alphabet="что сказал лавров о тайване", max_size=120),
    st.text(alphabet="王毅对台湾说了什么普京的是谁？", max_size=80),
    st.lists(st.sampled_from(("who", "is", "said", "на", "的", "2025", "xi", "«", "<@1>", "/")))
    .map(" ".join)
    .filter(bool),
)
PEOPLE: Final = tuple(BASE.people)
SURNAMES: Final = {
    "sergei-lavrov": "Lavrov",
    "sergei-shoigu": "Shoigu",
    "vladimir-putin": "Putin",
    "timofei-bordachev": "Bordachev",
}
FILLERS: Final = (
    ("hey, {}", "hello! {}", "{} please", "could you tell me {}", "{} thanks a lot", "pls {}"),
    ("I'd like to know {}", "my boss wants to know {}", "quick question: {}", "{} cheers"),
)
QUESTIONS: Final = (
    "what did Lavrov say about Taiwan",
    "who is Wang Yi",
    "what happened in Moscow in December 2025",
    "Shoigu on Hong Kong",
    "what is China's position on Ukraine",
    "when did Xi visit Moscow",
    "how much trade is there between Russia and China",
)
#: Made of syllables that no name of the base is made of.
STRANGERS: Final = st.lists(
    st.sampled_from(("blo", "grun", "dax", "quib", "merz", "zott", "fjel", "hup")),
    min_size=2,
    max_size=3,
).map(lambda parts: "".join(parts).capitalize())


def _ids(answer: Answer) -> set[str]:
    return {item.id for item in answer.items}


@settings(max_examples=150, deadline=None)
@given(st.one_of(ALPHABETS))
def test_any_text_is_answered(text: str) -> None:
    """Whatever is typed gets an answer with a title; what is not found shows no items."""
    answer = ask(text)
    assert answer.title
    assert answer.status in Status
    assert not (answer.status == "not_found" and answer.items and answer.command != "verify")


@pytest.mark.parametrize(
    "unit", ["x", "who is ", "习", "Lavrov ", "'", "«", "\n", "ё", "😂", "a.b."]
)
def test_a_text_of_any_length_is_answered(unit: str) -> None:
    """Thousands of equal characters or words are answered as a short text is."""
    assert ask((unit * LONGEST)[:LONGEST]).title


@pytest.mark.parametrize("question", QUESTIONS)
def test_politeness_and_filling_do_not_change_the_answer(question: str) -> None:
    """What is said around a question is no part of what it asks for."""
    plain = ask(question)
    assert plain.status == "found"
    for filler in (one for some in FILLERS for one in some):
        answer = ask(filler.format(question))
        assert (answer.title, _ids(answer)) == (plain.title, _ids(plain)), filler


@settings(max_examples=60, deadline=None)
@given(
    STRANGERS,
    st.sampled_from(
        (
            "what did {} say about Taiwan",
            "who is {}",
            "{} on Ukraine",
            "did {} mention Japan?",
            "{} Lavrov",
            "Wang {} on Taiwan",
            "quotes by {}",
            "what happened to {} in 2025",
            "что сказал {} о Тайване",
            "{}对台湾的看法",
        )
    ),
)
def test_nobody_unknown_is_ever_found(name: str, question: str) -> None:
    """A name that the base does not hold is never answered by what somebody else said or did."""
    answer = ask(question.format(name))
    assert answer.status == "not_found"
    assert answer.items == ()


@pytest.mark.parametrize("person", PEOPLE)
def test_what_somebody_said_is_said_by_nobody_else(person: str) -> None:
    """Every line in what a person says is by that person."""
    answer = ask(f"what did {BASE.name(person)} say?")
    assert answer.items
    assert all(person in item.by for item in answer.items)


@pytest.mark.parametrize("person", list(SURNAMES))
def test_a_slip_of_the_finger_finds_the_same_person(person: str) -> None:
    """One letter left out, doubled or swapped with the next still names the person."""
    name = SURNAMES[person]
    for at in range(1, len(name) - 1):
        swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        for typed in (name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:], swapped):
            answer = ask(f"who is {typed}")
            assert answer.title == BASE.name(person), typed


@pytest.mark.parametrize("topic", list(BASE.topics))
def test_a_topic_is_found_by_its_name_in_a_sentence(topic: str) -> None:
    """Asking what is known about a topic shows every statement on it, if there is any."""
    answer = ask(f"what do you know about {BASE.name(topic)}?")
    held = {one.id for one in BASE.statements.values() if topic in one.topics}
    assert held <= _ids(answer)


def test_every_part_that_is_offered_instead_can_be_asked() -> None:
    """What a miss suggests is a question that is answered, in plain words or as a command."""
    misses = (
        "what did Lavrov say about Gaza",
        "Lavrov on Taiwan in 2023",
        "what did Blinken say about Taiwan",
        "Sergei on Ukraine",
        "what happened in Paris in 2025",
        "what did the president say about trade",
        "hello",
    )
    for question in misses:
        answer = ask(question)
        assert answer.status in {"not_found", "ambiguous"}, question
        assert answer.suggestions, question
        for offer in answer.suggestions:
            again = ask(offer.ask)
            assert again.status != answer.status, (question, offer.ask)
            assert again.status != "invalid", (question, offer.ask)


def test_the_first_note_says_how_the_question_was_understood() -> None:
    """The first note of an answer to plain words begins so, and names the parts and the dates."""
    note = ask("what did lavrov say about taiwan last december").notes[0]
    assert note == "Understood as: Sergei Lavrov on Taiwan, December 2025"
    assert ask("tell me a joke").notes[0].startswith("Understood as: ")
