"""Whether the cited paragraphs say so: a base held against the saved texts of its sources.

Faults, which stop: a text that is missing, cannot be read or is not the one that was read then; a
cited paragraph that does not exist; a quotation that is not word for word in a paragraph it cites.

Doubts, which warn: a number, date or proper name that no cited paragraph has and no note explains;
a date marked as inferred without a note; a paragraph that is neither cited nor skipped, or both.
What a name, number or date is, and when a paragraph has it, say ``names``, ``numbers``, ``dated``,
``words`` and ``evidence``. None of them knows anything of a particular base.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from bot.facts.faults import Fault
from bot.facts.grounding.claims import check_claims, own_texts
from bot.facts.grounding.covering import Coverage, check_citations, check_coverage, coverage
from bot.facts.grounding.names import Names
from bot.facts.grounding.quoted import check_quotes
from bot.facts.grounding.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from bot.facts.base import FactBase
    from bot.facts.loading import Origins

__all__ = ["Coverage", "Grounding", "ground"]


class Grounding(msgspec.Struct, frozen=True):
    """What came of it: faults and doubts in order of place, and how much of the texts is used."""

    faults: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    without_text: tuple[str, ...] = ()  # sources that declare no saved text


def ground(base: FactBase, origins: Origins, folder: Path) -> Grounding:
    """Hold a base against the saved texts in a folder."""
    if not folder.is_dir():
        wrong = "there is no such folder" if not folder.exists() else "this is no folder"
        todo = "name the folder with the saved texts of the sources"
        return Grounding(faults=(Fault(str(folder), 0, 0, wrong, todo),))
    texts = Texts(base, folder)
    paragraphs = (text for held in texts.held.values() for text in held.paragraphs.values())
    names = Names(base, chain(own_texts(base), paragraphs))
    faults = chain(texts.findings, check_citations(base, texts), check_quotes(base, texts))
    doubts = chain(check_claims(base, texts, names), check_coverage(base, texts))
    return Grounding(
        faults=tuple(sorted({origins.fault(*finding) for finding in faults})),
        doubts=tuple(sorted({origins.fault(*finding) for finding in doubts})),
        coverage=coverage(base, texts),
        without_text=texts.without,
    )
