"""Who speaks for a state or body: itself, the bodies that are called its own, and their officials.

A body is a state's own where its name says so: "Ministry of Foreign Affairs of China". A publisher
speaks by what it published. Everybody is still shown under their own name.
"""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.search.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.facts.base import FactBase


def voices(base: FactBase) -> Mapping[str, frozenset[str]]:
    """Return the ids of all who speak for each organisation, itself among them."""
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    called = {
        fold(name): body.id
        for body in base.organisations.values()
        for name in (body.name, *body.names)
    }
    for body in base.organisations.values():
        bodies[body.id].add(body.id)
        for owner in _owners(fold(body.name)):
            if owner in called:
                bodies[called[owner]].add(body.id)
    officials: defaultdict[str, set[str]] = defaultdict(set)
    for person in base.people.values():
        for post in person.posts:
            if post.of:
                officials[post.of].add(person.id)
    for source in base.sources.values():
        publisher = called.get(fold(source.publisher or ""))
        if publisher:
            officials[publisher].add(source.id)
    return MappingProxyType(
        {
            id_: frozenset(own.union(*(officials.get(body, ()) for body in own)))
            for id_, own in bodies.items()
        }
    )


def _owners(name: str) -> Iterator[str]:
    """Yield what stands behind each 'of' of a name, up to its end."""
    words = name.split()
    for at, word in enumerate(words):
        if word == "of":
            behind = words[at + 1 :]
            yield " ".join(behind[1:] if behind[:1] == ["the"] else behind)
