"""``readout doctor`` says what is in place and, of what is not, what to do; it changes nothing."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
import ships
from discord.http import Route
from folders import write
from standin.disturbing import Trouble
from standin.fixtures import audited
from standin.processes import BotProcess
from standin.world import ME, SERVER, TOKEN

from bot.config import Config
from bot.operating import doctor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standin.acting import Discord

FAULTY = "topics:\n" + "".join(f"  x{n}: {{name: N, oops: 1}}\n" for n in range(12))
_LEAST = {"view channel": 1 << 10, "send": 1 << 11, "history": 1 << 16, "in threads": 1 << 38}


@pytest.fixture(scope="module")
def discord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Discord]:
    """Start a stand-in on which a bot has registered its commands once."""
    discord = audited()
    place = tmp_path_factory.mktemp("bot")
    bot = BotProcess(discord, write(place / "base", base=ships.BASE), place / "bot.log")
    discord.wait_for_bot()
    bot.stop()
    yield discord
    discord.close()


@pytest.fixture(autouse=True)
def _as_before(discord: Discord) -> Iterator[None]:
    """Leave the application as it was, and see that nothing was sent to Discord but questions."""
    before = len(discord.standin.requests)
    yield
    discord.standin.rest.about = {}
    assert {request.method for request in discord.standin.requests[before:]} <= {"GET"}
    assert not discord.standin.faults


class Visit:
    """A run of the doctor: its exit status and the lines that it printed."""

    def __init__(self, status: int, text: str) -> None:
        """Hold what came of it."""
        self.status = status
        self.text = text
        self.lines = text.splitlines()

    @classmethod
    def here(
        cls,
        discord: Discord,
        place: Path,
        *,
        base: str = ships.BASE,
        **given: Any,  # noqa: ANN401  # any setting
    ) -> Visit:
        """Let the doctor look, in this process."""
        token = given.pop("token", TOKEN)
        printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Route, "BASE", f"{discord.standin.address}/api/v10")
            patch.setattr(sys, "stdout", printed)
            status = doctor.run(Config(**given), token, write(place / "base", base=base))
        printed.flush()
        return cls(status, printed.buffer.getvalue().decode())

    @classmethod
    def as_a_process(cls, discord: Discord | str, place: Path, encoding: str = "utf-8") -> Visit:
        """Let the doctor look, by its own command."""
        folder = write(place / "base", base=ships.BASE)
        log = place / "doctor.log"
        process = BotProcess(discord, folder, log, command="doctor", encoding=encoding)
        return cls(process.ended(), process.log)

    def line(self, label: str) -> str:
        """Return the line about something."""
        return next(line for line in self.lines if line[6:].startswith(f"{label}:"))

    def advice(self) -> list[str]:
        """Return what is to be done."""
        return [line.partition("-> ")[2] for line in self.lines if "-> " in line]


@pytest.fixture(scope="module")
def well(discord: Discord, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """Let the doctor look where all is well."""
    return Visit.as_a_process(discord, tmp_path_factory.mktemp("well"))


def test_where_all_is_well_it_says_so(well: Visit) -> None:
    """Everything that is looked at has a line, and the exit status is 0."""
    visit = well
    assert visit.status == 0, visit.text
    assert visit.lines[-1] == "All is well."
    for label in (
        "terminal",
        "knowledge",
        "token",
        "application",
        "interactions",
        "intents",
        "installing",
        "installs",
        "administrators",
        "commands",
    ):
        assert visit.line(label).startswith("ok"), label
    assert TOKEN not in visit.text


def test_the_links_ask_for_the_least_permissions(well: Visit) -> None:
    """One link installs in a server, one for oneself; neither asks for more than is needed."""
    asked = {}
    for label in ("install in a server", "install for yourself"):
        address = urlsplit(well.line(label).partition(": ")[2])
        assert (address.scheme, address.netloc) == ("https", "discord.com")
        assert address.path == "/oauth2/authorize"
        asked[label] = {name: value for name, (value,) in parse_qs(address.query).items()}
    server, alone = asked.values()
    assert server == {
        "client_id": str(ME),
        "scope": "bot applications.commands",
        "permissions": str(sum(_LEAST.values())),
        "integration_type": "0",
    }
    assert alone == {
        "client_id": str(ME),
        "scope": "applications.commands",
        "integration_type": "1",
    }


@pytest.mark.parametrize(
    ("given", "says", "advises"),
    [
        ({"token": None}, "token: none given", "set DISCORD_TOKEN"),
        ({"token": "two\nlines"}, "token: there is something in it", "set DISCORD_TOKEN"),
        ({"token": "x.y.z"}, "token: Discord refuses it", "'Reset Token'"),
        ({"base": FAULTY}, "knowledge: 12 faults", "`readout check` lists every one"),
    ],
)
def test_what_is_wrong_here_is_told_with_what_to_do(
    discord: Discord, tmp_path: Path, given: dict[str, Any], says: str, advises: str
) -> None:
    """A missing or refused token and a broken folder are each named, with a way to mend them."""
    visit = Visit.here(discord, tmp_path, **given)
    assert visit.status == 1
    assert f"FAIL  {says}" in visit.text
    assert any(advises in advice for advice in visit.advice())
    assert visit.lines[-1].startswith("To mend: 1 of ")


@pytest.mark.parametrize(
    ("about", "says", "advises"),
    [
        (
            {"interactions_endpoint_url": "https://example.org/x"},
            "interactions: sent to an address",
            "'Interactions Endpoint URL'",
        ),
        (
            {"bot_require_code_grant": True},
            "code grant: is required",
            "'Requires OAuth2 Code Grant'",
        ),
        (
            {"integration_types_config": {"0": {}}},
            "installs: switched off: User Install",
            "'Installation'",
        ),
    ],
)
def test_what_is_wrong_in_the_portal_is_told_with_the_page(
    discord: Discord, tmp_path: Path, about: dict[str, Any], says: str, advises: str
) -> None:
    """Settings that keep questions away are named, with the page on which to mend them."""
    discord.standin.rest.about = about
    visit = Visit.here(discord, tmp_path)
    assert visit.status == 1
    assert f"FAIL  {says}" in visit.text
    assert any(advises in advice for advice in visit.advice())


def test_what_may_be_so_on_purpose_is_told_and_fails_nothing(
    discord: Discord, tmp_path: Path
) -> None:
    """A bot that its owner alone may install is noted, with how to change that; all is well."""
    discord.standin.rest.about = {"bot_public": False}
    visit = Visit.here(discord, tmp_path)
    assert visit.status == 0, visit.text
    assert "note  installing: the owner alone may" in visit.text
    assert any("'Public Bot'" in advice for advice in visit.advice())


def test_commands_that_are_missing_or_different_are_named(discord: Discord, tmp_path: Path) -> None:
    """The doctor compares what is registered with what should be, and registers nothing itself."""
    held = discord.standin.rest.commands[None]
    before = {name: dict(command) for name, command in held.items()}
    held["who"]["description"] = "Something else"
    del held["topic"]
    visit = Visit.here(discord, tmp_path)
    held.update(before)
    assert "FAIL  commands: missing or different globally: who, topic" in visit.text
    assert any("`readout run`" in advice for advice in visit.advice())
    elsewhere = Visit.here(discord, tmp_path, sync="guild", sync_guild=SERVER)
    assert f"FAIL  commands: missing or different in the server {SERVER}" in elsewhere.text


def test_a_server_that_the_bot_is_not_in_is_told(discord: Discord, tmp_path: Path) -> None:
    """Where Discord does not let the bot look, the doctor says what to check."""
    refused = {"message": "Missing Access", "code": 50001}
    path = f"/applications/{ME}/guilds/{SERVER}/commands"
    discord.standin.troubles.planned.append(Trouble(path=path, status=403, body=refused))
    visit = Visit.here(discord, tmp_path, sync="guild", sync_guild=SERVER)
    assert visit.status == 1
    assert "FAIL  commands: Discord does not tell (status 403)" in visit.text
    assert any("'sync_guild'" in advice for advice in visit.advice())


def test_where_discord_cannot_be_reached_it_says_so(tmp_path: Path) -> None:
    """Without a network there is no traceback, but what to try."""
    visit = Visit.as_a_process("http://127.0.0.1:9", tmp_path)
    assert visit.status == 1
    assert "FAIL  Discord: cannot be reached" in visit.text
    assert "Traceback" not in visit.text


def test_what_was_found_is_told_though_discord_goes_out_of_reach(
    discord: Discord, tmp_path: Path
) -> None:
    """Where the connection breaks half-way, all else that was found is told, and what to try."""
    breaks = Trouble(method="GET", path=f"/applications/{ME}/commands", times=9, drops=True)
    discord.standin.troubles.planned.append(breaks)
    visit = Visit.here(discord, tmp_path)
    breaks.times = 0
    assert visit.status == 1
    assert visit.line("application").startswith("ok")
    assert "FAIL  commands: cannot be reached" in visit.text
    assert visit.advice()


def test_a_terminal_that_lacks_letters_is_told(discord: Discord, tmp_path: Path) -> None:
    """Where the encoding has no Cyrillic and Chinese, the doctor says how to change it."""
    visit = Visit.as_a_process(discord, tmp_path, encoding="latin-1")
    assert "FAIL  terminal: its encoding is" in visit.text
    assert any("PYTHONIOENCODING=utf-8" in advice for advice in visit.advice())
