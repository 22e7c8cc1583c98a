"""What stands in quotation marks, of whatever kind, and the marks of an omission."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

#: Each kind of opening mark up to what closes it, or to the end where nothing does.
_QUOTED: Final = re.compile(
    r"""
      “(?P<curly>[^”]*)(?:”|\Z)
    | „(?P<low>[^“”"]*)(?:[“”"]|\Z)
    | «(?P<angled>[^»]*)(?:»|\Z)
    | ‹(?P<single>[^›]*)(?:›|\Z)
    | 「(?P<corner>[^」]*)(?:」|\Z)
    | 『(?P<white>[^』]*)(?:』|\Z)
    | 〝(?P<prime>[^〞〟]*)(?:[〞〟]|\Z)
    | "(?P<straight>[^"]*)(?:"|\Z)
    | ＂(?P<wide>[^＂]*)(?:＂|\Z)
    """,
    re.VERBOSE,
)
#: Single marks are apostrophes too, so they count only at the edges of words, and in pairs.
_SINGLE: Final = re.compile(r"(?<!\w)['‘](?P<words>(?=\S)(?:[^'’]|['’](?=\w))*+)['’](?!\w)")
_SINGLE_END: Final = re.compile(r"(?<=\S)['’](?!\w)")
#: What marks an omission, in brackets or not.
ELLIPSIS: Final = re.compile(r"…|\.{3,}|。{3,}|\.\s\.\s\.")


class Quoted(NamedTuple):
    """A quotation in a text: from ``start`` to ``end`` with its marks, and the words in it."""

    start: int
    end: int
    words: str


def quotations(text: str) -> tuple[Quoted, ...]:
    """Return what stands in quotation marks, outermost marks only, in order."""
    found = [
        Quoted(*mark.span(), mark[mark.lastgroup or 0])
        for mark in _QUOTED.finditer(text)
        if mark[mark.lastgroup or 0].strip()
    ]
    if not found:
        last = max((end.end() for end in _SINGLE_END.finditer(text)), default=0)
        found = [Quoted(*mark.span(), mark["words"]) for mark in _SINGLE.finditer(text, 0, last)]
    return tuple(found)
