"""How the words of a question meet those of the records, on a made-up base in three scripts."""

from __future__ import annotations

import datetime as dt
import functools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from folders import write
from plainly import ask as ask_shipped

from bot.answers.asking import Asking
from bot.answers.typed import answer_typed
from bot.edition import Edition
from bot.search.forms import fold
from bot.search.stems import root

if TYPE_CHECKING:
    from bot.answers.model import Answer

FACTS: Final = """\
sources:
  gazette: {title: What was said, kind: report, language: en}
people:
  ada-lark: {name: Ada Lark, names: [Lark]}
  ivan-sokol:
    name: Ivan Sokol
    names: [Sokol, Сокол, 索科尔]
    posts: [{post: President, of: norland, cite: [gazette#1]}]
organisations:
  norland: {name: Norland, names: [Norlandic, Норландия, 诺兰], cite: [gazette#1]}
topics:
  tolls: {name: Tolls, names: [пошлины, 关税]}
events:
  opening:
    title: Opening of the canal
    names: [Открытие канала, 运河的开通, The canal's inauguration]
    when: 2025-05
    who: [ivan-sokol]
    cite: [gazette#2]
  tolls-raised:
    title: Tolls raised
    names: [Пошлины повышены, 提高关税]
    when: 2024
    who: [norland]
    topics: [tolls]
    cite: [gazette#3]
statements:
  blockade: {by: [ada-lark], says: Lark says that the invasion began at the canal.,
    cite: [gazette#4]}
  dear: {by: [ada-lark], says: Lark says that tolls are dear., topics: [tolls], cite: [gazette#5]}
  speech: {by: [ivan-sokol], says: Sokol says that the water is blue., event: opening,
    cite: [gazette#6]}
  ships: {by: [ada-lark], says: Lark says that they paid., event: opening, cite: [gazette#7],
    figures: [{of: ships in the canal, value: "40"}]}
  years: {by: [ivan-sokol], says: Sokol says that the next year brings new ships., when: 2026,
    cite: [gazette#8]}
"""


@functools.cache
def edition() -> Edition:
    """Return the made-up base and its index."""
    with tempfile.TemporaryDirectory() as folder:
        return Edition.load(write(Path(folder), facts=FACTS))


def ask(text: str) -> Answer:
    """Answer a question as typed."""
    return answer_typed(Asking(edition(), dt.date(2026, 1, 1)), text)


def ids(answer: Answer) -> set[str]:
    """Return the ids of the records that an answer shows."""
    return {item.id for item in answer.items}


@pytest.mark.parametrize(
    "question",
    [
        "when was the canal opened",
        "когда было открытие канала",
        "运河什么时候开通",
        "when was the inauguration",
        "Sokol opening",
    ],
)
def test_an_event_is_found_by_the_words_of_all_its_names(question: str) -> None:
    """What a curator calls an event, in whatever language, is what a question can call it."""
    assert "opening" in ids(ask(question))


def test_a_name_of_an_event_is_never_shown() -> None:
    """Other titles only find; what is shown is the title."""
    shown = " ".join(item.text for item in ask("открытие канала").items)
    assert "Opening of the canal" in shown
    assert "Открытие" not in shown


def test_a_word_of_the_same_family_is_found_and_said_to_be_one() -> None:
    """'Invade' meets 'invasion' where no record has the word itself, and a note says so."""
    answer = ask("did Lark say who invaded")
    assert ids(answer) == {"blockade"}
    assert "Found by words of the same root." in answer.notes


def test_a_word_as_it_stands_comes_before_its_family() -> None:
    """Where a record has the very word, others of its family are left out."""
    assert ids(ask("opening")) == {"opening"}


@pytest.mark.parametrize(
    ("some", "other"),
    [
        ("invade", "invasion"),
        ("oppose", "opposition"),
        ("history", "historical"),
        ("neighbours", "neighborliness"),
        ("agreement", "agree"),
        ("подписали", "подписание"),
        ("встречались", "встреча"),
    ],
)
def test_words_of_one_family_share_a_root(some: str, other: str) -> None:
    """What is made of one word by its endings has one root."""
    assert root(fold(some)) == root(fold(other))


