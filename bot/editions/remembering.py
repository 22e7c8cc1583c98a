"""Answers given last: turning a page, and asking what others ask too, needs no second search.

Asked by another name, the same answer is found anew, and its pages are those drawn before.

Nothing about members is kept by it. A question is known by a digest with a key of this process
alone, from which it cannot be read back; who asked is no part of it. And kept are only answers that
consist of the base's own words: found ones, to names, and of the verdicts on a wording those that
show the wording of the base or none. What quotes what somebody typed, such as a miss, an altered
wording or plain words, is answered anew each time.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import weakref
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from bot.answers.commands import ask, command
from bot.answers.model import Status, Verdict
from bot.answers.typed import answer_typed, read_options

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bot.answers.asking import Asking
    from bot.answers.model import Answer
    from bot.drawing.custom_ids import Question
    from bot.edition import Edition

#: With its pages an answer takes 30 kB, the largest of the base that ships 0.3 MB.
_MOST: Final = 256
_BEGINNING: Final = 12  # so many characters of what was typed are looked for in an answer
#: Where an answer begins to quote: what follows may be what somebody typed.
_QUOTING: Final = re.compile(r"(?<!\w)'")
#: Verdicts on words that are the base's own, and on words that are not shown.
_UNSHOWN: Final = frozenset({Verdict.VERBATIM, Verdict.NOT_FOUND})


class Remembered:
    """The answers given last, all of one edition and one day."""

    def __init__(self) -> None:
        """Remember nothing."""
        self._key = secrets.token_bytes(16)
        self._edition: weakref.ref[Edition] | None = None  # one that is done with is let go
        self._day: dt.date | None = None
        self._answers: OrderedDict[bytes, Answer] = OrderedDict()
        self._by_records: weakref.WeakValueDictionary[tuple[object, ...], Answer]
        self._by_records = weakref.WeakValueDictionary()

    def answer(self, asking: Asking, question: Question) -> Answer:
        """Answer a question, from memory if it is there."""
        if self._edition is None or self._edition() is not asking.edition:
            self._edition = weakref.ref(asking.edition)
            self._forget()
        if self._day != asking.today:
            self._day = asking.today
            self._forget()
        packed = question.packed().encode(errors="surrogatepass")
        key = hashlib.blake2b(packed, key=self._key, digest_size=16).digest()
        known = self._answers.get(key)
        if known is not None:
            self._answers.move_to_end(key)
            return known
        answer = _answer(asking, question)
        if _is_of_own_words(question, answer):
            answer = self._answers[key] = self._alike(answer)
            if len(self._answers) > _MOST:
                self._answers.popitem(last=False)
        return answer

    def _alike(self, answer: Answer) -> Answer:
        """Return the answer that is kept already where it is the same, as of somebody's names."""
        records = (answer.command, answer.title, *[item.id for item in answer.items])
        known = self._by_records.get(records)
        if known == answer:
            return known
        self._by_records[records] = answer
        return answer

    def _forget(self) -> None:
        self._answers.clear()
        self._by_records.clear()


def _answer(asking: Asking, question: Question) -> Answer:
    if question.command:
        return ask(asking, question.command, dict(question.options))
    return answer_typed(asking, question.text)


def _is_of_own_words(question: Question, answer: Answer) -> bool:
    """Whether an answer has nothing in it but what curators wrote."""
    if answer.verdict is not None:
        return _shows_no_wording(answer)
    given = _options(question)
    if given is None or answer.status is not Status.FOUND:
        return False
    asked = command(answer.command)
    if asked is None or any(option.is_text and option.name in given for option in asked.options):
        return False
    own = (answer.title, *answer.notes)
    return not any(f"'{value[:_BEGINNING]}" in text for value in given.values() for text in own)


def _shows_no_wording(answer: Answer) -> bool:
    """Whether a verdict shows nothing of the words it is on but what the base has itself."""
    if answer.verdict not in _UNSHOWN or any(item.changes for item in answer.items):
        return False
    beside = (part for item in answer.items for part in (item.heading, item.lead, *item.detail))
    return not any(_QUOTING.search(text) for text in (answer.title, *answer.notes, *beside))


def _options(question: Question) -> Mapping[str, str] | None:
    """Return the options of a question; None for plain words, and for what cannot be read."""
    if question.command:
        return dict(question.options)
    name, _, rest = question.text.removeprefix("/").partition(" ")
    asked = command(name) if question.text.startswith("/") else None
    if asked is None or not asked.options:
        return None if asked is None else {}
    options = read_options(asked, rest)
    return None if isinstance(options, str) else options
