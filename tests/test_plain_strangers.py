"""Plain questions on thousands of real people that no base here holds, and what people chat about.

They find their names and sentences by the variable READOUT_SEARCH_DATA.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Final

import pytest
from plainly import ask

FOLDER: Final = os.environ.get("READOUT_SEARCH_DATA", "")
needs_data = pytest.mark.skipif(
    not FOLDER, reason="READOUT_SEARCH_DATA does not name the folder of names and sentences"
)
FORMS: Final = (
    "what did {} say about Taiwan",
    "who is {}",
    "{} on Ukraine",
    "did {} mention Japan?",
    "quotes by {}",
    "{}",
)
_NAMES: Final = 300


def _lines(name: str) -> list[str]:
    text = (Path(FOLDER) / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


@needs_data
def test_no_stranger_is_taken_for_somebody_known() -> None:
    """Of hundreds of real names, as written and in small letters, none is answered."""
    names = random.Random(20).sample(_lines("names.txt"), _NAMES)  # noqa: S311  # a sample, no secret
    questions = [
        FORMS[number % len(FORMS)].format(written)
        for number, name in enumerate(names)
        for written in (name, name.lower())
    ]
    assert [question for question in questions if ask(question).status != "not_found"] == []


@needs_data
def test_chatter_is_no_question() -> None:
    """Of hundreds of sentences on anything else, not one in a hundred is answered."""
    lines = _lines("unrelated.txt")
    answered = [line for line in lines if ask(line).status != "not_found"]
    assert len(answered) * 100 <= len(lines), answered
