"""Plain words and context menus: what is asked of the bot is answered, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import ships
from standin.disturbing import Trouble
from standin.world import (
    IN_DM,
    IN_SERVER,
    ME,
    MEMBER,
    PLACES,
    ROLE,
    STRANGER,
    Place,
    user,
)

from bot.cogs.lookup import CHECK, LOOK_UP

if TYPE_CHECKING:
    from standin.acting import Discord
    from standin.processes import BotProcess

BASE = ships.BASE
#: Words that nobody in the base has said.
TALK = "Custard tastes best on an umbrella in spring, and so the committee met again at noon. " * 5
in_places = pytest.mark.parametrize("where", PLACES, ids=lambda place: place.name)
#: Questions as people write them, and a word that the answer has.
PLAIN = [
    ("who is Anna Berg?", "Anna Berg"),
    ("Анна Берг", "Anna Berg"),
    ("кто такая Анна Берг?", "Anna Berg"),
    ("/who anna berg", "Anna Berg"),
    ("/timeline about:ships", "The launch"),
    (f"/verify {ships.TRUE_WORDS}", "verbatim"),
]


@pytest.mark.parametrize(("text", "says"), PLAIN)
def test_direct_messages_are_answered_as_a_reply(discord: Discord, text: str, says: str) -> None:
    """A direct message gets one reply, to it, that pings nobody."""
    reply = discord.write(text)
    assert says.casefold() in reply.text.casefold()
    assert len(reply.all) == 1
    assert reply.body["message_reference"]["message_id"] == reply.exchange.told["id"]
    assert reply.body["message_reference"]["fail_if_not_exists"] is False
    assert reply.body["allowed_mentions"] == {"parse": [], "replied_user": False}


@pytest.mark.parametrize(
    "text", [f"<@{ME}> /who Anna Berg", f"/who Anna Berg <@!{ME}>", f"<@{ME}>\n/who Anna Berg"]
)
def test_in_a_server_a_mention_is_answered(discord: Discord, text: str) -> None:
    """Wherever in a message the bot is called, the rest is the question."""
    reply = discord.write(text, where=IN_SERVER)
    assert reply.title == "Anna Berg"
    assert discord.press(reply, "Quotes").title.startswith("Quotes")
    assert discord.press(reply, "Quotes", by=STRANGER).is_private


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("who is Ptolemy?", "Nothing found"),
        ("/who anna", "Several are meant equally well"),
        ("/timeline since:the day after", "Not understood"),
        ("/lookup x", "Not understood"),
        ("🙂", "Edition"),
        ("@everyone ||x|| <@11>", "Edition"),
        ("a" * 2_000, "Edition"),
    ],
)
def test_whatever_is_written_gets_a_reply(discord: Discord, text: str, words: str) -> None:
    """Misses, choices, mistakes and nonsense are answered too; buttons work in a direct message."""
    reply = discord.write(text)
    assert words in reply.text
    if reply.controls() and reply.controls()[0]["type"] == 3:
        value = reply.menu()["options"][0]["value"]
        assert discord.choose(reply, value, where=IN_DM).kinds == [7]


@pytest.mark.parametrize("name", ["reload", "status"])
def test_what_is_a_command_alone_is_said_to_be(discord: Discord, name: str) -> None:
    """Whoever writes an administrators' command as a message hears how it is used; none is run."""
    for reply in (
        discord.write(f"/{name} private:false"),
        discord.write(f"<@{ME}> /{name.upper()}", where=IN_SERVER),
    ):
        assert f"choose `{name}` from the list" in reply.text
    assert "list that Discord shows" not in discord.write(name).text


@pytest.mark.parametrize(("text", "where"), [(f"<@{ME}>", IN_SERVER), ("", IN_DM)])
def test_a_call_without_words_gets_help(discord: Discord, text: str, where: Place) -> None:
    """Somebody who only calls the bot hears what it is and how to ask."""
    assert "bot of record" in discord.write(text, where=where).text.lower()


@pytest.mark.parametrize(
    ("text", "where", "more"),
    [
        ("/who Anna Berg", IN_SERVER, {}),
        ("/who Anna Berg", IN_SERVER, {"mentions": [user(ME)], "type": 19}),
        ("@everyone /who Anna Berg", IN_SERVER, {"mention_everyone": True}),
        (f"<@&{ME}> /who Anna Berg", IN_SERVER, {"mention_roles": [str(ROLE)]}),
        (f"<@{ME}> hello", IN_SERVER, {"author": user(STRANGER, bot=True)}),
        (f"<@{ME}> hello", IN_SERVER, {"webhook_id": str(STRANGER)}),
        (f"<@{ME}> hello", IN_SERVER, {"author": user(ME)}),
        ("hello", IN_DM, {"author": user(ME)}),
        (f"<@{ME}>", IN_SERVER, {"type": 7}),
        (f"<@{MEMBER}> hello", IN_SERVER, {}),
    ],
    ids=[
        "no mention",
        "reply ping",
        "everyone",
        "role",
        "another bot",
        "webhook",
        "itself",
        "itself in a DM",
        "system",
        "somebody else",
    ],
)
def test_nothing_happens_unless_the_bot_is_asked(
    discord: Discord, text: str, where: Place, more: dict[str, Any]
) -> None:
    """Other talk, bots, webhooks, its own messages and pings by reply are left alone."""
    discord.write_in_vain(text, where=where, **more)


