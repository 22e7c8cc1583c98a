"""Where a line comes from: the one place that builds citations and derives what they amount to."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from bot.answers.model import Citation
from bot.facts.records import Quote, SourceKind, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.facts.base import FactBase
    from bot.facts.records import Cite, Source

CitingT = TypeVar("CitingT", Quote, Statement, Quote | Statement)

_ORDER: Final = {kind: place for place, kind in enumerate(SourceKind)}
#: What several sources of a kind are called, in headings and counts.
KINDS_IN_WORDS: Final = {
    SourceKind.OFFICIAL: "official readouts",
    SourceKind.REPORT: "reports",
    SourceKind.OPINION: "opinion pieces",
}
_ONE_IN_WORDS: Final = {
    SourceKind.OFFICIAL: "official readout",
    SourceKind.REPORT: "report",
    SourceKind.OPINION: "opinion piece",
}


def cite(base: FactBase, cites: Iterable[Cite]) -> tuple[Citation, ...]:
    """Resolve citations to their sources; official sources first, each paragraph once."""
    read = [(base.sources[cite.source], cite.paragraph) for cite in dict.fromkeys(cites)]
    read.sort(key=lambda one: _ORDER[one[0].kind])
    return tuple(_citation(source, paragraph) for source, paragraph in read)


def standing(base: FactBase, cites: Iterable[Cite]) -> str:
    """Say what kinds of source stand behind a line: '2 sources: official readout, opinion piece'.

    Sources are counted by distinct publisher, as two pages of one ministry are one voice; a source
    without a known publisher counts for itself.
    """
    sources = [base.sources[cite.source] for cite in cites]
    voices = dict.fromkeys((source.publisher or source.id, source.kind) for source in sources)
    return _standing_of(tuple(voices))


@lru_cache(maxsize=1_024)
def _standing_of(voices: tuple[tuple[str, SourceKind], ...]) -> str:
    """Say how many publishers and sources of what kinds these are, each once."""
    count = len({publisher for publisher, _ in voices})
    kinds = Counter(kind for _, kind in voices)
    words = ", ".join(_kind_in_words(kind, kinds[kind]) for kind in SourceKind if kinds[kind])
    only = " only" if set(kinds) == {SourceKind.OPINION} else ""
    return f"{count} {'source' if count == 1 else 'sources'}: {words}{only}"


def weightiest_kind(base: FactBase, cites: Iterable[Cite]) -> SourceKind:
    """Return the kind of the most official source among the citations."""
    kinds = {base.sources[cite.source].kind for cite in cites}
    return kinds.pop() if len(kinds) == 1 else min(kinds, key=_ORDER.__getitem__)


def apart(base: FactBase, records: Iterable[CitingT]) -> dict[SourceKind, list[CitingT]]:
    """Return records by the kind of their most official source, official first, in their order."""
    kinds: dict[SourceKind, list[CitingT]] = {kind: [] for kind in SourceKind}
    for record in records:
        kinds[weightiest_kind(base, record.cite)].append(record)
    return kinds


def _kind_in_words(kind: SourceKind, count: int) -> str:
    return _ONE_IN_WORDS[kind] if count == 1 else f"{count} {KINDS_IN_WORDS[kind]}"


def _citation(source: Source, paragraph: int) -> Citation:
    return Citation(
        source=source.id,
        paragraph=paragraph,
        title=source.title,
        publisher=source.publisher,
        kind=source.kind,
        published=source.published.text if source.published else None,
        url=source.url,
    )
