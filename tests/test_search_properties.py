"""What holds for any base and any question, found by drawing both at random."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from searching import entries, index

from bot.search.forms import fold
from bot.search.found import MARGIN, Entry, Field
from bot.search.index import Index

LATIN = "abcdefghiklmnoprstuvz"
WORD = st.text(LATIN, min_size=4, max_size=9)
NAME = st.lists(WORD, min_size=2, max_size=3).map(lambda words: " ".join(words).title())
NAMES = st.lists(NAME, min_size=1, max_size=25, unique_by=fold)
ANYTHING = st.text(
    st.one_of(
        st.sampled_from("ab ЖИщ王 \n\t\u200b\u202e\u0301\ufe0f<@#>:'’-·.👍٠ﬁǅß"),
        st.characters(exclude_categories=[]),
    ),
    max_size=80,
)
EDITS = st.lists(
    st.tuples(st.sampled_from("idsw"), st.integers(0, 40), st.sampled_from(LATIN)), max_size=2
)


def people(names: list[str]) -> list[Entry]:
    """Return a record for each name."""
    return [
        Entry(kind="person", id=f"p-{number}", names=(name,)) for number, name in enumerate(names)
    ]


def edited(name: str, edits: list[tuple[str, int, str]]) -> str:
    """Return a name with letters inserted, deleted, substituted or swapped."""
    for edit, place, letter in edits:
        at = place % len(name)
        if edit == "i":
            name = name[:at] + letter + name[at:]
        elif edit == "d" and len(name) > 1:
            name = name[:at] + name[at + 1 :]
        elif edit == "s":
            name = name[:at] + letter + name[at + 1 :]
        elif edit == "w":
            name = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    return name


@settings(max_examples=80, deadline=None)
@given(NAMES, EDITS, st.data())
def test_a_name_with_two_errors_is_found_or_left_open(
    names: list[str], edits: list[tuple[str, int, str]], data: st.DataObject
) -> None:
    """Up to two errors leave a name first, or among those that are as good, or unanswered.

    Another name is sure only where it is no further from what was typed than the one meant.
    """
    meant = data.draw(st.sampled_from(range(len(names))))
    typed = edited(names[meant], edits)
    found = Index.build(people(names)).find(typed, limit=25)
    if found.close and f"p-{meant}" not in {match.id for match in found.rivals}:
        score = max((m.score for m in found.matches if m.id == f"p-{meant}"), default=0.0)
        assert found.matches[0].score > score + MARGIN
        assert fold(found.matches[0].field) != fold(names[meant])
        assert len(edits) == 2
        assert _close(typed, found.matches[0].field)
    if len(edits) < 2 and len(names[meant]) > 12:
        assert f"p-{meant}" in {match.id for match in found.matches}


def _close(typed: str, name: str) -> bool:
    """Whether most of the letters of a name stand in what was typed."""
    letters = set(fold(name)) - {" "}
    return len(letters & set(fold(typed))) * 2 >= len(letters)


@settings(max_examples=50, deadline=None)
@given(NAMES, NAMES, st.data())
def test_more_records_never_make_an_exact_name_lose(
    names: list[str], more: list[str], data: st.DataObject
) -> None:
    """A name typed exactly finds its record, whatever else is added to the base."""
    meant = data.draw(st.sampled_from(names))
    held = {fold(name) for name in names}
    others = [Entry(kind="topic", id=f"t-{n}", names=(x,)) for n, x in enumerate(more)]
    joined = {fold(name).replace(" ", "") for name in (*names, *more)}
    found = Index.build([*people(names), *others]).find(meant)
    bearers = {match.id for match in found.matches if fold(match.field) == fold(meant)}
    assert f"p-{names.index(meant)}" in bearers
    assert {match.id for match in found.rivals} >= bearers
    if len(joined) == len(held | {fold(name) for name in more}) and len(bearers) == 1:
        assert found.best is not None
        assert found.best.id in bearers


@settings(max_examples=20, deadline=None)
@given(st.permutations(entries()), st.sampled_from(["ivan", "orlov", "Anna Brg", "har", "winter"]))
def test_the_order_of_files_never_changes_an_answer(order: list[Entry], words: str) -> None:
    """An index of the same records in any order answers alike, in names, texts and completion."""
    other = Index.build(order)
    for field in Field:
        assert other.find(words, field=field) == index().find(words, field=field)
    assert other.complete(words) == index().complete(words)


@settings(max_examples=120, deadline=None)
@given(ANYTHING)
def test_any_text_is_answered(words: str) -> None:
    """Whatever is typed, in any script or in none, a question has an answer."""
    for field in Field:
        found = index().find(words, field=field)
        assert all(0 <= match.score <= 1 for match in found.matches)
        assert found.close or found.best is None
    assert len(index().complete(words)) <= 25


@settings(max_examples=40, deadline=None)
@given(st.lists(ANYTHING, min_size=1, max_size=8))
def test_any_names_can_be_indexed(names: list[str]) -> None:
    """A base may hold names of any characters; what has a folded form is found by it."""
    made = [
        Entry(kind="topic", id=f"t-{number}", names=(name,), texts=(name,))
        for number, name in enumerate(names)
    ]
    built = Index.build(made)
    for number, name in enumerate(names):
        if fold(name):
            ids = {match.id for match in built.find(name, limit=25).rivals}
            assert f"t-{number}" in ids
