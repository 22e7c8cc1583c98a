"""``/topic``: who holds what, by speaker, with official, reported and opinion kept apart."""

from __future__ import annotations

import heapq
import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import msgspec

from bot.answers._opposed import contradictions
from bot.answers.citing import KINDS_IN_WORDS, apart
from bot.answers.items import names
from bot.answers.model import Answer, Item, Status, Suggestion
from bot.answers.ordering import in_time
from bot.answers.resolving import MOST_SUGGESTIONS, Asked, events_on, shortened
from bot.facts.records import Event, Named, Quote, SourceKind, Statement, Topic
from bot.search.forms import fold, is_cjk
from bot.search.found import Field, How

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.answers.asking import Asking
    from bot.edition import Edition
    from bot.facts.base import FactBase
    from bot.facts.records import Record
    from bot.search.rows import Rows

KINDS: Final = ("topic", "person", "organisation", "event")
HEADINGS: Final = {
    SourceKind.OFFICIAL: "Official readouts",
    SourceKind.REPORT: "Reports",
    SourceKind.OPINION: "Opinion pieces",
}
_MOST_BY_WORDS: Final = 12
_MOST_NAMES: Final = 5  # the usual ones stand first
_MOST_READ: Final = 48  # of the records that hold a name's words, looked at for the name itself
_UNCHANGED: Final = frozenset({How.EXACT, How.PART})


def answer(asking: Asking, name: str) -> Answer:
    """Answer with what is held on a topic, person, organisation or event, or in those words."""
    asked = Asked(asking, "topic", {"name": name})
    subject = asked.subject("name", KINDS)
    if not isinstance(subject, Answer):
        return on(asked, subject)
    if subject.status is Status.AMBIGUOUS:
        held = tuple(one for one in subject.suggestions if _is_held(asked, one))
        return msgspec.structs.replace(subject, suggestions=held or subject.suggestions)
    # one word is like many by chance: it has to stand there
    by_words = _by_words(asked, name, frozenset(How) if " " in fold(name) else _UNCHANGED)
    if by_words:
        return _answer(asked, f"'{shortened(name)}', by words", by_words)
    return asked.miss(
        f"Nothing on '{shortened(name)}' in this base",
        notes=(f"Searched: {len(asked.base.topics)} topics, all names and all wordings.",),
        suggestions=_topics_near(asked, subject.suggestions),
    )


def on(asked: Asked, subject: Sequence[Record]) -> Answer:
    """Answer with what is held on records that are one subject.

    Of what is only named in the wordings of others, such as a forum in a list, those are given.
    """
    base = asked.base
    held: dict[str, Record] = {record.id: record for one in subject for record in _on(base, one)}
    if not any(isinstance(record, Statement | Quote) for record in held.values()):
        held |= {record.id: record for one in subject for record in _naming(asked, one)}
    title = " and ".join(dict.fromkeys(base.name(one.id) for one in subject))
    if held:
        return _answer(asked, title, tuple(held.values()), frozenset(one.id for one in subject))
    return asked.miss(
        f"The base names '{title}', but holds nothing on it",
        suggestions=_topics_near(asked),
    )


def _is_held(asked: Asked, offer: Suggestion) -> bool:
    """Whether anything is held on what is offered: a choice that leads nowhere is none."""
    record = asked.base.records.get(offer.ask.rpartition(":")[2])
    holding = itertools.chain(_on(asked.base, record), _naming(asked, record)) if record else ()
    return record is None or next(iter(holding), None) is not None


def _on(base: FactBase, subject: Record) -> Iterator[Record]:
    yield from base.mentions(subject.id, Statement)
    yield from base.mentions(subject.id, Quote)
    yield from events_on(base, subject)


def _naming(asked: Asked, subject: Record) -> Iterator[Record]:
    """Yield what names a record in its wording, letter for letter."""
    records = asked.base.records
    folded: dict[str, tuple[str, ...]] = {}
    names_of = (subject.name, *subject.names) if isinstance(subject, Named) else ()
    for name in map(fold, names_of[:_MOST_NAMES]):
        ids = _with_all_words(asked.asking.edition.rows, name)
        first = heapq.nsmallest(_MOST_READ, ids, key=lambda id_: (records[id_].noun, id_))
        for id_ in first:
            if id_ not in folded:
                folded[id_] = tuple(map(fold, _wordings(records[id_])))
        holding = (id_ for id_ in first if any(_names(name, text) for text in folded[id_]))
        yield from (records[id_] for id_ in itertools.islice(holding, _MOST_BY_WORDS))


