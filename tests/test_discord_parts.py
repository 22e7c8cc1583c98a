"""What the Discord front end is put together from, each part by itself."""

from __future__ import annotations

import asyncio
import io
import logging
import sys
from typing import Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import answer

from bot.answers.model import Status
from bot.cards import notice
from bot.connection.expiring import Expiring
from bot.connection.registering import differences
from bot.drawing.components import Card, button, container, row, text
from bot.operating import logs, troubles
from bot.operating.counts import Counts

COMMAND: dict[str, Any] = {
    "type": 1,
    "name": "who",
    "description": "Somebody",
    "contexts": [0, 1, 2],
    "integration_types": [0, 1],
    "default_member_permissions": None,
    "nsfw": False,
    "options": [{"type": 3, "name": "name", "description": "It", "required": True}],
}
AS_HELD: dict[str, Any] = {
    **COMMAND,
    "id": "1",
    "application_id": "2",
    "version": "3",
    "dm_permission": True,
    "contexts": [2, 1, 0],
    "name_localizations": {},
    "options": [{**COMMAND["options"][0], "choices": [], "autocomplete": False}],
}


def test_commands_that_discord_has_as_declared_are_no_difference() -> None:
    """What Discord adds and fills in, and the order of sets, are not worth a registration."""
    assert differences([COMMAND], [AS_HELD]) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"description": "Else"},
        {"options": []},
        {"options": [{**COMMAND["options"][0], "required": False}]},
        {"options": [{**COMMAND["options"][0], "autocomplete": True}]},
        {"contexts": [0]},
        {"integration_types": [0]},
        {"default_member_permissions": 0},
        {"nsfw": True},
        {"name": "whom"},
        {"type": 3},
    ],
)
def test_any_change_of_a_command_is_registered(changed: dict[str, Any]) -> None:
    """Whatever a member could notice is a difference; so is a command too many."""
    assert differences([{**COMMAND, **changed}], [AS_HELD])
    assert differences([COMMAND], [{**AS_HELD, **changed}])
    assert differences([], [AS_HELD]) == ("who",)


def test_in_a_server_contexts_do_not_count() -> None:
    """Commands of one server have no contexts, whatever is declared."""
    held = {**AS_HELD, "contexts": None, "integration_types": None}
    assert differences([COMMAND], [held])
    assert differences([COMMAND], [held], in_server=True) == ()


def button_card() -> Card:
    """Draw a card with one button."""
    return Card.of(container([text("text"), row(button("Go", "go"))], 0))


def _controls(card: Card) -> list[dict[str, Any]]:
    """Return the buttons of a card such as that."""
    return [c for c in card.to_components()[0]["components"][1]["components"] if "style" in c]


class Shelf:
    """Messages, as far as editing them goes."""

    def __init__(self) -> None:
        """Start with none."""
        self.edited: list[tuple[int, bool]] = []

    def edit(self, message: int) -> Any:  # noqa: ANN401  # a function that edits
        """Return what edits a message and notes whether its buttons are off."""

        async def edit(card: Card) -> None:
            await asyncio.sleep(0)
            self.edited.append((message, all(c["disabled"] for c in _controls(card))))

        return edit


def test_cards_are_switched_off_in_time_once() -> None:
    """A card expires after its time; a press in between starts it anew; without buttons never."""

    async def watch() -> None:
        held, shelf = Expiring(after=0.05), Shelf()
        held.watch(1, button_card(), shelf.edit(1))
        held.watch(2, button_card(), shelf.edit(2))
        held.watch(3, notice("Nothing"), shelf.edit(3))
        await asyncio.sleep(0.03)
        held.watch(1, button_card(), shelf.edit(1))
        await asyncio.sleep(0.03)
        assert shelf.edited == [(2, True)]
        await asyncio.sleep(0.06)
        assert shelf.edited == [(2, True), (1, True)]
        held.watch(4, button_card(), shelf.edit(4))
        await asyncio.sleep(0.08)
        assert shelf.edited[-1] == (4, True)
        held.close()

    asyncio.run(watch())


