"""``/timeline``: events in order of time, within the range that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import AmbiguousDate, UnreadableDate, read_since, read_until
from bot.answers.items import event_items
from bot.answers.model import Answer, Item, Status, Suggestion
from bot.answers.ordering import in_time
from bot.answers.resolving import MOST_SUGGESTIONS, Asked, events_on
from bot.facts.dates import FIRST_DAY, LAST_DAY, When
from bot.facts.records import Organisation, Person, Quote, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.asking import Asking
    from bot.facts.base import FactBase
    from bot.facts.records import Event, Record

KINDS: Final = ("person", "organisation", "topic", "event")
UNDATED_HEADING: Final = "Undated in the source"


def answer(asking: Asking, about: str = "", since: str = "", until: str = "") -> Answer:
    """Answer with the events on something, or all; the range as understood stands in the notes."""
    asked = Asked(asking, "timeline", {"about": about, "since": since, "until": until})
    bounds = _bounds(asked, since, until)
    if isinstance(bounds, Answer):
        return bounds
    records = asked.subject("about", KINDS) if about else ()
    if isinstance(records, Answer):
        return records
    return over(asked, records, bounds)


def over(asked: Asked, records: Sequence[Record], bounds: When | None) -> Answer:
    """Answer with the events on any of some records, or all events, that overlap a range."""
    base = asked.base
    events = in_time(_events(base, records))
    dated = [
        event for event in events if event.when and (bounds is None or event.when.overlaps(bounds))
    ]
    undated = [event for event in events if event.when is None]
    subject = base.name(records[0].id) if records else "all events"
    notes = [f"Range as understood: {bounds.in_words() if bounds else 'all dates'}"]
    if bounds and undated:
        count = f"{len(undated)} undated event{'s' if len(undated) > 1 else ''}"
        notes.append(f"{count} cannot be placed in a range; ask without one to see them.")
        undated = []
    if not dated and not undated:
        again = Suggestion(
            label=f"{subject}, all dates",
            ask=f"/timeline about:{records[0].id}" if records else "/timeline",
        )
        return asked.miss(
            f"No events in this base: {subject}",
            notes=tuple(notes),
            suggestions=(again,) if bounds and events else tuple(_other_questions(base, records)),
        )
    return Answer(
        command="timeline",
        status=Status.FOUND,
        title=f"Timeline: {subject}",
        items=(*_items(base, dated, "Events"), *_items(base, undated, UNDATED_HEADING)),
        notes=tuple(notes),
        leads=tuple(_sources(base, (*dated, *undated)))[:MOST_SUGGESTIONS],
        edition=asked.asking.edition.fingerprint,
    )


def _sources(base: FactBase, events: Iterable[Event]) -> Iterator[Suggestion]:
    """Lead from events to the sources that report them, the first event's first."""
    for id_ in dict.fromkeys(cite.source for event in events for cite in event.cite):
        yield Suggestion(label=f"Source: {base.sources[id_].title}", ask=f"/source name:{id_}")


def _events(base: FactBase, records: Sequence[Record]) -> Iterable[Event]:
    if not records:
        return base.events.values()
    return {event.id: event for one in records for event in events_on(base, one)}.values()


def _items(base: FactBase, events: Sequence[Event], heading: str) -> Iterator[Item]:
    for event in events:
        yield from event_items(base, event, heading)


def _other_questions(base: FactBase, records: Sequence[Record]) -> Iterator[Suggestion]:
    for record in records:
        statements, quotes = base.mentions(record.id, Statement), base.mentions(record.id, Quote)
        if statements or quotes:
            yield Suggestion(label="Who holds what on it", ask=f"/topic name:{record.id}")
        elif isinstance(record, Person | Organisation):
            yield Suggestion(label="What the base holds on it", ask=f"/who name:{record.id}")


def _bounds(asked: Asked, since: str, until: str) -> When | Answer | None:
    first, last = FIRST_DAY, LAST_DAY
    start = end = ".."
    for option, text, read in (("since", since, read_since), ("until", until, read_until)):
        if not text:
            continue
        try:
            bound = read(text, asked.asking.today)
        except AmbiguousDate as ambiguous:
            return _which_date(asked, option, ambiguous)
        except UnreadableDate as unreadable:
            return asked.asking.invalid("timeline", f"'{text}' is not a date", str(unreadable))
        if option == "since":
            first, start = bound.first, bound.text.partition("/")[0]
        else:
            last, end = bound.last, bound.text.rpartition("/")[2]
    if first > last:
        title = f"'{since}' is later than '{until}'"
        return asked.asking.invalid("timeline", title, "Turn the two round: since the earlier one.")
    return When.parse(f"{start}/{end}") if since or until else None


def _which_date(asked: Asked, option: str, ambiguous: AmbiguousDate) -> Answer:
    return Answer(
        command="timeline",
        status=Status.AMBIGUOUS,
        title=f"'{ambiguous.words}' can be read as two dates",
        notes=("Choose one of them.",),
        suggestions=tuple(
            Suggestion(label=reading.in_words(), ask=asked.instead(option, reading.text))
            for reading in ambiguous.readings
        ),
        edition=asked.asking.edition.fingerprint,
    )
