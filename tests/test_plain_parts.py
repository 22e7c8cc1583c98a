"""The parts that plain questions are read by: names in sentences, grammar, roles, who speaks."""

from __future__ import annotations

import datetime as dt
from typing import Final

import norland
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import edition

from bot.answers._plain.cue_words import CHINESE, ENGLISH, RUSSIAN
from bot.answers._plain.cues import misspelt_cue
from bot.answers._plain.reading import Reading, Wanted, read
from bot.answers.asking import Asking
from bot.search.forms import fold
from bot.search.offices import also_called
from bot.search.stems import stem

#: Names that are words of grammar too: they count as names in capitals or behind 'the'.
BOTH: Final = {"us"}


def reading(text: str) -> Reading:
    """Read a question to the made-up base."""
    return read(Asking(norland.edition(), dt.date(2026, 1, 1)), text)


def roles(text: str) -> dict[str, str]:
    """Return in which role a question names what."""
    base = norland.edition().base
    return {one.label(base): one.role.value for one in reading(text).mentions}


def test_no_name_stands_in_the_grammar() -> None:
    """No name of the shipped base is taken for a word of grammar, nor the other way round."""
    cues = {
        fold(entry.replace("+", " "))
        for language in (ENGLISH, RUSSIAN, CHINESE)
        for listed in language.values()
        for entry in listed.split()
    }
    base = edition().base
    named = (*base.people.values(), *base.organisations.values(), *base.topics.values())
    names = {fold(name) for one in named for name in (one.name, *one.names)}
    assert names & cues <= BOTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what did Sokol say about grain", {"Ivan Sokol": "by", "Grain": "about"}),
        ("about grain, what did Sokol say", {"Grain": "about", "Ivan Sokol": "by"}),
        ("Sokol on Orlov", {"Ivan Sokol": "by", "Ivan Orlov": "about"}),
        ("statements by Orlov", {"Ivan Orlov": "by"}),
        ("according to Orlov, what of grain", {"Ivan Orlov": "by", "Grain": "about"}),
        ("what was said about Orlov", {"Ivan Orlov": "about"}),
        ("Sokol's view of Orlov", {"Ivan Sokol": "by", "Ivan Orlov": "about"}),
        ("what happened in Harbour Town", {"Harbour Town": "at"}),
        ("Sokol on grain, Orlov on tolls", {"Ivan Sokol": "by", "Ivan Orlov": "by"}),
        ("Sokol and Orlov on grain", {"Ivan Sokol": "by", "Ivan Orlov": "by", "Grain": "about"}),
    ],
)
def test_each_name_has_a_role(text: str, expected: dict[str, str]) -> None:
    """Who speaks, what is spoken of, and where, is told by the words around a name."""
    assert expected.items() <= roles(text).items()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("who is Sokol", Wanted.WHO),
        ("what did Sokol say", Wanted.SAID),
        ("quotes by Sokol", Wanted.QUOTES),
        ("when did ministers meet", Wanted.EVENTS),
        ("how many ships", Wanted.FIGURES),
        ("grain", Wanted.ANY),
        ("what position does Sokol hold", Wanted.WHO),
        ("what is Norland's position on grain", Wanted.SAID),
    ],
)
def test_what_is_wanted_is_told_by_the_grammar(text: str, wanted: Wanted) -> None:
    """A question word, a verb of saying or a noun decides what kind of answer is given."""
    assert reading(text).wanted is wanted


@pytest.mark.parametrize(
    "text", ["Una Sokol", "Ivan Lark", "the Harbour Town minister of ports", "A. Sokol on grain"]
)
def test_known_parts_make_no_known_person(text: str) -> None:
    """Parts of the names of two people, or a post of another body, are nobody's name."""
    assert reading(text).unknown


@pytest.mark.parametrize("text", ["Ivan Sokol", "I. Sokol", "Minister of Ports Sokol"])
def test_a_name_with_its_post_or_initial_is_one_person(text: str) -> None:
    """A post, an initial or a given name beside a surname names the same person once."""
    (mention,) = reading(text).mentions
    assert mention.people == ("ivan-sokol",)


def test_an_aside_is_no_part_of_a_question() -> None:
    """What is said of oneself is set aside; a name that nobody bears never is."""
    assert reading("I am writing a thesis. What did Sokol say?").words == ()
    assert reading("Blinken: what did he say about grain?").words != ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [("lavrof", "lavrov"), ("tiawan", "taiwan"), ("shoigo", "shoigu"), ("bordachyv", "bordachyov")],
)
def test_one_slip_in_a_name_is_mended(typed: str, name: str) -> None:
    """One letter left out, added, replaced or swapped is a slip."""
    assert name in edition().lexicon.corrected(typed)


@pytest.mark.parametrize("typed", ["iraq", "wong", "prussia", "rutin", "lavrin", "kaiwan"])
def test_another_name_is_no_slip(typed: str) -> None:
    """Short words, another first letter, and two letters that differ are other names."""
    assert edition().lexicon.corrected(typed) == ()


@pytest.mark.parametrize(
    ("typed", "is_name"), [("tade", True), ("rtade", True), ("grade", False), ("spare", False)]
)
def test_a_common_word_is_no_slip_for_a_topic(typed: str, *, is_name: bool) -> None:
    """Topics bear short common names, from which other words differ in one letter."""
    read_as = read(Asking(edition(), dt.date(2026, 1, 1)), typed)
    assert bool(read_as.mentions) is is_name


@pytest.mark.parametrize("word", ["abbot", "khan", "modi", "wen", "tel"])
def test_no_name_is_taken_for_mistyped_grammar(word: str) -> None:
    """Another letter in a place makes another word, which may be a name."""
    assert misspelt_cue(word) is None


def test_a_state_speaks_by_its_bodies_and_officials() -> None:
    """What a ministry 'of' a state or an official in office says is said for the state."""
    assert {"china-foreign-ministry", "wang-yi", "xi-jinping"} <= edition().voices["china"]
    assert "sergei-shoigu" in edition().voices["russia"]
    assert "ukraine-allies" not in edition().voices["ukraine-state"]


def test_offices_are_called_alike_in_three_languages() -> None:
    """A post that the base has in English is known by its Russian and Chinese names."""
    assert {"министр иностранных дел", "外长"} <= set(also_called("Foreign Minister"))
    assert also_called("Keeper of the Lighthouse") == ()


@pytest.mark.parametrize(
    ("some", "other"),
    [("signed", "signing"), ("visits", "visited"), ("countries", "country"), ("Москве", "Москва")],
)
def test_forms_of_a_word_have_one_stem(some: str, other: str) -> None:
    """Inflected forms meet."""
    assert stem(fold(some)) == stem(fold(other))


@pytest.mark.parametrize(("some", "other"), [("сша", "say"), ("оон", "on"), ("news", "new")])
def test_short_words_of_two_languages_do_not_meet(some: str, other: str) -> None:
    """What is left of a short Russian word is no English word."""
    assert stem(fold(some)) != stem(fold(other)) or some.isascii()


@given(st.text(max_size=40))
def test_any_word_has_a_stem(word: str) -> None:
    """No word makes stemming fail."""
    for one in fold(word).split():
        assert stem(one)
