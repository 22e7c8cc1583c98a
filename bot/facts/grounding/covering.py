"""Which paragraphs of the sources are used: each is cited by a record, or declared as skipped."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.facts.grounding.texts import Finding, excerpt
from bot.facts.references import citings
from bot.facts.shaping import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.facts.base import FactBase
    from bot.facts.grounding.texts import Held, Texts
    from bot.facts.tree import Step


class Coverage(NamedTuple):
    """How much of a source is used: numbers of paragraphs."""

    source: str
    cited: int
    skipped: int
    of: int

    @property
    def unused(self) -> int:
        """The paragraphs that are neither cited nor skipped."""
        return self.of - self.cited - self.skipped


class Citer(NamedTuple):
    """A record that cites a paragraph, and where in it."""

    record: str
    path: tuple[Step, ...]


def citers(base: FactBase) -> Mapping[str, Mapping[int, list[Citer]]]:
    """Return who cites each paragraph, by source."""
    found: dict[str, dict[int, list[Citer]]] = defaultdict(lambda: defaultdict(list))
    for record in base.records.values():
        for path, cite in citings(record):
            found[cite.source][cite.paragraph].append(Citer(record.id, path))
    return found


def check_citations(base: FactBase, texts: Texts) -> Iterator[Finding]:
    """Yield a fault for every citation of a paragraph that its source does not have."""
    for source, by_paragraph in citers(base).items():
        held = texts.held.get(source)
        for paragraph, cited_by in by_paragraph.items() if held else ():
            if held and paragraph not in held.paragraphs:
                for citer in cited_by:
                    wrong = f"'{source}' has no paragraph {paragraph} in its saved text"
                    yield Finding(citer.record, Flaw(citer.path, wrong, _range(held)))


def check_coverage(base: FactBase, texts: Texts) -> Iterator[Finding]:
    """Yield a doubt for every paragraph that is unused, or both cited and skipped."""
    cited = citers(base)
    for source, held in texts.held.items():
        for number, text in held.paragraphs.items():
            cited_by = cited.get(source, {}).get(number)
            if cited_by and held.skips(number):
                wrong = f"paragraph {number} is skipped, but '{cited_by[0].record}' cites it"
                todo = "take it out of 'skip', or out of what is cited"
                yield Finding(source, Flaw(("text", "skip"), wrong, todo))
            elif not cited_by and not held.skips(number):
                wrong = f"paragraph {number} is neither cited nor skipped: '{excerpt(text)}'"
                todo = "cite it in a record, or add it to 'skip'"
                yield Finding(source, Flaw(("text", "skip"), wrong, todo))
    for held, number, text in texts.unowned():
        file = held.text.file
        wrong = f"paragraph {number} of '{file}' belongs to no source: '{excerpt(text)}'"
        todo = "add it to a source's 'paragraphs' (and 'skip' it there, if it says nothing)"
        yield Finding(held.source.id, Flaw(("text", "paragraphs"), wrong, todo))


def coverage(base: FactBase, texts: Texts) -> tuple[Coverage, ...]:
    """Count the used paragraphs of each source whose text is at hand."""
    cited = citers(base)
    found = []
    for source, held in texts.held.items():
        numbers = {number for number in cited.get(source, {}) if number in held.paragraphs}
        skipped = sum(held.skips(number) and number not in numbers for number in held.paragraphs)
        found.append(Coverage(source, len(numbers), skipped, len(held.paragraphs)))
    return tuple(found)


def _range(held: Held) -> str:
    numbers = held.paragraphs.keys()
    return f"it has {min(numbers)} to {max(numbers)}" if numbers else "it has none"
