"""What a question in plain words names, in which role, and what it asks for."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from bot.answers._negation import listed
from bot.answers._plain.asides import without_asides
from bot.answers._plain.cue_words import Cue
from bot.answers._plain.labelling import correct, is_known, tokens_of
from bot.answers._plain.persons import namesake, settled, stranger, woman
from bot.answers._plain.posts import with_posts
from bot.answers._plain.roles import Role, is_where, roles_of
from bot.answers._plain.tokens import LONGEST
from bot.answers._plain.works import with_works
from bot.answers.asked_dates import Dates, find_dates
from bot.search.lexicon import PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers._plain.tokens import Token
    from bot.answers.asking import Asking
    from bot.facts.base import FactBase
    from bot.search.lexicon import Sense

_BARE: Final = 2
_SAID: Final = Cue.SAY | Cue.VOICE
_YOU: Final = listed("you u your ur ты вы тебе твое твоя ваше ваша вам 你 您 你的 您的")
_WE: Final = listed("i im we я мы")
_SPEAK: Final = listed("speak speaking")
_TELLS: Final = _SAID | Cue.EVENT
_OF_ONESELF: Final = {Role.BY, Role.ABOUT}
_ASKS: Final = Cue.EVENT | Cue.AMOUNT | Cue.VOICE


class Wanted(StrEnum):
    """What kind of answer is asked for."""

    ANY = "any"
    WHO = "who"
    SAID = "said"
    QUOTES = "quotes"
    EVENTS = "events"
    FIGURES = "figures"


@dataclass(frozen=True)
class Mention:
    """Something that a question names: what it may stand for, and in which role.

    ``is_where`` if it is the place where somebody is, does or says something, and nothing else.
    """

    senses: tuple[Sense, ...]
    mark: str
    role: Role
    is_where: bool = False

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of the people whom it may stand for."""
        return tuple(sense.id for sense in self.senses if sense.kind == "person")

    @property
    def is_unsure(self) -> bool:
        """Whether it may stand for one person or another."""
        return len(self.people) > 1

    def ids(self, *kinds: str) -> tuple[str, ...]:
        """Return the ids of these kinds that it stands for; of all kinds if none are given."""
        return tuple(sense.id for sense in self.senses if not kinds or sense.kind in kinds)

    def repeats(self, other: Mention) -> bool:
        """Whether it names the same again; somebody may speak of themselves."""
        return self.ids() == other.ids() and {self.role, other.role} != _OF_ONESELF

    def label(self, base: FactBase) -> str:
        """Return what it is called in the base."""
        if self.is_unsure:
            return f"'{self.mark}'"
        bodies = {base.name(id_) for id_ in self.ids("organisation")}
        if len(bodies) > 1 and not self.people:
            return self.mark
        for sense in self.senses:
            if sense.kind != PLACE:
                return base.name(sense.id)
        return self.mark.removesuffix("'s").removesuffix("’s")


