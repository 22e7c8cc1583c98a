"""The records of a fact base, as immutable typed values.

The types here are the one statement of the record format: the reader checks files against them, the
JSON Schema for editors is written from them, and everything that answers reads them. A field
without a default is required. ``id`` is no field of the file: it is the key of a record.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, ClassVar, Final, Self, TypeAlias

import msgspec
from msgspec import Meta

from bot.facts.dates import When
from bot.facts.showing import foreign, shown

ID_PATTERN: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
CITE_PATTERN: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*#[1-9][0-9]{0,6}$"
PARAGRAPHS_PATTERN: Final = (
    r"^[1-9][0-9]{0,6}(-[1-9][0-9]{0,6})?(, ?[1-9][0-9]{0,6}(-[1-9][0-9]{0,6})?)*$"
)
CHECKSUM_PATTERN: Final = r"^[0-9a-f]{64}$"
LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
ADDRESS_PATTERN: Final = r'^https?://[^\s<>"]+$'

Id: TypeAlias = Annotated[str, Meta(pattern=ID_PATTERN, max_length=64)]
Line: TypeAlias = Annotated[str, Meta(min_length=1, max_length=300)]
Address: TypeAlias = Annotated[str, Meta(pattern=ADDRESS_PATTERN, max_length=500)]
Text: TypeAlias = Annotated[str, Meta(min_length=1, max_length=3_000)]


class SourceKind(StrEnum):
    """What kind of document speaks, in the order in which the kinds are shown."""

    OFFICIAL = "official"
    REPORT = "report"
    OPINION = "opinion"


class Cite(str):
    """A citation ``source#paragraph``: the non-empty lines of the saved file, counted from 1."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check the form; raise ``ValueError`` with what to write."""
        if not re.fullmatch(CITE_PATTERN, text):
            raise ValueError(
                f"{shown(text)} is not a citation{foreign(text)}; "
                "write source-id#paragraph, as in mfa-2025#14"
            )
        return super().__new__(cls, text)

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.partition("#")[0]

    @property
    def paragraph(self) -> int:
        """The paragraph in the saved file, from 1."""
        return self.place[1]

    @property
    def place(self) -> tuple[str, int]:
        """The id of the source and the paragraph, which sort as they are read."""
        source, _, paragraph = self.partition("#")
        return source, int(paragraph)


class Paragraphs(str):
    """Paragraph numbers of a saved file, ascending, as in ``13-20, 28``."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check the form and the order; raise ``ValueError`` with what to write."""
        if not re.fullmatch(PARAGRAPHS_PATTERN, text):
            raise ValueError(
                f"{shown(text)} are no paragraphs{foreign(text)}; "
                "write numbers and ranges, as in 13-20, 28"
            )
        this = super().__new__(cls, text)
        bounds = [bound for span in this.spans() for bound in span]
        if any(first > last for first, last in this.spans()) or bounds != sorted(bounds):
            raise ValueError(f"'{text}' is out of order; write ascending numbers and ranges")
        return this

    def spans(self) -> list[tuple[int, int]]:
        """Return the ranges, both ends included."""
        ends = (part.strip().split("-") for part in self.split(","))
        return [(int(end[0]), int(end[-1])) for end in ends]

    def covers(self, paragraph: int) -> bool:
        """Whether a paragraph lies in one of the ranges."""
        return any(first <= paragraph <= last for first, last in self.spans())


#: The fields of a record that name others, each with the sections where those may stand.
Refers: TypeAlias = dict[str, tuple[str, ...]]
PARTIES: Final = ("people", "organisations")


# gc=False: records never refer back to what holds them, so no collection has to walk through them
class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A value inside a record, with no id of its own."""


class Keyed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A record: its ``id`` is the key under which it stands in its section."""

    noun: ClassVar[str]
    section: ClassVar[str]
    refers: ClassVar[Refers] = {}

    id: Id


class SavedText(Part, frozen=True, kw_only=True):
    """The curator's saved copy of a source: kept elsewhere, never in the project."""

    file: Line
    sha256: Annotated[str, Meta(pattern=CHECKSUM_PATTERN)]
    paragraphs: Paragraphs | None = None  # those of the file that are this source; else all
    skip: Paragraphs | None = None  # headings, boilerplate, pure repetition: nothing to cite


