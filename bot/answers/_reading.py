"""What of a typed text is claimed to have been said, and by whom.

A text is read whole, by what stands in quotation marks, by 'X said …' and its like, and by a full
name in front. The reading is chosen by what the base holds: the words of a quote are never set
aside as a speaker or as narration, and what no reading explains is left over, and shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from bot.answers._attribution import attributions, named_beside
from bot.answers._compare import compare
from bot.answers._judging import LEAST_EXACT, Finding, exactly, judge, likest_in
from bot.answers._marks import Quoted, quotations
from bot.answers._nearness import LEAST_NEAR
from bot.answers._speaker import Speaker, bearer, may_name, named_in, speaker_in
from bot.search.spelled import Spelled, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.edition import Edition

_LONGEST_NAME: Final = 4
_MOST_GUESSED: Final = 2
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

    @property
    def short(self) -> bool:
        """Whether a passage is so short that only its speaker can make it likely."""
        return any(finding.asked.size() < LEAST_NEAR for finding in self.findings)


@dataclass(frozen=True)
class _Draft:
    """A claim whose speaker is one of some phrases, or of whom one has to be: else it is none.

    ``firm`` where nothing but a speaker can be meant, known to the base or not.
    """

    claim: Claim
    phrases: tuple[str, ...] = ()
    needed: bool = False
    firm: bool = False


def read(edition: Edition, text: str, given: Speaker | None) -> Reading:
    """Choose the reading of a text under which the base holds most of it."""
    asked = spelled(text)
    exact = exactly(edition, asked, given.ids if given else ())
    if exact.held and (len(asked) >= LEAST_EXACT or not quotations(text)):
        return Reading(Claim((text,)), (exact,))
    checking = _Checking(edition, given, cache(lambda: likest_in(edition, text)))
    whole = None
    first = None
    for draft in _drafts(edition, text):
        reading = checking.read(draft)
        if reading is None:
            continue
        first = first or reading
        if reading.held:
            whole = whole or checking.check(Claim((text,)))
            return whole if whole.held and _leaves_out(asked, reading) else reading
    whole = checking.check(Claim((text,)))
    return whole if whole.held or first is None else first


@dataclass(frozen=True)
class _Checking:
    """What the readings of one text are checked with: whoever was ``given`` as their speaker.

    ``likest`` are the quotes that are like the text, looked for at most once.
    """

    edition: Edition
    given: Speaker | None
    likest: Callable[[], list[str]]

    def check(self, claim: Claim) -> Reading:
        """Find out about each passage of a claim."""
        said_by = self.given or claim.speaker
        ids = said_by.ids if said_by else ()
        findings = (judge(self.edition, words, ids, self.likest) for words in claim.passages)
        return Reading(claim, tuple(findings))

    def read(self, draft: _Draft) -> Reading | None:
        """Check a draft, or return None if nobody is named who has to be.

        Names that are only like those of the base are looked for where its words are held: it is
        these that make a reading likely, and looking takes longest.
        """
        reading = self.check(draft.claim)
        speaker = draft.claim.speaker or _speaker(self.edition, draft, held=reading.held)
        if speaker is None:
            return None if draft.needed else reading
        claim = replace(draft.claim, speaker=speaker)
        if speaker.known and not self.given and (reading.held or reading.short):
            return self.check(claim)
        return Reading(claim, reading.findings)


def _speaker(edition: Edition, draft: _Draft, *, held: bool) -> Speaker | None:
    for phrase in draft.phrases:
        named = named_in(edition, phrase)
        if named.known:
            return named
    names = [phrase for phrase in draft.phrases if may_name(phrase)]
    for phrase in list(draft.phrases if held else names if draft.firm else ())[:_MOST_GUESSED]:
        named = speaker_in(edition, phrase)
        if named.known:
            return named
    unknown = names if draft.firm or not draft.needed else ()
    return next((named_in(edition, phrase) for phrase in unknown), None)


def _leaves_out(asked: Spelled, reading: Reading) -> bool:
    """Whether words of the very quote stand outside the claim, so that they are claimed too."""
    true = max(reading.findings, key=lambda finding: finding.matched).held[0].true
    inside = spelled(" ".join((*reading.claim.passages, *reading.claim.unchecked)))
    more = compare(asked, true).matched - compare(inside, true).matched
    if len(reading.claim.passages) + len(reading.claim.unchecked) > 1:
        return more >= _ALL_MATCH
    return more >= _ALL_MATCH or (more >= 1 and 2 * more >= len(asked) - len(inside))


def _drafts(edition: Edition, text: str) -> Iterator[_Draft]:
    marked = quotations(text)
    if marked:
        draft = _in_marks(text, marked)
        if draft:
            yield draft
            return
    for wording, who, firm in attributions(text):
        if spelled(wording):
            yield _Draft(Claim((wording,)), (who,), needed=True, firm=firm)
    yield from _named_in_front(edition, spelled(text))


def _in_marks(text: str, marked: Sequence[Quoted]) -> _Draft | None:
    """Return what stands in quotation marks as a claim, or None if the marks only stress a word."""
    outside = _outside(text, marked)
    around = " … ".join(piece.strip() for piece in outside if spelled(piece))
    phrases = tuple(dict.fromkeys(named_beside(outside)))
    long = [quote.words for quote in marked if spelled(quote.words).size() >= LEAST_EXACT]
    chosen = long or [max((quote.words for quote in marked), key=len)]
    unchecked = tuple(quote.words for quote in marked if quote.words not in chosen)
    claim = Claim(tuple(dict.fromkeys(chosen)), None, around, unchecked)
    return _Draft(claim, phrases, needed=bool(not long and around))


def _outside(text: str, marked: Sequence[Quoted]) -> list[str]:
    starts = [0, *(quote.end for quote in marked)]
    ends = [*(quote.start for quote in marked), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _named_in_front(edition: Edition, asked: Spelled) -> Iterator[_Draft]:
    """Yield the words behind a full name; one word more is never taken for a speaker."""
    for count in range(min(_LONGEST_NAME, len(asked) - 1), 1, -1):
        phrase = asked.slice(0, count)
        person = bearer(edition, phrase)
        if person:
            rest = asked.text[asked.spans[count][0] :]
            yield _Draft(Claim((rest,), Speaker(phrase, (person,))))
