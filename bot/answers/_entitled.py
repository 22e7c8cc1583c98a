"""Who is meant by a name with an office or a form of address: 'Foreign Minister Wang Yi'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.search.forms import fold
from bot.search.offices import also_called

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.facts.base import FactBase
    from bot.facts.records import Person

#: Forms of address, which say nothing of who is meant.
_ADDRESS: Final = frozenset(
    fold("mr mrs ms miss dr prof sir madam comrade his her excellency the господин госпожа товарищ")
    .split()
)  # fmt: skip


def entitled(base: FactBase, ids: Iterable[str], words: str) -> Person | None:
    """Return the one of some people whose names and posts have every word, if there is one.

    A post alone is nobody's name, and whoever holds another post is somebody else.
    """
    asked = set(fold(words).split()) - _ADDRESS
    people = (base.people[id_] for id_ in ids if id_ in base.people)
    meant = [person for person in people if _bears(base, person, asked)]
    return meant[0] if len(meant) == 1 else None


def _bears(base: FactBase, person: Person, asked: set[str]) -> bool:
    called = _words((person.name, *person.names))
    return not called.isdisjoint(asked) and asked <= called | _words(_posts(base, person))


def _posts(base: FactBase, person: Person) -> Iterator[str]:
    for post in person.posts:
        yield post.post
        yield from also_called(post.post)
        if post.of:
            body = base.organisations[post.of]
            yield from (body.name, *body.names)


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in fold(text).split()}
