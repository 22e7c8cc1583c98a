"""A date with the words that place it: 'since 2023', 'до мая', '2025年以前', 'between … and …'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.asked_dates import words
from bot.answers.asked_dates.errors import UnreadableDate
from bot.answers.asked_dates.points import date_at
from bot.answers.asked_dates.ranges import range_at
from bot.answers.asked_dates.reading import ImpossibleError, Named
from bot.answers.asked_dates.spans import Part, Point, Span

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading

_MOST_FILLING: Final = 5
_PLAIN, _SINCE, _UNTIL, _BEFORE, _AFTER, _BETWEEN = range(6)
_PLACED: Final = (
    *((_BETWEEN, words.BETWEEN), (_SINCE, words.SINCE), (_UNTIL, words.UNTIL)),
    *((_BEFORE, words.BEFORE), (_AFTER, words.AFTER), (_PLAIN, words.WITHIN)),
)
#: Words that are prepositions of names as well: 'a letter from May', 'said by June'.
_OF_NAMES: Final = frozenset({"from", "by", "с", "со", "от", "к", "по"})
_ONE_WAY: Final = "{} already says which way the range goes; write one of the two words."


class Phrase(NamedTuple):
    """The tokens from ``start`` up to before ``end`` as a span of days, or why they give none.

    ``is_range`` is whether two ends were typed, ``bounded`` whether words such as 'since' were.
    """

    start: int
    end: int
    span: Span | None
    why: UnreadableDate | None = None
    is_range: bool = False
    bounded: bool = False


def phrase_at(reading: Reading, place: int) -> Phrase | None:
    """Return the date that begins at a token with the words around it, or None."""
    try:
        return _phrase_at(reading, place)
    except ImpossibleError as impossible:
        return Phrase(place, impossible.end, None, impossible.why)


def _phrase_at(reading: Reading, place: int) -> Phrase | None:
    bce = _before_christ(reading, place)
    if bce:
        raise ImpossibleError(UnreadableDate(_BCE), bce)
    opened = _open_start(reading, place)
    for kind, phrases in _PLACED:
        behind = reading.phrase(place, phrases)
        if behind:
            found = _behind(reading, place, kind, behind)
            if found:
                return found
    behind = opened or reading.phrase(place, words.BESIDE)
    if behind and not opened:
        return _behind(reading, place, _PLAIN, behind, sure=reading.whole)
    if opened:
        return _behind(reading, place, _UNTIL, opened)
    return _behind(reading, place, _PLAIN, place, sure=reading.whole)


_BCE: Final = "Dates before the common era are not kept here; write a year from 1 to 9999."


def _behind(
    reading: Reading, start: int, kind: int, place: int, *, sure: bool = True
) -> Phrase | None:
    """Read the date behind a preposition of some kind; ``sure`` if a doubtful word is one there."""
    mark = ""
    place, about = _filled(reading, place)
    if kind == _BETWEEN or reading.word(place) in {"между", "between"}:
        inner = reading.phrase(place, words.BETWEEN) or place
        kind, place = _BETWEEN, inner
    mark = "~" if about else ""
    bce = _before_christ(reading, place)
    if bce:
        raise ImpossibleError(UnreadableDate(_BCE), bce)
    ranged = range_at(reading, place, between=kind == _BETWEEN)
    named = ranged or (None if kind == _BETWEEN else date_at(reading, place))
    if named is None:
        return None
    bce = reading.phrase(named.end, words.BCE)
    if bce:
        raise ImpossibleError(UnreadableDate(_BCE), bce)
    if not ranged:
        name = reading.word(start) in _OF_NAMES and named.weak and not reading.whole
        named = _with_mark(named, mark)
        tail = _tail(reading, named.end)
        if (named.weak and not sure and tail[0] == _PLAIN) or (name and tail[0] == _PLAIN):
            return None
        return _placed(reading, start, kind, named, tail)
    if ranged.weak and not sure:
        return None
    end = reading.phrase(ranged.end, words.BEHIND) or ranged.end
    if not isinstance(ranged.term, Span):
        return None
    if kind in {_UNTIL, _BEFORE, _AFTER} and not _is_range_word(reading, start):
        span = _bounded(kind, ranged.term, end)
        return Phrase(start, end, span, bounded=True)
    return Phrase(start, end, ranged.term, is_range=True)


def _is_range_word(reading: Reading, place: int) -> bool:
    return reading.word(place) in {"от", "从", "к"}


def _placed(reading: Reading, start: int, kind: int, named: Named, tail: tuple[int, int]) -> Phrase:
    """Return a single date as what its preposition, or the words behind it, make of it."""
    term = named.term.latest(reading.today) if isinstance(named.term, Part) else named.term
    behind, end = tail
    if behind != _PLAIN and kind in {_PLAIN, _SINCE} and not (kind == _SINCE != behind):
        kind = behind
    elif behind != _PLAIN and kind == _SINCE and behind == _AFTER:
        kind = _AFTER
    elif behind not in {_PLAIN, kind}:
        end = named.end
    if kind == _PLAIN:
        return Phrase(start, end, term)
    return Phrase(start, end, _bounded(kind, term, end), bounded=True)


def _tail(reading: Reading, place: int) -> tuple[int, int]:
    """Return what the words behind a date make of it, and where they end."""
    for kind, phrases in (
        *((_SINCE, words.FROM_ON), (_BEFORE, words.THEN_BEFORE), (_AFTER, words.THEN_AFTER)),
        (_PLAIN, words.BEHIND),
    ):
        end = reading.phrase(place, phrases)
        if end and _ends_here(reading, place, end):
            return kind, end
    if [reading.word(place + n) for n in range(3)] == ["/", ".", "."]:
        return _SINCE, place + 3
    return _PLAIN, place


def _ends_here(reading: Reading, place: int, end: int) -> bool:
    """Whether words behind a date belong to it: '2023+', 'from 2023 on', not '2023 on Taiwan'."""
    word = reading.word(place)
    if word == "+":
        return reading.at(place).glued
    return word != "on" or not reading.word(end).isalnum()


def _bounded(kind: int, span: Span, end: int) -> Span:
    """Return the open range that begins, or ends, with a span, or lies outside it."""
    try:
        if kind == _SINCE:
            return Span(span.first, None)
        if kind == _UNTIL:
            return Span(None, span.last)
        if kind == _BEFORE:
            return Span(None, _beside(span.first, -1))
        return Span(_beside(span.last, 1), None)
    except (UnreadableDate, OverflowError) as why:
        none = UnreadableDate("Nothing lies beyond that; dates here lie in the years 1 to 9999.")
        raise ImpossibleError(none, end) from why


def _beside(point: Point | None, step: int) -> Point:
    if point is None:
        raise UnreadableDate("Nothing lies beyond an open end.")
    return point._replace(mark="").moved(step)._replace(mark=point.mark)


def _with_mark(named: Named, mark: str) -> Named:
    term = named.term
    if not mark or isinstance(term, Part) or term.first is None or term.first != term.last:
        return named
    point = term.first._replace(mark=mark)
    return named._replace(term=Span(point, point))


def _filled(reading: Reading, place: int) -> tuple[int, bool]:
    """Return the place behind 'the end of', 'early', 'about' and the like, and whether 'about'."""
    about = False
    for _ in range(_MOST_FILLING):
        behind = reading.phrase(place, words.ABOUT)
        if behind and (reading.whole or reading.word(place) != "about"):
            place, about = behind, True
        elif reading.word(place) in words.FILLING | {","} and not _is_dash(reading, place):
            place += 1
        else:
            break
    return place, about


def _is_dash(reading: Reading, place: int) -> bool:
    return reading.word(place) == "-" and reading.word(place - 1) not in {"mid", "early", "late"}


def _open_start(reading: Reading, place: int) -> int:
    if [reading.word(place + n) for n in range(3)] == [".", ".", "/"]:
        return place + 3
    return 0


def _before_christ(reading: Reading, place: int) -> int:
    """Return the place behind a date before the common era that begins here, or 0."""
    if reading.word(place) == "公元前" and reading.at(place + 1).value >= 0:
        return place + (3 if reading.word(place + 2) in words.YEAR_NOUNS else 2)
    if reading.at(place).value < 0:
        return 0
    behind = place + 1
    if reading.word(behind) in words.YEAR_NOUNS:
        behind += 1
    return reading.phrase(behind, words.BCE)
