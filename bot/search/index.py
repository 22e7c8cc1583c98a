"""Finding records by what they are called and by what they say, or nothing close enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.catalogue import Catalogue, Scope, in_order
from bot.search.found import Field, Found, Match
from bot.search.naming import Names
from bot.search.packed import let_go
from bot.search.telling import Telling
from bot.search.wording import Wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable

    from bot.search.found import Entry


class Index:
    """An index of records, never changed after building; any number of threads may read it."""

    def __init__(
        self, catalogue: Catalogue, names: Names, wordings: Wordings, telling: Telling
    ) -> None:
        """Put the parts together; use ``Index.build`` for entries."""
        self._catalogue = catalogue
        self._names = names
        self._wordings = wordings
        self._telling = telling

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> Index:
        """Index entries; their order does not matter to any answer."""
        ordered = list(in_order(entries))
        catalogue = Catalogue(ordered)
        names = Names(catalogue, ordered)
        wordings = Wordings(catalogue, ordered)
        telling = Telling(sound for part in (names, wordings) for sound in part.sounds)
        let_go(ordered)
        made = cls(catalogue, names, wordings, telling)
        made.find("a b", field=Field.ANY)  # what Python and numpy load when first asked for
        return made

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._catalogue)

    def find(
        self,
        words: str,
        kinds: Collection[str] = (),
        *,
        field: Field = Field.NAMES,
        within: Container[str] | None = None,
        limit: int = 8,
    ) -> Found:
        """Find what is called so, or says so; no ``kinds`` means all, ``within`` limits the ids.

        At least two matches are returned where there are two, so that a choice can be seen.
        """
        scope = Scope(self._catalogue, kinds, within)
        found: list[Found] = []
        if field in {Field.NAMES, Field.ANY}:
            found.append(self._names.find(words, scope, limit, self._telling))
        if field in {Field.TEXTS, Field.ANY}:
            found.append(self._wordings.find(words, scope, limit, self._telling))
        return found[0] if len(found) == 1 else Found.merged(found, limit)

    def complete(
        self,
        typed: str,
        kinds: Collection[str] = (),
        *,
        within: Container[str] | None = None,
        limit: int = 25,
    ) -> tuple[Match, ...]:
        """Offer what may be meant by the first letters of a name, the likeliest first."""
        scope = Scope(self._catalogue, kinds, within)
        return tuple(self._names.complete(typed, scope, limit, self._telling))

    @property
    def nbytes(self) -> int:
        """How much memory the index takes."""
        parts = (self._catalogue, self._names, self._wordings, self._telling)
        return sum(part.nbytes for part in parts)
