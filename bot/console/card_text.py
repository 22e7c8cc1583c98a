"""A card as text, for places without Discord: the README, a terminal, a screen reader's view."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from rich.cells import cell_len

from bot.answers.examples import examples
from bot.answers.typed import answer_typed
from bot.cards import Shown, draw
from bot.drawing.custom_ids import Question
from bot.drawing.escaping import unescaped
from bot.drawing.limits import ACTION_ROW, SELECT, SEPARATOR, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.asking import Asking
    from bot.facts.base import FactBase

_MISS: Final = "/who nobody in this base"
_LINK: Final = re.compile(r"\[((?:\\.|[^\[\]\\])+)\]\(<[^>]+>\)")
_BARE_LINK: Final = re.compile(r"(?<!\\)<(https?://[^>]+)>")
_STRONG: Final = re.compile(r"(?<!\\)\*\*")
_SIGN: Final = re.compile(r"(?P<sign>#{1,3} |-# |> |- )?(?P<rest>.*)")
_INDENTS: Final = {"> ": "> ", "- ": "- "}


def main_cards(asking: Asking) -> str:
    """Draw the first page of what the base can answer best, of a choice and of a miss."""
    asked = [*examples(asking.edition.base), *_ambiguous(asking.edition.base), _MISS]
    cards = []
    for text in asked:
        shown_to = Shown(0, Question.typed(text))
        card = draw(answer_typed(asking, text), shown_to)
        cards.append(f"{text}\n{as_text(card.to_components())}")
    return "\n\n".join(cards)


def _ambiguous(base: FactBase) -> Iterator[str]:
    """Yield a question that means several people: the first word that two names share."""
    words = Counter(name for person in base.people.values() for name in set(person.name.split()))
    shared = sorted(word for word, count in words.items() if count > 1)
    if shared:
        yield f"/who {shared[0]}"


def as_text(components: Iterable[dict[str, Any]], width: int = 78) -> str:
    """Render the components of a message as a box of text; addresses are left out."""
    inner = width - 4
    lines = list(_lines(components, inner))
    bar = "─" * (inner + 2)
    body = (
        f"│ {line}{' ' * (inner - cell_len(line))} │" if line is not None else f"├{bar}┤"
        for line in lines
    )
    return "\n".join([f"╭{bar}╮", *body, f"╰{bar}╯"])


def shown(markdown: str) -> str:
    """Return one line of markdown as Discord shows it, without emphasis."""
    plain = _LINK.sub(r"\1", markdown)
    plain = _BARE_LINK.sub(r"\1", plain)
    return unescaped(_STRONG.sub("", plain))


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield lines of at most ``width`` cells, as a terminal counts them, broken between words."""
    line = ""
    for word in text.split():
        for piece in _pieces(word, width):
            if line and cell_len(line) + 1 + cell_len(piece) > width:
                yield line
                line = ""
            line = f"{line} {piece}" if line else piece
    if line:
        yield line


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for char in word:
        if cell_len(piece + char) > width:
            yield piece
            piece = ""
        piece += char
    yield piece


def _lines(components: Iterable[dict[str, Any]], width: int) -> Iterator[str | None]:
    for component in components:
        if component["type"] == TEXT:
            for line in component["content"].split("\n"):
                yield from _wrapped(line, width)
        elif component["type"] == SEPARATOR:
            yield None if component.get("divider", True) else ""
        elif component["type"] == ACTION_ROW:
            yield from wrapped("  ".join(map(_control, component["components"])), width)
        else:
            yield from _lines(component["components"], width)


def _wrapped(line: str, width: int) -> Iterator[str]:
    found = _SIGN.fullmatch(line)
    sign, rest = (found["sign"] or "", found["rest"]) if found else ("", line)
    indent = _INDENTS.get(sign, "")
    text = shown(rest)
    if sign.startswith("#"):
        text = text.upper() if sign == "## " else f"{text}:"
    lines = wrapped(text, width - len(indent))
    yield f"{indent}{next(lines, '')}"
    yield from (f"{indent.replace('-', ' ')}{line}" for line in lines)


def _control(control: dict[str, Any]) -> str:
    if control["type"] == SELECT:
        options = " | ".join(option["label"] for option in control["options"])
        return f"[{control.get('placeholder', '')} ▾ {options}]"
    label = control["label"]
    return f"({label})" if control.get("disabled") else f"[{label}]"
