"""``/source``: the sources of the base, or one of them and what is drawn from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.items import event_items, post_item, quote_item, source_item, statement_item
from bot.answers.model import Answer, Item, Status, Suggestion
from bot.answers.ordering import in_time
from bot.answers.resolving import Asked
from bot.facts.records import Event, Person, Quote, Source, SourceKind, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.asking import Asking
    from bot.facts.base import FactBase


def answer(asking: Asking, name: str = "") -> Answer:
    """Answer with all sources, official ones first, or with one and its records."""
    asked = Asked(asking, "source", {"name": name})
    if not name:
        return _all(asking)
    record = asked.record("name", ("source",))
    if isinstance(record, Answer):
        return record
    base = asking.edition.base
    return Answer(
        command="source",
        status=Status.FOUND,
        title=base.name(record.id),
        items=(source_item(base, base.sources[record.id], "The source"), *_drawn(base, record.id)),
        edition=asking.edition.fingerprint,
    )


def _all(asking: Asking) -> Answer:
    base = asking.edition.base
    headings = {
        SourceKind.OFFICIAL: "Official",
        SourceKind.REPORT: "Reports",
        SourceKind.OPINION: "Opinion",
    }
    sources = [
        source for kind in SourceKind for source in base.sources.values() if source.kind == kind
    ]
    return Answer(
        command="source",
        status=Status.FOUND if sources else Status.NOT_FOUND,
        title=f"{len(sources)} sources",
        items=tuple(source_item(base, source, headings[source.kind]) for source in sources),
        leads=tuple(_lead(source) for source in sources),
        edition=asking.edition.fingerprint,
    )


def _drawn(base: FactBase, source: str) -> Iterator[Item]:
    """Yield what cites a source, by kind and in order of time."""
    for person in base.mentions(source, Person):
        for post in person.posts:
            if any(cite.source == source for cite in post.cite):
                yield post_item(base, person.id, post, "Posts drawn from it", person.name)
    for event in in_time(base.mentions(source, Event)):
        yield from event_items(base, event, "Events drawn from it")
    for quote in in_time(base.mentions(source, Quote)):
        yield quote_item(base, quote, "Quotes drawn from it")
    for statement in in_time(base.mentions(source, Statement)):
        yield statement_item(base, statement, "Statements drawn from it")


def _lead(source: Source) -> Suggestion:
    return Suggestion(label=source.title, ask=f"/source name:{source.id}")
