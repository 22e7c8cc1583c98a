"""Texts, completion, hostile questions, building beside an event loop, and the shipped base."""

from __future__ import annotations

import asyncio
import random
import time
from typing import TYPE_CHECKING, Final

import numpy as np
from benchmarks.search_data import misspelt
from benchmarks.search_measuring import milliseconds, percentiles, say
from benchmarks.search_rivals import Ours
from rapidfuzz import fuzz, process

from bot.edition import Edition
from bot.editions.collecting import sparing
from bot.search.forms import fold
from bot.search.found import Entry, Field
from bot.search.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.search_data import Data

_SIZE: Final = 100_000
_EXCERPTS: Final = 400
_WORDS: Final = 12
_BEAT: Final = 0.001


def measure_texts(data: Data) -> None:
    """Print how excerpts of twelve words are found among 100,000 sentences."""
    texts = data.many_sentences(_SIZE)
    before = time.process_time()
    index = Index.build(
        Entry(kind="quote", id=f"{number:06}", texts=(text,)) for number, text in enumerate(texts)
    )
    seconds = time.process_time() - before
    say(
        f"\nExcerpts of {_WORDS} words among {_SIZE:,} sentences (target: p50 <= 0.3, first >= .99)"
    )
    say(f"index {index.nbytes / 1e6:.0f} MB, built in {seconds:.1f} s")
    draw = random.Random(_WORDS)  # noqa: S311 - the same errors in each run
    excerpts = data.excerpts(_WORDS, _EXCERPTS)
    turned = [(_turned(words, draw), text) for words, text in excerpts]
    wrong = [(misspelt(words, 2, draw), text) for words, text in excerpts]

    def find(words: str) -> str:
        found = index.find(words, field=Field.TEXTS)
        return found.matches[0].field if found.matches else ""

    for label, pairs in (
        ("as they are", excerpts),
        ("two typing errors", wrong),
        ("in other order", turned),
    ):
        _show_texts(f"readout, {label}", find, pairs)
    folded = [fold(text) for text in texts]

    def partial(words: str) -> str:
        best = process.extractOne(fold(words), folded, scorer=fuzz.partial_ratio)
        return texts[best[2]]

    _show_texts("rapidfuzz partial_ratio", partial, excerpts[:20])


def _show_texts(label: str, find: Callable[[str], str], pairs: list[tuple[str, str]]) -> None:
    p50, p99 = percentiles(milliseconds(find, [words for words, _ in pairs]))
    right = [fold(words) in fold(found := find(words)) or found == text for words, text in pairs]
    say(f"{label:<28}p50 {p50:>8.3f}  p99 {p99:>8.3f}  right first {np.mean(right):.3f}")


def _turned(words: str, draw: random.Random) -> str:
    parts = words.split()
    at = draw.randrange(2, len(parts) - 2)
    return " ".join(parts[at:] + parts[:at])


def measure_completion(data: Data) -> None:
    """Print how long offers take for the beginnings of names, one character and more."""
    ours = Ours(data.many_names(_SIZE))
    say(f"\nCompletion among {_SIZE:,} names (target: p99 <= 1 for any beginning)")
    asked = data.queries[::4]
    for size in (1, 2, 3, 4, 6, 9):
        beginnings = list(dict.fromkeys(fold(query.answer)[:size] for query in asked))
        p50, p99 = percentiles(milliseconds(ours.complete, beginnings))
        most = max(len(ours.complete(beginning)) for beginning in beginnings)
        say(f"{size} characters   p50 {p50:>7.3f}  p99 {p99:>7.3f}  offers {most} at most")
    wrong = [query.words for query in data.queries if query.kind == "prefix+e1"]
    p50, p99 = percentiles(milliseconds(ours.complete, wrong))
    say(f"with an error  p50 {p50:>7.3f}  p99 {p99:>7.3f}")


def measure_hostile(data: Data) -> None:
    """Print what hostile questions cost, in names and in texts."""
    names = data.many_names(_SIZE)
    index = Index.build(
        Entry(kind="person", id=f"{number:06}", names=(name,), texts=(name,))
        for number, name in enumerate(names)
    )
    usual = [query.words for query in data.queries if query.kind == "edit1"]
    draw = random.Random(1)  # noqa: S311 - the same words in each run
    hostile = {
        "10,000 equal characters": "a" * 10_000,
        "500 short words": " ".join(draw.choice("abcde") + draw.choice("xyz") for _ in range(500)),
        "500 words of names": " ".join(word for name in names[:250] for word in name.split()[:2]),
        "6,000 Chinese characters": "王" * 6_000,
        "6,000 emoji": "👍" * 6_000,
        "3,000 combining marks": "a" + "\u0301" * 3_000,
        "6,000 spaces": " " * 6_000,
    }
    say(f"\nHostile questions among {_SIZE:,} names (target: at most 10 times a usual question)")
    for field in (Field.NAMES, Field.TEXTS):

        def ask(words: str, field: Field = field) -> object:
            return index.find(words, field=field)

        base, _ = percentiles(milliseconds(ask, usual))
        for label, words in hostile.items():
            (took,) = milliseconds(ask, [words])
            say(f"{field.value:<6} {label:<26}{took:>8.2f} ms  {took / base:>5.1f} times")


def measure_building(data: Data) -> None:
    """Print how long an event loop waits while an index is built in a thread."""
    names = data.many_names(_SIZE)
    entries = [
        Entry(kind="person", id=f"{number:06}", names=(name,), texts=(name,))
        for number, name in enumerate(names)
    ]
    say(f"\nAn event loop beside the building of {_SIZE:,} records (target: waits <= 20 ms)")
    idle = asyncio.run(_waits(None))
    busy = asyncio.run(_waits(entries))
    for label, waits in (("nothing built", idle), ("building", busy)):
        p50, p99 = percentiles(waits)
        say(f"{label:<16}p50 {p50:>6.1f}  p99 {p99:>6.1f}  longest {max(waits):>6.1f} ms")


async def _waits(entries: list[Entry] | None) -> list[float]:
    """Return how much later than asked for a loop wakes, in milliseconds, as in the bot."""
    work = asyncio.to_thread(Index.build, entries) if entries else asyncio.sleep(2)
    waits = []
    with sparing():
        task = asyncio.ensure_future(work)
        while not task.done():
            before = time.perf_counter()
            await asyncio.sleep(_BEAT)
            waits.append((time.perf_counter() - before - _BEAT) * 1e3)
    await task
    return waits


def measure_shipped(folder: Path) -> None:
    """Print how long look-ups take in the base that ships, the first one too."""
    edition = Edition.load(folder)
    base = edition.base
    records = (*base.people.values(), *base.organisations.values(), *base.topics.values())
    names = [name for record in records for name in (record.name, *record.names)]
    draw = random.Random(2)  # noqa: S311 - the same errors in each run
    wrong = [misspelt(name, 1, draw) for name in names if len(name) > 4]
    strangers = ["angela merkel", "what is the weather like", "Иван Петров", "马克龙"]
    index = edition.index
    before = time.thread_time()
    index.find("lavrof")
    first = (time.thread_time() - before) * 1e3
    say(f"\nThe shipped base: {len(index)} records (target: 1 ms for a whole question)")
    say(f"first look-up of all {first:.2f} ms; whole answers: python tests/benchmarks/answers.py")
    for label, asked in (("names", names), ("misspelt", wrong), ("strangers", strangers)):
        p50, p99 = percentiles(milliseconds(index.find, asked))
        say(f"{label:<12}p50 {p50:>6.3f}  p99 {p99:>6.3f}")
