"""What the base says in its own words, held against what it cites: what is doubted, what not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from folders import grounded, write
from oslo import World

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Give each test a sound base with its texts."""
    return World(tmp_path)


@pytest.mark.parametrize(
    ("says", "cite", "doubted"),
    [
        ("It is 245 billion.", "oslo#4", []),
        ("It is $245bn.", "oslo#4", []),
        ("It is 245,000,000,000.", "oslo#4", []),
        ("It is 245 million.", "oslo#4", ["245 million"]),
        ("It is 254 billion.", "oslo#4", ["254 billion"]),
        ("There are 25 of them.", "oslo#4", []),
        ("It is the 25th, the twenty-fifth.", "oslo#4", []),
        ("There are twenty, or fifteen.", "oslo#4", ["fifteen", "twenty"]),
        ("It names 1500, 1,500 and 15.", "oslo#6", ["15"]),
        ("There are two sides and one aim, second to none.", "oslo#4", []),
        ("There were 2 sides.", "oslo#5", []),  # 'both'
        ("There were 3 of them.", "plain#2", []),  # 'the third'
        ("It was in the year 2022.", "oslo#6", []),
        ("It was in the year 2024.", "oslo#4", []),  # 'last year', seen from 2025
        ("It was in the year 2023.", "oslo#4", ["2023"]),
        ("It is 20.", "oslo#6", ["20"]),  # 'March 20' is no number of anything
        ("World War 2 is meant.", "oslo#5", []),
        ("World War III is meant.", "oslo#5", ["III"]),
    ],
)
def test_numbers_have_to_be_in_a_cited_paragraph(
    world: World, says: str, cite: str, doubted: list[str]
) -> None:
    """A number counts in any of its forms, with its scale, and only as a number."""
    assert world.doubted(says, cite) == doubted


@pytest.mark.parametrize(
    ("says", "cite", "doubted"),
    [
        ("It was on 2 December 2025.", "oslo#2", []),
        ("It was on 2025-12-02, or December 2nd.", "oslo#2", []),
        ("It was in December 2025.", "oslo#2", []),
        ("It was on 02.12.2025.", "oslo#2", []),
        ("It was on 1 December 2025.", "oslo#2", ["1 December 2025"]),
        ("It was on 2 December 2024.", "oslo#2", ["2 December 2024"]),
        ("It was on 2 December 2024.", "oslo#2, plain#2", ["2 December 2024"]),
        ("It was on 10 May 2025.", "oslo#5", []),  # the year of publication
        ("It was on 10 May 2024.", "oslo#5", ["10 May 2024"]),
        ("It was from 20 March 2025 to 22 March 2025.", "oslo#6", []),
        ("It was on 21 March 2025.", "oslo#6", ["21 March 2025"]),
        ("It was on 20 and 22 March.", "oslo#6", []),
        ("It was on 20 and 23 March.", "oslo#6", ["20 and 23 March"]),
        ("It was on 19 to 22 March.", "oslo#6", ["19 to 22 March"]),
        ("It was on 10 May 2024.", "oslo#5, oslo#4", ["10 May 2024"]),  # not by 'last year'
        ("It was on 9 May.", "oslo#7", []),  # '9 мая'
        ("It was on 4 June.", "plain#1", []),
        ("It was on 4 June 2024.", "plain#1", ["4 June 2024"]),
        ("It was on 4 June 2024.", "plain#1, plain#2", []),  # the year from the other paragraph
        ("It was on 2 December 2025.", "oslo#4", []),  # the opening of a dated source dates it all
        ("It was on 4 June.", "plain#2", ["4 June"]),  # that of an undated one does not
    ],
)
def test_dates_have_to_be_in_a_cited_paragraph(
    world: World, says: str, cite: str, doubted: list[str]
) -> None:
    """A date counts in any written form, with its year from around it, and only if it is true."""
    assert world.doubted(says, cite) == doubted


