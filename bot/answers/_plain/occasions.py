"""Events that a question calls by a word: 'in his article', 'where did they meet'."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

from bot.answers._negation import listed
from bot.answers._plain.cue_words import Cue
from bot.answers._plain.reading import Wanted
from bot.search.forms import fold, has_cjk
from bot.search.rows import NONE
from bot.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bot.answers._plain.reading import Reading
    from bot.answers._plain.tokens import Token
    from bot.facts.base import FactBase
    from bot.facts.records import Event
    from bot.search.rows import Ids, Rows

#: Verbs and nouns of meeting: with people who are named they ask for what all of them took part in.
_MEETING: Final = frozenset(
    stem(fold(word))
    for word in listed(
        "meet met meeting talks negotiations встреча встречи встретился встретились встречались"
        " встречался переговоры 会见 会晤 会谈 见面 见 晤"
    )
)
_OFTEN: Final = listed("often раз 几次 幾次") | {"how many times", "how often"}
_ASKED: Final = frozenset({Wanted.ANY, Wanted.WHO, Wanted.EVENTS})
_BETWEEN: Final = Cue.ARTICLE | Cue.SELF | Cue.PERSON | Cue.REPORTED


def called(rows: Rows, word: Token) -> Ids:
    """Return the events that are called by a word; one Chinese character is only a part of one."""
    if len(word.text) == 1 and has_cjk(word.text):
        return NONE
    return reduce(frozenset.__and__, map(rows.called, word.text.split()))


def is_how_often(reading: Reading) -> bool:
    """Whether it asks how often something happened, which no figure of one time says."""
    return any(token.text in _OFTEN for token in reading.tokens)


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
    return shared(base, people)


def shared(base: FactBase, people: AbstractSet[str]) -> tuple[Event, ...]:
    """Return the events that all of some people took part in."""
    return tuple(one for one in base.events.values() if people <= set(one.who))
