"""A base held against the saved texts: the texts themselves, quotations, and coverage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from folders import grounded, save_text, write
from hypothesis import given
from hypothesis import strategies as st
from oslo import READOUT, World

from bot.facts.grounding.quoted import stands_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Give each test a sound base with its texts."""
    return World(tmp_path)


def test_a_sound_base_has_neither_faults_nor_doubts(world: World) -> None:
    """What the texts say, cited in full, is passed without a word."""
    grounding = grounded(world.folder, world.texts)
    assert (grounding.faults, grounding.doubts) == ((), ())
    assert [tuple(part) for part in grounding.coverage] == [("oslo", 6, 2, 8), ("plain", 2, 0, 2)]
    assert grounding.without_text == ("bare",)


class TestTexts:
    """The saved texts: there, readable, unchanged, and with every paragraph that is named."""

    def test_no_such_folder(self, world: World) -> None:
        """A folder of texts that is not there is one fault and not one for each source."""
        grounding = grounded(world.folder, world.texts / "none")
        assert [fault.wrong for fault in grounding.faults] == ["there is no such folder"]

    def test_a_missing_file(self, world: World) -> None:
        """A text that is missing is a fault at the name of its file; what cites it is left be."""
        (world.texts / "plain.txt").unlink()
        faults = world.faults()
        assert [(fault.line, fault.column) for fault in faults] == [(10, 66)]
        assert faults[0].wrong == "'plain.txt': cannot be read: No such file or directory"

    def test_another_checksum(self, world: World) -> None:
        """A text that has changed is a fault at its checksum, and nothing else is said of it."""
        save_text(world.texts, "oslo.txt", READOUT.replace("Seoul", "Tokyo"))
        faults = world.faults("quotes: {q: {words: Never said., by: [berg], cite: [oslo#3]}}")
        assert [(fault.line, fault.column) for fault in faults] == [(9, 36)]
        assert faults[0].wrong == "'oslo.txt' has another checksum"

    def test_not_utf_8(self, world: World) -> None:
        """A text in another encoding is a fault that says which byte is wrong."""
        sha = save_text(world.texts, "plain.txt", b"caf\xe9\n")
        write(
            world.folder, base=re.sub("(plain.txt, sha256: )[0-9a-f]+", rf"\g<1>{sha}", world.base)
        )
        assert [fault.wrong for fault in world.faults()] == [
            "'plain.txt' is not UTF-8: byte 0xe9 at 3"
        ]

    @pytest.mark.parametrize("file", ["../base/base.yaml", "/etc/passwd", "sub/../../base"])
    def test_a_file_outside_the_folder(self, world: World, file: str) -> None:
        """A text is looked for in the folder alone, wherever its name leads."""
        write(world.folder, base=world.base.replace("plain.txt", file))
        assert [fault.wrong for fault in world.faults()] == [f"'{file}' leads out of the folder"]

    def test_paragraphs_beyond_the_end(self, world: World) -> None:
        """A range that ends behind the last paragraph is a fault at the range."""
        write(world.folder, base=world.base.replace("oslo.txt,", "oslo.txt, paragraphs: 1-9,"))
        faults = world.faults()
        assert [(fault.line, fault.wrong) for fault in faults] == [
            (9, "the file has no paragraph 9")
        ]
        assert faults[0].todo == "it has 8, counting its non-empty lines from 1"

    def test_a_cited_paragraph_that_does_not_exist(self, world: World) -> None:
        """A citation behind the last paragraph is a fault at the citation, in parts as well."""
        added = "people:\n  x: {name: X, posts: [{post: M, cite: [oslo#2, oslo#9]}]}\n"
        faults = world.faults(added)
        assert [(fault.file, fault.line, fault.column) for fault in faults] == [
            ("more.yaml", 2, 49)
        ]
        assert faults[0].wrong == "'oslo' has no paragraph 9 in its saved text"
        assert faults[0].todo == "it has 1 to 8"


@pytest.mark.parametrize(
    "words",
    [
        "We won’t be moved – not now",
        "We won't be moved - not now,",
        "We won't be moved — not now.",
        "“We won't be moved-not now”",
        "won't be moved",
        "be  moved – not now!",
        "moved",
    ],
)
def test_quoted_words_stand_in_the_paragraph(world: World, words: str) -> None:
    """Typographic quotes, dashes, spaces and closing punctuation do not matter."""
    added = f'quotes:\n  q: {{words: "{words}", by: [berg], cite: [plain#1, oslo#3]}}\n'
    assert world.faults(added) == ()


