"""The lines of one edition: the same record under the same heading is built once, and shared.

A line is made from nothing but a record, the sources it cites and a heading, none of which changes
within an edition; and lines are frozen, so any number of answers and threads may hold the same.
They are built when first asked for, so a large base pays nothing before, and those asked for last
are kept: what an answer saves does not depend on how many records there are beside it.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from bot.answers.items import event_items, quote_item, source_item, statement_item
from bot.facts.records import Quote

if TYPE_CHECKING:
    from bot.answers.model import Item
    from bot.facts.base import FactBase
    from bot.facts.records import Event, Source, Statement

#: Of each kind of record: a kilobyte a line. A base of some hundred records is kept whole.
_MOST: Final = 2_048


class Lines:
    """What ``items`` builds, for the records of one base; nothing of it is shared with another.

    A ``heading`` is the group that a line is shown under, in the words of the question's module.
    """

    def __init__(self, base: FactBase) -> None:
        """Keep no line yet."""
        # by id, as a record is hashed field by field; no method of self, which would be a circle
        self._statements = lru_cache(_MOST)(partial(_statement, base))
        self._quotes = lru_cache(_MOST)(partial(_quote, base))
        self._events = lru_cache(_MOST)(partial(_event, base))
        self._sources = lru_cache(_MOST)(partial(_source, base))

    def said(self, record: Statement | Quote, heading: str = "") -> Item:
        """Return the line for a statement or a quote."""
        kept = self._quotes if isinstance(record, Quote) else self._statements
        return kept(record.id, heading)

    def events(self, event: Event, heading: str) -> tuple[Item, ...]:
        """Return the line for an event, and those for what other sources say instead."""
        return self._events(event.id, heading)

    def source(self, source: Source, heading: str) -> Item:
        """Return the line for a source."""
        return self._sources(source.id, heading)


def _statement(base: FactBase, id_: str, heading: str) -> Item:
    return statement_item(base, base.statements[id_], heading)


def _quote(base: FactBase, id_: str, heading: str) -> Item:
    return quote_item(base, base.quotes[id_], heading)


def _event(base: FactBase, id_: str, heading: str) -> tuple[Item, ...]:
    return event_items(base, base.events[id_], heading)


def _source(base: FactBase, id_: str, heading: str) -> Item:
    return source_item(base, base.sources[id_], heading)
