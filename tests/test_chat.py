"""``readout chat``: at a terminal of its own, and from a pipe."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from shipped import edition

from bot.answers.commands import COMMANDS
from bot.answers.examples import examples
from bot.answers.model import Status
from bot.console.ask import answer_to
from bot.console.chat import PROMPT, chat, help_on
from bot.console.completing import QuestionCompleter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from typing_in import Terminal

UP, TAB, CTRL_C, CTRL_D, ENTER = "\x1b[A", "\t", "\x03", "\x04", "\r"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Terminal]]:
    """Return what starts a chat at a terminal, and waits for its prompt."""
    pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    from typing_in import Terminal  # noqa: PLC0415  # needs what was just looked for

    with contextlib.ExitStack() as started:

        def start() -> Terminal:
            terminal = started.enter_context(Terminal("chat", home=tmp_path / "home"))
            terminal.answer()
            return terminal

        yield start


def piped(monkeypatch: pytest.MonkeyPatch, given: bytes) -> str:
    """Chat with what comes from a pipe; return what is printed."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    monkeypatch.setattr(sys, "stdout", out)
    assert chat(edition()) == 0
    return out.getvalue()


def completed(text: str) -> list[str]:
    """Return what a text becomes with each of the completions offered at its end."""
    offered = QuestionCompleter(edition()).get_completions(Document(text), CompleteEvent())
    return [text[: len(text) + one.start_position] + one.text for one in offered]


def test_a_conversation(start: Callable[[], Terminal]) -> None:
    """A question is answered, a number asks what it stands before, and the prompt comes back."""
    terminal = start()
    terminal.type("/who sergei" + ENTER)
    choice = terminal.answer()
    assert "Choose one" in choice
    assert "2) " in choice
    terminal.type("2" + ENTER)
    answer = terminal.answer()
    assert "\r\nSources\r\n" in answer
    assert "\x1b[1m" in terminal.shown
    terminal.type("/quit" + ENTER)
    assert terminal.ended() == 0


def test_completion(start: Callable[[], Terminal]) -> None:
    """Tab completes a command, and then a value by its beginning."""
    terminal = start()
    terminal.type("/tim")
    terminal.wait_for("Events in order")
    terminal.type(TAB)
    terminal.type("about:taiw")
    terminal.wait_for("Taiwan (topic)")
    terminal.type(TAB + ENTER)
    assert "Range as understood" in terminal.answer()


def test_history_is_kept_for_the_user_alone(start: Callable[[], Terminal], tmp_path: Path) -> None:
    """The next chat brings back the questions of the last one, from a file nobody else can read."""
    first = start()
    first.type("/who xyzzy" + ENTER)
    first.answer()
    first.type(CTRL_D)
    assert first.ended() == 0
    (history,) = tmp_path.rglob("history")
    assert history.stat().st_mode & 0o077 == 0
    second = start()
    second.type(UP)
    second.wait_for("/who xyzzy")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
def test_the_keys_that_leave(start: Callable[[], Terminal], key: str) -> None:
    """Ctrl-C and Ctrl-D end the chat with status 0 and without a traceback."""
    terminal = start()
    terminal.type(key)
    assert terminal.ended() == 0
    assert "Traceback" not in terminal.shown


def test_a_history_that_cannot_be_kept_is_no_obstacle(
    start: Callable[[], Terminal], tmp_path: Path
) -> None:
    """Where the folder for it cannot be made the chat works without one."""
    (tmp_path / "home").touch()
    terminal = start()
    terminal.type("/who sergei" + ENTER)
    assert "Choose one" in terminal.answer()


def test_a_pipe_is_answered_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line is shown with its answer, without colours; the input's end ends the chat."""
    printed = piped(monkeypatch, b"/who sergei\r\n\n2\n\xff\n/nonsense")
    parts = printed.split(PROMPT)[1:]
    assert [part.split("\n")[0] for part in parts] == ["/who sergei", "2", "\ufffd", "/nonsense"]
    assert "Choose one" in parts[0]
    assert "\nSources\n" in parts[1]
    assert "\x1b" not in printed


@pytest.mark.parametrize("word", ["/quit", "/exit", "exit", "Quit"])
def test_leaving_by_a_word(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """After a word that leaves a shell, with or without its stroke, nothing more is answered."""
    assert "Readout" not in piped(monkeypatch, f"{word}\n/about\n".encode())


@pytest.mark.parametrize("number", ["0", "99", "1000000000000000000000", "\u0661", "1.", "-1"])
def test_a_number_that_stands_for_nothing_is_a_question(
    monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    """Only a number that was offered chooses; any other is asked as it is."""
    printed = piped(monkeypatch, f"/who sergei\n{number}\n".encode())
    offered, answered = printed.split(PROMPT)[1:]
    labels = re.findall(r"^  [0-9]\) (.+?):", offered, re.MULTILINE)
    assert len(labels) > 1
    assert answered.split("\n")[2] not in labels


def test_help_is_about_the_loaded_base() -> None:
    """Help names every command with its options, and examples that this base answers."""
    shown = help_on(edition())
    assert [item.lead.split()[0] for item in shown.items] == [f"/{one.name}" for one in COMMANDS]
    for item, command in zip(shown.items, COMMANDS, strict=True):
        assert all(f"{option.name}:…" in item.lead for option in command.options)
    asked = [lead.ask for lead in shown.leads]
    assert asked == list(examples(edition().base))
    assert {answer_to(edition(), ask).status for ask in asked} == {Status.FOUND}


def test_commands_are_completed() -> None:
    """A slash offers every command, its first letters those that begin with them."""
    assert [text.split()[0] for text in completed("/")] == [f"/{one.name}" for one in COMMANDS]
    assert completed("/TIM") == ["/timeline "]
    assert completed("/nonsense ") == []
    assert completed("plain words") == []


def test_options_are_completed_once() -> None:
    """After a command its options are offered, those already given no more."""
    assert {"/quote words:", "/quote speaker:", "/quote topic:"} <= set(completed("/quote "))
    after = completed("/quote speaker:lavrov ")
    assert "/quote speaker:lavrov topic:" in after
    assert "/quote speaker:lavrov speaker:" not in after


def test_values_are_completed_from_the_base() -> None:
    """A value is offered by any of its names, in the first option without naming it."""
    assert "/who sergei-lavrov" in completed("/who Лавр")
    assert "/timeline about:taiwan" in completed("/timeline about:taiw")
    assert "/timeline about:taiwan since:2025" in completed("/timeline about:taiwan since:20")
    assert completed("/about ") == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["/", "/who ", "/timeline since:", "/quote ", "/x "]), st.text(max_size=40))
def test_whatever_is_typed_completing_keeps_what_stands_before(command: str, text: str) -> None:
    """A completion only ever replaces the end of what was typed, and shows nothing harmful."""
    typed = command + text
    document = Document(typed)
    for one in QuestionCompleter(edition()).get_completions(document, CompleteEvent()):
        assert -len(typed) < one.start_position <= 0
        assert "\n" not in one.display_text
        assert "\x1b" not in one.display_text
