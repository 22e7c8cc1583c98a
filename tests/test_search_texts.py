"""What finds a text by words out of it, and what completes a name."""

from __future__ import annotations

import threading

import pytest
from searching import entries, how, index, meant

from bot.search.found import Entry, Field, Found, How
from bot.search.index import Index


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("We will never close the harbour to grain ships", "grain"),
        ("NEVER CLOSE THE HARBOUR — to grain ships…", "grain"),
        ("never close the harbor to grian ships", "grain"),
        ("to grain ships we will never close the harbour", "grain"),
        ("a neighbour alone in winter", "winter"),
        ("245 billion crowns", "trade"),
        ("маяк горит для всех кораблей", "свет"),
        ("运粮船关闭", "港口"),
    ],
)
def test_words_out_of_a_text_find_it(words: str, id_: str) -> None:
    """A few words or a whole sentence find their text, with errors and in another order."""
    assert meant(words, field=Field.TEXTS) == id_


def test_a_pasted_text_finds_the_sentence_within() -> None:
    """A text typed with more around it is found where it is whole."""
    pasted = (
        "As he put it: Nobody leaves a neighbour alone in winter; that is what our treaty says. Yes"
    )
    assert meant(pasted, field=Field.TEXTS) == "winter"


@pytest.mark.parametrize(
    "words",
    ["", "👍", "what is for dinner tonight", "the price of fame", "погода на завтра"],
)
def test_other_words_find_no_text(words: str) -> None:
    """Small words that a text shares with chatter do not make it an answer."""
    assert meant(words, field=Field.TEXTS) == ""


def test_unchanged_words_are_told_from_like_ones() -> None:
    """A match says whether the whole text, words out of it, or only similar words were typed."""
    text = "Nobody leaves a neighbour alone in winter; that is what our treaty says."
    assert how(text, field=Field.TEXTS) is How.EXACT
    assert how("a neighbour alone in winter", field=Field.TEXTS) is How.PART
    assert how("a nieghbour alone in winter", field=Field.TEXTS) is How.FUZZY


def test_any_field_finds_names_and_texts() -> None:
    """Names and texts can be asked together; what is close in neither is not close in both."""
    assert meant("Anna Berg", field=Field.ANY) == "anna-berg"
    assert meant("245 billion crowns", field=Field.ANY) == "trade"
    assert meant("what is for dinner tonight", field=Field.ANY) == ""


def test_the_best_field_is_named() -> None:
    """Of several texts of a record, the match names the one that fits."""
    made = [Entry(kind="event", id="e", texts=("A ship came in", "Grain was unloaded at the quay"))]
    found = Index.build(made).find("unloaded at the quay", field=Field.TEXTS)
    assert found.matches[0].field == "Grain was unloaded at the quay"


def test_completion_goes_from_exact_to_fuzzy() -> None:
    """An exact name comes first, then names that begin so, then inner words, then likenesses."""
    made = [
        Entry(kind="person", id="exact", names=("Berg",)),
        Entry(kind="person", id="begins", names=("Berger",)),
        Entry(kind="person", id="inner", names=("Anna Bergman",)),
        Entry(kind="person", id="fuzzy", names=("Borg",)),
    ]
    assert [match.id for match in Index.build(made).complete("berg")] == [
        *("exact", "begins", "inner", "fuzzy")
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("a", "anna-berg"), ("ann", "anna-berg"), ("мар", "maria-orlova"), ("李", "li-wenhua")],
)
def test_completion_works_from_the_first_character(typed: str, first: str) -> None:
    """One character is enough to be offered the names that begin with it."""
    offered = [match.id for match in index().complete(typed, ("person",))]
    assert first in offered[:2]


def test_a_typing_error_is_completed_too() -> None:
    """The beginning of a name with an error in it still offers the name."""
    assert index().complete("ivna petr")[0].id == "ivan-petrenko"


def test_no_more_than_25_are_offered() -> None:
    """However many names begin so, 25 are offered, no record twice."""
    made = [
        Entry(kind="person", id=f"p-{n}", names=(f"Anna {n}", f"Annie {n}")) for n in range(200)
    ]
    offered = Index.build(made).complete("an")
    assert len(offered) == len({match.id for match in offered}) == 25


def test_nothing_typed_offers_something() -> None:
    """Before the first key, names are offered to choose from, of the kinds asked for."""
    offered = index().complete("", ("person",))
    assert offered
    assert {match.kind for match in offered} == {"person"}


def test_several_threads_read_one_index() -> None:
    """Threads that ask at the same time get what each would get alone."""
    asked = ["Ivan", "Anna Brg", "Petrenko Ivn", "Harbor Master", "李文化", "nobody at all"] * 30
    alone = [index().find(words) for words in asked]
    answers: dict[int, list[Found]] = {}

    def ask(number: int) -> None:
        answers[number] = [index().find(words) for words in asked]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(answers[number] == alone for number in range(4))


def test_an_index_knows_its_size() -> None:
    """An index counts its records and its bytes."""
    assert len(index()) == len(entries())
    assert index().nbytes > 10_000
