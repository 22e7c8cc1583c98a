"""The names that a base knows, and the proper names in a text.

How proper names are recognised: every name of a person or organisation of the base is one, the
longest first, if it is written with its capitals. Of all other words those with a capital are, and
neighbouring ones are one name. Where any word takes a capital (the start of a sentence, titles that
are all capitals) a word counts as a name only if it is an acronym, or if neither the base nor the
saved texts have any form of it in small letters, it is no function word of English, and it has no
ending such as -tion or -ment by which common words are made. In Chinese and Japanese, where there
are no capitals, only names that the base knows are recognised.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.facts.grounding.words import (
    FUNCTION_WORDS,
    Word,
    alike,
    is_derived,
    stem,
    words_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.facts.base import FactBase

_NO_SPACES: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_ROMAN: Final = re.compile("[IVX]+")


class Name(NamedTuple):
    """A proper name in a text: as written, and all names of the records it may mean."""

    text: str
    words: tuple[Word, ...]
    others: tuple[Alias, ...] = ()


class Alias(NamedTuple):
    """One name of a record: its text, and its words, if its script has any."""

    text: str
    words: tuple[Word, ...]

    @classmethod
    def of(cls, text: str) -> Alias:
        """Build from a name as written."""
        return cls(text, () if _NO_SPACES.search(text) else words_in(text))

    def is_in(self, text: str, words: Sequence[Word]) -> bool:
        """Whether a text with these words has the name, in any form of its words."""
        if not self.words:
            return self.text in text
        count = len(self.words)
        return any(
            all(map(_is_form, self.words, words[place : place + count]))
            for place in range(len(words) - count + 1)
        )


class Names:
    """The names of the people and organisations of a base, and its words in small letters."""

    def __init__(self, base: FactBase, texts: Iterable[str]) -> None:
        """Note the names; ``texts`` are all others that show how common words are written."""
        self._of_record: dict[str, tuple[Alias, ...]] = {}
        self._by_first: dict[str, list[tuple[Alias, str]]] = defaultdict(list)
        self._without_words: list[tuple[Alias, str]] = []
        for record in (*base.people.values(), *base.organisations.values()):
            aliases = tuple(Alias.of(name) for name in (record.name, *record.names))
            self._of_record[record.id] = aliases
            for alias in aliases:
                if not alias.words:
                    self._without_words.append((alias, record.id))
                elif any(word.is_capital for word in alias.words):
                    self._by_first[alias.words[0].folded].append((alias, record.id))
        self._common = {
            stem(word.folded) for text in texts for word in words_in(text) if not word.is_capital
        }

    def of_record(self, id_: str) -> tuple[Alias, ...]:
        """Return all names of a person or organisation."""
        return self._of_record[id_]

    def in_text(self, text: str) -> Iterator[Name]:
        """Yield the proper names in a text."""
        words = words_in(text)
        unknown: list[Word] = []
        place = 0
        while place < len(words):
            known = self._known_at(text, words, place)
            is_name = known is None and self._is_name(words[place])
            if unknown and not (is_name and _are_neighbours(text, unknown[-1], words[place])):
                yield _named(text, unknown)
                unknown = []
            if is_name:
                unknown.append(words[place])
            if known:
                yield known
            place += len(known.words) if known else 1
        if unknown:
            yield _named(text, unknown)
        for alias, id_ in self._without_words:
            if alias.text in text:
                yield Name(alias.text, (), self._of_record[id_])

    def _known_at(self, text: str, words: Sequence[Word], place: int) -> Name | None:
        """Return the longest known name that begins here, with the names of all who bear it."""
        fitting = [
            (alias, id_)
            for alias, id_ in self._by_first.get(words[place].folded, ())
            if len(alias.words) <= len(words) - place
            and all(map(_is_same, alias.words, words[place:]))
        ]
        if not fitting:
            return None
        count = max(len(alias.words) for alias, _ in fitting)
        bearers = dict.fromkeys(id_ for alias, id_ in fitting if len(alias.words) == count)
        others = tuple(alias for id_ in bearers for alias in self._of_record[id_])
        return _named(text, words[place : place + count])._replace(others=others)

    def _is_name(self, word: Word) -> bool:
        if not word.is_capital or word.folded in FUNCTION_WORDS or len(word.folded) == 1:
            return False
        if _ROMAN.fullmatch(word.text):
            return False  # a number
        if not word.loose or word.is_acronym:
            return True
        return not is_derived(word.folded) and stem(word.folded) not in self._common


def _named(text: str, words: Sequence[Word]) -> Name:
    return Name(text[words[0].start : words[-1].end], tuple(words))


def _are_neighbours(text: str, one: Word, other: Word) -> bool:
    return text[one.end : other.start].isspace()


def _is_same(known: Word, written: Word) -> bool:
    """Whether a word of a text is that of a name, with its capitals."""
    if known.folded != written.folded or known.is_capital > written.is_capital:
        return False
    return not known.is_acronym or written.is_acronym


def _is_form(known: Word, written: Word) -> bool:
    """Whether a word of a text is a form of that of a name, with its capitals."""
    if known.is_acronym or len(known.folded) == 1:
        return _is_same(known, written)
    return known.is_capital <= written.is_capital and alike(known.folded, written.folded)
