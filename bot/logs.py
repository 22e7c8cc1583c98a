"""The log of a running bot: one line an event on standard error, never the token.

discord.py logs what goes wrong on the way to Discord with a traceback each time. Below the level
``DEBUG`` these are one line: what happened, and the kind of error.
"""

from __future__ import annotations

import logging
import sys
from typing import Final

_FORM: Final = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
_LIBRARIES: Final = ("discord", "aiohttp", "asyncio")


def configure(level: str, token: str | None = None) -> None:
    """Log to standard error from this level on ('debug', 'info', 'warning', 'error')."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Formatter(token or "", is_terse=level.upper() != "DEBUG"))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    if level.upper() == "INFO":
        # what the libraries tell at this level is of no use to whoever runs the bot
        for name in _LIBRARIES:
            logging.getLogger(name).setLevel(logging.WARNING)


class _Formatter(logging.Formatter):
    def __init__(self, token: str, *, is_terse: bool) -> None:
        super().__init__(_FORM)
        self._token = token
        self._is_terse = is_terse

    def format(self, record: logging.LogRecord) -> str:
        if self._is_terse and record.exc_info and record.name.split(".")[0] in _LIBRARIES:
            kind = record.exc_info[0]
            record = logging.makeLogRecord(record.__dict__)
            record.msg = f"{record.getMessage()} ({kind.__name__ if kind else 'unknown'})"
            record.args, record.exc_info, record.exc_text = None, None, None
        text = super().format(record)
        return text.replace(self._token, "[token]") if self._token else text