@dataclass(frozen=True)
class Reading:
    """A question as it is understood.

    ``words`` are what it asks for beside names and dates; ``unknown`` is a phrase that would be a
    person's name, and is nobody's here; ``pronoun`` stands for somebody who is not named.
    """

    text: str
    mentions: tuple[Mention, ...]
    words: tuple[Token, ...]
    dates: Dates
    cues: Cue
    tokens: tuple[Token, ...] = ()
    unknown: str = ""
    pronoun: str = ""
    is_small: bool = False  # no more than a word or two beside grammar, and those not asked about

    def shows(self, cue: Cue) -> bool:
        """Whether any of its grammar shows this."""
        # as numbers: an enumeration builds a member of each result
        return int.__and__(self.cues, cue) != 0

    @property
    def has_dates(self) -> bool:
        """Whether it names a date."""
        return bool(self.dates.spans)

    @cached_property
    def wanted(self) -> Wanted:
        """What is asked for, the most telling cue first."""
        is_post = self._asks_post
        by_somebody = any(mention.role is Role.BY for mention in self.mentions)
        only_dates = self.has_dates and not self.mentions and not self.words
        for wanted, is_asked in (
            (Wanted.QUOTES, self.shows(Cue.QUOTE)),
            (Wanted.FIGURES, self.shows(Cue.AMOUNT)),
            (Wanted.SAID, self.shows(_SAID) and not is_post),
            (Wanted.WHO, is_post and self.shows(Cue.WHO | Cue.WHERE) and not self.shows(Cue.WHEN)),
            (Wanted.EVENTS, self.shows(Cue.EVENT) or only_dates),
            (Wanted.SAID, by_somebody and not is_post),
            (Wanted.WHO, self.shows(Cue.WHO | Cue.POST)),
        ):
            if is_asked:
                return wanted
        return Wanted.ANY

    @property
    def is_bare(self) -> bool:
        """Whether it is no more than a word or two, none of them grammar, such as a name."""
        return len(self.tokens) <= _BARE and all(token.cue is None for token in self.tokens)

    @property
    def asks_us(self) -> bool:
        """Whether it asks for a view of the one who answers: 'what do you think'."""
        return any(
            before.text in _YOU and token.shows(_SAID)
            for before, token in itertools.pairwise(self.tokens)
        )

    @property
    def is_on_us(self) -> bool:
        """Whether it is on what whoever answers or asks does: 'do you support', 'I will visit'."""
        if not self.shows(Cue.SELF):
            return False
        spoken = [token for token in self.tokens if not token.shows(Cue.AUX)]
        return any(
            (before.text in _YOU and (token.is_content or _is_language(token, behind)))
            or (before.text in _WE and token.is_content)
            for before, token, behind in zip(spoken, spoken[1:], [*spoken[2:], None], strict=False)
        )

    @property
    def is_by_somebody(self) -> bool:
        """Whether it asks for what is said, and not also for what happened."""
        return bool(self.shows(Cue.SAY)) or any(one.role is Role.BY for one in self.mentions)

    @property
    def is_vague(self) -> bool:
        """Whether it asks how much of somebody: 'how big is China'."""
        kinds = {sense.kind for mention in self.mentions for sense in mention.senses}
        asks = any(token.shows(Cue.AMOUNT) and token.shows(Cue.OPEN) for token in self.tokens)
        return asks and "topic" not in kinds and not self.words and not self.shows(_TELLS)

    @property
    def _asks_post(self) -> bool:
        """Whether 'position' is an office here, and not a view."""
        is_of_person = self.shows(Cue.WHO) or any(mention.people for mention in self.mentions)
        return bool(self.shows(Cue.POST) and is_of_person and not self.shows(Cue.SAY | Cue.ABOUT))


def read(asking: Asking, text: str) -> Reading:
    """Read a question."""
    edition = asking.edition
    dates = find_dates(text[:LONGEST], asking.today, partial(is_known, edition))
    tokens = correct(edition, tokens_of(edition, text, dates.spans))
    tokens = without_asides(tokens)
    tokens = with_works(edition.base, tokens)
    tokens, unknown = settled(edition, with_posts(edition, tokens))
    return _reading(text, tokens, dates, unknown or _nobody(edition.base, tokens))


def _nobody(base: FactBase, tokens: list[Token]) -> str:
    """Return a name in the question that is nobody's here, or nothing."""
    return namesake(tokens) or woman(base, tokens) or stranger(tokens)


def _reading(text: str, tokens: Sequence[Token], dates: Dates, unknown: str) -> Reading:
    shown = 0
    for token in tokens:
        shown = int.__or__(shown, token.cue or 0)
    roles = roles_of(tokens)
    mentions: list[Mention] = []
    for at, role in roles.items():
        where = role is Role.AT and is_where(tokens, at)
        mention = Mention(tokens[at].senses, tokens[at].mark, role, where)
        if not any(mention.repeats(other) for other in mentions):
            mentions.append(mention)
    content = tuple(token for token in tokens if token.is_content)
    pronouns = [token.mark for token in tokens if token.shows(Cue.PERSON)]
    named = unknown or any(mention.people for mention in mentions)
    return Reading(
        text=text,
        mentions=tuple(mentions),
        words=content,
        dates=dates,
        cues=Cue(shown),
        tokens=tuple(tokens),
        unknown=unknown,
        pronoun="" if named or content or not pronouns else pronouns[0],
        is_small=_is_small(tokens, content),
    )


def _is_language(verb: Token, behind: Token | None) -> bool:
    """Whether a name right behind a verb is the language that is spoken: 'speak Chinese'."""
    return verb.text in _SPEAK and behind is not None and bool(behind.senses)


def _is_small(tokens: Sequence[Token], content: Sequence[Token]) -> bool:
    """Whether the words are too few to be a question, standing neither alone nor behind 'about'."""
    if content and all(token.text.isdigit() for token in content):
        return True
    if len(content) != 1:
        return False
    at = next(n for n, token in enumerate(tokens) if token is content[0])
    if len(tokens) == 1 or any(token.shows(_ASKS) for token in tokens):
        return False
    return not any(token.shows(Cue.ABOUT | Cue.SAY) for token in tokens[:at])
