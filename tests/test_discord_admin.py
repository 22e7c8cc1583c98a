"""What administrators alone may do, tried by everybody, everywhere."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import pytest
from folders import write
from wired import (
    CONFIGURED,
    EDITOR,
    IN_DM,
    IN_FOREIGN_SERVER,
    IN_SERVER,
    MEMBER,
    OWNER,
    STRANGER,
    Place,
    Wire,
    wired,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

BASE = "sources:\n  log: {title: The log, kind: official, language: en}\n"
FAULTY = BASE + "topics:\n" + "".join(f"  x{n}: {{name: N, oops: 1}}\n" for n in range(40))
TEAM_OWNER, ADMIN, DEVELOPER, READER, INVITED = 31, 32, 33, 34, 35


def play(folder: Path, patch: pytest.MonkeyPatch, scene: Callable[[Wire], Awaitable[None]]) -> None:
    """Run a scene with a bot on a folder."""

    async def run() -> None:
        async with wired(folder, patch) as wire:
            await scene(wire)

    asyncio.run(run())


def team() -> dict[str, Any]:
    """Build a team with a member of each kind."""
    members = [(ADMIN, 2, "admin"), (DEVELOPER, 2, "developer"), (READER, 2, "read_only")]
    members += [(TEAM_OWNER, 2, "admin"), (INVITED, 1, "developer")]
    return {
        "id": "5",
        "name": "The team",
        "icon": None,
        "owner_user_id": str(TEAM_OWNER),
        "members": [
            {
                "membership_state": state,
                "role": role,
                "team_id": "5",
                "permissions": ["*"],
                "user": {"id": str(id_), "username": "u", "discriminator": "0", "avatar": None},
            }
            for id_, state, role in members
        ],
    }


@pytest.mark.parametrize(
    ("who", "where", "may"),
    [
        (OWNER, IN_SERVER, True),
        (OWNER, IN_DM, True),
        (OWNER, IN_FOREIGN_SERVER, True),
        (CONFIGURED, IN_SERVER, True),
        (CONFIGURED, IN_DM, True),
        (EDITOR, IN_SERVER, True),
        (EDITOR, IN_DM, False),  # a direct message has no roles
        (EDITOR, IN_FOREIGN_SERVER, False),
        (MEMBER, IN_SERVER, False),  # though an administrator of the server
        (MEMBER, IN_DM, False),
        (STRANGER, IN_FOREIGN_SERVER, False),
    ],
)
def test_only_administrators_of_the_bot_may(  # noqa: PLR0913, PLR0917  # one for each of who, where, whether
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    who: int,
    where: Place,
    may: bool,  # noqa: FBT001  # a parameter of the table
) -> None:
    """The owner, configured users and configured roles; a server's administrators are nobody."""
    caplog.set_level(logging.INFO)

    async def scene(wire: Wire) -> None:
        for command, shows in (("reload", "nothing has changed"), ("status", "Uptime")):
            reply = await wire.slash(command, by=who, where=where, private=False)
            assert reply.kinds == [5]
            assert (shows in reply.text) is may
            if not may:
                assert "For administrators only" in reply.text
                assert reply.is_private
                assert f"refused /{command}" in caplog.text
        assert wire.bot.service.counts.refusals == (0 if may else 2)

    play(write(tmp_path, base=BASE), monkeypatch, scene)
    assert str(who) not in caplog.text


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
def test_of_a_team_those_may_who_develop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, who: int, *, may: bool
) -> None:
    """Whoever only reads in a team, or has not accepted, is no administrator."""

    async def scene(wire: Wire) -> None:
        wire.team = team()
        reply = await wire.slash("status", by=who)
        assert ("Uptime" in reply.text) is may

    play(write(tmp_path, base=BASE), monkeypatch, scene)


def test_who_owns_the_application_is_asked_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who leaves the team while the bot runs may no longer."""

    async def scene(wire: Wire) -> None:
        wire.team = team()
        assert "Uptime" in (await wire.slash("status", by=ADMIN)).text
        wire.team = None
        assert "For administrators only" in (await wire.slash("status", by=ADMIN)).text

    play(write(tmp_path, base=BASE), monkeypatch, scene)


def test_every_fault_is_told_in_pages_that_administrators_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken folder: the old edition stays, the faults are paged, strangers cannot turn them."""

    async def scene(wire: Wire) -> None:
        before = wire.bot.service.desk.current
        write(tmp_path, base=FAULTY)
        page = await wire.slash("reload", by=CONFIGURED)
        assert page.is_private
        assert wire.bot.service.desk.current is before
        assert "Not reloaded: 40 faults".upper() in page.text
        refused = await wire.press(page, "Next", by=STRANGER)
        assert "base.yaml" not in refused.text
        text = page.text
        while not page.button("Next")["disabled"]:
            page = await wire.press(page, "Next", by=CONFIGURED)
            text += page.text
        for line in range(4, 44):
            assert f"base.yaml:{line}:" in text
        later = await wire.slash("reload", by=CONFIGURED)
        assert "This report is gone" in (await wire.press(page, "First", by=CONFIGURED)).text
        assert later.button("Next")

    play(write(tmp_path, base=BASE), monkeypatch, scene)


def test_a_report_is_shown_to_all_only_on_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Administrators' answers are private unless they say otherwise."""

    async def scene(wire: Wire) -> None:
        assert (await wire.slash("reload", by=CONFIGURED)).is_private
        assert (await wire.slash("status", by=CONFIGURED)).is_private
        assert not (await wire.slash("status", by=CONFIGURED, private=False)).is_private

    play(write(tmp_path, base=BASE), monkeypatch, scene)


def test_status_counts_answers_and_misses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Edition, uptime, latency, shards, answers served, and how many found nothing."""

    async def scene(wire: Wire) -> None:
        await wire.slash("source", name="log")
        await wire.slash("who", name="Ptolemy")
        text = (await wire.slash("status", by=CONFIGURED)).text
        edition = wire.bot.service.desk.current.fingerprint
        assert f"Edition {edition}" in text
        assert "Answers served 2" in text
        assert "Nothing found 50.0%" in text
        for word in ("Uptime", "Gateway latency", "Shards", "Refused attempts 0"):
            assert word in text

    play(write(tmp_path, base=BASE), monkeypatch, scene)
