"""An answer for a terminal, a pipe, or as plain text: everything in it, on one page.

On a terminal lines are broken between words to its width; elsewhere each text stays on a line of
its own, so that other tools find the very words. Colour only repeats what the text says.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

from bot.answers.model import Status
from bot.drawing.escaping import cleaned, one_line
from bot.drawing.lines import date_in_words
from bot.drawing.numbering import Numbering
from bot.facts.dates import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from bot.answers.model import Answer, Change, Citation, Item, Suggestion

_STRONG, _WEAK, _PLAIN = "bold", "dim", ""
_STRUCK, _ADDED, _CITED, _ASK = "red", "green", "cyan", "cyan"
_QUOTED: Final = "> "
_KINDS: Final = {"official": "official readout", "report": "report", "opinion": "opinion piece"}
_LEGEND: Final = "[-so-]: only in the wording asked about; {+so+}: only in the true wording"
_CHOOSE, _NEAREST = "Choose one", "What this base does hold"
_MORE, _EXAMPLES = "See also", "For example"
_WIDEST: Final = 100  # cells; longer lines are hard to read
_NARROWEST: Final = 20


@dataclass(frozen=True)
class Row:
    """One text of an answer, indented, with a mark before each of its lines.

    Where ``units`` are given the text is broken between them alone.
    """

    text: Text = field(default_factory=Text)
    indent: int = 0
    mark: str = ""
    units: tuple[Text, ...] = ()

    @property
    def before(self) -> str:
        """What stands before each line of the text."""
        return " " * self.indent + self.mark

    def lines(self, console: Console, width: int | None) -> Iterator[Text]:
        """Yield the row's lines, broken to a width in cells if one is given."""
        for part in self._parts(console, width):
            part.rstrip()
            yield Text(self.before) + part if part else Text(self.before.rstrip())

    def _parts(self, console: Console, width: int | None) -> Iterator[Text]:
        if width is None:
            yield from self.text.split("\n")
            return
        room = max(width - len(self.before), _NARROWEST)
        if self.units:
            yield from _filled(self.units, room)
            return
        for line in self.text.split("\n"):
            yield from line.wrap(console, room)


def _filled(units: Iterable[Text], room: int) -> Iterator[Text]:
    """Yield lines of as many units as fit, at least one."""
    line = Text()
    for unit in units:
        if line and line.cell_len + 1 + unit.cell_len > room:
            yield line
            line = Text()
        line = Text(" ").join([line, unit]) if line else unit
    yield line


def plain(answer: Answer) -> str:
    """Return the whole answer as plain text, each of its texts on a line of its own."""
    return "\n".join(
        f"{row.before}{line}".rstrip()
        for row in _rows(answer, numbered=False)
        for line in row.text.plain.split("\n")
    )


def show(answer: Answer, out: TextIO, *, numbered: bool = False) -> None:
    """Print an answer; ``numbered`` puts a number before each question that it suggests."""
    console = console_on(out)
    width = width_of(console)
    for row in _rows(answer, numbered=numbered):
        for line in row.lines(console, width):
            console.print(line, soft_wrap=True)


def choices(answer: Answer) -> tuple[Suggestion, ...]:
    """Return what the numbers before the suggested questions stand for, from 1."""
    return (*answer.suggestions, *answer.leads)


def console_on(out: TextIO) -> Console:
    """Return a console that takes nothing in a text for markup."""
    return Console(file=out, highlight=False, markup=False, emoji=False)


def width_of(console: Console) -> int | None:
    """Return how many cells a line may fill; None where lines are not to be broken."""
    if console.is_terminal or os.environ.get("COLUMNS", "").isdecimal():
        return max(min(console.width, _WIDEST), _NARROWEST)
    return None


