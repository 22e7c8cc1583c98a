"""The shipped base as content: rules of curation that no schema can hold.

Those that need the documents find their folder by the variable READOUT_TEXTS.
"""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from shipped import edition

from bot.facts.records import Event, Named, Quote, SourceKind, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    import msgspec

    from bot.facts.base import FactBase
    from bot.facts.records import Record

TEXTS: Final = os.environ.get("READOUT_TEXTS", "")
needs_texts: Final = pytest.mark.skipif(
    not TEXTS, reason="READOUT_TEXTS does not name the folder of the documents"
)
#: Words that an author sets in quotation marks without putting them in anybody's mouth: doubt
#: thrown on a word, and an echo of Wang Yi's "as solid as a rock".
SCARE_QUOTES: Final = {"sanctions", "rock-solid"}
_QUOTED: Final = re.compile(r"[“\"]([^”\"\n]+)[”\"]")
_WORD: Final = re.compile(r"[^\W_]+")
_CYRILLIC: Final = re.compile(r"[А-Яа-яЁё]")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
#: So many words in a row, names left out, are no longer chance.
_RUN: Final = 8


def base() -> FactBase:
    """Return the shipped facts."""
    return edition().base


@functools.cache
def documents() -> dict[str, str]:
    """Return the documents by file name."""
    return {path.name: path.read_text("utf-8") for path in sorted(Path(TEXTS).glob("*.txt"))}


def own_texts(record: msgspec.Struct) -> Iterator[str]:
    """Yield what the curators wrote in a record, its parts included; names and quotes are not."""
    for field in ("says", "summary", "about", "note", "value", "of"):
        text = getattr(record, field, None)
        if isinstance(text, str):
            yield text
    for field in ("posts", "differs", "figures"):
        for part in getattr(record, field, ()):
            yield from own_texts(part)


def plain(text: str) -> str:
    """Return the words of a text in small letters, a space apart, without a genitive 's."""
    return " ".join(_WORD.findall(re.sub(r"[’']s\b", "", text.casefold())))


def test_every_name_can_be_typed_in_three_scripts() -> None:
    """Each person, organisation and topic bears names in Latin, Cyrillic and Han letters."""
    lacking = [
        one.id
        for one in base().records.values()
        if isinstance(one, Named)
        and not all(re.search(script, " ".join(one.names)) for script in (_CYRILLIC, _HAN))
    ]
    assert lacking == []


def test_everybody_has_a_post_with_its_source() -> None:
    """Each person has a post, and each post is cited, dated as its source is or not at all."""
    assert [one.id for one in base().people.values() if not one.posts] == []


def test_every_topic_holds_something() -> None:
    """No topic is empty: each has a statement."""
    empty = [one.id for one in base().topics.values() if not base().mentions(one.id, Statement)]
    assert empty == []


def test_what_is_inferred_says_from_what() -> None:
    """A date with a mark has a note that says what it is inferred from, or its event has."""
    silent = [
        record.id
        for record in base().records.values()
        if isinstance(record, Event | Quote | Statement)
        and record.when
        and record.when.is_inferred
        and not _notes(record)
    ]
    assert silent == []


def _notes(record: Event | Quote | Statement) -> str | None:
    event = None if isinstance(record, Event) else record.event
    return record.note or (base().events[event].note if event else None)


def test_what_an_opinion_piece_says_of_others_is_its_authors_account() -> None:
    """A statement known from opinion pieces alone is their author's, or says that it is theirs."""
    unattributed = []
    for statement in base().statements.values():
        sources = [base().sources[cite.source] for cite in statement.cite]
        if any(source.kind is not SourceKind.OPINION for source in sources):
            continue
        own = {source.author or source.id for source in sources}
        own |= {source.publisher for source in sources if source.publisher}
        speakers = {name for by in statement.by for name in (by, base().name(by))}
        if not own & speakers and "the author says" not in statement.says:
            unattributed.append(statement.id)
    assert unattributed == []


def test_nothing_is_attributed_to_a_source_with_a_named_author() -> None:
    """A source speaks for itself only where nobody is named as its author."""
    wrong = [
        (statement.id, by)
        for statement in base().statements.values()
        for by in statement.by
        if by in base().sources and base().sources[by].author
    ]
    assert wrong == []


def test_whoever_speaks_stands_in_the_statement() -> None:
    """A statement says in its own words who holds it, so that it can stand alone."""
    silent = [
        statement.id
        for statement in base().statements.values()
        if not any(re.search(rf"\b{name}\b", statement.says) for name in _called(statement))
    ]
    assert silent == []


def _called(statement: Statement) -> Iterator[str]:
    yield from ("[Tt]he (?:author|article|report|ministry|editor)", "[Tt]he leaders")
    for by in statement.by:
        record = base().records[by]
        for name in (base().name(by), *getattr(record, "names", ())):
            yield re.escape(name)


def test_contradictions_are_between_different_speakers() -> None:
    """Nobody is said to contradict themselves."""
    own = [
        (one.id, other)
        for one in base().statements.values()
        for other in one.against
        if set(one.by) & set(base().statements[other].by)
    ]
    assert own == []


def test_quotes_of_those_who_speak_no_english_are_marked_as_translated() -> None:
    """Words of Russian and Chinese speakers in an English document are translations.

    Those that an English readout of the ministry has itself, and an author's own, are not.
    """
    unmarked = {one.id for one in base().quotes.values() if not one.translated}
    assert unmarked == {"comprehensive-and-in-depth", "no-alliance"}


@needs_texts
def test_every_attributed_quotation_is_a_quote() -> None:
    """Whatever stands in quotation marks in a document is a quote, but for scare quotes."""
    words = [plain(quote.words) for quote in base().quotes.values()]
    missing = [
        run
        for text in documents().values()
        for run in _QUOTED.findall(text)
        if run.strip(" ,.") not in SCARE_QUOTES and plain(run) not in words
    ]
    assert missing == []


@needs_texts
def test_no_sentence_of_the_documents_is_taken_over() -> None:
    """No text of the curators runs along with a document for eight words, names left out."""
    runs = {
        run for text in documents().values() for run in _runs(_without_names(plain(text)).split())
    }
    taken = [
        (record.id, " ".join(run))
        for record in base().records.values()
        for text in own_texts(record)
        for run in _runs(_without_names(plain(_QUOTED.sub(" quotation ", text))).split())
        if run in runs
    ]
    assert taken == []


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    for place in range(len(words) - _RUN + 1):
        run = tuple(words[place : place + _RUN])
        if "|" not in run:
            yield run


def _without_names(text: str) -> str:
    return _names().sub("|", text)


@functools.cache
def _names() -> re.Pattern[str]:
    records: list[Record] = list(base().records.values())
    called = [plain(base().name(record.id)) for record in records if not isinstance(record, Quote)]
    called += [
        plain(name) for record in records if isinstance(record, Named) for name in record.names
    ]
    longest_first = sorted({name for name in called if name.count(" ") > 1}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
