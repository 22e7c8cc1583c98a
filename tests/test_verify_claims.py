"""What is claimed around the words, and by whom: rules, each tried in many forms."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from verifying import BRIDGE, CITE, HARBOUR, OAK, RUSSIAN, WINTER, asking_of, check, golden, outcome

from bot.answers.model import Verdict
from bot.answers.typed import answer_typed
from bot.facts.records import Quote

ASKING: Final = golden()
#: Ways to name a speaker, around the words of HARBOUR; none tells more than who said them.
FORMS: Final = (
    "{who}: {words}", "{who} said {words}", "{who} said that {words}", "As {who} put it, {words}",
    "As said {who}, {words}", "According to {who}, {words}", "In the opinion of {who}, {words}",
    "{words}, said {who}", "{words}, {who} said", "{words}, according to {who}",
    "{words} ({who})", "{words} [{who}]", "{words} by {who}", "{words} — {who}", "{words}\n{who}",
    "“{words}”, said {who}", "“{words}” ({who})", "Did {who} say “{words}”?",
    "Is it true that {who} said {words}?", "Mr. {who} said {words}", "{who}说：{words}",
    "{words}，{who}说。", "{who}真的说过“{words}”吗？", "Как сказал {who}, {words}",
    "{who} заявил, что {words}", "Говорил ли {who}, что {words}?",
    "Правда ли, что {who} сказал «{words}»?",
)  # fmt: skip
NAMES: Final = {"Anna Berg": Verdict.VERBATIM, "Ivan Orlov": Verdict.MISATTRIBUTED}
NOT_CHECKED: Final = "and not what stands around"


def _notes(words: str, speaker: str = "") -> str:
    return "\n".join(check(ASKING, words, speaker).notes)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("who", NAMES)
def test_a_speaker_is_understood_however_named(form: str, who: str) -> None:
    """Whatever form names the speaker, the words are checked for them, and nothing is left over."""
    answer = check(ASKING, form.format(who=who, words=HARBOUR))
    assert answer.verdict is NAMES[who]
    assert NOT_CHECKED not in "\n".join(answer.notes)


@pytest.mark.parametrize(
    "form",
    [
        "Anna Berg never said {}", "Anna Berg did not say that {}", "{}, Anna Berg never said",
        "Contrary to what Anna Berg said, {}", "Anna Berg lied when she said {}",
        "On 11 June 1999, Anna Berg said: {}", "Sudlandic Foreign Minister Anna Berg said {}",
        "Anna Berg denied that “{}”", "“{}” is a lie", "Анна Берг никогда не говорила, что {}",
        "安娜·贝里没有说过“{}”", "“{}” (Anna Berg, 11 June 1999)",
    ],
)  # fmt: skip
def test_what_a_text_tells_beyond_the_speaker_is_named_as_not_checked(form: str) -> None:
    """The verdict is on the words; a denial, a date or a post around them is never passed over."""
    answer = check(ASKING, form.format(HARBOUR))
    assert answer.verdict is Verdict.VERBATIM
    assert NOT_CHECKED in "\n".join(answer.notes)


@pytest.mark.parametrize(
    "claim",
    ["it is false that", "nobody believes that", "he doubts that", "they will never admit that"],
)
@pytest.mark.parametrize("verb", ["said", "told reporters", "claimed yesterday", "insists"])
def test_words_between_the_verb_and_that_are_claimed_where_they_make_a_clause(
    verb: str, claim: str
) -> None:
    """'Said in Oslo that' goes on with the quote; 'said it is false that' goes on with a claim."""
    assert check(ASKING, f"Anna Berg {verb} {claim} {HARBOUR}").verdict is Verdict.ALTERED
    assert check(ASKING, f"Anna Berg {verb} in Oslo that {HARBOUR}").verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Norlandic Foreign Minister Anna Berg", "verbatim"),
        ("Minister of Foreign Affairs of Norland Anna Berg", "verbatim"),
        ("министр иностранных дел Анна Берг", "verbatim"),
        ("Berg, Norlandic Foreign Minister", "verbatim"),
        ("Anna Berg (Norland)", "verbatim"),
        ("Аnna Berg", "verbatim"),  # the first letter is Cyrillic
        ("Anna Berg or Ivan Orlov", "verbatim"),
        ("Иван Орлов или Анна Берг", "verbatim"),
        ("Ivan Orlov/Ivan Sokol", "misattributed"),
        ("Anna Berg, Ivan Orlov", "misattributed"),
        ("a friend of Anna Berg", "misattributed"),
        ("spokesman for Berg", "misattributed"),
        ("not Anna Berg", "misattributed"),
        ("he", "verbatim"), ("она", "verbatim"), ("他", "verbatim"), ("?", "verbatim"),
    ],
)  # fmt: skip
def test_a_speaker_is_who_the_phrase_names_and_nobody_else(speaker: str, expected: str) -> None:
    """A post, 'or' and another script name the same person; 'a friend of' names another."""
    assert outcome(check(ASKING, HARBOUR, speaker)) == expected


def test_a_speaker_that_names_nobody_is_told() -> None:
    """A pronoun given as the speaker is no misattribution, and its being set aside is told."""
    assert "'he' names nobody" in _notes(HARBOUR, "he")


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Anna Berg", "Ivan Orlov", Verdict.VERBATIM),
        ("Ivan Orlov", "Anna Berg", Verdict.MISATTRIBUTED),
        ("Napoleon", "Ivan Orlov", Verdict.MISATTRIBUTED),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "{first} said “{a}”, and {second} said “{b}”", "“{a}”, said {first}. “{b}”, said {second}.",
        "{first}: “{a}”\n{second}: “{b}”",
    ],
)  # fmt: skip
def test_each_quotation_is_checked_for_whom_the_text_names_for_it(
    form: str, first: str, second: str, verdict: Verdict
) -> None:
    """Two quotations of two people are right only if neither is given to the other."""
    text = form.format(a=HARBOUR, b=WINTER, first=first, second=second)
    answer = check(ASKING, text)
    assert answer.verdict is verdict
    assert "Each quotation is checked by itself" in "\n".join(answer.notes)


def test_few_words_in_quotation_marks_are_checked_where_a_quote_has_them() -> None:
    """Two true words in marks are not missed for being few; other words are not taken for them."""
    assert check(ASKING, "those “grain ships” again").verdict is Verdict.VERBATIM
    assert NOT_CHECKED in _notes("those “grain ships” again")
    assert check(ASKING, "those “grain trucks” again").verdict is Verdict.NOT_FOUND
    assert check(ASKING, "those “grain” again").verdict is Verdict.NOT_FOUND
    stressed = "We went to see the “grain ships” of the old town on a Sunday"
    assert check(ASKING, stressed).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize("mark", ["…", "...", "[…]", "(...)", ". . ."])
@pytest.mark.parametrize("words", [HARBOUR, WINTER, OAK, RUSSIAN])
def test_an_omission_that_is_marked_is_shown_as_what_is_missing(words: str, mark: str) -> None:
    """Parts of one quote on either side of a mark are that quote, altered, however few they are."""
    parts = words.split()
    first, last = " ".join(parts[:2]), " ".join(parts[-2:])
    answer = check(ASKING, f"{first} {mark} {last}")
    assert answer.verdict is Verdict.ALTERED
    assert [change.how for change in answer.items[0].changes] == ["same", "missing", "same"]
    assert check(ASKING, f"{last} {mark} {first}").verdict is not Verdict.VERBATIM


NUMBERS: Final = "It cost 2.5% of $1,250 at 10² degrees, or -3 by 10:30, and 1/2 of it was lost"


@pytest.mark.parametrize("place", range(len(NUMBERS)))
def test_no_character_of_a_number_can_be_changed(place: int) -> None:
    """Points, powers, signs and digits are words: without one, or with more, it is altered."""
    asking = asking_of([Quote(id="q", words=NUMBERS, by=("anna-berg",), cite=CITE)])
    assert check(asking, NUMBERS).verdict is Verdict.VERBATIM
    character, behind = NUMBERS[place], NUMBERS[place + 1 : place + 2]
    if re.fullmatch(r"[\d²%$]|[-.:/,](?=\d)", character) or (
        character in ".,:/-" and behind.isdigit()
    ):
        cut = NUMBERS[:place] + NUMBERS[place + 1 :]
        assert check(asking, cut).verdict is Verdict.ALTERED
    if character.isdigit() and not NUMBERS[place - 1 : place].strip():
        for sign in "-+~<>±≈":
            assert (
                check(asking, NUMBERS[:place] + sign + NUMBERS[place:]).verdict is Verdict.ALTERED
            )


@pytest.mark.parametrize("word", ["nоt", "far from", "anything but", "≠", "¬", "aren′t", "denied"])
def test_a_sign_or_disguise_of_a_negation_is_never_overlooked(word: str) -> None:
    """Whatever turns a sentence round is a word; in letters, it is pointed out as a negation."""
    answer = check(ASKING, HARBOUR.replace("would", f"would {word}"))
    assert answer.verdict is Verdict.ALTERED
    assert word in "≠¬" or "negation added" in answer.title


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["{} said: {}", "{}: “{}”", "“{1}” ({0})", "{1}, {0} never said", "{1} {0}"]),
    st.sampled_from([HARBOUR, WINTER, BRIDGE, "grain ships", "some words of nobody"]),
    st.sampled_from(["", "Anna Berg", "Zzyzx"]),
)
def test_words_that_were_typed_are_told_from_the_base_s_own(
    form: str, words: str, speaker: str
) -> None:
    """What an answer repeats of a text that the base does not have stands in marks or changes."""
    answer = check(ASKING, form.format("Zzyzx Qwerty", words), speaker)
    shown = (answer.title, *answer.notes, *(item.heading for item in answer.items))
    for text in shown:
        for found in re.finditer("Zzyzx|Qwerty", text):
            assert re.search(r"(?<!\w)'", text[: found.start()])
    for item in answer.items:
        assert "Zzyzx" not in f"{item.lead} {item.text} {item.detail} {item.standing}"


@pytest.mark.parametrize("form", [form for form in FORMS if "“" not in form and "«" not in form])
def test_plain_words_with_a_pasted_quote_are_checked(form: str) -> None:
    """No command is needed where somebody is said to have said words of a quote."""
    text = form.format(who="Ivan Orlov", words=HARBOUR)
    assert answer_typed(ASKING, text).verdict is Verdict.MISATTRIBUTED


@pytest.mark.parametrize(
    ("true", "typed"), [("10²", "102"), ("10:30", "10 30"), ("1/2", "1 2"), ("2.5%", "25%")]
)
def test_a_number_is_one_word_with_its_powers_and_separators(true: str, typed: str) -> None:
    """A number that is written otherwise may be another number, and is shown as replaced."""
    asking = asking_of([Quote(id="q", words=NUMBERS, by=("anna-berg",), cite=CITE)])
    assert check(asking, NUMBERS.replace(true, typed)).verdict is Verdict.ALTERED


@pytest.mark.parametrize("form", ["He said {}", "She told us that {}", "Did they say {}?"])
def test_a_pronoun_is_neither_a_speaker_nor_an_alteration(form: str) -> None:
    """'He said' names nobody and adds no word to what he said."""
    assert check(ASKING, form.format(HARBOUR)).verdict is Verdict.VERBATIM


def test_what_is_told_of_a_speaker_behind_a_comma_is_no_part_of_the_name() -> None:
    """A description that follows a name leaves the name what it is."""
    assert check(ASKING, HARBOUR, "Berg, Head of Delegation").verdict is Verdict.VERBATIM


def test_several_short_quotations_are_all_checked() -> None:
    """None of several quotations is left out for being shorter than another."""
    answer = check(ASKING, "“grain ships” and “old oak”")
    assert [item.id for item in answer.items] == ["harbour", "friends", "oak"]


def test_a_quote_s_own_words_are_never_set_aside_as_a_speaker() -> None:
    """Where a quote itself reads like 'X said', a word before it is added to it, not narration."""
    asking = asking_of([Quote(id="q", words="a Berg 说 a", by=("anna-berg",), cite=CITE)])
    assert check(asking, "a a Berg 说 a").verdict is not Verdict.VERBATIM
