"""The ways in which a typed text can be read: what is claimed to have been said, and by whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.answers._attribution import attributions, is_said, named_beside, without_question
from bot.answers._in_turn import speakers_in_turn
from bot.answers._marks import Quoted, quotations
from bot.answers._speaker import Speaker, bearer, is_somebody
from bot.search.spelled import Spelled, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.edition import Edition

LEAST_EXACT: Final = 3  # words that prove something about who said them
_LEAST_MARKED: Final = 2  # words that are quoted, where marks around one may only stress it
_LONGEST_NAME: Final = 4
_LEAST_PASTED: Final = 5  # so many words that stand in a quote were pasted
_MOSTLY: Final = 0.6


@dataclass(frozen=True)
class Claim:
    """What is said to have been said: ``passages``, and by whom if the text names somebody.

    ``outside`` is what stands around them, ``marked`` whether they stand in quotation marks;
    ``unchecked`` are quotations too short to count. ``speakers`` are those of each passage, where
    not all are by one.
    """

    passages: tuple[str, ...]
    speaker: Speaker | None = None
    outside: str = ""
    unchecked: tuple[str, ...] = ()
    marked: bool = False
    speakers: tuple[Speaker | None, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A claim whose speaker is one of some phrases, or of whom one has to be: else it is none.

    ``firm`` where nothing but a speaker can be meant, known to the base or not; ``spoken`` where a
    verb says so, and the name may be in small letters.
    """

    claim: Claim
    phrases: tuple[str, ...] = ()
    needed: bool = False
    firm: bool = False
    spoken: bool = False


def drafts(edition: Edition, text: str) -> Iterator[Draft]:
    """Yield the readings of a text as less than all of it, the likeliest first."""
    marked = quotations(text)
    if marked:
        quoted = _in_marks(edition, text, marked)
        yield quoted
        pieces = _outside(text, marked)[1:-1]
        if (
            pieces
            and not quoted.claim.speakers
            and all(is_said(piece) or not spelled(piece) for piece in pieces)
        ):
            together = " ".join(quoted.claim.passages)
            yield replace(quoted, claim=replace(quoted.claim, passages=(together,), speakers=()))
        if not quoted.needed:
            return
    by_somebody = False
    for wording, who, firm, outside in attributions(text):
        if spelled(wording):
            spoken = firm and is_said(outside)
            claim = Claim((wording,), outside=outside)
            by_somebody = by_somebody or spoken
            needed = not (spoken and is_somebody(who))
            yield Draft(claim, (who,), needed=needed, firm=firm, spoken=spoken)
    yield from _named_in_front(edition, spelled(text))
    claimed = text if by_somebody else without_question(text)
    if claimed != text and spelled(claimed):
        yield Draft(Claim((claimed,)))
    # in a longer sentence, marks around two words may only stress them
    inside = sum(len(spelled(words)) for words in quoted.claim.passages) if marked else 0
    if len(spelled(text)) <= 2 * inside and all(
        _is_held(edition, words) for words in quoted.claim.passages
    ):
        yield replace(quoted, needed=False)


def _in_marks(edition: Edition, text: str, marked: Sequence[Quoted]) -> Draft:
    """Return what stands in marks as a claim; where they may only stress a word, by somebody."""
    outside = _outside(text, marked)
    around = " … ".join(piece.strip() for piece in outside if spelled(piece))
    phrases = tuple(dict.fromkeys(named_beside(outside)))
    long = [quote.words for quote in marked if _is_long(edition, spelled(quote.words))]
    held = [] if long else [quote.words for quote in marked if _is_held(edition, quote.words)]
    chosen = long or held or [max((quote.words for quote in marked), key=len)]
    unchecked = tuple(quote.words for quote in marked if quote.words not in chosen)
    turns = speakers_in_turn(edition, outside) if len(chosen) > 1 else ()
    by = dict(zip((quote.words for quote in marked), turns, strict=bool(turns)))
    passages = tuple(dict.fromkeys(chosen))
    speakers = tuple(by[words] for words in passages) if by else ()
    claim = Claim(passages, None, around, unchecked, marked=True, speakers=speakers)
    return Draft(claim, phrases, needed=bool(not long and around))


def _is_long(edition: Edition, words: Spelled) -> bool:
    """Whether words prove something by themselves: there are enough, or they are a whole quote."""
    if words.size() >= LEAST_EXACT:
        return True
    places = edition.quoted.holding(words.words) if words.size() >= _LEAST_MARKED else ()
    return any(place.whole for place in places)


def _is_held(edition: Edition, text: str) -> bool:
    """Whether so many words that no marks would only stress them stand in a quote."""
    words = spelled(text)
    return words.size() >= _LEAST_MARKED and len(edition.quoted.holding(words.words)) > 0


def _outside(text: str, marked: Sequence[Quoted]) -> list[str]:
    starts = [0, *(quote.end for quote in marked)]
    ends = [*(quote.start for quote in marked), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _named_in_front(edition: Edition, asked: Spelled) -> Iterator[Draft]:
    """Yield the words behind a full name; one word more is never taken for a speaker."""
    for count in range(min(_LONGEST_NAME, len(asked) - 1), 1, -1):
        phrase = asked.slice(0, count)
        person = bearer(edition, phrase)
        if person:
            rest = asked.text[asked.spans[count][0] :]
            yield Draft(Claim((rest,), Speaker(phrase, (person,))))


def is_pasted(edition: Edition, text: str, *, told: bool = True) -> bool:
    """Whether a text is words of a quote, or has somebody say such words, or nearly such.

    The latter only where it is ``told`` who said them, and not asked. A run of a quote's words that
    a question is about stands behind other words: 'say on the …'.
    """
    asked = spelled(text)
    if next(edition.quoted.runs(asked.words, _LEAST_PASTED), None) is None:
        return False
    if len(edition.quoted.holding(asked.words)):
        return True
    for attribution in attributions(text) if told else ():
        wording = spelled(attribution.wording)
        run = next(edition.quoted.runs(wording.words, _LEAST_PASTED), None)
        if run and run.first == 0 and run.last >= _MOSTLY * len(wording):
            return True
    return False
