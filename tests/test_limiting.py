"""How much may be asked: allowances run out, refill, are told of once, and take no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.connection.lateness import Lateness
from bot.connection.limiting import Allowance, Limits, Ruling, in_words

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        """Start at some time."""
        self.now = 1_000.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Return a clock at some time."""
    return Clock()


def taken(allowance: Allowance, key: int = 1, most: int = 10_000) -> int:
    """Take until refused; return how often that was."""
    return next(n for n in range(most) if not allowance.take(key).is_allowed)


def test_a_third_of_a_minutes_allowance_can_be_used_at_once(clock: Clock) -> None:
    """Thirty a minute are ten at once, and the next after two seconds more."""
    allowance = Allowance(30, clock)
    assert taken(allowance) == 10
    clock.now += 1.9
    assert not allowance.take(1).is_allowed
    clock.now += 0.2
    assert taken(allowance) == 1


def test_over_time_no_more_than_the_rate_is_let_through(clock: Clock) -> None:
    """Ten minutes of asking ten times a second are three hundred answers and the first ten."""
    allowance = Allowance(30, clock)
    passed = 0
    for _ in range(6_000):
        clock.now += 0.1
        passed += allowance.take(1).is_allowed
    assert 308 <= passed <= 311


def test_a_small_allowance_still_allows_a_question(clock: Clock) -> None:
    """One a minute is one at once, not a third of one."""
    allowance = Allowance(1, clock)
    assert taken(allowance) == 1
    clock.now += 60
    assert taken(allowance) == 1


def test_no_limit_is_no_limit(clock: Clock) -> None:
    """Zero allows everything and remembers nobody."""
    allowance = Allowance(0, clock)
    assert all(allowance.take(1).is_allowed for _ in range(5_000))
    assert len(allowance) == 0


def test_who_is_refused_is_told_once_until_there_is_something_again(clock: Clock) -> None:
    """The first refusal says so, the next do not, and after a pause it is said again."""
    allowance = Allowance(30, clock)
    taken(allowance, most=11)
    assert not allowance.take(1).is_first
    clock.now += 2
    assert allowance.take(1).is_allowed
    assert allowance.take(1).is_first


def test_the_wait_that_is_told_is_enough(clock: Clock) -> None:
    """Whoever waits as long as told is let through."""
    allowance = Allowance(7, clock)
    taken(allowance)
    clock.now += allowance.take(1).wait + 1e-6
    assert allowance.take(1).is_allowed


def test_whoever_is_not_asking_is_forgotten(clock: Clock) -> None:
    """A user is remembered only until the allowance is whole again."""
    allowance = Allowance(30, clock)
    for user in range(100):
        allowance.take(user)
    assert len(allowance) == 100
    clock.now += 2.1
    assert len(allowance) == 0


@given(st.lists(st.tuples(st.integers(0, 5_000), st.floats(0, 0.01)), max_size=300))
def test_the_table_of_users_is_bounded(steps: list[tuple[int, float]]) -> None:
    """However many users ask, no more than the most are remembered."""
    clock = Clock()
    allowance = Allowance(30, clock, most=50)
    for user, pause in steps:
        clock.now += pause
        allowance.take(user)
        assert len(allowance) <= 50


def test_one_user_does_not_use_up_anothers(clock: Clock) -> None:
    """Each has an allowance of their own."""
    allowance = Allowance(30, clock)
    taken(allowance, 1)
    assert taken(allowance, 2) == 10


def asked(ask: Callable[[int], Ruling], users: range, each: int) -> list[Ruling]:
    """Let users ask in turn."""
    return [ask(user) for _ in range(each) for user in users]


def test_all_together_are_limited_too() -> None:
    """A crowd in which nobody asks much is let through only as fast as all may ask."""
    limits = Limits(user_per_minute=30, all_per_minute=300)
    rulings = asked(limits.question, range(1_000), 1)
    assert 100 <= sum(ruling.is_allowed for ruling in rulings) <= 102
    assert all(ruling.is_first for ruling in rulings if not ruling.is_allowed)


def test_who_goes_on_asking_in_a_crowd_is_told_no_more_than_their_own_allowance() -> None:
    """Hammering while all are told to wait is answered ten times, then not at all."""
    limits = Limits(user_per_minute=30, all_per_minute=3)
    limits.question(1)
    told = [limits.question(2).is_first for _ in range(100)]
    assert 10 <= sum(told) <= 11


def test_offers_are_counted_apart_from_questions() -> None:
    """Whoever types a long name can still ask, and whoever asked a lot is still offered choices."""
    limits = Limits(user_per_minute=30)
    assert sum(limits.offer(1).is_allowed for _ in range(1_000)) in {120, 121}
    assert limits.question(1).is_allowed


def test_no_user_is_remembered_by_id() -> None:
    """What is kept of a user is a number that cannot be told from any other."""
    user = 1_100_000_000_000_000_012

    def held() -> list[int]:
        limits = Limits()
        limits.question(user)
        assert limits.remembered == 1
        return [key for each in limits._questions for key in each._full_at]  # noqa: SLF001  # what is kept

    assert user not in held()
    assert held() != held()


def test_the_words_say_how_long() -> None:
    """A person is told for how many whole seconds to wait."""
    assert in_words(Ruling(is_allowed=False, wait=0.2))[1].endswith("in 1 second.")
    assert in_words(Ruling(is_allowed=False, wait=4.0))[1].endswith("in 4 seconds.")
    assert in_words(Ruling(is_allowed=False, wait=4.1))[1].endswith("in 5 seconds.")


def test_lateness_is_measured_against_the_soonest(clock: Clock) -> None:
    """However the clocks differ, what takes longer than the quickest is late by that."""
    lateness = Lateness(clock)
    assert lateness.of(clock.now - 7_000) == 0
    assert lateness.of(clock.now - 7_003) == 3
    assert lateness.of(clock.now - 7_000.5) == 0.5


@pytest.mark.parametrize("by", [3_600.0, -3_600.0])
def test_a_clock_that_is_set_is_soon_forgotten(clock: Clock, by: float) -> None:
    """After the clock was put forward or back, nothing is taken for late after some seconds."""
    lateness = Lateness(clock)
    lateness.of(clock.now)
    said = clock.now
    clock.now += by
    for _ in range(45):
        clock.now += 1
        said += 1
        lateness.of(said)
    assert lateness.of(said) == 0
