"""A small made-up base for the tests of answers, in which each rule has its case."""

from __future__ import annotations

import datetime as dt
import functools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from folders import write

from bot.answers.asking import Asking
from bot.answers.typed import answer_typed
from bot.edition import Edition

if TYPE_CHECKING:
    from bot.answers.model import Answer, Item

FACTS = """\
sources:
  readout-1: {title: Talks held, publisher: Ministry of Norland, kind: official, language: en}
  readout-2: {title: More talks held, publisher: Ministry of Norland, kind: official, language: en}
  gazette: {title: What was said, kind: report, language: en}
  column: {title: A view of the talks, publisher: The Lantern, kind: opinion, author: ada-lark,
    language: en}
  letter: {title: Another view, publisher: The Lantern, kind: opinion, language: en}
people:
  ada-lark: {name: Ada Lark, names: [Lark]}
  ivan-sokol:
    name: Ivan Sokol
    names: [Sokol]
    posts: [{post: Minister of Ports, of: norland, when: 2025, cite: [readout-1#1]}]
  ivan-orlov: {name: Ivan Orlov, names: [Orlov]}
  unheard: {name: Una Heard}
organisations:
  norland: {name: Norland, names: [Norlandic, Норландия], about: A state., cite: [readout-1#1]}
  harbour-town: {name: Harbour Town, names: [Гавань], about: A town., cite: [gazette#1]}
  the-lantern: {name: The Lantern, about: A paper., cite: [letter#1]}
  grain-board: {name: Grain Board, about: A board., cite: [letter#1]}
topics:
  norland-policy: {name: Norland}
  grain: {name: Grain, names: [corn, зерно]}
  tolls: {name: Tolls}
  fishing: {name: Fishing}
events:
  talks: {title: Ministers meet, when: 2025-05-07, place: "Old Hall, Harbour Town",
    who: [ivan-sokol], topics: [grain], cite: [readout-1#2, column#2],
    differs: [{field: length, value: The gazette has three hours., cite: [gazette#2]}]}
  storm: {title: A storm, place: гавань, cite: [gazette#3]}
quotes:
  open: {words: the harbour stays open, by: [ivan-sokol], when: 2025-05-07, event: talks,
    topics: [grain], translated: true, cite: [gazette#4]}
  punctual: {words: grain will sail on time, by: [ivan-sokol], topics: [grain], cite: [readout-2#1]}
statements:
  early: {by: [norland], says: Norland says that talks began., cite: [readout-1#2]}
  free: {by: [ivan-sokol], says: Sokol says that grain passes freely., topics: [grain],
    cite: [readout-1#3, readout-2#3]}
  held-up: {by: [ivan-orlov], says: Orlov says that grain is held up., topics: [grain],
    against: [free], when: 2025-06, cite: [gazette#5],
    figures: [{of: grain held up, value: about 40, unit: ships, when: 2025-06}]}
  again: {by: [ivan-orlov], says: Orlov says that it was so before., topics: [grain],
    cite: [gazette#7]}
  beside: {by: [ivan-orlov], says: Orlov says that tolls hold back grain., when: 2025-01,
    topics: [tolls, grain], cite: [gazette#8]}
  worse: {by: [ada-lark], says: The author says that worse will come to ships., topics: [tolls],
    against: [free], cite: [column#3]}
  dear: {by: [letter], says: The author says that tolls are dear at Grain Board., topics: [tolls],
    cite: [letter#2, gazette#6]}
  mixed: {by: [ivan-sokol], says: Sokol says that tolls stay., topics: [tolls, norland-policy],
    cite: [column#4, readout-1#4]}
"""


@functools.cache
def edition() -> Edition:
    """Return the made-up base and its index."""
    with tempfile.TemporaryDirectory() as folder:
        return Edition.load(write(Path(folder), facts=FACTS))


def ask(text: str) -> Answer:
    """Answer a question as typed."""
    return answer_typed(Asking(edition(), dt.date(2026, 1, 1)), text)


def under(answer: Answer, heading: str) -> list[str]:
    """Return the ids of the lines under a heading, in order."""
    return [item.id for item in answer.items if item.heading == heading]


def line(answer: Answer, id_: str) -> Item:
    """Return the first line that is drawn from a record."""
    return next(item for item in answer.items if item.id == id_)


def asks(answer: Answer) -> list[str]:
    """Return the questions that an answer suggests."""
    return [offer.ask for offer in answer.suggestions]
