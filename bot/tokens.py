"""The token as it was copied, and as Discord knows it."""

from __future__ import annotations

import re
from typing import Final

_QUOTES: Final = "\"'`“”‘’«»"
_TOKEN: Final = re.compile(r"[\w.~+/=-]+", re.ASCII)


def bare_token(token: str) -> str:
    """Return a token without the spaces, quotes and prefix that copying leaves around it."""
    return token.strip().strip(_QUOTES).strip().removeprefix("Bot ").strip()


def is_plausible(token: str) -> bool:
    """Whether it has only characters that a token may have; else it could not even be sent."""
    return _TOKEN.fullmatch(token) is not None
