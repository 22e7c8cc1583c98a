"""The token as it was copied, and as Discord knows it."""

from __future__ import annotations

import re
from typing import Final

_QUOTES: Final = "\"'`“”‘’«»"
#: What no eye sees is copied as well: spaces of every width, and the mark that begins some files.
_AROUND: Final = _QUOTES + " \t\r\n\v\f\u00a0\u2007\u202f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_TOKEN: Final = re.compile(r"[\w.~+/=-]+", re.ASCII)

#: What Discord gives out: who it is for, since when, and a signature.
_GIVEN_OUT: Final = re.compile(r"[\w-]{17,}\.[\w-]{4,}\.[\w-]{20,}", re.ASCII)
_TELLING: Final = 12  # so many first characters of a token are not shown either


def bare_token(token: str) -> str:
    """Return a token without the spaces, quotes and prefix that copying leaves around it."""
    bare = token.strip(_AROUND)
    while (more := bare.removeprefix("Bot ").strip(_AROUND)) != bare:
        bare = more
    return bare


def is_plausible(token: str) -> bool:
    """Whether it has only characters that a token may have; else it could not even be sent."""
    return _TOKEN.fullmatch(token) is not None


def tokens_in(text: str) -> list[str]:
    """Return what looks like a token in a text, wherever it stands."""
    return _GIVEN_OUT.findall(text)


def without_token(text: str, token: str) -> str:
    """Return a text that may show a token, or the beginning of one, without it."""
    for size in range(len(token), _TELLING - 1, -1):
        if token[:size] in text:
            return text.replace(token[:size], "(a token)")
    return text
