"""Works that a question names by whose they are: 'the CGTN article', 'статья Бордачёва'."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answers._negation import listed
from bot.answers._plain.cue_words import Cue
from bot.search.forms import fold
from bot.search.lexicon import Rank, Sense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers._plain.tokens import Token
    from bot.facts.base import FactBase
    from bot.facts.records import Source

WORKS: Final = listed(
    "article articles piece text paper story essay статью статья статьи статье текст тексте"
    " 文章 文本"
)
_BETWEEN: Final = Cue.BY | Cue.IN | Cue.ARTICLE


def with_works(base: FactBase, tokens: list[Token]) -> list[Token]:
    """Return the tokens; a work of somebody's is no word more, and what its author holds."""
    if any(token.shows(Cue.WHO | Cue.WHEN) for token in tokens):
        return tokens  # 'who wrote the CGTN article' asks for the work itself
    for at, token in enumerate(tokens):
        if not (token.is_content and token.text in WORKS):
            continue
        if at and tokens[at - 1].shows(Cue.OPEN):
            token.cue = Cue.VOICE  # 'which articles mention it' asks for all that say something
            continue
        for owner in (at - 1, _behind(tokens, at)):
            if 0 <= owner < len(tokens) and not tokens[max(owner, at)].stop:
                works = _works_of(base, tokens[owner])
                if works:
                    token.cue = Cue.VOICE
                    tokens[owner] = _by_author(base, tokens[owner], works)
                    break
    return tokens


def _behind(tokens: Sequence[Token], at: int) -> int:
    """Return where the name stands that a work is 'by', 'in' or 'of'."""
    at += 1
    while at < len(tokens) and tokens[at].shows(_BETWEEN) and not tokens[at].stop:
        at += 1
    return at


def _works_of(base: FactBase, token: Token) -> list[Source]:
    """Return the sources that somebody published or wrote."""
    ids = {sense.id for sense in token.senses}
    names = {fold(base.name(sense.id)) for sense in token.senses if sense.kind == "organisation"}
    return [
        one
        for one in base.sources.values()
        if one.author in ids or (one.publisher and fold(one.publisher) in names)
    ]


def _by_author(base: FactBase, token: Token, works: Sequence[Source]) -> Token:
    """Return a publisher as the author of what it published, where the base knows one."""
    authors = {one.author for one in works}
    author = base.people.get(next(iter(authors)) or "")
    if len(authors) > 1 or author is None:
        return token
    return replace(token, senses=(Sense(author.noun, author.id, Rank.ALIAS),))
