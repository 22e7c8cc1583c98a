"""What every cog answers with: the current edition, today's date, and the counts."""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING, Final, Protocol

from bot.answers.asking import Asking
from bot.connection.lateness import Lateness
from bot.connection.limiting import Limits
from bot.editions.reloading import BusyError, Reloader, as_answer, counted
from bot.editions.remembering import Remembered
from bot.operating import troubles
from bot.operating.counts import RELOAD, Counts

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answers.model import Answer
    from bot.drawing.custom_ids import Question
    from bot.edition import Desk
    from bot.editions.reloading import Reload
    from bot.editions.settling import Stamp

_log = logging.getLogger(__name__)
#: More faults than this are counted in the log, and listed by ``/reload`` and ``readout check``.
_MOST_LOGGED: Final = 20


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

    def __init__(
        self, desk: Desk, folder: Path, limits: Limits | None = None, seen: Stamp | None = None
    ) -> None:
        """Answer from what lies on the desk; reload from the folder, which was ``seen`` before."""
        self.desk = desk
        self.folder = folder
        self.counts = Counts()
        self._remembered = Remembered()
        self.limits = limits or Limits()
        self.lateness = Lateness()
        self.reloader = Reloader(desk, folder, seen)

    def asking(self) -> Asking:
        """Return what a question is asked of: the edition of this moment, and the date in UTC."""
        return Asking(self.desk.current, dt.datetime.now(dt.UTC).date())

    def answer(self, question: Question) -> Answer:
        """Answer a question and count it."""
        answer = self._remembered.answer(self.asking(), question)
        self.counts.count(answer)
        return answer

    async def reload_unasked(self, why: str) -> None:
        """Reload where nobody waits for the outcome: whatever goes wrong is logged, and no more.

        Raise ``BusyError`` during another reload.
        """
        try:
            with self.counts.working(RELOAD):
                await self.reload(why)
        except BusyError:
            raise
        except Exception as error:  # noqa: BLE001  # the edition before stays, and the next reload may succeed
            troubles.report(error, "a reload")

    async def reload(self, why: str) -> Reload:
        """Reload, count it and log how it went; raise ``BusyError`` during another reload."""
        try:
            done = await self.reloader.reload()
        except BusyError:
            raise
        except BaseException:
            self.counts.reloads["failed"] += 1
            raise
        if not done.faults:
            self.counts.reloads["changed" if done.changes else "unchanged"] += 1
            _log.info("%s: %s, edition %s", why, as_answer(done).title, done.edition)
            return done
        self.counts.reloads["faults"] += 1
        shown = "\n".join(map(str, done.faults[:_MOST_LOGGED]))
        _log.error(
            "%s: not reloaded, %s; edition %s stays in use\n%s",
            why,
            counted(done.faults, "fault"),
            done.edition,
            shown,
        )
        return done
