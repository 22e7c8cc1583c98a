"""Buttons and menus: who may press them, what they do, and that they outlive a restart."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
import ships
from folders import write
from standin.fixtures import audited
from standin.processes import BotProcess
from standin.world import (
    CONFIGURED,
    IN_DM,
    IN_PRIVATE_CHANNEL,
    IN_SERVER,
    MEMBER,
    PLACES,
    STRANGER,
    Place,
)

from bot.drawing.custom_ids import Act, Press, Question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standin.acting import Discord
    from standin.replies import Reply

BASE = ships.BASE
in_places = pytest.mark.parametrize("where", PLACES, ids=lambda place: place.name)


def all_pages(discord: Discord, card: Reply, where: Place = IN_SERVER) -> list[Reply]:
    """Turn the pages of a card to the last."""
    pages = [card]
    while "Next" in pages[-1].labels():
        pages.append(discord.press(pages[-1], "Next", where=where))
    return pages


@in_places
def test_a_long_answer_is_paged(discord: Discord, where: Place) -> None:
    """Each page changes the same message; together they hold everything, each quotation whole."""
    card = discord.slash("quote", where=where, speaker="anna-berg")
    pages = all_pages(discord, card, where)
    assert len({page.message["id"] for page in pages}) == 1
    assert {kind for page in pages[1:] for kind in page.kinds} == {7}
    text = " ".join(page.text for page in pages)
    for number in range(40):
        assert f"the ship number {number} sails at {number} bells" in text
    last = pages[-1]
    assert f"page {len(pages)} of {len(pages)}" in last.text
    assert {"Next", "Last"}.isdisjoint(last.labels())
    first = discord.press(last, "First", where=where)
    assert first.texts() == card.texts()
    assert {"First", "Previous"}.isdisjoint(first.labels())
    assert discord.press(first, "Last", where=where).texts() == last.texts()
    assert discord.press(last, "Previous", where=where).texts() == pages[-2].texts()


@in_places
def test_only_who_asked_turns_pages_and_chooses(discord: Discord, where: Place) -> None:
    """Anybody else is told whose card it is, for their eyes alone, and the card stays as it is."""
    for card in (
        discord.slash("quote", where=where, speaker="anna-berg"),
        discord.slash("who", where=where, name="anna"),
    ):
        if "Next" in card.labels():
            other = discord.press(card, "Next", by=STRANGER, where=where)
        else:
            value = card.menu()["options"][0]["value"]
            other = discord.choose(card, value, by=STRANGER, where=where)
        assert other.kinds == [4]
        assert other.is_private
        assert "somebody else's" in other.text


@in_places
def test_a_choice_turns_the_card_into_the_answer(discord: Discord, where: Place) -> None:
    """Of several people meant equally well the asker chooses in a menu, and gets that one."""
    card = discord.slash("who", where=where, name="anna")
    options = {option["label"]: option["value"] for option in card.menu()["options"]}
    assert set(options) == {"Anna Berg", "Anna Holm"}
    chosen = discord.choose(card, options["Anna Holm"], where=where)
    assert chosen.kinds == [7]
    assert chosen.title == "Anna Holm"
    assert chosen.message["id"] == card.message["id"]


@in_places
def test_each_lead_answers_beside_the_card(discord: Discord, where: Place) -> None:
    """From a person to their quotes and timeline: a card of its own; the first stays."""
    card = discord.slash("who", where=where, name="anna-berg")
    leads = [label for label in card.labels() if label not in {"Next", "Last"}]
    assert {"Quotes", "Timeline"} <= set(leads)
    for lead in leads:
        further = discord.press(card, lead, where=where)
        assert further.kinds == [4]
        assert "Nothing found" not in further.text
        assert not further.is_private
        assert further.message["id"] != card.message["id"]


def test_a_lead_pressed_by_another_or_on_a_private_card_is_private(discord: Discord) -> None:
    """What somebody else looks up, or what was asked in private, is not shown to all."""
    card = discord.slash("who", name="anna-berg")
    assert discord.press(card, "Quotes", by=STRANGER).is_private
    alone = discord.slash("who", name="anna-berg", private=True)
    assert discord.press(alone, "Quotes").is_private


def test_every_card_leads_on_to_something_that_is_found(discord: Discord) -> None:
    """Whatever a card offers is there: no button of a found answer ends in nothing."""
    cards = [
        discord.slash("who", name="anna-berg"),
        discord.slash("who", name="harbour"),
        discord.slash("timeline"),
        discord.slash("topic", name="ships"),
        discord.slash("quote", words="painted blue"),
        discord.slash("verify", words=ships.TRUE_WORDS),
        discord.slash("source", name="log"),
        discord.slash("about"),
    ]
    for card in cards:
        leads = [label for label in card.labels() if label not in {"Next", "Last"}]
        assert leads, f"{card.title} leads nowhere"
        for label in leads:
            further = discord.press(card, label)
            assert "Not understood" not in further.text
            assert "Nothing found" not in further.text, f"{card.title}: {label}"


def test_a_choice_among_what_is_near_a_miss_works(discord: Discord) -> None:
    """A miss names the nearest things in a menu; choosing one answers with it."""
    card = discord.slash("who", name="berk")
    assert "Nothing found" in card.text
    for option in card.menu()["options"]:
        chosen = discord.choose(card, option["value"])
        assert "Nothing found" not in chosen.text


def test_a_long_question_is_carried_by_its_card(discord: Discord) -> None:
    """What no custom id has room for stands in the card, and pages turn all the same."""
    card = discord.slash("quote", speaker=ships.LONG_NAME)
    assert f"Asked: /quote¦speaker:{ships.LONG_NAME}" in card.text
    pages = all_pages(discord, card)
    assert "page 2 of" in pages[1].text


def test_a_question_that_is_lost_is_said_to_be(discord: Discord) -> None:
    """A press whose question stands nowhere any more says what to do."""
    question = Question.of("quote", {"speaker": "anna-berg", "topic": "x" * 80})
    press = Press(act=Act.PAGE, asker=MEMBER, edition="0" * 12, question=question)
    lost = discord.press_id(press.custom_id())
    assert "cannot be found again" in lost.text
    assert lost.is_private


@pytest.mark.parametrize("custom_id", ["old", "1zz", "0pa", "x" * 100, "1pa", "🙂"])
def test_a_button_of_another_version_gets_a_reply(discord: Discord, custom_id: str) -> None:
    """What the bot does not know it says so, to whoever pressed."""
    reply = discord.press_id(custom_id)
    assert reply.is_private
    assert "older version" in reply.text


Stage = tuple["Discord", "Path", "Path"]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """Set up a stand-in, a folder with the base, and a place for a log, for bots of one's own."""
    discord = audited()
    yield discord, write(tmp_path / "base", base=BASE), tmp_path / "bot.log"
    faults = discord.standin.faults
    discord.close()
    assert not faults


