"""``/timeline``: what is in it, in what order, and how its range is read, on a made-up base."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from folders import write
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.asking import Asking
from bot.answers.model import Status
from bot.answers.typed import answer_typed
from bot.edition import Edition
from bot.facts.dates import When

if TYPE_CHECKING:
    from bot.answers.model import Answer

FACTS = """\
sources:
  bulletin: {title: The Bulletin, publisher: Ministry, kind: official, language: en}
people:
  mara-voss: {name: Mara Voss, names: [Voss]}
  nobody-yet: {name: Piet Quill}
organisations:
  estland: {name: Estland, cite: [bulletin#1]}
  lakeside: {name: Lakeside, names: [Озёрск, 湖滨], cite: [bulletin#1]}
topics:
  canals: {name: Canals}
events:
  charter: {title: Charter signed, when: 1996?, who: [estland], cite: [bulletin#2]}
  works: {title: Works on the locks, when: 2001~/2024, topics: [canals], cite: [bulletin#3]}
  toll-free: {title: Passage without toll, when: 2023/.., topics: [canals], cite: [bulletin#4]}
  old-law: {title: The old law in force, when: ../1999, cite: [bulletin#4]}
  year-of-water: {title: Year of water, when: 2025, topics: [canals], cite: [bulletin#5]}
  opening: {title: Locks opened, when: 2025-05-08, place: "North Lock, Lakeside",
    who: [mara-voss], topics: [canals], cite: [bulletin#6]}
  closing: {title: Locks closed, when: 2025-08-05, place: Port Amber, topics: [canals],
    cite: [bulletin#7]}
  visit: {title: Visit to Port Amber, place: Port Amber, who: [mara-voss], cite: [bulletin#8]}
  survey: {title: A survey, topics: [canals], cite: [bulletin#9]}
statements:
  fees: {by: [estland], says: Estland says that fees stay., topics: [canals], cite: [bulletin#9]}
"""
TODAY = dt.date(2026, 2, 11)


@functools.cache
def edition() -> Edition:
    """Load the made-up base."""
    with TemporaryDirectory() as folder:
        return Edition.load(write(Path(folder), facts=FACTS))


def ask(options: str) -> Answer:
    """Answer ``/timeline`` with these options."""
    return answer_typed(Asking(edition(), TODAY), f"/timeline {options}".strip())


def ids(answer: Answer) -> list[str]:
    """Return the records of the lines, in order."""
    return [item.id for item in answer.items]


def test_events_stand_in_order_of_time_and_undated_ones_last() -> None:
    """Open starts come first, a year before its days; what is undated has its own heading."""
    answer = ask("")
    assert ids(answer) == [
        *("old-law", "charter", "works", "toll-free", "year-of-water", "opening", "closing"),
        *("visit", "survey"),  # in the order of their source
    ]
    headings = {item.id: item.heading for item in answer.items}
    assert headings["survey"] == headings["visit"] == "Undated in the source"
    assert headings["closing"] == "Events"
    assert answer.notes[0] == "Range as understood: all dates"


@pytest.mark.parametrize(
    ("options", "understood"),
    [
        ("since:2025", "since 2025"),
        ("until:may 2025", "until May 2025"),
        ("since:2023 until:may 2025", "2023 to May 2025"),
        ("since:2025 until:2025", "2025"),
        ("since:last year", "since 2025"),
        ("since:after 2023", "since 2024"),
        ("until:before 2025", "until 2024"),
        ("since:2023 to 2025", "2023 to 2025"),
        ("until:2023 to 2025", "2023 to 2025"),
        ("since:between may and october 2025", "May 2025 to October 2025"),
        ("since:2023 to 2025 until:2024", "2023 to 2024"),
        ("since:summer 2025", "since June 2025"),
        ("until:Q1 2025", "until March 2025"),
        ("since:с мая 2025", "since May 2025"),
        ("since:2025年5月", "since May 2025"),
        ("since:about 2001", "since about 2001"),
    ],
)
def test_the_range_is_shown_as_it_was_understood(options: str, understood: str) -> None:
    """However a range is typed, the first note says from when to when the answer goes."""
    assert ask(options).notes[0] == f"Range as understood: {understood}"


def test_what_overlaps_a_range_is_in_it() -> None:
    """Intervals that reach into a range, open ones, and inferred dates count; others do not."""
    assert ids(ask("since:2024 until:2024")) == ["works", "toll-free"]
    assert ids(ask("until:1998")) == ["old-law", "charter"]
    assert ids(ask("since:2026")) == ["toll-free"]
    assert ids(ask("since:8 may 2025 until:8 may 2025")) == [
        *("toll-free", "year-of-water", "opening"),
    ]


def test_dates_wider_than_the_range_are_counted() -> None:
    """A year may lie outside a range of days that it contains, and the answer says so."""
    answer = ask("about:canals since:may 2025 until:may 2025")
    assert "1 event dated less exactly than the range may lie outside it." in answer.notes
    assert not any("less exactly" in note for note in ask("since:2025 until:2025").notes)


def test_undated_events_are_counted_where_a_range_is_asked_for() -> None:
    """What cannot be placed in a range is not shown in it, and not passed over in silence."""
    answer = ask("about:canals since:2025")
    assert "survey" not in ids(answer)
    assert any(note.startswith("1 undated event cannot be placed") for note in answer.notes)
    assert ("Canals, all dates", "/timeline about:canals") in [
        (lead.label, lead.ask) for lead in answer.leads
    ]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("Mara Voss", ["opening", "visit"]),
        ("voss", ["opening", "visit"]),
        ("estland", ["charter"]),
        ("charter", ["charter"]),
        ("Lakeside", ["opening"]),
        ("Озёрск", ["opening"]),
        ("湖滨", ["opening"]),
        ("Port Amber", ["closing", "visit"]),
        ("port amber", ["closing", "visit"]),
        ("North Lock", ["opening"]),
    ],
)
def test_events_are_found_by_whom_or_what_they_are_about(about: str, expected: list[str]) -> None:
    """People, bodies, topics, events, and places, whether or not the place has a record."""
    answer = ask(f"about:{about}")
    assert answer.status is Status.FOUND
    assert ids(answer) == expected


def test_a_range_without_events_says_when_there_are_some() -> None:
    """A miss for want of the right dates names the dates there are, and leads to all of them."""
    answer = ask("about:voss since:2026")
    assert answer.status is Status.NOT_FOUND
    assert answer.title == "No events in this range: Mara Voss"
    assert "Dated events: 8 May 2025" in answer.notes
    assert [offer.ask for offer in answer.suggestions] == ["/timeline about:mara-voss"]


def test_a_subject_without_events_is_a_miss() -> None:
    """Where the base names somebody and has no event, it says so."""
    answer = ask("about:Piet Quill since:2020")
    assert answer.status is Status.NOT_FOUND
    assert answer.title == "No events in this base: Piet Quill"


def test_a_subject_that_is_none_is_a_miss() -> None:
    """What is not known at all is told with every kind of thing that was looked through."""
    answer = ask("about:xqzzvk")
    assert answer.status is Status.NOT_FOUND
    kinds = "person, organisation, topic or event"
    assert answer.notes[0] == f"No {kinds} here has a name close enough."


def test_a_range_that_ends_before_it_starts_is_offered_the_other_way_round() -> None:
    """The question that was probably meant is one press away, and is a good one."""
    answer = ask("about:canals since:2025 until:2023")
    assert answer.status is Status.INVALID
    assert answer.title == "'2025' is later than '2023'"
    (offer,) = answer.suggestions
    assert (offer.label, offer.ask) == (
        "2023 to 2025",
        "/timeline about:canals since:2023 until:2025",
    )
    again = answer_typed(Asking(edition(), TODAY), offer.ask)
    assert again.notes[0] == "Range as understood: 2023 to 2025"


def test_a_date_with_two_readings_is_asked_back() -> None:
    """Both readings are choices that keep the rest of the question."""
    answer = ask("about:canals since:08.05.2025 until:2025")
    assert answer.status is Status.AMBIGUOUS
    assert [(offer.label, offer.ask) for offer in answer.suggestions] == [
        ("8 May 2025", "/timeline about:canals since:2025-05-08 until:2025"),
        ("5 August 2025", "/timeline about:canals since:2025-08-05 until:2025"),
    ]
    found = answer_typed(Asking(edition(), TODAY), answer.suggestions[1].ask)
    assert ids(found) == ["toll-free", "year-of-water", "closing"]


@pytest.mark.parametrize("option", ["since", "until"])
def test_a_date_that_cannot_be_read_says_what_is_wrong(option: str) -> None:
    """An impossible date is refused by its own fault, a word that is none by what to write."""
    answer = ask(f"{option}:30 February 2025")
    assert answer.status is Status.INVALID
    assert answer.notes == ("There is no 30 February 2025; February 2025 has 28 days.",)
    answer = ask(f"{option}:soonish")
    assert answer.status is Status.INVALID
    assert "'soonish'" in answer.title
    assert "2025-05-07" in answer.notes[0]


def test_an_end_typed_as_a_start_is_offered_as_an_end() -> None:
    """'since: until 2025' and 'until: since 2025' lead to the option that was meant."""
    for option, other in (("since", "until"), ("until", "since")):
        answer = ask(f"about:canals {option}:{other} 2025")
        assert answer.status is Status.INVALID
        assert [offer.ask for offer in answer.suggestions] == [
            f"/timeline about:canals {other}:2025"
        ]


DAYS = st.dates(dt.date(1994, 1, 1), dt.date(2027, 12, 31)).map(dt.date.isoformat)


@given(DAYS, DAYS)
def test_exactly_the_dated_events_that_overlap_are_shown(one: str, other: str) -> None:
    """For any two days: what shares a day with the range is in the answer, and nothing else."""
    since, until = sorted((one, other))
    bounds = When.parse(f"{since}/{until}")
    events = edition().base.events.values()
    expected = {event.id for event in events if event.when and event.when.overlaps(bounds)}
    assert set(ids(ask(f"since:{since} until:{until}"))) == expected
