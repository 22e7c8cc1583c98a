"""Statements that contradict each other, side by side."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

import msgspec

from bot.answers.items import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.model import Item
    from bot.edition import Edition
    from bot.facts.records import Statement

HEADING: Final = "Contradictions, side by side"


def contradictions(edition: Edition, statements: Iterable[Statement]) -> Iterator[Item]:
    """Yield the statements that are contradicted, each once, with what contradicts them behind.

    Those with most against them come first; each says whom it contradicts. What contradicts them
    is shown even where it bears on another topic.
    """
    opposed = edition.base.opposed
    given = {one.id: one for one in statements if one.id in opposed}
    shown: set[str] = set()
    for first in sorted(given.values(), key=lambda one: -len(opposed[one.id])):
        waiting = deque([first])
        while waiting:
            one = waiting.popleft()
            if one.id in shown:
                continue
            shown.add(one.id)
            yield _item(edition, one, opposed[one.id])
            if one.id in given:  # those who contradict from elsewhere bring nobody else along
                waiting += opposed[one.id]


def _item(edition: Edition, statement: Statement, others: Iterable[Statement]) -> Item:
    item = edition.lines.said(statement, HEADING)
    whom = "; ".join(dict.fromkeys(names(edition.base, one.by) for one in others))
    return msgspec.structs.replace(item, detail=(*item.detail, f"Contradicts: {whom}"))
