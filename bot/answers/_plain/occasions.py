"""Events that a question calls by a word: 'in his article', 'where did they meet'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers._plain.cue_words import Cue
from bot.answers._plain.meanings import meanings
from bot.answers._plain.reading import Wanted
from bot.search.forms import fold
from bot.search.stems import stem

if TYPE_CHECKING:
    from bot.answers._plain.reading import Reading
    from bot.answers._plain.tokens import Token
    from bot.facts.base import FactBase
    from bot.facts.records import Event
    from bot.search.rows import Ids

_MEETING: Final = meanings(stem("meet")) | meanings(stem("talks"))
_ASKED: Final = frozenset({Wanted.ANY, Wanted.WHO, Wanted.EVENTS})
_BETWEEN: Final = Cue.ARTICLE | Cue.SELF | Cue.PERSON | Cue.REPORTED


def called(base: FactBase, ids: Ids, word: Token) -> Ids:
    """Return the events among some records whose titles hold a word, or one that means it."""
    meant = frozenset(one for stemmed in word.stems for one in meanings(stemmed))
    return frozenset(
        id_
        for id_ in ids & base.events.keys()
        if not meant.isdisjoint(stem(one) for one in fold(base.events[id_].title).split())
    )


def is_at(reading: Reading) -> bool:
    """Whether a word stands behind 'at the' or 'in his'."""
    for at, token in enumerate(reading.tokens):
        if token.is_content:
            before = at - 1
            while before > 0 and reading.tokens[before].shows(_BETWEEN):
                before -= 1
            return before >= 0 and reading.tokens[before].shows(Cue.IN)
    return False


def met(base: FactBase, reading: Reading) -> tuple[Event, ...] | None:
    """Return the events that several people took part in, if it is asked when they met."""
    people = {id_ for one in reading.mentions for id_ in one.people}
    others = [one for one in reading.mentions if not one.people]
    is_meeting = all(one in _MEETING for word in reading.words for one in word.stems)
    is_asked = reading.wanted in _ASKED and reading.words
    if not (is_asked and is_meeting and len(people) > 1) or others:
        return None
    return tuple(one for one in base.events.values() if people <= set(one.who))
