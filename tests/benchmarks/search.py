"""How fast and how good the search is, beside what else one could use, all in one run.

    python tests/benchmarks/search.py [DATA] [--only PART …] [--sizes N …] [--seconds N]

DATA is a folder of names, look-ups and sentences (see ``search_data``); without it, the folder that
READOUT_SEARCH_DATA names, or else generated ones. Times are milliseconds of processor time, the
fastest of three runs of each question, so that what else runs on the machine is left out. A slow
alternative is asked as many questions as fit into ``--seconds`` (four times as long for the table
by class), which the column "asked" tells. The curve, which thresholds are chosen by, is drawn with
one half of the look-ups; all else is measured on the other half.
The whole table, 10^6 names among it, is the command as it stands: about ten minutes, and
``pip install -e '.[test]'`` before.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.search_classes import measure_classes  # noqa: E402 - only once the path is set
from benchmarks.search_curve import draw_curves  # noqa: E402 - the same
from benchmarks.search_data import Data  # noqa: E402 - the same
from benchmarks.search_measuring import say  # noqa: E402 - the same
from benchmarks.search_names import measure_names  # noqa: E402 - the same
from benchmarks.search_other import (  # noqa: E402 - the same
    measure_building,
    measure_completion,
    measure_hostile,
    measure_shipped,
    measure_texts,
)

SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
PARTS: Final = (*("names", "classes", "texts", "complete", "curve", "hostile", "build", "shipped"),)


def main() -> None:
    """Print the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="?", type=Path, help="folder of names and sentences")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART")
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, metavar="N")
    parser.add_argument("--seconds", type=float, default=20, help="for each alternative")
    arguments = parser.parse_args()
    folder = arguments.data or os.environ.get("READOUT_SEARCH_DATA")
    data = Data.read(Path(folder) if folder else None)
    kind = "real names and sentences" if data.real else "generated names and sentences"
    say(f"Measured on {kind}; times in ms of processor time, the fastest of three runs")
    reported = data.half(drawing=False)
    say(
        f"{len(reported.queries)} of {len(data.queries)} look-ups are asked: "
        "thresholds were chosen on the others"
    )
    if "names" in arguments.only:
        measure_names(reported, arguments.sizes, arguments.seconds)
    if "classes" in arguments.only:
        measure_classes(reported, 4 * arguments.seconds)
    if "texts" in arguments.only:
        measure_texts(reported)
    if "complete" in arguments.only:
        measure_completion(reported)
    if "curve" in arguments.only:
        draw_curves(data)
    if "hostile" in arguments.only:
        measure_hostile(reported)
    if "build" in arguments.only:
        measure_building(reported)
    if "shipped" in arguments.only:
        measure_shipped(ROOT / "knowledge")


if __name__ == "__main__":
    main()
