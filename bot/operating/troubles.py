"""Errors nobody expected: a short reference for whoever asked, the rest for the log.

At the default level the log has the kind of error and where it arose, line by line, but not the
error's own message, which may quote what a user typed. At the level ``DEBUG`` it has everything.
"""

from __future__ import annotations

import logging
import secrets
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)


def report(error: BaseException, where: str) -> str:
    """Log an error and return the reference that stands beside it."""
    reference = secrets.token_hex(3)
    lines = "\n".join(_lines(error))
    _log.error("reference %s: %s failed\n%s", reference, where, lines)
    _log.debug("reference %s in full", reference, exc_info=error)
    return reference


def _lines(error: BaseException) -> Iterator[str]:
    """Yield where an error and those behind it arose, the first cause first, without values."""
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if behind is not None:
        yield from _lines(behind)
        yield "which led to"
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}: {frame.line}"
