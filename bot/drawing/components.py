"""The components of a message as Discord's API writes them, and the card that holds them.

discord.py's own classes build the same payloads from objects, at several times the cost: a card is
drawn for every answer, and none of them has to wait for a press.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from discord import ui

from bot.drawing.custom_ids import addressed
from bot.drawing.limits import ACTION_ROW, BUTTON, CONTAINER, SELECT, SEPARATOR, TEXT, check_message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.drawing.custom_ids import Question

Component = dict[str, Any]
#: Styles of buttons: one that matters most on its card, and any other.
PRIMARY, SECONDARY = 1, 2
_SMALL: Final = 1


class Card(msgspec.Struct, frozen=True):
    """A message's components as the ``payload`` that is sent: JSON, within Discord's limits."""

    payload: bytes
    has_controls: bool  # buttons or menus

    @classmethod
    def of(cls, *components: Component) -> Card:
        """Hold components; raise ``BrokenLimitError`` if Discord would refuse them."""
        check_message(components)
        return cls(msgspec.json.encode(components), any(_controls(components)))

    def to_components(self) -> list[Component]:
        """Return the components, to read or to change."""
        components: list[Component] = msgspec.json.decode(self.payload)
        return components

    def view(self) -> ui.LayoutView:
        """Return the card as discord.py takes it."""
        return _View(self)

    def addressed(self, asker: int, question: Question) -> Card:
        """Return the card of one who asked a short question, where this is one for everybody."""
        return Card(addressed(self.payload, asker, question), self.has_controls)

    def disabled(self) -> Card:
        """Return the card with all buttons and menus switched off."""
        components = self.to_components()
        for control in _controls(components):
            control["disabled"] = True
        return Card.of(*components)


class _View(ui.LayoutView):
    """A card in the form in which discord.py sends and edits messages."""

    def __init__(self, card: Card) -> None:
        super().__init__(timeout=None)
        self._card = card

    def to_components(self) -> list[Component]:
        """Return the components."""
        return self._card.to_components()

    def has_components_v2(self) -> bool:
        """Say yes: text and containers are components of the second version."""
        return True

    def is_finished(self) -> bool:
        """Say yes, so that discord.py keeps nothing: presses are read from their custom ids."""
        return True

    def is_dispatchable(self) -> bool:
        """Say no, for the same reason."""
        return False


def container(components: Sequence[Component], colour: int) -> Component:
    """Frame components, with a bar of a colour at the side."""
    return {
        "type": CONTAINER,
        "accent_color": colour,
        "spoiler": False,
        "components": list(components),
    }


def text(markdown: str) -> Component:
    """Show markdown."""
    return {"type": TEXT, "content": markdown}


def separator(*, visible: bool = True) -> Component:
    """Set apart what stands above and below, by a line or a gap."""
    return {"type": SEPARATOR, "divider": visible, "spacing": _SMALL}


def row(*controls: Component) -> Component:
    """Put up to five buttons, or one menu, beside each other."""
    return {"type": ACTION_ROW, "components": list(controls)}


def button(
    label: str, custom_id: str, *, style: int = SECONDARY, disabled: bool = False
) -> Component:
    """Make a button."""
    return {
        "type": BUTTON,
        "style": style,
        "label": label,
        "custom_id": custom_id,
        "disabled": disabled,
    }


def select(custom_id: str, placeholder: str, options: Sequence[tuple[str, str]]) -> Component:
    """Make a menu of one choice among options, each a label and a value."""
    return {
        "type": SELECT,
        "custom_id": custom_id,
        "placeholder": placeholder,
        "options": [{"label": label, "value": value} for label, value in options],
        "disabled": False,
    }


def _controls(components: Sequence[Component]) -> Iterator[Component]:
    for component in components:
        if component["type"] in {BUTTON, SELECT}:
            yield component
        elif "components" in component:
            yield from _controls(component["components"])
