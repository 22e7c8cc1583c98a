"""What Discord is told of the commands, where, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import ships
from folders import write
from standin.disturbing import Trouble
from standin.fixtures import audited
from standin.processes import BotProcess
from standin.world import IN_DM, IN_SERVER, ME, SERVER

from bot.answers.commands import COMMANDS
from bot.cogs.lookup import CHECK, LOOK_UP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standin.acting import Discord
    from standin.world import Json

GLOBAL = f"/applications/{ME}/commands"
OF_SERVER = f"/applications/{ME}/guilds/{SERVER}/commands"
_INTENTS = {"guilds": 1 << 0, "guild messages": 1 << 9, "direct messages": 1 << 12}


class Stage:
    """A stand-in on which bots run one after the other; each test looks at what the first did."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        """Start the stand-in and let a first bot register its commands."""
        self.discord: Discord = audited()
        self._folder = write(factory.mktemp("ships"), base=ships.BASE)
        self._log = factory.mktemp("log") / "bot.log"
        self.old: list[str] = []  # what a command of an older registration was answered
        self.first = self.run_bot()

    @property
    def held(self) -> dict[str, Json]:
        """The commands that Discord has."""
        return self.discord.standin.rest.commands[None]

    def run_bot(self, **settings: str) -> tuple[list[tuple[str, str]], str]:
        """Let a bot start and stop; return the registrations that it asked for, and its log."""
        before = len(self.discord.standin.requests)
        bot = BotProcess(self.discord, self._folder, self._log, **settings)
        try:
            self.discord.wait_for_bot()
            asked = [(r.method, r.path) for r in self.discord.standin.requests[before:]]
            for where in (IN_SERVER, IN_DM):
                self.old.append(self.discord.slash("lookup", where=where, name="x").text)
        finally:
            bot.stop()
        return [request for request in asked if request[1].endswith("/commands")], bot.log


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Set the stage, and see that nothing was amiss."""
    stage = Stage(tmp_path_factory)
    yield stage
    faults = stage.discord.standin.faults
    stage.discord.close()
    assert not faults


def test_the_first_start_registers_the_commands_globally(stage: Stage) -> None:
    """Where there are none, all are registered in one request."""
    asked, log = stage.first
    assert asked == [("GET", GLOBAL), ("PUT", GLOBAL)]
    assert "commands registered" in log


def test_the_commands_are_those_of_the_table(stage: Stage) -> None:
    """Each command and option of the table is declared, for all contexts and installs."""
    held = stage.held
    assert set(held) == {*(c.name for c in COMMANDS), "reload", "status", LOOK_UP, CHECK}
    for name, made in held.items():
        assert made["contexts"] == [0, 1, 2]
        assert made["integration_types"] == [0, 1]
        is_hidden = name in {"reload", "status"}
        assert made["default_member_permissions"] == ("0" if is_hidden else None)
    for name in ("reload", "status"):
        assert [option["name"] for option in held[name]["options"]] == ["private"]
    for command in COMMANDS:
        made = held[command.name]
        assert made["description"] == command.about
        *options, private = made["options"]
        assert private["name"] == "private"
        assert private["type"] == 5
        assert [option["name"] for option in options] == [o.name for o in command.options]
        assert all(option["autocomplete"] for option in options)
        assert [option["required"] for option in options] == [o.required for o in command.options]
    assert {held[name]["type"] for name in (LOOK_UP, CHECK)} == {3}


def test_no_privileged_intent_is_asked_for(stage: Stage) -> None:
    """The bot is told of servers and messages, not of members, presences or contents."""
    identified = next(f for f in stage.discord.standin.gateway.received if f["op"] == 2)
    told: dict[str, Any] = identified["d"]
    assert told["intents"] == sum(_INTENTS.values())


def test_an_older_registration_still_gets_replies(stage: Stage) -> None:
    """Commands that an older bot left behind are answered by the new one."""
    assert all("has changed" in text for text in stage.old)


def test_a_later_start_registers_only_what_has_changed(stage: Stage) -> None:
    """Commands that are as they should be are left alone; one that differs is put right."""
    assert stage.run_bot()[0] == [("GET", GLOBAL)]
    stage.held["who"]["description"] = "Something else"
    assert stage.run_bot()[0] == [("GET", GLOBAL), ("PUT", GLOBAL)]
    assert stage.held["who"]["description"] != "Something else"


def test_commands_of_a_test_server_are_registered_there_alone(stage: Stage) -> None:
    """With 'sync: guild' they are there at once, and nowhere else."""
    asked, _ = stage.run_bot(sync="guild", sync_guild=str(SERVER))
    assert asked == [("GET", OF_SERVER), ("PUT", OF_SERVER)]
    assert set(stage.discord.standin.rest.commands[SERVER]) == set(stage.held)


def test_a_test_server_is_left_as_it_was(stage: Stage) -> None:
    """With 'sync: global' again, what was registered for the test server alone is taken back."""
    stage.run_bot(sync="guild", sync_guild=str(SERVER))
    assert stage.discord.standin.rest.commands[SERVER]
    asked, _ = stage.run_bot(sync="global", sync_guild=str(SERVER))
    assert asked == [("GET", GLOBAL), ("GET", OF_SERVER), ("PUT", OF_SERVER)]
    assert not stage.discord.standin.rest.commands[SERVER]
    assert stage.held
    assert stage.run_bot(sync_guild=str(SERVER))[0] == [("GET", GLOBAL), ("GET", OF_SERVER)]


def test_where_they_cannot_be_registered_the_bot_answers_all_the_same(stage: Stage) -> None:
    """An error in registering is logged; those that were registered before go on working."""
    refused = {"message": "Missing Access", "code": 50001}
    broken = Trouble(method="GET", path=GLOBAL, status=403, body=refused)
    stage.discord.standin.troubles.planned.append(broken)
    _, log = stage.run_bot()
    assert broken.times == 0
    assert "could not be registered (status 403)" in log
