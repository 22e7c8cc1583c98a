"""Statements that contradict each other, side by side."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

import msgspec

from bot.answers.items import names, statement_item
from bot.facts.records import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.model import Item
    from bot.facts.base import FactBase

HEADING: Final = "Contradictions, side by side"


def contradictions(base: FactBase, statements: Iterable[Statement]) -> Iterator[Item]:
    """Yield the statements that are contradicted, each once, with what contradicts them behind.

    Those with most against them come first; each says whom it contradicts. What contradicts them
    is shown even where it bears on another topic.
    """
    opposed = {one.id: opponents(base, one) for one in statements}
    ranked = sorted((id_ for id_ in opposed if opposed[id_]), key=lambda id_: -len(opposed[id_]))
    shown: set[str] = set()
    for id_ in ranked:
        waiting = deque([base.statements[id_]])
        while waiting:
            one = waiting.popleft()
            if one.id in shown:
                continue
            shown.add(one.id)
            others = opponents(base, one)
            yield _item(base, one, others)
            if one.id in opposed:  # those who contradict from elsewhere bring nobody else along
                waiting += others


def opponents(base: FactBase, statement: Statement) -> tuple[Statement, ...]:
    """Return what a statement contradicts and what contradicts it, whichever of them says so."""
    against = [base.statements[id_] for id_ in statement.against]
    back = [one for one in base.mentions(statement.id, Statement) if statement.id in one.against]
    return tuple({one.id: one for one in (*against, *back)}.values())


def _item(base: FactBase, statement: Statement, others: Iterable[Statement]) -> Item:
    item = statement_item(base, statement, HEADING)
    whom = "; ".join(dict.fromkeys(names(base, one.by) for one in others))
    return msgspec.structs.replace(item, detail=(*item.detail, f"Contradicts: {whom}"))
