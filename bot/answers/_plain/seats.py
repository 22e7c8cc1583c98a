"""States that a question calls by the seat of their government, and those who act for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers._plain.roles import Role
from bot.search.forms import fold
from bot.search.rows import NONE, Ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers._plain.reading import Mention
    from bot.edition import Edition


def seated(edition: Edition, mention: Mention, *, wide: bool) -> tuple[str, ...]:
    """Return the state for whose government a place stands here: 'Government in Beijing'."""
    if mention.role is not Role.BY and not (wide and mention.role is Role.WITH):
        return ()
    for id_ in mention.ids("organisation"):
        states = edition.own_names.get(f"government in {fold(edition.base.name(id_))}")
        if states:
            return tuple(sorted(states))
    return ()


def seats(edition: Edition, mentions: Iterable[Mention], *, wide: bool) -> Iterator[str]:
    """Yield which place was taken for which state."""
    base = edition.base
    for mention in mentions:
        for id_ in seated(edition, mention, wide=wide):
            yield f"{mention.label(base)} stands for {base.name(id_)} too, as the sources use it."


def of_officials(edition: Edition, mention: Mention) -> Ids:
    """Return what names those who hold posts in a state: they sign its agreements."""
    ids = frozenset(mention.ids("organisation"))
    people = (
        NONE.union(*(edition.voices.get(id_, NONE) for id_ in ids)) & edition.base.people.keys()
    )
    return NONE.union(*(edition.rows.naming(id_) for id_ in people))
