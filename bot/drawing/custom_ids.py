"""What a button or a menu stands for, written into its custom id and read back.

Nothing about a card is kept in memory: a press carries all that its answer needs, so that a button
works after a restart, in another process, and after a reload. A custom id holds at most 100
characters and must be unlike every other in its message:

    1 p a <asker, 11> <edition, 12> <page, 2> | <the question>

These are: the version of this format, what the press does, a letter that tells two ids of a message
apart, a Discord id in 11 digits of base 64, the fingerprint of the edition that the card was drawn
from, the page in base 36, and the question in as many characters as are left. A question that is
longer stands in the message itself (``~`` instead of ``|``): the bot's own words, which come back
with every press. ``#`` and six digits stand before the question where the press is meant for one of
the suggestions of its answer that is too long to be named.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from bot.drawing.escaping import one_line
from bot.drawing.limits import CUSTOM_ID, length

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERSION: Final = "1"
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
_ID_WIDTH: Final = 11
_PAGE_DIGITS: Final = _DIGITS[:36]
MOST_PAGES: Final = len(_PAGE_DIGITS) ** 2
_EDITION_WIDTH: Final = 12
_PICK_WIDTH: Final = 6
_HERE, _IN_MESSAGE = "|", "~"
_SEPARATOR: Final = "¦"  # behind a command and between its options; hardly ever typed
_FORM: Final = re.compile(
    rf"{_VERSION}(?P<act>[a-z])(?P<slot>.)(?P<asker>[\w-]{{{_ID_WIDTH}}})"
    rf"(?P<edition>[^|~]{{{_EDITION_WIDTH}}})(?P<page>[0-9a-z]{{2}})"
    rf"(?:#(?P<pick>[0-9a-f]{{{_PICK_WIDTH}}}))?(?P<where>[|~])(?P<question>.*)",
    re.ASCII | re.DOTALL,
)
#: What is left for a question behind everything else.
_ROOM: Final = CUSTOM_ID - len("1pa") - _ID_WIDTH - _EDITION_WIDTH - len("00#|") - _PICK_WIDTH


class Act(StrEnum):
    """What a press does."""

    PAGE = "p"  # turns the card to another page
    CHOOSE = "c"  # turns the card into the answer to what is chosen
    LEAD = "l"  # asks a further question, answered beside the card
    REPORT = "r"  # turns an administrator's report to another page


class Question(msgspec.Struct, frozen=True):
    """What was asked: a command with its options by name, or, with no command, a text as typed."""

    command: str
    options: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, command: str, options: Mapping[str, str]) -> Question:
        """Ask a command; invisible characters and line breaks are no part of a question."""
        clean = ((name, _plain(value)) for name, value in options.items())
        return cls(command, tuple((name, value) for name, value in clean if value))

    @classmethod
    def typed(cls, text: str) -> Question:
        """Ask in plain words, or as typed in the terminal."""
        return cls("", (("", _plain(text)),))

    @property
    def text(self) -> str:
        """The text of a question without a command."""
        return self.options[0][1]

    def packed(self) -> str:
        """Return the question as one line, which ``unpacked`` reads: ``/who¦name:lavrov``."""
        if not self.command:
            return self.text
        options = _SEPARATOR.join(f"{name}:{value}" for name, value in self.options)
        return f"/{self.command}{_SEPARATOR}{options}"

    @classmethod
    def unpacked(cls, line: str) -> Question:
        """Read what ``packed`` wrote; anything else is a text as typed."""
        command, separator, options = line.partition(_SEPARATOR)
        name = command.removeprefix("/")
        if not separator or not name or name == command:
            return cls("", (("", line),))
        pairs = (option.partition(":") for option in options.split(_SEPARATOR) if option)
        return cls(name, tuple((name, value) for name, _, value in pairs))

    @property
    def is_short(self) -> bool:
        """Whether it has room in a custom id; if not, its message must show it."""
        return length(self.packed()) <= _ROOM


class Press(msgspec.Struct, frozen=True, kw_only=True):
    """A press: what it does, for whom, on which page of the answer to which question.

    ``question`` is None where it stands in the message. ``pick`` is the ``digest`` of the one among
    the suggestions of the question's answer that is meant, or None for the question itself.
    """

    act: Act
    asker: int
    edition: str
    question: Question | None
    page: int = 0
    pick: str | None = None
    slot: str = "a"

    def custom_id(self) -> str:
        """Write the press as a custom id of at most 100 characters."""
        page = _PAGE_DIGITS[self.page // 36] + _PAGE_DIGITS[self.page % 36]
        pick = f"#{self.pick}" if self.pick else ""
        edition = _fixed(self.edition)
        head = f"{_VERSION}{self.act}{self.slot}{_digits(self.asker)}{edition}{page}{pick}"
        packed = None if self.question is None else _packed(self.question)
        return f"{head}{_IN_MESSAGE}" if packed is None else f"{head}{_HERE}{packed}"

    @classmethod
    def read(cls, custom_id: str) -> Press | None:
        """Read a custom id; None for what this version of the bot never wrote."""
        found = _FORM.fullmatch(custom_id)
        if found is None or found["act"] not in tuple(Act):
            return None
        here = found["where"] == _HERE
        return cls(
            act=Act(found["act"]),
            asker=sum(_DIGITS.index(char) << 6 * at for at, char in enumerate(found["asker"])),
            edition=found["edition"].rstrip(),
            question=Question.unpacked(found["question"]) if here else None,
            page=int(found["page"], 36),
            pick=found["pick"],
            slot=found["slot"],
        )


def _packed(question: Question) -> str | None:
    """Return a question as its custom ids write it; None where they have no room."""
    packed = question.packed()
    return packed if length(packed) <= _ROOM else None


@lru_cache(maxsize=1)  # the buttons of one card are written one after the other
def _digits(asker: int) -> str:
    """Write an id in base 64, the last digit first."""
    return "".join([_DIGITS[asker >> 6 * at & 63] for at in range(_ID_WIDTH)])


def digest(ask: str) -> str:
    """Return six hexadecimal digits that tell one suggestion from another."""
    return hashlib.blake2b(ask.encode(errors="replace"), digest_size=_PICK_WIDTH // 2).hexdigest()


#: Whoever asks whatever, where a card is drawn for everybody: no id and no question of this process
#: ever looks like these, as nobody can know them.
ANYBODY: Final = 2**65 | secrets.randbits(65)
ANYTHING: Final = Question("", (("", secrets.token_hex(16)),))
_ANYBODY, _ANYTHING = _digits(ANYBODY).encode(), ANYTHING.packed().encode()


def addressed(payload: bytes, asker: int, question: Question) -> bytes:
    """Write who asked what into the custom ids of a payload that was drawn for everybody.

    The question must be a short one.
    """
    asked = msgspec.json.encode(question.packed())[1:-1]  # between its quotation marks
    return payload.replace(_ANYBODY, _digits(asker).encode()).replace(_ANYTHING, asked)


def _plain(text: str) -> str:
    return one_line(text).replace(_SEPARATOR, "|")


@lru_cache(maxsize=1)
def _fixed(edition: str) -> str:
    plain = edition.replace(_HERE, "-").replace(_IN_MESSAGE, "-")
    return plain[:_EDITION_WIDTH].ljust(_EDITION_WIDTH)
