"""Cards: what a member sees, within Discord's limits, whatever curators and users write."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import LINES, NASTY, answer, answers, citation, item

from bot.answers.model import Answer, Change, Status, Suggestion, Verdict
from bot.cards import ASKED, Shown, accent, asked_in, draw, draw_all, notice
from bot.console.card_text import as_text, shown
from bot.drawing.custom_ids import MOST_PAGES, Act, Press, Question, digest
from bot.drawing.escaping import cleaned, one_line, unescaped
from bot.drawing.limits import MESSAGE_TEXT, length
from bot.drawing.pages import pages_of

ASKER = 2**63 + 11
QUESTION = Question.of("who", {"name": "lavrov"})
slowly = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def texts(components: list[dict[str, Any]]) -> list[str]:
    """Return all markdown of a message in order."""
    found = []
    for component in components:
        if component["type"] == 10:
            found.append(component["content"])
        found += texts(component.get("components", []))
    return found


def controls(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return all buttons and menus of a message in order."""
    found = []
    for component in components:
        if component["type"] in (2, 3):
            found.append(component)
        found += controls(component.get("components", []))
    return found


def drawn(made: Answer, **shown_fields: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # any field
    """Draw one page and return its payload, checked by the limits."""
    fields: dict[str, Any] = {"asker": ASKER, "question": QUESTION}
    return draw(made, Shown(**{**fields, **shown_fields})).to_components()


def all_pages(made: Answer, question: Question = QUESTION) -> list[list[dict[str, Any]]]:
    """Draw all pages, turning them by the button 'Next' as a member would."""
    found = [drawn(made, question=question)]
    while True:
        turns = [c for c in controls(found[-1]) if c.get("label") == "Next" and not c["disabled"]]
        if not turns:
            return found
        press = Press.read(turns[0]["custom_id"])
        assert press is not None
        found.append(drawn(made, question=question, page=press.page))


@slowly
@given(made=answers, asked=NASTY)
def test_any_answer_keeps_the_limits_on_every_page(made: Answer, asked: str) -> None:
    """Whatever stands in a record or question, each page is a payload that Discord takes."""
    for components in all_pages(made, Question.typed(asked)):
        assert sum(map(length, texts(components))) <= MESSAGE_TEXT


@slowly
@given(made=answers)
def test_no_text_is_lost_between_pages(made: Answer) -> None:
    """Every word of every item, note and suggestion stands on some page, in order."""
    whole = "".join(
        "".join(unescaped(section.markdown).split())
        for page in pages_of(made)
        for section in page.sections
    )
    for mark in ("-#(continuesonthenextpage)", "-#(continued)", ">"):
        whole = whole.replace(mark, "")
    at = 0
    for held in made.items:
        wanted = "".join(cleaned(held.text).split()).replace(">", "")
        assert wanted in whole[at:]
        at = whole.index(wanted, at)


@slowly
@given(words=st.text("ab *_\n.é谢", min_size=1, max_size=3_000).filter(str.strip))
def test_a_quotation_is_never_cut(words: str) -> None:
    """A quotation appears word for word, on as many pages as it needs, marks outside its words."""
    made = answer(items=(item(kind="quote", text=words, lead="Wang Yi"),))
    lines = [
        line.removeprefix("> ")
        for components in all_pages(made)
        for text in texts(components)
        for line in text.split("\n")
        if line.startswith("> ")
    ]
    assert unescaped(" ".join(lines)).split() == words.split()


def test_a_long_quotation_has_marks_on_both_sides_of_a_break() -> None:
    """Where words go on overleaf, the page says so, and the next says that it goes on."""
    made = answer(items=(item(kind="quote", text="word* " * 900),))
    first, *_, last = (as_text(page) for page in all_pages(made))
    assert "(continues on the next page)" in first
    assert "(continued)" in last


@given(words=LINES)
def test_text_is_shown_as_it_was_written(words: str) -> None:
    """What Discord shows of an item is its text, without what is invisible."""
    made = answer(items=(item(text=words, detail=(words,), lead=words),))
    shown_text = "".join(shown(text) for page in all_pages(made) for text in texts(page))
    assert "".join(one_line(words).split()) in "".join(shown_text.split())


def test_citations_are_numbered_once_and_resolved_on_their_page() -> None:
    """A number means one paragraph throughout an answer, and its page says which."""
    first, second = citation(paragraph=3), citation(paragraph=7)
    other = citation(source="other", paragraph=3, title="A report", kind="report", publisher=None)
    made = answer(items=(item(citations=(first, other)), item(citations=(second, first))))
    text = as_text(drawn(made), width=120)
    assert "1 source: official readout · [1] [2]" in text
    assert "1 source: official readout · [3] [1]" in text
    assert "[1] ¶3, [3] ¶7 · A consultation is held · Ministry · 2 December 2025" in text
    assert "[2] ¶3 · A report · publisher not named · 2 December 2025 · report" in text


def test_a_source_with_an_address_is_a_link_that_nothing_breaks_out_of() -> None:
    """The title of a source links to its address; brackets in either stay inside."""
    made = answer(
        items=(item(citations=(citation(title="a](<x>) [b", url="https://e.org/a_(b)\\c"),)),)
    )
    (line,) = [t for t in texts(drawn(made))[-1].split("\n") if "e.org" in t]
    assert "[a\\](\\<x>) \\[b](<https://e.org/a_(b)%5Cc>)" in line


def test_an_address_is_what_it_looks_like() -> None:
    """Nothing invisible stands in an address: neither in a link nor where it is shown itself."""
    url = "https://e.org/\u202egpj.exe\u200b/\u2066می\u200cخواهم"
    shown_itself = item(kind="source", detail=(url,), citations=(citation(url=url),))
    body = "\n".join(texts(drawn(answer(items=(shown_itself,)))))
    assert body.count("<https://e.org/gpj.exe/می\u200cخواهم>") == 2


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (("official",), "Drawn from official readouts"),
        (("opinion",), "Drawn from opinion pieces only"),
        (("opinion", "official"), "Drawn from official readouts and opinion pieces"),
        (
            ("report", "opinion", "official"),
            "Drawn from official readouts, reports and opinion pieces",
        ),
    ],
)
def test_standing_is_said_in_words_and_colour(kinds: tuple[str, ...], words: str) -> None:
    """What kinds of source stand behind an answer is said under its title, not by colour alone."""
    made = answer(items=tuple(item(citations=(citation(kind=kind),)) for kind in kinds))
    assert accent(made)[0] == words
    assert words in texts(drawn(made))[0]