def test_where_it_may_not_write_nothing_breaks(discord: Discord, bot: BotProcess) -> None:
    """A mention in a channel that is closed to the bot is logged, and the next is answered."""
    refused = {"message": "Missing Permissions", "code": 50013}
    path = f"/channels/{IN_SERVER.channel}/messages"
    closed = Trouble(method="POST", path=path, status=403, body=refused)
    discord.standin.troubles.planned.append(closed)
    discord.write_in_vain(f"<@{ME}> /about", where=IN_SERVER)
    assert closed.times == 0
    bot.wait_for_log("no permission to write there")
    assert discord.write(f"<@{ME}> /about", where=IN_SERVER).text


@in_places
def test_context_menus_ask_about_a_message(discord: Discord, where: Place) -> None:
    """Both menus answer from a message's text, or its embed's; among others privately."""
    is_private = where is not IN_DM
    checked = discord.context_menu(CHECK, ships.TRUE_WORDS, where=where)
    assert "Verdict: verbatim" in checked.text
    assert checked.is_private is is_private
    looked_up = discord.context_menu(LOOK_UP, "/who Anna Berg", where=where)
    assert looked_up.title == "Anna Berg"
    assert looked_up.is_private is is_private
    embed = {"type": "rich", "description": ships.TRUE_WORDS}
    embedded = discord.context_menu(CHECK, "", where=where, embeds=[embed])
    assert "Verdict: verbatim" in embedded.text
    for menu in (CHECK, LOOK_UP):
        assert "no text" in discord.context_menu(menu, "", where=where).text


FORWARDED = {
    "type": 0,
    "content": ships.TRUE_WORDS,
    "embeds": [],
    "attachments": [],
    "flags": 0,
    "timestamp": "2025-12-02T12:00:00+00:00",
    "edited_timestamp": None,
    "components": [],
}
DISPLAYED = {"type": 10, "id": 2, "content": ships.TRUE_WORDS}
ACCESSORY = {"type": 2, "style": 5, "id": 4, "label": "There", "url": "https://example.org"}
SECTION = {"type": 9, "id": 3, "components": [DISPLAYED], "accessory": ACCESSORY}
POLL = {
    "question": {"text": ships.TRUE_WORDS},
    "answers": [],
    "expiry": "2025-12-03T12:00:00+00:00",
    "allow_multiselect": False,
    "layout_type": 1,
}


@pytest.mark.parametrize(
    "said",
    [
        {"embeds": [{"type": "rich", "fields": [{"name": "He", "value": ships.TRUE_WORDS}]}]},
        {"message_snapshots": [{"message": FORWARDED}]},
        {"components": [{"type": 17, "id": 1, "components": [DISPLAYED]}], "flags": 32_768},
        {"components": [{"type": 17, "id": 1, "components": [SECTION]}], "flags": 32_768},
        {"poll": POLL},
    ],
    ids=["fields of an embed", "forwarded", "components", "section", "poll"],
)
def test_a_message_is_read_wherever_its_words_stand(discord: Discord, said: dict[str, Any]) -> None:
    """A message without text of its own may say something in other ways, in a DM as well."""
    assert "Verdict: " in discord.context_menu(CHECK, "", **said).text
    assert ships.TRUE_WORDS in discord.context_menu(LOOK_UP, "", **said).text
    assert ships.TRUE_WORDS in discord.write("", **said).text


def test_an_answer_of_the_bot_is_not_checked_against_itself(discord: Discord) -> None:
    """Whoever uses a menu on one of its own cards is told what the menus are for."""
    card = discord.slash("verify", words=ships.TRUE_WORDS).components
    for menu in (CHECK, LOOK_UP):
        reply = discord.context_menu(menu, "", author=user(ME), components=card, flags=32_768)
        assert reply.is_private
        assert "answer of mine" in reply.text


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("nothing on this ship was ever painted red", "altered"),
        ("custard tastes best on an umbrella in spring", "not found"),
        (f"“{ships.TRUE_WORDS}” – Anna Holm", "misattributed"),
        ("x" * 4_000, "Edition"),
        ("?", "Edition"),
    ],
)
def test_any_message_can_be_checked(discord: Discord, text: str, verdict: str) -> None:
    """Whatever a message says, a check of it is answered."""
    assert verdict in discord.context_menu(CHECK, text).text


@pytest.mark.parametrize("way", ["menu", "command", "message"])
def test_a_long_text_is_checked_to_the_end(discord: Discord, way: str) -> None:
    """What is too long for buttons to ask again is answered with all its pages at once."""
    words = f"{TALK} {ships.TRUE_WORDS} {TALK} come in and find out {TALK}"
    if way == "menu":
        first = discord.context_menu(CHECK, words)
    elif way == "command":
        first = discord.slash("verify", words=words)
    else:
        first = discord.write(f"/verify {words}")
    count = int(first.all[0].texts()[-1].partition(" · page 1 of ")[2].split()[0])
    assert count > 1
    assert discord.has_sent(first, count)
    for number, page in enumerate(first.all, start=1):
        assert f"page {number} of {count}" in page.text
        assert "too long" not in page.text
        assert page.is_private is first.is_private
    text = " ".join(page.text for page in first.all)
    assert ships.TRUE_WORDS in text
    assert "come in and find out" in text


def test_nothing_that_was_asked_is_in_the_log(discord: Discord, bot: BotProcess) -> None:
    """At the default level the log names no words, no users and no token."""
    discord.write("/who Secretword Person")
    discord.slash("verify", words="another secretword")
    discord.complete("who", "name", "secretwo")
    discord.press_id("secretword")
    log = bot.log.lower()
    assert "secretwo" not in log
    assert str(MEMBER) not in log
    assert "mtewm" not in log
