"""``/quote``: quotes word for word, with speaker, date, occasion and source."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.answers.items import names
from bot.answers.model import Answer, Status, Suggestion
from bot.answers.ordering import in_time
from bot.answers.resolving import MOST_SUGGESTIONS, Asked, label, shortened
from bot.facts.records import Quote, Statement
from bot.search.found import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.asking import Asking
    from bot.facts.records import Record

PARTIES: Final = ("person", "organisation")


def answer(asking: Asking, words: str = "", speaker: str = "", topic: str = "") -> Answer:
    """Answer with the quotes that hold the words, by the speaker, on the topic; or with all."""
    asked = Asked(asking, "quote", {"words": words, "speaker": speaker, "topic": topic})
    held = dict(asked.base.quotes)
    limits: list[str] = []
    limiting: list[Record] = []
    for option, text, kinds in (("speaker", speaker, PARTIES), ("topic", topic, ("topic",))):
        if not text:
            continue
        record = asked.record(option, kinds)
        if isinstance(record, Answer):
            return record
        of_record = {quote.id for quote in asked.base.mentions(record.id, Quote)}
        held = {id_: quote for id_, quote in held.items() if id_ in of_record}
        limits.append(f"{option}: {asked.base.name(record.id)}")
        limiting.append(record)
    if not held:
        return asked.miss(
            f"No quotes in this base ({'; '.join(limits)})",
            suggestions=_without_quotes(asked, limiting),
        )
    if words:
        return _with_words(asked, words, held, limits)
    return _these(asked, in_time(held.values()), "; ".join(limits) or "all")


def _with_words(asked: Asked, words: str, held: dict[str, Quote], limits: list[str]) -> Answer:
    if words in held:  # an id, as autocomplete and suggestions give it
        return _these(asked, [held[words]], f"'{label(asked.base, words)}'")
    within = held if limits else None
    found = asked.asking.edition.index.find(words, ("quote",), field=Field.TEXTS, within=within)
    if found.close:
        near = [held[match.id] for match in found.rivals]
        return _these(asked, near, "; ".join([f"'{shortened(words)}'", *limits]))
    nearest = found.matches
    if limits:  # what is said by others, or on something else, may be nearer
        others = asked.asking.edition.index.find(words, ("quote",), field=Field.TEXTS)
        nearest = (*others.matches, *nearest)
    near = [asked.base.quotes[match.id] for match in nearest]
    return asked.miss(
        f"No quote in this base holds '{shortened(words)}'",
        notes=(f"Searched: {len(held)} quotes ({'; '.join(limits) or 'all speakers'}).",),
        suggestions=_said(asked, near) or _speakers(asked),
    )


def _said(asked: Asked, quotes: Iterable[Quote]) -> tuple[Suggestion, ...]:
    """Offer quotes, with those who said them: what was asked may be another's words."""
    return tuple(
        Suggestion(
            label=f"{names(asked.base, quote.by)}: {label(asked.base, quote.id)}",
            ask=f"/quote words:{quote.id}",
        )
        for quote in {quote.id: quote for quote in quotes}.values()
    )[:MOST_SUGGESTIONS]


def _speakers(asked: Asked) -> tuple[Suggestion, ...]:
    """Offer those whom the base quotes most."""
    counts = Counter(id_ for quote in asked.base.quotes.values() for id_ in quote.by)
    return tuple(
        Suggestion(label=f"Quotes by {asked.base.name(id_)}", ask=f"/quote speaker:{id_}")
        for id_, _ in counts.most_common(MOST_SUGGESTIONS)
    )


def _without_quotes(asked: Asked, records: Iterable[Record]) -> tuple[Suggestion, ...]:
    """Offer what the base does hold on a speaker or topic: statements in the curators' words."""
    return (
        *(
            Suggestion(
                label=f"What is held on it: {asked.base.name(record.id)}",
                ask=f"/topic name:{record.id}",
            )
            for record in records
            if asked.base.mentions(record.id, Statement)
        ),
        *_speakers(asked),
    )[:MOST_SUGGESTIONS]


def _these(asked: Asked, quotes: Iterable[Quote], title: str) -> Answer:
    quotes = tuple(quotes)
    speakers = dict.fromkeys(id_ for quote in quotes for id_ in quote.by)
    return Answer(
        command="quote",
        status=Status.FOUND,
        title=f"Quotes: {title}",
        items=tuple(asked.asking.edition.lines.said(quote) for quote in quotes),
        leads=tuple(
            Suggestion(label=asked.base.name(id_), ask=f"/who name:{id_}")
            for id_ in list(speakers)[:MOST_SUGGESTIONS]
        ),
        edition=asked.asking.edition.fingerprint,
    )
