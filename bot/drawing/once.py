"""What is made of an answer once, and kept for exactly as long as the answer itself is."""

from __future__ import annotations

import functools
import weakref
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.model import Answer

P = ParamSpec("P")
T = TypeVar("T")


def once(make: Callable[Concatenate[Answer, P], T]) -> Callable[Concatenate[Answer, P], T]:
    """Call the function once for each answer and whatever else it is given.

    Answers are told apart by identity: to compare two takes longer than what is made of them.
    """
    made: dict[tuple[object, ...], T] = {}

    @functools.wraps(make)
    def kept(answer: Answer, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (id(answer), *args, *kwargs.items())
        if key not in made:
            made[key] = make(answer, *args, **kwargs)
            weakref.finalize(answer, made.pop, key, None).atexit = False
        return made[key]

    return kept
