"""An answer as a Discord card: Components V2, within the limits, with buttons that keep no state.

A card is one container. Its accent colour says what stands behind the answer, and so do words under
the title, as nobody should have to tell colours apart. Below the facts stand the sources of this
page, the edition, a menu where there is something to choose, and buttons to turn pages and lead on.
What each of them does is written into its custom id (see ``bot.drawing.custom_ids``).

A page is drawn once for each answer: who asked it in which words is written into it last, as all
else is the same for everybody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.model import Status, Verdict
from bot.drawing.components import (
    PRIMARY,
    Card,
    Component,
    button,
    container,
    row,
    select,
    separator,
    text,
)
from bot.drawing.custom_ids import ANYBODY, ANYTHING, MOST_PAGES, Act, Press, Question, digest
from bot.drawing.escaping import escaped, one_line
from bot.drawing.limits import (
    BUTTON_LABEL,
    ROW_BUTTONS,
    SELECT_LABEL,
    SELECT_VALUE,
    length,
)
from bot.drawing.lines import SMALL, shortened
from bot.drawing.once import once
from bot.drawing.pages import Page, pages_of, room_for_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.model import Answer, Suggestion

#: What stands before a question that its card shows because no custom id has room for it. The last
#: line of a card is always in the bot's own words: whatever else begins like this is not meant.
ASKED: Final = f"{SMALL}Asked: "
_LONGEST_ASKED: Final = 1_000
#: So many pages are sent one behind the other where the question is longer than that.
MOST_AT_ONCE: Final = 5
_ASK_AGAIN: Final = "this question is too long for buttons: ask in fewer words to see the rest"
#: What a choice's value begins with: the question itself, or the digest of one that is too long.
ASK, PICK = "=", "#"

_STANDING: Final = {
    "official": ("official readouts", 0x2F6DB5),
    "report": ("reports", 0x5F7A76),
    "opinion": ("opinion pieces", 0xB5762F),
}
_MIXED: Final = 0x7A5EA8
_STATUS: Final = {
    Status.AMBIGUOUS: ("Several are meant equally well", 0x5865F2),
    Status.NOT_FOUND: ("Nothing found", 0x80848E),
    Status.INVALID: ("Not understood", 0xC0392B),
}
_VERDICT: Final = {
    Verdict.VERBATIM: ("Verdict: verbatim", 0x2E8B57),
    Verdict.ALTERED: ("Verdict: altered", 0xD98E04),
    Verdict.MISATTRIBUTED: ("Verdict: misattributed", 0xC0392B),
    Verdict.NOT_FOUND: ("Verdict: not found in this base", 0x80848E),
}
_PLAIN: Final = ("", 0x80848E)


@dataclass(frozen=True)
class Shown:
    """For whom a card is drawn, in answer to what, and which of its pages.

    ``notice`` is a line in our own words that stands under the title. ``turns`` is what its page
    buttons do.
    """

    asker: int
    question: Question
    page: int = 0
    notice: str = ""
    turns: Act = Act.PAGE


def draw(answer: Answer, shown: Shown, pages: Sequence[Page] = ()) -> Card:
    """Draw one page of an answer; a page behind the last is the last.

    ``pages`` are those of the answer, where they were laid out before.
    """
    if pages or not shown.question.is_short:
        return _Drawing(answer, shown, pages).card()
    return _addressed(answer, shown)


def _addressed(answer: Answer, shown: Shown) -> Card:
    """Draw a page for who asked, in answer to a short question."""
    drawn = _drawn(answer, shown.page, shown.notice, shown.turns)
    return drawn.addressed(shown.asker, shown.question)


def draw_all(answer: Answer, shown: Shown) -> tuple[Card, ...]:
    """Draw the first page, or the first five of them where no button could turn them."""
    if shown.question.is_short:
        return (_addressed(answer, shown),)
    drawing = _Drawing(answer, shown, ())
    behind = () if drawing.turns else range(1, min(drawing.count, MOST_AT_ONCE))
    others = (_Drawing(answer, replace(shown, page=number), ()) for number in behind)
    return tuple(one.card(together=True) for one in (drawing, *others))


@once
def _drawn(answer: Answer, page: int, notice: str, turns: Act) -> Card:
    """Draw a page for everybody, so that nothing is kept of who asked what."""
    shown = Shown(ANYBODY, ANYTHING, page, notice, turns)
    return _Drawing(answer, shown, ()).card()


def notice(title: str, *lines: str) -> Card:
    """Draw a few words of our own, in markdown."""
    words = "\n".join([f"### {title}", *lines])
    return Card.of(container([text(words)], _PLAIN[1]))


@once
def accent(answer: Answer) -> tuple[str, int]:
    """Return what stands behind an answer, in words and as a colour."""
    if answer.verdict is not None:
        return _VERDICT[answer.verdict]
    if answer.status in _STATUS:
        return _STATUS[answer.status]
    cited = {citation.kind for item in answer.items for citation in item.citations}
    kinds = [kind for kind in _STANDING if kind in cited]
    if not kinds:
        return _PLAIN
    named = [_STANDING[kind][0] for kind in kinds]
    words = " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
    if kinds == ["opinion"]:
        words += " only"
    return f"Drawn from {words}", _STANDING[kinds[0]][1] if len(kinds) == 1 else _MIXED


class _Drawing:
    """One card while it is drawn."""

    def __init__(self, answer: Answer, shown: Shown, pages: Sequence[Page]) -> None:
        self._answer = answer
        self._shown = shown
        packed = shown.question.packed()
        self._asked = "" if shown.question.is_short else f"{ASKED}{escaped(packed)}"
        self._is_carried = not self._asked or length(self._asked) <= min(
            _LONGEST_ASKED, room_for_question(answer)
        )
        if not self._is_carried:
            self._asked = ""
        pages = pages or pages_of(answer, length(self._asked))
        self.count = min(len(pages), MOST_PAGES)
        self._page = pages[min(shown.page, self.count - 1)]
        self.turns = self._is_carried and self.count > 1
        self._slots = iter("abcdefghijklmnopqrstuvwxyz")

    def card(self, *, together: bool = False) -> Card:
        """Draw the page, with those behind it sent ``together`` if no button turns them."""
        words, colour = accent(self._answer)
        page = self._page
        head = [f"## {page.title}", *(f"{SMALL}{line}" for line in (words, self._shown.notice))]
        parts = [text("\n".join(line for line in head if line != SMALL))]
        for section in page.sections:
            heading = f"### {section.heading}\n" if section.heading else ""
            parts += separator(visible=bool(heading)), text(f"{heading}{section.markdown}")
        parts += separator(), text("\n".join(self._foot(page, together=together)))
        parts += self._rows(page)
        return Card.of(container(parts, colour))

    def _foot(self, page: Page, *, together: bool) -> Iterator[str]:
        if page.sources:
            yield page.sources
        where = f" · page {page.number + 1} of {page.count}" if page.count > 1 else ""
        sent = min(self.count, MOST_AT_ONCE) if together else page.number + 1
        is_cut_off = not self._is_carried and page.number + 1 == sent < page.count
        cut_off = f" · {_ASK_AGAIN}" if is_cut_off else ""
        yield f"{SMALL}Edition {escaped(self._answer.edition)}{where}{cut_off}"
        if self._asked and self._needs_question(page):
            yield self._asked

    def _needs_question(self, page: Page) -> bool:
        """Whether a button or choice of the page means nothing without the question."""
        digests = any(_option(choice)[1].startswith(PICK) for choice in page.choices)
        long = any(not lead.question.is_short for lead in _leads_of(self._answer))
        return page.count > 1 or digests or long

    def _rows(self, page: Page) -> Iterator[Component]:
        offered = map(_option, page.choices)
        options = {
            value: label
            for label, value in offered
            if self._is_carried or not value.startswith(PICK)
        }
        if options:
            placeholder = "Choose one" if self._is_choice else "Look at one of these"
            labelled = [(label, value) for value, label in options.items()]
            yield row(select(self._press(Act.CHOOSE), placeholder, labelled))
        if self.turns:
            yield row(*self._turning(page))
        leads = list(self._leads())
        if leads:
            yield row(*leads)

    @property
    def _is_choice(self) -> bool:
        return self._answer.status is Status.AMBIGUOUS

    def _turning(self, page: Page) -> Iterator[Component]:
        last = self.count - 1
        ends = page.count > 3  # noqa: PLR2004  # of three pages, no page is far from an end
        turns = [("First", 0, ends), ("Previous", page.number - 1, True)]
        turns += [("Next", page.number + 1, True), ("Last", last, ends)]
        for label, to, shown in turns:
            if shown:
                custom_id = self._press(self._shown.turns, page=min(max(to, 0), last))
                is_off = to == page.number or not 0 <= to <= last
                yield button(label, custom_id, disabled=is_off)

    def _leads(self) -> Iterator[Component]:
        for lead in _leads_of(self._answer):
            if lead.question.is_short:
                custom_id = self._press(Act.LEAD, lead.question)
            elif self._is_carried:
                custom_id = self._press(Act.LEAD, pick=digest(lead.ask))
            else:
                continue
            yield button(lead.label, custom_id, style=PRIMARY)

    def _press(
        self, act: Act, question: Question | None = None, *, page: int = 0, pick: str | None = None
    ) -> str:
        return Press(
            act=act,
            slot=next(self._slots),
            asker=self._shown.asker,
            edition=self._answer.edition,
            question=question or self._shown.question,
            page=page,
            pick=pick,
        ).custom_id()


class _Lead(NamedTuple):
    """Where an answer leads on: what its button says, and what that asks."""

    label: str
    ask: str
    question: Question


@once
def _leads_of(answer: Answer) -> tuple[_Lead, ...]:
    """Return as many leads as have room in a row, each of its own."""
    unique = {lead.ask: one_line(lead.label) for lead in answer.leads if one_line(lead.label)}
    return tuple(
        _Lead(shortened(label, BUTTON_LABEL), ask, Question.typed(ask))
        for ask, label in list(unique.items())[:ROW_BUTTONS]
    )


def _option(suggestion: Suggestion) -> tuple[str, str]:
    """Return the label and the value of a choice."""
    ask = f"{ASK}{suggestion.ask}"
    if length(ask) > SELECT_VALUE or one_line(ask) != ask:
        ask = f"{PICK}{digest(suggestion.ask)}"
    label = shortened(one_line(suggestion.label) or "…", SELECT_LABEL)
    return label, ask


def asked_in(texts: Iterable[str]) -> str | None:
    """Return the packed question that a card's texts show last as markdown, or None."""
    last = ("", *texts)[-1].rsplit("\n", maxsplit=1)[-1]
    return last.removeprefix(ASKED) if last.startswith(ASKED) else None
