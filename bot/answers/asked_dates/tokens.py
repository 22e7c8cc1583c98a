"""A text as the words, numbers and signs that a date can be made of, each with its place."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.asked_dates import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_CJK: Final = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN_DIGITS: Final = {char: str(n % 10) for n, char in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "两": "2",
}
_TEN: Final = "十"
_LONGEST_NUMBER: Final = 8
_LONGEST_HAN: Final = 4
_DASHES: Final = frozenset("‐‑‒–—−―")


class Token(NamedTuple):
    """A word, number or sign.

    ``value`` is that of a number, else -1; ``digits`` how many digits it is written with, none if
    in Chinese; ``suffix`` what hangs on it ('2nd', '1990s', '2-го'). ``glued`` is whether it stands
    right behind the token before, ``capital`` whether a word begins with a capital letter.
    """

    text: str
    start: int
    end: int
    glued: bool
    value: int = -1
    digits: int = 0
    suffix: str = ""
    capital: bool = False


class _Characters(dict[int, str]):
    """What each character counts as: always exactly one, so that places stay as they are."""

    def __missing__(self, code: int) -> str:
        """Decide about a character the first time that it is met."""
        kept = self[code] = _plain(chr(code))
        return kept


def _plain(character: str) -> str:
    if character in _DASHES:
        return "-"
    if character == "\u3007":
        return character
    for form in (unicodedata.normalize("NFKC", character), character):
        lower = form.lower()
        if len(lower) == 1:
            return {"ё": "е", "’": "'", "〜": "~", "–": "-", "季": "季"}.get(lower, lower)
    return character


def _han_words() -> str:
    """Return all Chinese words of dates as a pattern, the longest first."""
    known: set[str] = {"第", "年代", "上半年", "下半年", "上旬", "中旬", "下旬", "公元前", "公元"}
    singles = (
        *(words.SEASONS, words.UNITS, words.YEAR_NOUNS, words.CENTURIES, words.RELATIVE),
        *(words.NOW, words.OFFSETS, words.ROLLING_MANY, words.AHEAD_MANY, words.AGO),
        *(words.FILLING, words.COUNTED, words.LABELS, words.LATER, words.HALF_YEARS),
    )
    phrases = (
        *(words.SINCE, words.UNTIL, words.BEFORE, words.AFTER, words.BETWEEN, words.WITHIN),
        *(words.BESIDE, words.TO, words.AND, words.FROM_ON, words.THEN_BEFORE, words.THEN_AFTER),
        *(words.BEHIND, words.ABOUT),
    )
    known.update(word for single in singles for word in single)
    known.update(
        word
        for phrase in phrases
        for first in phrase.values()
        for several in first
        for word in several
    )
    han = [word for word in known if re.fullmatch(f"[{_CJK}]+", word)]
    return "|".join(sorted(han, key=len, reverse=True))


_HAN_NUMERAL: Final = "".join(_HAN_DIGITS) + _TEN
_LETTER: Final = rf"[^\W_{_CJK}]"
_SUFFIX: Final = (
    r"st|nd|rd|th|'?s|гг?"
    r"|-?(?:го|ого|его|му|ому|ему|й|ый|ий|ой|я|ая|ю|ую|е|ые|ие|х|ых|их|м|ом|ем|ым)"
)
_TOKEN: Final = re.compile(
    rf"""
      (?P<number> [0-9]++ ) (?P<suffix> {_SUFFIX} )?+ (?! {_LETTER} )
    | (?P<han> [{_HAN_NUMERAL}]+ )
    | (?P<known> {_han_words()} | [{_CJK}] )
    | (?P<word> {_LETTER} [^\W_{_CJK}\u0300-\u036f]*+ (?:[\u0300-\u036f]++ {_LETTER}*+)*+ )
      (?:'s(?!{_LETTER}))?
    | (?P<sign> [^\s\w]  )
    """,
    re.VERBOSE,
)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text in order."""
    return list(_tokens(text, text.translate(_CHARACTERS)))


_CHARACTERS: Final = _Characters()


def _tokens(text: str, plain: str) -> Iterator[Token]:
    before = -1
    for found in _TOKEN.finditer(plain):
        start, end = found.span()
        glued = start == before
        before = end
        if found["number"]:
            digits = found["number"]
            value = int(digits) if len(digits) <= _LONGEST_NUMBER else -1
            yield Token(found[0], start, end, glued, value, len(digits), found["suffix"] or "")
        elif found["han"]:
            yield Token(found[0], start, end, glued, _han_number(found["han"]))
        else:
            word = _word(found["word"] or found[0])
            yield Token(word, start, end, glued, capital=text[start].isupper())


def _word(word: str) -> str:
    if word.isascii():
        return word
    composed = unicodedata.normalize("NFC", word).replace("ё", "е")
    return re.sub("[\u0300-\u036f]", "", composed)


def _han_number(numeral: str) -> int:
    """Return what a Chinese numeral says, digit by digit or with tens, or -1."""
    if _TEN not in numeral:
        return (
            int("".join(_HAN_DIGITS[char] for char in numeral))
            if len(numeral) <= _LONGEST_HAN
            else -1
        )
    tens, _, ones = numeral.partition(_TEN)
    if len(tens) > 1 or len(ones) > 1 or _TEN in ones:
        return -1
    return 10 * int(_HAN_DIGITS[tens] if tens else 1) + int(_HAN_DIGITS[ones] if ones else 0)
