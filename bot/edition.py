"""What answers are drawn from: a fact base and its index under one fingerprint."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.examples import examples
from bot.answers.lines import Lines
from bot.facts.base import FactBase, load
from bot.search.entries import entries_of
from bot.search.filing import Filing
from bot.search.index import Index
from bot.search.lexicon import Lexicon
from bot.search.own_names import own_names
from bot.search.passages import Passages
from bot.search.rows import Rows
from bot.search.voices import voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bot.facts.reader import Progress


@dataclass(frozen=True)
class Edition:
    """A fact base with its index, never changed: every answer comes from exactly one edition."""

    base: FactBase
    index: Index
    since: dt.datetime  # when it was loaded, in UTC
    quoted: Passages  # the words of the quotes, letter for letter
    written: Passages  # those of the statements and events, which the curators wrote
    own_names: Mapping[str, frozenset[str]]  # people and bodies by the names they bear, folded
    lexicon: Lexicon  # names as they stand in a sentence
    rows: Rows  # which records hold a word
    voices: Mapping[str, frozenset[str]]  # who speaks for each organisation
    filing: Filing  # which records have to do with what
    examples: tuple[str, ...]  # questions that it can answer
    lines: Lines  # of answers, as far as they have been asked for

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that name the facts, whatever files they stand in."""
        return self.base.fingerprint

    @classmethod
    def of(cls, base: FactBase) -> Edition:
        """Index a fact base."""
        speaking = voices(base)
        return cls(
            base=base,
            index=Index.build(entries_of(base)),
            since=dt.datetime.now(dt.UTC),
            quoted=Passages((quote.id, quote.words) for quote in base.quotes.values()),
            written=Passages(_written(base)),
            own_names=own_names(base),
            lexicon=Lexicon(base),
            rows=Rows(base),
            voices=speaking,
            filing=Filing(base, speaking),
            examples=examples(base),
            lines=Lines(base),
        )

    @classmethod
    def load(cls, folder: Path, progress: Progress | None = None) -> Edition:
        """Read and index a folder; raise ``FaultsFoundError`` with every fault in it."""
        return cls.of(load(folder, progress))


def _written(base: FactBase) -> Iterator[tuple[str, str]]:
    """Yield the wordings that no source has, with the ids of their records."""
    for statement in base.statements.values():
        yield statement.id, statement.says
    for event in base.events.values():
        yield event.id, event.title
        if event.summary:
            yield event.id, event.summary


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
