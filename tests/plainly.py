"""Plain questions to the shipped base, and what a row of a table says about their answers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from shipped import edition, said

from bot.answers.asking import Asking
from bot.answers.typed import answer_typed

if TYPE_CHECKING:
    from bot.answers.model import Answer

TODAY = dt.date(2026, 1, 20)


class Q(NamedTuple):
    """A question and what its answer must be.

    ``command`` and ``status`` may name several, with a bar between them. Of ``has`` and ``lacks``,
    what is the id of a record is sought among the records shown and those who say them; any other
    words in all that is shown.
    """

    question: str
    command: str
    status: str = "found"
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


def ask(text: str) -> Answer:
    """Answer a question as typed."""
    return answer_typed(Asking(edition(), TODAY), text)


def faults(row: Q) -> list[str]:
    """Ask a row's question; return what is wrong with the answer, a line each."""
    answer = ask(row.question)
    found = []
    if answer.status not in row.status.split("|"):
        found.append(f"is {answer.status}, not {row.status}")
    if answer.command not in row.command.split("|"):
        found.append(f"is a {answer.command}, not a {row.command}")
    if answer.status == "not_found" and answer.items:
        found.append("finds nothing, and shows items")
    found += [f"lacks {one}" for one in row.has if not _shows(answer, one)]
    found += [f"has {one}" for one in row.lacks if _shows(answer, one)]
    if found:
        found.append(f"({answer.title} | {' | '.join(answer.notes)})")
    return found


def _shows(answer: Answer, one: str) -> bool:
    if one in edition().base.records:
        return any(one == item.id or one in item.by for item in answer.items)
    return one.casefold() in said(answer)
