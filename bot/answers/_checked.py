"""One passage held against who is said to have said it: the verdict, the lines and the notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import msgspec

from bot.answers._noting import in_context, on_altered, on_exact
from bot.answers.items import names, quote_item
from bot.answers.model import Verdict
from bot.answers.resolving import shortened
from bot.facts.records import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers._judging import Finding, Held
    from bot.answers._speaker import Speaker
    from bot.answers.model import Item
    from bot.facts.base import FactBase
    from bot.facts.records import Source

_MOST_SHOWN: Final = 8


@dataclass(frozen=True)
class Checked:
    """One passage: what was found, held against who is said to have said it."""

    base: FactBase
    finding: Finding
    said_by: Speaker | None

    @cached_property
    def theirs(self) -> tuple[Held, ...]:
        """The quotes that hold it and are by whoever is said to have said it."""
        said_by = self.said_by
        return tuple(held for held in self.finding.held if said_by and said_by.said(held.quote.by))

    @property
    def wrong_speaker(self) -> bool:
        """Whether it was said, but by somebody else."""
        return bool(self.said_by and self.finding.held and not self.theirs)

    @property
    def verdict(self) -> Verdict:
        """The verdict on this passage."""
        finding = self.finding
        anybodys = finding.common or (finding.short and finding.count > 1)
        if not self.finding.held or (anybodys and self.wrong_speaker):
            return Verdict.NOT_FOUND
        if not self.finding.exact:
            return Verdict.ALTERED
        return Verdict.MISATTRIBUTED if self.wrong_speaker else Verdict.VERBATIM

    @property
    def shown(self) -> tuple[Held, ...]:
        """The quotes to show."""
        held = self.theirs if self.finding.exact and self.theirs else self.finding.held
        return held[:_MOST_SHOWN]

    def items(self, heading: str) -> Iterator[Item]:
        """Yield the true words, with what differs from them."""
        for held in self.shown:
            item = quote_item(self.base, held.quote, heading)
            context = () if held.whole else (in_context(held),)
            changes = held.comparison.changes() if held.comparison else ()
            yield msgspec.structs.replace(item, detail=(*context, *item.detail), changes=changes)

    def notes(self) -> Iterator[str]:
        """Yield what there is to say, in plain words."""
        if self.verdict is Verdict.NOT_FOUND:
            return
        best = self.shown[0]
        if self.finding.joined:
            yield "The words are put together from parts that stand apart in the quotes."
        yield from on_altered(best.comparison) if best.comparison else on_exact(self.finding, best)
        if self.finding.exact:
            yield from self._on_number()
        if self.wrong_speaker and self.said_by:
            yield from _on_speaker(self.base, self.said_by, self.shown)
        yield from _on_source(self.base, best)

    def _on_number(self) -> Iterator[str]:
        held, shown = self.finding.held, self.shown
        if self.finding.short:
            yield "So few words prove little: they may be anybody's."
        speakers = speakers_of(self.base, shown)
        if len(speakers) > 1:
            yield f"Several have said these very words: {'; '.join(speakers)}."
        others = [who for who in speakers_of(self.base, held) if who not in speakers]
        if others:
            yield f"Others have said these very words too: {'; '.join(others[:_MOST_SHOWN])}."
        if self.finding.count > len(shown):
            yield f"Quotes that hold these words: {self.finding.count}; shown: {len(shown)}."


def speakers_of(base: FactBase, held: Sequence[Held]) -> list[str]:
    """Return who said quotes, each once."""
    return list(dict.fromkeys(names(base, one.quote.by) for one in held))


def _on_speaker(base: FactBase, said_by: Speaker, shown: Sequence[Held]) -> Iterator[str]:
    """Say who said it instead, and how they are related."""
    by = dict.fromkeys(id_ for held in shown for id_ in held.quote.by)
    instead = called(base, said_by)
    if not said_by.known:
        yield f"This base knows nobody called '{said_by.phrase}'."
    theirs = [id_ for id_ in said_by.ids if id_ in by]
    if theirs:
        yield f"In this base these are words of {names(base, by)}, not of {instead} together."
    else:
        yield f"In this base these are words of {names(base, by)}, not of {instead}."
    for person in filter(None, map(base.people.get, by)):
        posts = {post.of for post in person.posts}
        for id_ in posts.intersection(said_by.ids):
            yield f"{person.name} holds or held a post of {base.name(id_ or '')}."
    for source in _sources(base, shown):
        if source.author in said_by.ids:
            yield f"{base.name(source.author or '')} quotes them, in '{source.title}'."


def _on_source(base: FactBase, held: Held) -> Iterator[str]:
    """Say if nobody vouches for the words but an author who quotes them."""
    sources = _sources(base, [held])
    own = any(source.author in held.quote.by for source in sources)
    if not own and all(source.kind is SourceKind.OPINION for source in sources):
        pieces = ", ".join(f"'{source.title}'" for source in sources)
        yield f"Known here only as an opinion piece quotes them: {pieces}."


def _sources(base: FactBase, shown: Sequence[Held]) -> list[Source]:
    cited = dict.fromkeys(cite.source for held in shown for cite in held.quote.cite)
    return [base.sources[id_] for id_ in cited]


def called(base: FactBase, said_by: Speaker) -> str:
    """Return what a speaker is called: by the base, or as they were asked for."""
    known = [base.name(id_) for id_ in said_by.ids]
    between = " and " if said_by.together else " or "
    return between.join(known) if known else f"'{shortened(said_by.phrase)}'"
