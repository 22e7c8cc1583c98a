"""Bytes to text: UTF-8 with nothing in it that an eye cannot see, or the faults that say where."""

from __future__ import annotations

import re
from typing import Final

from bot.facts.faults import Fault

LONGEST_LINE: Final = 100_000
LARGEST_FILE: Final = 256 * 1024 * 1024

#: What YAML 1.2 does not count as printable, the line breaks that editors do not show as such, and
#: what no script needs: soft hyphens, spaces without a width, and what turns the direction round.
FORBIDDEN: Final = re.compile(
    "[^\n\x20-\x7e\xa0-\xac\xae-\u200a\u200c-\u2027\u202f-\u205f\u2065\u206a-\ud7ff"
    "\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_MOST_UNSEEN: Final = 100
_WIDE_ENCODINGS: Final = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def decode(raw: bytes, file: str) -> str | list[Fault]:
    """Return the text with its line breaks as line feeds, or the faults in it.

    Of what cannot be seen each line's first is told, and of the lines the first hundred.
    """
    for mark, encoding in _WIDE_ENCODINGS.items():
        if raw.startswith(mark):
            return [Fault(file, 1, 1, f"the file is {encoding}", "save it as UTF-8")]
    if len(raw) > LARGEST_FILE:
        size = f"{len(raw) // 1024 // 1024} MB, more than {LARGEST_FILE // 1024 // 1024} MB"
        return [Fault(file, 0, 0, f"the file has {size}", "split it into several files")]
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        before = _line_feeds(raw[: error.start].decode())
        wrong = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return [Fault(file, *_place(before, len(before)), wrong, "save the file as UTF-8 text")]
    text = _line_feeds(text)
    return _unseen(text, file) or _overlong(text, file) or text


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unseen(text: str, file: str) -> list[Fault]:
    # what Python calls printable holds nothing forbidden, and is known ten times as fast
    if text.replace("\n", "").isprintable():
        return []
    faults: list[Fault] = []
    line, start = 1, 0
    while found := FORBIDDEN.search(text, start):
        line += text.count("\n", start, found.start())
        column = found.start() - text.rfind("\n", 0, found.start())
        wrong, todo = f"the invisible character U+{ord(found[0]):04X}", "delete it"
        if found[0] == "\t":
            wrong, todo = "a tab", "use spaces"
        if len(faults) == _MOST_UNSEEN:
            wrong += ", and perhaps more below"
        faults.append(Fault(file, line, column, wrong, todo))
        start = text.find("\n", found.start())
        if start < 0 or len(faults) > _MOST_UNSEEN:
            break
    return faults


def _overlong(text: str, file: str) -> list[Fault]:
    start = 0
    while len(text) - start > LONGEST_LINE:
        end = text.rfind("\n", start, start + LONGEST_LINE + 1)
        if end < 0:
            wrong = f"a line of more than {LONGEST_LINE:,} characters"
            return [Fault(file, *_place(text, start), wrong, "break it into several lines")]
        start = end + 1
    return []


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
