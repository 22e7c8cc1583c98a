"""What the base says in its own words, held against the paragraphs that it cites.

A number, date or proper name in a record's own text is doubted if no paragraph that the record
cites has it and no ``note`` of the record, or of the part of it, explains where it is from. A part
with citations of its own (a post, a difference) is held against these alone. The date of a record
that names an event may be the date of the event.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.facts.grounding.dated import dates_in, ends_of
from bot.facts.grounding.evidence import Evidence, blanked
from bot.facts.grounding.numbers import numbers_in
from bot.facts.grounding.texts import Finding
from bot.facts.records import Event, Named, Organisation, Person, Quote, Statement
from bot.facts.shaping import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.base import FactBase
    from bot.facts.dates import When
    from bot.facts.grounding.names import Names
    from bot.facts.grounding.texts import Texts
    from bot.facts.records import Cite, Record
    from bot.facts.tree import Step

_TODO: Final = "correct it, cite the paragraph that has it, or say in a note from what it follows"
_INFERRED_TODO: Final = "say in a note from what"


class Own(NamedTuple):
    """The own words of a record, or of a part of it, that rest on the same citations.

    ``texts`` are at their paths; ``said_at`` is the date of the event that is named, if any.
    """

    cite: tuple[Cite, ...]
    note: str | None
    texts: tuple[tuple[tuple[Step, ...], str], ...]
    when_path: tuple[Step, ...] = ("when",)
    when: When | None = None
    said_at: When | None = None


def check_claims(base: FactBase, texts: Texts, names: Names) -> Iterator[Finding]:
    """Yield a doubt for each number, date and name that the cited paragraphs do not bear out."""
    for record in base.records.values():
        for own in owned(record, base):
            if own.note is None:
                evidence = Evidence.cited(own.cite, texts)
                for flaw in _doubts(own, evidence, names):
                    yield Finding(record.id, flaw)
        if isinstance(record, Person | Organisation) and record.note is None:
            yield from _unnamed(record, texts, names)


def owned(record: Record, base: FactBase) -> Iterator[Own]:
    """Yield what a record says in its own words, by the citations that it rests on."""
    if isinstance(record, Person):
        yield _own(record, "about")
        for index, post in enumerate(record.posts):
            path = ("posts", index)
            texts = (((*path, "post"), post.post),)
            yield Own(post.cite, post.note or record.note, texts, (*path, "when"), post.when)
    elif isinstance(record, Organisation):
        yield _own(record, "about")
    elif isinstance(record, Event):
        yield _own(record, "title", "place", "summary")._replace(when=record.when)
        for index, differing in enumerate(record.differs):
            texts = ((("differs", index, "value"), differing.value),)
            yield Own(differing.cite, differing.note or record.note, texts)
    elif isinstance(record, Quote):
        yield _own(record)._replace(when=record.when, said_at=_said_at(record, base))
    elif isinstance(record, Statement):
        said_at = _said_at(record, base)
        yield _own(record, "says")._replace(when=record.when, said_at=said_at)
        yield from _figures(record)


def _own(record: Person | Organisation | Event | Quote | Statement, *fields: str) -> Own:
    texts = tuple(((field,), text) for field in fields if (text := getattr(record, field)))
    return Own(record.cite, record.note, texts)


def _figures(record: Statement) -> Iterator[Own]:
    for index, figure in enumerate(record.figures):
        path = ("figures", index)
        # a number and its unit are one claim: 245 billion is not 245 million
        value = f"{figure.value} {figure.unit}" if figure.unit else figure.value
        texts = (((*path, "of"), figure.of), ((*path, "value"), value))
        note = figure.note or record.note
        yield Own(record.cite, note, texts, (*path, "when"), figure.when)


def _said_at(record: Quote | Statement, base: FactBase) -> When | None:
    event = base.events.get(record.event) if record.event else None
    return event.when if event else None


def _doubts(own: Own, evidence: Evidence | None, names: Names) -> Iterator[Flaw]:
    """Yield the doubts about one part; without its texts at hand, those about its form alone."""
    where = ", ".join(own.cite)
    if own.when and own.when != own.said_at:
        if own.when.is_inferred:
            wrong = f"'{own.when}' is marked as inferred, without a note"
            yield Flaw(own.when_path, wrong, _INFERRED_TODO)
        elif evidence and not all(map(evidence.has_date, ends_of(own.when))):
            yield Flaw(own.when_path, f"the date {own.when} is not in {where}", _TODO)
    for path, text in own.texts if evidence else ():
        for kind, claim in _claims(text, evidence, names) if evidence else ():
            yield Flaw(path, f"{kind} '{claim}' is not in {where}", _TODO)


def _claims(text: str, evidence: Evidence, names: Names) -> Iterator[tuple[str, str]]:
    """Yield what a text claims without evidence, each thing once: its kind, and as written."""
    dates = [date for date in dates_in(text) if date.month]
    readings = groupby(dates, lambda date: (date.start, date.either or date))
    missing = [
        ("the date", ways[0].text)
        for ways in (list(same) for _, same in readings)
        if not any(map(evidence.has_date, ways))
    ]
    text = blanked(text, dates)
    missing += [
        ("the number", number.text)
        for number in numbers_in(text)
        if not evidence.has_value(number.values)
    ]
    missing += [
        ("the name", name.text)
        for name in names.in_text(evidence.without_currencies(text))
        if not evidence.has_name(name)
    ]
    yield from dict.fromkeys(missing)


def _unnamed(record: Person | Organisation, texts: Texts, names: Names) -> Iterator[Finding]:
    """Yield a doubt if no paragraph that a record cites has any of its names."""
    cites = list(record.cite)
    if isinstance(record, Person):
        cites += [cite for post in record.posts for cite in post.cite]
    evidence = Evidence.cited(cites, texts) if cites else None
    if evidence and not evidence.has_any(names.of_record(record.id)):
        wrong = f"no name of '{record.name}' is in {', '.join(cites)}"
        todo = "add the name that stands there to 'names', or cite a paragraph that has one"
        yield Finding(record.id, Flaw(("name",), wrong, todo))


def own_texts(base: FactBase) -> Iterator[str]:
    """Yield every text that the base has in its own words, its notes included."""
    for record in base.records.values():
        for own in owned(record, base):
            yield from (text for _, text in own.texts)
        if isinstance(record, Named | Event | Quote | Statement) and (
            note := getattr(record, "note", None)
        ):
            yield note
