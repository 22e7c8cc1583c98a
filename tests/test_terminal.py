"""An answer in a terminal and in a pipe: all of it is there, and nothing in it does any harm."""

from __future__ import annotations

import io
import re
import unicodedata

import made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from bot import terminal
from bot.answers.model import Answer, Change, Status, Suggestion
from bot.drawing.escaping import cleaned, one_line

FEW = settings(max_examples=25, deadline=None)
QUOTE = "Кто приходит с миром, того встречают хлебом; 有朋自远方来不亦乐乎" + "又" * 60
CHANGES = (
    Change(how="same", asked="we will", true="we will"),
    Change(how="added", asked="not", true=""),
    Change(how="replaced", asked="yield", true="stand"),
    Change(how="missing", asked="", true="together"),
)


class Tty(io.StringIO):
    """A terminal, as far as programs look at it."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Say yes."""
        return True


def shown(answer: Answer, monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    """Show an answer on a terminal of 80 columns, or as the environment says."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "80", **environment}.items():
        monkeypatch.setenv(name, value)
    out = Tty()
    terminal.show(answer, out)
    return out.getvalue()


def uncoloured(text: str) -> str:
    """Take out the colours that are ours."""
    return re.sub("\x1b\\[[0-9;]*m", "", text)


@FEW
@given(made.answers)
def test_everything_in_an_answer_is_shown(answer: Answer) -> None:
    """Title, notes, every item's words, details and standing, every suggestion: nothing is cut."""
    text = " ".join(terminal.plain(answer).split())
    wanted = [answer.title, *answer.notes, answer.edition]
    for item in answer.items:
        wanted += [item.lead, item.standing, *item.detail]
        wanted += cleaned(item.text).split("\n")
    for suggestion in (*answer.suggestions, *answer.leads):
        wanted += [suggestion.label, suggestion.ask]
    for words in wanted:
        for line in cleaned(words).split("\n"):
            assert one_line(line) in text


@FEW
@given(made.answers)
def test_each_number_leads_to_its_source_at_the_end(answer: Answer) -> None:
    """A number stands with the paragraph under 'Sources', above the source it belongs to."""
    text = terminal.plain(answer)
    citations = [citation for item in answer.items for citation in item.citations]
    cited = {(citation.source, citation.paragraph): citation for citation in citations}
    sources = text.rpartition("\nSources\n")[2] if cited else ""
    listed = re.findall(r"\[(\d+)\] ¶(\d+)", sources)
    if "¶" not in "".join(one_line(citation.title) for citation in citations):
        assert len(listed) == len(cited)
        for number, (_, paragraph) in enumerate(cited, 1):
            assert (str(number), str(paragraph)) in listed
    for citation in {citation.source: citation for citation in reversed(citations)}.values():
        assert one_line(citation.title) in sources


@FEW
@given(made.answers, st.integers(20, 120))
def test_no_line_is_wider_than_the_terminal(answer: Answer, columns: int) -> None:
    """Lines are broken by cells, so that wide characters and long words fit too."""
    with pytest.MonkeyPatch.context() as patch:
        text = uncoloured(shown(answer, patch, COLUMNS=str(columns)))
    widest = max(cell_len(line) for line in text.split("\n"))
    assert widest <= max(columns, 4 + 2 + 20)  # what is indented keeps 20 cells at least


@FEW
@given(made.answers)
def test_nothing_in_a_text_steers_the_terminal(answer: Answer) -> None:
    """No control, escape or bidirectional override of a text arrives, wherever it is shown."""
    with pytest.MonkeyPatch.context() as patch:
        text = uncoloured(shown(answer, patch))
    for char in text + terminal.plain(answer):
        assert char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"}
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_a_hostile_text_is_shown_as_harmless_letters() -> None:
    """An escape sequence loses its escape, and markup of the drawing library is no markup."""
    answer = made.answer(
        title="\x1b]0;owned\x07 [bold]x[/bold] \x9b31m",
        items=(made.item(text="\x1b[2J\x1b[31mred", lead="[link=http://x]y[/link]"),),
    )
    text = terminal.plain(answer)
    assert "]0;owned [bold]x[/bold] 31m" in text
    assert "[2J[31mred" in text
    assert "[link=http://x]y[/link]" in text


def test_a_quote_stands_word_for_word_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe a quote is one line with its very words, however long, and has no colours."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    answer = made.answer(items=(made.item(kind="quote", text=QUOTE, lead="Anna"),))
    out = io.StringIO()
    terminal.show(answer, out)
    assert f"\n    > {QUOTE}\n" in out.getvalue()
    assert "\x1b" not in out.getvalue()
    assert out.getvalue() == terminal.plain(answer) + "\n"


def test_a_quote_that_is_broken_is_marked_on_each_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal each line of a quote bears its mark, and the words come out again whole."""
    answer = made.answer(items=(made.item(kind="quote", text=QUOTE, lead="Anna"),))
    lines = uncoloured(shown(answer, monkeypatch)).split("\n")
    quoted = [line.removeprefix("    > ") for line in lines if line.startswith("    > ")]
    assert len(quoted) > 2
    assert "".join("".join(quoted).split()) == "".join(QUOTE.split())


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal shows colours; with NO_COLOR, or where it cannot, the text is the same without."""
    answer = made.answer(items=(made.item(kind="quote", changes=CHANGES),))
    coloured = shown(answer, monkeypatch)
    assert "\x1b[31m" in coloured
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        bare = shown(answer, monkeypatch, **environment)
        assert not re.search("\x1b\\[[0-9;]*3[0-9]", bare)
        assert uncoloured(bare) == uncoloured(coloured)


def test_what_differs_is_marked_by_signs() -> None:
    """The words of either side are told apart by brackets, and a legend says what these mean."""
    text = terminal.plain(made.answer(items=(made.item(kind="quote", changes=CHANGES),)))
    assert "≠ we will [-not-] [-yield-] {+stand+} {+together+}" in text
    assert "[-so-]: only in the wording asked about; {+so+}: only in the true wording" in text


def test_an_answer_in_full() -> None:
    """An item shows who, when, what, details, standing and numbers; sources come at the end."""
    first = made.citation(url="https://example.org/1")
    second = made.citation(paragraph=15)
    other = made.citation(source="x", title="X", publisher=None, published=None, kind="opinion")
    answer = made.answer(
        notes=("Also written: Lavrov",),
        items=(
            made.item(heading="Posts", text="Minister", citations=(first, other), detail=("By Y",)),
            made.item(heading="Said", kind="quote", lead="Anna", date=None, citations=(second,)),
            made.item(heading="Said", kind="name", date=None, text="A name", standing=""),
        ),
        leads=(Suggestion(label="Quotes", ask="/quote speaker:x"),),
    )
    assert (
        terminal.plain(answer)
        == f"""\
Sergei Lavrov
Also written: Lavrov

Posts
  2 December 2025
    Minister
    By Y
    1 source: official readout [1] [2]

Said
  Anna · undated in the source
    > It holds this.
    1 source: official readout [3]

  A name
  [1]

See also
  - Quotes: /quote speaker:x

Sources
  [1] ¶14 [3] ¶15
    A consultation is held · Ministry · 2 December 2025 · official readout
    https://example.org/1
  [2] ¶14
    X · publisher not named · undated · opinion piece

Edition {made.EDITION}"""
    )


def test_a_number_stays_with_its_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the places in a source fill several lines none is torn apart."""
    citations = tuple(made.citation(paragraph=number) for number in range(1, 41))
    text = uncoloured(shown(made.answer(items=(made.item(citations=citations),)), monkeypatch))
    lines = text.partition("\nSources\n")[2].split("\n")
    listed = [line for line in lines if line.startswith("  [")]
    assert len(listed) > 2
    assert all(re.fullmatch(r"  (\[\d+\] ¶\d+ ?)+", line) for line in listed)
    assert len(re.findall("¶", " ".join(listed))) == 40


def test_choices_are_numbered_where_a_number_chooses() -> None:
    """In the chat suggestions and leads are numbered in one row, and the numbers stand for them."""
    choice = Suggestion(label="Anna", ask="/who anna")
    lead = Suggestion(label="/about", ask="/about")
    answer = made.answer(status=Status.AMBIGUOUS, suggestions=(choice,), leads=(lead,))
    out = io.StringIO()
    terminal.show(answer, out, numbered=True)
    assert "Choose one\n  1) Anna: /who anna\n" in out.getvalue()
    assert "For example\n  2) /about\n" in out.getvalue()
    assert terminal.choices(answer) == (choice, lead)
