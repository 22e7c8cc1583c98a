"""An answer as the one line of JSON that other programs read: a public interface.

Fields may be added; none is ever renamed, taken away, or given another meaning.
"""

from __future__ import annotations

import msgspec

from bot.answers.model import Answer, Item, Status, Verdict


class PublicAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What the line holds, in this order.

    ``asked`` is the question as it was typed; ``text`` the whole answer as plain text;
    ``suggestions`` what may have been meant and ``leads`` where the answer leads on to, both as
    questions that can be asked as they are; ``took_ms`` how long answering took, in milliseconds.
    """

    asked: str
    command: str
    status: Status
    verdict: Verdict | None
    title: str
    text: str
    items: tuple[Item, ...]
    suggestions: tuple[str, ...]
    edition: str
    took_ms: float
    notes: tuple[str, ...]
    leads: tuple[str, ...]


def public(asked: str, answer: Answer, text: str, took_ms: float) -> PublicAnswer:
    """Put an answer and its rendering as plain text into the public form."""
    return PublicAnswer(
        asked=asked,
        command=answer.command,
        status=answer.status,
        verdict=answer.verdict,
        title=answer.title,
        text=text,
        items=answer.items,
        suggestions=tuple(suggestion.ask for suggestion in answer.suggestions),
        edition=answer.edition,
        took_ms=round(took_ms, 3),
        notes=answer.notes,
        leads=tuple(lead.ask for lead in answer.leads),
    )


def json_line(shown: PublicAnswer) -> bytes:
    """Return the line, in UTF-8, with the line feed that ends it."""
    return msgspec.json.encode(shown) + b"\n"
