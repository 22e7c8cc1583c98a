"""Verdicts, written down before looking at the answers: edits by rule, and claims by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from verifying import (
    BRIDGE,
    CHINESE,
    FRIENDS,
    HARBOUR,
    QUOTES,
    RUSSIAN,
    SUMMARY,
    WINTER,
    check,
    golden,
    outcome,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ASKING: Final = golden()
LONG: Final = ("harbour", "winter", "bridge", "oak", "russian")


def _words(text: str) -> list[str]:
    return text.split()


def _without(text: str, place: int) -> str:
    words = _words(text)
    return " ".join(words[:place] + words[place + 1 :])


def _with(text: str, place: int, *more: str) -> str:
    words = _words(text)
    return " ".join([*words[:place], *more, *words[place:]])


def _instead(text: str, place: int, word: str) -> str:
    words = _words(text)
    words[place] = word
    return " ".join(words)


def _misread(text: str) -> str:
    """Misread letters as a scanner does, in every third word."""
    table = str.maketrans("ilemouнико", "1lcrn0vпнкo"[:10])
    words = _words(text)
    return " ".join(word.translate(table) if n % 3 == 1 else word for n, word in enumerate(words))


EDITS: Final[dict[str, tuple[Callable[[str], str], str]]] = {
    "as it is": (str, "verbatim"),
    "capitals": (str.upper, "verbatim"),
    "typographic marks": (lambda text: f"“{text}.”", "verbatim"),
    "angled marks": (lambda text: f"«{text}»", "verbatim"),
    "low marks": (lambda text: f"„{text}“!", "verbatim"),
    "wide spaces": (lambda text: text.replace(" ", "\u00a0 \n"), "verbatim"),
    "invisible characters": (lambda text: text.replace("o", "o\u200b"), "verbatim"),
    "markdown": (lambda text: f"> **{text}**", "verbatim"),
    "no closing mark": (lambda text: text.rstrip(".") + "…", "verbatim"),
    "no inner commas": (lambda text: text.replace(", ", " "), "verbatim"),
    "first half": (lambda text: " ".join(_words(text)[:7]), "verbatim"),
    "last half": (lambda text: " ".join(_words(text)[-7:]), "verbatim"),
    "three words": (lambda text: " ".join(_words(text)[3:6]), "verbatim"),
    "ellipsis at both ends": (lambda text: f"… {' '.join(_words(text)[2:9])} …", "verbatim"),
    "word dropped": (lambda text: _without(text, 5), "altered"),
    "word added": (lambda text: _with(text, 4, "really"), "altered"),
    "word replaced": (lambda text: _instead(text, 6, "lantern"), "altered"),
    "not added": (lambda text: _with(text, 6, "not"), "altered"),
    "not in front": (lambda text: f"not {text}", "altered"),
    "head added": (lambda text: f"it is quite clear that {text}", "altered"),
    "tail added": (lambda text: f"{text} and that is all I have to say", "altered"),
    "word at the end": (lambda text: f"{text} never", "altered"),
    "two words swapped": (lambda text: _with(_without(text, 4), 6, _words(text)[4]), "altered"),
    "middle left out": (lambda text: " ".join([*_words(text)[:5], *_words(text)[9:]]), "altered"),
    "middle marked as left out": (
        lambda text: " ".join([*_words(text)[:5], "[…]", *_words(text)[9:]]),
        "altered",
    ),
    "bracketed insertion": (lambda text: _with(text, 5, "[they", "say]"), "altered"),
    "misread letters": (_misread, "altered"),
    "typing error": (lambda text: _instead(text, 3, _words(text)[3] + "x"), "altered"),
    "joined with another": (
        lambda text: " ".join([*_words(text)[:7], "help", "nobody", "but", "the", "old", "oak"]),
        "altered",
    ),
    "all words shuffled": (lambda text: " ".join(sorted(_words(text))), "not_found"),
    "another text": (lambda _: "the weather will be fine in most parts of the land", "not_found"),
}
BY_RULE: Final = [
    pytest.param(edit(QUOTES[id_][0]), verdict, id=f"{id_}: {rule}")
    for rule, (edit, verdict) in EDITS.items()
    for id_ in LONG
]
HALF: Final = " ".join(HARBOUR.split()[:8])
CLAIMS: Final = [
    # words, speaker given, verdict or status
    # -- who is said to have said it
    (HARBOUR, "Anna Berg", "verbatim"),
    (HARBOUR, "Berg", "verbatim"),
    (HARBOUR, "Анна Берг", "verbatim"),
    (HARBOUR, "the Norlandic foreign minister", "verbatim"),
    (HARBOUR, "anna-berg", "verbatim"),
    (HARBOUR, "Ivan Orlov", "misattributed"),
    (HARBOUR, "Ivan", "misattributed"),  # two of that name, and neither said it
    (HARBOUR, "Norland", "misattributed"),  # the minister, not the state
    (HARBOUR, "Napoleon Bonaparte", "misattributed"),
    (HALF, "Sokol", "misattributed"),
    (WINTER, "Ivan", "ambiguous"),  # one of the two said it
    (HARBOUR.replace("nobody", "everybody"), "Ivan Orlov", "altered"),
    ("the moon is made of green cheese and old bread", "Anna Berg", "not_found"),
    ("the moon is made of green cheese and old bread", "Napoleon", "not_found"),
    (FRIENDS, "Anna Berg", "verbatim"),
    (FRIENDS, "Ivan Sokol", "verbatim"),
    (FRIENDS, "Ivan Orlov", "misattributed"),
    (FRIENDS, "", "verbatim"),
    # -- named in the text
    (f'Anna Berg said "{HARBOUR}"', "", "verbatim"),
    (f"Anna Berg said that {HARBOUR}", "", "verbatim"),
    (f"Anna Berg said: {HARBOUR}", "", "verbatim"),
    (f"Berg told reporters on Monday that {HARBOUR}.", "", "verbatim"),
    (f"“{HARBOUR},” said Anna Berg.", "", "verbatim"),
    (f"“{HARBOUR},” Anna Berg said on Monday.", "", "verbatim"),
    (f"{HARBOUR}, said Berg", "", "verbatim"),
    (f"{HARBOUR}, Anna Berg said", "", "verbatim"),
    (f"{HARBOUR} — Anna Berg", "", "verbatim"),
    (f"{HARBOUR} (Anna Berg)", "", "verbatim"),
    (f"Berg: {HARBOUR}", "", "verbatim"),
    (f"Berg — {HARBOUR}", "", "verbatim"),
    (f"Anna Berg {HARBOUR}", "", "verbatim"),
    (f"According to Anna Berg, {HARBOUR}", "", "verbatim"),
    (f"According to Minister Berg, “{HALF}” is the point", "", "verbatim"),
    (f"Is it true that Anna Berg said “{HARBOUR}”?", "", "verbatim"),
    (f"Did Berg say that {HARBOUR}?", "", "verbatim"),
    (f"The Norlandic foreign minister said: „{HARBOUR}“", "", "verbatim"),
    (f"She said “{HARBOUR}”", "", "verbatim"),
    (f"Quote: {HARBOUR}", "Anna Berg", "altered"),  # a word in front that is nobody's
    (f'Ivan Orlov said "{HARBOUR}"', "", "misattributed"),
    (f"Orlov: {HARBOUR}", "", "misattributed"),
    (f"“{HARBOUR},” Orlov stressed.", "", "misattributed"),
    (f"According to Orlov, {HARBOUR}", "", "misattributed"),
    (f"Napoleon Bonaparte said “{HARBOUR}”", "", "misattributed"),
    (f"Ivan Berg said “{HARBOUR}”", "", "misattributed"),  # another Berg
    (f"“{WINTER},” Ivan said.", "", "ambiguous"),
    (f"Anna Berg said “{HARBOUR.replace('hurt', 'help')}”", "", "altered"),
    (f"Orlov said that {HARBOUR.replace('hurt', 'help')}", "", "altered"),
    (f"Berg {HARBOUR}", "", "altered"),  # one word more is never taken for a speaker
    ("Anna Berg said “the moon is made of green cheese”", "", "not_found"),
    (f"Berg said “{HALF}” and “we shall all eat green cheese”", "", "not_found"),
    (f"Berg said “{HALF}” and “help nobody”", "", "verbatim"),
    (f"“{HALF}” and “help everybody, and nobody else”", "", "not_found"),
    # -- Russian and Chinese
    (f"Орлов сказал: «{RUSSIAN}»", "", "verbatim"),
    (f"«{RUSSIAN}», — сказал Иван Орлов", "", "verbatim"),
    (f"«{RUSSIAN}», — заявил Берг", "", "misattributed"),
    (f"Иван Орлов заявил, что {RUSSIAN}", "", "verbatim"),
    (f"По словам Орлова, «{RUSSIAN}»", "Иван Орлов", "verbatim"),
    (f"Правда ли, что Берг сказала «{RUSSIAN}»?", "", "misattributed"),
    (RUSSIAN.replace("ё", "е"), "", "verbatim"),
    (RUSSIAN.replace("не ", "", 1), "", "altered"),
    (RUSSIAN.replace("никогда не ", ""), "", "altered"),
    (CHINESE, "", "verbatim"),
    (CHINESE[:10], "", "verbatim"),
    (f"李明说：“{CHINESE}”", "", "verbatim"),
    (f"李明表示，{CHINESE}", "", "verbatim"),
    (f"“{CHINESE}”，李明说。", "", "verbatim"),
    (f"奥尔洛夫说：「{CHINESE}」", "", "misattributed"),
    (f"李明真的说过“{CHINESE}”吗？", "", "verbatim"),
    (CHINESE.replace("不能", "能"), "", "altered"),
    (CHINESE.replace("都不能", "可以"), "", "altered"),
    # -- numbers and signs
    (BRIDGE.replace("1,250", "1,520"), "", "altered"),
    (BRIDGE.replace("2027", "2028"), "", "altered"),
    (BRIDGE.replace("2027", "2027%"), "", "altered"),
    # -- short
    ("old oak", "", "ambiguous"),
    ("green cheese", "", "not_found"),
    ("grain ships", "", "verbatim"),
    ("grain ships", "Berg", "verbatim"),
    ("grain ships", "Orlov", "misattributed"),
    ("as firm as an old rock", "", "altered"),  # all of a short quote, one word replaced
    ("would help both of our", "", "not_found"),  # an excerpt too short to be altered
    ("of our countries and help somebody", "", "altered"),  # five telling words in a row are not
    # -- the same thing in other words, in another language, or in the curators' words
    (
        "if the harbour is closed to ships with grain, everybody loses and nobody wins",
        "",
        "not_found",
    ),
    ("she thinks that grain ships must not be kept out of the harbour", "", "not_found"),
    ("our neighbours will get gas from us in winter at any price", "", "not_found"),
    ("закрытие гавани для судов с зерном повредит обеим нашим странам", "", "not_found"),
    (
        "we shall never close the harbour to neighbours and all grain will arrive in time",
        "",
        "not_found",
    ),
    (SUMMARY, "", "not_found"),
    # -- nothing to check
    ("", "", "invalid"),
    ("“…”", "", "invalid"),
    ("?!", "Anna Berg", "invalid"),
    # -- what autocomplete offers
    ("harbour", "", "verbatim"),
]


@pytest.mark.parametrize(("words", "expected"), BY_RULE)
def test_an_edited_quote_gets_the_verdict_of_its_rule(words: str, expected: str) -> None:
    """Case, marks, spaces and excerpts change nothing; a word changed anywhere is an alteration."""
    assert outcome(check(ASKING, words)) == expected


@pytest.mark.parametrize(("words", "speaker", "expected"), CLAIMS)
def test_a_claim_gets_its_verdict(words: str, speaker: str, expected: str) -> None:
    """Whoever is named, in whatever way and script, is held against who said the words."""
    assert outcome(check(ASKING, words, speaker)) == expected
