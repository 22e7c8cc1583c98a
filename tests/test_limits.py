"""The one module that knows what Discord accepts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drawing.limits import (
    BrokenLimitError,
    check_choices,
    check_commands,
    check_message,
    length,
)


def text(content: str) -> dict[str, Any]:
    """Build a text display."""
    return {"type": 10, "content": content}


def row(*children: dict[str, Any]) -> dict[str, Any]:
    """Build an action row."""
    return {"type": 1, "components": list(children)}


def button(custom_id: str | None = "x", label: str = "Go", **fields: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    """Build a button."""
    return {"type": 2, "style": 2, "custom_id": custom_id, "label": label, **fields}


def select(*values: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    """Build a menu."""
    options = [{"label": value[:100], "value": value} for value in values]
    return {"type": 3, "custom_id": "menu", "options": options, **fields}


def box(*children: dict[str, Any], **fields: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    """Build a container."""
    return {"type": 17, "components": list(children), **fields}


def command(**fields: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    """Build a slash command."""
    return {"type": 1, "name": "who", "description": "Somebody", "options": [], **fields}


def option(name: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    """Build an option of text."""
    return {"type": 3, "name": name, "description": "It", **fields}


TAKEN = [
    [text("x" * 4_000)],
    [box(text("x" * 2_000), {"type": 14}, text("x" * 2_000), accent_color=0xFFFFFF)],
    [box(*[text("x")] * 39)],
    [row(*[button(str(n), "x" * 80) for n in range(5)])],
    [row(button("x" * 100))],
    [row(select(*[f"{n}" for n in range(25)], placeholder="x" * 150))],
]
REFUSED = [
    [],
    [text("")],
    [text("  ")],
    [text("x" * 4_001)],
    [text("😀" * 2_001)],
    [text("x" * 3_000), text("x" * 1_001)],
    [box(*[text("x")] * 40)],
    [box(text("x"), accent_color=0x1000000)],
    [box(box(text("x")))],
    [button()],
    [row()],
    [row(*[button(str(n)) for n in range(6)])],
    [row(button("x" * 101))],
    [row(button(""))],
    [row(button(label=""))],
    [row(button(label="x" * 81))],
    [row(button("a"), button("a"))],
    [row(button("a")), row(button("a"))],
    [row(button(style=5, custom_id=None, url="x" * 513))],
    [row(select())],
    [row(select(*[f"{n}" for n in range(26)]))],
    [row(select("x" * 101))],
    [row(select("a", "a"))],
    [row(select("a"), button())],
    [row(select("a", placeholder="x" * 151))],
    [row(select("a", options=[{"label": "x" * 101, "value": "a"}]))],
]


@pytest.mark.parametrize("components", TAKEN)
def test_messages_at_the_limit_pass(components: list[dict[str, Any]]) -> None:
    """What is just short enough is sent."""
    check_message(components)


@pytest.mark.parametrize("components", REFUSED)
def test_messages_over_the_limit_are_refused(components: list[dict[str, Any]]) -> None:
    """What Discord would refuse is refused where it is built."""
    with pytest.raises(BrokenLimitError):
        check_message(components)


@pytest.mark.parametrize(
    "choices",
    [
        [{"name": "x", "value": "x"}] * 26,
        [{"name": "", "value": "x"}],
        [{"name": "x" * 101, "value": "x"}],
        [{"name": "x", "value": ""}],
        [{"name": "x", "value": "x" * 101}],
    ],
)
def test_choices_over_the_limit_are_refused(choices: list[dict[str, Any]]) -> None:
    """Twenty-five choices of a hundred characters, and no more."""
    check_choices([{"name": "x" * 100, "value": "x" * 100}] * 25)
    with pytest.raises(BrokenLimitError):
        check_choices(choices)


@pytest.mark.parametrize(
    "commands",
    [
        [command(name="x" * 33)],
        [command(name="Who")],
        [command(name="w ho")],
        [command(description="")],
        [command(description="x" * 101)],
        [command(options=[option(f"o{n}") for n in range(26)])],
        [command(options=[option("a"), option("a")])],
        [command(options=[option("a"), option("b", required=True)])],
        [command(options=[option("a", max_length=6_001)])],
        [command(options=[option("a", choices=[{"name": "x", "value": "x"}] * 26)])],
        [
            command(
                options=[
                    option(
                        f"o{n}",
                        choices=[{"name": "x" * 100, "value": "y" * 100}] * 25,
                    )
                    for n in range(2)
                ]
            )
        ],
        [command(), command()],
        [command(name=f"c{n}") for n in range(101)],
        [{"type": 3, "name": f"Menu {n}"} for n in range(6)],
        [{"type": 3, "name": "x" * 33}],
    ],
)
def test_commands_over_the_limit_are_refused(commands: list[dict[str, Any]]) -> None:
    """Names, descriptions, options, and all text of a command, as Discord documents them."""
    check_commands([command(options=[option("a", required=True), option("b")])])
    with pytest.raises(BrokenLimitError):
        check_commands(commands)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_length_is_never_less_than_discord_counts(written: str) -> None:
    """UTF-16 code units: never fewer than code points."""
    assert length(written) == len(written.encode("utf-16-le")) // 2 >= len(written)
