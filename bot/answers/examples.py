"""Questions that the loaded base can answer, for help and for those who asked something else."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bot.facts.records import Event, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.base import FactBase

_WORDS_OF_A_QUOTE: Final = 4
_AROUND: Final = ".,;:!?"


def examples(base: FactBase) -> tuple[str, ...]:
    """Return one typed question for each command that the base has something for."""
    return tuple(_examples(base))


def _examples(base: FactBase) -> Iterator[str]:
    person = max(base.people, key=lambda id_: len(base.mentions(id_, Statement)), default=None)
    topic = max(base.topics, key=lambda id_: len(base.mentions(id_, Statement)), default=None)
    events = base.mentions(topic, Event) if topic else ()
    dated = sorted(event.when for event in events or base.events.values() if event.when)
    quote = max(base.quotes.values(), key=lambda quote: len(quote.words), default=None)
    if person:
        yield f"/who {base.name(person)}"
    if topic:
        yield f"/topic {base.name(topic)}"
    if dated:
        on = f"about:{base.name(topic)} " if topic and events else ""
        yield f"/timeline {on}since:{dt.date.fromordinal(dated[-1].last).year}"
    if quote:
        words = _telling(quote.words)
        yield f"/quote {words}"
        yield f"/verify {words}"


def _telling(quoted: str) -> str:
    """Return the few neighbouring words with most letters: small words come to mind of nobody."""
    words = quoted.split()
    starts = range(max(1, len(words) - _WORDS_OF_A_QUOTE + 1))
    runs = [words[start : start + _WORDS_OF_A_QUOTE] for start in starts]
    return " ".join(max(runs, key=lambda run: sum(map(len, run)))).strip(_AROUND)
