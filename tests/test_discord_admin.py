"""What administrators alone may do, tried by everybody, everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from folders import write
from standin.disturbing import Trouble
from standin.world import (
    ADMIN,
    CONFIGURED,
    DEVELOPER,
    EDITOR,
    IN_DM,
    IN_FOREIGN_SERVER,
    IN_PRIVATE_CHANNEL,
    IN_SERVER,
    INVITED,
    MEMBER,
    OWNER,
    READER,
    STRANGER,
    TEAM_OWNER,
    Place,
    team,
)

from bot.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standin.acting import Discord
    from standin.processes import BotProcess

BASE = "sources:\n  log: {title: The log, kind: official, language: en}\n"
MORE = BASE + "topics:\n  ships: {name: Ships}\n  sails: {name: Sails}\n"
CHANGED = BASE + "topics:\n  ships: {name: Great ships}\n  masts: {name: Masts}\n"
FAULTY = BASE + "topics:\n" + "".join(f"  x{n}: {{name: N, oops: 1}}\n" for n in range(40))


@pytest.fixture(autouse=True)
def _as_before(discord: Discord, folder: Path) -> Iterator[None]:
    """Leave the bot with the base that it started with, and its owner in charge."""
    yield
    discord.standin.rest.team = None
    write(folder, base=BASE)
    assert "RELOADED" in discord.slash("reload", by=CONFIGURED).text


@pytest.mark.parametrize(
    ("who", "where", "may"),
    [
        (OWNER, IN_SERVER, True),
        (OWNER, IN_DM, True),
        (OWNER, IN_FOREIGN_SERVER, True),
        (OWNER, IN_PRIVATE_CHANNEL, True),
        (CONFIGURED, IN_SERVER, True),
        (CONFIGURED, IN_DM, True),
        (CONFIGURED, IN_FOREIGN_SERVER, True),
        (EDITOR, IN_SERVER, True),
        (EDITOR, IN_DM, False),  # a direct message has no roles
        (EDITOR, IN_FOREIGN_SERVER, False),
        (MEMBER, IN_SERVER, False),  # though an administrator of the server
        (MEMBER, IN_DM, False),
        (MEMBER, IN_PRIVATE_CHANNEL, False),
        (STRANGER, IN_SERVER, False),
        (STRANGER, IN_FOREIGN_SERVER, False),
        (STRANGER, IN_DM, False),
    ],
)
@pytest.mark.parametrize(
    ("command", "shows"), [("reload", "NOTHING HAS CHANGED"), ("status", "Uptime")]
)
def test_only_administrators_of_the_bot_may(  # noqa: PLR0913, PLR0917  # one for each of who, where, what
    discord: Discord,
    bot: BotProcess,
    who: int,
    where: Place,
    may: bool,  # noqa: FBT001  # a parameter of the table
    command: str,
    shows: str,
) -> None:
    """The owner, configured users and configured roles; a server's administrators are nobody."""
    before = bot.log.count(f"refused /{command}")
    reply = discord.slash(command, by=who, where=where)
    assert reply.kinds == [5]
    assert reply.is_private
    assert (shows in reply.text) is may
    assert ("For administrators only" in reply.text) is not may
    assert bot.log.count(f"refused /{command}") - before == (not may)
    assert str(who) not in bot.log


@pytest.mark.parametrize("command", ["reload", "status"])
def test_nobody_makes_a_refusal_public(discord: Discord, command: str) -> None:
    """A stranger who asks for an answer to all gets the refusal alone."""
    reply = discord.slash(command, by=STRANGER, private=False)
    assert [said.is_private for said in reply.all] == [True]


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (TEAM_OWNER, True),
        (ADMIN, True),
        (DEVELOPER, True),
        (READER, False),
        (INVITED, False),
        (OWNER, False),
    ],
)
def test_of_a_team_those_may_who_develop(discord: Discord, who: int, *, may: bool) -> None:
    """Whoever only reads in a team, or has not accepted, is no administrator."""
    discord.standin.rest.team = team()
    assert ("Uptime" in discord.slash("status", by=who).text) is may


def test_who_owns_the_application_is_asked_each_time(discord: Discord) -> None:
    """Somebody who leaves the team while the bot runs may no longer."""
    discord.standin.rest.team = team()
    assert "Uptime" in discord.slash("status", by=ADMIN).text
    discord.standin.rest.team = None
    assert "For administrators only" in discord.slash("status", by=ADMIN).text


def test_where_discord_does_not_say_who_owns_it_the_last_answer_counts(
    discord: Discord, bot: BotProcess
) -> None:
    """An owner may go on while Discord cannot tell; a stranger still may not."""
    for who, may in ((OWNER, True), (STRANGER, False)):
        broken = Trouble(path="/oauth2/applications/@me", status=503, body={})
        discord.standin.troubles.planned.append(broken)
        assert ("Uptime" in discord.slash("status", by=who).text) is may
        assert broken.times == 0
    assert "who owns the application" in bot.log


