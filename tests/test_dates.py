"""Dates in the EDTF subset: what is read, what is refused, and how dates compare."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.dates import FIRST_DAY, LAST_DAY, DateError, When
from bot.facts.showing import shown


def days(when: When) -> tuple[str, str]:
    """Return the first and last day in ISO form."""
    ends = (dt.date.fromordinal(day).isoformat() for day in (when.first, when.last))
    first, last = ends
    return first, last


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2025", "2025-01-01", "2025-12-31", "2025"),
        ("2025-05", "2025-05-01", "2025-05-31", "May 2025"),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
        ("2025-05-07", "2025-05-07", "2025-05-07", "7 May 2025"),
        ("0001", "0001-01-01", "0001-12-31", "1"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999"),
        ("2005~", "2005-01-01", "2005-12-31", "about 2005"),
        ("2022?", "2022-01-01", "2022-12-31", "2022 (uncertain)"),
        ("2023-03-20/2023-03-22", "2023-03-20", "2023-03-22", "20 March 2023 to 22 March 2023"),
        ("2023/2025-05", "2023-01-01", "2025-05-31", "2023 to May 2025"),
        ("2025/2025-05", "2025-01-01", "2025-05-31", "2025 to May 2025"),
        ("2001~/..", "2001-01-01", "9999-12-31", "since about 2001"),
        ("../2025-05-07", "0001-01-01", "2025-05-07", "until 7 May 2025"),
    ],
)
def test_reads_each_form(text: str, first: str, last: str, words: str) -> None:
    """Each form covers exactly the days that it names, is shown in words, and reads back."""
    when = When.parse(text)
    assert days(when) == (first, last)
    assert when.in_words() == words
    assert str(when) == text
    assert repr(when) == f"When.parse('{text}')"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "is not a date; write 2025"),
        ("soon", "is not a date; write 2025"),
        ("25", "is not a date"),
        ("2025-5", "is not a date"),
        ("2025-05-7", "is not a date"),
        ("2025-05-07T10:00", "is not a date"),
        (" 2025", "is not a date"),
        ("2025\n", "is not a date"),
        ("08.05.2025", "is not a date"),
        ("２０２５", "is not a date"),
        ("2025~?", "is not a date"),
        ("2025%", "is not a date"),
        ("202X", "is not a date"),
        ("2025-21", "has no month 21; months are 01 to 12"),
        ("2025-00", "has no month 00"),
        ("2025-02-30", "has no day 30; February 2025 has 28 days"),
        ("2024-02-30", "has no day 30; February 2024 has 29 days"),
        ("2025-06-00", "has no day 00; June 2025 has 30 days"),
        ("0000", "BCE (year 0000), which is out of scope"),
        ("-0044", "is a date BCE, which is out of scope"),
        ("2025/-0044", "is a date BCE"),
        ("../..", "has neither a start nor an end"),
        ("/2025", "is not a date"),
        ("2025/", "is not a date"),
        ("2025/2026/2027", "is not a date"),
        ("2025/2024", "ends before it starts; turn it round: 2024/2025"),
        ("2025-05-07/2025-05-06", "turn it round: 2025-05-06/2025-05-07"),
        ("2025-06/2025-05-07", "ends before it starts"),
    ],
)
def test_refuses_what_is_no_date(text: str, part: str) -> None:
    """What is no date, is impossible, reversed or BCE is refused in words that say what to do."""
    with pytest.raises(DateError) as caught:
        When.parse(text)
    message = str(caught.value)
    assert message.startswith(shown(text))
    assert part in message


def test_marks_make_a_date_inferred() -> None:
    """A date is inferred if any end of it carries a mark."""
    marked = ("2025~", "2025-05?", "2001~/..", "2001/2005?", "../2001~")
    assert all(When.parse(text).is_inferred for text in marked)
    plain = ("2025", "2025-05-07", "2001/2005", "../2001")
    assert not any(When.parse(text).is_inferred for text in plain)


def test_a_longer_date_sorts_before_what_it_contains() -> None:
    """A year sorts before its months, a month before its days, an open start before all."""
    in_order = [
        "../2025",
        "2024-12-31",
        "2025/..",
        "2025",
        "2025~",
        "2025-01",
        "2025-01-01",
        "2026",
    ]
    assert [str(when) for when in sorted(map(When.parse, reversed(in_order)))] == in_order


def test_equality_is_of_the_claim_and_not_of_the_days() -> None:
    """'2025' and '2025~' are different claims; one text is one claim, also as a dictionary key."""
    assert When.parse("2025") != When.parse("2025~")
    assert len({When.parse("2025"), When.parse("2025"), When.parse("2025?")}) == 2
    assert When.parse("2025") != "2025"


def point(day: dt.date, precision: int, mark: str) -> str:
    """Write a day as a year, month or day."""
    return day.isoformat()[: (4, 7, 10)[precision]] + mark


MARKS = st.sampled_from(["", "", "~", "?"])
POINTS = st.builds(point, st.dates(), st.integers(0, 2), MARKS)
NEAR = st.builds(
    point, st.dates(dt.date(2023, 11, 1), dt.date(2024, 3, 31)), st.integers(1, 2), MARKS
)


def whens(points: st.SearchStrategy[str]) -> st.SearchStrategy[When]:
    """Draw dates and intervals in every form."""
    closed = st.lists(points, min_size=2, max_size=2).map(
        lambda ends: "/".join(sorted(ends, key=lambda end: When.parse(end).first))
    )
    half_open = points.map(lambda end: f"{end}/..") | points.map(lambda end: f"../{end}")
    return (points | closed | half_open).map(When.parse)


@given(whens(POINTS))
def test_a_date_reads_back_as_written(when: When) -> None:
    """Writing a date and reading it again gives the same date, covering the same days."""
    again = When.parse(str(when))
    assert (again, again.first, again.last) == (when, when.first, when.last)
    assert FIRST_DAY <= when.first <= when.last <= LAST_DAY
    assert when.in_words()


@given(whens(NEAR), whens(NEAR), whens(NEAR))
def test_the_order_is_total_and_consistent(one: When, two: When, three: When) -> None:
    """Of two dates exactly one of <, ==, > holds, and order carries over from pair to pair."""
    assert [one < two, one == two, one > two].count(True) == 1
    assert (one <= two) == (not two < one)
    if one <= two <= three:
        assert one <= three
    if one == two:
        assert hash(one) == hash(two)
    if one.first < two.first:
        assert one < two
    if one.first == two.first and one.last > two.last:
        assert one < two


@given(whens(NEAR), whens(NEAR))
def test_overlapping_is_having_a_day_in_common(one: When, two: When) -> None:
    """Two dates overlap, either way round, if and only if some day lies in both."""
    window = range(dt.date(2023, 10, 1).toordinal(), dt.date(2024, 5, 1).toordinal())
    shared = any(one.first <= day <= one.last and two.first <= day <= two.last for day in window)
    assert one.overlaps(two) is shared
    assert two.overlaps(one) is shared


@given(st.text(max_size=12) | st.text("0123456789-/~?.", max_size=24))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """Any text at all is read or refused with a reason, and nothing else happens."""
    try:
        told = str(When.parse(text))
    except DateError as error:
        told = str(error)
    assert told == text or "; " in told
