"""What answers are drawn from: a fact base and its index under one fingerprint."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.base import FactBase, load
from bot.search.entries import entries_of
from bot.search.index import Index
from bot.search.own_names import own_names
from bot.search.passages import Passages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.facts.reader import Progress


@dataclass(frozen=True)
class Edition:
    """A fact base with its index, never changed: every answer comes from exactly one edition."""

    base: FactBase
    index: Index
    since: dt.datetime  # when it was loaded, in UTC
    quoted: Passages  # the words of the quotes, letter for letter
    own_names: Mapping[str, frozenset[str]]  # people by the names they bear, folded

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that name the facts, whatever files they stand in."""
        return self.base.fingerprint

    @classmethod
    def of(cls, base: FactBase) -> Edition:
        """Index a fact base."""
        return cls(
            base=base,
            index=Index.build(entries_of(base)),
            since=dt.datetime.now(dt.UTC),
            quoted=Passages((quote.id, quote.words) for quote in base.quotes.values()),
            own_names=own_names(base),
        )

    @classmethod
    def load(cls, folder: Path, progress: Progress | None = None) -> Edition:
        """Read and index a folder; raise ``FaultsFoundError`` with every fault in it."""
        return cls.of(load(folder, progress))


class Desk:
    """Where the current edition lies. It is replaced whole, so no question sees half of one."""

    def __init__(self, edition: Edition) -> None:
        """Start with a first edition."""
        self._current = edition

    @property
    def current(self) -> Edition:
        """The edition that answers now; take it once for each question."""
        return self._current

    def swap(self, edition: Edition) -> Edition:
        """Put a new edition on the desk and return the one before."""
        before, self._current = self._current, edition
        return before
