"""Lines of answers are built once an edition: shared within it, and never with another."""

from __future__ import annotations

import asyncio
import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from folders import write
from shipped import KNOWLEDGE, TODAY, edition

from bot.answers.asking import Asking
from bot.answers.items import event_items, quote_item, source_item, statement_item
from bot.answers.lines import Lines
from bot.answers.typed import answer_typed
from bot.edition import Desk, Edition
from bot.editions.reloading import Reloader

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answers.model import Answer

BASE = """\
sources:
  post: {title: TITLE, kind: report, language: en, publisher: Post}
people:
  ann: {name: Ann Holm}
topics:
  trade: {name: Trade}
statements:
  more-trade: {by: [ann], says: SAYS, topics: [trade], cite: [post#2]}
"""
QUESTIONS = (
    "/who name:Wang Yi",
    "/who name:China",
    "/topic name:Taiwan",
    "/topic name:China-Russia relations",
    "/timeline",
    "/timeline about:Ukraine since:2023",
    "/quote",
    "/source",
    "/source name:xi-moscow-2025",
    "/about",
    "what does Lavrov say about Taiwan",
)


def base_with(folder: Path, says: str, title: str = "Talks") -> Path:
    """Write a base of one statement."""
    return write(folder, base=BASE.replace("SAYS", says).replace("TITLE", title))


def topic(edition: Edition) -> Answer:
    """Ask for what is held on trade."""
    return answer_typed(Asking(edition, TODAY), "/topic name:Trade")


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_the_same_each_time_and_shares_its_lines(question: str) -> None:
    """What is asked again is answered alike, from the very lines that were built before."""
    asking = Asking(edition(), TODAY)
    first, again = answer_typed(asking, question), answer_typed(asking, question)
    assert first == again
    assert first.items
    lone = {"Posts", "People", "About", "Contradictions, side by side"}
    shared = [item for item in first.items if item.heading not in lone]
    others = {id(item) for item in again.items}
    assert all(id(item) in others for item in shared if item.kind != "post")


@pytest.mark.parametrize("heading", ["", "Events", "Official readouts"])
def test_a_kept_line_is_the_line_of_its_record(heading: str) -> None:
    """Under each heading a line says what it would say if it were built for this answer alone."""
    base, lines = edition().base, Lines(edition().base)
    for _ in range(2):
        for statement in base.statements.values():
            assert lines.said(statement, heading) == statement_item(base, statement, heading)
        for quote in base.quotes.values():
            assert lines.said(quote, heading) == quote_item(base, quote, heading)
        for event in base.events.values():
            assert lines.events(event, heading) == event_items(base, event, heading)
        for source in base.sources.values():
            assert lines.source(source, heading) == source_item(base, source, heading)


def test_after_a_reload_every_line_is_of_the_new_edition(tmp_path: Path) -> None:
    """What was asked before a change is answered with it after, down to the titles of sources."""
    desk = Desk(Edition.load(base_with(tmp_path, "Trade must grow.")))
    old = desk.current
    assert [item.text for item in topic(old).items] == ["Trade must grow."]
    base_with(tmp_path, "Trade must shrink.", "Later talks")
    asyncio.run(Reloader(desk, tmp_path).reload())
    (item,) = topic(desk.current).items
    assert (item.text, item.citations[0].title) == ("Trade must shrink.", "Later talks")


def test_two_editions_at_once_keep_their_own_lines(tmp_path: Path) -> None:
    """A question that still runs on the edition before is answered from it alone."""
    one = Edition.load(base_with(tmp_path / "one", "Trade must grow."))
    other = Edition.load(base_with(tmp_path / "other", "Trade must shrink."))
    for _ in range(2):
        assert topic(one).items[0].text == "Trade must grow."
        assert topic(other).items[0].text == "Trade must shrink."


def test_many_threads_get_the_same_answers() -> None:
    """Lines that several threads ask for at once are whole for each of them."""
    fresh = Asking(Edition.load(KNOWLEDGE), TODAY)
    expected = [answer_typed(Asking(edition(), TODAY), question) for question in QUESTIONS[:-2]]
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(answer_typed, fresh, one) for one in QUESTIONS[:-2] * 8]
        answers = [one.result() for one in asked]
    assert answers == expected * 8


def test_lines_are_built_only_when_asked_for_and_only_the_last_are_kept(tmp_path: Path) -> None:
    """A base of any size pays nothing for lines in advance, and can fill no memory with them."""
    records = "\n".join(
        f"  said-{number}: {{by: [ann], says: Number {number}., cite: [post#1]}}"
        for number in range(3_000)
    )
    many = f"{BASE.replace('SAYS', 'More.').replace('TITLE', 'Talks')}{records}\n"
    base = Edition.load(write(tmp_path, base=many)).base
    lines = Lines(base)
    first, *others = base.statements.values()
    kept = lines.said(first)
    assert lines.said(first) is kept
    for statement in others:
        lines.said(statement)
    again = lines.said(first)
    assert again == kept
    assert again is not kept


def test_an_edition_with_lines_goes_when_nobody_uses_it(tmp_path: Path) -> None:
    """An edition holds no circle: it is freed at once, with no collector to look for it."""
    old = Edition.load(base_with(tmp_path, "Trade must grow."))
    assert topic(old).items
    gone = weakref.ref(old.lines)
    gc.disable()
    try:
        del old
        assert gone() is None
    finally:
        gc.enable()
