"""Who is meant by a phrase that names a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.answers._negation import listed, negations
from bot.search.disguise import unmasked
from bot.search.forms import fold, has_cjk, skeleton
from bot.search.found import How
from bot.search.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.edition import Edition
    from bot.search.found import Match
    from bot.search.spelled import Spelled

PARTIES: Final = ("person", "organisation")
_BY_NAME: Final = (How.EXACT, How.ALIAS)
_MOST_WORDS: Final = 10
_LONGEST_NAME: Final = 5
#: Where a phrase goes on to where and when something was said.
_BEHIND: Final = re.compile(
    r"(?<=\S)\s+(?:(?:on|in|at|to|during|after|before|when|while|last|earlier|в|во|на|после|перед)\s.*"
    r"|(?:yesterday|today|накануне|вчера|сегодня)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_PREPOSITIONS: Final = listed("in at from on by в на из")
_TITLES: Final = listed(
    "mr mrs ms dr prof sir president minister premier chancellor secretary ambassador spokesperson"
    " spokesman spokeswoman chairman general г господин президент министр премьер секретарь"
    " представитель"
)
#: What stands before a colon and names the words, not a speaker.
_LABELS: Final = listed(
    "quote quotes quotation statement claim question fact check verify breaking update news source"
    " note re fwd цитата вопрос 引用"
)
#: Words that stand for somebody without naming anybody ...
_SOMEBODY: Final = listed(
    "he she they we i you who someone somebody он она они мы я кто 他 她 他们 我们 我 谁"
)
#: ... and others that are in no name.
_NOBODY: Final = _SOMEBODY | listed(
    "it one people him her them his their this that there and but or"
)
_LINKS: Final = listed("what as что ли а и но как")
_ARTICLES: Final = listed("the a an")
#: What parts a name from what is told of its bearer: 'Lavrov, Russian Foreign Minister'.
_APART: Final = re.compile(r"\s*[,(（，;:—–]")
#: What makes of a name behind it somebody else: 'a friend of', 'spokesman for', 'unlike'.
_OF: Final = listed("of for to from with against unlike than behind about к от у для против")
#: What stands beside a name in small letters and is no part of it.
_BESIDE: Final = listed(
    "also then later once again himself herself has had was is now today yesterday recently"
    " reportedly allegedly really ever и также потом уже вчера сегодня недавно якобы"
)
#: Words beside a name that tell nothing more of what was said.
BY_THE_WAY: Final = _NOBODY | _ARTICLES | _BESIDE | _TITLES | _LINKS
TITLE_CHINESE: Final = (
    "(?:国家|國家|现任|現任|前|外交部|外交|外|部长|部長|长|長|主席|总书记|總書記|总统|總統|总理|總理|首相|国务委员"
    "|國務委員|大使|发言人|發言人|先生|女士|同志|秘书|秘書|书记|書記|主任|委员|委員|教授|博士|议长|議長)"
)
_TITLES_CHINESE: Final = re.compile(f"{TITLE_CHINESE}*")
_AND: Final = re.compile(r"\s+(?:and|и|together with|along with|вместе с)\s+|\s*&\s*|[和与與及、]")
_AND_OR_COMMA: Final = re.compile(rf"\s*,\s*(?:and\s+|и\s+)?|{_AND.pattern}")
_OR: Final = re.compile(r"\s+(?:or|или|либо)\s+|\s*/\s*|或者?|还是|還是")
_SIZE_OF_NAME: Final = 4
_SIZE_OF_POST: Final = 6
_LEAST_LIKE: Final = 0.65
_MOST_TOGETHER: Final = 4
_LONGEST_IN_LIST: Final = 8


@dataclass(frozen=True)
class Speaker:
    """Who a ``phrase`` names: one of ``ids`` in the base, several, or none that it knows.

    Of several it is one, and open which, unless they spoke ``together``, or ``either`` may have.
    ``alike`` says that nobody bears this very name, and somebody one that is like it.
    """

    phrase: str
    ids: tuple[str, ...] = ()
    together: bool = False
    alike: bool = False
    either: bool = False

    @property
    def known(self) -> bool:
        """Whether the base knows anybody of that name."""
        return bool(self.ids)

    def said(self, by: Collection[str]) -> bool:
        """Whether words by these are the speaker's."""
        own = (id_ in by for id_ in self.ids)
        return self.known and (all(own) if self.together else any(own))


