"""Dates as people write them: what is read, asked back, refused, and what is no date."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import golden_dates as golden
import pytest

from bot.answers.asked_dates import (
    AmbiguousDate,
    UnreadableDate,
    find_dates,
    read_date,
    read_since,
    read_until,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.facts.dates import When

DATES = (
    *(golden.PLAIN, golden.PERIODS, golden.RANGES, golden.RELATIVE, golden.AHEAD),
    golden.REFUSED,
)
TODAY = golden.TODAY


def rows(*tables: str, by: str = " => ") -> list[tuple[str, ...]]:
    """Return the columns of each line of some tables."""
    lines = (line for table in tables for line in table.strip("\n").split("\n"))
    return [tuple(part.rstrip(" ") for part in f"{line} ".split(by)) for line in lines]


def told(read: Callable[[str, dt.date], When], text: str, today: dt.date = TODAY) -> str:
    """Return what a text is read as, in the notation of the tables."""
    try:
        return str(read(text, today))
    except AmbiguousDate as ambiguous:
        return "|".join(map(str, ambiguous.readings))
    except UnreadableDate as unreadable:
        return f"!{unreadable}"


def agrees(got: str, expected: str) -> bool:
    """Whether a reading is the expected one, or refused with the expected reason."""
    if not expected.startswith("!"):
        return got == expected
    return got.startswith("!") and expected[1:] in got


@pytest.mark.parametrize(("text", "expected"), rows(*DATES))
def test_a_date_is_read_as_it_is_meant(text: str, expected: str) -> None:
    """Each way to write a date means its days; what is no date, or two, is never guessed."""
    got = told(read_date, text)
    assert agrees(got, expected), got


@pytest.mark.parametrize(("today", "text", "expected"), rows(golden.OTHER_DAYS))
def test_what_is_told_from_today_depends_on_today(today: str, text: str, expected: str) -> None:
    """At year ends, in leap years, and in weeks that lie in two years as on any other day."""
    got = told(read_date, text, dt.date.fromisoformat(today))
    assert agrees(got, expected), got


@pytest.mark.parametrize(("text", "since", "until"), rows(golden.BOUNDS))
def test_an_option_bounds_a_range(text: str, since: str, until: str) -> None:
    """'since' goes from the first day on, 'until' up to the last; a whole range stays whole."""
    assert agrees(told(read_since, text), since), told(read_since, text)
    assert agrees(told(read_until, text), until), told(read_until, text)


@pytest.mark.parametrize(("text", "expected", "rest"), rows(golden.SENTENCES, by=" | "))
def test_a_date_in_a_sentence_is_found_and_nothing_else(
    text: str, expected: str, rest: str
) -> None:
    """Dates are found with the words that place them; names, counts and labels are left alone."""
    dates = find_dates(text, TODAY)
    assert (str(dates.range or "-"), dates.rest) == (expected, rest)
    assert dates.ambiguous is None
    assert dates.unreadable is None
    assert bool(dates.spans) == (expected != "-")


@pytest.mark.parametrize(("text", "expected", "rest"), rows(golden.NAMES, by=" | "))
def test_a_month_in_a_name_is_no_date(text: str, expected: str, rest: str) -> None:
    """Beside a capital word that means nothing to who asks, a month belongs to a name."""
    dates = find_dates(text, TODAY, golden.KNOWN.split().__contains__)
    assert (str(dates.range or "-"), dates.rest) == (expected, rest)


def test_spans_cut_the_words_of_the_dates_out() -> None:
    """The spans are the very characters that speak of dates, prepositions among them."""
    text = "What did Lavrov say since may 2025 on Taiwan, and Wang Yi until last week?"
    dates = find_dates(text, TODAY)
    assert [text[start:end] for start, end in dates.spans] == ["since may 2025", "until last week"]
    assert dates.rest == "What did Lavrov say on Taiwan, and Wang Yi ?"


def test_an_ambiguous_date_in_a_sentence_is_asked_back() -> None:
    """The sentence is kept for each reading, with the words that place the date."""
    dates = find_dates("what was said since 08.05.2025 on Japan", TODAY)
    assert dates.range is None
    assert dates.ambiguous is not None
    assert dates.ambiguous.words == "since 08.05.2025"
    again = [dates.instead(reading) for reading in dates.ambiguous.readings]
    assert again == [
        "what was said since 8 May 2025 on Japan",
        "what was said since 5 August 2025 on Japan",
    ]
    found = [find_dates(text, TODAY) for text in again]
    assert [str(one.range) for one in found] == ["2025-05-08/..", "2025-08-05/.."]
    assert {one.rest for one in found} == {"what was said on Japan"}


def test_one_text_orders_all_its_digits_alike() -> None:
    """A date that can be read in one way only settles how the others are ordered."""
    dates = find_dates("from 25.12.2025 until 08.01.2026", TODAY)
    assert str(dates.range) == "2025-12-25/2026-01-08"
    apart = find_dates("talks on 25.12.2025 in Moscow and on 08.01.2026 in Beijing", TODAY)
    assert str(apart.range) == "2025-12-25/2026-01-08"
    assert told(read_date, "12/25/2025 - 01/08/2026") == "2025-12-25/2026-01-08"


def test_an_impossible_date_in_a_sentence_is_told() -> None:
    """The other dates still count, and the impossible one is neither guessed nor left in."""
    dates = find_dates("what happened on 30 February 2025 in Moscow", TODAY)
    assert dates.range is None
    assert str(dates.unreadable) == "There is no 30 February 2025; February 2025 has 28 days."
    assert dates.rest == "what happened in Moscow"
    both = find_dates("what happened on 30 February 2025 and in may 2025", TODAY)
    assert str(both.range) == "2025-05"
    assert both.unreadable is not None


def test_dates_that_leave_no_day_out_are_no_range() -> None:
    """'Before 2020 or after 2024' spans all there is, so it narrows nothing."""
    dates = find_dates("what was before 2020 or after 2024", TODAY)
    assert dates.range is None
    assert len(dates.spans) == 2


def test_a_message_names_the_words_that_are_in_the_way() -> None:
    """Whoever types a date and more learns which word is no date, shortened if it is long."""
    with pytest.raises(UnreadableDate, match="'Moscow' in '2025 Moscow' is no date"):
        read_date("2025 Moscow", TODAY)
    with pytest.raises(UnreadableDate) as caught:
        read_date("x" * 5_000, TODAY)
    assert len(str(caught.value)) < 300
