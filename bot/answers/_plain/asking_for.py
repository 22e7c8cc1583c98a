"""Questions that another command answers as a whole: was it said, who said it, who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers import quote, source, verify
from bot.answers._drafting import is_pasted
from bot.answers._marks import quotations
from bot.answers._plain.cue_words import Cue
from bot.answers._plain.roles import Role
from bot.answers._plain.wording import noted
from bot.answers._plain.works import WORKS
from bot.answers.model import Status
from bot.search.forms import fold
from bot.search.spelled import spelled
from bot.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers._plain.reading import Reading
    from bot.answers._plain.tokens import Token
    from bot.answers.asking import Asking
    from bot.answers.model import Answer

_WAS_SAID: Final = "Understood as: was this said?"
_LEAST_QUOTED: Final = 3  # fewer words in quotation marks may be stressed, not quoted
_LEAST_RUN: Final = 4  # so many in a row stand in a question by no chance


def verified(asking: Asking, reading: Reading) -> Answer | None:
    """Check words, if the question is whether they were said, or is words of a quote."""
    if _is_to_verify(asking, reading):
        return noted(verify.answer(asking, reading.text), _WAS_SAID)
    return None


def _is_to_verify(asking: Asking, reading: Reading) -> bool:
    text, shows = reading.text, reading.shows
    quoted = [one for one in quotations(text) if not _is_name(asking, one.words)]
    if quoted and shows(Cue.WHO) and not reading.mentions:
        return False
    if quoted and shows(Cue.SAY | Cue.TRUTH | Cue.QUOTE):
        return True
    if reading.mentions and any(spelled(one.words).size() >= _LEAST_QUOTED for one in quoted):
        return True
    if shows(Cue.TRUTH) and shows(Cue.SAY) and not _is_on_subject(reading):
        return True
    return is_pasted(asking.edition, text, told=not shows(Cue.WHO))


def _is_name(asking: Asking, words: str) -> bool:
    """Whether quotation marks stand around no more than a name, to stress it."""
    folded = fold(words).split()
    hit = asking.edition.lexicon.at(folded, [stem(word) for word in folded], 0) if folded else None
    return hit is not None and hit.words == len(folded)


def claimed(asking: Asking, reading: Reading, answered: Answer) -> Answer:
    """Return an answer; or where there is none, whether somebody said what is called true."""
    is_claim = reading.shows(Cue.TRUTH) and reading.words
    if (
        answered.status is Status.NOT_FOUND
        and is_claim
        and any(one.people for one in reading.mentions)
    ):
        return noted(verify.answer(asking, reading.text), _WAS_SAID)
    return answered


def _is_on_subject(reading: Reading) -> bool:
    """Whether it asks if somebody spoke of something, without a claim of what they said."""
    return not reading.words and any(one.role is Role.ABOUT for one in reading.mentions)


def sayer(asking: Asking, reading: Reading) -> Answer | None:
    """Say whose words they are, if the question is who said them."""
    if not reading.shows(Cue.WHO) or (reading.mentions and not reading.words):
        return None
    for words in _worded(asking, reading.text):
        answered = quote.answer(asking, words=words)
        if answered.status is Status.FOUND:
            return noted(answered, f"Understood as: who said '{words}'")
    return None


def _names_no_work(reading: Reading) -> bool:
    """Whether it says no more than 'the article'."""
    return all(word.text in WORKS for word in reading.words)


def _written(tokens: Sequence[Token]) -> str:
    """Return what stands behind the verb of writing, or all that is no grammar if nothing does."""
    at = max(n for n, token in enumerate(tokens) if token.shows(Cue.WRITE))
    behind = [one.text for one in tokens[at + 1 :] if not one.shows(Cue.ARTICLE | Cue.BY)]
    return " ".join(behind or [one.text for one in tokens if one.cue is None])


def _worded(asking: Asking, text: str) -> Iterator[str]:
    """Yield the wordings in a question: in quotation marks, or words that stand so in a quote."""
    quoted = quotations(text)
    if quoted:
        yield max((one.words for one in quoted), key=len)
        return
    words = spelled(text)
    runs = asking.edition.quoted.runs(words.words, _LEAST_RUN)
    for run in sorted(runs, key=lambda run: run.first - run.last)[:1]:
        yield words.slice(run.first, run.last)


def authored(asking: Asking, reading: Reading) -> Answer | None:
    """Name the source, if the question is who wrote one."""
    if not reading.shows(Cue.WRITE) or any(mention.people for mention in reading.mentions):
        return None
    if not reading.shows(Cue.WHO) and reading.shows(Cue.ABOUT):
        return None
    base = asking.edition.base
    names = {fold(mention.label(base)) for mention in reading.mentions}
    published = [one for one in base.sources.values() if fold(one.publisher or "") in names]
    phrase = _written(reading.tokens) if len(published) != 1 else ""
    found = asking.edition.index.find(phrase, ("source",)) if phrase else None
    if len(published) == 1:
        chosen = published[0].id
    elif found and found.best:
        chosen = found.best.id
    elif reading.mentions or not reading.shows(Cue.WHO) or not _names_no_work(reading):
        return None
    else:
        return noted(source.answer(asking), "Understood as: who wrote the sources")
    line = f"Understood as: who wrote '{base.name(chosen)}'"
    return noted(source.answer(asking, chosen), line)
