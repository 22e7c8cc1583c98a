"""``/source``: the sources of the base, or one of them and what is drawn from it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.answers.items import post_item
from bot.answers.model import Answer, Item, Status, Suggestion
from bot.answers.ordering import in_time
from bot.answers.resolving import MOST_SUGGESTIONS, Asked, shortened
from bot.facts.records import (
    Event,
    Organisation,
    Person,
    Quote,
    Source,
    SourceKind,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.asking import Asking
    from bot.edition import Edition
    from bot.facts.base import FactBase

_KINDS: Final = (Source.noun,)
_PARTIES: Final = (Person.noun, Organisation.noun)


def answer(asking: Asking, name: str = "") -> Answer:
    """Answer with all sources, official ones first, or with one and its records."""
    asked = Asked(asking, "source", {"name": name})
    if not name:
        return _all(asking)
    record = asked.record("name", _KINDS)
    if not isinstance(record, Answer):
        return _one(asking, record.id)
    by_party = _by_party(asked, name) if record.status is Status.NOT_FOUND else ()
    if not by_party:
        return record
    return _one(asking, by_party[0].id) if len(by_party) == 1 else _several(asking, name, by_party)


def _by_party(asked: Asked, name: str) -> tuple[Source, ...]:
    """Return the sources that somebody wrote or published, by any of their names."""
    parties = [match.id for match in asked.elsewhere(name, _KINDS) if match.kind in _PARTIES]
    if len(parties) != 1:
        return ()
    called = {parties[0], asked.base.name(parties[0])}
    sources = asked.base.sources.values()
    return tuple(one for one in sources if called & {one.author, one.publisher})


def _one(asking: Asking, id_: str) -> Answer:
    base = asking.edition.base
    return Answer(
        command="source",
        status=Status.FOUND,
        title=base.name(id_),
        items=(
            asking.edition.lines.source(base.sources[id_], "The source"),
            *_drawn(asking.edition, id_),
        ),
        leads=_speakers(base, id_),
        edition=asking.edition.fingerprint,
    )


def _speakers(base: FactBase, source: str) -> tuple[Suggestion, ...]:
    """Lead from a source to those who speak in it, whoever speaks most first."""
    said: list[Quote | Statement] = [*base.mentions(source, Quote)]
    said += base.mentions(source, Statement)
    parties = base.people.keys() | base.organisations.keys()
    counts = Counter(id_ for record in said for id_ in record.by if id_ in parties)
    return tuple(
        Suggestion(label=base.name(id_), ask=f"/who name:{id_}")
        for id_, _ in counts.most_common(MOST_SUGGESTIONS)
    )


def _several(asking: Asking, name: str, sources: tuple[Source, ...]) -> Answer:
    return Answer(
        command="source",
        status=Status.AMBIGUOUS,
        title=f"'{shortened(name)}' stands for {len(sources)} sources",
        notes=("Choose one of them.",),
        suggestions=tuple(_lead(source) for source in sources),
        edition=asking.edition.fingerprint,
    )


def _all(asking: Asking) -> Answer:
    base, lines = asking.edition.base, asking.edition.lines
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
        items=tuple(lines.source(source, headings[source.kind]) for source in sources),
        leads=tuple(_lead(source) for source in sources),
        edition=asking.edition.fingerprint,
    )


def _drawn(edition: Edition, source: str) -> Iterator[Item]:
    """Yield what cites a source, by kind and in order of time."""
    base, lines = edition.base, edition.lines
    for person in base.mentions(source, Person):
        for post in person.posts:
            if any(cite.source == source for cite in post.cite):
                yield post_item(base, person.id, post, "Posts drawn from it", person.name)
    for event in in_time(base.mentions(source, Event)):
        yield from lines.events(event, "Events drawn from it")
    for quote in in_time(base.mentions(source, Quote)):
        yield lines.said(quote, "Quotes drawn from it")
    for statement in in_time(base.mentions(source, Statement)):
        yield lines.said(statement, "Statements drawn from it")


def _lead(source: Source) -> Suggestion:
    return Suggestion(label=source.title, ask=f"/source name:{source.id}")
