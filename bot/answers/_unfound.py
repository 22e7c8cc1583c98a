"""What to say where words were not found: why, what was searched, and what is nearest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import LCSseq

from bot.answers._compare import compare
from bot.answers._nearness import LEAST_NEAR, TELLING, is_near, telling
from bot.answers.items import names
from bot.answers.model import Suggestion
from bot.answers.resolving import MOST_SUGGESTIONS, label, shortened
from bot.facts.records import Event, Statement
from bot.search.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers._checked import Checked
    from bot.edition import Edition
    from bot.facts.base import FactBase
    from bot.facts.records import Quote
    from bot.search.passages import Run
    from bot.search.spelled import Spelled

_LEAST_OF_WORDING: Final = 4
_WORDINGS: Final = 4
_LEAST_PART: Final = 2
_LEAST_AGREEING: Final = 0.4  # of the words


def unfound(edition: Edition, checked: Checked) -> tuple[list[str], list[Suggestion]]:
    """Say what kept the words from being found, and offer what is nearest to them."""
    if checked.finding.held:
        count = checked.finding.count
        by = names(edition.base, dict.fromkeys(_speakers(checked)))
        held = f"{count} quotes hold" if count > 1 else "A quote holds"
        note = f"So few words prove little. {held} them, by {by}."
        ids = [held.quote.id for held in checked.finding.held]
        return [*_on_speaker(checked), note], _quotes(edition, ids)
    asked = checked.finding.asked
    wording = summed_up(edition, asked)
    part = _part(edition, asked)
    suggestions = _quotes(edition, (*([part.id] if part else ()), *checked.finding.nearest))
    if wording:
        suggestions.insert(0, _wording(edition.base, wording))
    notes = [*_on_speaker(checked), *_on_words(edition, asked, wording, part)]
    return notes, suggestions


def in_curators_words(base: FactBase, wording: Statement | Event) -> str:
    """Say that a wording is the curators', and what of."""
    if isinstance(wording, Event):
        return f"These are the curators' words for an event, '{wording.title}': no quotation."
    who = names(base, wording.by)
    return (
        f"These are the curators' words for what {who} said or held: a summary, and no quotation."
    )


def summed_up(edition: Edition, asked: Spelled) -> Statement | Event | None:
    """Return the statement or event in whose wording the words are, if there is one."""
    written = written_so(edition, asked)
    if written:
        return written
    if len(asked) < _LEAST_OF_WORDING:
        return None
    least = max(_LEAST_OF_WORDING, math.ceil(_LEAST_AGREEING * len(asked)))
    for id_ in edition.written.sharing(asked.words, _WORDINGS):
        record = _written(edition, id_)
        for text in map(spelled, _texts(record)):
            likely = LCSseq.similarity(asked.words, text.words, score_cutoff=least) > 0
            if likely and is_near(edition, compare(asked, text)):
                return record
    return None


def written_so(edition: Edition, asked: Spelled) -> Statement | Event | None:
    """Return the statement or event in whose wording these very words are, if there is one."""
    if len(asked) < _LEAST_OF_WORDING:
        return None
    holding = edition.written.holding(asked.words)
    return next((_written(edition, place.id) for place in holding), None)


def searched(base: FactBase) -> tuple[str, ...]:
    """Say what was searched, and that this is not everything."""
    quotes = _counted(len(base.quotes), "quote")
    of = _counted(len(base.quoted_sources), "source")
    return (
        f"Searched: {quotes} from {of}.",
        "Not in this base is not the same as never said.",
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _on_speaker(checked: Checked) -> Iterator[str]:
    said_by = checked.said_by
    if said_by and not said_by.known:
        yield f"This base knows nobody called '{shortened(said_by.phrase)}'."


def _speakers(checked: Checked) -> Iterator[str]:
    for held in checked.finding.held[:MOST_SUGGESTIONS]:
        yield from held.quote.by


def _on_words(
    edition: Edition, asked: Spelled, wording: Statement | Event | None, part: Run | None
) -> Iterator[str]:
    if wording:
        yield in_curators_words(edition.base, wording)
    if part:
        quote = edition.base.quotes[part.id]
        words = shortened(asked.cut(part.first, part.last))
        yield (
            f"Only a part of it stands in a quote, '{words}' by {names(edition.base, quote.by)}:"
            " too little to tell whether the rest is that quote, altered."
        )
    elif asked.size() < LEAST_NEAR:
        yield "So few words count only if they stand in a quote exactly, or nearly."
    if len(edition.quoted) and not edition.quoted.known(asked.words):
        yield "None of these words stands in any quote here, and a translation cannot be checked."


def _part(edition: Edition, asked: Spelled) -> Run | None:
    """Return the run of true words that tells most, if it tells enough to be worth a word."""

    def tells(run: Run) -> float:
        return telling(edition, asked.words[run.first : run.last])

    best = max(edition.quoted.runs(asked.words, _LEAST_PART), key=tells, default=None)
    return best if best and tells(best) >= TELLING else None


def _written(edition: Edition, id_: str) -> Statement | Event:
    record = edition.base.statements.get(id_)
    return record or edition.base.events[id_]


def _texts(record: Statement | Event) -> tuple[str, ...]:
    if isinstance(record, Statement):
        return (record.says,)
    return (record.title, record.summary) if record.summary else (record.title,)


def _wording(base: FactBase, record: Statement | Event) -> Suggestion:
    if isinstance(record, Event):
        ask = f"/timeline about:{record.id}"
    else:
        ask = f"/topic name:{record.says}"
    return Suggestion(label=label(base, record.id), ask=ask)


def _quotes(edition: Edition, ids: Iterable[str]) -> list[Suggestion]:
    unique: list[Quote] = [edition.base.quotes[id_] for id_ in dict.fromkeys(ids)]
    return [
        Suggestion(label=label(edition.base, quote.id), ask=f"/verify words:{quote.words}")
        for quote in unique[:MOST_SUGGESTIONS]
    ]
