"""An answer as pages that fit a Discord message, before anything is drawn.

A page holds about 1,800 characters, so that it can be read at a glance. Text is broken between
items. One item that is longer than a whole page goes on the next, broken between words, with a mark
on both sides; all of it is there. A quotation is treated no differently: it is never shortened, and
the marks stand outside its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from bot.answers.model import Status
from bot.drawing.escaping import escaped, one_line
from bot.drawing.limits import MESSAGE_TEXT, SELECT_OPTIONS, length
from bot.drawing.lines import SMALL, Line, cited_as, item_lines, known
from bot.drawing.numbering import Cited, Numbering
from bot.drawing.once import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.model import Answer, Item, Suggestion

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


class _Block(NamedTuple):
    """What is not broken: a piece of text, the citations it names, the suggestion it is."""

    markdown: str
    size: int  # its length with the line that sets it off
    heading: str = ""
    cites: tuple[int, ...] = ()
    choice: Suggestion | None = None

    @classmethod
    def of(
        cls,
        markdown: str,
        heading: str = "",
        cites: tuple[int, ...] = (),
        choice: Suggestion | None = None,
    ) -> _Block:
        """Measure a piece of text, once."""
        return cls(markdown, length(markdown) + 2, heading, cites, choice)


@dataclass
class _Open:
    """A page while it is filled."""

    cited: Cited
    blocks: list[_Block] = field(default_factory=list)
    text: int = 0  # the length of its blocks and their headings
    sections: int = 0

    def opens_section(self, block: _Block) -> bool:
        """Whether a block stands under another heading than the one before."""
        return not self.blocks or self.blocks[-1].heading != block.heading

    def text_with(self, block: _Block) -> int:
        """Return the length of the text with a further block."""
        heading = _heading_size(block.heading) if self.opens_section(block) else 0
        return self.text + heading + block.size

    def add(self, block: _Block) -> None:
        """Put a block on the page."""
        self.text = self.text_with(block)
        self.sections += self.opens_section(block)
        self.blocks.append(block)
        self.cited.add(block.cites)


class Pages(Sequence[Page]):
    """The pages of an answer. What stands on each is known; it is put together when looked at."""

    def __init__(self, title: str, filled: Sequence[_Open], numbering: Numbering) -> None:
        """Show pages under a title."""
        self._title = title
        self._filled = filled
        self._numbering = numbering

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._filled)

    @overload
    def __getitem__(self, at: int) -> Page: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Page]: ...
    def __getitem__(self, at: int | slice) -> Page | Sequence[Page]:
        """Put one or several pages together."""
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        number = range(len(self))[at]
        page = self._filled[number]
        return Page(
            title=self._title,
            sections=tuple(_sections(page.blocks)),
            sources="\n".join(self._numbering.lines(page.cited.numbers)),
            choices=tuple(block.choice for block in page.blocks if block.choice),
            number=number,
            count=len(self),
        )


@once
def pages_of(answer: Answer, reserved: int = 0) -> Pages:
    """Return the pages of an answer, at least one; ``reserved`` characters of each stay free."""
    return _Layout(answer, reserved).pages()


class _Layout:
    def __init__(self, answer: Answer, reserved: int) -> None:
        self._answer = answer
        title = Line(one_line(answer.title) or answer.command)
        self._title, *self._title_rest = title.cut(_TITLE)
        self._room = MESSAGE_TEXT - _FRAME - length(self._title.markdown) - reserved
        self._numbering = Numbering()

    def pages(self) -> Pages:
        title = self._title.markdown + ("…" if self._title_rest else "")
        return Pages(title, list(self._filled()), self._numbering)

    def _filled(self) -> Iterator[_Open]:
        page = _Open(Cited(self._numbering))
        for block in self._blocks():
            if page.blocks and not self._belongs(page, block):
                yield page
                page = _Open(Cited(self._numbering))
            page.add(block)
        yield page

    def _belongs(self, page: _Open, block: _Block) -> bool:
        most = SELECT_OPTIONS if block.choice else _MOST_BLOCKS
        return (
            len(page.blocks) < most
            and page.sections + page.opens_section(block) <= _MOST_SECTIONS
            and page.text_with(block) + page.cited.size_with(block.cites)
            <= min(_COMFORTABLE, self._room)
        )

    def _blocks(self) -> Iterator[_Block]:
        for rest in self._title_rest:
            yield _Block.of(f"…{rest.markdown}")
        for note in self._answer.notes:
            yield from self._split(_paragraph(note), "")
        for item in self._answer.items:
            yield from self._item_blocks(item)
        heading = _CHOICES.get(self._answer.status, _NEAREST)
        for suggestion in self._answer.suggestions:
            label = Line(one_line(suggestion.label), "- ").markdown
            yield _Block.of(label, heading, choice=suggestion)

    def _item_blocks(self, item: Item) -> Iterator[_Block]:
        cites = tuple(dict.fromkeys(map(self._numbering.number, item.citations)))
        heading = _heading_of(item.heading)
        whole = known(item)
        cited = whole.between + cited_as(cites) if cites else ""
        size = whole.size + len(cited)
        at_most = sum(map(self._numbering.most, cites))
        room = self._room - _heading_size(heading) - _MARKS
        if size + at_most <= room and at_most <= self._room // 2:
            if whole.markdown.strip() or cited:
                yield _Block(whole.markdown + cited, size + 2, heading, cites)
            return
        lines = item_lines(item, cites)
        sources_size = Cited(self._numbering, cites).size
        if sources_size <= self._room // 2:
            yield from self._split(lines, heading, cites, sources_size)
            return
        # so many sources that they need pages of their own
        yield from self._split(lines, heading)
        sources = [Line("", line) for line in self._numbering.lines(cites)]
        yield from self._split(sources, _SOURCES)

    def _split(
        self,
        lines: Sequence[Line],
        heading: str,
        cites: tuple[int, ...] = (),
        sources_size: int = 0,
    ) -> Iterator[_Block]:
        """Yield the lines as one block if they fit a page, else as several with marks.

        The sources cited take so many characters of the page.
        """
        room = self._room - sources_size - _heading_size(heading) - _MARKS
        whole = "\n".join(line.markdown for line in lines)
        if length(whole) <= room:
            if whole.strip():
                yield _Block.of(whole, heading, cites)
            return
        parts: list[list[str]] = [[]]
        size = 0
        for part in (part for line in lines for part in line.cut(room)):
            markdown = part.markdown
            if parts[-1] and size + length(markdown) + 1 > room:
                parts.append([])
                size = 0
            parts[-1].append(markdown)
            size += length(markdown) + 1
        for at, markdowns in enumerate(parts):
            marked = [_CONTINUED] * (at > 0) + markdowns + [_CONTINUES] * (at + 1 < len(parts))
            yield _Block.of("\n".join(marked), heading, cites)


def _paragraph(text: str) -> list[Line]:
    return [Line(line) for line in text.strip().split("\n")]


def _heading(block: _Block) -> str:
    return block.heading


@lru_cache
def _heading_of(text: str) -> str:
    """Return a heading in one line, with as many of its words as there is room for."""
    return next(Line(one_line(text)).cut(_HEADING)).text


@lru_cache
def _heading_size(heading: str) -> int:
    return length(escaped(heading)) + len("### \n")


def _sections(blocks: Iterable[_Block]) -> Iterator[Section]:
    """Gather blocks that follow each other under one heading; choices stand close together."""
    for heading, group in groupby(blocks, key=_heading):
        held = list(group)
        between = "\n" if all(block.choice for block in held) else "\n\n"
        yield Section(escaped(heading), between.join(block.markdown for block in held))
