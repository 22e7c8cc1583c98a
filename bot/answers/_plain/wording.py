"""How a question was understood, in one line, and how it is asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from bot.answers._plain.cue_words import Cue
from bot.answers._plain.reading import Mention, Reading, Wanted
from bot.answers._plain.roles import Role
from bot.answers.items import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.model import Answer
    from bot.facts.base import FactBase

#: What is asked for, where it is of one kind.
KINDS: Final = {
    Wanted.QUOTES: "quotes",
    Wanted.EVENTS: "events",
    Wanted.FIGURES: "figures",
}

_FROM: Final = {
    Cue.OFFICIAL: "by official sources",
    Cue.REPORTED: "by reports",
    Cue.OPINION: "by opinion pieces",
}

_MOST_WORDS: Final = 12  # more than a question has that anybody thought about


def understood(base: FactBase, reading: Reading) -> str:
    """Return 'Understood as: Lavrov on Taiwan, all dates'."""
    return f"Understood as: {subject(base, reading)}, {dates(reading)}"


def dates(reading: Reading) -> str:
    """Return the dates asked for in words."""
    return reading.dates.range.in_words() if reading.dates.range else "all dates"


def subject(base: FactBase, reading: Reading) -> str:
    """Return what is asked for in words, but for the dates: 'quotes: Xi Jinping on Hegemony'."""
    kind = KINDS.get(reading.wanted)
    parts = [_named(base, reading)]
    if reading.words:
        words = list(dict.fromkeys(f"'{word.mark}'" for word in reading.words))
        more = f" and {len(words) - _MOST_WORDS} more" if len(words) > _MOST_WORDS else ""
        listed = ", ".join(words[:_MOST_WORDS]) + more
        parts.append(f"with the word{'s' if len(words) > 1 else ''} {listed}")
    parts += sources(reading)
    said = " ".join(part for part in parts if part)
    return f"{kind}: {said}" if kind and said else kind or said or "everything"


def sources(reading: Reading) -> list[str]:
    """Return from what kinds of source it is asked for, in words."""
    return [said for cue, said in _FROM.items() if reading.shows(cue)]


def _named(base: FactBase, reading: Reading) -> str:
    by = _labels(base, reading.mentions, Role.BY)
    beside = _labels(base, reading.mentions, Role.WITH, Role.ABOUT)
    at = names(base, _labels(base, reading.mentions, Role.AT))
    others = names(base, [one for one in beside if one not in by])
    text = " on ".join(one for one in (names(base, by), others) if one)
    return f"{text} in {at}".strip() if at else text


def _labels(base: FactBase, mentions: Sequence[Mention], *roles: Role) -> list[str]:
    """Return what is mentioned in some roles, each once, role by role."""
    return list(
        dict.fromkeys(one.label(base) for role in roles for one in mentions if one.role is role)
    )


def remarks(reading: Reading) -> Iterator[str]:
    """Yield what there is to say on how the question is put."""
    if reading.asks_us:
        yield "Readout takes no view; this is what others say."
    if reading.shows(Cue.RECENT):
        yield "This is no news feed: all of it is shown, in order of time."


def noted(answered: Answer, line: str, reading: Reading | None = None) -> Answer:
    """Return an answer with how the question was understood before its other notes."""
    more = remarks(reading) if reading else ()
    return msgspec.structs.replace(answered, notes=(line, *more, *answered.notes))
