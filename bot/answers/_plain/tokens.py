"""The words of a question, each with what it turns out to be: name, grammar, date, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.search.forms import fold, has_cjk
from bot.search.spelled import spell
from bot.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers._plain.cue_words import Cue
    from bot.search.lexicon import Sense

#: More words than any question has; behind them nothing is looked at.
_MOST_WORDS: Final = 120
LONGEST: Final = 1_500  # characters
_STOP: Final = re.compile(r"[.!?;:\n。！？；：…]|\s[-–—]+\s|—")
_PAUSE: Final = re.compile(r"[,，、()（）\"“”«»„]")
_NAME_DOT: Final = frozenset("·・•")
PAUSE, FULL_STOP = 1, 2


@dataclass
class Token:
    """One word, name, cue or date of a question.

    ``text`` is folded; ``mark`` is as written. ``stop`` is how strongly what stands before it parts
    it from the word before: 0 not at all, 1 as a comma does, 2 as a full stop does. A token is a
    name if it has ``senses``, grammar if it has a ``cue``, a date if ``dated``; else it is content.
    """

    text: str
    mark: str
    stop: int
    senses: tuple[Sense, ...] = ()
    cue: Cue | None = None
    dated: bool = False
    initial: bool = False  # a single letter with a full stop, as before a name
    corrected: str = ""

    @property
    def is_content(self) -> bool:
        """Whether it is a word that the answer must hold."""
        return not self.senses and self.cue is None and not self.dated

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words."""
        return tuple(stem(word) for word in self.text.split())

    @property
    def is_own(self) -> bool:
        """Whether it is written as belonging to what follows: "Lavrov's"."""
        return self.mark.endswith(("'s", "’s", "s'", "s’"))

    def shows(self, cue: Cue) -> bool:
        """Whether it is grammar that shows this."""
        # as numbers: an enumeration builds a member of each result
        return self.cue is not None and int.__and__(self.cue, cue) != 0


def words_of(text: str, dated: Sequence[tuple[int, int]]) -> list[Token]:
    """Return the words of a text; a run of Chinese characters is one. ``dated`` are its dates."""
    words: list[Token] = []
    end = 0
    text = text[:LONGEST]
    for start, stop in spell(text).spans[:_MOST_WORDS]:
        between, mark = text[end:start].strip(), text[start:stop]
        is_date = any(first < stop and start < last for first, last in dated)
        token = Token(fold(mark), mark, _strength(text[end:start]), dated=is_date)
        before = words[-1] if words else None
        last, end = end, stop
        if before and _continues(before, token, text[last:start], between):
            before.text += token.text
            before.mark += mark
        elif token.text:
            if before and len(before.mark) == 1 and between == "." and before.mark.isalpha():
                before.initial, token.stop = True, 0
            words.append(token)
    return words


def _strength(between: str) -> int:
    if between == " ":
        return 0
    if _STOP.search(between):
        return FULL_STOP
    return PAUSE if _PAUSE.search(between) else 0


def _continues(before: Token, token: Token, gap: str, between: str) -> bool:
    """Whether Chinese characters go on from those before, a dot inside a name set aside."""
    return (
        has_cjk(token.mark)
        and has_cjk(before.mark)
        and not (token.dated or before.dated)
        and (between in _NAME_DOT or (not between and not gap[-1:].isspace()))
    )