class Source(Keyed, frozen=True, kw_only=True):
    """A document that facts are drawn from."""

    noun: ClassVar[str] = "source"
    section: ClassVar[str] = "sources"

    title: Line
    kind: SourceKind
    language: Annotated[str, Meta(pattern=LANGUAGE_PATTERN)]
    publisher: Line | None = None
    author: Line | None = None  # a person's id, or a name
    published: When | None = None
    url: Address | None = None
    archive: Address | None = None
    note: Text | None = None
    text: SavedText | None = None


class Post(Part, frozen=True, kw_only=True):
    """An office that a person holds, as of the date that the source gives."""

    refers: ClassVar[Refers] = {"of": ("organisations",)}

    post: Line
    of: Id | None = None  # an organisation, state or place
    when: When | None = None
    cite: Annotated[tuple[Cite, ...], Meta(min_length=1)]
    note: Text | None = None


class Named(Keyed, frozen=True, kw_only=True):
    """A record that people look up by name."""

    name: Line
    names: tuple[Line, ...] = ()  # other spellings, scripts and short forms


class Person(Named, frozen=True, kw_only=True):
    """Somebody who speaks, acts or is named."""

    noun: ClassVar[str] = "person"
    section: ClassVar[str] = "people"

    posts: tuple[Post, ...] = ()
    about: Text | None = None
    cite: tuple[Cite, ...] = ()
    note: Text | None = None


class Organisation(Named, frozen=True, kw_only=True):
    """An organisation, a state, or a place with a role."""

    noun: ClassVar[str] = "organisation"
    section: ClassVar[str] = "organisations"

    about: Text | None = None
    cite: Annotated[tuple[Cite, ...], Meta(min_length=1)]
    note: Text | None = None


class Topic(Named, frozen=True, kw_only=True):
    """Something one would ask for."""

    noun: ClassVar[str] = "topic"
    section: ClassVar[str] = "topics"

    about: Text | None = None


class Difference(Part, frozen=True, kw_only=True):
    """What another source says instead, about one field of an event."""

    field: Line
    value: Line
    cite: Annotated[tuple[Cite, ...], Meta(min_length=1)]
    note: Text | None = None


class Event(Keyed, frozen=True, kw_only=True):
    """Something that happened or is announced."""

    noun: ClassVar[str] = "event"
    section: ClassVar[str] = "events"
    refers: ClassVar[Refers] = {"who": PARTIES, "topics": ("topics",)}

    title: Line
    names: tuple[Line, ...] = ()  # other titles, in other words and scripts
    when: When | None = None
    place: Line | None = None
    who: tuple[Id, ...] = ()
    topics: tuple[Id, ...] = ()
    summary: Text | None = None
    cite: Annotated[tuple[Cite, ...], Meta(min_length=1)]
    differs: tuple[Difference, ...] = ()
    note: Text | None = None


class Quote(Keyed, frozen=True, kw_only=True):
    """Words that a source puts in somebody's mouth, letter for letter."""

    noun: ClassVar[str] = "quote"
    section: ClassVar[str] = "quotes"
    refers: ClassVar[Refers] = {"by": PARTIES, "event": ("events",), "topics": ("topics",)}

    words: Text
    by: Annotated[tuple[Id, ...], Meta(min_length=1)]
    when: When | None = None
    event: Id | None = None
    topics: tuple[Id, ...] = ()
    translated: bool = False  # the words are a translation, by the source
    cite: Annotated[tuple[Cite, ...], Meta(min_length=1)]
    note: Text | None = None


class Figure(Part, frozen=True, kw_only=True):
    """A number that a statement gives."""

    of: Line
    value: Line
    unit: Line | None = None
    when: When | None = None
    note: Text | None = None


class Statement(Keyed, frozen=True, kw_only=True):
    """What somebody holds, says or reports, in the curators' words, always attributed."""

    noun: ClassVar[str] = "statement"
    section: ClassVar[str] = "statements"
    refers: ClassVar[Refers] = {
        "by": (*PARTIES, "sources"),  # a source, where its author is not named
        "event": ("events",),
        "topics": ("topics",),
        "against": ("statements",),
    }

    by: Annotated[tuple[Id, ...], Meta(min_length=1)]
    says: Text
    when: When | None = None
    event: Id | None = None
    topics: tuple[Id, ...] = ()
    figures: tuple[Figure, ...] = ()
    against: tuple[Id, ...] = ()  # statements that this one contradicts
    cite: Annotated[tuple[Cite, ...], Meta(min_length=1)]
    note: Text | None = None


Record: TypeAlias = Source | Person | Organisation | Topic | Event | Quote | Statement
#: The record types in the order of a file's sections.
RECORD_TYPES: Final = (Source, Person, Organisation, Topic, Event, Quote, Statement)
