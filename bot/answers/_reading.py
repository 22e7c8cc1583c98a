"""What of a typed text is claimed to have been said, and by whom.

A text is read whole, by what stands in quotation marks, by 'X said …' and its like, and by a full
name in front. The reading is chosen by what the base holds: the words of a quote are never set
aside as a speaker or as narration, and what no reading explains is left over, and shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answers._attribution import attributions, named_beside
from bot.answers._compare import compare
from bot.answers._judging import LEAST_EXACT, Finding, exactly, judge
from bot.answers._marks import Quoted, quotations
from bot.answers._speaker import Speaker, bearer, may_name, speaker_in
from bot.search.spelled import Spelled, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.edition import Edition

_LONGEST_NAME: Final = 4
_ALL_MATCH: Final = 2.5  # so many words outside a claim that stand in its quote belong to it


@dataclass(frozen=True)
class Claim:
    """What is said to have been said: ``passages``, and by whom if the text names somebody.

    ``outside`` is what stands around quotations, ``unchecked`` are quotations too short to count.
    """

    passages: tuple[str, ...]
    speaker: Speaker | None = None
    outside: str = ""
    unchecked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A claim, with what was found out about each of its passages."""

    claim: Claim
    findings: tuple[Finding, ...]

    @property
    def held(self) -> bool:
        """Whether the base holds anything of it."""
        return any(finding.held for finding in self.findings)


def read(edition: Edition, text: str, given: Speaker | None) -> Reading:
    """Choose the reading of a text under which the base holds most of it."""
    asked = spelled(text)
    exact = exactly(edition, asked, given.ids if given else ())
    if exact.held and (len(asked) >= LEAST_EXACT or not quotations(text)):
        return Reading(Claim((text,)), (exact,))
    whole = None
    first = None
    for claim in _claims(edition, text):
        reading = _checked(edition, claim, given)
        first = first or reading
        if reading.held:
            whole = whole or _checked(edition, Claim((text,)), given)
            return whole if whole.held and _leaves_out(asked, reading) else reading
    whole = _checked(edition, Claim((text,)), given)
    return whole if whole.held or first is None else first


def _checked(edition: Edition, claim: Claim, given: Speaker | None) -> Reading:
    said_by = given or claim.speaker
    ids = said_by.ids if said_by else ()
    return Reading(claim, tuple(judge(edition, passage, ids) for passage in claim.passages))


def _leaves_out(asked: Spelled, reading: Reading) -> bool:
    """Whether words of the very quote stand outside the claim, so that they are claimed too."""
    true = max(reading.findings, key=lambda finding: finding.matched).held[0].true
    inside = spelled(" ".join((*reading.claim.passages, *reading.claim.unchecked)))
    more = compare(asked, true).matched - compare(inside, true).matched
    if len(reading.claim.passages) + len(reading.claim.unchecked) > 1:
        return more >= _ALL_MATCH
    return more >= _ALL_MATCH or (more >= 1 and 2 * more >= len(asked) - len(inside))


def _claims(edition: Edition, text: str) -> Iterator[Claim]:
    marked = quotations(text)
    if marked:
        claim = _in_marks(edition, text, marked)
        if claim:
            yield claim
            return
    for wording, who, firm in attributions(text):
        if not spelled(wording):
            continue
        named = speaker_in(edition, who)
        if named.known or (firm and may_name(who)):
            yield Claim((wording,), named)
    yield from _named_in_front(edition, spelled(text))


def _in_marks(edition: Edition, text: str, marked: Sequence[Quoted]) -> Claim | None:
    """Return what stands in quotation marks as a claim, or None if the marks only stress a word."""
    outside = _outside(text, marked)
    around = " … ".join(piece.strip() for piece in outside if spelled(piece))
    named = _named(edition, outside)
    long = [quote.words for quote in marked if spelled(quote.words).size() >= LEAST_EXACT]
    if not long and around and named is None:
        return None
    chosen = long or [max((quote.words for quote in marked), key=len)]
    unchecked = tuple(quote.words for quote in marked if quote.words not in chosen)
    return Claim(tuple(dict.fromkeys(chosen)), named, around, unchecked)


def _outside(text: str, marked: Sequence[Quoted]) -> list[str]:
    starts = [0, *(quote.end for quote in marked)]
    ends = [*(quote.start for quote in marked), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _named(edition: Edition, outside: list[str]) -> Speaker | None:
    unknown = None
    for who in named_beside(outside):
        named = speaker_in(edition, who)
        if named.known:
            return named
        if unknown is None and may_name(who):
            unknown = named
    return unknown


def _named_in_front(edition: Edition, asked: Spelled) -> Iterator[Claim]:
    """Yield the words behind a full name; one word more is never taken for a speaker."""
    for count in range(min(_LONGEST_NAME, len(asked) - 1), 1, -1):
        phrase = asked.slice(0, count)
        person = bearer(edition, phrase)
        if person:
            rest = asked.text[asked.spans[count][0] :]
            yield Claim((rest,), Speaker(phrase, (person,)))
