"""What a reader with fresh eyes asked, in ``golden_readers.yaml``, and the rules that it led to.

138 of the first 150 were answered as expected before anything was changed on their account.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
import yaml
from plainly import Q, ask, faults
from shipped import edition

from bot.facts.dates import When
from bot.facts.records import Statement

ANY: Final = "who|topic|timeline|quote|verify|source|about|plain"
MISSED: Final = "missed"
TABLES: Final = yaml.safe_load(
    Path(__file__).with_suffix(".yaml").with_stem("golden_readers").read_text(encoding="utf-8")
)
ROWS: Final = [
    Q(
        row["ask"],
        row.get("command", ANY),
        row["status"],
        tuple(row.get("has", ())),
        tuple(row.get("lacks", ())),
    )
    for role, rows in TABLES.items()
    if role != MISSED
    for row in rows
]


def named(row: Q) -> str:
    """Return what a row is called among the tests."""
    return row.question[:60]


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_question_is_answered_as_its_reader_expects(row: Q) -> None:
    """A question is answered from what it names, and no other question is answered in its place."""
    assert faults(row) == []


@pytest.mark.parametrize("question", TABLES[MISSED])
def test_what_is_missed_is_missed_openly(question: str) -> None:
    """A question that is not understood whole gets nothing shown, and something to go on from."""
    answer = ask(question)
    assert answer.status == "not_found"
    assert not answer.items
    assert answer.suggestions


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
@pytest.mark.parametrize("who", ["Wang Yi", "Sergei Lavrov", "Sergei Shoigu", "Vladimir Putin"])
def test_what_is_dated_was_said_then(who: str, year: int) -> None:
    """What somebody said on another year is not what they said in it, whatever figures it has."""
    base = edition().base
    for item in ask(f"what did {who} say in {year}").items:
        record = base.records[item.id]
        if isinstance(record, Statement) and record.when is not None:
            assert record.when.overlaps(When.parse(str(year)))


def test_a_figure_of_a_year_is_none_of_its_months() -> None:
    """A figure is shown for the time that it covers, or a longer one, and for no part of it."""
    asked = ("in 2024", "since 2024", "in March 2024")
    shown = ["xm-trade-record" in [one.id for one in ask(f"trade {when}").items] for when in asked]
    assert shown == [True, True, False]


@pytest.mark.parametrize("place", ["Japan", "Iran", "Israel", "the United States", "North Korea"])
@pytest.mark.parametrize("who", ["Wang Yi", "Xi Jinping", "Vladimir Putin"])
def test_nobody_spoke_where_nothing_is_held(who: str, place: str) -> None:
    """What is said about a country is not shown as said in it."""
    assert ask(f"What did {who} say in {place}?").status == "not_found"


@pytest.mark.parametrize(
    "question", ["Wang Yi on Japan with a strange word", "王毅怎么看日本的奶酪"]
)
def test_a_miss_offers_the_question_without_its_strange_words(question: str) -> None:
    """Where only other words are in the way, the same question without them is offered first."""
    answer = ask(question)
    assert answer.status == "not_found"
    assert answer.suggestions[0].ask == "Wang Yi on Japan"
    assert ask(answer.suggestions[0].ask).status == "found"


def test_the_same_question_is_offered_only_where_it_is_answered() -> None:
    """Xi has nothing on Japan at any date, so leaving the date out is not offered."""
    offers = [offer.ask for offer in ask("Xi Jinping on Japan in May 2025").suggestions]
    assert "Xi Jinping on Japan" not in offers


def test_a_misspelt_subject_is_offered_beside_a_known_speaker() -> None:
    """Behind 'Lavrov on' a strange word may be a subject, and the one nearest to it is offered."""
    assert "/topic name:Taiwan" in [offer.ask for offer in ask("Lavrov on Tiawann").suggestions]


@pytest.mark.parametrize("name", ["China", "Taiwan", "Moscow", "Wang Yi", "NATO"])
@pytest.mark.parametrize(
    "greeting", ["hello {}", "good morning {}", "привет {}", "greetings from {}"]
)
def test_a_greeting_asks_nothing(greeting: str, name: str) -> None:
    """Whoever greets a place or a person by name has not asked about them."""
    answer = ask(greeting.format(name))
    assert (answer.command, answer.status) == ("plain", "not_found")


@pytest.mark.parametrize("name", ["China", "Taiwan", "Moscow", "NATO"])
@pytest.mark.parametrize(
    "said", ["I will visit {}", "we should leave {}", "can I visit {}", "я посетил {}"]
)
def test_what_whoever_asks_does_is_no_question(said: str, name: str) -> None:
    """A sentence on what 'I' or 'we' do is not answered from what others did."""
    answer = ask(said.format(name))
    assert (answer.command, answer.status) == ("plain", "not_found")