@pytest.mark.parametrize(
    ("says", "cite", "doubted"),
    [
        ("Astrid Berg spoke.", "oslo#3", []),  # 'Berg' is one of her names
        ("The talks were with Astrid Berg’s guest.", "oslo#3", []),
        ("Astrid Berg spoke.", "oslo#5", ["Astrid Berg"]),
        ("The United States is named.", "oslo#3", []),  # 'U.S.'
        ("America is named, and so is the US.", "oslo#3", []),
        ("She told us that it is so.", "oslo#5", []),  # 'us' is no 'US'
        ("It is about Norway.", "oslo#5", []),  # 'Norwegian'
        ("It is about the Norwegians.", "oslo#5", []),
        ("It is about Norway.", "oslo#3", ["Norway"]),
        ("Lin Moe writes that it is so, in the Post.", "oslo#3", []),  # author and publisher
        ("She praised Olaf Scholz.", "oslo#3", ["Olaf Scholz"]),
        ("Macron was praised.", "oslo#3", ["Macron"]),
        ("She went home. Macron did not.", "oslo#3", ["Macron"]),
        ("Accords were praised.", "oslo#3", []),  # 'accords' stands in small letters elsewhere
        ("Negotiation was praised.", "oslo#3", []),  # a common word by its ending
        ("There it was, she said. This was so.", "oslo#3", []),
        ("It was said by the Nordic Council.", "oslo#3", []),
        ("It was said by the Nordic Councils of NATO.", "oslo#3", ["NATO"]),
        ("NATO said so.", "oslo#3", ["NATO"]),
        ("She spoke at the G20.", "oslo#5", []),
        ("She spoke at the G7.", "oslo#5", ["G7"]),
        ("It was a pro-Seoul and anti-Tokyo trip.", "oslo#6", ["Tokyo"]),
        ("It was about Seoul’s mayor, and Lin’s.", "oslo#6", []),
        ("It was worth 245 billion US dollars.", "oslo#4", []),  # '$'
        ("It was the US that had 245 billion dollars.", "oslo#4", ["US"]),
        ("Лавров приехал.", "oslo#7", []),  # 'Лаврова'
        ("布莱德到了。", "oslo#7", []),
        ("布莱德到了。", "oslo#6", ["布莱德"]),
        ("It was I who said that.", "oslo#3", []),
        ("Astrid Berg Meets Scholz And Guests.", "oslo#2", ["Scholz"]),  # capitals all through
    ],
)
def test_names_have_to_be_in_a_cited_paragraph(
    world: World, says: str, cite: str, doubted: list[str]
) -> None:
    """A name counts by any name of its bearer that the base knows; a plain word is no name."""
    assert world.doubted(says, cite) == doubted


def test_every_own_text_is_held_against_what_it_cites(world: World) -> None:
    """Every field in our own words is checked, and each doubt points at its value."""
    added = """\
people:
  p: {name: Kallas, about: Of Orban., cite: [plain#2], posts: [{post: Of Malta, cite: [oslo#2]}]}
organisations:
  o: {name: Seoul, about: A city of Korea., cite: [oslo#6]}
events:
  e:
    title: Talks with Orban
    place: Malta
    when: 2025-12-01
    summary: It took 7 hours.
    cite: [oslo#2]
    differs: [{field: when, value: on 5 June, cite: [plain#1]}]
quotes:
  q: {words: not now, by: [berg], when: 2024, cite: [oslo#3]}
statements:
  s:
    by: [berg]
    says: It is so.
    when: 2023
    cite: [oslo#4]
    figures: [{of: trade of Malta, value: "245", unit: million dollars, when: 2022}]
"""
    write(world.folder, more=added)
    doubts = grounded(world.folder, world.texts).doubts
    assert [(doubt.line, doubt.column, doubt.wrong) for doubt in doubts] == [
        (2, 28, "the name 'Orban' is not in plain#2"),
        (2, 71, "the name 'Malta' is not in oslo#2"),
        (4, 27, "the name 'Korea' is not in oslo#6"),
        (7, 12, "the name 'Orban' is not in oslo#2"),
        (8, 12, "the name 'Malta' is not in oslo#2"),
        (9, 11, "the date 2025-12-01 is not in oslo#2"),
        (10, 14, "the number '7' is not in oslo#2"),
        (12, 36, "the date '5 June' is not in plain#1"),
        (14, 41, "the date 2024 is not in oslo#3"),
        (19, 11, "the date 2023 is not in oslo#4"),
        (21, 20, "the name 'Malta' is not in oslo#4"),
        (21, 43, "the number '245 million' is not in oslo#4"),
        (21, 79, "the date 2022 is not in oslo#4"),
    ]


