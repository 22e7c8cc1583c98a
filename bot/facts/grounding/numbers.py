"""The numbers in a text, whether in digits or in English words.

``245 billion``, ``$245bn`` and ``245,000,000,000`` are one number, and so are ``20``, ``20th``,
``twenty`` and ``twentieth``. Digits of any script are read; number words only in English. A comma
or point before three digits is read both ways, as a thousands' mark and as a decimal point.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
_VALUES: Final = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{f"{word}th": value for value, word in enumerate(_UNITS)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
    **{f"{word[:-1]}ieth": 20 + 10 * place for place, word in enumerate(_TENS)},
    **_ORDINALS,
    "dozen": 12,
}
_HUNDREDS: Final = {"hundred": 100, "hundredth": 100}
_SCALES: Final = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_SCALES_BEHIND_DIGITS: Final = {
    **_HUNDREDS,
    **_SCALES,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "тыс": 10**3,
    "млн": 10**6,
    "млрд": 10**9,
    "трлн": 10**12,
    "万": 10**4,
    "亿": 10**8,
}
#: Words that give a number to a reader, but are too common to be held against a writer.
_IMPLIED: Final[dict[str, Decimal | int]] = {
    "once": 1,
    "single": 1,
    "twice": 2,
    "both": 2,
    "pair": 2,
    "couple": 2,
    "half": Decimal("0.5"),
    "thrice": 3,
    "decade": 10,
    "century": 100,
}
_ROMAN: Final = {
    numeral: value
    for value, numeral in enumerate(("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 2)
}

_GROUP: Final = "[,.\u0020\u00a0\u2009\u202f]"
_NO_LETTER: Final = "[^\\W_\u3040-\u9fff]"  # Chinese sets digits between its letters without spaces
_DIGITS: Final = re.compile(
    rf"(?<!{_NO_LETTER})(?P<digits>\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    rf"(?:[ \u00a0-]?(?P<scale>{'|'.join(sorted(_SCALES_BEHIND_DIGITS, key=len, reverse=True))}))?"
    rf"(?:st|nd|rd|th|s|-?[а-я]{{1,3}})?(?!{_NO_LETTER})",
    re.IGNORECASE,
)
_WORD: Final = "|".join(sorted([*_VALUES, *_HUNDREDS, *_SCALES], key=len, reverse=True))
_WORDS: Final = re.compile(rf"\b(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD}))*\b", re.IGNORECASE)
_ROMAN_BEHIND_NAME: Final = re.compile(rf"(?<=[^\W\d_] )(?:{'|'.join(_ROMAN)})\b")
_IMPLIED_WORDS: Final = re.compile(rf"\b(?:{'|'.join(_IMPLIED)})\b", re.IGNORECASE)
#: Number words below this ('one', 'two', 'second') say too little to be held against a writer.
_LEAST_IN_WORDS: Final = 3


class Number(NamedTuple):
    """A number in a text: as written, where, and what it can mean."""

    text: str
    start: int
    end: int
    values: frozenset[Decimal]


def numbers_in(text: str) -> Iterator[Number]:
    """Yield the numbers that a text states."""
    for found in _DIGITS.finditer(text):
        scale_word = (found["scale"] or "").casefold()
        scales = {_SCALES_BEHIND_DIGITS.get(scale_word, 1)}
        if len(scale_word) == 1 and scale_word.isascii():
            scales.add(1)  # '5 m' may be metres
        values = frozenset(
            value * scale for value in _readings(found["digits"]) for scale in scales
        )
        yield Number(found[0].strip(), *found.span(), values)
    for found in _words_in(text):
        value = _value(found[0])
        if value >= _LEAST_IN_WORDS:
            yield Number(found[0], *found.span(), frozenset({value}))
    for found in _ROMAN_BEHIND_NAME.finditer(text):
        yield Number(found[0], *found.span(), frozenset({Decimal(_ROMAN[found[0]])}))


def values_in(text: str) -> set[Decimal]:
    """Return all values that a text gives, those that it gives by the way ('both') included."""
    values = {value for number in numbers_in(text) for value in number.values}
    values |= {Decimal(_IMPLIED[found[0].casefold()]) for found in _IMPLIED_WORDS.finditer(text)}
    return values | {_value(found[0]) for found in _words_in(text)}


def _words_in(text: str) -> Iterator[re.Match[str]]:
    """Find the runs of number words, but for those that scale digits before them."""
    scaled = {found.end() for found in _DIGITS.finditer(text) if found["scale"]}
    return (found for found in _WORDS.finditer(text) if found.end() not in scaled)


def _readings(digits: str) -> Iterator[Decimal]:
    """Yield what a run of digits with points, commas or spaces can mean."""
    marks = [character for character in digits if not character.isdigit()]
    plain = "".join(character for character in digits if character.isdigit())
    if not marks:
        yield Decimal(plain)
        return
    decimals = len(digits) - 1 - max(digits.rfind(mark) for mark in marks)
    if len(marks) == 1 or marks[-1] not in marks[:-1]:
        if marks[-1] in ".,":
            yield Decimal(plain).scaleb(-decimals)
        if len(marks) > 1:
            return
    if decimals == len("000"):
        yield Decimal(plain)


def _value(words: str) -> Decimal:
    total, current = 0, 0
    for word in re.split("[ -]", words.casefold()):
        if word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0
        elif word in _HUNDREDS:
            current = (current or 1) * 100
        else:
            current += _VALUES.get(word, 0)
    return Decimal(total + current)
