"""The libraries that a bot would use instead, behind one interface: names in, numbers out.

All of them are given names folded beforehand, and asked for the five best.
"""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
import tantivy
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.search.forms import fold
from bot.search.found import Entry
from bot.search.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BEST: Final = 5
_GRAM: Final = 3
_HEAP: Final = 128_000_000


class Searcher(Protocol):
    """Something that finds names."""

    label: str
    seconds: float  # what building took
    megabytes: float  # what the index takes in memory, 0 where it cannot be told

    def ask(self, words: str) -> list[int]:
        """Return the numbers of the names that fit best, the best first."""

    def choice(self, words: str) -> list[int]:
        """Return those of them that it calls equally good; none where it cannot tell."""
        del words
        return []


class Ours(Searcher):
    """The index of the bot, over records that have one name each."""

    label = "readout"

    def __init__(self, names: Sequence[str]) -> None:
        """Index names; ids are in their order, which is how others break ties, too."""
        width = len(str(len(names)))
        before = time.process_time()
        self.index = Index.build(
            Entry(kind="person", id=f"{number:0{width}}", names=(name,))
            for number, name in enumerate(names)
        )
        self.seconds = time.process_time() - before
        self.megabytes = self.index.nbytes / 1e6

    def ask(self, words: str) -> list[int]:
        """Find a name."""
        return [int(match.id) for match in self.index.find(words).matches]

    def choice(self, words: str) -> list[int]:
        """Find a name, or the choice between several."""
        return [int(match.id) for match in self.index.find(words).rivals]

    def complete(self, typed: str) -> list[int]:
        """Offer names for what has been typed so far."""
        return [int(match.id) for match in self.index.complete(typed)]


class Extract(Searcher):
    """rapidfuzz ``process.extract`` over all names."""

    megabytes = 0.0

    def __init__(self, names: Sequence[str], scorer: Callable[..., float]) -> None:
        """Fold names."""
        self.label = f"rapidfuzz {scorer.__name__}"
        self._scorer = scorer
        before = time.process_time()
        self._names = [fold(name) for name in names]
        self.seconds = time.process_time() - before

    def ask(self, words: str) -> list[int]:
        """Score every name."""
        found = process.extract(fold(words), self._names, scorer=self._scorer, limit=BEST)
        return [number for _, _, number in found]


class Matrix(Extract):
    """rapidfuzz ``process.cdist`` of one row."""

    def __init__(self, names: Sequence[str]) -> None:
        """Fold names."""
        super().__init__(names, OSA.normalized_similarity)
        self.label = "rapidfuzz cdist OSA"

    def ask(self, words: str) -> list[int]:
        """Score every name."""
        scores = process.cdist(
            [fold(words)], self._names, scorer=OSA.normalized_similarity, dtype=np.float32
        )[0]
        most = np.partition(scores, -BEST)[-BEST]
        leading = np.flatnonzero(scores >= most)
        in_order: list[int] = leading[np.argsort(-scores[leading], kind="stable")].tolist()
        return in_order[:BEST]


class Sqlite(Searcher):
    """SQLite FTS5 with its trigram tokenizer, ranked by bm25."""

    label = "SQLite FTS5 trigram"

    def __init__(self, names: Sequence[str]) -> None:
        """Index names in memory."""
        before = time.process_time()
        self._base = sqlite3.connect(":memory:")
        self._base.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize=trigram)")
        rows = ((number, fold(name)) for number, name in enumerate(names))
        self._base.executemany("INSERT INTO names(rowid, name) VALUES (?, ?)", rows)
        self._base.execute("INSERT INTO names(names) VALUES ('optimize')")
        self._base.commit()
        self.seconds = time.process_time() - before
        pages = self._base.execute("PRAGMA page_count").fetchone()[0]
        self.megabytes = pages * self._base.execute("PRAGMA page_size").fetchone()[0] / 1e6

    def ask(self, words: str) -> list[int]:
        """Ask for any of the trigrams."""
        grams = " OR ".join(f'"{gram}"' for gram in _grams(fold(words)))
        if not grams:
            return []
        found = self._base.execute(
            "SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank, rowid LIMIT ?",
            (grams, BEST),
        )
        return [row[0] for row in found]


class Tantivy(Searcher):
    """Tantivy with a trigram tokenizer, ranked by bm25."""

    label = "tantivy trigram"
    megabytes = 0.0

    def __init__(self, names: Sequence[str]) -> None:
        """Index names in memory."""
        before = time.process_time()
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("name", tokenizer_name="trigram", index_option="freq")
        builder.add_integer_field("number", stored=True)
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        trigram = tantivy.Tokenizer.ngram(_GRAM, _GRAM, prefix_only=False)
        index.register_tokenizer("trigram", tantivy.TextAnalyzerBuilder(trigram).build())
        writer = index.writer(_HEAP, 1)
        for number, name in enumerate(names):
            writer.add_document(tantivy.Document(name=f" {fold(name)} ", number=number))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()
        self.seconds = time.process_time() - before

    def ask(self, words: str) -> list[int]:
        """Ask for any of the trigrams."""
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "name", gram))
            for gram in _grams(f" {fold(words)} ")
        ]
        if not terms:
            return []
        found = self._searcher.search(tantivy.Query.boolean_query(terms), BEST)
        documents = (self._searcher.doc(address) for _, address in found.hits)
        return [int(document["number"][0]) for document in documents]


def rivals() -> list[Callable[[Sequence[str]], Searcher]]:
    """Return what builds each of the alternatives."""
    return [
        lambda names: Extract(names, fuzz.WRatio),
        lambda names: Extract(names, fuzz.token_set_ratio),
        Matrix,
        Sqlite,
        Tantivy,
    ]


def _grams(text: str) -> list[str]:
    return [
        gram
        for gram in dict.fromkeys(text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))
        if '"' not in gram
    ]
