"""What a fuzzer throws things at: each takes any bytes and fails where a promise is broken."""

from __future__ import annotations

import functools
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.answers.commands import COMMANDS
from bot.answers.offers import offers
from bot.cards import Shown, draw
from bot.drawing.custom_ids import Question
from bot.drawing.escaping import unescaped
from bot.drawing.limits import CHOICE_VALUE, CHOICES, check_message
from bot.edition import Desk, Edition
from bot.facts.base import load
from bot.facts.faults import FaultsFoundError
from bot.service import Service

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.facts.faults import Fault

_SHIPPED: Final = Path(__file__).parents[2] / "knowledge"
#: What would ping somebody if it stood in a message as it is.
_MENTION: Final = re.compile(r"(?<!\\)<@[!&]?\d+>|(?<!\\)<#\d+>|(?<!\\)@(everyone|here)\b")
#: The most that Discord lets anybody type.
_LONGEST: Final = 6_000
_ASKER: Final = 11


@functools.cache
def service() -> Service:
    """Return what answers from the shipped base."""
    return Service(Desk(Edition.load(_SHIPPED)), _SHIPPED)


def folder(raw: bytes) -> None:
    """Read any bytes as a file of a knowledge folder: it is sound, or every fault has its place."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "any.yaml").write_bytes(raw)
        faults = _faults(Path(name))
    for fault in faults:
        assert fault.wrong
        assert fault.todo
        assert (fault.line > 0) == (fault.column > 0)
        assert "\n" not in str(fault)


def _faults(of: Path) -> tuple[Fault, ...]:
    try:
        assert load(of).records
    except FaultsFoundError as found:
        return found.faults
    return ()


def question(raw: bytes) -> None:
    """Ask any text in plain words: there is an answer, within the limits, that pings nobody."""
    _ask(Question.typed(_text(raw)))


def quote(raw: bytes) -> None:
    """Check any words: the same; and what is called word for word stands in the base."""
    text = _text(raw)
    if not text.strip():
        return
    answer = _ask(Question.of("verify", {"words": text}))
    assert answer.verdict or answer.status != "found"


def options(raw: bytes) -> None:
    """Type any text into every option, and ask it: choices and answers keep the limits."""
    text = _text(raw)[:300]
    for command in COMMANDS:
        for option in command.options:
            offered = offers(service().asking(), option, text)
            assert len(offered) <= CHOICES or all(len(o.value) <= CHOICE_VALUE for o in offered)
        given = {option.name: text for option in command.options if option.required}
        if text.strip():
            _ask(Question.of(command.name, given))


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    target.__name__: target for target in (folder, question, quote, options)
}


def _text(raw: bytes) -> str:
    # what Discord sends may hold lone surrogates: JSON can write them
    return raw.decode("utf-8", "surrogatepass" if _is_passable(raw) else "replace")[:_LONGEST]


def _is_passable(raw: bytes) -> bool:
    try:
        raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _ask(asked: Question) -> Any:  # noqa: ANN401  # an answer
    answer = service().answer(asked)
    page = 0
    while True:
        components = draw(answer, Shown(_ASKER, asked, page)).to_components()
        check_message(components)
        for text in _texts(components):
            assert not _MENTION.search(text), f"somebody would be pinged: {text}"
            unescaped(text)
        page += 1
        if page > 2:  # the first pages are as good as all
            return answer


def _texts(components: list[dict[str, Any]]) -> list[str]:
    found = [component["content"] for component in components if "content" in component]
    for component in components:
        found += _texts(component.get("components", []))
    return found
