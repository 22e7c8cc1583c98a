"""Who bears a name exactly: people by their own names, their posts not counted."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.search.forms import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.facts.base import FactBase


def own_names(base: FactBase) -> Mapping[str, frozenset[str]]:
    """Return the ids of the people who bear each name, as ``fold`` writes it."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for person in base.people.values():
        for name in (person.name, *person.names):
            bearers[fold(name)].add(person.id)
    return MappingProxyType({name: frozenset(ids) for name, ids in bearers.items()})
