"""What was found as an answer: what is said grouped by where it stands, then events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers._plain.reading import Reading, Wanted
from bot.answers._plain.wording import dates, remarks, subject, understood
from bot.answers.citing import apart
from bot.answers.model import Answer, Item, Status, Suggestion
from bot.answers.resolving import MOST_SUGGESTIONS
from bot.answers.topic import HEADINGS
from bot.facts.records import Event, Quote, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers._plain.holding import Found, Held
    from bot.answers.asking import Asking
    from bot.edition import Edition
    from bot.facts.base import FactBase
    from bot.facts.dates import When


def composed(asking: Asking, reading: Reading, found: Found) -> Answer:
    """Return an answer with all that was found."""
    base = asking.edition.base
    notes = [understood(base, reading), *remarks(reading), *found.notes]
    if found.undated:
        notes.append(
            f"{found.undated} more are undated in the source; ask without a date to see them."
        )
    wider = sum(_is_wider(one, reading.dates.range) for one in found.records)
    if wider:
        notes.append(f"{wider} dated less exactly than the range may lie outside it.")
    said = subject(base, reading)
    title = f"{said[:1].upper()}{said[1:]}"
    return Answer(
        command=_command(reading, found),
        status=Status.FOUND,
        title=f"{title}, {dates(reading)}" if reading.dates.range else title,
        items=tuple(_items(asking.edition, found)),
        notes=tuple(notes),
        leads=tuple(_leads(base, reading)),
        edition=asking.edition.fingerprint,
    )


def _is_wider(record: Held, bounds: When | None) -> bool:
    """Whether what is dated by a month or a year alone may lie outside a range."""
    if bounds is None or record.when is None or record.when.is_interval:
        return False
    return record.when.first < bounds.first or record.when.last > bounds.last


def _command(reading: Reading, found: Found) -> str:
    if reading.wanted is Wanted.QUOTES:
        return "quote"
    if reading.wanted is Wanted.EVENTS or all(isinstance(one, Event) for one in found.records):
        return "timeline"
    return "topic"


def _items(edition: Edition, found: Found) -> Iterator[Item]:
    said = [one for one in found.records if isinstance(one, Statement | Quote)]
    for kind, of_kind in apart(edition.base, said).items():
        for by in dict.fromkeys(one.by for one in of_kind):
            for one in of_kind:
                if one.by == by:
                    yield edition.lines.said(one, HEADINGS[kind])
    for event in found.records:
        if isinstance(event, Event):
            yield from edition.lines.events(event, "Events")


def _leads(base: FactBase, reading: Reading) -> Iterator[Suggestion]:
    """Yield where to go on: each thing named, by itself."""
    for mention in reading.mentions[:MOST_SUGGESTIONS]:
        for id_ in mention.ids("person", "organisation")[:1]:
            yield Suggestion(label=base.name(id_), ask=f"/who name:{id_}")
        for id_ in mention.ids("topic")[:1]:
            yield Suggestion(label=base.name(id_), ask=f"/topic name:{base.name(id_)}")
