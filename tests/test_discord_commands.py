"""Every command and option in every place, as members use them, over the stand-in for Discord."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import ships
from standin.world import (
    IN_DM,
    IN_FOREIGN_SERVER,
    IN_PRIVATE_CHANNEL,
    IN_SERVER,
    PLACES,
    Place,
)

from bot.answers.commands import COMMANDS
from bot.answers.model import Status, Verdict
from bot.edition import Edition

if TYPE_CHECKING:
    from pathlib import Path

    from standin.acting import Discord

BASE = ships.BASE
in_places = pytest.mark.parametrize("where", PLACES, ids=lambda place: place.name)

#: A question for each command and combination of options, and what the card says under its title.
FOUND: list[tuple[str, dict[str, Any], str]] = [
    ("who", {"name": "anna-berg"}, "Drawn from official readouts"),
    ("who", {"name": "Анна Берг"}, "Drawn from official readouts"),
    ("timeline", {}, "Drawn from official readouts and reports"),
    ("timeline", {"about": "ships"}, "Drawn from official readouts and reports"),
    ("timeline", {"since": "2025", "until": "2026"}, "Drawn from official readouts"),
    ("timeline", {"about": "Anna Berg", "since": "2025-12"}, "Drawn from official readouts"),
    ("quote", {}, "Drawn from official readouts and opinion pieces"),
    ("quote", {"words": "painted blue"}, "Drawn from official readouts"),
    ("quote", {"speaker": "anna-holm"}, "Drawn from opinion pieces only"),
    ("quote", {"topic": "ships", "speaker": "anna-berg"}, "Drawn from official readouts"),
    ("topic", {"name": "ships"}, "Drawn from official readouts"),
    ("verify", {"words": ships.TRUE_WORDS}, "Verdict: verbatim"),
    ("verify", {"words": ships.TRUE_WORDS, "speaker": "Anna Berg"}, "Verdict: verbatim"),
    ("source", {}, "Drawn from"),
    ("source", {"name": "log"}, "Drawn from"),
    ("about", {}, "Edition"),
]
OTHERWISE: list[tuple[str, dict[str, Any], str, Status]] = [
    ("who", {"name": "anna"}, "Several are meant equally well", Status.AMBIGUOUS),
    ("who", {"name": "Ptolemy"}, "Nothing found", Status.NOT_FOUND),
    ("timeline", {"about": "Ptolemy"}, "Nothing found", Status.NOT_FOUND),
    ("timeline", {"since": "the day after"}, "Not understood", Status.INVALID),
    ("timeline", {"since": "2026", "until": "2025"}, "Not understood", Status.INVALID),
    ("quote", {"words": "umbrella custard"}, "Nothing found", Status.NOT_FOUND),
    ("quote", {"speaker": "anna"}, "Several are meant equally well", Status.AMBIGUOUS),
    ("topic", {"name": "Ptolemy"}, "Nothing found", Status.NOT_FOUND),
    (
        "verify",
        {"words": "nothing on this ship was ever painted red"},
        "Verdict: altered",
        Status.FOUND,
    ),
    (
        "verify",
        {"words": ships.TRUE_WORDS, "speaker": "anna-holm"},
        "Verdict: misattributed",
        Status.FOUND,
    ),
    (
        "verify",
        {"words": "custard tastes best on an umbrella in spring"},
        "Verdict: not found in this base",
        Status.NOT_FOUND,
    ),
    ("source", {"name": "Ptolemy"}, "Nothing found", Status.NOT_FOUND),
]


def test_the_table_above_leaves_nothing_out() -> None:
    """Each command, option, status and verdict is tried."""
    tried = {(name, option) for name, options, *_ in (*FOUND, *OTHERWISE) for option in options}
    every = {(command.name, option.name) for command in COMMANDS for option in command.options}
    assert tried == every
    assert {name for name, *_ in FOUND} == {command.name for command in COMMANDS}
    assert {status for *_, status in OTHERWISE} == set(Status)
    verdicts = {words for *_, words, _ in OTHERWISE if "Verdict" in words}
    assert len(verdicts | {"verbatim"}) == len(Verdict)


@in_places
@pytest.mark.parametrize(("name", "options", "says"), FOUND)
def test_what_is_found_is_answered_everywhere(
    discord: Discord, where: Place, name: str, options: dict[str, Any], says: str
) -> None:
    """Each command, with each of its options, is answered once, at once and for all to see."""
    reply = discord.slash(name, where=where, **options)
    assert reply.kinds == [4]
    assert len(reply.all) == 1
    assert says in reply.text
    assert not reply.is_private
    assert "Edition" in reply.text


@in_places
@pytest.mark.parametrize(("name", "options", "says", "status"), OTHERWISE)
def test_what_is_not_found_is_answered_too(  # noqa: PLR0913, PLR0917  # one for each column
    discord: Discord,
    where: Place,
    name: str,
    options: dict[str, Any],
    says: str,
    status: Status,
) -> None:
    """A miss or a mistake is for the asker alone, but where nobody else is; a choice is not."""
    reply = discord.slash(name, where=where, **options)
    assert reply.kinds == [4]
    assert says in reply.text
    is_miss = status in {Status.NOT_FOUND, Status.INVALID}
    assert reply.is_private is (is_miss and where is not IN_DM)


@in_places
@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_can_be_kept_to_oneself(discord: Discord, where: Place, name: str) -> None:
    """With 'private' an answer is the asker's alone, wherever it is asked."""
    options: dict[str, Any] = next(options for known, options, _ in FOUND if known == name)
    assert discord.slash(name, where=where, private=True, **options).is_private
    assert not discord.slash(name, where=where, private=False, **options).is_private


