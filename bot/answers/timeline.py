"""``/timeline``: events in order of time, within the range that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answers._asked_range import range_asked
from bot.answers.model import Answer, Item, Status, Suggestion
from bot.answers.ordering import in_time
from bot.answers.resolving import MOST_SUGGESTIONS, Asked, events_on
from bot.facts.records import Organisation, Person, Quote, Statement
from bot.search.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.asking import Asking
    from bot.answers.lines import Lines
    from bot.facts.base import FactBase
    from bot.facts.dates import When
    from bot.facts.records import Event, Record

KINDS: Final = ("person", "organisation", "topic", "event")
UNDATED_HEADING: Final = "Undated in the source"


def answer(asking: Asking, about: str = "", since: str = "", until: str = "") -> Answer:
    """Answer with the events on something, or all; the range as understood stands in the notes."""
    asked = Asked(asking, "timeline", {"about": about, "since": since, "until": until})
    bounds = range_asked(asked, about, since, until)
    if isinstance(bounds, Answer):
        return bounds
    subject = _subject(asked, about)
    return subject if isinstance(subject, Answer) else _over(asked, subject, bounds)


@dataclass(frozen=True)
class _Subject:
    """What a timeline is about: the records that are meant, if any, and all events on them."""

    name: str
    ask: str  # the same question without a range
    events: tuple[Event, ...]
    records: tuple[Record, ...] = ()


def _subject(asked: Asked, about: str) -> _Subject | Answer:
    """Return what is asked about: everything, records, or a place that events name."""
    base = asked.base
    if not about:
        return _Subject("all events", "/timeline", tuple(base.events.values()))
    records = asked.subject("about", KINDS)
    there = base.events_in(about)
    place = _Subject(about, f"/timeline about:{about}", there)
    if isinstance(records, Answer):
        return place if there else records
    if there and not any(_is_called(base, record, about) for record in records):
        return place  # a title that holds the place's name is only one of the events there
    events = {event.id: event for record in records for event in events_on(base, record)}
    first = records[0].id
    return _Subject(
        base.name(first), f"/timeline about:{first}", tuple(events.values()), tuple(records)
    )


def _is_called(base: FactBase, record: Record, name: str) -> bool:
    names = (base.name(record.id), *getattr(record, "names", ()), record.id)
    return fold(name) in map(fold, names)


def _over(asked: Asked, subject: _Subject, bounds: When | None) -> Answer:
    """Answer with the events on a subject that overlap a range."""
    base, lines = asked.base, asked.asking.edition.lines
    events = in_time(subject.events)
    dated = [
        event for event in events if event.when and (bounds is None or event.when.overlaps(bounds))
    ]
    undated = [event for event in events if event.when is None]
    notes = [f"Range as understood: {bounds.in_words() if bounds else 'all dates'}"]
    if bounds:
        notes += _reservations(dated, undated, bounds)
        undated = []
    everything = Suggestion(label=f"{subject.name}, all dates", ask=subject.ask)
    if not dated and not undated:
        return asked.miss(
            f"No events in this {'range' if bounds and events else 'base'}: {subject.name}",
            notes=(*notes, *_extent(events)),
            suggestions=(everything,)
            if bounds and events
            else tuple(_other_questions(base, subject.records)),
        )
    leads = (*([everything] if bounds else []), *_sources(base, (*dated, *undated)))
    return Answer(
        command="timeline",
        status=Status.FOUND,
        title=f"Timeline: {subject.name}",
        items=(*_items(lines, dated, "Events"), *_items(lines, undated, UNDATED_HEADING)),
        notes=tuple(notes),
        leads=leads[:MOST_SUGGESTIONS],
        edition=asked.asking.edition.fingerprint,
    )


def _reservations(dated: Iterable[Event], undated: Sequence[Event], bounds: When) -> Iterator[str]:
    """Yield what a range cannot decide: dates that are wider than it, and events without one."""
    wider = [
        event.id
        for event in dated
        if event.when and not event.when.is_interval and not _is_within(event.when, bounds)
    ]
    if wider:
        yield f"{_count(wider, 'event')} dated less exactly than the range may lie outside it."
    if undated:
        count = _count(undated, "undated event")
        yield f"{count} cannot be placed in a range; ask without one to see them."


def _is_within(when: When, bounds: When) -> bool:
    return bounds.first <= when.first and when.last <= bounds.last


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'s' if len(things) > 1 else ''}"


def _extent(events: Sequence[Event]) -> Iterator[str]:
    """Say from when to when the base has events, for those who asked beside them."""
    whens = [event.when for event in events if event.when]
    if whens:
        last = max(whens, key=lambda when: when.last)
        first = whens[0].in_words()
        yield f"Dated events: {first if last is whens[0] else f'{first} … {last.in_words()}'}"


def _sources(base: FactBase, events: Iterable[Event]) -> Iterator[Suggestion]:
    """Lead from events to the sources that report them, the first event's first."""
    for id_ in dict.fromkeys(cite.source for event in events for cite in event.cite):
        yield Suggestion(label=f"Source: {base.sources[id_].title}", ask=f"/source name:{id_}")


def _items(lines: Lines, events: Sequence[Event], heading: str) -> Iterator[Item]:
    for event in events:
        yield from lines.events(event, heading)


def _other_questions(base: FactBase, records: Sequence[Record]) -> Iterator[Suggestion]:
    for record in records:
        statements, quotes = base.mentions(record.id, Statement), base.mentions(record.id, Quote)
        if statements or quotes:
            yield Suggestion(label="Who holds what on it", ask=f"/topic name:{record.id}")
        elif isinstance(record, Person | Organisation):
            yield Suggestion(label="What the base holds on it", ask=f"/who name:{record.id}")
