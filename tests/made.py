"""Answers made up for tests of what draws them, with hypothesis strategies for any answer."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bot.answers.model import Answer, Citation, Item, Status, Suggestion

EDITION = "0123456789ab"
#: Any text that a curator may write or a user may type, with markup and worse well represented.
NASTY = st.text(
    st.one_of(
        st.sampled_from("*_~`|[]()<>@#:-+>\\/!1. \n\t\u200b\u200d\u202e\u2066\ufe0f\u0301"),
        st.sampled_from("abc XYZ ляшé 谢尔盖 שלום مرحبا 👨‍👩‍👧🇷🇺"),
        st.characters(exclude_categories=[]),
    ),
    max_size=400,
)
LINES = NASTY.filter(str.strip)


def citation(**fields: Any) -> Citation:  # noqa: ANN401  # whatever a test cares about
    """Build a citation; what is not given is plain."""
    plain: dict[str, Any] = {
        "source": "mfa-1",
        "paragraph": 14,
        "title": "A consultation is held",
        "publisher": "Ministry",
        "kind": "official",
        "published": "2025-12-02",
    }
    return Citation(**{**plain, **fields})


def item(**fields: Any) -> Item:  # noqa: ANN401  # whatever a test cares about
    """Build an item; what is not given is plain."""
    plain: dict[str, Any] = {
        "kind": "statement",
        "id": "some-id",
        "date": "2025-12-02",
        "text": "It holds this.",
        "standing": "1 source: official readout",
        "citations": (citation(),),
    }
    return Item(**{**plain, **fields})


def answer(**fields: Any) -> Answer:  # noqa: ANN401  # whatever a test cares about
    """Build an answer; what is not given is plain."""
    plain: dict[str, Any] = {
        "command": "who",
        "status": Status.FOUND,
        "title": "Sergei Lavrov",
        "edition": EDITION,
    }
    return Answer(**{**plain, **fields})


citations = st.builds(
    citation,
    source=st.sampled_from([f"source-{number}" for number in range(30)]),
    paragraph=st.integers(1, 9_999),
    title=LINES,
    publisher=st.none() | LINES,
    kind=st.sampled_from(["official", "report", "opinion"]),
    published=st.sampled_from([None, "2025", "2025-05~", "2025-05-07"]),
    url=st.sampled_from([None, "https://example.org/a_b(c)*?x=[1]"]),
)
items = st.builds(
    item,
    kind=st.sampled_from(["post", "event", "quote", "statement", "source", "name"]),
    date=st.sampled_from([None, "2025-05-07", "../2025-05"]),
    text=LINES,
    lead=st.just("") | LINES,
    heading=st.sampled_from(["", "Events", "On the record: quotes"]) | LINES,
    detail=st.lists(LINES, max_size=3).map(tuple),
    citations=st.lists(citations, max_size=40).map(tuple),
)
suggestions = st.builds(Suggestion, label=LINES, ask=LINES)
answers = st.builds(
    answer,
    status=st.sampled_from(Status),
    title=LINES,
    items=st.lists(items, max_size=12).map(tuple),
    notes=st.lists(NASTY, max_size=3).map(tuple),
    suggestions=st.lists(suggestions, max_size=40).map(tuple),
    leads=st.lists(suggestions, max_size=7).map(tuple),
)
