"""Questions as typed: what is read as a command, and what as its options."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainly import ask

from bot.answers.commands import COMMANDS, Command, command
from bot.answers.typed import read_options


def _command(name: str) -> Command:
    found = command(name)
    assert found is not None
    return found


LAVROV: Final = (
    "/who lavrov",
    "/who name:lavrov",
    "/WHO Name:Lavrov",
    "  /who   name: lavrov  ",
    "／who lavrov",
    "/who　name：lavrov",
    "/who\nlavrov",
    "/who:lavrov",
    "/ who lavrov",
    '/who name:"Sergei Lavrov"',
    "/who “lavrov”",
    "/who «Лавров»",
    "\u200b\u2066/who lavrov\u2069",
    "\ufeff/ｗｈｏ lavrov",
    "/who name : lavrov",
)


@pytest.mark.parametrize("text", LAVROV)
def test_a_command_is_read_however_it_is_typed(text: str) -> None:
    """Width, case, spaces, invisible characters and quotation marks around a name do not matter."""
    assert (ask(text).command, ask(text).title) == ("who", "Sergei Lavrov")


OPTIONS: Final[tuple[tuple[str, str, dict[str, str]], ...]] = (
    ("timeline", "ukraine since:2023", {"about": "ukraine", "since": "2023"}),
    (
        "timeline",
        "until:may 2025 about:ukraine since:2023",
        {"until": "may 2025", "about": "ukraine", "since": "2023"},
    ),
    ("timeline", "ABOUT:ukraine", {"about": "ukraine"}),
    ("timeline", "about：台湾since：2023", {"about": "台湾", "since": "2023"}),
    ("timeline", 'about:"a since:b" until:2025', {"about": "a since:b", "until": "2025"}),
    ("quote", 'words:"a: b" speaker:"Wang Yi"', {"words": '"a: b"', "speaker": "Wang Yi"}),
    ("verify", "He said: no. speaker:wang", {"words": "He said: no.", "speaker": "wang"}),
    ("verify", "note: all is well", {"words": "note: all is well"}),
    ("verify", "see https://example.org/x", {"words": "see https://example.org/x"}),
    ("verify", "two\nlines: here", {"words": "two\nlines: here"}),
    (
        "verify",
        '"the speaker: nobody" speaker:wang',
        {"words": '"the speaker: nobody"', "speaker": "wang"},
    ),
    (
        "verify",
        "the speaker: " + "and then a long wording goes on " * 5,
        {"words": ("the speaker: " + "and then a long wording goes on " * 5).strip()},
    ),
    (
        "verify",
        "what the\nspeaker: said\nstands on lines",
        {"words": "what the\nspeaker: said\nstands on lines"},
    ),
    ("topic", "", {}),
    ("who", "Anna: the First", {"name": "Anna: the First"}),
)


@pytest.mark.parametrize(("name", "text", "options"), OPTIONS, ids=lambda one: str(one)[:40])
def test_options_are_read(name: str, text: str, options: dict[str, str]) -> None:
    """Options stand in any order; a wording keeps its colons, line breaks and quotation marks."""
    assert read_options(_command(name), text) == options


WRONG: Final = (
    ("/who nme:lavrov", "name"),
    ("/timeline about:ukraine form:2023", "about"),
    ("/timeline since:2023 since:2024", "twice"),
    ("/about china", "/about"),
    ("/who", "name"),
    ("/who name:", "name"),
    ("/whoo lavrov", "/who"),
    ("/frobnicate", "/timeline"),
    ("/", "/timeline"),
    ("//", "/timeline"),
)


@pytest.mark.parametrize(("text", "todo"), WRONG)
def test_what_is_wrong_is_said_with_what_to_write(text: str, todo: str) -> None:
    """A command that cannot be read is invalid, and its notes say what to write instead."""
    answer = ask(text)
    assert answer.status == "invalid"
    assert todo in " ".join(answer.notes)


def test_a_mistyped_command_is_offered_with_its_options() -> None:
    """The nearest command is a question to choose, and what was behind the wrong one is kept."""
    (offer,) = ask("/whoo lavrov").suggestions
    assert ask(offer.ask).title == "Sergei Lavrov"


@pytest.mark.parametrize("text", ["/help", "/Help", "/помощь", "/帮助", "/commands"])
def test_help_is_what_any_bot_is_asked(text: str) -> None:
    """Asking for help as a command says what this is and how to ask."""
    assert ask(text).command == "about"


@given(st.sampled_from(COMMANDS), st.text(max_size=300))
def test_options_of_any_text_are_read_or_refused(asked: Command, text: str) -> None:
    """No text makes the reading of options fail, and no option is made up."""
    if not asked.options:
        return
    options = read_options(asked, text)
    if not isinstance(options, str):
        assert set(options) <= {option.name for option in asked.options}


@given(st.text(alphabet='/who:：name \n"“”«»lavrov\u200b／', max_size=60))
def test_whatever_looks_like_a_command_is_answered(text: str) -> None:
    """Slashes, colons and quotation marks in any order always get an answer."""
    assert ask("/" + text).title
