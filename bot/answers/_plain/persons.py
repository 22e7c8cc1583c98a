"""Names of people that stand beside other words: one person, or somebody whom nobody here is.

'President Putin' and 'Sergei Lavrov' are one person each; 'Vladimir Lavrov', 'the Ukrainian foreign
minister' and 'Andrei Lavrov' are nobody's names where the base does not say so.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answers._plain.cue_words import Cue
from bot.answers._plain.posts import called
from bot.search.forms import fold, skeleton
from bot.search.lexicon import Rank
from bot.search.offices import is_office
from bot.search.pairing import PATRONYMIC
from bot.search.stems import stem

if TYPE_CHECKING:
    from bot.answers._plain.tokens import Token
    from bot.edition import Edition
    from bot.facts.base import FactBase
    from bot.search.lexicon import Sense

_CYRILLIC: Final = re.compile(r"[а-яіїєґ]")
#: What a Russian adjective ends in, folded.
_ADJECTIVE: Final = re.compile(r"(?:[иыо]и|[ое]го|[ое]му|[иы]м|ая|яя|ую|юю)$")
_PLURAL: Final = "s"  # 'the two presidents' are several, none of them another
_SHORT: Final = 4  # letters of names in one syllable
_WHETHER: Final = "ли"
#: What Russian verbs end in of what a woman did, and family names of women.
_SHE: Final = "ла"
_HERS: Final = ("ова", "ева", "ина")
_WITH_FATHER: Final = 2  # a given name and a patronymic
_FULL: Final = frozenset({Rank.NAME, Rank.ALIAS})


def settled(edition: Edition, tokens: list[Token]) -> tuple[list[Token], str]:
    """Return the tokens with names of one person put together, and a name that is nobody's."""
    kept: list[Token] = []
    unknown = ""
    for token in tokens:
        _without_patronymic(kept, token)
        before = kept[-1] if kept and not token.stop else None
        together = _together(edition, before, token) if before else ()
        if before and together:
            kept[-1] = _joined(before, token, together)
            continue
        post = _led_to(kept) if before and _is_body(token) else None
        if post and _serving(edition, post.senses, token):
            del kept[kept.index(post) + 1 :]
            kept[-1] = _joined(post, token, _serving(edition, post.senses, token))
            continue
        if before and not unknown and _is_nobody(edition, kept, token):
            unknown = f"{(_led_to(kept) or before).mark} {token.mark}"
        kept.append(token)
    _without_patronymic(kept, None)
    return kept, unknown


def _together(edition: Edition, before: Token, token: Token) -> tuple[Sense, ...]:
    """Return whom two names, or a word and a name, are together; nobody if they do not fit."""
    if _is_person(before) and token.is_content and is_office(token.text):
        return before.senses if _fits(edition.base, token, before.senses) else ()
    if not _is_person(token):
        return ()
    if _is_person(before):
        return _both(before.senses, token.senses)
    if before.is_content and _fits(edition.base, before, token.senses):
        return token.senses
    if _is_body(before) and (before.is_own or _is_post(token)):
        return _serving(edition, token.senses, before)
    return ()


def _without_patronymic(kept: list[Token], token: Token | None) -> None:
    """Put a patronymic to the name before it, where a family name makes both one person's.

    Russian names are written 'Sergei Viktorovich Lavrov', and 'Lavrov Sergei Viktorovich' in lists.
    """
    if len(kept) < _WITH_FATHER or kept[-1].stop or not _is_person(kept[-2]):
        return
    given, father = kept[-2:]
    if not _is_patronymic(father):
        return
    is_inside = token and not token.stop and _both(given.senses, token.senses)
    if is_inside or " " in given.text:
        kept[-2:] = [_joined(given, father, given.senses)]


def _is_patronymic(token: Token) -> bool:
    return token.is_content and skeleton(stem(token.text)).endswith(PATRONYMIC)


def _is_nobody(edition: Edition, kept: list[Token], token: Token) -> bool:
    """Whether a token makes a name with those before it that is not that of anybody here."""
    before = kept[-1]
    if _is_post(token) and not token.text.endswith(_PLURAL) and _tells_apart(before):
        return True
    if _is_person(before) and _is_person(token):
        return _is_weak(before) or _is_weak(token)
    if before.initial and _is_person(token):
        return True
    if _is_post(token) and _is_body(before):
        return not _serving(edition, token.senses, before)
    return _is_body(token) and _led_to(kept) is not None


def _tells_apart(before: Token) -> bool:
    """Whether a word before a post makes it another's: 'the next president', 'бывший министр'.

    Neither the base nor grammar knows it there. Russian puts nouns before a post that do not tell
    whose it is ('встреча министров').
    """
    is_noun = bool(_CYRILLIC.match(before.text)) and not _ADJECTIVE.search(before.text)
    return before.shows(Cue.RECENT) or (before.is_content and not is_noun)