@in_places
@pytest.mark.parametrize(
    ("name", "option"), [(c.name, o.name) for c in COMMANDS for o in c.options]
)
def test_every_option_completes(discord: Discord, where: Place, name: str, option: str) -> None:
    """Each option offers something before the first key, and whatever is typed is answered."""
    assert discord.complete(name, option, "", where=where).choices
    for typed in ("a", "anna", "xqz", "2025", "Берг", "谢", "x" * 100, "*_`<@11>", "\u202e"):
        assert discord.complete(name, option, typed, where=where).kinds == [8]


def test_what_is_offered_says_what_it_is(discord: Discord) -> None:
    """Labels name the kind of thing; values are ids."""
    offered = discord.complete("timeline", "about", "").choices
    assert {"name": "Anna Berg (person)", "value": "anna-berg"} in offered
    assert {"name": "Ships (topic)", "value": "ships"} in offered
    assert [c["value"] for c in discord.complete("who", "name", "ann").choices] == [
        "anna-berg",
        "anna-holm",
    ]


@pytest.mark.parametrize(
    ("name", "option"), [(c.name, o.name) for c in COMMANDS for o in c.options]
)
def test_a_choice_its_label_and_the_typed_name_mean_the_same(
    discord: Discord, name: str, option: str
) -> None:
    """Whoever types what an offer says, instead of choosing it, gets the same answer."""
    needed: dict[str, Any] = {"verify": {"words": ships.TRUE_WORDS}}.get(name, {})
    offers = discord.complete(name, option, "").choices[:8]
    for offer in offers:
        chosen = discord.slash(name, **{**needed, option: offer["value"]})
        typed = discord.slash(name, **{**needed, option: offer["name"]})
        assert "Nothing found" not in chosen.text
        assert "not found" not in chosen.text
        assert "Not understood" not in chosen.text
        assert typed.texts() == chosen.texts(), offer
    if option == "words":
        assert len({discord.slash(name, words=o["value"]).text for o in offers}) == len(offers)


def test_what_a_record_or_a_member_writes_is_never_markup(discord: Discord) -> None:
    """Pings, links, spoilers and text that runs the other way are shown as words."""
    recorded = discord.slash("quote", speaker="anna-holm")
    (shown,) = [line for text in recorded.texts() for line in text.split("\n") if "evil" in line]
    assert shown.startswith("> \u2068see \\[here\\](https\\://evil.example)")
    assert shown.endswith("\\|\\|this\\|\\| \\@everyone \\<\\@11> \\*\\*now\\*\\* שלום\u2069")
    assert ships.WILD_WORDS in recorded.text.replace("\u2068", "")
    asked = discord.slash("who", name="@everyone ||x|| [a](https://b.example) \u202eabc")
    assert "\u202e" not in str(asked.components)
    assert not any(re.search(r"(?<!\\)\]\(http", text) for text in asked.texts())


def test_sources_are_linked_where_they_have_an_address(discord: Discord) -> None:
    """The numbers at the foot name paragraph, title, publisher and date; the title is a link."""
    foot = "\n".join(discord.slash("who", name="anna-berg").texts())
    assert "[The log](<https://example.org/log>) · Harbour Office · 1 December 2025" in foot
    assert "\\[1\\] ¶3" in foot


def test_a_card_names_the_edition_that_it_is_drawn_from(discord: Discord, folder: Path) -> None:
    """The foot of a card is the fingerprint of the base."""
    fingerprint = Edition.load(folder).fingerprint
    assert f"Edition {fingerprint}" in discord.slash("who", name="anna-berg").text


def test_what_an_older_registration_offered_gets_a_reply(discord: Discord) -> None:
    """Unknown commands, options and menus are answered, never left hanging."""
    assert "has changed" in discord.slash("lookup", name="x").text
    assert "has changed" in discord.slash("who").text
    assert "has changed" in discord.slash("who", who="x").text
    assert "has changed" in discord.context_menu("Old menu", "x").text
    assert discord.complete("lookup", "name", "x").choices == []
    assert discord.complete("who", "who", "x").choices == []
    assert "older version" in discord.submit_form("a form").text


@pytest.mark.parametrize("where", [IN_SERVER, IN_FOREIGN_SERVER, IN_PRIVATE_CHANNEL, IN_DM])
def test_long_questions_are_answered(discord: Discord, where: Place) -> None:
    """As much as Discord lets anybody type is taken, and does not break the card."""
    for name, option, length in (("who", "name", 300), ("verify", "words", 2_000)):
        asked: dict[str, Any] = {option: "@ [x](y) " * (length // 9)}
        reply = discord.slash(name, where=where, **asked)
        assert "Nothing found" in reply.text or "not found in this base" in reply.text
