"""The token as it was copied, and as Discord knows it."""

from __future__ import annotations

import re
from typing import Final

_QUOTES: Final = "\"'`“”‘’«»"
#: What no eye sees is copied as well: spaces of every width, and the mark that begins some files.
_AROUND: Final = _QUOTES + " \t\r\n\v\f\u00a0\u2007\u202f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_TOKEN: Final = re.compile(r"[\w.~+/=-]+", re.ASCII)


def bare_token(token: str) -> str:
    """Return a token without the spaces, quotes and prefix that copying leaves around it."""
    bare = token.strip(_AROUND)
    while (more := bare.removeprefix("Bot ").strip(_AROUND)) != bare:
        bare = more
    return bare


def is_plausible(token: str) -> bool:
    """Whether it has only characters that a token may have; else it could not even be sent."""
    return _TOKEN.fullmatch(token) is not None
