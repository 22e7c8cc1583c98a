"""What a search returns: matches with a score, how they matched, whether they are close enough."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

#: Matches whose scores lie this close together are offered as a choice, never decided by order.
MARGIN: Final = 0.02


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A record as the index sees it.

    ``names`` are what it is called, the first being its own name and the others its aliases;
    ``texts`` are what it says (a quote's words, a statement, a title with its summary).
    """

    kind: str
    id: str
    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


class How(StrEnum):
    """In what way the words matched, from the surest to the weakest."""

    EXACT = "exact"  # the record's own name, or its whole text
    ALIAS = "alias"  # another of its names
    PREFIX = "prefix"  # the beginning of a name or of one of its words
    PART = "part"  # words out of a longer name or text, unchanged
    FUZZY = "fuzzy"  # close, with typing errors or other spellings


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A record that matched: ``score`` in 0..1; ``field`` is the name or text that matched best."""

    kind: str
    id: str
    score: float
    how: How
    field: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Matches, best first; equal scores are ordered by kind and id, never by the order of files.

    ``close`` says whether the best is close enough to answer with; if not, the matches are no more
    than the nearest things the base holds.
    """

    matches: tuple[Match, ...] = ()
    close: bool = False

    @property
    def best(self) -> Match | None:
        """The one record that is meant, or None if nothing is close enough or several are."""
        return self.matches[0] if self.close and len(self.rivals) == 1 else None

    @property
    def rivals(self) -> tuple[Match, ...]:
        """The matches that are as good as the first, within ``MARGIN``."""
        return tuple(
            match for match in self.matches if match.score >= self.matches[0].score - MARGIN
        )

    @property
    def ambiguous(self) -> bool:
        """Whether several records are meant equally well."""
        return self.close and len(self.rivals) > 1
