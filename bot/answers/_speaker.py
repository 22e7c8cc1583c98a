"""Who is meant by a phrase that names a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answers._negation import listed, negations
from bot.search.forms import fold
from bot.search.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.edition import Edition
    from bot.search.spelled import Spelled

PARTIES: Final = ("person", "organisation")
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
#: Words that stand for somebody without naming anybody.
_NOBODY: Final = listed(
    "he she it they we i you who someone somebody one people him her them his their this that there"
    " and but or он она они мы я кто 他 她 他们 我们 我 谁"
)
_ARTICLES: Final = listed("the a an")
_SIZE_OF_NAME: Final = 4


@dataclass(frozen=True)
class Speaker:
    """Who a ``phrase`` names: one of ``ids`` in the base, several, or none that it knows."""

    phrase: str
    ids: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the base knows anybody of that name."""
        return bool(self.ids)


def speaker_in(edition: Edition, phrase: str) -> Speaker:
    """Return who a phrase names: as a whole by name or post, or by a name that stands in it."""
    phrase = _tidied(phrase)
    short = _BEHIND.sub("", phrase)
    words = spelled(phrase)
    if len(words) <= _MOST_WORDS:
        for part in dict.fromkeys((phrase, short)):
            found = edition.index.find(part, PARTIES)
            if found.close:
                return Speaker(part, tuple(match.id for match in found.rivals))
    within = dict.fromkeys(_named_within(edition, words))
    return Speaker(short, tuple(within) if len(within) == 1 else ())


def bearer(edition: Edition, name: str) -> str | None:
    """Return the one person who bears exactly this name, posts not counted."""
    bearers = edition.own_names.get(fold(name), ())
    return next(iter(bearers)) if len(bearers) == 1 else None


def may_name(phrase: str) -> bool:
    """Whether a phrase that the base does not know looks like somebody's name."""
    words = spelled(_BEHIND.sub("", _tidied(phrase)))
    if not words or words.size() > _SIZE_OF_NAME or negations(words.words):
        return False
    if not _NOBODY.isdisjoint(words.words) or "".join(words.words) in _NOBODY:
        return False
    if not _LABELS.isdisjoint(words.words) or "".join(words.words) in _LABELS:
        return False
    written = [words.text[start:end] for start, end in words.spans]
    return all(not word.islower() for word in (written[0], written[-1]))


def _tidied(phrase: str) -> str:
    words = phrase.strip(" \t\r\n,，.;:：—–-*_>\"'“”«»()[]").split()
    while words and fold(words[0]) in _ARTICLES | {"as", "and", "but", "that", "как", "а", "и"}:
        words = words[1:]
    return " ".join(words)


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
    about = {word for post in edition.base.people[person].posts for word in fold(post.post).split()}
    for beside in (span.start - 1, span.stop):
        if not 0 <= beside < len(words):
            continue
        start, end = words.spans[beside]
        written, word = words.text[start:end], words.words[beside]
        placed = beside > 0 and words.words[beside - 1] in _PREPOSITIONS
        if written[0].isupper() and word not in _TITLES and word not in about and not placed:
            return False
    return True
