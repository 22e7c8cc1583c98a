"""How long a knowledge folder takes to load, beside PyYAML's own safe loader in the same run.

    python tests/benchmarks/reader.py [NUMBER OF RECORDS …]

Ours reads, checks and links every record and keeps its places; the other only builds dictionaries.
Each measurement has a process of its own, so that peak memory is that of one loading; of small
bases the best of several counts, as other work on the machine only ever adds time.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import yaml

ROOT: Final = Path(__file__).parents[2]
SIZES: Final = (10_000, 100_000)
TARGETS: Final = {10_000: "1 s", 100_000: "8 s, 500 MB"}
_PER_FILE: Final = 5_000
_MOST_RECORDS: Final = 50_000  # to be read in all runs together
_WORDS: Final = "talks trade treaty visit region summit envoy accord border energy council".split()  # noqa: SIM905 - words read best as words


class Took(NamedTuple):
    """What a loading took: seconds on the clock and of the processor, megabytes at the peak."""

    seconds: float
    of_cpu: float
    peak: float


def main() -> None:
    """Print a table with a row for each number of records and each loader."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="NUMBER")
    parser.add_argument("--measure", nargs=2, metavar=("LOADER", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        say(json.dumps(measure(arguments.measure[0], Path(arguments.measure[1]))))
        return
    say("  records  loader        seconds   of CPU  ratio  peak MB  target")
    for size in arguments.sizes:
        with TemporaryDirectory() as folder:
            generate(Path(folder), size)
            runs = max(1, _MOST_RECORDS // size)
            ours = best_of(runs, "ours", folder)
            theirs = best_of(runs, "CSafeLoader", folder)
        for loader, took in (("ours", ours), ("CSafeLoader", theirs)):
            target = TARGETS.get(size, "") if loader == "ours" else ""
            row = f"{size:>9,}  {loader:<12} {took.seconds:>8.2f} {took.of_cpu:>8.2f}"
            ratio = theirs.of_cpu / took.of_cpu
            say(f"{row} {ratio:>5.1f}x {took.peak:>8.0f}  {target}".rstrip())


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - a benchmark prints


def best_of(runs: int, loader: str, folder: str) -> Took:
    """Measure several times; return the quickest."""
    return min(in_process(loader, folder) for _ in range(runs))


def in_process(loader: str, folder: str) -> Took:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, "--measure", loader, folder]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603 - this file itself
    return Took(*json.loads(done.stdout))


def measure(loader: str, folder: Path) -> Took:
    """Load a folder; return what it took."""
    sys.path.insert(0, str(ROOT))
    from bot.facts.base import load  # noqa: PLC0415 - only once the path is set

    before, cpu_before = time.perf_counter(), time.process_time()
    if loader == "ours":
        kept: object = load(folder)
    else:
        texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml")))
        kept = [yaml.load(text, yaml.CSafeLoader) for text in texts]
    seconds, of_cpu = time.perf_counter() - before, time.process_time() - cpu_before
    del kept
    return Took(seconds, of_cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def generate(folder: Path, size: int) -> None:
    """Write a base of so many records: mostly statements, with the people and topics they name."""
    draw = random.Random(size)  # noqa: S311 - a made-up base, the same in each run
    people, topics, sources = max(1, size // 10), max(1, size // 100), max(1, size // 100)
    (folder / "named.yaml").write_text(
        "sources:\n"
        + "".join(
            f"  source-{n}:\n    title: Readout {n}\n    kind: official\n    language: en\n"
            f"    published: {2000 + n % 25}-05-07\n"
            for n in range(sources)
        )
        + "people:\n"
        + "".join(
            f"  person-{n}:\n    name: Person {n}\n    names: [P. {n}, Персона {n}]\n"
            f"    posts: [{{post: Envoy {n}, when: 2025-12-02, cite: [source-{n % sources}#2]}}]\n"
            for n in range(people)
        )
        + "topics:\n"
        + "".join(f"  topic-{n}: {{name: Topic {n}, names: [Тема {n}]}}\n" for n in range(topics)),
        encoding="utf-8",
    )
    for start in range(0, size - people - topics - sources, _PER_FILE):
        numbers = range(start, min(start + _PER_FILE, size - people - topics - sources))
        statements = (
            f"  statement-{n}:\n    by: [person-{draw.randrange(people)}]\n"
            f"    says: {' '.join(draw.choices(_WORDS, k=14))}\n    when: 2025-{n % 12 + 1:02}\n"
            f"    topics: [topic-{draw.randrange(topics)}, topic-{draw.randrange(topics)}]\n"
            f"    cite: [source-{draw.randrange(sources)}#{n % 40 + 1}]\n"
            for n in numbers
        )
        text = "statements:\n" + "".join(statements)
        (folder / f"statements-{start}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
