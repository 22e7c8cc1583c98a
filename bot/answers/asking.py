"""What every question is asked of, and the answers that any of them may give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.model import Answer, Status, Suggestion

if TYPE_CHECKING:
    import datetime as dt

    from bot.edition import Edition


@dataclass(frozen=True)
class Asking:
    """One question's surroundings: the edition that answers it, and what day today is."""

    edition: Edition
    today: dt.date

    def invalid(
        self, command: str, title: str, *notes: str, suggestions: tuple[Suggestion, ...] = ()
    ) -> Answer:
        """Build the answer to a question that cannot be read; the notes say what to write."""
        return Answer(
            command=command,
            status=Status.INVALID,
            title=title,
            notes=notes,
            suggestions=suggestions,
            edition=self.edition.fingerprint,
        )
