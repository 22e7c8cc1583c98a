"""Who is named for each of several quotations: 'A said "…", and B said "…"'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers._attribution import is_said, named_beside
from bot.answers._speaker import Speaker, bearer_of_any, may_name, named_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.edition import Edition


def speakers_in_turn(edition: Edition, outside: Sequence[str]) -> tuple[Speaker | None, ...]:
    """Return the speaker of each quotation, out of the pieces of text around them.

    Whoever is named in front of the first speaks until another is named; where nobody is, each is
    named behind. Nothing is returned where the text names no more than one.
    """
    named = [_named(edition, piece) for piece in outside]
    if len({_key(speaker) for speaker in named if speaker}) <= 1:
        return ()
    if named[0]:
        return tuple(_carried(named[:-1]))
    return tuple(reversed(list(_carried(named[:0:-1]))))


def _carried(named: Sequence[Speaker | None]) -> list[Speaker | None]:
    """Return the speakers with everybody speaking until the next one does."""
    carried: list[Speaker | None] = []
    for speaker in named:
        carried.append(speaker or (carried[-1] if carried else None))
    return carried


def _named(edition: Edition, piece: str) -> Speaker | None:
    phrases = list(dict.fromkeys(named_beside([piece])))
    for phrase in phrases:
        named = named_in(edition, phrase)
        body = None if named.known else bearer_of_any(edition, named.phrase)
        if named.known or body:
            return named if named.known else Speaker(named.phrase, (body or "",))
    unknown = filter(may_name, phrases) if is_said(piece) else ()
    return next((named_in(edition, phrase) for phrase in unknown), None)


def _key(speaker: Speaker) -> object:
    return speaker.ids or speaker.phrase