def started(stage: Stage, **settings: str) -> BotProcess:
    """Start a bot, and wait until it can be asked."""
    discord, folder, log = stage
    bot = BotProcess(discord, folder, log, **settings)
    discord.wait_for_bot()
    return bot


def test_buttons_work_after_a_restart_and_say_so_after_a_reload(stage: Stage) -> None:
    """Their state is in their ids: another process turns the page, and tells a changed base."""
    discord, folder, _ = stage
    bot = started(stage)
    card = discord.slash("quote", speaker="anna-berg")
    choice = discord.slash("who", name="anna")
    assert bot.stop() == 0
    bot = started(stage)
    try:
        turned = discord.press(card, "Next")
        assert turned.kinds == [7]
        assert "page 2 of" in turned.text
        assert "The base has changed" not in turned.text
        write(folder, base=BASE.replace("The launch", "The great launch"))
        assert "Reloaded" in discord.slash("reload", by=CONFIGURED).text.capitalize()
        for pressed in (
            discord.press(turned, "Next"),
            discord.choose(choice, choice.menu()["options"][0]["value"]),
        ):
            assert "The base has changed since this was asked" in pressed.text
        again = discord.press(discord.slash("quote", speaker="anna-berg"), "Next")
        assert "The base has changed" not in again.text
    finally:
        bot.stop(signal.SIGINT)


def test_a_press_that_now_finds_nothing_leaves_what_others_see(stage: Stage) -> None:
    """Where a record is gone, the asker alone hears so; a card of their own turns into the miss."""
    discord, folder, _ = stage
    bot = started(stage)
    try:
        cards = [
            discord.slash("quote", speaker="anna-berg", private=alone) for alone in (False, True)
        ]
        choice = discord.slash("who", name="anna")
        berg = next(o["value"] for o in choice.menu()["options"] if o["label"] == "Anna Berg")
        renamed = BASE.replace("anna-berg", "ptolemy").replace("Anna Berg", "Ptolemy")
        write(folder, base=renamed.replace("Анна Берг", "Зу").replace(ships.LONG_NAME, "Zu"))
        discord.slash("reload", by=CONFIGURED)
        pressed = [discord.press(cards[0], "Next"), discord.choose(choice, berg)]
        for told in pressed:
            assert "Nothing found" in told.text
            assert told.is_private
            assert told.kinds == [4]
        assert discord.press(cards[1], "Next").kinds == [7]
    finally:
        bot.stop()


def test_buttons_are_off_when_they_expire(stage: Stage) -> None:
    """After the time set a card says the same as before, and nothing on it can be pressed.

    A page that was turned meanwhile does not come back.
    """
    discord = stage[0]
    bot = started(stage, buttons_minutes="0.02")
    try:
        cards = [
            discord.slash("quote", speaker="anna-berg"),
            discord.slash("who", where=IN_DM, name="anna", private=True),
            discord.slash("who", where=IN_PRIVATE_CHANNEL, name="anna"),
            discord.write("/quote speaker:anna-berg"),
        ]
        turned = discord.slash("quote", speaker="anna-berg")
        cards.append(discord.press(turned, "Next"))
        for card in cards:
            said = card.texts()
            assert discord.has_sent(card, 2)
            assert card.texts() == said
            assert card.controls()
            assert not card.labels()
            assert all(control["disabled"] for control in card.controls())
        assert len(turned.exchange.sent) == 1
    finally:
        bot.stop()