def _led_to(kept: list[Token]) -> Token | None:
    """Return the post that a body stands behind: 'president of the …', 'президент …'."""
    for token in reversed(kept):
        if _is_post(token):
            return token
        if not token.shows(Cue.BY | Cue.ARTICLE) or token.stop:
            return None
    return None


def woman(base: FactBase, tokens: list[Token]) -> str:
    """Return a woman's family name beside a verb that says so, that is a man's here: 'сказала'.

    'Лаврова' is how his name is inflected, and hers as it stands.
    """
    for before, token in itertools.pairwise(tokens):
        if not (before.text.endswith(_SHE) or token.text.endswith(_SHE)):
            continue
        verb, name = (token, before) if _is_person(before) else (before, token)
        is_hers = verb.shows(Cue.SAY) and verb.text.endswith(_SHE) and name.text.endswith(_HERS)
        if is_hers and _is_person(name) and not token.stop and not _is_given(base, name):
            return name.mark
    return ""


def _is_given(base: FactBase, name: Token) -> bool:
    """Whether a name stands in the base as it is written, and not only by its stem."""
    people = [base.people[sense.id] for sense in name.senses]
    words = {
        word for one in people for other in (one.name, *one.names) for word in fold(other).split()
    }
    return set(name.text.split()) <= words


def stranger(tokens: list[Token]) -> str:
    """Return a name in the place of whoever speaks that is only a word here: 'what did May say'."""
    if all(one.mark[:1].isupper() for one in tokens):
        return ""
    for at, token in enumerate(tokens):
        if at and token.shows(Cue.SAY):
            first = at
            while first > 1 and _may_be_name(tokens[first - 1]):
                first -= 1
            if first < at:
                return " ".join(one.mark for one in tokens[first:at])
    return ""


def namesake(tokens: list[Token]) -> str:
    """Return a name with a word of grammar for its other half: 'Wang He', 'Washington Post'.

    Such a word is grammar where a verb of saying follows ('Ван ли сказал'), and a name where what
    follows a name does: 'on', or nothing.
    """
    for at, (before, token) in enumerate(itertools.pairwise(tokens), 1):
        is_short = max(len(before.text), len(token.text)) <= _SHORT and not before.is_own
        is_half = _is_person(before) and is_short and token.cue is not None
        is_half |= _is_body(before) and token.shows(Cue.POST) and not token.shows(Cue.VOICE)
        if not is_half or token.stop:
            continue
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        written = token.mark[:1].isupper() or token.text == _WHETHER
        if written and (behind is None or behind.stop or behind.shows(Cue.ABOUT)):
            return f"{before.mark} {token.mark}"
    return ""


def _may_be_name(token: Token) -> bool:
    """Whether a word that is no name here is written as one, in a sentence that is not all so."""
    written = token.mark[:1].isupper() and token.mark[1:].islower() and not token.stop
    return written and not token.senses and not token.dated


def _is_person(token: Token) -> bool:
    return bool(token.senses) and all(sense.kind == "person" for sense in token.senses)


def _is_body(token: Token) -> bool:
    return any(sense.kind == "organisation" for sense in token.senses)


def _is_post(token: Token) -> bool:
    return _is_person(token) and all(sense.rank is Rank.POST for sense in token.senses)


def _is_weak(token: Token) -> bool:
    """Whether it is no more than a part of a name, or a post."""
    return all(sense.rank not in _FULL for sense in token.senses)


def _both(some: tuple[Sense, ...], others: tuple[Sense, ...]) -> tuple[Sense, ...]:
    ids = {sense.id for sense in others}
    return tuple(sense for sense in some if sense.id in ids)


def _joined(before: Token, token: Token, senses: tuple[Sense, ...]) -> Token:
    return replace(
        token,
        text=f"{before.text} {token.text}",
        mark=f"{before.mark} {token.mark}",
        stop=before.stop,
        senses=senses,
        cue=None,
    )


def _fits(base: FactBase, word: Token, senses: tuple[Sense, ...]) -> bool:
    """Whether a word before a name is out of a post of that person, or the name's initial."""
    if len(word.text) == 1:
        return all(base.people[sense.id].name.casefold().startswith(word.text) for sense in senses)
    word_stem = stem(word.text)
    return any(
        word_stem in name.stems
        for sense in senses
        for post in base.people[sense.id].posts
        for name in called(post.post)
    )


def _serving(edition: Edition, people: tuple[Sense, ...], body: Token) -> tuple[Sense, ...]:
    """Return those of some people who speak for a body."""
    theirs = {id_ for sense in body.senses for id_ in edition.voices.get(sense.id, ())}
    return tuple(sense for sense in people if sense.id in theirs)
