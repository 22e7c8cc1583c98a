"""A small base of made-up quotes for the tests of ``/verify``, and quotes for any base."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.answers import verify
from bot.answers.asking import Asking
from bot.edition import Edition
from bot.facts.base import FactBase
from bot.facts.dates import When
from bot.facts.records import (
    Cite,
    Event,
    Organisation,
    Person,
    Post,
    Quote,
    Source,
    SourceKind,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.model import Answer

CITE = (Cite("readout#3"),)
TODAY = dt.date(2026, 1, 1)

HARBOUR = "closing the harbour to grain ships would hurt both of our countries and help nobody"
WINTER = "We will never leave our neighbours alone in winter, whatever the price of gas may be"
BRIDGE = "the new bridge will carry 1,250 lorries a day by 2027, and not one of them will wait"
FRIENDS = "as firm as an old oak"
OAK = "Our friendship is as firm as an old oak, and storms have only made it stronger"
RUSSIAN = "Мы никогда не закроем гавань для соседей, и всё зерно дойдёт до порта вовремя"
CHINESE = "任何人都不能关闭港口，粮食必须按时运到所有邻国的人民手中"
SUMMARY = "Norland opposes any closing of the harbour and offers to pay for the winter repairs."

QUOTES = {
    "harbour": (HARBOUR, "anna-berg"),
    "winter": (WINTER, "ivan-orlov"),
    "bridge": (BRIDGE, "anna-berg"),
    "friends": (FRIENDS, "anna-berg"),
    "oak": (OAK, "ivan-sokol"),
    "russian": (RUSSIAN, "ivan-orlov"),
    "chinese": (CHINESE, "li-ming"),
}


def asking_of(quotes: Iterable[Quote]) -> Asking:
    """Return an asking of a base with the people of the tests and these quotes."""
    people = (
        Person(
            id="anna-berg",
            name="Anna Berg",
            names=("Berg", "Анна Берг", "Берг", "安娜·贝里"),
            posts=(Post(post="Foreign Minister", of="norland", cite=CITE),),
        ),
        Person(
            id="ivan-orlov",
            name="Ivan Orlov",
            names=("Orlov", "Иван Орлов", "Орлов", "奥尔洛夫"),
            posts=(Post(post="Prime Minister", of="sudland", cite=CITE),),
        ),
        Person(id="ivan-sokol", name="Ivan Sokol", names=("Sokol", "Сокол"), cite=CITE),
        Person(id="li-ming", name="Li Ming", names=("李明", "Ли Мин"), cite=CITE),
    )
    states = (
        Organisation(id="norland", name="Norland", names=("Norlandic",), cite=CITE),
        Organisation(id="sudland", name="Sudland", names=("Sudlandic",), cite=CITE),
    )
    rest = (
        Source(id="readout", title="A readout", kind=SourceKind.OFFICIAL, language="en"),
        Source(
            id="column",
            title="A column",
            kind=SourceKind.OPINION,
            language="en",
            author="ivan-sokol",
        ),
        Event(id="talks", title="Harbour talks", when=When.parse("2025-05-10"), cite=CITE),
        Statement(id="on-harbour", by=("anna-berg",), says=SUMMARY, cite=CITE),
    )
    base = FactBase.of((*people, *states, *rest, *quotes))
    return Asking(edition=Edition.of(base), today=TODAY)


def golden() -> Asking:
    """Return an asking of the base of the golden table."""
    return asking_of(
        Quote(
            id=id_,
            words=words,
            by=(by,),
            when=When.parse("2025-05-10"),
            event="talks",
            translated=id_ == "winter",
            cite=CITE,
        )
        for id_, (words, by) in QUOTES.items()
    )


def check(asking: Asking, words: str, speaker: str = "") -> Answer:
    """Ask ``/verify``."""
    return verify.answer(asking, words, speaker)


def outcome(answer: Answer) -> str:
    """Return the verdict, or the status where there is none."""
    return str(answer.verdict or answer.status)
