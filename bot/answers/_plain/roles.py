"""In which role a question names something: as who speaks, what is spoken of, or where."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from bot.answers._plain.cue_words import Cue
from bot.search.forms import has_cjk
from bot.search.lexicon import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers._plain.tokens import Token

_SPEAKERS: Final = frozenset({"person", "organisation"})
_WHERE: Final = frozenset({PLACE, "organisation"})
_SAID: Final = Cue.SAY | Cue.VOICE


class Role(StrEnum):
    """What something that is named has to do with what is asked."""

    BY = "by"
    ABOUT = "about"
    AT = "at"
    WITH = "with"


def roles_of(tokens: Sequence[Token]) -> dict[int, Role]:
    """Return the role of each name, by its place among the tokens."""
    spoken = any(token.shows(_SAID) for token in tokens)
    roles = {
        at: _role(tokens, at, spoken=spoken) for at, token in enumerate(tokens) if token.senses
    }
    if spoken and Role.BY not in roles.values():
        speaker = _speaker(tokens, roles)
        for at in _joined_to(tokens, speaker) if speaker is not None else ():
            roles[at] = Role.BY
    return roles


def is_where(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person is, does or says something at a place: 'Wang Yi in Japan'.

    In 'the far right in Japan' and '在日本问题上' it belongs to what it stands beside; 'they say in
    Beijing' is on a government.
    """
    first = at - 1
    while first > 0 and tokens[first].shows(Cue.ARTICLE):
        first -= 1
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if first < 1 or not tokens[first].shows(Cue.IN) or tokens[first].stop:
        return False
    if behind and not behind.stop and (behind.is_content or _stands_behind(behind)):
        return False
    before = tokens[first - 1]
    if before.shows(Cue.SAY | Cue.AUX):
        return any(map(_is_person, tokens))
    return _is_person(before)


def _is_person(token: Token) -> bool:
    return any(sense.kind == "person" for sense in token.senses)


def _stands_behind(token: Token) -> bool:
    """Whether it is a Chinese word that makes a place before it a subject: '日本问题上'."""
    return has_cjk(token.text) and (token.cue is Cue.PLAIN or token.shows(Cue.IN))


def _joined_to(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Yield the place of a name, and of those that 'and' joins to it."""
    yield at
    while at + 2 < len(tokens) and tokens[at + 1].shows(Cue.AND) and tokens[at + 2].senses:
        at += 2
        yield at


def _speaker(tokens: Sequence[Token], roles: dict[int, Role]) -> int | None:
    """Return who speaks where no word says so: a person, or a body that is named first."""
    beside = [at for at, role in roles.items() if role is Role.WITH]
    for at in beside:
        if any(sense.kind == "person" for sense in tokens[at].senses):
            return at
    first = min(roles, default=None)
    return first if first in beside and len(roles) > 1 else None


def _role(tokens: Sequence[Token], at: int, *, spoken: bool) -> Role:
    before = _before(tokens, at)
    kinds = {sense.kind for sense in tokens[at].senses}
    if before and before.shows(Cue.ABOUT):
        begins = tokens[at].stop and kinds & _SPEAKERS and _leads_on(tokens, at)
        return Role.BY if begins else Role.ABOUT
    if before and before.shows(Cue.IN) and not (before.shows(Cue.BY) and spoken):
        return Role.AT if kinds & _WHERE else Role.ABOUT
    if not kinds & _SPEAKERS or (before and before.shows(Cue.BY) and _is_of_another(tokens, at)):
        return Role.ABOUT
    return Role.BY if _speaks(tokens, at, before, spoken=spoken) else Role.WITH


def _speaks(tokens: Sequence[Token], at: int, before: Token | None, *, spoken: bool) -> bool:
    """Whether the words around a name say that it is the one who speaks."""
    if before and before.shows(Cue.BY):
        return spoken
    if before and (before.shows(Cue.VOICE) or (spoken and before.shows(Cue.AUX))):
        return True
    behind = _behind(tokens, at)
    return behind is not None and behind.shows(_SAID | Cue.ABOUT)


def _before(tokens: Sequence[Token], at: int) -> Token | None:
    """Return what stands before a name and those that it is joined to."""
    while at > 0 and tokens[at].stop < 2:  # noqa: PLR2004  # as much as a full stop
        at -= 1
        token = tokens[at]
        if not token.shows(Cue.ARTICLE | Cue.AND) and not (token.senses and _joins(tokens, at)):
            return token
    return None


def _leads_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether 'on' or 'said' stands right behind a name: 'Lavrov on Taiwan, Shoigu on Japan'."""
    return at + 1 < len(tokens) and tokens[at + 1].shows(_SAID | Cue.ABOUT)


def _behind(tokens: Sequence[Token], at: int) -> Token | None:
    for token in tokens[at + 1 :]:
        if not token.shows(Cue.AND) and not token.senses and token.cue is not Cue.PLAIN:
            return token
    return None


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is joined to the next by 'and' or a comma."""
    behind = tokens[at + 1]
    return behind.shows(Cue.AND) or behind.stop == 1


def _is_of_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody was named as having the view that is 'of' this: 'Wang's view of Japan'."""
    return any(token.senses and token.is_own for token in tokens[:at])
