"""What the bot answered, as a member sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.console.card_text import as_text
from standin.world import EPHEMERAL, Json

if TYPE_CHECKING:
    from standin.exchanges import Exchange

_BUTTON, _SELECT = 2, 3


class Reply:
    """One state of one of the messages that the bot sent or changed: the last, unless said."""

    def __init__(self, exchange: Exchange, at: int = -1) -> None:
        """Look at the message after the ``at``-th body."""
        self.exchange = exchange
        self._at = at

    @property
    def kinds(self) -> list[int]:
        """The types of the interaction callbacks."""
        return [body["type"] for body in self.exchange.callbacks]

    @property
    def body(self) -> Json:
        """What the bot sent."""
        return self.exchange.sent[self._at]

    @property
    def message(self) -> Json:
        """The message that came of it."""
        return self.exchange.shown[self._at]

    @property
    def all(self) -> list[Reply]:
        """All that was sent, in order."""
        return [Reply(self.exchange, at) for at in range(len(self.exchange.sent))]

    @property
    def components(self) -> list[Json]:
        """Its components."""
        found: list[Json] = self.message["components"]
        return found

    @property
    def text(self) -> str:
        """Its text as a person reads it, on one line, without the frame."""
        framed = as_text(self.components, 2_000)
        return " ".join(framed.translate(dict.fromkeys(map(ord, "│╭╮╰╯├┤─"), " ")).split())

    @property
    def title(self) -> str:
        """Its first line, as markdown."""
        return str(self.texts()[0]).split("\n", maxsplit=1)[0].lstrip("# ")

    @property
    def is_private(self) -> bool:
        """Whether the asker alone sees it."""
        return bool(self.message["flags"] & EPHEMERAL)

    @property
    def choices(self) -> list[dict[str, str]]:
        """What autocomplete offers."""
        found: list[dict[str, str]] = self.exchange.callbacks[0]["data"]["choices"]
        return found

    def texts(self) -> list[str]:
        """Return the markdown of all its text displays."""
        return [c["content"] for c in walk(self.components) if "content" in c]

    def controls(self) -> list[Json]:
        """Return its buttons and menus."""
        return [c for c in walk(self.components) if c["type"] in {_BUTTON, _SELECT}]

    def labels(self) -> list[str]:
        """Return what can be pressed."""
        return [c["label"] for c in self.controls() if c.get("label") and not c.get("disabled")]

    def button(self, label: str) -> Json:
        """Return the button of that label."""
        return next(c for c in self.controls() if c.get("label") == label)

    def menu(self) -> Json:
        """Return the menu."""
        return next(c for c in self.controls() if c["type"] == _SELECT)

    def reference(self) -> str:
        """Return the reference that a reply to something that failed names."""
        return self.text.split("`")[1]


def walk(components: list[Json]) -> list[Json]:
    """Return components with all that stand in them, in order."""
    found: list[Any] = []
    for component in components:
        found += [component, *walk(component.get("components", []))]
    return found
