"""``/about``: what this base is, where it comes from, and how to ask it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.answers.model import Answer, Status, Suggestion
from bot.facts.records import SourceKind

if TYPE_CHECKING:
    from bot.answers.asking import Asking


def answer(asking: Asking) -> Answer:
    """Answer with counts, sources, edition, privacy, and examples that the base can answer."""
    edition = asking.edition
    base = edition.base
    kinds = Counter(source.kind for source in base.sources.values())
    by_kind = ", ".join(f"{kinds[kind]} {kind}" for kind in SourceKind if kinds[kind])
    return Answer(
        command="about",
        status=Status.FOUND,
        title="Readout: a bot of record",
        items=tuple(edition.lines.source(source, "Sources") for source in base.sources.values()),
        notes=(
            f"This base holds {base.in_numbers()}.",
            *([f"Sources by kind: {by_kind}."] if by_kind else []),
            f"Edition {edition.fingerprint}, loaded {edition.since:%Y-%m-%d %H:%M} UTC.",
            "Every line names its source and paragraph. Quotes are word for word.",
            "Everything else is in the curators' words: no language model writes any text.",
            "What is not in these sources is not here: nothing found does not mean never said.",
            "Kept about users: nothing, neither ids nor names nor questions.",
        ),
        leads=tuple(Suggestion(label=example, ask=example) for example in edition.examples),
        edition=edition.fingerprint,
    )
