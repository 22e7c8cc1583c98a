r"""Text that Discord shows exactly as it was written, whoever wrote it.

Two steps. ``cleaned`` takes out what is invisible or rearranges the line: controls, zero-width and
format characters, bidirectional overrides, fillers that look like nothing, piles of combining marks
and halves of surrogate pairs. ``escaped`` then puts a backslash before each character that Discord
would read as markup where it stands: its markdown shows ``\`` before any ASCII punctuation as that
punctuation. Lines with right-to-left text are wrapped in isolates, so that they cannot reorder what
stands beside them. ``unescaped`` undoes ``escaped``: visible words are never changed.

Escaped in every place: ``\ * _ ~ ` | [ ] <``. Only where they mean something, so that
ordinary prose stays plain: ``@`` and ``:`` before a character other than a space (mentions, emoji
names, bare links), and at the start of a line ``# > + -`` and the stop behind a number.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Characters without a shape of their own, beside the categories below: grapheme joiner, Hangul and
#: Khmer fillers, Braille blank, musical controls, and the format characters that join nothing.
_FILLERS: Final = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_JOINERS: Final = "\u200c\u200d"  # needed inside emoji and words of joining scripts
_SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
#: Format characters that are visible: they stand around or above the number that follows.
_VISIBLE_FORMATS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
#: From here on letters belong to scripts with joining forms, or are emoji: below are the alphabets
#: of Europe, in which a joiner only hides a difference between two words.
_JOINING_FROM: Final = 0x0590
_MOST_MARKS: Final = 4  # combining marks of Europe on one letter; Vietnamese needs two
_HIGHEST_PILE: Final = 8  # marks of any script: Hebrew with its accents and Tibetan need six

_PLAIN: Final = re.compile(r"[ -~]*", re.ASCII)
_SUSPECT: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    f"\ufff0-\ufffb{_FILLERS}{_SELECTORS}\ud800-\udfff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_MARKS: Final = re.compile(
    r"(.)([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
    rf"{{{_MOST_MARKS + 1},}})"
)
#: Marks are no letters: every pile stands in such a run, though few such runs are piles.
_NO_LETTERS: Final = re.compile(rf"[^\w\s\x00-\x7f]{{{_HIGHEST_PILE + 1},}}")
_MARK_CATEGORIES: Final = frozenset({"Mn", "Me"})  # those that take no room of their own
_SPACES: Final = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*\n\s*|\t")

_MARKUP: Final = re.compile(
    r"[\\*_~`|\[\]<]"
    r"|[@:](?=\S)"
    r"|^(?=\s*[#>+-])(?P<indent>\s*)(?P<sign>[#>+-])"
    r"|^(?P<number>\s*\d+)\.(?=\s|$)",
    re.MULTILINE,
)
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])|[\u2068\u2069]")
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def cleaned(text: str) -> str:
    """Return the text without invisible characters; lines keep their breaks."""
    if _PLAIN.fullmatch(text):
        return text
    text = text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _SUSPECT.sub(_kept, text)
    text = _MARKS.sub(lambda found: found[1] + found[2][:_MOST_MARKS], text)
    text = _NO_LETTERS.sub(_without_piles, text)
    return _SPACES.sub(lambda found: "\n" if "\n" in found[0] else " ", text)


def one_line(text: str) -> str:
    """Return the text without invisible characters, every run of white space one space."""
    return " ".join(cleaned(text).split())


def escaped(text: str) -> str:
    """Return markdown that shows the cleaned text as it is, on one or several lines."""
    return isolated(_MARKUP.sub(_with_backslash, cleaned(text).strip()))


def unescaped(markdown: str) -> str:
    """Return what ``escaped`` was given, cleaned."""
    return _ESCAPE.sub(r"\1", markdown)


def _with_backslash(found: re.Match[str]) -> str:
    if found["sign"]:
        return f"{found['indent']}\\{found['sign']}"
    if found["number"]:
        return f"{found['number']}\\."
    return f"\\{found[0]}"


def isolated(text: str) -> str:
    """Return the text with each line that has right-to-left letters wrapped in isolates."""
    if not _RIGHT_TO_LEFT.search(text):
        return text
    return "\n".join(
        f"{_ISOLATE}{line}{_END_ISOLATE}" if _RIGHT_TO_LEFT.search(line) else line
        for line in text.split("\n")
    )


def _without_piles(found: re.Match[str]) -> str:
    """Return a run without what stands higher on one letter than any script writes."""
    kept, height = [], 0
    for char in found[0]:
        height = height + 1 if unicodedata.category(char) in _MARK_CATEGORIES else 0
        if height <= _HIGHEST_PILE:
            kept.append(char)
    return "".join(kept)


def _kept(found: re.Match[str]) -> str:
    """Decide about one suspect character, by what stands on either side."""
    char, text, at = found[0], found.string, found.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char in _VISIBLE_FORMATS:
        return char
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    if char in _JOINERS:
        joins = all(ord(side) >= _JOINING_FROM for side in (before, after) if side)
        return char if before and after and joins and not _SUSPECT.match(after) else ""
    if unicodedata.category(char) == "Mn" and char not in _FILLERS:
        # a variation selector chooses between two looks of a symbol, never of a letter
        chooses = before and not (before.isspace() or (before.isascii() and before.isalpha()))
        return char if chooses and not _SUSPECT.match(before) else ""
    return " " if char in "\x0b\x0c\x1c\x1d\x1e\x1f\x85" else ""
