"""What ``readout check`` prints: every fault and doubt, and a summary of what the base holds.

Messages have one line each, however long, as ``file:line:column: what is wrong; what to do``, so
that editors and other tools find the place. The summary fits into 80 columns.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.facts.base import FactBase, load_with_origins
from bot.facts.faults import Fault, FaultsFoundError
from bot.facts.grounding import Grounding, ground
from bot.facts.records import RECORD_TYPES, Organisation, Source, Topic

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

    from bot.facts.reader import Progress

_WIDTH: Final = 80
_UNHELD: Final = (
    "Not held against the saved texts: citations, quotations, names, numbers and dates were not "
    "checked. To do so: readout check --texts DIR"
)
_SHORTEST_ID: Final = 12
_GAP: Final = "  "  # what rich puts between columns
_FAULT: Final = "bold red"
_WARNING: Final = "yellow"
_GOOD: Final = "green"
#: The kinds of record that cite, and the headings of their columns.
_CITING: Final = {
    kind: "orgs" if kind is Organisation else kind.section
    for kind in RECORD_TYPES
    if kind not in {Source, Topic}
}


def run(
    folder: Path,
    texts: Path | None,
    strict: bool,  # noqa: FBT001 - fixed by the command line's interface
    out: TextIO,
    progress: Progress | None = None,
) -> int:
    """Check a folder, against the saved texts if they are given; return the exit status: 0 or 1.

    ``strict`` makes faults of the warnings. ``progress`` is told which part has been read, 0..1.
    """
    printer = _Printer(out)
    try:
        base, origins = load_with_origins(folder, progress)
    except FaultsFoundError as error:
        printer.messages("Faults", error.faults, _FAULT)
        counts = _count(len(error.faults), "fault")
        unchecked = "nothing else was checked, as the records could not all be read"
        printer.result(f"{folder}: {counts}; {unchecked}", _FAULT)
        return 1
    grounding = ground(base, origins, texts) if texts else None
    found = grounding or Grounding()
    faults = sorted((*found.faults, *found.doubts)) if strict else found.faults
    warnings = () if strict else found.doubts
    printer.messages("Faults", faults, _FAULT)
    printer.messages("Warnings", warnings, _WARNING)
    printer.records(base)
    if grounding:
        printer.coverage(grounding)
    else:
        printer.paragraph(_UNHELD)
    counts = f"{_count(len(faults), 'fault')}, {_count(len(warnings), 'warning')}"
    printer.result(f"{folder}: {counts}", _FAULT if faults else _WARNING if warnings else _GOOD)
    return 1 if faults else 0


class _Printer:
    """Plain lines into a file or pipe, with colours on a terminal only."""

    def __init__(self, out: TextIO) -> None:
        self._encoding = getattr(out, "encoding", None) or "utf-8"
        self._console = Console(file=out, highlight=False, markup=False, emoji=False)

    def line(self, text: str = "", style: str = "") -> None:
        """Print one line, whole, with what the output cannot show written as escapes."""
        shown = text.encode(self._encoding, "backslashreplace").decode(self._encoding)
        self._console.print(Text(shown, style), soft_wrap=True)

    def paragraph(self, text: str) -> None:
        """Print a text in lines of the summary's width."""
        for line in textwrap.wrap(text, _WIDTH):
            self.line(line)

    def messages(self, title: str, faults: Sequence[Fault], style: str) -> None:
        """Print all messages of a kind under a heading."""
        if not faults:
            return
        self.line(title, style)
        for fault in faults:
            self.line(str(fault))
        self.line()

    def records(self, base: FactBase) -> None:
        """Print the numbers of records by kind, and of those that cite each source."""
        self._rows(
            ["records that cite", *_CITING.values(), "all"],
            [
                [source, *map(str, numbers), str(sum(numbers))]
                for source in base.sources
                for numbers in [[len(base.mentions(source, kind)) for kind in _CITING]]
            ],
        )
        self.paragraph(f"{_count(len(base.records), 'record')}: {base.in_numbers()}")
        self.line()

    def coverage(self, grounding: Grounding) -> None:
        """Print how many paragraphs of each source are used."""
        self._rows(
            ["paragraphs of", "cited", "skipped", "unused", "of"],
            [
                [part.source, *map(str, (part.cited, part.skipped, part.unused, part.of))]
                for part in grounding.coverage
            ],
        )
        for source in grounding.without_text:
            self.line(f"{source}: not held against a text, as it declares none")
        if grounding.without_text:
            self.line()

    def result(self, text: str, style: str) -> None:
        """Print what it all comes to."""
        self.line(text, style)

    def _rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        if not rows:
            return
        widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
        table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
        others = sum(width + len(_GAP) for width in widths[1:])
        first = min(widths[0], max(_WIDTH - others, _SHORTEST_ID))
        table.add_column(headings[0], no_wrap=True, width=first, overflow="ellipsis")
        for heading, width in zip(headings[1:], widths[1:], strict=True):
            table.add_column(heading, justify="right", no_wrap=True, width=width)
        for row in rows:
            table.add_row(*row)
        self._console.print(table, width=_WIDTH)
        self.line()


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
