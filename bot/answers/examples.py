"""Questions that the loaded base can answer, for help and for those who asked something else."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bot.facts.records import Event, Person, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.base import FactBase

_WORDS_OF_A_QUOTE: Final = 4
_AROUND: Final = ".,;:!?"


def examples(base: FactBase) -> tuple[str, ...]:
    """Return one typed question for each command that the base has something for."""
    return tuple(_examples(base))


def _examples(base: FactBase) -> Iterator[str]:
    person = next((one for one in base.most_named if isinstance(one, Person)), None)
    topic = next((one for one in base.most_named if isinstance(one, Topic)), None)
    events = base.mentions(topic.id, Event) if topic else ()
    dated = sorted(event.when for event in events or base.events.values() if event.when)
    quote = max(base.quotes.values(), key=lambda quote: len(quote.words), default=None)
    if person:
        yield f"/who {person.name}"
    if topic:
        yield f"/topic {topic.name}"
    if dated:
        on = f"about:{topic.name} " if topic and events else ""
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
