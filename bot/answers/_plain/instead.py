"""What the base does hold, for a question to which it holds nothing."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answers._plain.cue_words import Cue
from bot.answers._plain.holding import find, held
from bot.answers._plain.labelling import in_place_of_a_name
from bot.answers._plain.reading import Reading, Wanted
from bot.answers._plain.roles import Role
from bot.answers.asked_dates import Dates
from bot.answers.model import Suggestion
from bot.answers.resolving import shortened
from bot.facts.records import Event, Quote
from bot.search.lexicon import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers._plain.holding import Held
    from bot.answers.asking import Asking
    from bot.edition import Edition
    from bot.facts.base import FactBase

_EXAMPLES: Final = 3
_WORDED: Final = 2
_KINDS: Final = ("person", "organisation", "topic")
_SPOKEN: Final = frozenset({Wanted.SAID, Wanted.QUOTES})
_OF_SOMEBODY: Final = _SPOKEN | {Wanted.WHO}
_BESIDE: Final = frozenset({Role.ABOUT, Role.WITH})
_LIKELY: Final = 0.65  # what agrees less with a name is not worth offering


def instead(asking: Asking, reading: Reading, phrase: str) -> Iterator[Suggestion]:
    """Yield what may have been meant by a phrase, the parts that are held, or else examples."""
    parts = [*_parts(asking, reading)]
    offers = [*_near(asking, phrase)] if _may_be_name(reading, phrase, alone=not parts) else []
    offers += parts
    yield from offers
    if not offers or not (reading.mentions or reading.has_dates):
        yield from examples(asking.edition)


def examples(edition: Edition) -> tuple[Suggestion, ...]:
    """Return three questions that the base can answer."""
    return tuple(Suggestion(label=one, ask=one) for one in edition.examples[:_EXAMPLES])


def _may_be_name(reading: Reading, phrase: str, *, alone: bool) -> bool:
    """Whether a strange phrase stands where somebody or something is named.

    Chatter needs no names that are a little like it. What is ``alone`` may be no more than a name;
    beside something known it is one where whoever speaks is named, and beside somebody known where
    'on' leads to what they speak of.
    """
    tokens, strange = reading.tokens, phrase.split()
    if any(mention.people for mention in reading.mentions):
        return any(
            token.is_content and token.mark in strange and before.shows(Cue.ABOUT)
            for before, token in itertools.pairwise(tokens)
        )
    if reading.unknown or (alone and reading.is_bare):
        return True
    if reading.wanted not in (_OF_SOMEBODY if alone else _SPOKEN):
        return False
    return any(
        token.is_content and token.mark in strange and in_place_of_a_name(tokens, at)
        for at, token in enumerate(tokens)
    )


def _near(asking: Asking, phrase: str) -> Iterator[Suggestion]:
    """Yield what is called nearly so."""
    if not phrase:
        return
    found = asking.edition.index.find(phrase, _KINDS, limit=2)
    for match in found.matches:
        if match.score >= _LIKELY:
            yield _alone(asking.edition.base, match.kind, match.id)


def _parts(asking: Asking, reading: Reading) -> Iterator[Suggestion]:
    """Yield questions for parts of what was asked, on each of which the base holds something."""
    base = asking.edition.base
    if (reading.has_dates or reading.words) and not reading.unknown:
        yield from _again(asking.edition, reading)
    for mention in reading.mentions:
        if mention.is_unsure:
            yield from (_alone(base, "person", id_) for id_ in mention.people)
        elif held(asking.edition, mention, said=False, wide=True):
            recorded = [sense for sense in mention.senses if sense.kind != PLACE]
            for sense in sorted(recorded, key=lambda sense: sense.kind == "organisation")[:1]:
                yield _alone(base, sense.kind, sense.id)
    telling = len(reading.words) > 1 or (reading.words and reading.shows(Cue.SAY | Cue.VOICE))
    if reading.mentions and telling:
        for record in find(asking.edition, _of_words(reading)).records[:_WORDED]:
            yield _worded(record)
    if reading.dates.range and find(asking.edition, _of_dates(reading)).records:
        first, _, last = reading.dates.range.text.partition("/")
        yield Suggestion(
            label=f"Events, {reading.dates.range.in_words()}",
            ask=_timeline(first, last or first),
        )


def _of_dates(reading: Reading) -> Reading:
    """Return the question for all events in the time asked for."""
    return Reading(reading.text, (), (), reading.dates, cues=Cue.PLAIN)


def _of_words(reading: Reading) -> Reading:
    """Return the question for whatever holds the words asked for."""
    return replace(reading, mentions=(), dates=Dates(reading.text), cues=Cue.PLAIN)


def _worded(record: Held) -> Suggestion:
    """Return the question for a record by its own words."""
    if isinstance(record, Event):
        ask = f"/timeline about:{record.id}"
        return Suggestion(label=shortened(record.title), ask=ask)
    if isinstance(record, Quote):
        return Suggestion(label=shortened(record.words), ask=f"/quote words:{record.id}")
    return Suggestion(label=shortened(record.says), ask=f"/topic name:{record.says}")


def _timeline(first: str, last: str) -> str:
    since = "" if first == ".." else f" since:{first}"
    until = "" if last == ".." else f" until:{last}"
    return f"/timeline{since}{until}"


def _again(edition: Edition, reading: Reading) -> Iterator[Suggestion]:
    """Yield the question on somebody and something, without its dates and other words."""
    by = [mention for mention in reading.mentions if mention.role is Role.BY]
    others = [mention for mention in reading.mentions if mention.role in _BESIDE]
    is_one = len(by) == len(others) == 1 and len(reading.mentions) == len(by) + len(others)
    rest = replace(reading, words=(), dates=Dates(reading.text))
    if is_one and find(edition, rest).records:
        text = f"{by[0].label(edition.base)} on {others[0].label(edition.base)}"
        yield Suggestion(label=f"{text}, all dates" if reading.has_dates else text, ask=text)


def _alone(base: FactBase, kind: str, id_: str) -> Suggestion:
    if kind == "topic":
        return Suggestion(label=base.name(id_), ask=f"/topic name:{base.name(id_)}")
    return Suggestion(label=base.name(id_), ask=f"/who name:{id_}")
