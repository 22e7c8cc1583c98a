"""What people write is shown as they wrote it, and is never read as markup."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import NASTY

from bot.drawing.custom_ids import Act, Press, Question, digest
from bot.drawing.escaping import cleaned, escaped, one_line, unescaped
from bot.drawing.limits import CUSTOM_ID, length
from bot.drawing.lines import choice_label

#: How Discord's client finds markup, at the place where its reading has arrived.
MARKUP = re.compile(
    r"<(?:@[!&]?|#|:|a:|t:|/|id:|https?:|\+)"  # mentions, emoji, times, commands, links
    r"|@(?:everyone|here)|\*|_|~~|`|\|\||\[[^\]]*\]\(|:[^\s:]+:|(?:https?|steam)://\S"
)
LINE_START = re.compile(r"^\s*(?:#{1,3} |-# |>{1,3} |[-*+] |\d+\. )", re.MULTILINE)


def markup_in(markdown: str) -> str | None:
    """Read as Discord's client does: a backslash takes the next punctuation out of its reading."""
    at = 0
    while at < len(markdown):
        if re.match(r"\\[^0-9A-Za-z\s]", markdown[at:]):
            at += 2
            continue
        found = MARKUP.match(markdown, at)
        if found:
            return found[0]
        at += 1
    start = LINE_START.search(markdown)
    return start[0] if start else None


@pytest.mark.parametrize(
    "written",
    [
        "@everyone",
        "<@1234>",
        "<@&1234>",
        "<#1234>",
        "<t:1:R>",
        "</who:1>",
        "<a:b:1>",
        "<id:home>",
        "[click](https://evil.example)",
        "||spoiler||",
        "**bold** _it_ __u__ ~~s~~ `c`",
        "```py\nx```",
        "# heading",
        "a\n## heading",
        "-# small",
        "> quote",
        ">>> all",
        "- list",
        "1. list",
        ":smile:",
        "https://evil.example",
        "a\\*b*",
    ],
)
def test_markup_is_defused(written: str) -> None:
    """No mention, link, spoiler, emoji, heading, list or emphasis that was not meant."""
    assert markup_in(written)
    assert markup_in(escaped(written)) is None


@given(NASTY)
def test_nothing_anybody_writes_is_markup(written: str) -> None:
    """For any text, no rule of Discord's markdown begins anywhere in the escaped form."""
    assert markup_in(escaped(written)) is None


@given(NASTY)
def test_escaping_changes_no_visible_character(written: str) -> None:
    """Escaped text reads back as what was written, but for what is invisible."""
    assert unescaped(escaped(written)) == cleaned(written).strip()


@given(NASTY)
def test_cleaning_is_final(written: str) -> None:
    """Cleaned text has no control characters, overrides or lone surrogates, and stays as it is."""
    once = cleaned(written)
    assert cleaned(once) == once
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\ud800-\udfff\x00]", once)
    assert all(unicodedata.category(char) != "Cc" or char == "\n" for char in once)
    once.encode()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\u200bb\u2060c\ufeffd\u00ade", "abcde"),
        ("la\u200dvrov", "lavrov"),
        ("\u3164\u115f\u2800x", "x"),
        ("a\u202e b\u202c", "a b"),
        ("👨‍👩‍👧 ❤️ 1️⃣", "👨‍👩‍👧 ❤️ 1️⃣"),
        ("می‌خواهم", "می‌خواهم"),
        ("Z" + "\u0301" * 50, "Z" + "\u0301" * 4),
        ("một điều\u0301", "một điều\u0301"),
        ("ก" + "\u0e47" * 50 + "ข", "ก" + "\u0e47" * 8 + "ข"),
        ("ل" + "\u064b\u0e47" * 50, "ل" + "\u064b\u0e47" * 4),
        ("שָּֽׁ֑ ཧྐྵྨླྺྼྂ ลิ้ม हिन्दी", "שָּֽׁ֑ ཧྐྵྨླྺྼྂ ลิ้ม हिन्दी"),
        ("a\r\nb\u2028c\td", "a\nb\nc d"),
        ("\ud83d", "\ufffd"),
        ("Xi’s “pipe dream” – 5 %", "Xi’s “pipe dream” – 5 %"),
    ],
)
def test_what_is_invisible_goes_and_what_is_needed_stays(written: str, kept: str) -> None:
    """Joiners stay where a script or an emoji needs them, and nowhere else."""
    assert cleaned(written) == kept


