"""What the base holds on all that a question names together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Final

from bot.answers._plain.cue_words import Cue
from bot.answers._plain.occasions import called, is_at, is_how_often, met, shared
from bot.answers._plain.reading import Mention, Reading, Wanted
from bot.answers._plain.roles import Role
from bot.answers._plain.seats import of_officials, seated, seats
from bot.answers._plain.stances import set_aside
from bot.answers.ordering import in_time
from bot.facts.records import Event, Quote, SourceKind, Statement
from bot.search.rows import NONE, Ids, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from bot.answers._plain.tokens import Token
    from bot.edition import Edition
    from bot.facts.base import FactBase
    from bot.facts.dates import When

Held = Statement | Quote | Event
_KINDS: Final = (Statement, Quote, Event)
SOURCES: Final = {
    Cue.OFFICIAL: SourceKind.OFFICIAL,
    Cue.REPORTED: SourceKind.REPORT,
    Cue.OPINION: SourceKind.OPINION,
}
_SAID: Final = frozenset({Wanted.SAID, Wanted.QUOTES})
_YEAR: Final = 4  # digits
_BY_WORDS: Final = "Found by the words of the records, not by who speaks or how they are filed."
_OTHERS: Final = "Nothing on that by {} here; this is what others say with that name in it."
_MET: Final = "No words of theirs on that here; these are events that all of them took part in."
_SEVERAL: Final = 2
_AKIN: Final = "Found by words of the same root."
_TELLS: Final = Cue.SAY | Cue.VOICE


@dataclass(frozen=True)
class Found:
    """Records that hold all that is asked for, and how far the question had to be widened.

    ``undated`` is how many more there are that the sources do not date; ``notes`` say what was
    widened.
    """

    records: tuple[Held, ...] = ()
    undated: int = 0
    notes: tuple[str, ...] = ()


def find(edition: Edition, reading: Reading) -> Found:
    """Return what the base holds on everything that is named, the narrowest sense first.

    Words count as they stand first, then by their families; verbs of being for or against are set
    aside last.
    """
    narrow = (is_at(reading) and _on_occasion(edition, reading)) or _found(edition, reading)
    if narrow.records:
        return narrow
    others = set_aside(reading)
    return (
        _by_family(edition, reading)
        or _done(edition, reading)
        or _on_occasion(edition, reading)
        or _talks(edition, reading)
        or (others and _without(edition, *others))
        or _found(edition, reading, wide=True, akin=True)
    )


def _by_family(edition: Edition, reading: Reading) -> Found | None:
    """Return what holds words of the same families as those asked for, if anything does."""
    if not any(_has_family(edition.rows, word) for word in reading.words):
        return None
    found = _found(edition, reading, akin=True)
    return replace(found, notes=(*found.notes, _AKIN)) if found.records else None


def _has_family(rows: Rows, word: Token) -> bool:
    return any(rows.akin(one) != rows.of(one) for one in word.text.split())


def _done(edition: Edition, reading: Reading) -> Found | None:
    """Return what those who are named did: "Putin's decree on visas" is not what he says."""
    if reading.shows(_TELLS) or not reading.words or not reading.is_by_somebody:
        return None
    beside = tuple(replace(mention, role=Role.WITH) for mention in reading.mentions)
    done = _found(edition, replace(reading, mentions=beside), akin=True)
    events = tuple(one for one in done.records if isinstance(one, Event))
    return replace(done, records=events) if events else None


def _talks(edition: Edition, reading: Reading) -> Found | None:
    """Return where several people met, if it is asked what they said and no words are held."""
    people = {id_ for one in reading.mentions for id_ in one.people}
    others = [one for one in reading.mentions if not one.people]
    when = reading.dates.range
    if reading.wanted is not Wanted.SAID or reading.words or others or len(people) < _SEVERAL:
        return None
    events = [one for one in shared(edition.base, people) if not when or _overlaps(one, when)]
    return Found(tuple(in_time(events)), notes=(_MET,)) if events else None


def _without(edition: Edition, others: Reading, note: str) -> Found | None:
    found = _found(edition, others, akin=True)
    held = tuple(one for one in found.records if not isinstance(one, Event))
    return replace(found, records=held, notes=(*found.notes, note)) if held else None


def _on_occasion(edition: Edition, reading: Reading) -> Found | None:
    """Return what was said at an event that the words call: 'what did Xi write in his article'."""
    if reading.wanted not in _SAID or not reading.words:
        return None
    occasions = [called(edition.rows, word) for word in reading.words]
    rest = _found(edition, replace(reading, words=()))
    records = tuple(
        one
        for one in rest.records
        if not isinstance(one, Event) and all(one.event in ids for ids in occasions)
    )
    note = "Found by the occasion on which it was said."
    return replace(rest, records=records, notes=(*rest.notes, note)) if records else None


def _found(edition: Edition, reading: Reading, *, wide: bool = False, akin: bool = False) -> Found:
    base = edition.base
    said = reading.wanted in _SAID
    if wide and reading.shows(Cue.SAY) and any(one.role is Role.BY for one in reading.mentions):
        return Found()  # what is said of somebody is not what they say
    mentions = reading.mentions
    figures = reading.wanted is Wanted.FIGURES
    if figures:
        mentions = tuple(replace(mention, role=Role.WITH) for mention in mentions)
    if wide and _may_be_elsewhere(reading):
        mentions = tuple(
            replace(one, role=Role.WITH) if one.role is Role.AT and not one.is_where else one
            for one in mentions
        )
    # where something happened is a place, and not the state whose government sits there
    at = () if reading.shows(_TELLS) else reading.mentions
    places = [one.ids() for one in at if one.role is Role.AT]
    sets = [
        held(edition, one, said=said, wide=wide, seat=one.ids() not in places) for one in mentions
    ]
    if figures:
        sets = [
            ids
            | NONE.union(*map(edition.rows.counting, mention.ids()))
            | (of_officials(edition, mention) if wide else NONE)
            for ids, mention in zip(sets, mentions, strict=True)
        ]
    events = met(base, reading)
    words = reading.words if events is None else ()
    counted = Wanted.ANY if is_how_often(reading) else reading.wanted
    sets += [with_word(edition, word, counted, akin=akin) for word in words]
    notes = [*seats(edition, (one for one in mentions if one.ids() not in places), wide=wide)]
    speakers = [mention for mention in reading.mentions if mention.role is Role.BY]
    ids = _common(sets)
    if not ids and len(speakers) > 1 and said:
        # "Wang and Lavrov on Ukraine" asks for what each of them says, if not for one voice
        each = [held(edition, mention, said=said, wide=wide) for mention in speakers]
        others = [one for one in sets if one not in each]
        ids = _common([NONE.union(*each), *others])
        silent = [
            mention.label(base)
            for mention, one in zip(speakers, each, strict=True)
            if not _common([one, *others])
        ]
        if silent and ids:
            notes.append(f"Nothing on that from {' and '.join(silent)}.")
    if not sets:
        ids = frozenset(base.events) if reading.wanted is Wanted.EVENTS else _everything(base)
    records = _of_kinds(edition, ids, reading) if events is None else [*events]
    sources = {kind for cue, kind in SOURCES.items() if reading.shows(cue)}
    if sources:
        records = [one for one in records if _is_from(base, one, sources)]
    when = reading.dates.range
    dated = [one for one in records if when is None or _overlaps(one, when, said=said)]
    undated = 0 if when is None else sum(one.when is None for one in records)
    if wide and dated:
        silent = [one.label(base) for one in speakers if not _speaks(edition, one, dated)]
        notes.append(_OTHERS.format(" and ".join(silent)) if silent else _BY_WORDS)
    return Found(tuple(in_time(dated)), undated, tuple(notes))


def _speaks(edition: Edition, mention: Mention, records: Iterable[Held]) -> bool:
    """Whether any of some records is by somebody, or by whoever speaks for them."""
    ids = (*mention.ids(), *seated(edition, mention, wide=True))
    voices = NONE.union(*map(edition.filing.voices, ids))
    said = (one for one in records if not isinstance(one, Event))
    return any(not voices.isdisjoint(one.by) for one in said)


def _may_be_elsewhere(reading: Reading) -> bool:
    """Whether 'visas for the Chinese in Russia' need not have happened there."""
    is_plain = not reading.has_dates and reading.wanted is not Wanted.EVENTS
    return is_plain and len(reading.mentions) > 1


def held(
    edition: Edition, mention: Mention, *, said: bool, wide: bool = False, seat: bool = True
) -> Ids:
    """Return the records that have to do with what is mentioned, in its role."""
    if mention.is_where and mention.role is Role.AT:
        return NONE.union(*map(edition.rows.held_at, mention.ids()))
    parts = [_held(edition, id_, mention.role, said=said, wide=wide) for id_ in mention.ids()]
    role = Role.BY if said else mention.role
    parts += [
        _held(edition, id_, role, said=said, wide=False)
        for id_ in (seated(edition, mention, wide=wide) if seat else ())
    ]
    return NONE.union(*parts)


def with_word(edition: Edition, word: Token, wanted: Wanted, *, akin: bool = True) -> Ids:
    """Return the records that hold a word, or one of its family; a phrase whole."""
    rows = edition.rows
    parts = word.text.split()
    if len(parts) > 1:
        places = (*edition.quoted.holding(parts), *edition.written.holding(parts))
        return frozenset(place.id for place in places)
    each = [rows.akin(one) if akin else rows.of(one) for one in parts]
    if wanted is Wanted.FIGURES:
        each = [ids | rows.of_figure(one) for ids, one in zip(each, parts, strict=True)]
    return _common(each)


def _held(edition: Edition, id_: str, role: Role, *, said: bool, wide: bool) -> Ids:
    base, rows, filing = edition.base, edition.rows, edition.filing
    if role is Role.BY:
        spoken = filing.spoken(id_)
        if said:
            return spoken | rows.naming(id_) if wide and id_ not in base.people else spoken
        return spoken | filing.events(id_)
    if role is Role.AT and rows.held_at(id_):
        return rows.held_at(id_)
    if id_ in base.people and said and role is Role.ABOUT:
        return (rows.naming(id_) - filing.spoken(id_)) | filing.events(id_)
    if id_ in base.topics:
        return filing.under(id_) | rows.naming(id_) if wide else filing.under(id_)
    return filing.under(id_) | rows.naming(id_) | rows.held_at(id_)


def _everything(base: FactBase) -> Ids:
    return frozenset((*base.statements, *base.quotes, *base.events))


def _common(sets: Sequence[Ids]) -> Ids:
    return reduce(frozenset.__and__, sorted(sets, key=len)) if sets else NONE


def _of_kinds(edition: Edition, ids: Iterable[str], reading: Reading) -> list[Held]:
    records = [edition.base.records[id_] for id_ in sorted(ids)]
    wanted = reading.wanted
    if wanted is Wanted.SAID and not reading.is_by_somebody:
        wanted = Wanted.ANY
    if wanted is Wanted.FIGURES:
        figures: list[Held] = [one for one in records if isinstance(one, Statement) and one.figures]
        if figures:
            return _in_units(edition.rows, figures, reading)
    kinds: tuple[type[Held], ...] = {
        Wanted.SAID: (Statement, Quote),
        Wanted.QUOTES: (Quote,),
        Wanted.EVENTS: (Event,),
    }.get(wanted, _KINDS)
    kept = [one for one in records if isinstance(one, kinds)]
    if any(token.shows(Cue.AMOUNT) and token.shows(Cue.OPEN) for token in reading.tokens):
        return [one for one in kept if _counts(one)]
    return kept


def _in_units(rows: Rows, figures: list[Held], reading: Reading) -> list[Held]:
    """Return the figures in the unit asked for, such as hours, if there are any; else all."""
    units = [rows.of_figure(one.text) for one in reading.tokens if one.shows(Cue.AMOUNT)]
    ids = NONE.union(*units)
    return [one for one in figures if one.id in ids] or figures


def _counts(record: Held) -> bool:
    """Whether a record gives any number but a year, as what answers 'how many' must."""
    if isinstance(record, Event):
        return True
    words = record.words if isinstance(record, Quote) else record.says
    return any(len(number) != _YEAR for number in re.findall(r"\b[0-9]+\b", words))


def _is_from(base: FactBase, record: Held, kinds: AbstractSet[SourceKind]) -> bool:
    """Whether a record comes from one of the kinds of source that are asked for."""
    return not kinds.isdisjoint(base.sources[one.source].kind for one in record.cite)


def _overlaps(record: Held, when: When, *, said: bool = False) -> bool:
    """Whether a record is of a time, or gives a figure of it.

    A figure of a whole year tells nothing of a day in it. What somebody said in 2025 on 2026 was
    not said in 2026: where it is dated, and asked for as said, that date alone counts.
    """
    if record.when is not None and record.when.overlaps(when):
        return True
    if not isinstance(record, Statement) or (said and record.when is not None):
        return False
    dates = [figure.when for figure in record.figures if figure.when is not None]
    return any(when.first <= date.first and date.last <= when.last for date in dates)