@pytest.mark.parametrize(
    ("words", "agreed"),
    [
        ("we won't be moved", "they differ from the first word"),
        ("We won't be moved, not now", "they differ from 'moved,' on"),
        ("We wont be moved", "they differ from 'wont' on"),
        ("We will not be moved", "they differ from 'will' on"),
        ("We won't be move", "they differ from 'move' on"),
        ("e won't be moved", "they differ from the first word"),
        ("We won't moved", "they differ from 'moved' on"),
        ("We won't be moved. Talks in Oslo", "they differ from 'moved.' on"),
    ],
)
def test_other_words_are_a_fault_that_says_where_they_part(
    world: World, words: str, agreed: str
) -> None:
    """Another letter, case, comma or word, or half a word, is a fault at the words."""
    faults = world.faults(f'quotes:\n  q: {{words: "{words}", by: [berg], cite: [oslo#3]}}\n')
    assert [(fault.line, fault.column) for fault in faults] == [(2, 14)]
    assert faults[0].wrong == f"the words do not stand in oslo#3: {agreed}"


def test_words_from_another_paragraph_are_a_fault_that_names_it(world: World) -> None:
    """Where the words stand in another paragraph of the source, the advice names it."""
    added = "quotes:\n  q: {words: not now, by: [berg], cite: [oslo#4]}\n"
    assert [fault.todo for fault in world.faults(added)] == ["they stand in oslo#3: cite that"]


@pytest.mark.parametrize("words", ["...", "“”", " – "])
def test_words_that_are_none_are_a_fault(world: World, words: str) -> None:
    """Punctuation alone would stand in any paragraph, and is no quotation."""
    faults = world.faults(f'quotes:\n  q: {{words: "{words}", by: [berg], cite: [oslo#3]}}\n')
    assert [fault.wrong for fault in faults] == ["there are no words in this"]


def test_words_in_a_script_without_spaces(world: World) -> None:
    """Words are found in the middle of Chinese text, where there are no spaces."""
    assert world.faults("quotes:\n  q: {words: 访问了, by: [berg], cite: [oslo#7]}\n") == ()


SENTENCE = st.lists(
    st.sampled_from(["We", "won't", "be", "moved", "now", "not", "–", "“now”", "2025"]), min_size=2
)


@given(SENTENCE, st.data())
def test_any_run_of_words_stands_and_any_changed_word_does_not(
    words: list[str], data: st.DataObject
) -> None:
    """Of any paragraph every run of whole words is found, and none with a word put in its place."""
    first = data.draw(st.integers(0, len(words) - 1))
    run = words[first : data.draw(st.integers(first + 1, len(words)))]
    if any(word.isalnum() for word in run):
        assert stands_in(" ".join(run), " ".join(words))
    run[data.draw(st.integers(0, len(run) - 1))] = "other"
    assert not stands_in(" ".join(run), " ".join(words))


class TestCoverage:
    """Every paragraph is cited by a record or declared as skipped, and not both."""

    def test_an_unused_paragraph(self, world: World) -> None:
        """A paragraph that nothing cites is doubted at the source's text, with how it begins."""
        write(world.folder, base=world.base.replace('"1, 8"', '"1"'))
        doubts = grounded(world.folder, world.texts).doubts
        assert [(doubt.line, doubt.wrong) for doubt in doubts] == [
            (9, "paragraph 8 is neither cited nor skipped: 'Leave a reply'")
        ]

    def test_a_paragraph_cited_and_skipped(self, world: World) -> None:
        """A paragraph that is skipped and yet cited is doubted at 'skip', with who cites it."""
        write(world.folder, base=world.base.replace('"1, 8"', '"1, 3-4, 8"'))
        grounding = grounded(world.folder, world.texts)
        assert [(doubt.line, doubt.wrong) for doubt in grounding.doubts] == [
            (9, "paragraph 3 is skipped, but 'us' cites it"),
            (9, "paragraph 4 is skipped, but 'talks' cites it"),
        ]
        assert tuple(grounding.coverage[0]) == ("oslo", 6, 2, 8)

    def test_a_paragraph_of_no_source(self, world: World) -> None:
        """A paragraph of a file that none of its sources claims is doubted too."""
        shared = world.base.replace("oslo.txt,", "oslo.txt, paragraphs: 1-7,")
        write(world.folder, base=shared.replace('"1, 8"', "1"))
        assert [doubt.wrong for doubt in grounded(world.folder, world.texts).doubts] == [
            "paragraph 8 of 'oslo.txt' belongs to no source: 'Leave a reply'"
        ]

    def test_sources_that_share_a_file(self, world: World) -> None:
        """Sources of one file have each their own paragraphs, and together all."""
        base = world.base.replace("oslo.txt,", "oslo.txt, paragraphs: 1-7,").replace('"1, 8"', "1")
        sha = re.findall("[0-9a-f]{64}", base)[0]
        text = f"{{file: oslo.txt, sha256: {sha}, paragraphs: 8, skip: 8}}"
        page = f"sources: {{page: {{title: P, kind: report, language: en, text: {text}}}}}"
        write(world.folder, base=base, more=page)
        grounding = grounded(world.folder, world.texts)
        assert (grounding.faults, grounding.doubts) == ((), ())
        assert [part.of for part in grounding.coverage] == [7, 1, 2]
