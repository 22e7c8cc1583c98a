"""Who bears a name exactly: people and bodies by their own names, posts not counted."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.search.forms import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.facts.base import FactBase


def own_names(base: FactBase) -> Mapping[str, frozenset[str]]:
    """Return the ids of the people and organisations of each name, as ``fold`` writes it."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for party in (*base.people.values(), *base.organisations.values()):
        for name in (party.name, *party.names):
            bearers[fold(name)].add(party.id)
    return MappingProxyType({name: frozenset(ids) for name, ids in bearers.items()})