def speaker_in(edition: Edition, phrase: str) -> Speaker:
    """Return who a phrase names: by names, by a post, or by a name that is like one."""
    phrase = unmasked(phrase)
    named = named_in(edition, phrase)
    if named.known or names_nobody(phrase):
        return named
    phrase = _tidied(phrase)
    for part in dict.fromkeys((phrase, named.phrase)):
        if spelled(part).size() > _MOST_WORDS:
            continue
        found = edition.index.find(part, PARTIES)
        if found.close and _is_like(edition, part, found.matches[0]):
            ids = tuple(match.id for match in found.rivals)
            return Speaker(part, ids, alike=found.matches[0].how not in _BY_NAME)
    return named


def _is_like(edition: Edition, phrase: str, match: Match) -> bool:
    """Whether a phrase may be another spelling of a name: 'Wang Li' is none of 'Wang Yi'.

    In Chinese, one more sign makes another name.
    """
    name = match.field
    if match.how in _BY_NAME:
        return True
    if has_cjk(phrase):
        of_two_scripts = any(character.isascii() and character.isalpha() for character in phrase)
        as_long = not has_cjk(name) or len(spelled(phrase)) == len(spelled(name))
        return as_long and not of_two_scripts
    person = edition.base.people.get(match.id)
    if person is None:
        return True
    posts = {word for post in person.posts for word in fold(post.post).split()}
    latin = fold(phrase).isascii()
    theirs = {
        word
        for called in (person.name, *person.names, name)
        for word in fold(called).split()
        if word.isascii() is latin
    }
    sounds = set(map(skeleton, theirs))
    return not theirs or all(
        word in posts | _TITLES
        or skeleton(word) in sounds
        or max(OSA.normalized_similarity(word, their) for their in theirs) >= _LEAST_LIKE
        for word in fold(phrase).split()
        if match.how is How.FUZZY or word not in fold(name).split()
    )


def named_in(edition: Edition, phrase: str) -> Speaker:
    """Return who a phrase names by names that the base has, spelt as it has them."""
    phrase = _tidied(phrase)
    short = _BEHIND.sub("", phrase)
    for part in dict.fromkeys((phrase, short)):
        person = bearer(edition, part)
        if person:
            return Speaker(part, (person,))
    together = _together(edition, short)
    if together:
        return together
    for part in dict.fromkeys((short, phrase)):
        within = dict.fromkeys(_named_within(edition, spelled(part)))
        if len(within) == 1:
            return Speaker(short, tuple(within))
    return Speaker(short)


def bearer(edition: Edition, name: str) -> str | None:
    """Return the one person who bears exactly this name, posts not counted."""
    bearers = edition.base.people.keys() & edition.own_names.get(fold(name), frozenset())
    return next(iter(bearers)) if len(bearers) == 1 else None


def bearer_of_any(edition: Edition, name: str) -> str | None:
    """Return the one person or body that bears exactly this name."""
    bearers = edition.own_names.get(fold(name), ())
    return next(iter(bearers)) if len(bearers) == 1 else None


def names_nobody(phrase: str) -> bool:
    """Whether a phrase has no word that could be of a name: a pronoun, say, or marks alone."""
    words = spelled(_tidied(phrase)).words
    return "".join(words) in _NOBODY or (_NOBODY | _PREPOSITIONS | _OF | _BESIDE).issuperset(words)


def is_somebody(phrase: str) -> bool:
    """Whether a phrase is no more than a pronoun: 'he', 'who'."""
    words = spelled(_tidied(phrase)).words
    return "".join(words) in _SOMEBODY


def may_be_meant(phrase: str) -> bool:
    """Whether a phrase may name somebody, however it is written: it is short, and no pronoun."""
    words = spelled(_BEHIND.sub("", _tidied(phrase)))
    if not 0 < words.size() <= _SIZE_OF_POST or negations(words.words):
        return False
    said = {*words.words, "".join(words.words)}
    return not names_nobody(phrase) and _NOBODY.isdisjoint(said) and _LABELS.isdisjoint(said)


def may_name(phrase: str, *, small: bool = False) -> bool:
    """Whether a phrase that the base does not know looks like a name, in ``small`` letters too."""
    words = spelled(_BEHIND.sub("", _tidied(phrase)))
    if not may_be_meant(phrase) or words.size() > _SIZE_OF_NAME:
        return False
    written = [words.text[start:end] for start, end in words.spans]
    return (small and len(words) > 1) or not (written[0].islower() or written[-1].islower())