def test_a_reload_tells_what_changed_by_kind_with_titles(discord: Discord, folder: Path) -> None:
    """Added, changed and removed records stand under headings of their own; answers are new."""
    write(folder, base=MORE)
    added = discord.slash("reload", by=CONFIGURED)
    assert "RELOADED: 2 CHANGES" in added.text
    assert "Topics added: Sails id: sails Ships id: ships" in added.text
    write(folder, base=CHANGED)
    text = discord.slash("reload", by=OWNER, where=IN_DM).text
    assert "Topics added: Masts" in text
    assert "Topics changed: Great ships id: ships Changed: name" in text
    assert "Topics removed: Sails" in text
    assert Edition.load(folder).fingerprint in text
    assert Edition.load(folder).fingerprint in discord.slash("about").text


def test_every_fault_is_told_in_pages_that_administrators_turn(
    discord: Discord, folder: Path
) -> None:
    """A broken folder: the old edition stays, the faults are paged, strangers cannot turn them."""
    before = Edition.load(folder).fingerprint
    write(folder, base=FAULTY)
    page = discord.slash("reload", by=CONFIGURED)
    assert page.is_private
    assert "NOT RELOADED: 40 FAULTS" in page.text
    refused = discord.press(page, "Next", by=STRANGER)
    assert refused.is_private
    assert "base.yaml" not in refused.text
    text = page.text
    while "Next" in page.labels():
        turned = discord.press(page, "Next", by=CONFIGURED)
        assert turned.kinds == [6]  # in time, though Discord may have to be asked first
        assert turned.message["id"] == page.message["id"]
        page = turned
        text += page.text
    for line in range(4, 44):
        assert f"base.yaml:{line}:" in text
    assert f"Edition {before}" in discord.slash("about").text


def test_a_report_of_faults_that_is_not_kept_is_made_again(discord: Discord, folder: Path) -> None:
    """Behind a newer report, as after a restart, the folder is checked anew, and nothing loaded."""
    before = Edition.load(folder).fingerprint
    write(folder, base=FAULTY)
    report = discord.slash("reload", by=CONFIGURED)
    assert "checked again" not in discord.press(report, "Next", by=CONFIGURED).text
    discord.slash("reload", by=CONFIGURED)
    write(folder, base=FAULTY.replace("oops", "eh"))
    anew = discord.press(report, "Next", by=CONFIGURED)
    assert anew.message["id"] == report.message["id"]
    assert "page 2 of" in anew.text
    assert "The folder was checked again" in anew.text
    assert "'eh'" in anew.text
    assert "checked again" not in discord.press(anew, "Next", by=CONFIGURED).text
    write(folder, base=MORE)
    discord.slash("reload", by=CONFIGURED)
    write(folder, base=CHANGED)
    assert "no faults any more" in discord.press(report, "Next", by=CONFIGURED).text
    fingerprint = Edition.load(folder).fingerprint
    about = discord.slash("about").text
    assert fingerprint not in about
    assert before not in about


def test_a_report_of_changes_is_kept_until_the_next(discord: Discord, folder: Path) -> None:
    """What has changed is told once: its pages cannot be made again, and a press says so."""
    topics = "".join(f"  x{n}: {{name: Ship {n}}}\n" for n in range(40))
    write(folder, base=f"{BASE}topics:\n{topics}")
    report = discord.slash("reload", by=CONFIGURED)
    assert "page 2 of" in discord.press(report, "Next", by=CONFIGURED).text
    discord.slash("reload", by=CONFIGURED)
    assert "This report is gone" in discord.press(report, "Next", by=CONFIGURED).text


def test_a_public_report_is_turned_by_its_administrator_alone(
    discord: Discord, folder: Path
) -> None:
    """A report shown to all on request is still nobody else's to turn."""
    write(folder, base=FAULTY)
    reply = discord.slash("reload", by=CONFIGURED, private=False, messages=2)
    shown_below, report = reply.all
    assert shown_below.is_private
    assert not report.is_private
    assert "somebody else's" in discord.press(report, "Next", by=OWNER).text
    assert "page 2 of" in discord.press(report, "Next", by=CONFIGURED).text


def test_somebody_who_is_no_administrator_any_more_turns_nothing(
    discord: Discord, folder: Path
) -> None:
    """Whoever was one when the report was made is asked again at each page."""
    discord.standin.rest.team = team()
    write(folder, base=FAULTY)
    report = discord.slash("reload", by=ADMIN)
    discord.standin.rest.team = None
    refused = discord.press(report, "Next", by=ADMIN)
    assert "For administrators only" in refused.text
    assert "base.yaml" not in refused.text


def test_status_says_how_the_bot_is_doing(discord: Discord, folder: Path) -> None:
    """Edition, uptime, latency, shards, answers served, how many found nothing, and refusals."""

    def served() -> int:
        text = discord.slash("status", by=CONFIGURED).text
        return int(text.split("Answers served ")[1].split()[0])

    before = served()
    discord.slash("source", name="log")
    discord.slash("who", name="Ptolemy")
    assert served() == before + 2
    public = discord.slash("status", by=CONFIGURED, private=False, messages=2).all[-1]
    assert not public.is_private
    assert f"Edition {Edition.load(folder).fingerprint}" in public.text
    for word in ("Uptime", "Gateway latency", " ms", "Shards 1", "Nothing found", "Refused"):
        assert word in public.text
