"""Records as the lines of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.citing import cite, standing
from bot.answers.model import Item
from bot.facts.records import Cite, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.facts.base import FactBase
    from bot.facts.dates import When
    from bot.facts.records import Difference, Event, Figure, Post, Quote, Statement


def names(base: FactBase, ids: Iterable[str]) -> str:
    """Return what several records are called, as a list in words."""
    called = [_called(base, id_) for id_ in ids]
    return " and ".join([", ".join(called[:-1]), called[-1]] if len(called) > 1 else called)


def _called(base: FactBase, id_: str) -> str:
    """Return a name; where a source speaks for its unnamed author, say so."""
    record = base.records.get(id_)
    if isinstance(record, Source) and not record.author and record.publisher:
        return f"Unnamed author, {record.publisher}"
    return base.name(id_)


def post_item(base: FactBase, person: str, post: Post, heading: str, lead: str = "") -> Item:
    """Build the line for one post of a person, with the body where the post does not name it."""
    body = base.name(post.of) if post.of else ""
    return Item(
        kind="post",
        id=person,
        date=_edtf(post.when),
        text=post.post if body in post.post else f"{post.post}, {body}",
        standing=standing(base, post.cite),
        citations=cite(base, post.cite),
        heading=heading,
        lead=lead,
        detail=_notes(post.note),
    )


def event_items(base: FactBase, event: Event, heading: str) -> tuple[Item, ...]:
    """Build the line for an event, and one for each thing that another source says instead."""
    detail = [event.summary] if event.summary else []
    if event.who:
        detail.append(f"With: {names(base, event.who)}")
    main = Item(
        kind="event",
        id=event.id,
        date=_edtf(event.when),
        text=f"{event.title} ({event.place})" if _adds_place(event) else event.title,
        standing=standing(base, event.cite),
        citations=cite(base, event.cite),
        heading=heading,
        detail=(*detail, *_notes(event.note)),
    )
    return (main, *(_difference_item(base, event, other, heading) for other in event.differs))


def _adds_place(event: Event) -> bool:
    parts = (event.place or "").split(",")
    return any(part.strip() not in event.title for part in parts)


def quote_item(base: FactBase, quote: Quote, heading: str = "") -> Item:
    """Build the line for a quote: its words as they stand in the source."""
    detail = []
    if quote.event:
        detail.append(f"Occasion: {base.name(quote.event)}")
    if quote.translated:
        detail.append("The words are a translation, by the source")
    return Item(
        kind="quote",
        id=quote.id,
        date=_edtf(quote.when),
        text=quote.words,
        standing=standing(base, quote.cite),
        citations=cite(base, quote.cite),
        heading=heading,
        lead=names(base, quote.by),
        detail=(*detail, *_notes(quote.note)),
        by=quote.by,
    )


def statement_item(base: FactBase, statement: Statement, heading: str = "") -> Item:
    """Build the line for a statement, with whoever makes it in front."""
    figures = tuple(f"Figure: {figure_in_words(figure)}" for figure in statement.figures)
    return Item(
        kind="statement",
        id=statement.id,
        date=_edtf(statement.when),
        text=statement.says,
        standing=standing(base, statement.cite),
        citations=cite(base, statement.cite),
        heading=heading,
        lead=names(base, statement.by),
        detail=(*figures, *_notes(statement.note)),
        by=statement.by,
    )


def source_item(base: FactBase, source: Source, heading: str = "") -> Item:
    """Build the line for a source itself: it cites its own first paragraph."""
    author = f"By {base.name(source.author)}" if source.author else "Author not named"
    publisher = source.publisher or "publisher not named"
    held = source.text.paragraphs if source.text else None
    first = (Cite(f"{source.id}#{held.spans()[0][0] if held else 1}"),)
    detail = [f"{author}; {publisher}; language: {source.language}"]
    detail += [line for line in (source.url, source.archive) if line]
    return Item(
        kind="source",
        id=source.id,
        date=_edtf(source.published),
        text=source.title,
        standing=standing(base, first),
        citations=cite(base, first),
        heading=heading,
        detail=(*detail, *_notes(source.note)),
    )


def figure_in_words(figure: Figure) -> str:
    """Return 'bilateral trade: 245 billion US dollars, 2024 (uncertain)'."""
    amount = f"{figure.value} {figure.unit}" if figure.unit else figure.value
    when = f", {figure.when.in_words()}" if figure.when else ""
    note = f"; {figure.note}" if figure.note else ""
    return f"{figure.of}: {amount}{when}{note}"


def _difference_item(base: FactBase, event: Event, other: Difference, heading: str) -> Item:
    return Item(
        kind="difference",
        id=event.id,
        date=_edtf(event.when),
        text=f"Differs on {other.field}: {other.value}",
        standing=standing(base, other.cite),
        citations=cite(base, other.cite),
        heading=heading,
        detail=(f"On: {event.title}", *_notes(other.note)),
    )


def _edtf(when: When | None) -> str | None:
    return when.text if when else None


def _notes(note: str | None) -> tuple[str, ...]:
    return (f"Note: {note}",) if note else ()
