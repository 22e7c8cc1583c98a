"""What is made of an answer once, and kept for exactly as long as the answer itself is."""

from __future__ import annotations

import functools
import weakref
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.model import Answer

P = ParamSpec("P")
T = TypeVar("T")


#: By the id of an answer: what tells when it is gone, and what is made of it.
_made: Final[dict[int, tuple[weakref.ref[Answer], dict[tuple[object, ...], Any]]]] = {}


def once(make: Callable[Concatenate[Answer, P], T]) -> Callable[Concatenate[Answer, P], T]:
    """Call the function once for each answer and whatever else it is given.

    Answers are told apart by identity: to compare two takes longer than what is made of them.
    """

    @functools.wraps(make)
    def kept(answer: Answer, /, *args: P.args, **kwargs: P.kwargs) -> T:
        known = _made.get(id(answer)) or _of(answer)
        key = (make, *args, *kwargs.items())
        if key not in known[1]:
            known[1][key] = make(answer, *args, **kwargs)
        made: T = known[1][key]
        return made

    return kept


def _of(answer: Answer) -> tuple[weakref.ref[Answer], dict[tuple[object, ...], Any]]:
    """Begin to keep what is made of an answer."""
    number = id(answer)
    gone = weakref.ref(answer, lambda _: _made.pop(number, None))
    return _made.setdefault(number, (gone, {}))
