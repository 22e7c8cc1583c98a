"""Finding records by what they are called and by what they say, or nothing close enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.completing import Prefixes
from bot.search.found import Field, Found, Match
from bot.search.naming import Names
from bot.search.wording import Wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable

    from bot.search.found import Entry


class Index:
    """An index of records, never changed after building; any number of threads may read it."""

    def __init__(self, names: Names, wordings: Wordings, prefixes: Prefixes) -> None:
        """Put the parts together; use ``Index.build`` for entries."""
        self._names = names
        self._wordings = wordings
        self._prefixes = prefixes

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> Index:
        """Index entries; their order does not matter to any answer."""
        in_order = sorted(entries, key=lambda entry: (entry.kind, entry.id))
        return cls(Names(in_order), Wordings(in_order), Prefixes(in_order))

    def find(
        self,
        words: str,
        kinds: Collection[str] = (),
        *,
        field: Field = Field.NAMES,
        within: Container[str] | None = None,
        limit: int = 8,
    ) -> Found:
        """Find what is called so, or says so; no ``kinds`` means all, ``within`` limits the ids."""
        found: list[Found] = []
        if field in {Field.NAMES, Field.ANY}:
            found.append(self._names.find(words, kinds, within, limit))
        if field in {Field.TEXTS, Field.ANY}:
            found.append(self._wordings.find(words, kinds, within, limit))
        return Found.merged(found, limit)

    def complete(
        self,
        typed: str,
        kinds: Collection[str] = (),
        *,
        within: Container[str] | None = None,
        limit: int = 25,
    ) -> tuple[Match, ...]:
        """Offer what may be meant by the first letters of a name, the likeliest first."""
        begun = self._prefixes.find(typed, kinds, within, limit)
        if len(begun) >= limit or not typed.strip():
            return begun
        seen = {match.id for match in begun}
        others = self._names.find(typed, kinds, within, limit)
        return (*begun, *(match for match in others.matches if match.id not in seen))[:limit]