@pytest.mark.parametrize("name", ["שלום", "سلام", "שלום " * 40, "שלום (א)"])
def test_a_name_from_right_to_left_leaves_its_kind_behind_it(name: str) -> None:
    """In the label of a choice such a name is isolated, as short as needed, and the kind is not."""
    label = choice_label(f"{name} (person)")
    assert re.fullmatch("\u2068[^\u2068\u2069]+\u2069 \\(person\\)", label)
    assert length(label) <= 100


@pytest.mark.parametrize("label", ["Anna Berg (person)", "May 2025", "谢 (person)"])
def test_other_labels_of_choices_are_left_as_they_are(label: str) -> None:
    """Nothing is isolated that reads from left to right."""
    assert choice_label(label) == label


def test_right_to_left_text_is_isolated() -> None:
    """A line with right-to-left letters stands in an isolate; others are left alone."""
    assert escaped("שלום\nabc") == "\u2068שלום\u2069\nabc"


def test_prose_stays_plain() -> None:
    """Ordinary sentences get no backslash at all, so that quotes can be copied."""
    prose = 'At 5 p.m., he said: "No - never (again)"; 20% & more. 2025/12 – what?'
    assert escaped(prose) == prose


questions = st.one_of(
    st.builds(Question.typed, NASTY),
    st.builds(
        Question.of,
        st.sampled_from(["who", "verify", "about"]),
        st.dictionaries(st.sampled_from(["name", "words", "speaker"]), NASTY, max_size=3),
    ),
)


@given(questions)
def test_a_question_survives_packing(question: Question) -> None:
    """What was asked is what is read back, with every option, whatever stands in it."""
    assert Question.unpacked(question.packed()) == question


@given(
    questions,
    st.integers(0, 2**64 - 1),
    st.integers(0, 1_295),
    st.text("0123456789abcdef", min_size=12, max_size=12),
    st.sampled_from(Act),
    st.none() | st.just(digest("x")),
)
def test_a_press_survives_its_custom_id(  # noqa: PLR0913, PLR0917  # one for each part of a press
    question: Question, asker: int, page: int, edition: str, act: Act, pick: str | None
) -> None:
    """Everything about a press is in at most 100 characters, or the question in its message."""
    press = Press(
        act=act,
        asker=asker,
        edition=edition,
        question=question,
        page=page,
        pick=pick,
    )
    written = press.custom_id()
    assert length(written) <= CUSTOM_ID
    read = Press.read(written)
    assert read is not None
    assert read.question == (question if question.is_short else None)
    assert (read.act, read.asker, read.edition) == (act, asker, edition)
    assert (read.page, read.pick) == (page, press.pick)


@given(st.text(max_size=100))
def test_a_foreign_custom_id_is_recognised(custom_id: str) -> None:
    """What this bot never wrote, or wrote in another version, is None and no error."""
    assert Press.read(f"0{custom_id}") is None
    Press.read(custom_id)


@given(st.text("/who¦:x \\", max_size=12))
def test_whatever_a_custom_id_asks_is_a_question(written: str) -> None:
    """A question that this bot never packed is a command with a name, or a text as typed."""
    question = Question.unpacked(written)
    assert question.command or question.text == written


def test_one_line_is_one_line() -> None:
    """Line breaks and runs of spaces of a question are single spaces."""
    assert one_line(" a\n\n b \t c ") == "a b c"
