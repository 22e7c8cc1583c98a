"""Every record of the shipped base can be asked for, and every question that is offered works."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import pytest
from shipped import ask, edition

from bot.answers.commands import COMMANDS
from bot.answers.model import Status
from bot.answers.typed import read_options
from bot.facts.records import Event, Organisation, Person, Quote, Source, Statement, Topic

if TYPE_CHECKING:
    from bot.answers.model import Answer
    from bot.facts.records import Record

#: The question that is asked of each kind of record, by name.
QUESTIONS: Final = {
    Person: "/who name:",
    Organisation: "/who name:",
    Topic: "/topic name:",
    Event: "/timeline about:",
    Source: "/source name:",
}
ANSWERED: Final = {Status.FOUND, Status.AMBIGUOUS}


@functools.cache
def asked(question: str) -> Answer:
    """Answer each question once, however many answers lead to it."""
    return ask(question)


def named() -> list[tuple[str, Record]]:
    """Return each record that can be asked for by name, with the question for it."""
    records = edition().base.records.values()
    return [(QUESTIONS[type(one)], one) for one in records if type(one) in QUESTIONS]


def questions() -> list[str]:
    """Return a question on every record of the base, by id, and one for each command alone."""
    base = edition().base
    return [
        *(f"{question}{record.id}" for question, record in named()),
        *(f"/topic name:{record.id}" for question, record in named() if question == "/who name:"),
        *(f"/quote speaker:{id_}" for id_ in (*base.people, *base.organisations)),
        *(f"/quote topic:{id_}" for id_ in base.topics),
        *(f"/quote words:{id_}" for id_ in base.quotes),
        *(f"/timeline about:{id_}" for id_ in (*base.people, *base.organisations, *base.topics)),
        *("/source", "/about", "/timeline", "/quote"),
    ]


@pytest.fixture(scope="module", autouse=True)
def _forgotten() -> object:
    """Keep no answers once these tests are done."""
    yield
    asked.cache_clear()


def test_every_id_finds_its_record() -> None:
    """An id is a name that is never ambiguous."""
    missed = [record.id for question, record in named() if _about(question, record.id) != record.id]
    assert missed == []


def _about(question: str, name: str) -> str | None:
    """Return the id of the record that an answer is titled after."""
    answer = asked(f"{question}{name}")
    base = edition().base
    titles = {answer.title.removeprefix("On ").removeprefix("Timeline: ")}
    return name if answer.status is Status.FOUND and base.name(name) in titles else None


def test_every_name_finds_its_record_or_offers_it() -> None:
    """A name or alias, in any script, finds its record, or is a choice that holds it."""
    missed = []
    for question, record in named():
        names = (getattr(record, "name", None), getattr(record, "title", None))
        for name in (*filter(None, names), *getattr(record, "names", ())):
            answer = asked(f"{question}{name}")
            title = edition().base.name(record.id)
            offered = any(offer.ask.endswith(f":{record.id}") for offer in answer.suggestions)
            found = answer.status is Status.FOUND and title in answer.title
            if not (found or (answer.status is Status.AMBIGUOUS and offered)):
                missed.append((name, record.id, answer.status.value, answer.title))
    assert missed == []


def test_every_quote_and_statement_is_found_by_its_own_words() -> None:
    """The whole wording of a quote or a statement finds it."""
    said = [one for one in edition().base.records.values() if isinstance(one, Quote | Statement)]
    missed = [
        record.id
        for record in said
        if record.id not in {item.id for item in asked(_by_words(record)).items}
    ]
    assert missed == []


def _by_words(record: Record) -> str:
    if isinstance(record, Quote):
        return f"/quote words:{record.words}"
    return f"/topic name:{record.says}" if isinstance(record, Statement) else record.id


def test_every_question_that_is_offered_is_answered() -> None:
    """What an answer suggests or leads on to is found when asked, never invalid nor a miss."""
    broken = {
        (question, offer.ask, asked(offer.ask).status.value)
        for question in questions()
        for offer in (*asked(question).suggestions, *asked(question).leads)
        if asked(offer.ask).status not in ANSWERED
    }
    assert broken == set()


def test_every_miss_offers_something() -> None:
    """Where nothing is held, something that is held is offered."""
    empty = [
        question
        for question in questions()
        if asked(question).status is Status.NOT_FOUND and not asked(question).suggestions
    ]
    assert empty == []


def test_every_line_that_is_asserted_is_cited() -> None:
    """No line of any answer is without a citation and a standing."""
    bare = {
        (question, item.kind, item.id)
        for question in questions()
        for item in asked(question).items
        if not item.citations or not item.standing
    }
    assert bare == set()


def test_no_answer_shows_a_line_twice_under_one_heading() -> None:
    """A record stands once under a heading, but for what differs on it and a person's posts."""
    twice = set()
    for question in questions():
        seen = set()
        for item in asked(question).items:
            line = (item.heading, item.kind, item.id, item.text, item.citations)
            if line in seen:
                twice.add((question, item.id))
            seen.add(line)
    assert twice == set()


def test_questions_are_answered_alike_each_time() -> None:
    """The order of lines depends on the base alone."""
    differing = [one for one in questions()[::7] if ask(one) != asked(one)]
    assert differing == []


def test_no_name_is_read_as_an_option() -> None:
    """A name of the base, written behind a command, is never taken for an option of it."""
    who = next(command for command in COMMANDS if command.name == "who")
    for _, record in named():
        for name in (edition().base.name(record.id), *getattr(record, "names", ())):
            assert read_options(who, name) == {"name": name}
