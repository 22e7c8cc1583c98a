"""Whatever is typed behind a command is answered: never an error, never a line without a source."""

from __future__ import annotations

from typing import Final

from hypothesis import example, given, settings
from hypothesis import strategies as st
from shipped import ask, edition

from bot.answers.commands import COMMANDS
from bot.answers.model import Status

OPTIONS: Final = [f"/{command.name}" for command in COMMANDS] + [
    f"/{command.name} {option.name}:" for command in COMMANDS for option in command.options
]
#: Names of the base, cut, doubled and mixed, are likelier to find a way wrong than any letters.
NAMES: Final = sorted(
    name for record in edition().base.most_named for name in (record.id, record.name, *record.names)
)
TYPED: Final = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from(" :/#@\"'“”,.-0123456789abcде中\n\u200b\u202e"), max_size=40),
    st.lists(st.sampled_from([*NAMES, *OPTIONS, "since:2025", "not", "и", "的"]), max_size=5).map(
        " ".join
    ),
    st.builds(lambda name, at: name[at:] + name[:at], st.sampled_from(NAMES), st.integers(0, 9)),
)


@given(st.sampled_from(OPTIONS), TYPED)
@example("/who", "name:")
@example("/topic", "\x00")
@example("/source", "🇷🇺🇨🇳")
@example("/quote", "words: speaker: topic:")
@settings(max_examples=400, deadline=None)
def test_anything_typed_is_answered(command: str, typed: str) -> None:
    """Found has lines, ambiguous a choice, a miss an offer or a word why; every line is cited."""
    answer = ask(f"{command}{'' if command.endswith(':') else ' '}{typed}")
    assert answer.title
    assert all(item.citations and item.standing and item.text for item in answer.items)
    if answer.status is Status.FOUND:
        assert answer.items or answer.notes
    elif answer.status is Status.AMBIGUOUS:
        assert len(answer.suggestions) > 1
    else:
        assert not answer.items
        assert answer.notes
