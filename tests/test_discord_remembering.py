"""Answers given last are remembered, as long as they hold nothing that anybody typed."""

from __future__ import annotations

import datetime as dt
import gc
import re
import weakref
from typing import TYPE_CHECKING

import pytest
import ships
from folders import write

from bot.answers.asking import Asking
from bot.answers.model import Status
from bot.cards import Shown, draw, draw_all
from bot.drawing import once
from bot.drawing.custom_ids import Press, Question
from bot.drawing.pages import pages_of
from bot.edition import Desk, Edition
from bot.editions import remembering
from bot.editions.remembering import Remembered
from bot.service import Service

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answers.model import Answer

DAY = dt.date(2025, 12, 3)
#: Questions to names, as commands and as buttons ask them.
NAMED = [
    Question.of("who", {"name": "anna-berg"}),
    Question.of("who", {"name": "anna berg"}),
    Question.of("timeline", {"about": "ships", "since": "2025"}),
    Question.of("quote", {"speaker": "Anna Holm"}),
    Question.of("topic", {"name": "Ships"}),
    Question.of("source", {"name": "log"}),
    Question.of("about", {}),
    Question.typed("/who name:anna-berg"),
    Question.typed("/quote speaker:anna-berg"),
    Question.typed("/about"),
]
#: Verdicts that show the words of the base, or none.
UNSHOWN = [
    Question.of("verify", {"words": ships.TRUE_WORDS}),
    Question.of("verify", {"words": "gardens grow wherever somebody waters them"}),
    Question.typed(f"/verify words:{ships.TRUE_WORDS}"),
]
#: Questions with a word that nothing kept may hold.
TYPED = [
    Question.of("who", {"name": "SECRET"}),
    Question.of("verify", {"words": "nothing on this ship was ever painted SECRET"}),
    Question.of("verify", {"words": ships.TRUE_WORDS, "speaker": "SECRET"}),
    Question.of("verify", {"words": "SECRET"}),
    Question.of("verify", {"words": "gardens SECRET grow wherever somebody waters them"}),
    Question.of("verify", {"words": f"{ships.TRUE_WORDS} SECRET"}),
    Question.of("verify", {"words": f"SECRET said: '{ships.TRUE_WORDS}'"}),
    Question.of("verify", {"words": f"'{ships.TRUE_WORDS}' and 'the SECRET words of a song'"}),
    Question.of("quote", {"words": "painted blue SECRET"}),
    Question.of("topic", {"name": "SECRET"}),
    Question.of("timeline", {"since": "SECRET"}),
    Question.typed("what about SECRET"),
    Question.typed("/who SECRET"),
    Question.typed("/SECRET"),
    Question.typed("/about SECRET"),
]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Load the base about ships."""
    return Edition.load(write(tmp_path_factory.mktemp("ships"), base=ships.BASE))


def kept(remembered: Remembered) -> list[Answer]:
    """Return all answers that are remembered."""
    return list(remembered._answers.values())  # noqa: SLF001  # what is kept is what this is about


@pytest.mark.parametrize("question", [*NAMED, *UNSHOWN], ids=Question.packed)
def test_the_same_question_gets_the_same_answer(edition: Edition, question: Question) -> None:
    """Asked again, what shows nothing of what was typed is answered from memory, pages and all."""
    remembered, asking = Remembered(), Asking(edition, DAY)
    first = remembered.answer(asking, question)
    assert remembered.answer(asking, question) is first
    assert pages_of(first) is pages_of(first)


def test_other_names_share_what_is_drawn(edition: Edition) -> None:
    """Asked by another name, in another way, the same answer is the very one that is kept."""
    remembered, asking = Remembered(), Asking(edition, DAY)
    first, *others = (
        remembered.answer(asking, question)
        for question in (
            Question.of("who", {"name": "anna-berg"}),
            Question.of("who", {"name": "anna berg"}),
            Question.typed("/who name:anna-berg"),
        )
    )
    assert all(other is first for other in others)
    assert remembered.answer(asking, Question.of("who", {"name": "anna holm"})) is not first


def test_memory_changes_no_answer(edition: Edition) -> None:
    """Whatever was asked before, an answer is what it would be without."""
    remembered, asking = Remembered(), Asking(edition, DAY)
    for question in [*NAMED, *TYPED, *NAMED[::-1], *TYPED[::-1]]:
        assert remembered.answer(asking, question) == Remembered().answer(asking, question)


@pytest.mark.parametrize("question", TYPED, ids=Question.packed)
def test_nothing_that_was_typed_is_kept(edition: Edition, question: Question) -> None:
    """Misses, wordings, mistakes and plain words are answered anew: they quote what was typed."""
    remembered, asking = Remembered(), Asking(edition, DAY)
    draw_all(remembered.answer(asking, question), Shown(4711, question))
    assert "secret" not in repr(vars(remembered)).casefold()


def test_a_card_is_kept_without_who_asked_what(edition: Edition) -> None:
    """What is drawn of an answer that is kept names neither the asker nor how they put it."""
    remembered, asking = Remembered(), Asking(edition, DAY)
    cards = []
    for asker, name in ((4711, "anna berg"), (4712, "Anna   BERG")):
        question = Question.of("who", {"name": name})
        answer = remembered.answer(asking, question)
        cards.append((asker, draw(answer, Shown(asker, question))))
        made = repr(once._made[id(answer)][1])  # noqa: SLF001  # what is kept is what this is about
        assert "Anna Berg" in made
        assert question.packed() not in made
    for asker, card in cards:
        ids = re.findall(r'"custom_id":"([^"]+)"', card.payload.decode())
        presses = list(filter(None, map(Press.read, ids)))
        assert {press.asker for press in presses} == {asker}


def test_what_is_found_by_words_is_not_kept(edition: Edition) -> None:
    """An answer that is found, and still quotes what was typed, is made anew."""
    remembered = Remembered()
    question = Question.of("topic", {"name": "the harbour is open"})
    answer = remembered.answer(Asking(edition, DAY), question)
    assert answer.status is Status.FOUND
    assert "'the harbour is open'" in answer.title
    assert kept(remembered) == []


def test_another_edition_or_day_is_answered_anew(edition: Edition, tmp_path: Path) -> None:
    """After a reload, and when a day has passed, nothing of before is told."""
    question = Question.of("who", {"name": "anna-berg"})
    remembered = Remembered()
    first = remembered.answer(Asking(edition, DAY), question)
    assert remembered.answer(Asking(edition, DAY + dt.timedelta(1)), question) is not first
    changed = Edition.load(write(tmp_path, base=ships.BASE.replace("The launch", "The feast")))
    after = remembered.answer(Asking(changed, DAY), question)
    assert after.edition == changed.fingerprint
    assert len(kept(remembered)) == 1


def test_memory_is_bounded(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """More answers than there is room for push out those not asked for longest, and their pages."""
    monkeypatch.setattr(remembering, "_MOST", 3)
    remembered, asking = Remembered(), Asking(edition, DAY)
    first = remembered.answer(asking, NAMED[0])
    pages_of(first)
    gone = weakref.ref(first)
    del first
    for question in NAMED[1:]:
        remembered.answer(asking, question)
    assert len(kept(remembered)) == 3
    gc.collect()
    assert gone() is None


def test_an_edition_is_let_go_when_another_has_come(tmp_path: Path) -> None:
    """Remembered answers do not keep the base alive that they were drawn from."""
    folder = write(tmp_path, base=ships.BASE)
    service = Service(Desk(Edition.load(folder)), folder)
    service.answer(Question.of("about", {}))
    before = weakref.ref(service.desk.current)
    service.desk.swap(Edition.load(folder))
    gc.collect()
    assert before() is None


def test_remembered_answers_are_counted(tmp_path: Path) -> None:
    """An answer from memory is an answer served."""
    folder = write(tmp_path, base=ships.BASE)
    service = Service(Desk(Edition.load(folder)), folder)
    for _ in range(3):
        service.answer(Question.of("about", {}))
    assert service.counts.served == 3