def test_no_two_standings_verdicts_or_statuses_look_and_read_the_same() -> None:
    """Each has words of its own; verbatim, altered and misattributed differ in colour too."""
    every = [answer(verdict=verdict) for verdict in Verdict]
    every += [answer(status=status) for status in Status if status is not Status.FOUND]
    every += [
        answer(items=(item(citations=(citation(kind=kind),)),))
        for kind in ("official", "report", "opinion")
    ]
    said = [accent(made)[0] for made in every]
    assert len(set(said)) == len(said)
    colours = {accent(answer(verdict=verdict))[1] for verdict in Verdict}
    assert len(colours) == len(Verdict)


def test_an_ambiguity_is_a_menu_with_a_choice_for_each() -> None:
    """Several meant equally well: a menu of all of them, 25 a page, whose values ask on."""
    some = tuple(Suggestion(label=f"No. {n}", ask=f"/who name:no-{n}") for n in range(30))
    pages = all_pages(answer(status=Status.AMBIGUOUS, suggestions=some))
    menus = [c for page in pages for c in controls(page) if c["type"] == 3]
    values = [option["value"] for menu in menus for option in menu["options"]]
    assert values == [f"=/who name:no-{n}" for n in range(30)]
    press = Press.read(menus[0]["custom_id"])
    assert press is not None
    assert (press.act, press.asker, press.question) == (Act.CHOOSE, ASKER, QUESTION)


def test_a_choice_too_long_for_its_value_is_named_by_its_digest() -> None:
    """A suggestion that no value has room for is found again among those of the question."""
    ask = f"/quote words:{'long ' * 40}"
    (menu,) = controls(
        drawn(answer(status=Status.NOT_FOUND, suggestions=(Suggestion(label="q", ask=ask),)))
    )
    assert menu["options"][0]["value"] == f"#{digest(ask)}"


def test_leads_are_buttons_that_carry_their_question() -> None:
    """Where an answer leads on, a button asks the further question, whoever presses it."""
    long = f"/quote words:{'long ' * 40}"
    leads = (Suggestion(label="Quotes", ask="/quote speaker:x"), Suggestion(label="Q", ask=long))
    direct, by_digest = controls(drawn(answer(leads=leads)))
    press = Press.read(direct["custom_id"])
    assert press is not None
    assert press.question == Question.typed("/quote speaker:x")
    press = Press.read(by_digest["custom_id"])
    assert press is not None
    assert (press.question, press.pick) == (QUESTION, digest(long))


def test_the_longest_quotation_of_a_base_is_on_one_page() -> None:
    """Words of 3,000 characters, as many as a record may hold, are not cut."""
    words = ("said again " * 300)[:2_999] + "."
    made = answer(
        items=(item(kind="quote", text=words, lead="Sergei Lavrov", detail=("x" * 900,)),)
    )
    assert any(words in text for page in all_pages(made) for text in texts(page))


@given(words=st.text("ab*_: ¦\n", min_size=70, max_size=480))
def test_a_question_too_long_for_a_button_stands_in_the_message(words: str) -> None:
    """What no custom id has room for is read back from the card's own words."""
    question = Question.of("verify", {"words": words, "speaker": "x" * 60})
    made = answer(items=tuple(item(text="word " * 150) for _ in range(6)))
    components = drawn(made, question=question)
    press = Press.read(controls(components)[0]["custom_id"])
    assert press is not None
    assert press.question is None
    packed = asked_in(texts(components))
    assert packed is not None
    assert Question.unpacked(unescaped(packed)) == question


