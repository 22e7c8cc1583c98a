"""A small base with the texts that it was drawn from, to hold records against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from folders import grounded, save_text, write

if TYPE_CHECKING:
    from pathlib import Path

    from bot.facts.faults import Fault

READOUT = """\
Talks in Oslo

December 3 (NTB) – On December 2, 2025 local time, Foreign Minister Astrid Berg met her guest.
“We won’t be moved – not now,” Berg said of the U.S. and the Nordic Council.

She noted that trade reached $245 billion last year, and that twenty-five accords stand.
The talks of both were on World War II, and on May 10 of the G20. They thanked Norwegian hosts.
Lin Tao’s trip to Seoul from March 20 to 22 came up, as did the 2022 invasion and 1,500 cases.
布莱德部长访问了北京。 Министр принял Лаврова 9 мая.
Leave a reply
"""
UNDATED = (
    "A meeting took place on June 4.\nIt was the third, said Kallas. In 2024 there was none.\n"
)
BASE = """\
sources:
  oslo:
    title: Talks in Oslo
    kind: official
    language: en
    published: 2025-12-03
    author: moe
    publisher: Post
    text: {file: oslo.txt, sha256: SHA_OSLO, skip: "1, 8"}
  plain: {title: Plain, kind: report, language: en, text: {file: plain.txt, sha256: SHA_PLAIN}}
  bare: {title: Bare, kind: report, language: en}
people:
  berg: {name: Astrid Berg, names: [Berg, 布莱德], cite: [oslo#2]}
  moe: {name: Lin Moe}
  lavrov: {name: Лавров, cite: [oslo#7]}
organisations:
  norway: {name: Norway, names: [Norwegian], cite: [oslo#5]}
  us: {name: United States, names: [US, America], cite: [oslo#3]}
events:
  talks: {title: Talks, when: 2025-12-02, cite: [oslo#2, oslo#4, oslo#6]}
  other: {title: A meeting, cite: [plain#1, plain#2]}
"""


class World:
    """A base and its texts in a folder of their own, to which a test adds records."""

    def __init__(self, folder: Path) -> None:
        """Write the base and its texts."""
        self.texts = folder / "texts"
        self.folder = folder / "base"
        oslo = save_text(self.texts, "oslo.txt", READOUT)
        plain = save_text(self.texts, "plain.txt", UNDATED)
        self.base = BASE.replace("SHA_OSLO", oslo).replace("SHA_PLAIN", plain)
        write(self.folder, base=self.base)

    def faults(self, added: str = "") -> tuple[Fault, ...]:
        """Hold the base with added records against the texts; return the faults."""
        write(self.folder, more=added or "# nothing more\n")
        return grounded(self.folder, self.texts).faults

    def doubts(self, added: str = "") -> list[str]:
        """Do the same; return what is doubted, in short, without advice."""
        write(self.folder, more=added or "# nothing more\n")
        grounding = grounded(self.folder, self.texts)
        assert not grounding.faults
        return [doubt.wrong for doubt in grounding.doubts]

    def doubted(self, says: str, cite: str = "oslo#2", more: str = "") -> list[str]:
        """Return what is doubted in a statement."""
        statement = f"{{by: [berg], says: '{says}', cite: [{cite}]{more}}}"
        wrongs = self.doubts(f"statements:\n  s: {statement}\n")
        return [found[1] for wrong in wrongs if (found := re.search("'(.*?)'", wrong))]
