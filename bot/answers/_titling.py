"""The first line of a verdict, which says all that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers._checked import called, speakers_of
from bot.answers._noting import looks_the_same, summary
from bot.answers.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers._checked import Checked
    from bot.facts.base import FactBase


def title(base: FactBase, verdict: Verdict, checked: Sequence[Checked], *, is_part: bool) -> str:
    """Say the verdict, who said the words, and who did not.

    ``is_part`` says that other words stand around those in quotation marks that were checked.
    """
    if verdict is Verdict.NOT_FOUND:
        found = sum(one.verdict is not Verdict.NOT_FOUND for one in checked)
        return f"Only {found} of {len(checked)} found" if found else "Not found in this base"
    worst = next(one for one in checked if one.verdict is verdict)
    if verdict is Verdict.ALTERED:
        return _altered(base, worst)
    shown = worst.shown
    if verdict is Verdict.VERBATIM:
        shown = tuple(held for one in checked for held in one.shown)
    by = "; ".join(speakers_of(base, shown))
    if verdict is Verdict.MISATTRIBUTED:
        return f"Misattributed: said by {by}{_instead(base, worst)}"
    part = " what stands in quotation marks" if is_part else ""
    return f"Verbatim{part}: said by {by}"


def _altered(base: FactBase, one: Checked) -> str:
    if one.finding.joined:
        parts = "; ".join(speakers_of(base, one.shown))
        return f"Altered: put together from words of {parts}"
    by = "; ".join(speakers_of(base, one.shown[:1]))
    comparison = one.shown[0].comparison
    instead = _instead(base, one) if one.wrong_speaker else ""
    if comparison and looks_the_same(comparison):
        return f"Altered in letters that only look the same: said by {by}{instead}"
    differs = summary(comparison) if comparison else "differs"
    if instead:
        return f"Altered ({differs}), and said by {by}{instead}"
    return f"Altered ({differs}): {by} said it otherwise"


def _instead(base: FactBase, one: Checked) -> str:
    return f", not {called(base, one.said_by)}" if one.said_by else ""
