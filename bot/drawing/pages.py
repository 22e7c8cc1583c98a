"""An answer as pages that fit a Discord message, before anything is drawn.

A page holds about 1,800 characters, so that it can be read at a glance. Text is broken between
items. One item that is longer than a whole page goes on the next, broken between words, with a mark
on both sides; all of it is there. A quotation is not broken where a message has room for its words
alone: it then has a page to itself, under a shortened title. One that is longer yet goes on like
other text; it is never shortened, and the marks stand outside its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from bot.answers.model import Status
from bot.drawing.escaping import escaped, one_line
from bot.drawing.limits import FRAME, MESSAGE_TEXT, QUOTATION, SELECT_OPTIONS, length
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
_SHORT_TITLE: Final = 50  # beside a quotation that needs the room
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

    def __init__(
        self, titles: Sequence[str], filled: Sequence[_Open], numbering: Numbering
    ) -> None:
        """Show pages, each under a title."""
        self._titles = titles
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
            title=self._titles[number],
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
        title, *self._title_rest = Line(one_line(answer.title) or answer.command).cut(_TITLE)
        self._title = title.markdown + ("…" if self._title_rest else "")
        self._most = MESSAGE_TEXT - FRAME - reserved
        self._room = self._most - length(self._title)
        self._numbering = Numbering()

    @cached_property
    def _short_title(self) -> str:
        """As much of the title as there is room for beside a quotation that needs the rest."""
        title, *rest = Line(one_line(self._answer.title) or self._answer.command).cut(_SHORT_TITLE)
        return title.markdown + ("…" if rest else "")

    @property
    def _alone(self) -> int:
        """How long a quotation may be that has a page to itself."""
        return self._most - length(self._short_title) - _MARKS

    def pages(self) -> Pages:
        filled = list(self._filled())
        titles = [self._title if page.text <= self._room else self._short_title for page in filled]
        return Pages(titles, filled, self._numbering)

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
        for piece, most in self._pieces(lines, room):
            if parts[-1] and size + length(piece) + 1 > most:
                parts.append([])
                size = 0
            parts[-1].append(piece)
            size += length(piece) + 1
        for at, pieces in enumerate(parts):
            marked = [_CONTINUED] * (at > 0) + pieces + [_CONTINUES] * (at + 1 < len(parts))
            markdown = "\n".join(marked)
            if length(markdown) <= room + _MARKS:
                yield _Block.of(markdown, heading, cites)
            else:  # a quotation has the room of heading and sources, which stand by what follows
                yield _Block.of(markdown)

    def _pieces(self, lines: Iterable[Line], room: int) -> Iterator[tuple[str, int]]:
        """Yield what is not broken, each with how long it and what it stands below may be.

        A quotation is one piece wherever a page has room for it.
        """
        for is_quoted, group in groupby(lines, key=_is_quoted):
            held = list(group)
            most = self._room - _MARKS if is_quoted else room
            whole = "\n".join(line.markdown for line in held)
            if is_quoted and length(whole) <= self._alone:
                yield whole, most
            else:
                longest = self._alone if is_quoted else room
                yield from ((part.markdown, most) for line in held for part in line.cut(longest))


def room_for_question(answer: Answer) -> int:
    """Return how many characters of a page no quotation needs that can stand there whole."""
    sizes = (
        sum(length(line.markdown) + 1 for line in item_lines(item, ()) if line.is_quoted)
        for item in answer.items
    )
    return QUOTATION - max((size for size in sizes if size <= QUOTATION), default=0)


def _is_quoted(line: Line) -> bool:
    return line.is_quoted


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
