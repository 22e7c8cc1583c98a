"""``/topic``: who holds what, grouped by speaker, with official, reported and opinion kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.citing import weightiest_kind
from bot.answers.items import event_items, names, quote_item, statement_item
from bot.answers.model import Answer, Item, Status, Suggestion
from bot.answers.ordering import in_time
from bot.answers.resolving import MOST_SUGGESTIONS, Asked, shortened
from bot.facts.records import Event, Quote, SourceKind, Statement
from bot.search.found import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.asking import Asking
    from bot.facts.base import FactBase
    from bot.facts.records import Record

KINDS: Final = ("topic", "person", "organisation", "event")
HEADINGS: Final = {
    SourceKind.OFFICIAL: "Official readouts",
    SourceKind.REPORT: "Reports",
    SourceKind.OPINION: "Opinion pieces",
}
CONTRADICTIONS: Final = "Contradictions, side by side"
_MOST_BY_WORDS: Final = 12


def answer(asking: Asking, name: str) -> Answer:
    """Answer with what is held on a topic, person, organisation or event, or in those words."""
    asked = Asked(asking, "topic", {"name": name})
    subject = asked.subject("name", KINDS)
    if not isinstance(subject, Answer):
        base = asked.base
        held = {record.id: record for one in subject for record in _on(base, one)}
        if held:
            return _answer(asked, base.name(subject[0].id), tuple(held.values()))
        return asked.miss(
            f"The base names '{base.name(subject[0].id)}', but holds nothing on it",
            suggestions=_nearest_topics(asked, name),
        )
    if subject.status is Status.AMBIGUOUS:
        return subject
    by_words = _by_words(asked, name)
    if by_words:
        return _answer(asked, f"'{shortened(name)}', by words", by_words)
    return asked.miss(
        f"Nothing on '{shortened(name)}' in this base",
        notes=(f"Searched: {len(asked.base.topics)} topics, all names and all wordings.",),
        suggestions=subject.suggestions or _nearest_topics(asked, name),
    )


def _on(base: FactBase, subject: Record) -> Iterator[Record]:
    for kind in (Statement, Quote, Event):
        yield from base.mentions(subject.id, kind)
    if isinstance(subject, Event):
        yield subject


def _by_words(asked: Asked, words: str) -> tuple[Record, ...]:
    kinds = ("statement", "quote", "event")
    found = asked.asking.edition.index.find(words, kinds, field=Field.TEXTS, limit=_MOST_BY_WORDS)
    return tuple(asked.base.records[match.id] for match in found.close_matches)


def _answer(asked: Asked, title: str, records: Sequence[Record]) -> Answer:
    base = asked.base
    said = [record for record in records if isinstance(record, Statement | Quote)]
    statements = [record for record in said if isinstance(record, Statement)]
    return Answer(
        command="topic",
        status=Status.FOUND,
        title=f"On {title}",
        items=(
            *_positions(base, said),
            *_contradictions(base, statements),
            *_events(base, records),
        ),
        notes=(_overview(base, said),) if said else (),
        leads=_speakers(base, said),
        edition=asked.asking.edition.fingerprint,
    )


def _positions(base: FactBase, said: Iterable[Statement | Quote]) -> Iterator[Item]:
    in_order = in_time(said)
    for kind in SourceKind:
        of_kind = [record for record in in_order if weightiest_kind(base, record.cite) == kind]
        for by in dict.fromkeys(record.by for record in of_kind):
            for record in of_kind:
                if record.by == by:
                    yield _said(base, record, HEADINGS[kind])


def _said(base: FactBase, record: Statement | Quote, heading: str) -> Item:
    if isinstance(record, Quote):
        return quote_item(base, record, heading)
    return statement_item(base, record, heading)


def _contradictions(base: FactBase, statements: Iterable[Statement]) -> Iterator[Item]:
    """Yield each pair of statements that contradict each other, one behind the other, once."""
    seen = set()
    for statement in statements:
        for other in _opponents(base, statement):
            pair = frozenset((statement.id, other.id))
            if pair not in seen:
                seen.add(pair)
                yield statement_item(base, statement, CONTRADICTIONS)
                yield statement_item(base, other, CONTRADICTIONS)


def _opponents(base: FactBase, statement: Statement) -> Iterator[Statement]:
    for id_ in statement.against:
        yield base.statements[id_]
    for other in base.mentions(statement.id, Statement):
        if statement.id in other.against:
            yield other


def _events(base: FactBase, records: Iterable[Record]) -> Iterator[Item]:
    for event in in_time(record for record in records if isinstance(record, Event)):
        yield from event_items(base, event, "Events")


def _overview(base: FactBase, said: Sequence[Statement | Quote]) -> str:
    kinds = [weightiest_kind(base, record.cite) for record in said]
    counts = ", ".join(
        f"{kinds.count(kind)} {HEADINGS[kind].lower()}" for kind in SourceKind if kind in kinds
    )
    return f"{len(said)} statements and quotes, by where they stand: {counts}."


def _speakers(base: FactBase, said: Iterable[Statement | Quote]) -> tuple[Suggestion, ...]:
    speakers = dict.fromkeys(id_ for record in said for id_ in record.by)
    parties = [id_ for id_ in speakers if id_ in base.people or id_ in base.organisations]
    return tuple(
        Suggestion(label=names(base, (id_,)), ask=f"/who name:{id_}")
        for id_ in parties[:MOST_SUGGESTIONS]
    )


def _nearest_topics(asked: Asked, words: str) -> tuple[Suggestion, ...]:
    found = asked.asking.edition.index.find(words, ("topic",), limit=MOST_SUGGESTIONS)
    return tuple(
        Suggestion(label=asked.base.name(match.id), ask=asked.instead("name", match.id))
        for match in found.matches
    )
