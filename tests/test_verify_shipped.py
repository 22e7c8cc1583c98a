"""Verdicts on the quotes that ship, edited in the ways of careless and of dishonest people.

Each rule was written down with its verdict before any answer was looked at. The quotes it is
applied to are whatever the knowledge folder holds; claims written by hand name theirs.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import random
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from verifying import check, outcome

from bot.answers.asking import Asking
from bot.answers.model import Status, Verdict
from bot.edition import Edition
from bot.search.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Callable

ASKING: Final = Asking(
    edition=Edition.load(Path(__file__).parents[1] / "knowledge"), today=dt.date(2026, 1, 1)
)
BASE: Final = ASKING.edition.base
ALL: Final = tuple(BASE.quotes.values())
LONG: Final = tuple(quote for quote in ALL if len(quote.words.split()) > 8)

PIPE: Final = "trying to drive a wedge between China and Russia can only be a pipe dream"
PERIOD: Final = "The two countries are in their best period in history"
ROCK: Final = "as solid as a rock"
BULLYING: Final = "damaging acts of hegemony, domination and bullying"
VICTORY: Final = "resolutely uphold the outcomes of World War II victory"


def _at(text: str, place: float) -> int:
    return min(int(len(text.split()) * place), len(text.split()) - 1)


def _with(text: str, place: float, *more: str) -> str:
    words = text.split()
    at = len(words) if place == 1 else _at(text, place)
    return " ".join([*words[:at], *more, *words[at:]])


def _instead(text: str, place: float, by: Callable[[str], str]) -> str:
    words = text.split()
    at = _at(text, place)
    return " ".join([*words[:at], by(words[at]), *words[at + 1 :]])


def _without(text: str, place: float) -> str:
    words = text.split()
    del words[_at(text, place)]
    return " ".join(words)


def _wide(text: str) -> str:
    """Write letters as wide as Chinese characters."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _first(text: str) -> str:
    words = text.split()
    return " ".join(words[: len(words) // 2])


def _second(text: str) -> str:
    words = text.split()
    return " ".join(words[len(words) // 2 :])


def _zebra(text: str, place: float) -> str:
    return _instead(text, place, lambda _: "zebra")


def _twice(text: str, place: float) -> str:
    return _instead(text, place, lambda word: f"{word} {word}")


def _adding(text: str, place: float, more: str) -> str:
    return _with(text, place, more)


PLACES: Final = {"in front": 0.0, "inside": 0.5, "behind": 1.0}
ADDED: Final = ("zebra", "not", "never", "no", "without", "fails to", "не", "不")
#: What is done to one word, anywhere: all of these are alterations.
TO_A_WORD: Final[dict[str, Callable[[str, float], str]]] = {
    "a word replaced": _zebra,
    "a word twice": _twice,
    **{f"'{more}' added": partial(_adding, more=more) for more in ADDED},
}
EDITS: Final[dict[str, tuple[Callable[[str], str], str]]] = {
    "small letters": (str.lower, "verbatim"),
    "capitals": (str.upper, "verbatim"),
    "each word with a capital": (str.title, "verbatim"),
    "wide letters": (_wide, "verbatim"),
    "ligatures": (lambda text: text.replace("fi", "ﬁ").replace("ff", "ﬀ"), "verbatim"),
    "soft hyphens": (lambda text: text.replace("nd", "n\u00add"), "verbatim"),
    "no-break spaces": (lambda text: text.replace(" ", "\u00a0"), "verbatim"),
    "zero-width spaces": (lambda text: text.replace("e", "e\u200b"), "verbatim"),
    "a byte order mark": (lambda text: f"\ufeff{text}\u200e", "verbatim"),
    "a dash for a hyphen": (lambda text: text.replace("-", "–"), "verbatim"),
    "closing marks": (lambda text: f"{text}!!!", "verbatim"),
    "an ellipsis at its ends": (lambda text: f"… {text} …", "verbatim"),
    "nested marks": (lambda text: f"“‘{text}’”", "verbatim"),
    "marks of programs": (lambda text: f"``{text}''", "verbatim"),
    "an opening mark alone": (lambda text: f'"{text}', "verbatim"),
    "a closing mark alone": (lambda text: f"{text}”", "verbatim"),
    "Chinese marks": (lambda text: f"「{text}」", "verbatim"),
    "marks as web pages write them": (lambda text: f"&quot;{text}&quot;", "verbatim"),
    "a quoted line of a message": (lambda text: f"> *{text}*", "verbatim"),
    "hidden as a spoiler": (lambda text: f"||{text}||", "verbatim"),
    "a word in bold": (lambda text: _instead(text, 0.5, lambda word: f"**{word}**"), "verbatim"),
    "a word in brackets": (lambda text: _instead(text, 0.5, lambda word: f"[{word}]"), "verbatim"),
    "a new paragraph": (lambda text: f"{_first(text)}\n\n{_second(text)}", "verbatim"),
    "a mark for each paragraph": (
        lambda text: f"“{_first(text)}\n\n“{_second(text)}”",
        "verbatim",
    ),
    "the first seven words": (lambda text: " ".join(text.split()[:7]), "verbatim"),
    "the last seven words": (lambda text: " ".join(text.split()[-7:]), "verbatim"),
    "inside a long sentence, in marks": (
        lambda text: f"After a long evening he told all his guests that “{text}”, and they went",
        "verbatim",
    ),
    "a word left out": (lambda text: _without(text, 0.5), "altered"),
    "a word moved": (lambda text: _with(_without(text, 0.2), 0.8, text.split()[1]), "altered"),
    "two words joined": (lambda text: _instead(text, 0.5, lambda word: f"un{word}"), "altered"),
    "an accent": (lambda text: text.replace("e", "é", 1), "altered"),
    "a plural": (lambda text: _instead(text, 0.5, lambda word: f"{word}s"), "altered"),
    "a typing error": (lambda text: _instead(text, 0.5, lambda word: f"x{word}"), "altered"),
    "letters that only look the same": (lambda text: text.replace("o", "о"), "altered"),
    "a middle left out": (
        lambda text: " ".join([*text.split()[:4], "…", *text.split()[6:]]),
        "altered",
    ),
    "an insertion in brackets": (lambda text: _with(text, 0.5, "[sic]"), "altered"),
    "twice over": (lambda text: f"{text}. {text}.", "altered"),
    "a doubt in front": (lambda text: f"I do not believe that {text}", "altered"),
    "a condition behind": (lambda text: f"{text}, but only for now", "altered"),
    "inside a long sentence": (
        lambda text: f"After a long evening he told his guests that {text}, and they went home",
        "altered",
    ),
}
BY_RULE: Final = [pytest.param(edit, verdict, id=rule) for rule, (edit, verdict) in EDITS.items()]
BY_HAND: Final = [
    # words, speaker given, verdict or status
    # -- short wordings: what tells, and what does not
    ("this can only be a pipe dream", "", "altered"),
    ("it can only be a true pipe dream", "", "altered"),
    ("drive a wedge between China and Japan", "", "altered"),
    ("as solid as a stone", "", "altered"),
    ("ties are not as solid as a rock", "", "altered"),
    ("was not a complete success", "", "altered"),
    ("cannot be challenged", "", "verbatim"),
    ("can be challenged", "", "not_found"),
    ("one can only be a full citizen", "", "not_found"),
    ("in the world today", "", "verbatim"),
    ("in the world of today", "", "not_found"),
    ("a complete failure", "", "not_found"),
    ("they only fuel the fire", "", "not_found"),
    ("they only fuel the fire", "Wang Yi", "not_found"),
    ("the end of the second world war", "", "not_found"),
    ("in the face of danger", "", "not_found"),
    ("pipe dream", "", "verbatim"),
    # -- who said it
    (f"Wang Yi: {PIPE}", "", "verbatim"),
    (f"Foreign Minister Wang Yi: “{PIPE}”", "", "verbatim"),
    (f"Chinese Foreign Minister Wang Yi said on Monday that {PIPE}", "", "verbatim"),
    (f"chinese foreign minister wang yi said {PIPE}", "", "verbatim"),
    (f'"{PIPE}"\n— Wang Yi, Foreign Minister of China', "", "verbatim"),
    (f"王毅说：“{PIPE}”", "", "verbatim"),
    (f"中国外交部长王毅表示，「{PIPE}」", "", "verbatim"),
    (f"王毅明说：“{PIPE}”", "", "misattributed"),  # somebody else, whose name begins so
    (PERIOD.replace("two", "two 王毅说"), "", "altered"),  # words of the quote are no name's
    (f"«{PIPE}», — сказал Ван И", "", "verbatim"),
    (f"«{PIPE}», — сказал Лавров", "", "misattributed"),
    (f"По словам Лаврова, {PIPE}", "", "misattributed"),
    (f"Lavrov: {PIPE}", "", "misattributed"),
    (f"Lavrov said {PIPE}", "Wang Yi", "verbatim"),  # asked for one, though the text names another
    (f"Wang Yi said {PIPE}", "Lavrov", "misattributed"),
    (f"Olaf Scholz said {PIPE}", "", "misattributed"),
    (f"According to Olaf Scholz, {PIPE}", "", "misattributed"),
    (f"“{PIPE}” – Olaf Scholz", "", "misattributed"),
    (f"Wang Li said: {PIPE}", "", "misattributed"),
    (f"wang li said: {PIPE}", "", "misattributed"),
    (f"Putin's spokesman said: {PIPE}", "", "misattributed"),
    (PIPE, "China", "misattributed"),  # the minister's words, not the state's
    (PIPE, "nobody in particular", "misattributed"),
    (f"Wang Yi and Lavrov said: {PIPE}", "", "misattributed"),  # not both of them
    (f"China and Russia: {VICTORY}", "", "verbatim"),  # both of them
    (VICTORY, "China", "verbatim"),  # one of the two
    (VICTORY, "Russia and China", "verbatim"),
    (VICTORY, "China and Wang Yi", "misattributed"),
    (BULLYING, "Bordachev", "misattributed"),  # who only quotes it
    (BULLYING, "Xi", "verbatim"),
    ("in the world today", "Lavrov", "not_found"),  # such words are anybody's
    ("hegemony", "", "verbatim"),  # all of one quote, and a word of others
    ("world", "", "ambiguous"),
    ("Putin: hegemony", "", "verbatim"),
    (f"Lavrov said that {PERIOD.replace('best', 'worst')}", "", "altered"),
    # -- quotations that are interrupted
    ("“trying to drive a wedge between China and Russia,” he said, “can only be a dream.”", "",
     "altered"),
    (f"“{PIPE[:41]},” said Wang Yi, “{PIPE[42:]}.”", "", "verbatim"),
    # -- in other words, and in other people's
    ("attempts to divide Russia from China will always fail", "", "not_found"),
    ("попытки вбить клин между Китаем и Россией обречены", "", "not_found"),
    ("挑拨中俄关系的企图注定失败", "", "not_found"),
    # -- no words at all
    ("", "", "invalid"),
    ("   \n ", "Wang Yi", "invalid"),
    ("“”", "", "invalid"),
    ("?!…", "", "invalid"),
    ("🙂 👍", "", "invalid"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), BY_RULE)
def test_a_shipped_quote_edited_by_a_rule_gets_its_verdict(
    edit: Callable[[str], str], expected: str
) -> None:
    """What only looks different is verbatim, and any word that differs makes it altered."""
    wrong = {
        quote.id: outcome(check(ASKING, edit(quote.words)))
        for quote in LONG
        if spelled(edit(quote.words)).words != spelled(quote.words).words or expected == "verbatim"
    }
    assert {id_: got for id_, got in wrong.items() if got != expected} == {}


@pytest.mark.parametrize(("words", "speaker", "expected"), BY_HAND)
def test_a_claim_about_a_shipped_quote_gets_its_verdict(
    words: str, speaker: str, expected: str
) -> None:
    """Short wordings count where they tell, and whoever is named is held against who said them."""
    assert outcome(check(ASKING, words, speaker)) == expected


def test_halves_of_two_quotes_are_not_one() -> None:
    """Words put together from two quotes are altered, and nobody's own."""
    for one, other in itertools.permutations(LONG, 2):
        spliced = f"{_first(one.words)} {_second(other.words)}"
        assert outcome(check(ASKING, spliced)) == "altered", spliced


def test_the_curators_words_are_no_quotation() -> None:
    """A statement or an event's title is called what it is, and never verbatim."""
    wordings = [statement.says for statement in BASE.statements.values()]
    wordings += [event.title for event in BASE.events.values()]
    for wording in wordings:
        answer = check(ASKING, wording)
        assert answer.verdict in {Verdict.NOT_FOUND, Verdict.ALTERED}, wording
        assert any("curators' words" in note for note in answer.notes), wording


def test_every_excerpt_of_three_words_is_found() -> None:
    """Three words or more that stand in a quote are verbatim, wherever they stand."""
    for quote in ALL:
        words = quote.words.split()
        for first, last in itertools.combinations(range(len(words) + 1), 2):
            excerpt = " ".join(words[first:last])
            if len(spelled(excerpt)) >= 3:
                assert outcome(check(ASKING, excerpt)) == "verbatim", excerpt


def test_a_sentence_from_elsewhere_is_not_found() -> None:
    """What chance makes alike is never called altered, nor anything of it verbatim."""
    folder = os.environ.get("READOUT_SEARCH_DATA")
    if not folder:
        pytest.skip("READOUT_SEARCH_DATA names no folder of sentences")
    lines = (Path(folder) / "sentences.txt").read_text(encoding="utf-8").splitlines()
    lines = random.Random(4).sample(lines, 600)  # noqa: S311 - the same in each run
    lines += (Path(folder) / "unrelated.txt").read_text(encoding="utf-8").splitlines()
    lines += [" ".join(line.split()[:7]) for line in lines[:600]]
    found = [line for line in lines if check(ASKING, line).status is Status.FOUND]
    assert found == []


def test_a_long_text_is_answered() -> None:
    """The longest text that can be typed is checked like any other, however it repeats itself."""
    for text in (f"{PIPE} and {'so ' * 2_000}", "said: " * 900, "“a” " * 1_000, "不" * 6_000):
        assert check(ASKING, text[:6_000]).status is not Status.INVALID
