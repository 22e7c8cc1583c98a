"""``/verify``: was it really said? Verbatim, altered, misattributed, or not found.

Decided here, and stated in the answer where it matters:

- Words decide. Another comma inside is noted, and leaves the words verbatim; an omission marked
  with an ellipsis is an alteration, as are typing errors and editorial insertions.
- Words that are altered *and* given to the wrong speaker are altered: misattributed is for words
  that are real. Title and notes name both faults.
- A speaker whom the base does not know is as wrong as any other, once it knows who said the words.
- Of several quotations, each is checked, and the verdict is that of the worst of them.
- One or two words are checked only if no more than one quote holds them; else they are a choice.
"""

from __future__ import annotations

import html
import itertools
import re
from typing import TYPE_CHECKING, Final

from bot.answers._beside import is_told_more
from bot.answers._checked import Checked, called
from bot.answers._reading import read
from bot.answers._speaker import Speaker, names_nobody, speaker_in
from bot.answers._titling import title
from bot.answers._unfound import in_curators_words, searched, unfound, written_so
from bot.answers.model import Answer, Status, Suggestion, Verdict
from bot.answers.resolving import MOST_SUGGESTIONS, Asked, label, shortened
from bot.search.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers._drafting import Claim
    from bot.answers.asking import Asking
    from bot.edition import Edition
    from bot.facts.base import FactBase

