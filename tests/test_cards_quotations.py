"""A quotation is never cut: it stands whole on a page wherever a message has room for it.

Lengths, how much of the words must be escaped, how long the question is that the card carries, and
what is asked are gone through together.
"""

from __future__ import annotations

import random
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from made import answer, citation, item
from test_cards import all_pages, controls, texts

from bot.answers.model import Answer, Change, Verdict
from bot.cards import Shown, draw_all
from bot.console.card_text import as_text
from bot.drawing.custom_ids import Question
from bot.drawing.escaping import cleaned, escaped, unescaped
from bot.drawing.limits import MESSAGE_TEXT, QUOTATION, length

CONTINUES, CONTINUED = "(continues on the next page)", "(continued)"
CHANGED: Final = Change(how="replaced", asked="never " * 9, true="always " * 9)
ESCAPED: Final = "*_~`|[]<\\"
slowly = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def quotation(size: int, share: float, seed: int) -> str:
    """Make up words of so many characters, such a share of which must be escaped."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    chars = [
        chance.choice(ESCAPED if chance.random() < share else "abcdefgh   谢尔é\n")
        for _ in range(size)
    ]
    return cleaned("".join(chars)).strip() or "x"


def answered(kind: str, words: str, detail: str = "") -> Answer:
    """Answer as each of the commands does that show a quotation."""
    quoted = item(
        kind="quote",
        text=words,
        lead="Sergei Lavrov, foreign minister",
        heading="On the record: quotes",
        detail=(detail,) if detail else (),
        citations=tuple(citation(source=f"mfa-{n}", title="Talks " * 25) for n in range(3)),
    )
    if kind == "verbatim":
        return answer(command="verify", items=(quoted,), verdict=Verdict.VERBATIM)
    if kind == "altered":
        changes = (Change(how="same", asked="we", true="we"), CHANGED)
        other = item(
            kind="quote", text=words, lead=quoted.lead, changes=changes, citations=quoted.citations
        )
        return answer(command="verify", items=(other,), verdict=Verdict.ALTERED)
    if kind == "topic":
        return answer(command="topic", title="Strait " * 60, items=(item(), quoted, item(), quoted))
    return answer(command=kind, items=(quoted,), notes=("Said in Beijing.",))


def pages_of_all(made: Answer, question: Question) -> list[list[dict[str, Any]]]:
    """Return every page a member gets to see: those sent at once, or those turned to."""
    sent = [card.to_components() for card in draw_all(made, Shown(1, question))]
    turned = all_pages(made, question)
    return turned if len(turned) > len(sent) else sent


def quoted_on(page: list[dict[str, Any]]) -> str:
    """Return the words in quotation on a page, as they were written."""
    lines = [line for text in texts(page) for line in text.split("\n") if line.startswith("> ")]
    return unescaped("\n".join(line.removeprefix("> ") for line in lines))


def as_quoted(words: str) -> str:
    """Return words as they stand in a card."""
    return "\n".join(f"> {escaped(line)}" for line in words.split("\n"))


@slowly
@example(2_990, 0.15, 900, "verbatim", 1)
@example(2_990, 0.2, 999, "quote", 2)
@example(1_700, 1.0, 400, "topic", 3)
@given(
    st.integers(1, 4_000),
    st.sampled_from([0, 0.02, 0.1, 0.2, 0.5, 1]),
    st.sampled_from([5, 60, 200, 450, 900, 1_500, 2_000]),
    st.sampled_from(["quote", "verbatim", "altered", "topic", "plain"]),
    st.integers(0, 99),
)
def test_a_quotation_that_a_message_has_room_for_is_on_one_page(
    size: int, share: float, asked: int, kind: str, seed: int
) -> None:
    """Whatever must be escaped, whatever is asked and carried: its words stand there in one run."""
    words = quotation(size, share, seed)
    made = answered(kind, words, "x" * 300)
    question = Question.of("verify", {"words": ("said* again " * 200)[:asked]})
    pages = pages_of_all(made, question)
    for page in pages:
        assert sum(map(length, texts(page))) <= MESSAGE_TEXT
    times = 2 if kind == "topic" else 1
    shown = "\n".join(filter(None, map(quoted_on, pages)))
    if length(as_quoted(words)) <= QUOTATION:
        whole = [text.count(as_quoted(words)) for page in pages for text in texts(page)]
        assert sum(whole) >= times
    if len(pages) < 5 or controls(pages[0]):
        assert "".join(shown.split()) == "".join(words.split() * times)


def test_a_quotation_that_no_message_has_room_for_is_broken_between_words() -> None:
    """It goes on overleaf, as seldom as may be, with a mark on both sides and no word lost."""
    words = " ".join(f"w{number}**" for number in range(800))
    pages = pages_of_all(answered("quote", words), Question.of("quote", {"speaker": "x"}))
    held = [quoted_on(page) for page in pages if quoted_on(page)]
    assert " ".join(held).split() == words.split()
    assert len(held) == -(-length(as_quoted(words)) // QUOTATION)
    said = [as_text(page) for page in pages if quoted_on(page)]
    assert all(CONTINUES in text for text in said[:-1])
    assert all(CONTINUED in text for text in said[1:])


@pytest.mark.parametrize("size", [1, 850])
def test_the_title_that_is_shortened_beside_a_quotation_stands_whole_elsewhere(size: int) -> None:
    """Where a quotation needs the room of a long title, another page has that in full."""
    title = "title " * 45
    made = answer(title=title, items=(item(kind="quote", text="*" * size * 2, lead="X"),))
    pages = pages_of_all(made, Question.of("quote", {"speaker": "x"}))
    assert " ".join(title.split()) in texts(pages[0])[0]
    if size > 1:
        assert any(title.strip() not in texts(page)[0] for page in pages)
