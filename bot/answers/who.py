"""``/who``: a person or organisation, and all that the base holds on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.citing import KINDS_IN_WORDS, apart, cite, standing
from bot.answers.items import post_item
from bot.answers.model import Answer, Item, Status, Suggestion
from bot.answers.ordering import in_time
from bot.answers.resolving import Asked, events_on
from bot.facts.records import Organisation, Person, Quote, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.asking import Asking
    from bot.edition import Edition
    from bot.facts.base import FactBase


def answer(asking: Asking, name: str) -> Answer:
    """Answer with posts, other names, what is on the record, and events, each line cited."""
    asked = Asked(asking, "who", {"name": name})
    record = asked.record("name", ("person", "organisation"))
    if isinstance(record, Answer):
        return record
    return profile(asking, record)  # type: ignore[arg-type]  # the kinds asked for above


def profile(asking: Asking, party: Person | Organisation) -> Answer:
    """Answer with everything on one person or organisation."""
    base = asking.edition.base
    items = (
        *_itself(base, party),
        *_posts(base, party),
        *_on_record(asking.edition, party),
        *_events(asking.edition, party),
    )
    notes = [f"Also written: {', '.join(party.names)}"] if party.names else []
    if party.note:
        notes.append(f"Note: {party.note}")
    if not items:
        notes.append("The base names it, but holds nothing more on it.")
    return Answer(
        command="who",
        status=Status.FOUND,
        title=party.name,
        items=items,
        notes=tuple(notes),
        leads=tuple(_leads(base, party)),
        edition=asking.edition.fingerprint,
    )


def _itself(base: FactBase, party: Person | Organisation) -> Iterator[Item]:
    if party.cite:
        yield Item(
            kind=party.noun,
            id=party.id,
            date=None,
            text=party.about or party.name,
            standing=standing(base, party.cite),
            citations=cite(base, party.cite),
            heading="About",
        )


def _posts(base: FactBase, party: Person | Organisation) -> Iterator[Item]:
    if isinstance(party, Person):
        for post in in_time(party.posts):
            yield post_item(base, party.id, post, "Posts")
    for person in base.mentions(party.id, Person):
        for post in in_time(person.posts):
            if post.of == party.id:
                yield post_item(base, person.id, post, "People", person.name)


def _on_record(edition: Edition, party: Person | Organisation) -> Iterator[Item]:
    """Yield what the party says: what is official, reported and opinion under its own heading."""
    base, lines = edition.base, edition.lines
    for kind, quotes in apart(base, in_time(base.mentions(party.id, Quote))).items():
        for quote in quotes:
            yield lines.said(quote, f"Quotes in {KINDS_IN_WORDS[kind]}")
    for kind, statements in apart(base, in_time(base.mentions(party.id, Statement))).items():
        for statement in statements:
            yield lines.said(statement, f"Statements in {KINDS_IN_WORDS[kind]}")


def _events(edition: Edition, party: Person | Organisation) -> Iterator[Item]:
    for event in in_time(events_on(edition.base, party)):
        yield from edition.lines.events(event, "Events")


def _leads(base: FactBase, party: Person | Organisation) -> Iterator[Suggestion]:
    if base.mentions(party.id, Quote):
        yield Suggestion(label="Quotes", ask=f"/quote speaker:{party.id}")
    if events_on(base, party):
        yield Suggestion(label="Timeline", ask=f"/timeline about:{party.id}")
    if base.mentions(party.id, Statement):
        yield Suggestion(label="Who holds what", ask=f"/topic name:{party.id}")