#: Verdicts from the best to the worst.
_ORDER: Final = (Verdict.VERBATIM, Verdict.MISATTRIBUTED, Verdict.ALTERED, Verdict.NOT_FOUND)
#: A character as web pages write it. Only with its ';', as "&not" is an ampersand and a negation.
_ENTITY: Final = re.compile(r"&(?:[a-z][a-z0-9]{1,20}|#[0-9]{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)


def answer(asking: Asking, words: str, speaker: str = "") -> Answer:
    """Answer whether the words were said, by the speaker if one is given or named in them."""
    asked = Asked(asking, "verify", {"words": words, "speaker": speaker})
    text = _chosen(asking.edition, words)
    if not spelled(text):
        return asking.invalid("verify", "There is nothing to check", "Write words: /verify words:…")
    given = speaker_in(asking.edition, speaker) if not names_nobody(speaker) else None
    reading = read(asking.edition, text, given)
    claim = reading.claim
    each = claim.speakers if claim.speakers and not given else [given or claim.speaker]
    said_by = each[0] if len(each) == 1 else None
    checked = tuple(
        Checked(asked.base, finding, by)
        for finding, by in zip(reading.findings, itertools.cycle(each), strict=False)
    )
    return (
        _which_speaker(asked, checked, said_by)
        or _which_quote(asked, checked)
        or _answer(asked, reading.claim, checked, given, "" if given else speaker)
    )


def _chosen(edition: Edition, words: str) -> str:
    """Return the words to check: those of a quote where an offer was taken, its id or its label."""
    words = words.strip()
    quote = edition.base.quotes.get(words)
    if quote:
        return quote.words
    if _ENTITY.search(words) and not edition.quoted.holding(spelled(words).words):
        words = _ENTITY.sub(lambda entity: html.unescape(entity[0]), words)
    return words.removesuffix("(quote)")


def _which_speaker(
    asked: Asked, checked: Sequence[Checked], said_by: Speaker | None
) -> Answer | None:
    """Ask which speaker is meant, if several may be and the verdict hangs on it."""
    if said_by is None or said_by.together or said_by.either or len(said_by.ids) <= 1:
        return None
    verdicts = {
        _worst(
            [Checked(asked.base, one.finding, Speaker(said_by.phrase, (id_,))) for one in checked]
        )
        for id_ in said_by.ids
    }
    if len(verdicts) == 1:
        return None
    return Answer(
        command="verify",
        status=Status.AMBIGUOUS,
        title=f"'{shortened(said_by.phrase)}' could mean {len(said_by.ids)} speakers",
        notes=("Whether they said it depends on which of them is meant. Choose one.",),
        suggestions=tuple(
            Suggestion(label=asked.base.name(id_), ask=asked.instead("speaker", id_))
            for id_ in said_by.ids
        ),
        edition=asked.asking.edition.fingerprint,
    )


def _which_quote(asked: Asked, checked: Sequence[Checked]) -> Answer | None:
    """Ask which quote is meant, if there are only one or two words that stand in several."""
    one = checked[0]
    held = one.theirs if one.said_by else one.finding.held
    if len(checked) > 1 or not one.finding.short or len(held) <= 1:
        return None
    return Answer(
        command="verify",
        status=Status.AMBIGUOUS,
        title=f"'{shortened(one.finding.asked.text)}' stands in several quotes",
        notes=("So few words prove little. Give more of them, or choose a quote.",),
        suggestions=tuple(
            Suggestion(
                label=label(asked.base, one.quote.id), ask=f"/verify words:{one.quote.words}"
            )
            for one in held[:MOST_SUGGESTIONS]
        ),
        edition=asked.asking.edition.fingerprint,
    )


def _answer(
    asked: Asked, claim: Claim, checked: Sequence[Checked], given: Speaker | None, nameless: str
) -> Answer:
    verdict = _worst(checked)
    missed = [one for one in checked if one.verdict is Verdict.NOT_FOUND]
    found = [one for one in checked if one not in missed]
    several = len(checked) > 1
    told_more = is_told_more(asked.base, claim)
    items = [item for one in found for item in one.items(_heading(one) if several else "")]
    notes = [*_on_reading(asked.base, claim, given, told_more=told_more)]
    if nameless:
        notes.append(f"'{shortened(nameless)}' names nobody: checked for whoever said it.")
    for one in found:
        heading = f"{_heading(one)}: " if several else ""
        written = written_so(asked.asking.edition, one.finding.asked)
        if written and not one.finding.exact:
            notes.append(heading + in_curators_words(asked.base, written))
        notes += [heading + note for note in one.notes()]
    suggestions: list[Suggestion] = []
    for one in missed:
        heading = f"Not found: {_heading(one)}. " if several else ""
        why, nearest = unfound(asked.asking.edition, one)
        notes += [heading + note for note in why]
        suggestions += nearest
    return Answer(
        command="verify",
        status=Status.NOT_FOUND if missed else Status.FOUND,
        verdict=verdict,
        title=title(asked.base, verdict, checked, is_part=claim.marked and (several or told_more)),
        items=tuple(items),
        notes=(*dict.fromkeys(notes), *(searched(asked.base) if missed else ())),
        suggestions=tuple(dict.fromkeys(suggestions))[:MOST_SUGGESTIONS],
        leads=_leads(asked.base, found),
        edition=asked.asking.edition.fingerprint,
    )


def _worst(checked: Sequence[Checked]) -> Verdict:
    return max((one.verdict for one in checked), key=_ORDER.index)


def _heading(one: Checked) -> str:
    return f"'{shortened(one.finding.asked.text)}'"


def _on_reading(
    base: FactBase, claim: Claim, given: Speaker | None, *, told_more: bool
) -> Iterator[str]:
    """Say how the text was understood, where that is not all of it by nobody."""
    named = claim.speakers or (claim.speaker,)
    if not given and (by := "; ".join(called(base, one) for one in named if one)):
        yield f"Understood as words of {by}."
    said_by = given or claim.speaker
    if said_by and said_by.alike:
        yield f"'{shortened(said_by.phrase)}' is taken for {called(base, said_by)}, called like it."
    if claim.speaker and given and set(claim.speaker.ids) != set(given.ids):
        other = called(base, claim.speaker)
        yield f"The text itself names {other}; checked for {called(base, given)}, as asked."
    if told_more:
        checked = "is what stands in quotation marks" if claim.marked else "are the words alone"
        outside = shortened(claim.outside.strip())
        yield f"Checked {checked}, and not what stands around: '{outside}'."
    if len(claim.passages) > 1:
        yield "Each quotation is checked by itself, and not what joins them."
    if claim.unchecked:
        short = ", ".join(f"'{shortened(words)}'" for words in claim.unchecked)
        yield f"Not checked, being too short to count: {short}."


def _leads(base: FactBase, found: Sequence[Checked]) -> tuple[Suggestion, ...]:
    speakers = dict.fromkeys(id_ for one in found for held in one.shown for id_ in held.quote.by)
    return tuple(
        Suggestion(label=base.name(id_), ask=f"/who name:{id_}")
        for id_ in list(speakers)[:MOST_SUGGESTIONS]
    )
