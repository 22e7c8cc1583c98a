"""How much may be asked: by one user, and by all together.

Each has an allowance that refills evenly and can be used up at once. A user is known here by a
number that means nothing outside of this process, and only until the allowance is whole again.
"""

from __future__ import annotations

import math
import secrets
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

USER_PER_MINUTE: Final = 30.0
ALL_PER_MINUTE: Final = 6_000.0
#: What can be used up at once is what refills within so many seconds.
_AT_ONCE: Final = 20.0
_MINUTE: Final = 60.0
#: Whoever types an option is offered choices about so many times for each question.
_KEYSTROKES: Final = 12
#: More users at a time than this are not told apart from new ones; a table of them takes 2 MB.
_MOST_USERS: Final = 10_000


class Ruling(NamedTuple):
    """Whether something is let through; if not, for how many seconds, and whether to say so."""

    is_allowed: bool
    wait: float = 0.0
    is_first: bool = False  # since the allowance was last enough


ALLOWED: Final = Ruling(is_allowed=True)


class Allowance:
    """A token bucket for each key, of which only those that are not full take any room."""

    def __init__(
        self,
        per_minute: float,
        clock: Callable[[], float] = time.monotonic,
        most: int = _MOST_USERS,
    ) -> None:
        """Allow so much a minute for each key; 0 allows everything."""
        self._step = _MINUTE / per_minute if per_minute else 0.0
        # what is used up must be worth at least one question, however few are allowed
        self._deepest = max(_AT_ONCE, self._step)
        self._clock = clock
        self._most = most
        #: When each bucket will be full again, and whether its owner was told that it is empty.
        self._full_at: OrderedDict[int, tuple[float, bool]] = OrderedDict()

    def __len__(self) -> int:
        """Return how many buckets are not full."""
        self._forget(self._clock())
        return len(self._full_at)

    def take(self, key: int) -> Ruling:
        """Take one from the bucket of a key, if there is one in it."""
        if not self._step:
            return ALLOWED
        now = self._clock()
        self._forget(now)
        full_at, was_told = self._full_at.get(key, (now, False))
        full_at = max(full_at, now)
        wait = full_at + self._step - now - self._deepest
        is_allowed = wait <= 0
        self._full_at[key] = (full_at + self._step, False) if is_allowed else (full_at, True)
        self._full_at.move_to_end(key)
        return ALLOWED if is_allowed else Ruling(False, wait, not was_told)  # noqa: FBT003  # as declared

    def _forget(self, now: float) -> None:
        """Forget full buckets, those used longest ago first, and any beyond the most."""
        while self._full_at:
            key, (full_at, _) = next(iter(self._full_at.items()))
            if full_at > now and len(self._full_at) < self._most:
                return
            del self._full_at[key]


class Limits:
    """The allowances of questions, and those of choices offered while one types."""

    def __init__(
        self, user_per_minute: float = USER_PER_MINUTE, all_per_minute: float = ALL_PER_MINUTE
    ) -> None:
        """Allow so many questions a minute; 0 sets no limit."""
        self._secret = secrets.randbits(64)
        self._questions = Allowance(user_per_minute), Allowance(all_per_minute)
        self._offers = (
            Allowance(user_per_minute * _KEYSTROKES),
            Allowance(all_per_minute * _KEYSTROKES),
        )

    def question(self, user: int) -> Ruling:
        """Rule on a question."""
        return self._rule(*self._questions, user)

    def offer(self, user: int) -> Ruling:
        """Rule on offering choices."""
        return self._rule(*self._offers, user)

    @property
    def remembered(self) -> int:
        """How many users are known, each by a number, because their allowance is not whole."""
        return max(len(self._questions[0]), len(self._offers[0]))

    def _rule(self, own: Allowance, everybodys: Allowance, user: int) -> Ruling:
        key = hash((self._secret, user))
        ruling = own.take(key)
        if not ruling.is_allowed:
            return ruling
        # where all together ask too much, each is told, as often as their own allowance lasts
        shared = everybodys.take(0)
        return ALLOWED if shared.is_allowed else shared._replace(is_first=True)


def in_words(ruling: Ruling) -> tuple[str, str]:
    """Say kindly that somebody is to wait: a title and a line."""
    seconds = max(1, math.ceil(ruling.wait))
    unit = "second" if seconds == 1 else "seconds"
    return "One moment, please", f"That was a lot at once. Ask again in {seconds} {unit}."
