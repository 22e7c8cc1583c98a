"""A text as its words, letter for letter, each with the place where it stands.

This is the form in which quotes are compared, and it forgives much less than ``forms.fold``: case,
typographic variants (NFKC), invisible characters, dashes, spaces and punctuation are set aside, and
nothing else. Accents, apostrophes inside a word, digits with their separators and powers, and the
signs that change a number or a statement (%, $, a minus before a digit, ≠) are part of the words.
Russian ё counts as е, as print mostly has it. Chinese and Japanese characters are words of their
own.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_CJK: Final = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
#: How much of a word one Chinese or Japanese character is: most of their words have two.
_CJK_SIZE: Final = 0.5
_MOST_REMEMBERED: Final = 4_096


def _class_of(categories: set[str]) -> str:
    """Return the inside of a regular expression's class: the basic plane's such characters."""
    codes = [code for code in range(0x10000) if unicodedata.category(chr(code)) in categories]
    spans: list[list[int]] = []
    for code in codes:
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in spans)


_UNSEEN: Final = _class_of({"Cf"}) + r"\ufe00-\ufe0f\U000e0000-\U000e01ef"
_MARK: Final = _class_of({"Mn", "Mc", "Me"})
_APOSTROPHE: Final = "'’‘‛ʼ＇`´′"
_LETTER: Final = rf"[^\W_{_CJK}]"
_JOINED: Final = rf"[{_UNSEEN}{_MARK}]"
_SIGN: Final = f"%％‰°№&＆¬±×÷√∞≈\u2260-\u226f{_class_of({'Sc'})}"
_WORD: Final = re.compile(
    rf"""
      (?P<dotted> (?<![^\W_]) (?!\d){_LETTER}(?:\.(?!\d){_LETTER}(?![^\W_]))+ )    # U.S.
    | (?P<number> \d+(?:[.,:/]\d+)+ | (?<![^\s(])\.\d+ )
    | (?P<word> {_LETTER}++
        (?: {_JOINED}++{_LETTER}*+ | [{_APOSTROPHE}]{_JOINED}*(?={_LETTER}){_LETTER}++ )*+ )
    | (?P<cjk> [{_CJK}]{_JOINED}* )
    | (?P<discord> <(?:@[!&]?|\#|a?:\w{{1,32}}:|t:)[^<>\s]{{0,40}}> )   # mentions and emoji
    | (?P<minus> (?<![^\s(]) [-\u2212\u2013](?=[{_UNSEEN}]*\d) )
    | (?P<bound> (?<![^\s(]) [~<>+](?=\d) )    # not as Markdown has it: '> 5', '~~5~~'
    | (?P<sign> [{_SIGN}] )
    """,
    re.VERBOSE,
)
_IGNORED: Final = re.compile(f"[{_UNSEEN}]")
_RAISED: Final = re.compile(r"(?<=\d)(?=[⁰¹²³⁴-⁹])")
_APOSTROPHES: Final = re.compile(f"[{_APOSTROPHE}]")
_IS_CJK: Final = re.compile(f"[{_CJK}]")
_HYPHENATED: Final = re.compile(r"(?<=\w)[-\u2010\u00ad][ \t]*\r?\n[ \t]*(?=\w)")


@dataclass(frozen=True)
class Spelled:
    """A ``text`` with its ``words`` as they are compared, and the (start, end) of each in it."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def size(self, first: int = 0, last: int | None = None) -> float:
        """Return how many words these are, a Chinese or Japanese character being half of one."""
        words = self.words[first:last]
        small = 0 if self.text.isascii() else sum(_IS_CJK.match(word) is not None for word in words)
        return len(words) - (1 - _CJK_SIZE) * small

    def slice(self, first: int, last: int) -> str:
        """Return the text from one word up to before another, with the punctuation between."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]] if first < last else ""

    def cut(self, first: int, last: int) -> str:
        """Return the same with the punctuation around it too, so that pieces add up to the text."""
        return self.text[self._bounds[first] : self._bounds[last]].strip() if first < last else ""

    @cached_property
    def _bounds(self) -> tuple[int, ...]:
        """Where the text is cut before each word: behind the last space between two words."""
        bounds = [0]
        for (_, end), (start, _) in zip(self.spans, self.spans[1:], strict=False):
            gap = self.text[end:start]
            spaces = [place for place, character in enumerate(gap, end) if character.isspace()]
            bounds.append(spaces[-1] + 1 if spaces else start)
        return (*bounds, len(self.text))


def spell(text: str) -> Spelled:
    """Return the words of a text, each with its place."""
    words = []
    spans = []
    for found in _WORD.finditer(text):
        word = _normal(found[0], found.lastgroup)
        if word:
            words.append(word)
            spans.append(found.span())
    return Spelled(text, tuple(words), tuple(spans))


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def spelled(text: str) -> Spelled:
    """Return the same, remembering the texts asked for last."""
    return spell(text)


def rejoined(text: str) -> str:
    """Return the text with the words put together that a hyphen at a line's end divides."""
    return _HYPHENATED.sub("", text)


def _normal(word: str, group: str | None) -> str:
    if group == "discord":
        return ""
    if group == "minus":
        return "-"
    if group in {"sign", "bound"}:
        return {"％": "%", "＆": "&"}.get(word, word)
    if group == "dotted":
        word = word.replace(".", "")
    if word.isascii():
        return word.lower() if word.isalnum() else _APOSTROPHES.sub("'", word.lower())
    word = _RAISED.sub("^", _IGNORED.sub("", _APOSTROPHES.sub("'", word)))
    word = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    return word.replace("ё", "е")
