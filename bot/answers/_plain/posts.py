"""Posts as a question puts them: 'secretary of the Security Council', 'a member of the board'."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers._plain.cue_words import Cue
from bot.search.forms import fold, has_cjk
from bot.search.lexicon import Rank, Sense
from bot.search.offices import also_called
from bot.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Set as AbstractSet

    from bot.answers._plain.tokens import Token
    from bot.edition import Edition
    from bot.facts.records import Person

_MOST_REMEMBERED: Final = 4_096


class Called(NamedTuple):
    """One of the names of a post, folded, and the stems of its words; Chinese parts none."""

    name: str
    stems: frozenset[str]
    is_chinese: bool


@lru_cache(maxsize=_MOST_REMEMBERED)
def called(post: str) -> tuple[Called, ...]:
    """Return what a post is called, in each language that knows it."""
    names = [fold(name) for name in (post, *also_called(post))]
    return tuple(Called(name, frozenset(map(stem, name.split())), has_cjk(name)) for name in names)


def with_posts(edition: Edition, tokens: list[Token]) -> list[Token]:
    """Return the tokens; a body with words out of a post that somebody has there is that person."""
    for at, token in enumerate(tokens):
        bodies = {sense.id for sense in token.senses if sense.kind == "organisation"}
        if not bodies:
            continue
        for first, last in ((_from(tokens, at), at), (at, _to(tokens, at))):
            words = [one for one in tokens[first : last + 1] if one.is_content]
            people = _holders(edition, bodies, words) if words else ()
            if people:
                mark = " ".join(one.mark for one in tokens[first : last + 1])
                text = " ".join(one.text for one in tokens[first : last + 1])
                person = replace(
                    token, text=text, mark=mark, stop=tokens[first].stop, senses=people
                )
                return with_posts(edition, [*tokens[:first], person, *tokens[last + 1 :]])
    return tokens


def _from(tokens: Sequence[Token], at: int) -> int:
    """Return where the words begin that lead to a body by 'of the'."""
    first = at
    while first and not tokens[first].stop and tokens[first - 1].shows(Cue.BY | Cue.ARTICLE):
        first -= 1
    while first and not tokens[first].stop and tokens[first - 1].is_content:
        first -= 1
    return first if tokens[first].is_content else at


def _to(tokens: Sequence[Token], at: int) -> int:
    """Return where the words end that stand right behind a body."""
    last = at
    while last + 1 < len(tokens) and not tokens[last + 1].stop and tokens[last + 1].is_content:
        last += 1
    return last


def _holders(
    edition: Edition, bodies: Collection[str], words: Sequence[Token]
) -> tuple[Sense, ...]:
    people = edition.base.people
    officials = {id_ for body in bodies for id_ in edition.voices.get(body, ()) if id_ in people}
    stems = {one for word in words for one in word.stems}
    return tuple(
        Sense(people[id_].noun, id_, Rank.POST)
        for id_ in sorted(officials)
        if _has_post(people[id_], bodies, stems)
    )


def _has_post(person: Person, bodies: Collection[str], stems: AbstractSet[str]) -> bool:
    names = (name for post in person.posts if post.of in bodies for name in called(post.post))
    return any(_holds(name, stems) for name in names)


def _holds(post: Called, stems: AbstractSet[str]) -> bool:
    """Whether all the words stand in a post."""
    if post.is_chinese:
        return all(one in post.name for one in stems)
    return stems <= post.stems
