"""What to say where words were not found: why, what was searched, and what is nearest."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from bot.answers._compare import compare
from bot.answers._judging import LEAST_NEAR, is_near
from bot.answers.items import names
from bot.answers.model import Suggestion
from bot.answers.resolving import MOST_SUGGESTIONS, label, shortened
from bot.facts.records import Statement
from bot.search.found import Field
from bot.search.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers._checked import Checked
    from bot.edition import Edition
    from bot.facts.base import FactBase
    from bot.search.spelled import Spelled

_LEAST_OF_STATEMENT: Final = 4


def unfound(edition: Edition, checked: Checked) -> tuple[list[str], list[Suggestion]]:
    """Say what kept the words from being found, and offer what is nearest to them."""
    if checked.finding.held:
        count = checked.finding.count
        note = f"So few words prove little. {count} quotes hold them, by others than is said."
        ids = [held.quote.id for held in checked.finding.held]
        return [*_on_speaker(checked), note], list(_quotes(edition, ids))
    asked = checked.finding.asked
    statement = _summed_up(edition, asked)
    nearest = edition.index.find(asked.text, ("quote",), field=Field.TEXTS, limit=MOST_SUGGESTIONS)
    suggestions = list(_quotes(edition, (match.id for match in nearest.matches)))
    if statement:
        ask = f"/topic {statement.says}"
        suggestions.insert(0, Suggestion(label=label(edition.base, statement.id), ask=ask))
    return [*_on_speaker(checked), *_on_words(edition, asked, statement)], suggestions


def _on_speaker(checked: Checked) -> Iterator[str]:
    said_by = checked.said_by
    if said_by and not said_by.known:
        yield f"This base knows nobody called '{shortened(said_by.phrase)}'."


def _on_words(edition: Edition, asked: Spelled, statement: Statement | None) -> Iterator[str]:
    if statement:
        yield (
            "These are the curators' words for what"
            f" {names(edition.base, statement.by)} said or held: a summary, and no quotation."
        )
    if asked.size() < LEAST_NEAR:
        yield "Fewer than eight words count only if they stand in a quote exactly."
    if len(edition.quoted) and not edition.quoted.known(asked.words):
        yield "None of these words stands in any quote here, and a translation cannot be checked."


def _quotes(edition: Edition, ids: Iterable[str]) -> Iterator[Suggestion]:
    for id_ in itertools.islice(ids, MOST_SUGGESTIONS):
        words = edition.base.quotes[id_].words
        yield Suggestion(label=label(edition.base, id_), ask=f"/verify words:{words}")


def searched(base: FactBase) -> tuple[str, ...]:
    """Say what was searched, and that this is not everything."""
    sources = {cite.source for quote in base.quotes.values() for cite in quote.cite}
    return (
        f"Searched: {len(base.quotes)} quotes from {len(sources)} sources.",
        "Not in this base is not the same as never said.",
    )


def _summed_up(edition: Edition, asked: Spelled) -> Statement | None:
    """Return the statement in whose wording the words are, if there is one."""
    if len(asked) < _LEAST_OF_STATEMENT:
        return None
    found = edition.index.find(asked.text, ("statement",), field=Field.TEXTS, limit=1)
    for match in found.matches:
        statement = edition.base.records[match.id]
        if isinstance(statement, Statement):
            comparison = compare(asked, spelled(statement.says))
            if comparison.matched == asked.size() == comparison.true.size(*comparison.window):
                return statement
            if is_near(comparison):
                return statement
    return None