POST = "{post: Minister, cite: [oslo#2], note: So.}"


@pytest.mark.parametrize(
    ("record", "doubted"),
    [
        ("statements: {s: {by: [berg], says: So., when: 1999, cite: [oslo#5], note: So.}}", 0),
        ("statements: {s: {by: [berg], says: Of Malta., cite: [oslo#5], note: Said so.}}", 0),
        ("statements: {s: {by: [berg], says: Of Malta., cite: [oslo#5]}}", 1),
        ("people: {p: {name: Berg, posts: [{post: Of Malta, cite: [oslo#2], note: So.}]}}", 0),
        ("people: {p: {name: Berg, note: So., posts: [{post: Of Malta, cite: [oslo#2]}]}}", 0),
        (f"people: {{p: {{name: Berg, about: Malta, cite: [oslo#2], posts: [{POST}]}}}}", 1),
    ],
)  # fmt: skip
def test_a_note_explains_what_is_not_in_the_text(world: World, record: str, doubted: int) -> None:
    """A note stands for what its own record or part infers; that of a part for the part alone."""
    assert len(world.doubts(record)) == doubted


@pytest.mark.parametrize(
    ("record", "wrongs"),
    [
        ("{title: A, when: 2024~, cite: [oslo#4]}", ["'2024~' is marked as inferred, without a n"]),
        ("{title: A, when: 1999?, cite: [oslo#4]}", ["'1999?' is marked as inferred, without a n"]),
        ("{title: A, when: 1999?, cite: [oslo#4], note: So.}", []),
        ("{title: A, when: 2025-03-20/2025-03-22, cite: [oslo#6]}", []),
        ("{title: A, when: 2025-03-20/2025-03-23, cite: [oslo#6]}",
         ["the date 2025-03-20/2025-03-23 is not in o"]),
        ("{title: A, when: 2022/.., cite: [oslo#6]}", []),
        ("{title: A, when: 2025-12-03, cite: [oslo#6]}", []),  # the day of publication
        ("{title: A, when: 2025-05, cite: [oslo#5]}", []),
        ("{title: A, when: 2025, cite: [oslo#5]}", []),  # from the opening: December 2, 2025
        ("{title: A, when: 2025, cite: [plain#1]}", ["the date 2025 is not in plain#1"]),
    ],
)  # fmt: skip
def test_the_date_of_a_record_has_to_be_in_a_cited_paragraph(
    world: World, record: str, wrongs: list[str]
) -> None:
    """Both ends of a date are held against the text; what is inferred needs a note."""
    assert [wrong[:42] for wrong in world.doubts(f"events: {{e: {record}}}")] == wrongs


@pytest.mark.parametrize(("when", "doubts"), [("2025-12-02", 0), ("2025-12-01", 1)])
def test_what_is_said_at_an_event_has_its_date(world: World, when: str, doubts: int) -> None:
    """The date of a statement may be that of the event that it names, which cites it."""
    statement = f"{{by: [berg], says: So., when: {when}, event: talks, cite: [plain#2]}}"
    assert len(world.doubts(f"statements: {{s: {statement}}}")) == doubts


def test_a_record_of_somebody_has_to_cite_where_they_are_named(world: World) -> None:
    """A person or organisation has one of its names in a paragraph that it cites."""
    added = "organisations:\n  o: {name: Malta, names: [MLT], cite: [oslo#5]}\n"
    assert world.doubts(added) == ["no name of 'Malta' is in oslo#5"]
    added = "people:\n  p: {name: Taro Aso, posts: [{post: Minister, cite: [oslo#2]}]}\n"
    assert world.doubts(added) == ["no name of 'Taro Aso' is in oslo#2"]


def test_a_text_that_is_not_at_hand_makes_no_doubts(world: World) -> None:
    """What rests on a source without a saved text cannot be doubted, only left unchecked."""
    added = "statements: {s: {by: [berg], says: Of Malta and 7., cite: [oslo#5, bare#3]}}"
    assert world.doubts(added) == []
    assert world.faults("quotes: {q: {words: Of Malta, by: [berg], cite: [bare#3]}}") == ()
