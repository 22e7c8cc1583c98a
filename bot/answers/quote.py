"""``/quote``: quotes word for word, with speaker, date, occasion and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.items import quote_item
from bot.answers.model import Answer, Status, Suggestion
from bot.answers.ordering import in_time
from bot.answers.resolving import MOST_SUGGESTIONS, Asked, label, shortened
from bot.facts.records import Quote
from bot.search.found import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.asking import Asking

PARTIES: Final = ("person", "organisation")


def answer(asking: Asking, words: str = "", speaker: str = "", topic: str = "") -> Answer:
    """Answer with the quotes that hold the words, by the speaker, on the topic; or with all."""
    asked = Asked(asking, "quote", {"words": words, "speaker": speaker, "topic": topic})
    held = dict(asked.base.quotes)
    limits = []
    for option, text, kinds in (("speaker", speaker, PARTIES), ("topic", topic, ("topic",))):
        if not text:
            continue
        record = asked.record(option, kinds)
        if isinstance(record, Answer):
            return record
        of_record = {quote.id for quote in asked.base.mentions(record.id, Quote)}
        held = {id_: quote for id_, quote in held.items() if id_ in of_record}
        limits.append(f"{option}: {asked.base.name(record.id)}")
    if not held:
        return asked.miss(f"No quotes in this base ({'; '.join(limits)})")
    if words:
        return _with_words(asked, words, held, limits)
    return _these(asked, in_time(held.values()), "; ".join(limits) or "all")


def _with_words(asked: Asked, words: str, held: dict[str, Quote], limits: list[str]) -> Answer:
    found = asked.asking.edition.index.find(words, ("quote",), field=Field.TEXTS, within=held)
    near = [held[match.id] for match in found.matches]
    if found.close:
        near = [held[match.id] for match in found.rivals]
        return _these(asked, near, "; ".join([f"'{shortened(words)}'", *limits]))
    return asked.miss(
        f"No quote in this base holds '{shortened(words)}'",
        notes=(f"Searched: {len(held)} quotes ({'; '.join(limits) or 'all speakers'}).",),
        suggestions=tuple(
            Suggestion(label=label(asked.base, quote.id), ask=f"/quote words:{quote.words}")
            for quote in near[:MOST_SUGGESTIONS]
        ),
    )


def _these(asked: Asked, quotes: Iterable[Quote], title: str) -> Answer:
    quotes = tuple(quotes)
    speakers = dict.fromkeys(id_ for quote in quotes for id_ in quote.by)
    return Answer(
        command="quote",
        status=Status.FOUND,
        title=f"Quotes: {title}",
        items=tuple(quote_item(asked.base, quote) for quote in quotes),
        leads=tuple(
            Suggestion(label=asked.base.name(id_), ask=f"/who name:{id_}")
            for id_ in list(speakers)[:MOST_SUGGESTIONS]
        ),
        edition=asked.asking.edition.fingerprint,
    )
