"""One form for case, accents, script and spelling, so that what is typed meets what is written.

``fold`` gives the form that exact look-ups compare: Unicode NFKC, case-folded, without accents,
invisible characters, emoji, Discord mentions and punctuation, words apart by single spaces.
``skeleton`` goes further, for what only sounds alike: Latin letters whatever the script, the
variants of romanisation (Shoigu and Shoygu, Sergei and Sergey) made one, Russian case endings left
off, every Chinese character a word by itself.

The forms of many texts at once are made by ``fold_all`` and ``skeleton_all``, which run over
hundreds of texts joined by line feeds: one pass of each rule instead of one for every text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

#: Longer than anything Discord lets a user type; the rest of a text is not looked at.
LONGEST: Final = 6_000
_ASCII: Final = 127

_DISCORD: Final = re.compile(r"<(?:@[!&]?|#|a?:\w{1,32}:|t:|/[^:>\n]{1,100}:)[^<>\s]{0,40}>")
_POSSESSIVE: Final = re.compile(r"['’ʼ＇]s\b", re.IGNORECASE)
_APOSTROPHES: Final = re.compile("['’ʼʹʻ`´＇]")
_CJK_CLASS: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_CJK: Final = re.compile(f"([{_CJK_CLASS}\U00020000-\U0003ffff]+)")
#: Combining classes: points and accents (fold them away), not vowels of Indic, Thai or kana.
_HEBREW_ARABIC: Final = range(10, 36)
_ACCENTS_FROM: Final = 200
_VARIATIONS: Final = re.compile("[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")

_DIGRAPHS: Final = (
    *(("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("tch", "c")),
    *(("ch", "c"), ("ts", "c"), ("tz", "c"), ("cz", "c"), ("ck", "k"), ("ph", "f"), ("yi", "i")),
)
_LETTERS: Final = str.maketrans("wyj", "vii")
_GLIDES: Final = re.compile("i(?:(?<=[a-z]i)(?=[aeou])|(?<=[aeou]i)i*)")
_DOUBLED: Final = re.compile(r"([a-hj-z])(?=\1)")  # 'iii' is a number
_NO_LETTERS: Final = re.compile("[^a-z0-9 \n]")
#: What a Russian noun or adjective ends in, by case, once folded (``й`` is ``и`` by then).
_ENDING: Final = re.compile(r"(?<=[а-яіїєґ]{3})[аеиоуыэюя]+(?:ми?|х|го|му)?ь?(?![а-яіїєґ])")


class _Characters(dict[int, str]):
    """What becomes of each character: itself, a space for what parts words, or nothing."""

    def __missing__(self, code: int) -> str:
        """Decide about a character the first time that it is met."""
        kept = self[code] = _kept(chr(code))
        return kept


class _Spellings(dict[int, str]):
    """How each character is spelt in Latin letters."""

    def __missing__(self, code: int) -> str:
        """Look a character up the first time that it is met."""
        kept = self[code] = str(anyascii(chr(code))).lower() if code > _ASCII else chr(code)
        return kept


_CHARACTERS: Final = _Characters()
_SPELLINGS: Final = _Spellings()


def fold(text: str) -> str:
    """Return the form that look-ups compare: words in small letters, one space apart."""
    return " ".join(_folded(text[:LONGEST]).split())


def fold_all(texts: Sequence[str]) -> list[str]:
    """Return ``fold`` of each text; give it some hundreds at a time."""
    return _by_script(lambda lines: _folded("\n".join(map(_line, lines))), texts)


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text; a run of Chinese or Japanese characters is one word."""
    return tuple(fold(text).split())


def is_cjk(word: str) -> bool:
    """Whether a folded word is written in Chinese, Japanese or Korean characters."""
    return _CJK.fullmatch(word) is not None


def has_cjk(text: str) -> bool:
    """Whether there are Chinese, Japanese or Korean characters in a text."""
    return not text.isascii() and _CJK.search(text) is not None


def skeleton(folded: str) -> str:
    """Return a folded text as it sounds, word for word; Chinese characters stay, one a word."""
    return " ".join(_skeletal(folded).split())


def skeleton_all(folded: Sequence[str]) -> list[str]:
    """Return ``skeleton`` of each folded text; give it some hundreds at a time."""
    return _by_script(lambda lines: _skeletal("\n".join(lines)), folded)


def romanised(folded: str) -> str:
    """Return the skeleton of a folded text with Chinese characters in Latin letters, too."""
    return skeleton(_CJK.sub(lambda run: _spelt(run[0]), folded))


def romanised_all(folded: Iterable[str]) -> list[str]:
    """Return ``romanised`` of each folded text."""
    return [romanised(text) for text in folded]


def _by_script(make: Callable[[Sequence[str]], str], texts: Sequence[str]) -> list[str]:
    """Make a form of all texts: of those in ASCII together, then of the others, which takes longer.

    ``make`` returns a line for each text, and only spaces as further white space.
    """
    others = [at for at, text in enumerate(texts) if not text.isascii()]
    if not others:
        return _lines(make(texts)) if texts else []
    made = iter(_lines(make([text for text in texts if text.isascii()])))
    foreign = dict(zip(others, _lines(make([texts[at] for at in others])), strict=True))
    return [foreign[at] if at in foreign else next(made) for at in range(len(texts))]


def _line(text: str) -> str:
    plain = len(text) <= LONGEST and "\n" not in text
    return text if plain else " ".join(text[:LONGEST].splitlines())


def _lines(text: str) -> list[str]:
    """Return the lines of a text, with single spaces between words."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ").split("\n")


def _folded(text: str) -> str:
    """Fold a text whose line feeds are kept; further white space may follow itself."""
    text = _DISCORD.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _VARIATIONS.sub("", text))
        text = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text)).casefold()
        text = unicodedata.normalize("NFD", text).translate(_CHARACTERS)
        return _CJK.sub(r" \1 ", unicodedata.normalize("NFC", text))
    if "'" in text or "`" in text:
        text = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text))
    return text.lower().translate(_CHARACTERS)


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "LN" or character == "\n":
        return character
    if character.isspace():
        return " "
    if category in {"Mn", "Mc"}:
        marks = unicodedata.combining(character)
        return "" if marks >= _ACCENTS_FROM or marks in _HEBREW_ARABIC else character
    return "" if category in {"Me", "Cf", "Cc"} else " "


def _skeletal(folded: str) -> str:
    """Make the skeleton of a folded text, whose line feeds are kept."""
    if folded.isascii():
        return _sounds(folded)
    stems = _ENDING.sub("", _ENDING.sub("", folded))
    parts = _CJK.split(stems)
    parts[::2] = [_sounds(_latin(part)) for part in parts[::2]]
    parts[1::2] = [f" {' '.join(part)} " for part in parts[1::2]]
    return "".join(parts)


def _latin(folded: str) -> str:
    if folded.isascii():
        return folded
    return _NO_LETTERS.sub("", folded.translate(_SPELLINGS))


def _sounds(latin: str) -> str:
    """Make the variants of romanisation one."""
    for variant, letter in _DIGRAPHS:
        latin = latin.replace(variant, letter)
    return _DOUBLED.sub("", _GLIDES.sub("", latin.translate(_LETTERS)))


def _spelt(run: str) -> str:
    return f" {' '.join(_SPELLINGS[ord(character)] for character in run)} "
