"""Plain words: a question typed as one would ask a colleague becomes one of the commands.

A question is read by rules (``_plain``), never by a model: what it names, in which role, the dates,
and what kind of answer it asks for. It is answered with what the base holds on all of that
together, or not at all; the first note says how it was understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers import about, source, timeline, topic, who
from bot.answers._plain import missing
from bot.answers._plain.asides import greets, wishes
from bot.answers._plain.asking_for import authored, claimed, sayer, verified
from bot.answers._plain.composing import composed
from bot.answers._plain.cue_words import Cue
from bot.answers._plain.holding import find, with_word
from bot.answers._plain.reading import Reading, Wanted, read
from bot.answers._plain.stances import is_stance
from bot.answers._plain.wording import noted, understood
from bot.answers.model import Answer, Status, Suggestion
from bot.facts.records import Organisation, Person

if TYPE_CHECKING:
    from bot.answers.asking import Asking
    from bot.facts.base import FactBase

_FROM: Final = Cue.OFFICIAL | Cue.REPORTED | Cue.OPINION
_ALONE: Final = frozenset({Wanted.ANY, Wanted.WHO, Wanted.SAID})


def answer(asking: Asking, text: str) -> Answer:
    """Answer plain words."""
    reading = read(asking, text)
    if reading.dates.ambiguous:
        return _which_date(asking, reading)
    if reading.dates.unreadable:
        return asking.invalid("plain", "That date cannot be read", str(reading.dates.unreadable))
    whole = verified(asking, reading) or sayer(asking, reading) or authored(asking, reading)
    return whole or claimed(asking, reading, _by_names(asking, reading))


def _by_names(asking: Asking, reading: Reading) -> Answer:
    if reading.unknown:
        return missing.unknown(asking, reading)
    chats = greets(reading.tokens) or wishes(reading.tokens)
    if chats or reading.is_on_us or not (reading.mentions or reading.words):
        return _without_names(asking, reading)
    asked = (word for word in reading.words if not is_stance(word))
    held = all(with_word(asking.edition, word, reading.wanted) for word in asked)
    if not held or reading.is_vague:
        return missing.unexplained(asking, reading)
    if reading.pronoun and reading.mentions:
        return missing.unnamed(asking, reading)
    unsure = next((mention for mention in reading.mentions if mention.is_unsure), None)
    if unsure:
        return missing.choice(asking, reading, unsure)
    return _simple(asking, reading) or _together(asking, reading)


def _without_names(asking: Asking, reading: Reading) -> Answer:
    if reading.mentions:
        return missing.nothing(asking)
    if reading.has_dates and (reading.shows(Cue.EVENT) or not reading.shows(Cue.SELF)):
        return _events(asking, reading) or _together(asking, reading)
    if reading.shows(Cue.SOURCE | _FROM):
        return noted(source.answer(asking), "Understood as: where all of this comes from")
    if reading.shows(Cue.HELP):
        return noted(about.answer(asking), "Understood as: what this is, and how to ask")
    if reading.shows(Cue.QUOTE | Cue.EVENT) and not reading.shows(Cue.OPEN):
        return _together(asking, reading)
    return missing.nothing(asking)


def _simple(asking: Asking, reading: Reading) -> Answer | None:
    """Answer a question on one thing alone by the command that is made for it."""
    if len(reading.mentions) != 1 or reading.words or reading.shows(_FROM):
        return None
    mention, wanted = reading.mentions[0], reading.wanted
    base = asking.edition.base
    if wanted is Wanted.EVENTS:
        return _events(asking, reading)
    is_dated = reading.has_dates and not _asks_post_then(base, reading)
    if is_dated or wanted not in _ALONE or (mention.people and wanted is Wanted.SAID):
        return None
    line = understood(base, reading)
    parties = mention.ids("person", "organisation")
    if mention.ids("topic") and (wanted is not Wanted.WHO or not parties):
        return noted(topic.answer(asking, mention.label(base)), line, reading)
    party = base.records[parties[0]] if parties else None
    if isinstance(party, Person | Organisation) and wanted is not Wanted.SAID:
        return noted(who.profile(asking, party), line)
    return None


def _asks_post_then(base: FactBase, reading: Reading) -> bool:
    """Whether it asks for the post that somebody had at a time for which one is held."""
    when = reading.dates.range
    if when is None or not reading.shows(Cue.POST) or reading.wanted is not Wanted.WHO:
        return False
    posts = [post for id_ in reading.mentions[0].people for post in base.people[id_].posts]
    return any(post.when is not None and post.when.overlaps(when) for post in posts)


def _events(asking: Asking, reading: Reading) -> Answer | None:
    """Answer with the timeline of one thing or of all, if there are events; else say it better."""
    when = reading.dates.range
    if reading.words or (when is None) != (not reading.has_dates):
        return None
    first, _, last = when.text.partition("/") if when else ("", "", "")
    base = asking.edition.base
    answered = timeline.answer(
        asking,
        about=reading.mentions[0].label(base) if reading.mentions else "",
        since="" if first == ".." else first,
        until="" if last == ".." else last or first,
    )
    found = answered.status is Status.FOUND
    return noted(answered, understood(base, reading)) if found else None


def _together(asking: Asking, reading: Reading) -> Answer:
    if not reading.mentions and reading.is_small:
        return missing.unexplained(asking, reading)
    found = find(asking.edition, reading)
    if found.records:
        return composed(asking, reading, found)
    return missing.unexplained(asking, reading)


def _which_date(asking: Asking, reading: Reading) -> Answer:
    ambiguous = reading.dates.ambiguous
    readings = ambiguous.readings if ambiguous else ()
    words = ambiguous.words if ambiguous else ""
    return Answer(
        command="timeline" if reading.wanted is Wanted.EVENTS else "topic",
        status=Status.AMBIGUOUS,
        title=f"'{words}' can be read as two dates",
        notes=(understood(asking.edition.base, reading), "Choose one of them."),
        suggestions=tuple(
            Suggestion(label=one.in_words(), ask=reading.dates.instead(one)) for one in readings
        ),
        edition=asking.edition.fingerprint,
    )
