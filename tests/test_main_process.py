"""``readout`` as a process: streams, signals and exit statuses, as a shell sees them."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from folders import write

from bot.console.opening import progress_bar

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 60.0
ON_UNIX = pytest.mark.skipif(os.name != "posix", reason="signals and devices of Unix")


@contextlib.contextmanager
def started(*arguments: str, **streams: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command with pipes, and end it whatever happens, in a minute at the latest."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "bot", *arguments],
        bufsize=0,
        env=environment,
        **{**pipes, **streams},  # type: ignore[call-overload]  # as keywords
    ) as process:
        alarm = threading.Timer(PATIENCE, process.kill)
        alarm.start()
        try:
            yield process
        finally:
            alarm.cancel()
            process.kill()


def run(*arguments: str) -> tuple[int, str, str]:
    """Run a command; return its exit status, its output and its complaints."""
    with started(*arguments) as process:
        out, error = process.communicate(timeout=PATIENCE)
    return process.returncode, out.decode(), error.decode()


def test_each_answer_comes_before_the_next_question() -> None:
    """Lines are flushed at once: whoever asks line by line is not kept waiting."""
    with started("ask", "--json", "-") as process:
        assert process.stdin
        assert process.stdout
        for question in ("/about", "/who лавров", ""):
            process.stdin.write(f"{question}\n".encode())
            assert json.loads(process.stdout.readline())["asked"] == question
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


@ON_UNIX
def test_a_reader_who_leaves_is_no_error() -> None:
    """When the output's reader has had enough the command ends without a word."""
    with started("ask", "--json", "-") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"/about\n")
        process.stdout.readline()
        process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(b"/about\n" * 100)
        process.stdin.close()
        assert process.wait(PATIENCE) == 141
        assert process.stderr.read() == b""


@ON_UNIX
def test_an_interrupt_is_no_error() -> None:
    """Ctrl-C ends a command with status 130 and without a traceback."""
    with started("ask", "--json", "-") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"/about\n")
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told_in_one_line() -> None:
    """Where the output cannot be written one line says why, and the status is 74."""
    with (
        Path("/dev/full").open("wb") as full,
        started("ask", "/about", stdout=full.fileno()) as one,
    ):
        _, error = one.communicate(timeout=PATIENCE)
    assert one.returncode == 74
    assert error.count(b"\n") == 1
    assert b"No space left on device" in error


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (["ask", "/who xyzzy"], 1, ""),
        (["nonsense"], 2, "invalid choice: 'nonsense'"),
        (["ask", "/about", "--knowledge", "{facts}"], 65, "base.yaml:1:1: unknown section 'x'"),
        (["ask", "/about", "--config", "{facts}/base.yaml"], 78, ":1:1: unknown field 'x'"),
    ],
)
def test_the_exit_statuses(
    tmp_path: Path, arguments: list[str], status: int, complaint: str
) -> None:
    """Each way to end has its status; answers go to standard output, faults to standard error."""
    facts = write(tmp_path / "facts", base="x: {}\ny: {}\n")
    ended, out, error = run(*(argument.format(facts=facts) for argument in arguments))
    assert ended == status
    assert bool(out) == (not complaint)
    assert complaint in error
    assert bool(error) == bool(complaint)
    assert "Traceback" not in error


def test_all_faults_of_a_folder_are_on_standard_error(tmp_path: Path) -> None:
    """A broken folder is told in one line a fault."""
    facts = write(tmp_path / "facts", base="x: {}\ny: {}\n")
    _, _, error = run("chat", "--knowledge", str(facts))
    assert [line.split(";")[0] for line in error.splitlines()] == [
        "base.yaml:1:1: unknown section 'x'",
        "base.yaml:2:1: unknown section 'y'",
    ]


def test_a_bar_shows_only_at_a_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    """Where standard error is no terminal reading is silent, however long it takes."""
    with progress_bar("Reading", patience=0) as progress:
        progress(0.5)
    assert capfd.readouterr() == ("", "")


def test_a_bar_shows_when_it_takes_long(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a terminal a bar comes up once it takes longer than one waits, and goes again."""
    monkeypatch.setenv("FORCE_COLOR", "1")  # which makes a terminal of the captured stream
    with progress_bar("Reading facts", patience=60) as progress:
        progress(0.5)
    assert capfd.readouterr().err == ""
    with progress_bar("Reading facts", patience=0) as progress:
        progress(0.5)
    shown = capfd.readouterr().err
    assert "Reading facts" in shown
    assert "50%" in shown
