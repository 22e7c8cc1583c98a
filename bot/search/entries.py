"""The records of a fact base as the index sees them: what they are called, and what they say."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from bot.search.forms import fold, has_cjk
from bot.search.found import Entry
from bot.search.offices import also_called

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.facts.base import FactBase
    from bot.facts.records import Person, Post

_LEAST_INITIALS: Final = 3  # two letters stand for too many things
_LEAST_LETTERS: Final = 3  # shorter words have no place in an acronym where capitals tell nothing


def entries_of(base: FactBase) -> Iterator[Entry]:
    """Yield an entry for every record; each can also be found by its id."""
    for person in base.people.values():
        roles = (role for post in person.posts for role in _roles(base, post))
        yield Entry(
            kind=person.noun,
            id=person.id,
            names=(person.name, *person.names),
            derived=tuple(dict.fromkeys(roles)),
            titled=tuple(dict.fromkeys(_titled(person))),
        )
    for body in base.organisations.values():
        names = (body.name, *body.names)
        acronyms = dict.fromkeys(_acronyms(names))
        yield Entry(kind=body.noun, id=body.id, names=names, derived=tuple(acronyms))
    for topic in base.topics.values():
        yield Entry(kind=topic.noun, id=topic.id, names=(topic.name, *topic.names))
    for source in base.sources.values():
        aliases = (source.publisher,) if source.publisher else ()
        yield Entry(kind=source.noun, id=source.id, names=(source.title, *aliases))
    for event in base.events.values():
        texts = (event.title, event.summary) if event.summary else (event.title,)
        names = (event.title, *event.names)
        yield Entry(kind=event.noun, id=event.id, names=names, texts=texts)
    for quote in base.quotes.values():
        yield Entry(kind=quote.noun, id=quote.id, texts=(quote.words,))
    for statement in base.statements.values():
        yield Entry(kind=statement.noun, id=statement.id, texts=(statement.says,))


def _roles(base: FactBase, post: Post) -> Iterator[str]:
    """Describe a post with each name of the body or country it belongs to, script by script."""
    posts = (post.post, *also_called(post.post))
    yield from posts
    if post.of:
        body = base.organisations[post.of]
        for name in (body.name, *body.names):
            for called in posts:
                if _script(called) is _script(name):
                    yield f"{name} {called}"
                    if _script(called) is _Script.LATIN:
                        yield f"{called} of {name}"


def _titled(person: Person) -> Iterator[str]:
    """Put each post before the person's name in its script; in Chinese, behind each of them."""
    names: defaultdict[_Script, list[str]] = defaultdict(list)
    for name in (person.name, *person.names):
        names[_script(name)].append(name)
    for post in person.posts:
        for called in (post.post, *also_called(post.post)):
            script = _script(called)
            if script is _Script.CHINESE:
                yield from (f"{name} {called}" for name in names[script])
            yield from (f"{called} {name}" for name in names[script][:1])


class _Script(Enum):
    LATIN = auto()
    CHINESE = auto()
    OTHER = auto()


def _script(text: str) -> _Script:
    if has_cjk(text):
        return _Script.CHINESE
    return _Script.LATIN if fold(text).isascii() else _Script.OTHER


def _acronyms(names: Iterable[str]) -> Iterator[str]:
    """Make acronyms of names: of the words with capitals, or of all where only the first has one.

    English writes 'Shanghai Cooperation Organisation', Russian 'Международный валютный фонд'.
    """
    for name in names:
        words = name.replace("-", " ").split()
        initials = [word[0] for word in words if word[0].isupper()]
        if len(initials) == 1:
            initials = [word[0] for word in words if len(word) >= _LEAST_LETTERS]
        if len(initials) >= _LEAST_INITIALS:
            yield "".join(initials).upper()
