"""Dates as people write them: what holds for all dates, all days and all texts."""

from __future__ import annotations

import calendar
import datetime as dt
import sys
from typing import TYPE_CHECKING

import golden_dates as golden
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.asked_dates import (
    AmbiguousDate,
    UnreadableDate,
    find_dates,
    read_date,
    read_since,
    read_until,
)
from bot.answers.asked_dates import words as known
from bot.facts.dates import When

if TYPE_CHECKING:
    from collections.abc import Callable

#: Before the year 1000 words such as 'May 20' name a day and not the month of a year.
DAYS = st.dates(dt.date(1000, 1, 1))
TODAYS = st.dates()
RUSSIAN = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
HAN = str.maketrans("0123456789", "〇一二三四五六七八九")


def outcome(
    read: Callable[[str, dt.date], When], text: str, today: dt.date
) -> When | AmbiguousDate | UnreadableDate:
    """Return the date, or why there is none."""
    try:
        return read(text, today)
    except (AmbiguousDate, UnreadableDate) as why:
        return why


def point(day: dt.date, precision: int, mark: str) -> str:
    """Write a day as a year, month or day in EDTF."""
    return day.isoformat()[: (4, 7, 10)[precision]] + mark


POINTS = st.builds(point, DAYS, st.integers(0, 2), st.sampled_from(["", "", "~", "?"]))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Draw a date or interval in any form of the records."""
    ends = sorted((draw(POINTS), draw(POINTS)), key=lambda end: When.parse(end).first)
    forms = (ends[0], "/".join(ends), f"{ends[0]}/..", f"../{ends[0]}")
    return When.parse(draw(st.sampled_from(forms)))


@given(whens(), TODAYS)
def test_what_the_records_write_and_what_is_shown_reads_back(when: When, today: dt.date) -> None:
    """EDTF, and the words in which a date is shown, mean the same date on any day."""
    start, slash, end = when.text.partition("/")
    expected = start if slash and start == end else when.text
    assert read_date(when.text, today).text == expected
    assert read_date(when.in_words(), today).text == expected


@given(whens(), TODAYS)
def test_a_date_bounds_a_range_by_its_ends(when: When, today: dt.date) -> None:
    """'since' keeps the first day and 'until' the last, so what lies between is the date."""
    if not when.text.startswith(".."):
        assert read_since(when.text, today).first == when.first
    if not when.text.endswith(".."):
        assert read_until(when.text, today).last == when.last


@given(DAYS, TODAYS)
def test_a_day_is_the_same_in_every_language_and_order(day: dt.date, today: dt.date) -> None:
    """However a day is written out, it is that day, whatever day today is."""
    year, month, number = day.year, day.month, day.day
    name, short = calendar.month_name[month], calendar.month_abbr[month]
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number // 10 != 1 else 0, "th")
    chinese = f"{year}年{month}月{number}日"
    for text in (
        *(f"{number} {name} {year}", f"{name} {number}, {year}", f"{short} {number} {year}"),
        *(f"{number}{suffix} of {name}, {year}", f"on {name} {number}{suffix}, {year}"),
        *(f"{number} {RUSSIAN[month - 1]} {year} года", f"{number}-го {RUSSIAN[month - 1]} {year}"),
        *(chinese, chinese.translate(FULLWIDTH), f"{year}/{month:02}/{number:02}"),
        f"{str(year).translate(HAN)}年{month}月{number}日",
        f"{year}.{month}.{number}",
        day.strftime("%Y%m%d").rjust(8, "0"),
    ):
        assert read_date(text, today).text == day.isoformat(), text


@given(DAYS, TODAYS)
def test_a_day_of_digits_alone_is_that_day_or_asked_back(day: dt.date, today: dt.date) -> None:
    """Day first or month first, the day that was meant is the reading or one of the choices."""
    for text in (f"{day.day:02}.{day.month:02}.{day.year}", f"{day.month}/{day.day}/{day.year}"):
        got = outcome(read_date, text, today)
        if day.day > 12 or day.day == day.month:
            assert got == When.parse(day.isoformat())
        else:
            assert isinstance(got, AmbiguousDate)
            assert When.parse(day.isoformat()) in got.readings
            assert len(got.readings) == 2


JOINED = ("from {} to {}", "between {} and {}", "{} - {}", "{}/{}", "с {} по {}", "从{}到{}")


@given(DAYS, DAYS, st.sampled_from(JOINED))
def test_two_days_make_one_range_however_they_are_joined(
    one: dt.date, other: dt.date, form: str
) -> None:
    """'from … to …', 'between … and …', a dash and a slash mean the same days; turned, none."""
    first, last = sorted((one, other))
    found = read_date(form.format(first, last), golden.TODAY)
    assert (found.first, found.last) == (first.toordinal(), last.toordinal())
    if first != last:
        turned = outcome(read_date, form.format(last, first), golden.TODAY)
        assert isinstance(turned, UnreadableDate)
        assert "turn the two round" in str(turned)


@given(TODAYS, st.integers(1, 12), st.integers(1, 31))
def test_a_day_without_a_year_is_the_last_that_has_come(
    today: dt.date, month: int, number: int
) -> None:
    """A day and month mean their last day up to today, and the next such lies after today."""
    text = f"{number} {calendar.month_name[month]}"
    found = outcome(read_date, text, today)
    if not isinstance(found, When):
        assert number > calendar.monthrange(2000, month)[1] or today.year < 9
        return
    day = dt.date.fromordinal(found.first)
    assert (day.month, day.day, found.first) == (month, number, found.last)
    if today.year >= 9:
        assert day <= today
        assert (today - day).days <= 8 * 366


@given(TODAYS, st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_units_follow_on_each_other(today: dt.date, unit: str) -> None:
    """This week holds today, last week ends the day before it, the next begins the day after."""
    try:
        last, this, coming = (
            read_date(f"{which} {unit}", today) for which in ("last", "this", "next")
        )
    except UnreadableDate:
        assert today.year in {1, 9999}
        return
    assert this.first <= today.toordinal() <= this.last
    assert (last.last + 1, coming.first - 1) == (this.first, this.last)


WORDS = st.sampled_from(sorted({*known.MONTHS, *known.UNITS, *known.OFFSETS, *known.SEASONS}))
PREPOSITIONS = st.sampled_from(
    sorted({*known.SINCE, *known.UNTIL, *known.BETWEEN, *known.TO, *known.AND, *known.EDGES})
)
NUMBERS = st.from_regex(r"[0-9]{1,4}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}", fullmatch=True)
SIGNS = st.sampled_from(
    [
        "2nd",
        "1990s",
        "90-е",
        "20251202",
        "Q1",
        "W53",
        "XX",
        "5月",
        "7日",
        "2025年",
        "十二",
        "二〇二五",
    ]
) | st.sampled_from("/-~?+.,()'")
PIECES = st.lists(WORDS | PREPOSITIONS | NUMBERS | SIGNS | st.text(max_size=3), max_size=9)
TEXTS = st.text(max_size=60) | st.builds(str.join, st.sampled_from(["", " "]), PIECES)


@given(TEXTS, TODAYS)
def test_any_text_is_read_or_refused(text: str, today: dt.date) -> None:
    """Any text at all is a date, two to choose from, or none for a reason; nothing else."""
    for read in (read_date, read_since, read_until):
        got = outcome(read, text, today)
        if isinstance(got, AmbiguousDate):
            assert list(got.readings) == sorted(set(got.readings))
            assert len(got.readings) > 1
        elif isinstance(got, When):
            assert When.parse(got.text) == got
        else:
            assert str(got)


@given(TEXTS, TODAYS)
def test_any_sentence_is_cut_cleanly(text: str, today: dt.date) -> None:
    """Spans lie inside the sentence, in order and apart; an ambiguous date has two readings."""
    dates = find_dates(text, today)
    edges = [0, *(edge for span in dates.spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(start < end for start, end in dates.spans)
    assert dates.spans or not (dates.range or dates.ambiguous or dates.unreadable)
    if dates.ambiguous:
        assert dates.range is None
        assert dates.ambiguous.words in text
        assert len(set(dates.ambiguous.readings)) > 1


NO_DATES = [line.split(" | ")[0] for line in golden.SENTENCES.split("\n") if " | - | " in line]


@given(st.sampled_from(NO_DATES), TODAYS)
def test_names_and_counts_are_no_dates_on_any_day(text: str, today: dt.date) -> None:
    """What is no date today is none on another day either."""
    assert not find_dates(text, today).spans


LONG = 6_000


def steps(text: str) -> int:
    """Count the calls that it takes to find the dates in a text."""
    counted = 0

    def count(_frame: object, event: str, _called: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find_dates(text, golden.TODAY)
    finally:
        sys.setprofile(before)
    return counted


@settings(deadline=None, max_examples=25)
@given(
    st.lists(WORDS | PREPOSITIONS | NUMBERS | SIGNS, min_size=1, max_size=3), st.sampled_from(" ,")
)
def test_the_work_grows_with_the_length_and_no_faster(pieces: list[str], between: str) -> None:
    """Twice as long a text of any repeated words takes at most twice the steps."""
    text = (between.join(pieces) + between) * LONG
    assert steps(text[: LONG // 4]) <= 2.2 * steps(text[: LONG // 8]) + 100
    assert len(str(outcome(read_date, text[:LONG], golden.TODAY))) < 300
