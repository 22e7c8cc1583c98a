"""A question as typed: ``/timeline about:ukraine since:2023``, read as it is shown in Discord.

What keyboards make of it is forgiven: a full-width slash, colon or space, invisible characters in
front, options in any order and case, values in quotation marks. A wording may hold colons, line
breaks and even the name of an option.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answers import about, plain
from bot.answers._plain.cue_words import Cue
from bot.answers._plain.cues import cue_at, cue_in_characters
from bot.answers.commands import COMMANDS, Command, ask, command
from bot.answers.model import Suggestion
from bot.facts.shaping import did_you_mean
from bot.search.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.asking import Asking
    from bot.answers.model import Answer

_SLASH: Final = "/"
_NAME: Final = re.compile(r"\s*(?P<name>[^\s:：]*)[:：]?(?P<rest>.*)", re.DOTALL)
#: A word and a colon, which begins an option; not the 'https:' of an address. Chinese leaves no
#: space before a word of another script.
_BEFORE: Final = r"(?<![^\s\u3000-\u303f\u3400-\u9fff\uff00-\uffef])"
_OPTION: Final = re.compile(rf"{_BEFORE}(?P<name>[A-Za-z_]+) ?[:：](?!//)")
#: One that no command has: its value follows at once, unlike what follows a colon in a sentence.
_STRAY: Final = re.compile(rf"{_BEFORE}(?P<name>[A-Za-z_]+)[:：](?!//)(?=\S)")
_MARKS: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "＂": "＂"}
#: What names a person or a date is no longer than that; more is part of the wording before.
_LONGEST_VALUE: Final = 100
_LEAST_LIKE: Final = 0.5


class _Mark(NamedTuple):
    """Where an option begins, and where its value does."""

    name: str
    start: int
    end: int


def answer_typed(asking: Asking, text: str) -> Answer:
    """Answer a command with its options, or plain words."""
    text = _visible(text)
    if unicodedata.normalize("NFKC", text[:1]) != _SLASH:
        return plain.answer(asking, text)
    found = _NAME.match(text, 1)
    name, rest = (found["name"], found["rest"]) if found else ("", "")
    asked = command(unicodedata.normalize("NFKC", name))
    if asked is None:
        return _no_command(asking, name, rest)
    if not asked.options and rest.strip():
        todo = f"Write /{asked.name}."
        return asking.invalid(asked.name, f"/{asked.name} takes no options", todo)
    options = read_options(asked, rest)
    if isinstance(options, str):
        return asking.invalid(asked.name, f"/{asked.name} cannot be read", options)
    return ask(asking, asked.name, options)


def read_options(asked: Command, text: str) -> dict[str, str] | str:
    """Return the options by name, or what is wrong with them.

    Words before the first option fill the command's first option. Behind a name that is no option
    the colon is an ordinary one where wordings are asked for; elsewhere it is a mistake.
    """
    marks = list(_marks(asked, text))
    options: dict[str, str] = {}
    head = text[: marks[0].start] if marks else text
    if head.strip():
        options[asked.options[0].name] = head.strip()
    starts = [*(mark.start for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, starts, strict=False):
        if mark.name in options:
            return f"The option '{mark.name}' is given twice; give it once."
        options[mark.name] = text[mark.end : end].strip()
    wrong = _unknown_option(asked, options)
    return wrong or {name: _bare(asked, name, value) for name, value in options.items()}


def _marks(asked: Command, text: str) -> Iterator[_Mark]:
    """Yield where the options of a command begin, but for those inside a wording."""
    found = [
        _Mark(mark["name"].lower(), mark.start(), mark.end())
        for mark in _OPTION.finditer(text)
        if asked.option(mark["name"].lower())
    ]
    closed = _closing(text, 0)
    starts = [*(mark.start for mark in found[1:]), len(text)]
    for mark, end in zip(found, starts, strict=False):
        if mark.start < closed or (mark.start and _is_worded(asked, mark, text[mark.end : end])):
            continue
        closed = max(closed, _closing(text, mark.end))
        yield mark


def _is_worded(asked: Command, mark: _Mark, value: str) -> bool:
    """Whether a name and a colon are part of the wording that a command asks for."""
    option = asked.option(mark.name)
    if option is None or option.is_text or not asked.options[0].is_text:
        return False
    return len(value.strip()) > _LONGEST_VALUE or "\n" in value.strip()


def _closing(text: str, start: int) -> int:
    """Return where a quotation ends that begins a value, or its start if none does."""
    while text[start : start + 1].isspace():
        start += 1
    close = _MARKS.get(text[start : start + 1])
    end = text.find(close, start + 1) if close else -1
    return end + 1 if end > 0 else start


def _bare(asked: Command, name: str, value: str) -> str:
    """Return a value without quotation marks around it; those of a wording are its own."""
    option = asked.option(name)
    if option and option.is_text:
        return value
    inside = len(value) > 1 and _MARKS.get(value[0]) == value[-1]
    return value[1:-1].strip() if inside and value[-1] not in value[1:-1] else value


def _unknown_option(asked: Command, options: dict[str, str]) -> str | None:
    for name, value in options.items():
        option = asked.option(name)
        stray = None if option and option.is_text else _STRAY.search(value)
        if stray and _closing(value, 0) <= stray.start():
            known = [option.name for option in asked.options]
            todo = did_you_mean(stray["name"].lower(), known, f"it takes: {', '.join(known)}")
            return f"/{asked.name} has no option '{stray['name']}'; {todo}"
    return None


def _no_command(asking: Asking, name: str, rest: str) -> Answer:
    """Say which commands there are, the likeliest as a question to choose."""
    if not rest.strip() and _asks_help(name):
        return about.answer(asking)
    answered = ask(asking, name, {})
    near = process.extractOne(
        name.casefold(),
        [known.name for known in COMMANDS],
        scorer=OSA.normalized_similarity,
        score_cutoff=_LEAST_LIKE,
    )
    if near is None:
        return answered
    again = " ".join(f"/{near[0]} {rest}".split())
    offer = Suggestion(label=again, ask=again)
    return asking.invalid(answered.command, answered.title, *answered.notes, suggestions=(offer,))


def _asks_help(name: str) -> bool:
    folded = fold(name)
    if not folded:
        return False
    words = folded.split()
    found = cue_at(words, 0) or cue_in_characters(folded, 0)
    return found is not None and bool(found[1] & Cue.HELP)


def _visible(text: str) -> str:
    """Return a text without what is not seen around it."""
    unseen = {"Cf", "Cc", "Zs", "Zl", "Zp"}
    start, end = 0, len(text)
    while start < end and unicodedata.category(text[start]) in unseen:
        start += 1
    while start < end and unicodedata.category(text[end - 1]) in unseen:
        end -= 1
    return text[start:end]
