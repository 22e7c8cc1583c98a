"""A small made-up base to search, with names that are easily taken for one another."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.search.found import Entry, Field, How
from bot.search.index import Index

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.search.found import Found

PEOPLE = (
    ("anna-berg", ("Anna Berg", "Анна Берг")),
    ("ivan-orlov", ("Ivan Orlov", "Иван Орлов", "伊万·奥尔洛夫")),
    ("ivan-petrenko", ("Ivan Petrenko", "Иван Петренко")),
    ("jose-muller", ("José Müller-Lüdenscheidt",)),
    ("juan-carlos-vega", ("Juan Carlos Vega Ruiz",)),
    ("li-wenhua", ("Li Wenhua", "Ли Вэньхуа", "李文华")),
    ("maria-orlova", ("Maria Orlova", "Мария Орлова")),
    ("sergei-shchukin", ("Sergei Shchukin", "Сергей Щукин")),
    ("wei-chen", ("Wei Chen", "陈伟")),
    ("x-y-quill", ("X. Y. Quill",)),
)
BODIES = (
    ("harbour-authority", ("Harbour Authority of Norland", "HAN", "Управление портов Норландии")),
    ("norland", ("Norland", "Norlandic", "Норландия", "诺兰")),
    ("united-ports", ("United Ports Organisation", "UPO", "ОПО", "联合港口组织")),
)
TEXTS = (
    ("grain", "We will never close the harbour to grain ships, whatever the price may be."),
    ("winter", "Nobody leaves a neighbour alone in winter; that is what our treaty says."),
    ("trade", "Trade between the two shores grew to 245 billion crowns in a single year."),
    ("свет", "Маяк горит для всех кораблей, чьим бы флагом они ни прикрывались."),
    ("港口", "港口永远不会对运粮船关闭，无论价格如何。"),
)
PERSON = ("person",)


def entries() -> list[Entry]:
    """Return the records of the base."""
    return [
        *(Entry(kind="person", id=id_, names=names) for id_, names in PEOPLE),
        *(Entry(kind="organisation", id=id_, names=names) for id_, names in BODIES),
        Entry(kind="topic", id="norland-question", names=("Norland",)),
        Entry(
            kind="person",
            id="ola-strand",
            names=("Ola Strand",),
            derived=("Harbour Master", "Norland Harbour Master", "Harbour Master of Norland"),
        ),
        *(Entry(kind="quote", id=id_, texts=(text,)) for id_, text in TEXTS),
    ]


@functools.cache
def index() -> Index:
    """Return the index of the base."""
    return Index.build(entries())


def meant(words: str, kinds: Collection[str] = (), *, field: Field = Field.NAMES) -> str:
    """Return the id of the one record that words mean, '' for none, 'a|b' for a choice."""
    return in_short(index().find(words, kinds, field=field))


def in_short(found: Found) -> str:
    """Return what was found: an id, '' for nothing close enough, 'a|b' for a choice."""
    if found.best:
        return found.best.id
    return "|".join(sorted(match.id for match in found.rivals)) if found.ambiguous else ""


def how(words: str, *, field: Field = Field.NAMES) -> How:
    """Return in what way the best match matched."""
    return index().find(words, field=field).matches[0].how
