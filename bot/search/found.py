"""What a search returns: matches with a score, how they matched, whether they are close enough."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Matches whose scores lie this close together are offered as a choice, never decided by order.
MARGIN: Final = 0.02


class Field(StrEnum):
    """What of a record is searched."""

    NAMES = "names"
    TEXTS = "texts"
    ANY = "any"


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A record as the index sees it.

    ``names`` are what it is called, the first being its own name and the others its aliases;
    ``derived`` are names that no curator gave it, such as a description by its role, and ``titled``
    those of them that hold its own name too ('Foreign Minister Sergei Lavrov');
    ``texts`` are what it says (a quote's words, a statement, a title with its summary).
    """

    kind: str
    id: str
    names: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


class How(StrEnum):
    """In what way the words matched, from the surest to the weakest."""

    EXACT = "exact"  # the record's own name, or its whole text
    ALIAS = "alias"  # another of its names
    PREFIX = "prefix"  # the beginning of a name or of one of its words
    PART = "part"  # words out of a longer name or text, unchanged
    FUZZY = "fuzzy"  # close, with typing errors or other spellings


class Match(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A record that matched: ``score`` in 0..1; ``field`` is the name or text that matched best."""

    kind: str
    id: str
    score: float
    how: How
    field: str

    def rank(self) -> tuple[float, str, str]:
        """Return a key that sorts the best first, and equals by kind and id."""
        return -self.score, self.kind, self.id

    def capped(self, most: float) -> Match:
        """Return the match with a score of at most so much."""
        return msgspec.structs.replace(self, score=most) if self.score > most else self


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Matches, best first; equal scores are ordered by kind and id, never by the order of files.

    Those that score ``enough`` are close enough to answer with; the others are no more than the
    nearest things the base holds.
    """

    matches: tuple[Match, ...] = ()
    enough: float = 1.0

    @classmethod
    def of(cls, matches: Iterable[Match], enough: float, limit: int) -> Found:
        """Put matches in order and keep the best: two at least, or a choice would look sure."""
        return cls(matches=tuple(sorted(matches, key=Match.rank)[: max(limit, 2)]), enough=enough)

    @classmethod
    def merged(cls, parts: Sequence[Found], limit: int) -> Found:
        """Put the results of several searches together, each record once, by its best match.

        What is not close enough in its own search is not in the whole either.
        """
        enough = min((part.enough for part in parts), default=1.0)
        best: dict[str, Match] = {}
        for part in parts:
            for match in part.matches:
                counted = match if match.score >= part.enough else match.capped(enough - MARGIN)
                known = best.get(match.id)
                if known is None or counted.score > known.score:
                    best[match.id] = counted
        return cls.of(best.values(), enough, limit)

    @property
    def close(self) -> bool:
        """Whether anything is close enough to answer with."""
        return bool(self.matches) and self.matches[0].score >= self.enough

    @property
    def close_matches(self) -> tuple[Match, ...]:
        """The matches that are close enough, best first."""
        return tuple(match for match in self.matches if match.score >= self.enough)

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
