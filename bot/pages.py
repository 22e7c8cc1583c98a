"""An answer as pages that fit a Discord message, before anything is drawn.

A page holds about 1,800 characters, so that it can be read at a glance. Text is broken between
items. One item that is longer than a whole page goes on the next, broken between words, with a mark
on both sides; all of it is there. A quotation is treated no differently: it is never shortened, and
the marks stand outside its words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bot.answers.model import Status
from bot.escaping import escaped, one_line
from bot.limits import MESSAGE_TEXT, SELECT_OPTIONS, length
from bot.lines import SMALL, Line, item_lines, source_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.model import Answer, Citation, Item, Suggestion

_COMFORTABLE: Final = 1_800
_MOST_BLOCKS: Final = 12
_MOST_SECTIONS: Final = 6  # each takes two of a message's 40 components
_TITLE: Final = 300
#: What the card itself writes on each page: status, notice, edition, page number.
_FRAME: Final = 600
_CONTINUES: Final = f"{SMALL}(continues on the next page)"
_CONTINUED: Final = f"{SMALL}(continued)"
_MARKS: Final = len(_CONTINUES) + len(_CONTINUED) + 4
_HEADING: Final = 120
_MOST_PLACES: Final = 20  # paragraphs of one source on one line
_SOURCES: Final = "Sources of the above"
_CHOICES: Final = {Status.AMBIGUOUS: "Choose one"}
_NEAREST: Final = "What this base does hold"


@dataclass(frozen=True)
class Section:
    """Blocks of text under one heading; the heading may be empty."""

    heading: str
    markdown: str


@dataclass(frozen=True)
class Page:
    """One page: all text is markdown, ready to be shown. ``number`` counts from 0."""

    title: str
    sections: tuple[Section, ...]
    sources: str
    choices: tuple[Suggestion, ...]
    number: int
    count: int


@dataclass(frozen=True)
class _Block:
    """What is not broken: a piece of text, the citations it names, the suggestion it is."""

    markdown: str
    heading: str = ""
    cites: tuple[int, ...] = ()
    choice: Suggestion | None = None


@dataclass
class _Open:
    """A page while it is filled."""

    blocks: list[_Block] = field(default_factory=list)
    cites: set[int] = field(default_factory=set)
    size: int = 0


def pages_of(answer: Answer, reserved: int = 0) -> tuple[Page, ...]:
    """Return the pages of an answer, at least one; ``reserved`` characters of each stay free."""
    return _Layout(answer, reserved).pages()


class _Layout:
    def __init__(self, answer: Answer, reserved: int) -> None:
        self._answer = answer
        title = Line(one_line(answer.title) or answer.command)
        self._title, *self._title_rest = title.cut(_TITLE)
        self._room = MESSAGE_TEXT - _FRAME - _TITLE - reserved
        self._numbers: dict[tuple[str, int], int] = {}
        self._citations: dict[int, Citation] = {}
        self._lines: dict[tuple[int, ...], Line] = {}

    def pages(self) -> tuple[Page, ...]:
        filled = list(self._filled())
        title = self._title.markdown() + ("…" if self._title_rest else "")
        return tuple(
            Page(
                title=title,
                sections=tuple(_sections(page.blocks)),
                sources="\n".join(line.markdown() for line in self._source_lines(page.cites)),
                choices=tuple(block.choice for block in page.blocks if block.choice),
                number=number,
                count=len(filled),
            )
            for number, page in enumerate(filled)
        )

    def _filled(self) -> Iterator[_Open]:
        page = _Open()
        for block in self._blocks():
            size = self._size_with(page, block)
            if page.blocks and not self._belongs(page, block, size):
                yield page
                page = _Open()
                size = self._size_with(page, block)
            page.blocks.append(block)
            page.cites.update(block.cites)
            page.size = size
        yield page

    def _belongs(self, page: _Open, block: _Block, size: int) -> bool:
        sections = sum(1 for _ in groupby([*page.blocks, block], key=_heading))
        most = SELECT_OPTIONS if block.choice else _MOST_BLOCKS
        return (
            size <= min(_COMFORTABLE, self._room)
            and len(page.blocks) < most
            and sections <= _MOST_SECTIONS
        )

    def _size_with(self, page: _Open, block: _Block) -> int:
        blocks = [*page.blocks, block]
        text = sum(length(known.markdown) + 2 for known in blocks)
        headings = sum(_heading_size(heading) for heading, _ in groupby(blocks, key=_heading))
        return text + headings + self._sources_size(page.cites.union(block.cites))

    def _sources_size(self, cites: Iterable[int]) -> int:
        return sum(length(line.markdown()) + 1 for line in self._source_lines(cites))

    def _blocks(self) -> Iterator[_Block]:
        for rest in self._title_rest:
            yield _Block(f"…{rest.markdown()}")
        for note in self._answer.notes:
            yield from self._split(_paragraph(note), "", ())
        for item in self._answer.items:
            yield from self._item_blocks(item)
        heading = _CHOICES.get(self._answer.status, _NEAREST)
        for suggestion in self._answer.suggestions:
            label = Line(one_line(suggestion.label), "- ").markdown()
            yield _Block(label, heading, choice=suggestion)

    def _item_blocks(self, item: Item) -> Iterator[_Block]:
        cites = tuple(dict.fromkeys(map(self._number, item.citations)))
        heading = next(Line(one_line(item.heading)).cut(_HEADING)).text
        lines = tuple(item_lines(item, cites))
        if self._sources_size(cites) <= self._room // 2:
            yield from self._split(lines, heading, cites)
            return
        # so many sources that they need pages of their own
        yield from self._split(lines, heading, ())
        yield from self._split(list(self._source_lines(cites)), _SOURCES, ())

    def _split(
        self, lines: Sequence[Line], heading: str, cites: tuple[int, ...]
    ) -> Iterator[_Block]:
        """Yield the lines as one block if they fit a page, else as several with marks."""
        room = self._room - self._sources_size(cites) - _heading_size(heading) - _MARKS
        whole = "\n".join(line.markdown() for line in lines)
        if length(whole) <= room:
            yield _Block(whole, heading, cites)
            return
        parts: list[list[str]] = [[]]
        size = 0
        for part in (part for line in lines for part in line.cut(room)):
            markdown = part.markdown()
            if parts[-1] and size + length(markdown) + 1 > room:
                parts.append([])
                size = 0
            parts[-1].append(markdown)
            size += length(markdown) + 1
        for at, markdowns in enumerate(parts):
            marked = [_CONTINUED] * (at > 0) + markdowns + [_CONTINUES] * (at + 1 < len(parts))
            yield _Block("\n".join(marked), heading, cites)

    def _number(self, citation: Citation) -> int:
        key = citation.source, citation.paragraph
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._citations.setdefault(number, citation)
        return number

    def _source_lines(self, cites: Iterable[int]) -> Iterator[Line]:
        grouped: dict[str, list[int]] = defaultdict(list)
        for number in sorted(cites):
            grouped[self._citations[number].source].append(number)
        for numbers in grouped.values():
            for start in range(0, len(numbers), _MOST_PLACES):
                some = tuple(numbers[start : start + _MOST_PLACES])
                if some not in self._lines:
                    self._lines[some] = source_line([(n, self._citations[n]) for n in some])
                yield self._lines[some]


def _paragraph(text: str) -> list[Line]:
    return [Line(line) for line in text.strip().split("\n")]


def _heading(block: _Block) -> str:
    return block.heading


def _heading_size(heading: str) -> int:
    return length(escaped(heading)) + len("### \n")


def _sections(blocks: Iterable[_Block]) -> Iterator[Section]:
    """Gather blocks that follow each other under one heading; choices stand close together."""
    for heading, group in groupby(blocks, key=_heading):
        held = list(group)
        between = "\n" if all(block.choice for block in held) else "\n\n"
        yield Section(escaped(heading), between.join(block.markdown for block in held))