def _tidied(phrase: str) -> str:
    words = phrase.strip(" \t\r\n,，.;:：—–-*_>\"'“”«»()[]").split()
    while words and fold(words[0]) in _ARTICLES | {"as", "and", "but", "that", "как", "а", "и"}:
        words = words[1:]
    return " ".join(words)


def _together(edition: Edition, phrase: str) -> Speaker | None:
    """Return those whom a list names: all of them, or nobody if one of them is not known."""
    either = _OR.search(phrase) is not None
    if not either and not _AND_OR_COMMA.search(phrase):
        return None
    parts = [_tidied(part) for part in (_OR if either else _AND_OR_COMMA).split(phrase)]
    if not 1 < len(parts) <= _MOST_TOGETHER or not all(map(_is_short, parts)):
        return None
    ids = [_one(edition, part) for part in parts]
    if all(ids):
        named = tuple(dict.fromkeys(filter(None, ids)))
        return Speaker(phrase, named, together=not either, either=either)
    if either or not _AND.search(phrase) or not any(ids) or not all(map(may_name, parts)):
        return None
    return None if fold(phrase) in edition.own_names else Speaker(phrase)


def _is_short(phrase: str) -> bool:
    return phrase != "" and len(spelled(phrase)) <= _LONGEST_IN_LIST


def _one(edition: Edition, phrase: str) -> str | None:
    """Return the one person or body that a phrase names exactly."""
    person = bearer(edition, phrase)
    within = dict.fromkeys(_named_within(edition, spelled(phrase))) if person is None else {}
    if person or len(within) == 1:
        return person or next(iter(within))
    return bearer_of_any(edition, phrase)


def _named_within(edition: Edition, words: Spelled) -> Iterator[str]:
    """Yield the people whose own names stand in a phrase, longest names first, none twice over."""
    count = min(len(words), _MOST_WORDS)
    taken: set[int] = set()
    for length in range(min(_LONGEST_NAME, count), 0, -1):
        for first in range(count - length + 1):
            span = range(first, first + length)
            if taken.isdisjoint(span):
                named = bearer(edition, words.slice(first, first + length))
                if named and _stands_alone(edition, words, span, named):
                    taken.update(span)
                    yield named


def _stands_alone(edition: Edition, words: Spelled, span: range, person: str) -> bool:
    """Whether what stands beside a name is no part of another: a title, say, or a post."""
    if words.words[span[-1]].endswith("'s"):
        return False
    if has_cjk(words.words[span[0]]):
        return _is_titled(edition, words, span)
    cased = any(character.isupper() for character in words.text)
    for beside in (span.start - 1, span.stop):
        if not 0 <= beside < len(words):
            continue
        start, end = words.spans[beside]
        written, word = words.text[start:end], words.words[beside]
        if beside == span.stop and _APART.match(words.text, words.spans[span[-1]][1]):
            continue
        if beside < span.start and (negations([word]) or (beside > 0 and word in _OF)):
            return False
        placed = beside > 0 and words.words[beside - 1] in _PREPOSITIONS
        if word in _TITLES or placed:
            continue
        of_a_name = written[0].isupper() or not (cased or word in _BESIDE or word in _PREPOSITIONS)
        if of_a_name and skeleton(fold(word)) not in _about(edition, person):
            return False
    return True


def _about(edition: Edition, person: str) -> set[str]:
    """Return the words for a person's posts and for whose posts they are, as they sound."""
    posts = edition.base.people[person].posts
    bodies = filter(None, (edition.base.organisations.get(post.of or "") for post in posts))
    called = [post.post for post in posts]
    called += [name for body in bodies for name in (body.name, *body.names)]
    return {word for name in called for word in _sounding(name)}


@lru_cache(maxsize=4_096)
def _sounding(name: str) -> tuple[str, ...]:
    """Return the words of a name that the base holds, as they sound."""
    return tuple(skeleton(fold(name)).split())


def _is_titled(edition: Edition, words: Spelled, span: range) -> bool:
    """Whether a Chinese name, which nothing parts from its neighbours, has but titles beside it."""
    before = words.text[: words.spans[span[0]][0]]
    behind = words.text[words.spans[span[-1]][1] :]
    where = _TITLES_CHINESE.sub("", before).strip()
    placed = where == "" or fold(where) in edition.own_names
    return placed and _TITLES_CHINESE.fullmatch(behind.strip()) is not None
