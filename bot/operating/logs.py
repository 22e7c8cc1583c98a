"""The log of a running bot: one line an event on standard error, never the token.

Lines are made for people where standard error is a terminal, and JSON elsewhere. Below the level
``DEBUG`` they hold nothing about who asked what: what a library tells loses addresses and ids, and
a traceback becomes the kind of error.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import re
import sys
import threading
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from bot.operating import troubles

if TYPE_CHECKING:
    from types import TracebackType

_FORM: Final = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
_LIBRARIES: Final = frozenset({"discord", "aiohttp", "asyncio", "watchfiles"})
_ADDRESS: Final = re.compile(r"(\w+://[^\s/'\"?#]+)[^\s'\"]*")
_ID: Final = re.compile(r"\b\d{15,20}\b")
HIDDEN: Final = "[token]"


def configure(level: str, token: str | None = None, form: str = "auto") -> None:
    """Log to standard error from this level on ('debug', 'info', 'warning', 'error').

    ``form`` is 'human', 'json', or 'auto' for what suits standard error. What nobody catches, on
    any thread, is logged as well instead of being printed past the log.
    """
    handler = logging.StreamHandler(sys.stderr)
    is_human = form == "human" or (form == "auto" and sys.stderr.isatty())
    made = _Human if is_human else _Json
    handler.setFormatter(made(token or "", is_terse=level.upper() != "DEBUG"))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_on_thread
    sys.unraisablehook = _uncaught_by_anybody
    if level.upper() == "INFO":
        # what the libraries tell at this level is of no use to whoever runs the bot
        for name in _LIBRARIES:
            logging.getLogger(name).setLevel(logging.WARNING)


def let_go() -> None:
    """Give up what could not be written, as on a full disk: Python would end with a status for it.

    Call it last; nothing is logged from then on where nothing could be before.
    """
    try:
        sys.stderr.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


class _Human(logging.Formatter):
    """Lines for people."""

    def __init__(self, token: str, *, is_terse: bool) -> None:
        super().__init__(_FORM)
        # as it is, and as it stands in an address
        self._hidden = sorted({token, quote(token, safe="")} - {""}, key=len, reverse=True)
        self._is_terse = is_terse

    def format(self, record: logging.LogRecord) -> str:
        """Return the text of a record, without what it must not hold."""
        record = _sound(record)
        if self._is_terse and record.name.split(".")[0] in _LIBRARIES:
            record = _tersely(record)
        text = self.written(record)
        for hidden in self._hidden:
            text = text.replace(hidden, HIDDEN)
        return text

    def written(self, record: logging.LogRecord) -> str:
        """Return the text of a record as it is."""
        return super().format(record)


class _Json(_Human):
    """One JSON object a line."""

    def written(self, record: logging.LogRecord) -> str:
        """Return the text of a record as it is."""
        moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
        told = {
            "time": moment.isoformat("T", "milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        line = json.dumps(told, ensure_ascii=False)
        try:
            line.encode(getattr(sys.stderr, "encoding", None) or "utf-8")
        except UnicodeEncodeError:
            return json.dumps(told)  # standard error would write escapes that JSON does not know
        return line


def _sound(record: logging.LogRecord) -> logging.LogRecord:
    """Return a record that can be told; of any other ``logging`` would print all its values."""
    try:
        record.getMessage()
    except Exception as error:  # noqa: BLE001  # the arguments do not fit, or cannot be shown
        plain = logging.makeLogRecord(record.__dict__)
        plain.msg, plain.args = f"{record.msg!r} without its values ({type(error).__name__})", None
        return plain
    return record


def _tersely(record: logging.LogRecord) -> logging.LogRecord:
    """Return what a library tells in one line, without what leads to a user or quotes one."""
    # the lines behind the first are details, such as an error with all that it says
    first = next(iter(record.getMessage().strip().splitlines()), "")
    told = _ID.sub("[id]", _ADDRESS.sub(r"\1", first))
    if record.exc_info and record.exc_info[0]:
        told = f"{told} ({record.exc_info[0].__name__})"
    plain = logging.makeLogRecord(record.__dict__)
    plain.msg, plain.args, plain.exc_info, plain.exc_text = " ".join(told.split()), None, None, None
    return plain


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        troubles.report(error, "the program")


def _uncaught_by_anybody(told: sys.UnraisableHookArgs) -> None:
    if told.exc_value is not None:
        troubles.report(told.exc_value, "letting go of something")


def _uncaught_on_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        troubles.report(told.exc_value, "a thread")
