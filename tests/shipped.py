"""The shipped base, loaded once, and what a golden row says about an answer drawn from it."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answers.asking import Asking
from bot.answers.typed import answer_typed
from bot.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.answers.model import Answer

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"
TODAY = dt.date(2025, 12, 10)


@functools.cache
def edition() -> Edition:
    """Return the shipped base and its index."""
    return Edition.load(KNOWLEDGE)


def ask(text: str) -> Answer:
    """Answer a question as typed."""
    return answer_typed(Asking(edition(), TODAY), text)


def said(answer: Answer) -> str:
    """Return every word that an answer shows, case folded, a line each."""
    lines = [answer.title, *answer.notes]
    for item in answer.items:
        lines += [item.heading, item.lead, item.text, *item.detail, item.standing, item.date or ""]
        lines += [f"{cite.title} {cite.publisher}" for cite in item.citations]
    lines += [offer.label for offer in (*answer.suggestions, *answer.leads)]
    return "\n".join(lines).casefold()


def cited(answer: Answer, kinds: Collection[str] = ()) -> set[str]:
    """Return what an answer's items cite, as ``source#paragraph``; no kinds means all."""
    return {
        f"{cite.source}#{cite.paragraph}"
        for item in answer.items
        for cite in item.citations
        if not kinds or item.kind in kinds
    }


@dataclass(frozen=True)
class Row:
    """A question, and what its answer must and must not hold.

    ``status`` may name several, with a bar between them; each of ``cites`` may too, of which one
    is enough. Words are sought in everything shown, in any case; ``cites`` and ``uncited`` in the
    citations of the items, ``unsaid`` in those of statements and quotes alone; ``ids`` and
    ``no_ids`` among the items' records. ``no_dates`` are the beginnings of dates.
    """

    question: str
    status: str
    title: str = ""
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    uncited: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    no_dates: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    no_ids: tuple[str, ...] = ()


def faults(row: Row) -> list[str]:
    """Ask a row's question; return what is wrong with the answer, a line each."""
    answer = ask(row.question)
    text, sources = said(answer), cited(answer)
    records = {item.id for item in answer.items}
    found = []
    if answer.status not in row.status.split("|"):
        found.append(f"is {answer.status}, not {row.status}")
    if row.title.casefold() not in answer.title.casefold():
        found.append(f"is titled {answer.title!r}, not {row.title!r}")
    found += [f"lacks {words!r}" for words in row.has if words.casefold() not in text]
    found += [f"has {words!r}" for words in row.lacks if words.casefold() in text]
    found += [f"does not cite {one}" for one in row.cites if not sources & set(one.split("|"))]
    found += [f"cites {one}" for one in row.uncited if one in sources]
    sayings = cited(answer, {"statement", "quote"})
    found += [f"cites {one} for what is said" for one in row.unsaid if one in sayings]
    dates = {item.date for item in answer.items if item.date}
    found += [f"is dated {one}" for one in row.no_dates if any(d.startswith(one) for d in dates)]
    found += [f"does not hold {one}" for one in row.ids if one not in records]
    found += [f"holds {one}" for one in row.no_ids if one in records]
    return found
