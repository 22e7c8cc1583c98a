"""What somebody wrote, as a fault shows it: on one line, and telling what looks like a letter."""

from __future__ import annotations

import unicodedata
from typing import Final

_MOST: Final = 80


def shown(text: str) -> str:
    """Return a text in quotation marks, on one line, and cut if it is long."""
    start = text[:_MOST].replace("\n", "⏎")
    return f"'{start}'" if len(text) <= _MOST else f"'{start}…'"


def foreign(text: str) -> str:
    """Name the first character that is not ASCII, to put behind what has to be; else nothing.

    A Cyrillic 'а' looks like a Latin one, and a space without a width like nothing at all.
    """
    for character in text:
        if not character.isascii():
            name = unicodedata.name(character, "")
            return f", as it holds U+{ord(character):04X} {name}".rstrip()
    return ""
