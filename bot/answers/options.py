"""An option of a command, as every front end offers it."""

from __future__ import annotations

import msgspec


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One option of a command.

    ``kinds`` are the kinds of record that autocomplete offers for it, by name, or by text where
    ``is_text``; a date offers dates. Whatever is offered, free text is accepted too.
    """

    name: str
    about: str
    required: bool = False
    kinds: tuple[str, ...] = ()
    is_text: bool = False  # a wording to search for, which may hold any characters
    is_date: bool = False
