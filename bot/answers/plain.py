"""Plain words: what a question typed as one would ask a colleague is a question for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import topic

if TYPE_CHECKING:
    from bot.answers.asking import Asking
    from bot.answers.model import Answer


def answer(asking: Asking, text: str) -> Answer:
    """Answer plain words."""
    return topic.answer(asking, text)