@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_where_no_button_can_carry_the_question_all_pages_are_sent(count: int) -> None:
    """Better no button than one that cannot work: up to five pages, the last says what to do."""
    made = answer(items=tuple(item(text=f"{n} {'word ' * 300}") for n in range(count)))
    cards = [
        card.to_components() for card in draw_all(made, Shown(1, Question.typed("why " * 400)))
    ]
    assert len(cards) == min(count, 5)
    for number, card in enumerate(cards):
        assert not controls(card)
        assert f"{number} word" in texts(card)[1]
    says_so = ["ask in fewer words to see the rest" in texts(card)[-1] for card in cards]
    assert says_so == [False] * (len(cards) - 1) + [count > 5]
    assert len(draw_all(made, Shown(1, QUESTION))) == 1


def test_a_choice_that_nothing_can_carry_is_not_offered() -> None:
    """What a menu could not find again is told in words alone."""
    long = Suggestion(label="Long", ask=f"/verify {'x' * 120}")
    short = Suggestion(label="Short", ask="/who x")
    made = answer(status=Status.AMBIGUOUS, suggestions=(long, short))
    components = drawn(made, question=Question.typed("why " * 400))
    assert [o["label"] for o in controls(components)[0]["options"]] == ["Short"]
    assert "Long" in "".join(texts(components))


@given(words=NASTY)
def test_nobody_can_forge_the_question_of_a_card(words: str) -> None:
    """Text of a record never reads as the line in which a card keeps its question."""
    forged = item(text=f"{words}\n{ASKED}/about", detail=("Asked: /about",), standing="Asked: x")
    made = answer(items=(forged,) * 30, notes=(f"{ASKED}/about",))
    assert asked_in(texts(drawn(made))) is None
    question = Question.of("quote", {"topic": "x" * 90})
    packed = asked_in(texts(drawn(made, question=question)))
    assert packed is not None
    assert unescaped(packed) == question.packed()


def test_the_buttons_at_the_ends_are_off() -> None:
    """On the first page nothing comes before, on the last nothing after; a page beyond is last."""
    made = answer(items=tuple(item(text=f"{n} {'word ' * 300}") for n in range(5)))
    first, last = drawn(made), drawn(made, page=99)
    off = [[c["label"] for c in controls(page) if c["disabled"]] for page in (first, last)]
    assert off == [["First", "Previous"], ["Next", "Last"]]
    assert "page 1 of 5" in texts(first)[-1]
    assert "page 5 of 5" in texts(last)[-1]


def test_an_answer_of_more_pages_than_a_button_can_name_ends_with_the_last_it_can() -> None:
    """Every button of the first and the last page works: 'Last' leads to page 1,296."""
    made = answer(items=(item(text="word " * 250),) * (MOST_PAGES + 4))
    assert len(pages_of(made)) > MOST_PAGES
    first = drawn(made)
    last_button = controls(first)[-1]
    assert (last_button["label"], last_button["disabled"]) == ("Last", False)
    press = Press.read(last_button["custom_id"])
    assert press is not None
    assert press.page == MOST_PAGES - 1
    last = {c["label"]: c["disabled"] for c in controls(drawn(made, page=press.page))}
    assert last == {"First": False, "Previous": False, "Next": True, "Last": True}
    assert drawn(made, page=5_000) == drawn(made, page=press.page)


def test_a_comparison_tells_added_missing_and_replaced_words_apart() -> None:
    """Words only asked are struck out, words only true are bold, and a legend says so."""
    changes = (
        Change(how="same", asked="a wedge", true="a wedge"),
        Change(how="replaced", asked="forced", true="driven"),
        Change(how="added", asked="not", true=""),
        Change(how="missing", asked="", true="*never*"),
    )
    (body,) = [t for t in texts(drawn(answer(items=(item(changes=changes),)))) if "≠" in t]
    assert "≠ a wedge ~~forced~~ **driven** ~~not~~ **\\*never\\***" in body
    assert "only in the wording asked about" in body


def test_an_expired_card_says_the_same_with_everything_off() -> None:
    """Switching a card off changes nothing but its buttons."""
    made = answer(leads=(Suggestion(label="Quotes", ask="/quote"),))
    card = draw(made, Shown(ASKER, QUESTION))
    before = texts(card.to_components())
    off = card.disabled().to_components()
    assert texts(off) == before
    assert all(control["disabled"] for control in controls(off))


def test_what_is_undated_says_so() -> None:
    """An item that should have a date and has none says 'undated in the source'."""
    assert "undated in the source" in texts(drawn(answer(items=(item(date=None),))))[1]


def test_a_notice_is_a_card_too() -> None:
    """Words of our own are drawn in the same way as answers."""
    assert re.search("Wait", texts(notice("Wait", "a little").to_components())[0])
