"""A card as text, for places without Discord: the README, a terminal, a screen reader's view."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any, Final

from bot.escaping import unescaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ACTION_ROW, _SELECT, _TEXT, _SEPARATOR = 1, 3, 10, 14
_LINK: Final = re.compile(r"\[((?:\\.|[^\[\]\\])+)\]\(<[^>]+>\)")
_BARE_LINK: Final = re.compile(r"(?<!\\)<(https?://[^>]+)>")
_STRONG: Final = re.compile(r"(?<!\\)\*\*")
_SIGN: Final = re.compile(r"(?P<sign>#{1,3} |-# |> |- )?(?P<rest>.*)")
_INDENTS: Final = {"> ": "> ", "- ": "- "}


def as_text(components: Iterable[dict[str, Any]], width: int = 78) -> str:
    """Render the components of a message as a box of text; addresses are left out."""
    inner = width - 4
    lines = list(_lines(components, inner))
    bar = "─" * (inner + 2)
    body = (f"│ {line.ljust(inner)} │" if line is not None else f"├{bar}┤" for line in lines)
    return "\n".join([f"╭{bar}╮", *body, f"╰{bar}╯"])


def shown(markdown: str) -> str:
    """Return one line of markdown as Discord shows it, without emphasis."""
    plain = _LINK.sub(r"\1", markdown)
    plain = _BARE_LINK.sub(r"\1", plain)
    return unescaped(_STRONG.sub("", plain))


def _lines(components: Iterable[dict[str, Any]], width: int) -> Iterator[str | None]:
    for component in components:
        if component["type"] == _TEXT:
            for line in component["content"].split("\n"):
                yield from _wrapped(line, width)
        elif component["type"] == _SEPARATOR:
            yield None if component.get("divider", True) else ""
        elif component["type"] == _ACTION_ROW:
            yield from textwrap.wrap("  ".join(map(_control, component["components"])), width)
        else:
            yield from _lines(component["components"], width)


def _wrapped(line: str, width: int) -> Iterator[str]:
    found = _SIGN.fullmatch(line)
    sign, rest = (found["sign"] or "", found["rest"]) if found else ("", line)
    indent = _INDENTS.get(sign, "")
    text = shown(rest)
    if sign.startswith("#"):
        text = text.upper() if sign == "## " else f"{text}:"
    yield from textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=indent.replace("-", " ")
    ) or [""]


def _control(control: dict[str, Any]) -> str:
    if control["type"] == _SELECT:
        options = " | ".join(option["label"] for option in control["options"])
        return f"[{control.get('placeholder', '')} ▾ {options}]"
    label = control["label"]
    return f"({label})" if control.get("disabled") else f"[{label}]"
