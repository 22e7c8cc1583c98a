"""A folder becomes a fact base, or every fault in it at once."""

from __future__ import annotations

import hashlib
import operator
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from bot.facts.loading import Loading, Origins
from bot.facts.records import (
    RECORD_TYPES,
    Event,
    Keyed,
    Named,
    Organisation,
    Person,
    Quote,
    Record,
    Source,
    Statement,
    Topic,
)
from bot.facts.references import citings, references

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bot.facts.reader import Progress

KindT = TypeVar("KindT", bound=Keyed)

SECTIONS: Final = tuple(record_type.section for record_type in RECORD_TYPES)


@dataclass(frozen=True)
class FactBase:
    """Everything that is known: records by id, in order of id, never changed after loading."""

    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    topics: Mapping[str, Topic]
    events: Mapping[str, Event]
    quotes: Mapping[str, Quote]
    statements: Mapping[str, Statement]
    fingerprint: str  # 12 hexadecimal digits, the same for the same records in any files

    @classmethod
    def of(cls, records: Iterable[Record]) -> FactBase:
        """Build a base from checked records; no two may share an id."""
        in_order = sorted(records, key=operator.attrgetter("id"))
        return cls(
            sources=_only(Source, in_order),
            people=_only(Person, in_order),
            organisations=_only(Organisation, in_order),
            topics=_only(Topic, in_order),
            events=_only(Event, in_order),
            quotes=_only(Quote, in_order),
            statements=_only(Statement, in_order),
            fingerprint=_fingerprint(in_order),
        )

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """All records by id."""
        return MappingProxyType(
            {id_: record for section in SECTIONS for id_, record in getattr(self, section).items()}
        )

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[Record, ...]]:
        mentions: dict[str, dict[str, Record]] = defaultdict(dict)
        for record in self.records.values():
            for reference in references(record):
                mentions[reference.id][record.id] = record
            for citing in citings(record):
                mentions[citing.cite.source][record.id] = record
        named: dict[str, tuple[Record, ...]] = {}
        while mentions:
            # one by one, as to free all at once would hold the interpreter
            id_, found = mentions.popitem()
            named[id_] = tuple(found.values())
        return named

    def mentions(self, id_: str, kind: type[KindT]) -> tuple[KindT, ...]:
        """Return the records of a type that name an id or cite a source, in order of id."""
        found = self._mentions.get(id_, ())
        return tuple(record for record in found if isinstance(record, kind))

    def events_at(self, place: Organisation) -> tuple[Event, ...]:
        """Return the events that happened at a place, by any of its names, in order of id."""
        found = {
            event.id: event for name in (place.name, *place.names) for event in self.events_in(name)
        }
        return tuple(found[id_] for id_ in sorted(found))

    def events_in(self, place: str) -> tuple[Event, ...]:
        """Return the events whose place bears exactly this name, in any case."""
        return self._places.get(place.strip().casefold(), ())

    @cached_property
    def _places(self) -> Mapping[str, tuple[Event, ...]]:
        places: dict[str, list[Event]] = defaultdict(list)
        for event in self.events.values():
            for part in (event.place or "").split(","):
                places[part.strip().casefold()].append(event)
        return {place: tuple(events) for place, events in places.items()}

    @cached_property
    def opposed(self) -> Mapping[str, tuple[Statement, ...]]:
        """By the id of each statement in a contradiction, those on its other side.

        What it names itself comes first, then what names it, in order of id.
        """
        naming = [one for one in self.statements.values() if one.against]
        pairs = [(one.id, id_) for one in naming for id_ in one.against]
        others: dict[str, dict[str, Statement]] = defaultdict(dict)
        for one, other in (*pairs, *((id_, by) for by, id_ in pairs)):
            others[one][other] = self.statements[other]
        return {id_: tuple(found.values()) for id_, found in others.items()}

    @cached_property
    def quoted_sources(self) -> frozenset[str]:
        """The ids of the sources that quotes are taken from."""
        return frozenset(cite.source for quote in self.quotes.values() for cite in quote.cite)

    @cached_property
    def most_named(self) -> tuple[Named, ...]:
        """People, organisations and topics, those that most statements name first."""
        named = (*self.people.values(), *self.organisations.values(), *self.topics.values())
        return tuple(sorted(named, key=lambda one: -len(self.mentions(one.id, Statement))))

    def in_numbers(self) -> str:
        """Return how many records of each kind there are: '7 sources, 1 person, …'."""
        return ", ".join(
            f"{number:,} {kind.noun if number == 1 else kind.section}"
            for kind in RECORD_TYPES
            for number in [len(getattr(self, kind.section))]
        )

    def name(self, id_: str) -> str:
        """Return what a record is called; the id itself where it has no name, or is none."""
        record = self.records.get(id_)
        if isinstance(record, Source | Event):
            return record.title
        return getattr(record, "name", id_)


def load(folder: Path, progress: Progress | None = None) -> FactBase:
    """Read a knowledge folder; raise ``FaultsFoundError`` with every fault of every file."""
    return load_with_origins(folder, progress)[0]


def load_with_origins(folder: Path, progress: Progress | None = None) -> tuple[FactBase, Origins]:
    """Read a knowledge folder and keep where each value stands, for further checks."""
    loading = Loading(folder, progress)
    return FactBase.of(loading.records()), loading.origins


def _only(kind: type[KindT], records: Iterable[Record]) -> Mapping[str, KindT]:
    return MappingProxyType({record.id: record for record in records if isinstance(record, kind)})


def _fingerprint(in_order: list[Record]) -> str:
    digest = hashlib.sha256()
    for record in in_order:
        digest.update(record.noun.encode())
        digest.update(msgspec.json.encode(record, enc_hook=str))
    return digest.hexdigest()[:12]
