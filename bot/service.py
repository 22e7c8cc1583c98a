"""What every cog answers with: the current edition, today's date, and the counts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

from bot.answers.asking import Asking
from bot.answers.commands import ask
from bot.answers.typed import answer_typed
from bot.counts import Counts

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answers.model import Answer
    from bot.custom_ids import Question
    from bot.edition import Desk


class Settings(Protocol):
    """What of the configuration concerns Discord."""

    @property
    def admins(self) -> tuple[int, ...]:
        """Ids of users who may reload, beside the application's owner and team."""

    @property
    def admin_roles(self) -> tuple[int, ...]:
        """Ids of roles whose members may reload."""

    @property
    def sync(self) -> str:
        """Where the commands are registered: 'global', or 'guild' for a test server."""

    @property
    def sync_guild(self) -> int | None:
        """The id of that test server."""

    @property
    def log_level(self) -> str:
        """From what level on is logged: 'debug', 'info', 'warning' or 'error'."""

    @property
    def buttons_minutes(self) -> float:
        """After how many minutes the buttons of a card are switched off."""


class Service:
    """Answers questions, from one edition each, and counts them."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        """Answer from what lies on the desk; reload from the folder."""
        self.desk = desk
        self.folder = folder
        self.counts = Counts()

    def asking(self) -> Asking:
        """Return what a question is asked of: the edition of this moment, and the date in UTC."""
        return Asking(self.desk.current, dt.datetime.now(dt.UTC).date())

    def answer(self, question: Question) -> Answer:
        """Answer a question and count it."""
        asking = self.asking()
        if question.command:
            answer = ask(asking, question.command, dict(question.options))
        else:
            answer = answer_typed(asking, question.text)
        self.counts.count(answer)
        return answer
