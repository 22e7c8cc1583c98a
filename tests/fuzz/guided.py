"""Fuzz a target guided by coverage, for so long; what it finds worth keeping joins the corpus.

    python tests/fuzz/guided.py TARGET [--seconds N] [--keep]

Needs the extra 'fuzz' (atheris, for Linux and macOS). It ends with status 0 if nothing broke; else
it prints the error, and leaves the input in a file crash-… in the current folder.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # an untyped extra

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

with atheris.instrument_imports(include=["bot"]):
    from fuzz.targets import TARGETS

#: Seconds that a single input may take.
_SLOWEST = 20


def main() -> None:
    """Fuzz one target."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", choices=list(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--keep", action="store_true", help="add what is new to the corpus")
    arguments = parser.parse_args()
    corpus = HERE / "corpus" / arguments.target
    TARGETS[arguments.target](b"")  # what is loaded once is no part of the time
    with TemporaryDirectory() as new:
        folders = [str(corpus)] if arguments.keep else [new, str(corpus)]
        limits = [f"-max_total_time={arguments.seconds}", f"-timeout={_SLOWEST}", "-max_len=6000"]
        atheris.Setup(
            [sys.argv[0], *limits, "-print_final_stats=1", *folders], TARGETS[arguments.target]
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
