"""``readout ask``: one question, or one a line from standard input, as text or as JSON."""

from __future__ import annotations

import datetime as dt
import re
import sys
import time
from typing import TYPE_CHECKING, BinaryIO, Final

from bot import terminal
from bot.answers.asking import Asking
from bot.answers.examples import examples
from bot.answers.model import Answer, Status, Suggestion
from bot.answers.public import PublicAnswer, json_line, public
from bot.answers.typed import answer_typed
from bot.operating import troubles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.edition import Edition

LONGEST: Final = 10_000  # characters of a question
_LONGEST_LINE: Final = 4 * LONGEST + 2  # bytes of the longest line that need be read whole
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
#: The exit status that tells how a question went.
EXIT: Final = {Status.FOUND: 0, Status.AMBIGUOUS: 0, Status.NOT_FOUND: 1, Status.INVALID: 2}


def asking_of(edition: Edition) -> Asking:
    """Return what questions are asked of: an edition, today."""
    return Asking(edition, dt.datetime.now(dt.UTC).date())


def answer_to(edition: Edition, text: str) -> Answer:
    """Answer a question as it was typed, today; whatever happens, there is an answer."""
    asking = asking_of(edition)
    if not text.strip():
        again = tuple(Suggestion(label=ask, ask=ask) for ask in examples(edition.base))
        return asking.invalid("ask", "Nothing was asked", "Ask one of these:", suggestions=again)
    if len(text) > LONGEST:
        title = f"The question is longer than {LONGEST:,} characters"
        return asking.invalid("ask", title, "Ask in fewer words; a quote is found by a part of it.")
    try:
        return answer_typed(asking, readable(text))
    except Exception as error:  # noqa: BLE001  # the questions behind this one wait for an answer
        reference = troubles.report(error, "a question")
        todo = f"The mistake is Readout's, not yours. Report it with the reference {reference}."
        return asking.invalid("ask", "This question could not be answered", todo)


def readable(text: str) -> str:
    """Return the text with a mark in place of what was no text in its encoding."""
    return _SURROGATE.sub("\ufffd", text)


def ask(edition: Edition, text: str, *, as_json: bool) -> int:
    """Answer one question on standard output; return the exit status."""
    if as_json:
        shown = _public(edition, text)
        _write(shown)
        return EXIT[shown.status]
    answer = answer_to(edition, text)
    terminal.show(answer, sys.stdout)
    return EXIT[answer.status]


def ask_lines(edition: Edition) -> int:
    """Answer each line of standard input by a line of JSON, at once and in order; return 0."""
    for text in lines_of(sys.stdin.buffer):
        _write(_public(edition, text))
    return 0


def lines_of(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a stream as text, whatever bytes come.

    Of a line that is too long for a question only the beginning is kept.
    """
    while raw := stream.readline(_LONGEST_LINE):
        rest = raw
        while not rest.endswith(b"\n") and (rest := stream.readline(_LONGEST_LINE)):
            pass
        yield raw.decode("utf-8", "replace").rstrip("\r\n")


def _public(edition: Edition, text: str) -> PublicAnswer:
    begun = time.perf_counter()
    answer = answer_to(edition, text)
    took = (time.perf_counter() - begun) * 1_000
    return public(readable(text), answer, terminal.plain(answer), took)


def _write(shown: PublicAnswer) -> None:
    sys.stdout.buffer.write(json_line(shown))
    sys.stdout.buffer.flush()
