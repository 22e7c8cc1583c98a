"""What to say where there is nothing, or where it is not sure who is meant."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from bot.answers._plain.holding import with_word
from bot.answers._plain.instead import examples, instead
from bot.answers._plain.reading import Mention, Reading, Wanted
from bot.answers._plain.wording import KINDS, sources, understood
from bot.answers.model import Answer, Status, Suggestion
from bot.answers.resolving import MOST_SUGGESTIONS, shortened

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.answers.asking import Asking
    from bot.facts.base import FactBase

_NOT_NEVER: Final = "Not in this base is not the same as not true, or never said."
_SCOPE: Final = (
    "I answer from a small base of cited facts: who people are, what they said on what, and when"
    " things happened. These, for instance, work:"
)


def nothing(asking: Asking) -> Answer:
    """Return the answer to what is no question to this base."""
    return Answer(
        command="plain",
        status=Status.NOT_FOUND,
        title="Nothing on that here",
        notes=("Understood as: no question to this base.", _SCOPE),
        suggestions=examples(asking.edition),
        edition=asking.edition.fingerprint,
    )


def unnamed(asking: Asking, reading: Reading) -> Answer:
    """Return the answer where 'he' or 'she' stands for somebody who is not named."""
    title = f"Who is '{reading.pronoun}'?"
    return _miss(asking, reading, title, "Ask again with a name: each question stands alone.", "")


def unknown(asking: Asking, reading: Reading) -> Answer:
    """Return the answer where somebody is asked about whom the base does not know."""
    return _nobody(asking, reading, reading.unknown)


def _nobody(asking: Asking, reading: Reading, name: str) -> Answer:
    name = shortened(name)
    title = f"Nobody called '{name}' in this base"
    why = "A known name or post that is a part of it, or near it, is not the same person."
    return _miss(asking, reading, title, why, name, line=f"Understood as: a question on '{name}'")


def unexplained(asking: Asking, reading: Reading) -> Answer:
    """Return the answer where names are known, and nothing is held on all of it together."""
    edition = asking.edition
    strange = [word.mark for word in reading.words if not with_word(edition, word, reading.wanted)]
    phrase = " ".join(strange)
    name = _strange_name(reading, strange)
    if name:
        return _nobody(asking, reading, name)
    if strange:
        why = f"No record here holds '{shortened(phrase)}'."
    else:
        why = "The base holds something on each part, and nothing on all of them together."
    title = "Nothing on that here"
    if reading.mentions or reading.is_bare or reading.wanted in {Wanted.WHO, Wanted.SAID}:
        asked = shortened(_asked_for(edition.base, reading))
        title = f"{_none_of(reading)} {asked} in this base"
    return _miss(asking, reading, title, why, phrase)


def _none_of(reading: Reading) -> str:
    """Return 'Nothing on', or what kind of thing alone there is none of."""
    if reading.is_vague:
        return "No such figure for"
    kind = None if reading.words else KINDS.get(reading.wanted)
    return f"No {kind} for" if kind else "Nothing on"


def _strange_name(reading: Reading, strange: Collection[str]) -> str:
    """Return a name with a known part and a strange one, such as 'Andrei Lavrov', or nothing."""
    for before, token in itertools.pairwise(reading.tokens):
        known, other = (before, token) if before.senses else (token, before)
        if token.stop or before.is_own or other.mark not in strange:
            continue
        if any(sense.kind == "person" for sense in known.senses) and other.mark[:1].isupper():
            return f"{before.mark} {token.mark}"
    return ""


def _asked_for(base: FactBase, reading: Reading) -> str:
    labels = [mention.label(base) for mention in reading.mentions]
    words = [f"'{word.mark}'" for word in reading.words]
    dates = [reading.dates.range.in_words()] if reading.dates.range else []
    asked = " + ".join((*labels, *words, *dates)) or "that"
    return " ".join((asked, *sources(reading)))


def _miss(  # noqa: PLR0913  # all that one miss differs in from another
    asking: Asking, reading: Reading, title: str, why: str, phrase: str, *, line: str = ""
) -> Answer:
    base = asking.edition.base
    offers = dict.fromkeys(instead(asking, reading, phrase))
    return Answer(
        command=_command(reading),
        status=Status.NOT_FOUND,
        title=title,
        notes=(line or understood(base, reading), why, _NOT_NEVER),
        suggestions=tuple(offers)[:MOST_SUGGESTIONS],
        edition=asking.edition.fingerprint,
    )


def _command(reading: Reading) -> str:
    if not reading.mentions and not reading.unknown and reading.wanted is not Wanted.WHO:
        return "timeline" if reading.has_dates and not reading.words else "plain"
    return {
        Wanted.WHO: "who",
        Wanted.QUOTES: "quote",
        Wanted.EVENTS: "timeline",
    }.get(reading.wanted, "topic")


def choice(asking: Asking, reading: Reading, unsure: Mention) -> Answer:
    """Return the answer that asks which of several people is meant."""
    base = asking.edition.base
    mark = unsure.mark
    before, _, behind = reading.text.partition(mark)
    if before.casefold().split()[-1:] == ["the"]:
        before = before.rstrip()[: -len("the")]
    return Answer(
        command=_command(reading),
        status=Status.AMBIGUOUS,
        title=f"'{shortened(mark)}' could mean {len(unsure.people)} people",
        notes=(understood(base, reading), "Choose one of them."),
        suggestions=tuple(
            Suggestion(label=base.name(id_), ask=f"{before}{base.name(id_)}{behind}".strip())
            for id_ in unsure.people[:MOST_SUGGESTIONS]
        ),
        edition=asking.edition.fingerprint,
    )
