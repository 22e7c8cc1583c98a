"""One form for case, accents, script and spelling, so that what is typed meets what is written.

``fold`` gives the form that exact look-ups compare: Unicode NFKC, case-folded, without accents,
invisible characters, emoji, Discord mentions and punctuation, words apart by single spaces.
``skeleton`` goes further, for one word: Latin letters whatever the script, with the variants of
romanisation (Shoigu and Shoygu, Sergei and Sergey) folded into one.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

from anyascii import anyascii

#: Longer than anything Discord lets a user type; the rest of a text is not looked at.
LONGEST: Final = 6_000

_DISCORD: Final = re.compile(r"<(?:@[!&]?|#|a?:\w{1,32}:|t:|/[^:>]{1,100}:)[^<>\s]{0,40}>")
_POSSESSIVE: Final = re.compile(r"['’ʼ＇]s\b", re.IGNORECASE)
_APOSTROPHES: Final = re.compile("['’ʼ`´]")
_CJK: Final = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+)")
_SPELLINGS: Final = (
    (re.compile("shch|sch|sh"), "s"),
    (re.compile("zh"), "z"),
    (re.compile("kh"), "h"),
    (re.compile("ch|tch|ts|tz|cz"), "c"),
    (re.compile("ck"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("w"), "v"),
    (re.compile("[yj]"), "i"),
    (re.compile("i(?=[aeou])"), ""),
    (re.compile("(?<=[aeou])i+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@functools.lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return the form that look-ups compare: words in small letters, one space apart."""
    text = _DISCORD.sub(" ", text[:LONGEST])
    if text.isascii():
        text = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text)).lower()
        return " ".join(_ascii_words(text))
    text = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", text))
    text = unicodedata.normalize("NFD", _APOSTROPHES.sub("", text).casefold())
    text = "".join(_kept(character) for character in text)
    text = unicodedata.normalize("NFC", text)
    return " ".join(_CJK.sub(r" \1 ", text).split())


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text; a run of Chinese or Japanese characters is one word."""
    return tuple(fold(text).split())


def is_cjk(word: str) -> bool:
    """Whether a folded word is written in Chinese, Japanese or Korean characters."""
    return _CJK.fullmatch(word) is not None


@functools.lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Return a folded word in Latin letters, with the variants of romanisation made one."""
    plain = "".join(filter(str.isalnum, anyascii(word).lower()))
    for variant, letter in _SPELLINGS:
        plain = variant.sub(letter, plain)
    return plain


def _ascii_words(text: str) -> list[str]:
    return "".join(character if character.isalnum() else " " for character in text).split()


def _kept(character: str) -> str:
    """Return a character, a space for what parts words, or nothing for what cannot be seen."""
    category = unicodedata.category(character)
    if category[0] in "LN":
        return character
    return "" if category in {"Mn", "Me", "Cf", "Cc"} and not character.isspace() else " "
