"""How long ``/verify`` takes, and how often it is right, on the shipped base and on larger ones.

    python tests/benchmarks/verify.py [FOLDER OF SEARCH DATA] [--sizes NUMBER …]

The larger bases hold sentences of public speech as quotes, or generated ones where there is no
folder. Quotes are asked for as they are, in part, edited by rule, and under a wrong name; sentences
that are in no base have to be missed. Times are those of the processor for one question, so that
other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.search_data import Data  # noqa: E402 - found by the line above

from bot.answers import verify  # noqa: E402 - the same
from bot.answers.asking import Asking  # noqa: E402
from bot.edition import Edition  # noqa: E402
from bot.facts.base import FactBase  # noqa: E402
from bot.facts.records import Cite, Person, Quote, Source, SourceKind  # noqa: E402
from bot.search.spelled import spelled  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Kind = Callable[[random.Random, FactBase, Quote], "Question"]

SIZES: Final = (10_000, 100_000)
TARGET: Final = "p99 under 2 ms on the shipped base"
_ASKED: Final = 400
_HELD_OUT: Final = 2_000
_SPEAKERS: Final = 200
_LEAST_WORDS: Final = 9
_CITE: Final = (Cite("speeches#1"),)


class Question(NamedTuple):
    """Words with who is said to have said them, and the verdict that they should get."""

    words: str
    speaker: str
    verdict: str


def main() -> None:
    """Print a table for each base: for each kind of question the times, and how many went right."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="folder of search data")
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES, metavar="NUMBER")
    arguments = parser.parse_args()
    data = Data.read(arguments.folder)
    foreign = [*data.sentences[-_HELD_OUT:], *data.unrelated]
    known = data._replace(sentences=data.sentences[:-_HELD_OUT])
    say(f"target: {TARGET}")
    report("shipped", Edition.load(ROOT / "knowledge"), foreign)
    for size in arguments.sizes:
        started = time.perf_counter()
        edition = Edition.of(base_of(known, size))
        report(f"{size:,} quotes, built in {time.perf_counter() - started:.1f} s", edition, foreign)


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - a benchmark prints


def base_of(data: Data, size: int) -> FactBase:
    """Return a base of so many quotes, said by many people in turn."""
    people = [Person(id=f"p{n}", name=name) for n, name in enumerate(data.many_names(_SPEAKERS))]
    source = Source(id="speeches", title="Speeches", kind=SourceKind.REPORT, language="en")
    quotes = (
        Quote(id=f"q{n}", words=words, by=(people[n % _SPEAKERS].id,), cite=_CITE)
        for n, words in enumerate(data.many_sentences(size))
    )
    return FactBase.of((source, *people, *quotes))


def report(name: str, edition: Edition, foreign: list[str]) -> None:
    """Print the table of one base."""
    say(
        f"\n{name}\n{'asked':<24}{'questions':>10}{'p50 ms':>9}{'p99 ms':>9}{'right':>9}  otherwise"
    )
    asking = Asking(edition=edition, today=dt.date(2026, 1, 1))
    for kind, questions in asked(edition.base, foreign).items():
        times: list[float] = []
        wrong: dict[str, int] = {}
        for question in questions:
            started = time.thread_time()
            answer = verify.answer(asking, question.words, question.speaker)
            times.append((time.thread_time() - started) * 1_000)
            outcome = str(answer.verdict or answer.status)
            if outcome != question.verdict:
                wrong[outcome] = wrong.get(outcome, 0) + 1
        times.sort()
        right = 1 - sum(wrong.values()) / len(questions)
        others = ", ".join(f"{count} {outcome}" for outcome, count in sorted(wrong.items()))
        row = f"{kind:<24}{len(questions):>10,}{times[len(times) // 2]:>9.2f}"
        say(f"{row}{times[len(times) * 99 // 100]:>9.2f}{right:>9.1%}  {others}".rstrip())


def asked(base: FactBase, foreign: list[str]) -> dict[str, list[Question]]:
    """Return questions of each kind, the same in each run."""
    draw = random.Random(1)  # noqa: S311 - no secret
    quotes = [quote for quote in base.quotes.values() if len(spelled(quote.words)) >= _LEAST_WORDS]
    return {
        kind: [
            question(
                draw, base, quotes[n % len(quotes)] if len(quotes) < _ASKED else draw.choice(quotes)
            )
            for n in range(_ASKED)
        ]
        for kind, question in KINDS.items()
    } | {
        "other sentences": [Question(words, "", "not_found") for words in foreign],
        "seven words of others": [Question(words, "", "not_found") for words in _parts(foreign)],
    }


def _parts(sentences: list[str]) -> Iterator[str]:
    for words in map(str.split, sentences):
        if len(words) >= _LEAST_WORDS:
            yield " ".join(words[1:8])


def _edited(edit: Callable[[random.Random, list[str]], list[str]], verdict: str) -> Kind:
    def question(draw: random.Random, _: FactBase, quote: Quote) -> Question:
        return Question(" ".join(edit(draw, quote.words.split())), "", verdict)

    return question


def _part(draw: random.Random, words: list[str]) -> list[str]:
    first = draw.randrange(len(words) - 5)
    return words[first : first + 6]


def _replaced(draw: random.Random, words: list[str]) -> list[str]:
    at = draw.randrange(len(words))
    return [*words[:at], "lantern", *words[at + 1 :]]


def _negated(draw: random.Random, words: list[str]) -> list[str]:
    at = draw.randrange(1, len(words))
    return [*words[:at], "never", *words[at:]]


def _around(_: random.Random, words: list[str]) -> list[str]:
    return ["I", "am", "told", "that", *words, "and", "that", "is", "all"]


def _said(_: random.Random, base: FactBase, quote: Quote) -> Question:
    return Question(f"{base.name(quote.by[0])} said: “{quote.words}”", "", "verbatim")


def _wrongly(draw: random.Random, base: FactBase, quote: Quote) -> Question:
    others = [id_ for id_ in base.people if id_ not in quote.by]
    return Question(quote.words, base.people[draw.choice(others)].name, "misattributed")


KINDS: Final[dict[str, Kind]] = {
    "the quote": _edited(lambda _, words: words, "verbatim"),
    "six words of it": _edited(_part, "verbatim"),
    "one word replaced": _edited(_replaced, "altered"),
    "a 'never' more": _edited(_negated, "altered"),
    "words around it": _edited(_around, "altered"),
    "'X said', rightly": _said,
    "said to be another's": _wrongly,
}

if __name__ == "__main__":
    main()
