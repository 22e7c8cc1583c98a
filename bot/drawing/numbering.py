"""The numbers of an answer's citations, and the lines that say what they mean."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.drawing.escaping import escaped, one_line
from bot.drawing.limits import length
from bot.drawing.lines import ADDRESS, SMALL, address, shortened
from bot.facts.dates import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.model import Citation

_LONGEST_TITLE: Final = 160
_MOST_PLACES: Final = 20  # paragraphs of one source on one line
_KINDS: Final = {
    "official": "official readout",
    "report": "report",
    "opinion": "opinion piece",
}


class Numbering:
    """One number for each paragraph that an answer cites, the same on all its pages."""

    def __init__(self) -> None:
        """Start at one."""
        self._numbers: dict[tuple[str, int], int] = {}
        self._citations: dict[int, Citation] = {}
        #: By number: the source, and how much the place and the description of the source take.
        self.sizes: dict[int, tuple[str, int, int]] = {}

    def number(self, citation: Citation) -> int:
        """Return the number of a citation, from 1 in the order in which they first come up."""
        key = citation.source, citation.paragraph
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers) + 1
            self._citations[number] = citation
            self.sizes[number] = citation.source, len(_place(number, citation)) + 2, _size(citation)
        return number

    def most(self, number: int) -> int:
        """Return how long the line of a number is, where it has one to itself."""
        _, place, about = self.sizes[number]
        return place + about

    def lines(self, numbers: Iterable[int]) -> Iterator[str]:
        """Yield a line of markdown for each source: its numbers, paragraphs, title, publisher."""
        grouped: dict[str, list[int]] = defaultdict(list)
        for number in sorted(numbers):
            grouped[self._citations[number].source].append(number)
        for held in grouped.values():
            for start in range(0, len(held), _MOST_PLACES):
                cited = [(n, self._citations[n]) for n in held[start : start + _MOST_PLACES]]
                places = ", ".join(_place(number, citation) for number, citation in cited)
                yield f"{SMALL}{places}{_described(cited[0][1])}"


class Cited:
    """The numbers that a page cites, and how long the lines for them are, at most."""

    def __init__(self, numbering: Numbering, numbers: Iterable[int] = ()) -> None:
        """Cite some numbers."""
        self.numbers: set[int] = set()
        self.size = 0
        self._sizes = numbering.sizes
        self._counts: dict[str, int] = {}
        self.add(numbers)

    def size_with(self, numbers: Iterable[int]) -> int:
        """Return how long the lines would be with further numbers."""
        size, counts = self.size, dict[str, int]()
        for number in numbers:
            if number not in self.numbers:
                source, place, about = self._sizes[number]
                count = counts.get(source, self._counts.get(source, 0))
                size += place if count % _MOST_PLACES else place + about
                counts[source] = count + 1
        return size

    def add(self, numbers: Iterable[int]) -> None:
        """Cite further numbers."""
        for number in numbers:
            if number not in self.numbers:
                source, place, about = self._sizes[number]
                count = self._counts.get(source, 0)
                self.size += place if count % _MOST_PLACES else place + about
                self._counts[source] = count + 1
                self.numbers.add(number)


def _place(number: int, citation: Citation) -> str:
    return f"\\[{number}\\] ¶{citation.paragraph}"


@lru_cache(maxsize=4_096)
def _size(citation: Citation) -> int:
    """Return how long the description of a source is, with the line that sets it off."""
    return length(_described(citation)) + 1


@lru_cache(maxsize=4_096)
def _described(citation: Citation) -> str:
    """Describe a source in markdown.

    A very long title or publisher is shortened here, with a mark: ``/source`` shows it whole.
    """
    name = escaped(shortened(one_line(citation.title), _LONGEST_TITLE))
    url, published, kind = citation.url, citation.published, citation.kind
    if url and ADDRESS.fullmatch(url):
        name = f"[{name}](<{address(url)}>)"
    by = shortened(one_line(citation.publisher or ""), _LONGEST_TITLE) or "publisher not named"
    when = When.parse(published).in_words() if published else "undated"
    return f" · {name} · {escaped(by)} · {when} · {_KINDS.get(kind, kind)}"
