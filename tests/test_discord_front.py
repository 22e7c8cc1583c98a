"""Everything a member can do on Discord, and what the bot answers, wherever it is done."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import pytest
from folders import write
from wired import (
    IN_DM,
    IN_FOREIGN_SERVER,
    IN_PRIVATE_CHANNEL,
    IN_SERVER,
    ME,
    MEMBER,
    PLACES,
    SERVER,
    STRANGER,
    Place,
    Wire,
    wired,
)

from bot.answers.commands import COMMANDS
from bot.answers.examples import examples
from bot.cogs.lookup import CHECK, LOOK_UP
from bot.custom_ids import Act, Press, Question
from bot.registering import declared
from bot.service import Service

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

QUOTES = "".join(
    f"  quote-{n}: {{words: the ship number {n} sails at {n} bells, by: [anna-berg],"
    f" cite: [log#{n + 1}]}}\n"
    for n in range(40)
)
BASE = f"""
sources:
  log: {{title: The log, kind: official, language: en, url: https://example.org/log}}
people:
  anna-berg: {{name: Anna Berg, names: [Анна Берг]}}
  anna-holm: {{name: Anna Holm}}
topics:
  ships: {{name: Ships}}
events:
  launch: {{when: 2025-12-02, title: The launch, who: [anna-berg], topics: [ships], cite: [log#1]}}
statements:
  afloat: {{by: [anna-berg], says: It floats., topics: [ships], cite: [log#2]}}
quotes:
  true-words: {{words: nothing on this ship was ever painted blue, by: [anna-berg], cite: [log#9]}}
{QUOTES}
"""


@pytest.fixture
def on_wire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Run a scene with a bot that answers from the base above."""
    folder = write(tmp_path, base=BASE)

    def run(scene: Callable[[Wire], Awaitable[None]]) -> None:
        async def play() -> None:
            async with wired(folder, monkeypatch) as wire:
                await scene(wire)

        asyncio.run(play())

    return run


Run = Any


@pytest.mark.parametrize("where", PLACES, ids=["server", "foreign", "dm", "private channel"])
def test_every_command_answers_everywhere(on_wire: Run, where: Place) -> None:
    """Each command, with each of its options, replies once and in time, in every context."""
    options: dict[str, dict[str, Any]] = {
        "who": {"name": "anna-berg"},
        "timeline": {"about": "ships", "since": "2025", "until": "2026"},
        "quote": {"words": "painted blue", "speaker": "anna-berg"},
        "topic": {"name": "ships"},
        "verify": {"words": "nothing on this ship was ever painted blue", "speaker": "Anna Berg"},
        "source": {"name": "log"},
        "about": {},
    }

    async def scene(wire: Wire) -> None:
        for command in COMMANDS:
            given = options.get(command.name) or {o.name: "x" for o in command.options}
            reply = await wire.slash(command.name, where=where, **given)
            assert reply.kinds == [4]
            assert reply.message["allowed_mentions"] == {"parse": []}
            assert "Edition" in reply.text
            alone = await wire.slash(command.name, where=where, private=True, **given)
            assert alone.is_private

    on_wire(scene)


@pytest.mark.parametrize(
    ("where", "is_private"),
    [(IN_SERVER, True), (IN_FOREIGN_SERVER, True), (IN_PRIVATE_CHANNEL, True), (IN_DM, False)],
)
def test_a_miss_among_others_is_for_the_asker_alone(
    on_wire: Run, where: Place, *, is_private: bool
) -> None:
    """Nobody else has to read that nothing was found, or that a question was not understood."""

    async def scene(wire: Wire) -> None:
        miss = await wire.slash("who", where=where, name="Ptolemy")
        assert "Nothing found" in miss.text
        assert miss.is_private is is_private
        unclear = await wire.slash("timeline", where=where, since="the day after")
        assert unclear.is_private is is_private
        found = await wire.slash("who", where=where, name="Anna Berg")
        assert not found.is_private

    on_wire(scene)


def test_every_option_completes(on_wire: Run) -> None:
    """Each option offers something from the first key on; a label works as well as a value."""

    async def scene(wire: Wire) -> None:
        for command in COMMANDS:
            for option in command.options:
                for typed in ("", "a"):
                    reply = await wire.complete(command.name, option.name, typed)
                    assert reply.kinds == [8]
        offered = (await wire.complete("who", "name", "ann")).choices
        assert [choice["value"] for choice in offered] == ["anna-berg", "anna-holm"]
        for typed in (offered[0]["value"], offered[0]["name"], "anna berg", "Берг"):
            reply = await wire.slash("who", name=typed)
            assert reply.text.startswith("╭") is True
            assert "ANNA BERG" in reply.text

    on_wire(scene)


def test_pages_turn_for_the_asker_alone_and_after_a_restart(
    on_wire: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page button changes its card; to others it says whose it is; another process knows it."""
    first: list[Any] = []

    async def scene(wire: Wire) -> None:
        card = await wire.slash("quote", speaker="anna-berg")
        turned = await wire.press(card, "Next")
        assert turned.kinds == [7]
        assert "page 2 of" in turned.text
        other = await wire.press(card, "Next", by=STRANGER)
        assert other.kinds == [4]
        assert other.is_private
        assert "somebody else's" in other.text
        first.append(card)

    on_wire(scene)

    async def later() -> None:
        async with wired(tmp_path, monkeypatch) as wire:
            turned = await wire.press(first[0], "Last")
            assert turned.kinds == [7]
            assert "Next" in str(turned.components)

    asyncio.run(later())


def test_after_a_reload_a_press_says_that_the_base_has_changed(
    on_wire: Run, tmp_path: Path
) -> None:
    """A card of an older edition is answered from the new one, and says so."""

    async def scene(wire: Wire) -> None:
        card = await wire.slash("quote", speaker="anna-berg")
        write(tmp_path, base=BASE.replace("The launch", "The great launch"))
        await wire.slash("reload", by=14)
        turned = await wire.press(card, "Next")
        assert "The base has changed since this was asked" in turned.text
        again = await wire.press(turned, "Next")
        assert "The base has changed" not in again.text

    on_wire(scene)


def test_a_choice_turns_the_card_into_the_answer(on_wire: Run) -> None:
    """Of several people meant equally well the asker chooses; nobody else can."""

    async def scene(wire: Wire) -> None:
        card = await wire.slash("who", name="anna")
        values = [option["value"] for option in card.menu()["options"]]
        other = await wire.choose(card, values[1], by=STRANGER)
        assert other.is_private
        chosen = await wire.choose(card, values[1])
        assert chosen.kinds == [7]
        assert "ANNA HOLM" in chosen.text

    on_wire(scene)


def test_a_lead_answers_beside_the_card(on_wire: Run) -> None:
    """From a person to their quotes: beside the card, and to others for their eyes alone."""

    async def scene(wire: Wire) -> None:
        card = await wire.slash("who", name="anna-berg")
        further = await wire.press(card, "Quotes")
        assert further.kinds == [4]
        assert not further.is_private
        assert (await wire.press(card, "Quotes", by=STRANGER)).is_private
        alone = await wire.slash("who", name="anna-berg", private=True)
        assert (await wire.press(alone, "Quotes")).is_private

    on_wire(scene)


def test_a_long_question_is_carried_by_its_card(on_wire: Run) -> None:
    """What no custom id has room for is read from the card when a page is turned."""
    words = "the ship sails at " + "ten " * 30 + "bells"

    async def scene(wire: Wire) -> None:
        card = await wire.slash("quote", words=words, speaker="anna-berg")
        labels = [control.get("label") for control in card.controls()]
        if "Next" in labels:
            assert "page 2 of" in (await wire.press(card, "Next")).text
        question = Question.of("quote", {"speaker": "anna-berg", "topic": "x" * 80})
        press = Press(act=Act.PAGE, asker=MEMBER, edition="0" * 12, question=question)
        lost = await wire.press_unknown(press.custom_id())
        assert "cannot be found again" in lost.text

    on_wire(scene)


@pytest.mark.parametrize("custom_id", ["old", "1zz", "0pa", "x" * 100])
def test_a_button_of_another_version_gets_a_reply(on_wire: Run, custom_id: str) -> None:
    """What the bot does not know it says so, to whoever pressed."""

    async def scene(wire: Wire) -> None:
        reply = await wire.press_unknown(custom_id)
        assert reply.is_private
        assert "older version" in reply.text

    on_wire(scene)


def test_a_command_of_an_older_registration_gets_a_reply(on_wire: Run) -> None:
    """Unknown commands, options and menus are answered, never left hanging."""

    async def scene(wire: Wire) -> None:
        assert "has changed" in (await wire.slash("lookup", name="x")).text
        assert "has changed" in (await wire.slash("who")).text
        assert "has changed" in (await wire.context_menu("Old menu", "x")).text
        assert (await wire.complete("lookup", "name", "x")).choices == []

    on_wire(scene)


@pytest.mark.parametrize("where", PLACES, ids=["server", "foreign", "dm", "private channel"])
def test_context_menus_ask_about_a_message(on_wire: Run, where: Place) -> None:
    """Both menus answer from a message's text, or its embed's; among others privately."""
    words = "nothing on this ship was ever painted blue"

    async def scene(wire: Wire) -> None:
        checked = await wire.context_menu(CHECK, words, where=where)
        assert "Verdict: verbatim" in checked.text
        assert checked.is_private is (where is not IN_DM)
        embed = {"embeds": [{"type": "rich", "description": words}]}
        assert "Verdict: verbatim" in (await wire.context_menu(CHECK, "", more=embed)).text
        assert "Anna Berg" in (await wire.context_menu(LOOK_UP, "/who Anna Berg")).text.title()
        assert "no text" in (await wire.context_menu(LOOK_UP, "", where=where)).text

    on_wire(scene)


def test_plain_words_are_answered_where_the_bot_is_asked(on_wire: Run) -> None:
    """Direct messages and mentions get a reply that pings nobody."""

    async def scene(wire: Wire) -> None:
        asked = [
            await wire.message("/who Anna Berg"),
            await wire.message(f"<@{ME}> /who Anna Berg", guild=SERVER),
            await wire.message(f"/who Anna Berg <@!{ME}>", guild=SERVER),
        ]
        for reply in asked:
            ((method, path, body),) = reply.requests
            assert (method, path) == ("POST", "/channels/501/messages")
            assert body["message_reference"]["fail_if_not_exists"] is False
            assert body["allowed_mentions"] == {"parse": [], "replied_user": False}
            assert "ANNA BERG" in reply.text
        card = asked[0]
        assert "Quotes" in (await wire.press(card, "Quotes", where=IN_DM)).text.title()

    on_wire(scene)


def test_a_mention_without_words_gets_help(on_wire: Run) -> None:
    """Somebody who only calls the bot hears what it is and how to ask."""

    async def scene(wire: Wire) -> None:
        assert "bot of record" in (await wire.message(f"<@{ME}>", guild=SERVER)).text.lower()
        assert "bot of record" in (await wire.message("")).text.lower()

    on_wire(scene)


@pytest.mark.parametrize(
    ("content", "guild", "more"),
    [
        ("/who Anna Berg", SERVER, {}),
        ("/who Anna Berg", SERVER, {"mentions": [{"id": str(ME)}], "type": 19}),
        ("@everyone /who Anna Berg", SERVER, {"mention_everyone": True}),
        (f"<@&{ME}> /who Anna Berg", SERVER, {}),
        (f"<@{ME}> hello", SERVER, {"author": {"id": "9", "username": "b", "bot": True}}),
        (f"<@{ME}> hello", SERVER, {"webhook_id": "9"}),
        ("hello", None, {"author": {"id": str(ME), "username": "readout", "bot": True}}),
        (f"<@{ME}>", SERVER, {"type": 7}),
    ],
    ids=["no mention", "reply ping", "everyone", "role", "bot", "webhook", "itself", "system"],
)
def test_nothing_happens_unless_the_bot_is_asked(
    on_wire: Run, content: str, guild: int | None, more: dict[str, Any]
) -> None:
    """Other talk, bots, webhooks, its own messages and pings by reply are left alone."""
    author = more.get("author")
    if author:
        author |= {"discriminator": "0", "avatar": None}
    for mention in more.get("mentions", []):
        mention |= {"username": "readout", "discriminator": "0", "avatar": None}

    async def scene(wire: Wire) -> None:
        await wire.message(content, guild=guild, answered=False, more=more)

    on_wire(scene)


def test_whatever_fails_is_answered_with_a_reference_that_stands_in_the_log(
    on_wire: Run, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Commands, completion, presses, menus, messages: each reply has a reference, none is silent.

    The log has it beside the trace, and at the default level nothing of what was typed.
    """

    def broken(_service: Service, *_question: object) -> Any:  # noqa: ANN401  # never returns
        raise RuntimeError("painted blue")

    async def scene(wire: Wire) -> None:
        card = await wire.slash("who", name="anna-berg")
        monkeypatch.setattr(Service, "answer", broken)
        replies = [
            await wire.slash("who", name="painted blue"),
            await wire.press(card, "Quotes"),
            await wire.context_menu(CHECK, "painted blue"),
            await wire.message("painted blue"),
        ]
        for reply in replies:
            reference = reply.text.split("`")[1]
            assert f"reference {reference}:" in caplog.text
        assert all(reply.is_private for reply in replies[:3])
        monkeypatch.setattr(Service, "asking", broken)
        assert (await wire.complete("who", "name", "painted blue")).choices == []

    caplog.set_level(logging.INFO)
    on_wire(scene)
    assert caplog.text.count("in broken: raise RuntimeError") == 5
    assert "painted blue" not in caplog.text.replace('RuntimeError("painted blue")', "")


def test_the_commands_are_those_of_the_table(on_wire: Run) -> None:
    """Each command and option of the table is declared, for all contexts and installs."""

    async def scene(wire: Wire) -> None:
        await asyncio.sleep(0)
        commands = {command["name"]: command for command in declared(wire.bot.tree)}
        assert set(commands) == {*(c.name for c in COMMANDS), "reload", "status", LOOK_UP, CHECK}
        for name, made in commands.items():
            assert made["contexts"] == [0, 1, 2]
            assert made["integration_types"] == [0, 1]
            hidden = name in {"reload", "status"}
            assert made["default_member_permissions"] == (0 if hidden else None)
        for command in COMMANDS:
            made = commands[command.name]
            assert made["description"] == command.about
            *options, private = made["options"]
            assert private["name"] == "private"
            assert [o["name"] for o in options] == [o.name for o in command.options]
            assert all(o["autocomplete"] for o in options)
            assert [o["required"] for o in options] == [o.required for o in command.options]

    on_wire(scene)


def test_the_examples_that_the_bot_offers_all_work(on_wire: Run) -> None:
    """Every button of /about leads to something that is found."""

    async def scene(wire: Wire) -> None:
        about = await wire.slash("about")
        for example in examples(wire.bot.service.desk.current.base):
            reply = await wire.press(about, example)
            assert "Nothing found" not in reply.text
            assert "Not understood" not in reply.text

    on_wire(scene)


def test_no_privileged_intent_is_asked_for(on_wire: Run) -> None:
    """The bot is told of servers and messages, not of members, presences or contents."""

    async def scene(wire: Wire) -> None:
        await asyncio.sleep(0)
        intents = wire.bot.intents
        assert {name for name, on in intents if on} == {"guilds", "guild_messages", "dm_messages"}

    on_wire(scene)
