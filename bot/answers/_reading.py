"""What of a typed text is claimed to have been said, and by whom.

A text is read whole, by what stands in quotation marks, by 'X said …' and its like, and by a full
name in front. The reading is chosen by what the base holds: the words of a quote are never set
aside as a speaker or as narration, and what no reading explains is left over, and shown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from bot.answers._beside import is_told_more
from bot.answers._compare import compare
from bot.answers._drafting import LEAST_EXACT, Claim, drafts
from bot.answers._judging import Finding, exactly, judge, likest_in
from bot.answers._marks import quotations
from bot.answers._nearness import LEAST_NEAR
from bot.answers._speaker import (
    Speaker,
    bearer_of_any,
    may_be_meant,
    may_name,
    named_in,
    speaker_in,
)
from bot.search.spelled import Spelled, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answers._drafting import Draft
    from bot.edition import Edition

_MOST_GUESSED: Final = 2
_ALL_MATCH: Final = 2.5  # so many words outside a claim that stand in its quote belong to it


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
    def held_whole(self) -> bool:
        """Whether it holds something of every passage."""
        return all(finding.held for finding in self.findings)

    @property
    def matched(self) -> float:
        """How many of the words were said."""
        return sum(finding.matched for finding in self.findings)

    @property
    def short(self) -> bool:
        """Whether a passage is so short that only its speaker can make it likely."""
        return any(finding.asked.size() < LEAST_NEAR for finding in self.findings)


def read(edition: Edition, text: str, given: Speaker | None) -> Reading:
    """Choose the reading of a text under which the base holds most of it."""
    asked = spelled(text)
    exact = exactly(edition, asked, given.ids if given else ())
    if exact.held and (len(asked) >= LEAST_EXACT or not quotations(text)):
        return Reading(Claim((text,)), (exact,))
    checking = _Checking(edition, given, cache(lambda: likest_in(edition, text)))
    first = None
    best = None
    for draft in drafts(edition, text):
        reading = checking.read(draft)
        first = first or (reading if draft.firm or not draft.needed else None)
        if reading and reading.held and (best is None or reading.held_whole):
            best = reading
        if best and best.held_whole:
            break
    chosen = best or first
    rest = _rest(asked, chosen) if chosen else set()
    if chosen and _is_aside(edition, chosen, rest):
        return chosen
    whole = checking.check(Claim((text,)))
    if best and not best.claim.marked and _goes_on(best, rest):
        return whole
    if best:
        return whole if whole.held and _leaves_out(asked, best, whole) else best
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
        findings = [
            judge(self.edition, words, said_by.ids if said_by else (), self.likest)
            for words, said_by in zip(claim.passages, self._speakers(claim), strict=True)
        ]
        return Reading(claim, tuple(findings))

    def _speakers(self, claim: Claim) -> Sequence[Speaker | None]:
        if claim.speakers and not self.given:
            return claim.speakers
        return [self.given or claim.speaker] * len(claim.passages)

    def read(self, draft: Draft) -> Reading | None:
        """Check a draft, or return None if nobody is named who has to be.

        Names that are only like those of the base are looked for where its words are held: it is
        these that make a reading likely, and looking takes longest.
        """
        if draft.needed and not any(_may_be_named(self.edition, who) for who in draft.phrases):
            return None
        if draft.claim.speakers:
            return self.check(draft.claim)
        named = draft.claim.speaker or _named(self.edition, draft)
        if named:
            return self.check(replace(draft.claim, speaker=named))
        reading = self.check(draft.claim)
        speaker = _speaker(self.edition, draft, reading)
        if speaker is None:
            return None if draft.needed else reading
        claim = replace(draft.claim, speaker=speaker)
        if speaker.known and not self.given and (reading.held or reading.short):
            return self.check(claim)
        return Reading(claim, reading.findings)


def _may_be_named(edition: Edition, phrase: str) -> bool:
    return may_be_meant(phrase) or named_in(edition, phrase).known


def _named(edition: Edition, draft: Draft) -> Speaker | None:
    """Return whom the phrases of a draft name as the base does, or None."""
    for phrase in draft.phrases:
        named = named_in(edition, phrase)
        if named.known:
            return named
        body = bearer_of_any(edition, named.phrase) if draft.claim.marked else None
        if body:
            return Speaker(named.phrase, (body,))
    return None


def _speaker(edition: Edition, draft: Draft, reading: Reading) -> Speaker | None:
    """Return who may be meant by the phrases of a draft, known to the base or not, or None."""
    held = reading.held and all(len(found.asked) >= LEAST_EXACT for found in reading.findings)
    exact = held and all(found.exact for found in reading.findings)
    meant = [phrase for phrase in draft.phrases if may_be_meant(phrase)]
    names = [phrase for phrase in meant if may_name(phrase, small=exact and draft.spoken)]
    likely = meant if held else names if draft.firm else []
    for phrase in likely[:_MOST_GUESSED]:
        named = speaker_in(edition, phrase)
        if named.known:
            return named
    unknown = names if draft.firm or not draft.needed else ()
    return next((named_in(edition, phrase) for phrase in unknown), None)


def _rest(asked: Spelled, reading: Reading) -> set[str]:
    """Return the words that a reading leaves out of what it checks."""
    inside = spelled(" ".join((*reading.claim.passages, *reading.claim.unchecked)))
    outside = Counter(asked.words)
    outside.subtract(inside.words)
    return {word for word, count in outside.items() if count > 0}


def _goes_on(reading: Reading, rest: set[str]) -> bool:
    """Whether words that stand beside the passages in a quote are among those left out."""
    held = [one for finding in reading.findings for one in finding.held]
    return any(word in rest for one in held for word in one.beside)


def _is_aside(edition: Edition, reading: Reading, rest: set[str]) -> bool:
    """Whether what is left out is no part of any quote, so that the whole text says no more.

    No word of it stands in a quote; or it tells who said what was said just so, and no more.
    """
    exact = all(finding.exact for finding in reading.findings)
    if exact and reading.claim.speaker and not is_told_more(edition.base, reading.claim):
        return not _goes_on(reading, rest)
    return not edition.quoted.known(rest)


def _leaves_out(asked: Spelled, reading: Reading, whole: Reading) -> bool:
    """Whether words of a quote stand outside the claim, so that they are claimed too."""
    true = whole.findings[0].held[0].true
    inside = spelled(" ".join((*reading.claim.passages, *reading.claim.unchecked)))
    more = compare(asked, true).matched - compare(inside, true).matched
    if len(reading.claim.passages) + len(reading.claim.unchecked) > 1:
        return more >= _ALL_MATCH
    return more >= _ALL_MATCH or (more >= 1 and 2 * more >= len(asked) - len(inside))
