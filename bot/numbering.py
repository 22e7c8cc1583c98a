"""The numbers of an answer's citations, and the lines that say what they mean."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.escaping import escaped, one_line
from bot.facts.dates import When
from bot.limits import length
from bot.lines import ADDRESS, SMALL, shortened

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

    def number(self, citation: Citation) -> int:
        """Return the number of a citation, from 1 in the order in which they first come up."""
        number = self._numbers.setdefault(
            (citation.source, citation.paragraph), len(self._numbers) + 1
        )
        self._citations.setdefault(number, citation)
        return number

    def size(self, numbers: Iterable[int]) -> int:
        """Return how long the lines for some numbers are, at most."""
        size, counts = 0, defaultdict[str, int](int)
        for number in numbers:
            citation = self._citations[number]
            size += len(_place(number, citation)) + 2
            if counts[citation.source] % _MOST_PLACES == 0:
                size += length(_about(citation)) + 1
            counts[citation.source] += 1
        return size

    def lines(self, numbers: Iterable[int]) -> Iterator[str]:
        """Yield a line of markdown for each source: its numbers, paragraphs, title, publisher."""
        grouped: dict[str, list[int]] = defaultdict(list)
        for number in sorted(numbers):
            grouped[self._citations[number].source].append(number)
        for held in grouped.values():
            for start in range(0, len(held), _MOST_PLACES):
                cited = [(n, self._citations[n]) for n in held[start : start + _MOST_PLACES]]
                places = ", ".join(_place(number, citation) for number, citation in cited)
                yield f"{SMALL}{places}{_about(cited[0][1])}"


def _place(number: int, citation: Citation) -> str:
    return f"\\[{number}\\] ¶{citation.paragraph}"


def _about(citation: Citation) -> str:
    return _described(
        citation.title, citation.publisher, citation.published, citation.kind, citation.url
    )


@lru_cache(maxsize=1_024)
def _described(
    title: str, publisher: str | None, published: str | None, kind: str, url: str | None
) -> str:
    """Describe a source in markdown.

    A very long title or publisher is shortened here, with a mark: ``/source`` shows it whole.
    """
    name = escaped(shortened(one_line(title), _LONGEST_TITLE))
    if url and ADDRESS.fullmatch(url):
        name = f"[{name}](<{url.replace(chr(92), '%5C')}>)"
    by = shortened(one_line(publisher or ""), _LONGEST_TITLE) or "publisher not named"
    when = When.parse(published).in_words() if published else "undated"
    return f" · {name} · {escaped(by)} · {when} · {_KINDS.get(kind, kind)}"