@pytest.mark.parametrize(
    ("some", "other"),
    [("police", "policy"), ("station", "state"), ("nation", "native"), ("peace", "piece")],
)
def test_words_that_are_only_alike_do_not(some: str, other: str) -> None:
    """Words that begin alike are no family."""
    assert root(fold(some)) != root(fold(other))


@pytest.mark.parametrize("question", ["does Lark condemn tolls", "Lark: за пошлины или против?"])
def test_a_verb_of_being_for_or_against_is_set_aside_with_a_note(question: str) -> None:
    """Who is for or against a subject is asked of all that is held on it."""
    answer = ask(question)
    assert ids(answer) == {"dear"}
    assert any(note.endswith("this is what is held on it.") for note in answer.notes)


def test_of_a_person_no_such_verb_is_set_aside() -> None:
    """Whether somebody condemns a person is not answered with all that was said of both."""
    assert ask_shipped("does Xi condemn Putin").status == "not_found"


def test_where_such_a_verb_is_set_aside_positions_are_shown_and_no_events() -> None:
    """An event is neither for nor against anything."""
    answer = ask_shipped("who backs the one-China principle")
    assert {item.kind for item in answer.items} == {"statement"}


def test_a_figure_is_found_by_what_its_event_is_called() -> None:
    """What was counted at an event is asked for by the event's name as well as by the figure's."""
    assert ids(ask("how many were there at the inauguration")) == {"ships"}


def test_a_unit_that_is_asked_for_leaves_out_other_figures() -> None:
    """'How many hours' is answered with hours, where a figure is given in hours."""
    assert ids(ask_shipped("how many hours did the talks last")) == {"xm-talks-length"}


def test_two_chinese_characters_are_a_word_of_the_records_unless_one_is_a_particle() -> None:
    """What stands together in a record is a word there, but for what only joins words."""
    rows = edition().rows
    assert rows.word_in_characters("开通了", 0) == len("开通")
    assert rows.word_in_characters("的开通", 0) == 0
    assert rows.of("开通") == {"opening"}


def test_a_chinese_word_that_asks_for_something_is_not_taken_apart() -> None:
    """'额' asks for a figure, also where it stands before another character in a record."""
    assert "'达到'" in ask_shipped("中俄贸易额达到多少").notes[0]
    assert "额" not in ask_shipped("中俄双边贸易额达到多少").notes[0]


def test_what_stands_before_year_is_part_of_it() -> None:
    """'New year 2026' asks for a new year, and not for what is new in that year."""
    assert ask("Sokol new year 2026").status == "not_found"
    assert ids(ask("Sokol new ships 2026")) == {"years"}


@pytest.mark.parametrize("word", ["new", "first", "deputy", "honorary", "бывший"])
def test_any_word_before_a_post_makes_it_another_persons(word: str) -> None:
    """No list says who is not the holder of a post: whatever stands there tells one apart."""
    post = "президент" if word == "бывший" else "president of Norland"
    answer = ask(f"who is the {word} {post}" if post.isascii() else f"{word} {post} Норландии")
    assert (answer.status, answer.items) == ("not_found", ())


def test_a_word_that_only_belongs_to_verbs_is_no_filling() -> None:
    """'Out' is grammar in 'find out' and a word by itself everywhere else."""
    assert ask("find out about tolls").status == "found"
    assert ask("tolls out").status == "not_found"


def test_where_somebody_works_is_a_question_for_their_posts() -> None:
    """'Where' with a verb of working asks who somebody is, not where things happened."""
    answer = ask_shipped("where does Bordachev work")
    assert (answer.command, answer.title) == ("who", "Timofei Bordachev")


def test_which_articles_mention_a_thing_is_a_question_on_it() -> None:
    """'Which articles' asks for all that say something, not for the word."""
    assert ids(ask_shipped("which articles mention NATO")) == ids(ask_shipped("who mentions NATO"))


def test_what_happened_at_a_place_is_not_asked_of_its_government() -> None:
    """Behind 'in', a capital is no government unless somebody there says something."""
    notes = " ".join(ask_shipped("climate in Moscow").notes)
    assert "stands for" not in notes