def test_a_message_that_is_gone_does_not_stop_the_others() -> None:
    """An edit that fails is dropped; the next card still expires."""

    async def gone(_card: Card) -> None:
        await asyncio.sleep(0)
        raise OSError

    async def watch() -> None:
        held, shelf = Expiring(after=0.01), Shelf()
        held.watch(1, button_card(), gone)
        held.watch(2, button_card(), shelf.edit(2))
        await asyncio.sleep(0.05)
        assert shelf.edited == [(2, True)]
        held.close()

    asyncio.run(watch())


def test_a_flood_of_cards_is_watched_within_bounds() -> None:
    """The oldest of more than 500 cards are let go with their buttons on."""

    async def watch() -> None:
        held, shelf = Expiring(after=0.02), Shelf()
        for message in range(520):
            held.watch(message, button_card(), shelf.edit(message))
        await asyncio.sleep(0.3)
        assert [message for message, _ in shelf.edited] == list(range(20, 520))
        held.close()

    asyncio.run(watch())


def test_counts_hold_statuses_and_nothing_else() -> None:
    """Served answers, the part that found nothing, and whether any is being answered."""

    async def count() -> None:
        counts = Counts()
        assert counts.not_found_rate == 0
        counts.count(answer())
        counts.count(answer(status=Status.NOT_FOUND))
        assert (counts.served, counts.not_found_rate) == (2, 0.5)
        with counts.working(), counts.working():
            assert not counts.idle.is_set()
        await asyncio.wait_for(counts.idle.wait(), 1)

    asyncio.run(count())


def fail(error: Exception) -> None:
    """Raise an error."""
    raise error


def fail_with(text: str) -> None:
    """Raise an error that quotes what somebody typed, behind another."""
    try:
        fail(KeyError(text))
    except KeyError as error:
        raise ValueError(f"cannot read {text}") from error


@given(st.text("xyz", min_size=12))
def test_the_log_has_where_an_error_arose_but_not_what_was_typed(typed: str) -> None:
    """A reference in the log stands beside the trace, and no words of a user."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger("bot.operating.troubles").addHandler(handler)
    logging.getLogger("bot.operating.troubles").setLevel("INFO")
    try:
        fail_with(typed)
    except ValueError as error:
        reference = troubles.report(error, "/who")
    finally:
        logging.getLogger("bot.operating.troubles").removeHandler(handler)
    text = stream.getvalue()
    assert f"reference {reference}: /who failed" in text
    assert text.index("KeyError") < text.index("ValueError")
    assert "in fail_with" in text
    assert typed not in text


def test_the_token_is_never_logged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Wherever the token turns up, in arguments or tracebacks, the log has '[token]' instead."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        logs.configure("debug", "s3cret.token")
        try:
            fail(RuntimeError("refused s3cret.token"))
        except RuntimeError:
            logging.getLogger("x").exception("with %s", "s3cret.token")
    finally:
        root.handlers[:] = before
        root.setLevel(level)
    assert "s3cret" not in stream.getvalue()
    assert "with [token]" in stream.getvalue()
    assert "RuntimeError: refused [token]" in stream.getvalue()


def test_what_libraries_log_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the default level an outage is a line, not a traceback of discord.py's."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        logs.configure("info", form="human")
        try:
            fail(OSError("no route"))
        except OSError:
            logging.getLogger("discord.client").exception("Attempting a reconnect in %.2fs", 1.5)
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        for name in ("discord", "aiohttp", "asyncio"):
            logging.getLogger(name).setLevel(logging.NOTSET)
    assert stream.getvalue().strip().endswith("Attempting a reconnect in 1.50s (OSError)")
    assert "Traceback" not in stream.getvalue()


def test_discord_py_keeps_no_card() -> None:
    """A card is finished from the start: presses are read from their ids, not looked up."""
    card = button_card().view()
    assert card.is_finished()
    assert not card.is_dispatchable()
    assert isinstance(card, discord.ui.LayoutView)
