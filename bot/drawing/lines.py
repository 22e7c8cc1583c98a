"""One item of an answer as lines of Discord markdown, and lines cut to fit where they must."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.model import DATED_KINDS, UNDATED
from bot.drawing.escaping import cleaned, escaped, isolated, one_line
from bot.drawing.limits import CHOICE_NAME, length
from bot.facts.dates import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.model import Change, Item

SMALL: Final = "-# "
_QUOTED: Final = "> "
_LEGEND: Final = "~~struck~~: only in the wording asked about · **bold**: only in the true wording"
ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
_WORD: Final = re.compile(r"\S+\s*")
_LONGEST_RUN: Final = 600


@dataclass(frozen=True)
class Line:
    """Text as it was written, between the markup that is ours."""

    text: str
    before: str = ""
    after: str = ""

    @property
    def is_quoted(self) -> bool:
        """Whether it is of a quotation."""
        return self.before == _QUOTED

    @cached_property
    def markdown(self) -> str:
        """The line for Discord."""
        return f"{self.before}{escaped(self.text)}{self.after}"

    def cut(self, most: int) -> Iterator[Line]:
        """Yield the line in parts of at most ``most`` each, cut between words where there are any.

        The parts, one behind the other, hold the very words: a quotation is never shortened.
        """
        if length(self.markdown) <= most:
            yield self
            return
        room = most - length(self.before) - length(self.after)
        part = ""
        for word in _words(self.text, room):
            if part and length(escaped(part + word)) > room:
                yield Line(part.rstrip(), self.before, self.after)
                part = ""
            part += word
        yield Line(part.rstrip(), self.before, self.after)


def item_lines(item: Item, numbers: Iterable[int]) -> tuple[Line, ...]:
    """Return the lines of an item: who and when, what, its details, its standing and citations."""
    *lines, last = _item_lines(item)
    cited = cited_as(numbers)
    between = " · " if last.text and cited else ""
    last = Line(last.text, last.before, f"{between}{cited}")
    return (*lines, last) if last.text or cited else tuple(lines)


class Known(NamedTuple):
    """An item as it is in every answer: all its markdown up to its numbers, and how long it is.

    ``between`` is what stands before the numbers, if there are any.
    """

    markdown: str
    size: int
    between: str


def known(item: Item) -> Known:
    """Return the markdown of an item; of what a user typed into it nothing is kept."""
    return _made_known(item) if item.changes else _known(item)


@lru_cache(maxsize=4_096)
def _known(item: Item) -> Known:
    return _made_known(item)


def _made_known(item: Item) -> Known:
    *lines, last = _item_lines(item)
    whole = "\n".join(line.markdown for line in (lines if not last.text else (*lines, last)))
    if last.text:
        return Known(whole, length(whole), " · ")
    return Known(whole, length(whole), f"\n{SMALL}" if lines else SMALL)


def cited_as(numbers: Iterable[int]) -> str:
    """Return how the numbers of citations stand behind what they are of."""
    return " ".join([f"\\[{number}\\]" for number in numbers])


def _item_lines(item: Item) -> Iterator[Line]:
    """Yield the lines of an item without its numbers; the last is its standing, if it has any."""
    text = cleaned(item.text).strip()
    lead, date = one_line(item.lead), date_in_words(item)
    if lead and date:
        yield Line(lead, "**", f"** · {date}")
    elif lead or (date and item.kind == "quote"):
        yield Line(lead or date, "**", "**")
    if item.kind == "quote":
        for words in text.split("\n"):
            yield Line(words, _QUOTED)
    elif date and not lead:
        first, *more = text.split("\n")
        yield Line(first, f"**{date}** · ")
        yield from map(Line, more)
    else:
        yield from map(Line, text.split("\n"))
    yield from _change_lines(item.changes)
    for detail in item.detail:
        yield from _detail_lines(item, detail)
    yield Line(one_line(item.standing), SMALL)


def shortened(text: str, most: int) -> str:
    """Return a label, or as many of its first words as fit ``most``, with a mark."""
    if length(text) <= most:
        return text
    return (_beginning(_WORD.findall(text), most - 1) or _beginning(text, most - 1)).rstrip() + "…"


def choice_label(label: str) -> str:
    """Return the label of a choice, in which a name does not reorder what kind of thing it is.

    The name stands before the last parenthesis.
    """
    plain = one_line(label)
    name, before, kind = plain.rpartition(" (")
    apart = isolated(name)
    if apart == name:
        return shortened(plain, CHOICE_NAME)
    behind = f"{before}{kind}"
    beside = length(apart) - length(name) + length(behind)
    return f"{isolated(shortened(name, CHOICE_NAME - beside))}{behind}"


def _beginning(parts: Iterable[str], most: int) -> str:
    """Return as many of the parts as fit; the space behind the last does not count."""
    kept, size = "", 0
    for part in parts:
        if size + length(part.rstrip()) > most:
            break
        kept += part
        size += length(part)
    return kept


def address(url: str) -> str:
    """Return an address as it may stand between angle brackets, without what nobody would see."""
    return cleaned(url).replace("\\", "%5C")


def date_in_words(item: Item) -> str:
    """Return the date of an item as a person writes it; empty where none would be expected."""
    if item.date:
        return When.parse(item.date).in_words()
    return UNDATED if item.kind in DATED_KINDS else ""


def _detail_lines(item: Item, detail: str) -> Iterator[Line]:
    if item.kind == "source" and ADDRESS.fullmatch(detail):
        # the one place where an address is meant as one
        yield Line("", f"{SMALL}<{address(detail)}>")
        return
    for line in cleaned(detail).strip().split("\n"):
        yield Line(line, SMALL)


def _change_lines(changes: Iterable[Change]) -> Iterator[Line]:
    """Yield a comparison: what only the asker has struck out, what only the source has in bold."""
    line = ""
    for run in _runs(changes):
        if line and length(line) + length(run) > _LONGEST_RUN:
            yield Line("", f"≠ {line}")
            line = ""
        line = f"{line} {run}" if line else run
    if line:
        yield Line("", f"≠ {line}")
        yield Line("", f"{SMALL}{_LEGEND}")


def _runs(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if change.how == "same":
            yield from (part.markdown for part in Line(one_line(change.true)).cut(_LONGEST_RUN))
            continue
        for text, mark in ((change.asked, "~~"), (change.true, "**")):
            if one_line(text):
                parts = Line(one_line(text), mark, mark).cut(_LONGEST_RUN)
                yield from (part.markdown for part in parts)


def _words(text: str, most: int) -> Iterator[str]:
    """Yield the words with the space behind them; a word that is too long in pieces."""
    for word in _WORD.findall(text):
        if length(escaped(word)) <= most:
            yield word
            continue
        piece = ""
        for char in word:
            if length(escaped(piece + char)) > most:
                yield piece
                piece = ""
            piece += char
        yield piece
