"""The chapter on operating says what the program does: its units, its metrics, its statuses."""

from __future__ import annotations

import configparser
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import msgspec
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.config import TOKEN, TOKEN_FILE, Config
from bot.connection.gateway import Gateway
from bot.console.command_line import parser
from bot.edition import Desk, Edition
from bot.operating import statuses
from bot.operating.metrics import Metrics
from bot.operating.pulse import Pulse
from bot.service import Service

ROOT: Final = Path(__file__).parents[1]
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
CHAPTER: Final = README.partition("\n## Operating\n")[2].partition("\n## ")[0]
FINAL: Final = {statuses.BAD_FOLDER, statuses.REFUSED, statuses.BAD_TOKEN, statuses.BAD_CONFIG}
_USAGE: Final = 2  # of a command line that argparse does not understand
#: What a process may be given: the token, and each setting.
VARIABLES: Final = {TOKEN, TOKEN_FILE} | {
    f"READOUT_{field.name.upper()}" for field in msgspec.structs.fields(Config)
}


def block(language: str) -> str:
    """Return the block of code in a language."""
    return CHAPTER.partition(f"```{language}\n")[2].partition("```")[0]


def unit() -> configparser.SectionProxy:
    """Return the service section of the systemd unit."""
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]  # systemd tells cases apart
    read.read_string(block("ini"))
    return read["Service"]


def test_the_unit_starts_the_command() -> None:
    """What systemd starts is a command with options that it takes."""
    program, *arguments = shlex.split(unit()["ExecStart"])
    assert program.endswith("/readout")
    assert parser().parse_args(arguments).command.name == "run"


def test_the_unit_gives_up_where_waiting_does_not_help() -> None:
    """It starts the bot again but for the statuses that need somebody to mend something."""
    named = {int(status) for status in unit()["RestartPreventExitStatus"].split()}
    assert named == FINAL | {_USAGE}
    assert unit()["Restart"] == "on-failure"


def test_the_unit_waits_as_long_as_stopping_takes() -> None:
    """It does not kill within the five seconds that are promised, and reloads by the signal."""
    assert int(unit()["TimeoutStopSec"]) > 5
    assert "-HUP" in unit()["ExecReload"]


def test_the_token_is_a_credential_of_the_unit() -> None:
    """The variable names the file that the credential makes."""
    name, _, value = unit()["Environment"].partition("=")
    assert name == TOKEN_FILE
    assert value == f"%d/{unit()['LoadCredential'].partition(':')[0]}"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    """Systemd has nothing to say against any of its lines."""
    file = tmp_path / "readout.service"
    (program, *_) = shlex.split(unit()["ExecStart"])
    file.write_text(block("ini").replace(program, sys.executable), encoding="utf-8")
    done = subprocess.run(  # noqa: S603  # systemd's own check
        ["systemd-analyze", "verify", str(file)],  # noqa: S607  # wherever it is
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    about_ours = [line for line in done.stderr.splitlines() if file.name in line]
    assert not about_ours
    assert done.returncode == 0


def test_the_container_starts_the_command() -> None:
    """Its entry point and its arguments are a command that can be run."""
    file = block("dockerfile")
    (program,) = json.loads(_instruction(file, "ENTRYPOINT"))
    arguments = json.loads(_instruction(file, "CMD"))
    assert program.endswith("/readout")
    assert parser().parse_args(arguments).command.name == "run"


def test_the_container_asks_for_the_health_that_is_served() -> None:
    """Its variables are known, and it asks on the port that it sets."""
    file = block("dockerfile")
    given = dict(pair.split("=") for pair in _instruction(file, "ENV").split())
    assert given.keys() <= VARIABLES
    assert f"127.0.0.1:{given['READOUT_HTTP_PORT']}/healthz" in file
    assert re.search(r"^USER \d+", file, re.MULTILINE)


def test_every_variable_in_the_chapter_is_known() -> None:
    """No variable is mentioned that does nothing."""
    assert set(re.findall(r"\b(?:READOUT|DISCORD)_[A-Z_]+\b", CHAPTER)) <= VARIABLES


def test_every_metric_is_explained() -> None:
    """The table has each metric of ours, and no other."""
    service = Service(Desk(Edition.load(ROOT / "knowledge")), ROOT / "knowledge")
    page = Metrics(service, Gateway(), Pulse()).page().decode()
    ours = {
        family.name + {"counter": "_total", "info": "_info"}.get(family.type, "")
        for family in text_string_to_metric_families(page)
        if family.name.startswith("readout")
    }
    named = set(re.findall(r"^\| `(readout_\w+)` \|", CHAPTER, re.MULTILINE))
    assert named - ours == {"readout_gateway_latency_seconds"}  # unknown until there is a heartbeat
    assert {name.removesuffix("_info") for name in ours} <= {
        name.removesuffix("_info") for name in named
    }


def test_every_status_that_ends_it_is_in_the_table_of_cases() -> None:
    """What ends the bot by itself stands among what may happen, with what to do."""
    cases = CHAPTER.partition("### What happens when")[2]
    assert {int(status) for status in re.findall(r"ends with (\d+)", cases)} == FINAL | {0}


def _instruction(file: str, name: str) -> str:
    (line,) = re.findall(rf"^{name} (.+)$", file, re.MULTILINE)
    return str(line)
