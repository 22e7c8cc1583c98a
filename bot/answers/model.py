"""The answer: what every question returns and every front end draws.

The one place that builds a citation, and the one place that writes the public JSON line.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec


class Status(StrEnum):
    """How a question went."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"  # several records are meant equally well: the asker chooses
    NOT_FOUND = "not_found"
    INVALID = "invalid"  # the question itself cannot be read


class Verdict(StrEnum):
    """Whether words were said, for ``/verify`` alone."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    MISATTRIBUTED = "misattributed"
    NOT_FOUND = "not_found"


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """Where a line comes from: a source and one of its paragraphs."""

    source: str
    paragraph: int
    title: str
    publisher: str | None
    kind: str
    published: str | None  # EDTF
    url: str | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One run of a word-by-word comparison, as ``/verify`` shows it.

    ``how`` is same, added (only in what was asked), missing (only in the true words) or replaced;
    ``asked`` and ``true`` are the words on either side.
    """

    how: str
    asked: str
    true: str


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One line of an answer, with its date, its standing and its citations.

    ``kind`` is post, name, event, quote, statement, figure, difference or source; ``id`` is the
    record it is drawn from; ``date`` is EDTF, or None where the source gives none. ``heading`` is
    the group it is shown under; ``by`` the ids of those who say it. ``lead`` is a few words that
    stand before the text, such as a speaker's name; ``detail`` stands under it. The ``text`` of a
    quote is word for word.
    """

    kind: str
    id: str
    date: str | None
    text: str
    standing: str
    citations: tuple[Citation, ...]
    heading: str = ""
    lead: str = ""
    detail: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """Something the base does hold: a ``label`` to show, and the question ``ask`` that gets it."""

    label: str
    ask: str


class Answer(msgspec.Struct, frozen=True, kw_only=True, weakref=True):
    """A whole answer, from exactly one edition.

    ``suggestions`` are what may have been meant: the choice where several records are, the nearest
    where none is. ``leads`` are where a found answer leads on to.
    """

    command: str
    status: Status
    title: str
    items: tuple[Item, ...] = ()
    notes: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    leads: tuple[Suggestion, ...] = ()
    edition: str
    verdict: Verdict | None = None


UNDATED: Final = "undated in the source"
#: The kinds of item that stand for something with a date, so that a missing one is worth saying.
DATED_KINDS: Final = frozenset({"post", "event", "difference", "quote", "statement", "source"})