def _rows(answer: Answer, *, numbered: bool) -> Iterator[Row]:
    numbering = _Sources()
    yield Row(Text(one_line(answer.title) or answer.command, _STRONG))
    for note in answer.notes:
        yield from _texts(note, 0)
    for heading, items in groupby(answer.items, key=lambda item: one_line(item.heading)):
        yield Row()
        if heading:
            yield Row(Text(heading, _STRONG))
        for at, item in enumerate(items):
            if at:
                yield Row()
            yield from _item(item, numbering)
    first = _CHOOSE if answer.status is Status.AMBIGUOUS else _NEAREST
    yield from _questions(first, answer.suggestions, 1 if numbered else 0)
    after = len(answer.suggestions) + 1
    are_examples = all(lead.label == lead.ask for lead in answer.leads)
    more = _EXAMPLES if are_examples else _MORE
    yield from _questions(more, answer.leads, after if numbered else 0)
    yield from numbering.rows()
    yield Row()
    yield Row(Text(f"Edition {answer.edition}", _WEAK))


def _item(item: Item, numbering: _Sources) -> Iterator[Row]:
    lead, date = one_line(item.lead), date_in_words(item)
    head = Text(" · ").join(
        Text(part, style) for part, style in ((lead, _STRONG), (date, _PLAIN)) if part
    )
    body = 4 if head else 2
    if head:
        yield Row(head, 2)
    yield from _texts(item.text, body, mark=_QUOTED if item.kind == "quote" else "")
    if item.changes:
        yield Row(_compared(item.changes), body)
        yield Row(Text(_LEGEND, _WEAK), body)
    for detail in item.detail:
        yield from _texts(detail, body, _WEAK)
    numbers = numbering.numbers(item.citations)
    cited = " ".join(f"[{number}]" for number in numbers)
    standing = one_line(item.standing)
    if standing or cited:
        between = " " if standing and cited else ""
        yield Row(Text.assemble((standing, _WEAK), between, (cited, _CITED)), body)


def _compared(changes: Iterable[Change]) -> Text:
    """Show a comparison word by word, so that it reads without colours too."""
    runs = []
    for change in changes:
        if change.how == "same":
            runs.append(Text(one_line(change.true)))
            continue
        if asked := one_line(change.asked):
            runs.append(Text(f"[-{asked}-]", _STRUCK))
        if true := one_line(change.true):
            runs.append(Text(f"{{+{true}+}}", _ADDED))
    return Text("≠ ") + Text(" ").join(runs)


def _questions(heading: str, suggestions: Iterable[Suggestion], first: int) -> Iterator[Row]:
    for at, suggestion in enumerate(suggestions):
        if not at:
            yield Row()
            yield Row(Text(heading, _STRONG))
        label, ask = one_line(suggestion.label), one_line(suggestion.ask)
        text = Text(f"{first + at}) " if first else "- ")
        if label != ask:
            text.append(f"{label}: ")
        yield Row(text.append(ask, _ASK), 2)


def _texts(text: str, indent: int, style: str = "", mark: str = "") -> Iterator[Row]:
    shown = cleaned(text).strip()
    if shown:
        yield Row(Text(shown, style), indent, mark)


class _Sources:
    """The numbers of what an answer cites, and what they stand for at its end."""

    def __init__(self) -> None:
        self._numbering = Numbering()
        self._by_source: dict[str, dict[int, Citation]] = defaultdict(dict)

    def numbers(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        numbered = {self._numbering.number(citation): citation for citation in citations}
        for number, citation in numbered.items():
            self._by_source[citation.source].setdefault(number, citation)
        return tuple(numbered)

    def rows(self) -> Iterator[Row]:
        for at, cited in enumerate(self._by_source.values()):
            if not at:
                yield Row()
                yield Row(Text("Sources", _STRONG))
            places = tuple(
                Text.assemble((f"[{number}]", _CITED), f" ¶{citation.paragraph}")
                for number, citation in sorted(cited.items())
            )
            yield Row(Text(" ").join(places), 2, units=places)
            source = next(iter(cited.values()))
            yield Row(_described(source), 4)
            if source.url:
                yield Row(Text(one_line(source.url), _WEAK), 4)


def _described(source: Citation) -> Text:
    """Return the title, publisher, date and kind of a source."""
    publisher = one_line(source.publisher or "") or "publisher not named"
    when = When.parse(source.published).in_words() if source.published else "undated"
    kind = _KINDS.get(source.kind, source.kind)
    return Text(f"{one_line(source.title)} · {publisher} · {when} · {kind}")