def _with_all_words(rows: Rows, name: str) -> frozenset[str]:
    """Return the ids of the records that hold all words or characters of a name, anywhere."""
    parts = [part for word in name.split() for part in (word if is_cjk(word) else (word,))]
    return frozenset.intersection(*map(rows.of, parts)) if parts else frozenset()


def _wordings(record: Record) -> tuple[str, ...]:
    if isinstance(record, Event):
        return (record.title, record.summary or "")
    if isinstance(record, Quote):
        return (record.words,)
    return (record.says,) if isinstance(record, Statement) else ()


def _names(name: str, text: str) -> bool:
    """Whether a name stands in a text, both folded; in other scripts than Latin also in a word."""
    return f" {name} " in f" {text} " or (not name.isascii() and name.replace(" ", "") in text)


def _by_words(asked: Asked, words: str, ways: frozenset[How]) -> tuple[Record, ...]:
    kinds, index = ("statement", "quote", "event"), asked.asking.edition.index
    found = index.find(words, kinds, field=Field.TEXTS, limit=_MOST_BY_WORDS)
    return tuple(asked.base.records[match.id] for match in found.close_matches if match.how in ways)


def _answer(
    asked: Asked, title: str, records: Sequence[Record], topics: frozenset[str] = frozenset()
) -> Answer:
    edition = asked.asking.edition
    said = [record for record in records if isinstance(record, Statement | Quote)]
    statements = [record for record in said if isinstance(record, Statement)]
    ordered = sorted(in_time(said), key=lambda one: _is_aside(one, topics))
    kinds = apart(edition.base, ordered)
    return Answer(
        command="topic",
        status=Status.FOUND,
        title=f"On {title}",
        items=(
            *_positions(edition, kinds),
            *contradictions(edition, statements),
            *_events(edition, records),
        ),
        notes=(_overview(kinds),) if said else (),
        leads=_speakers(edition.base, said),
        edition=edition.fingerprint,
    )


def _is_aside(record: Statement | Quote, topics: frozenset[str]) -> bool:
    """Whether a record bears on any of the topics, but first of all on another."""
    return not topics.isdisjoint(record.topics) and record.topics[0] not in topics


def _positions(
    edition: Edition, kinds: Mapping[SourceKind, Sequence[Statement | Quote]]
) -> Iterator[Item]:
    """Yield what is said by kind of source, and by speaker: those who say most first."""
    for kind, of_kind in kinds.items():
        speakers: defaultdict[tuple[str, ...], list[Statement | Quote]] = defaultdict(list)
        for record in of_kind:
            speakers[record.by].append(record)
        for of_speaker in sorted(speakers.values(), key=len, reverse=True):
            for record in of_speaker:
                yield edition.lines.said(record, HEADINGS[kind])


def _events(edition: Edition, records: Iterable[Record]) -> Iterator[Item]:
    for event in in_time(record for record in records if isinstance(record, Event)):
        yield from edition.lines.events(event, "Events")


def _overview(kinds: Mapping[SourceKind, Sequence[Statement | Quote]]) -> str:
    counts = ", ".join(
        f"{len(of_kind)} in {KINDS_IN_WORDS[kind]}" for kind, of_kind in kinds.items() if of_kind
    )
    return f"Statements and quotes: {counts}."


def _speakers(base: FactBase, said: Iterable[Statement | Quote]) -> tuple[Suggestion, ...]:
    speakers = dict.fromkeys(id_ for record in said for id_ in record.by)
    parties = [id_ for id_ in speakers if id_ in base.people or id_ in base.organisations]
    return tuple(
        Suggestion(label=names(base, (id_,)), ask=f"/who name:{id_}")
        for id_ in parties[:MOST_SUGGESTIONS]
    )


def _topics_near(asked: Asked, offered: Iterable[Suggestion] = ()) -> tuple[Suggestion, ...]:
    """Return the topics among what is offered; where there are none, those that hold most."""
    topics = asked.base.topics
    near = tuple(offer for offer in offered if offer.ask.rpartition(":")[2] in topics)
    most = (one for one in asked.base.most_named if isinstance(one, Topic))
    return near or tuple(
        Suggestion(label=one.name, ask=asked.instead("name", one.id))
        for one in itertools.islice(most, MOST_SUGGESTIONS)
    )
