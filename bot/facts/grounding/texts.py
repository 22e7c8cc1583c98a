"""The saved documents that a base was drawn from: read, proved to be the same, in paragraphs."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.facts.faults import Fault
from bot.facts.folder import read_file
from bot.facts.shaping import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.facts.base import FactBase
    from bot.facts.records import Cite, Paragraphs, SavedText, Source

_EXCERPT: Final = 40
_LEAD: Final = 3


class Finding(NamedTuple):
    """What is wrong with a record of the base, and where in it."""

    record: str
    flaw: Flaw


class Held(NamedTuple):
    """A source whose saved text is at hand: its own paragraphs by their number in the file."""

    source: Source
    text: SavedText
    paragraphs: Mapping[int, str]
    byline: str  # all names of its author, and its publisher

    @property
    def lead(self) -> list[str]:
        """The first paragraphs that are not skipped: in news and readouts, they say when."""
        told = (text for number, text in self.paragraphs.items() if not self.skips(number))
        return list(islice(told, _LEAD))

    def skips(self, paragraph: int) -> bool:
        """Whether the source declares that a paragraph holds nothing to cite."""
        return self.text.skip is not None and self.text.skip.covers(paragraph)


class Texts:
    """The saved texts of a base. ``held`` are those that can be checked against, by source."""

    def __init__(self, base: FactBase, folder: Path) -> None:
        """Read every file that a source names; ``findings`` are the faults of doing so."""
        self.held: dict[str, Held] = {}
        self.without: tuple[str, ...] = tuple(
            source.id for source in base.sources.values() if source.text is None
        )
        self.findings: list[Finding] = []
        self._files: dict[str, list[str] | Flaw] = {}
        for source in base.sources.values():
            if source.text is not None:
                self._hold(source, source.text, folder, _byline(source, base))

    def paragraph(self, cite: Cite) -> str | None:
        """Return the cited paragraph, or nothing where it is not at hand."""
        held = self.held.get(cite.source)
        return held.paragraphs.get(cite.paragraph) if held else None

    def unowned(self) -> Iterator[tuple[Held, int, str]]:
        """Yield the paragraphs of the files that belong to no source, with a source of the file."""
        by_file: dict[str, list[Held]] = {}
        for held in self.held.values():
            by_file.setdefault(held.text.file, []).append(held)
        for file, sharing in by_file.items():
            paragraphs = self._files[file]
            if isinstance(paragraphs, Flaw):
                continue
            for number, text in enumerate(paragraphs, 1):
                if not any(number in held.paragraphs for held in sharing):
                    yield sharing[0], number, text

    def _hold(self, source: Source, text: SavedText, folder: Path, byline: str) -> None:
        if text.file not in self._files:
            self._files[text.file] = _read(folder, text)
        paragraphs = self._files[text.file]
        if isinstance(paragraphs, Flaw):
            self.findings.append(Finding(source.id, paragraphs))
            return
        if text.paragraphs is None:
            own = dict(enumerate(paragraphs, 1))
        else:
            self._check_range(source, text.paragraphs, len(paragraphs))
            own = {number: paragraphs[number - 1] for number in _within(text, len(paragraphs))}
        self.held[source.id] = Held(source, text, own, byline)

    def _check_range(self, source: Source, paragraphs: Paragraphs, of: int) -> None:
        last = paragraphs.spans()[-1][1]
        if last > of:
            flaw = Flaw(
                ("text", "paragraphs"),
                f"the file has no paragraph {last}",
                f"it has {of}, counting its non-empty lines from 1",
            )
            self.findings.append(Finding(source.id, flaw))


def excerpt(paragraph: str) -> str:
    """Return the beginning of a paragraph, fit for a message on one line."""
    seen = "".join(
        " " if character.isspace() else character
        for character in paragraph[: 2 * _EXCERPT]
        if character.isspace() or unicodedata.category(character)[0] != "C"
    )
    seen = " ".join(seen.split())
    return seen if len(seen) <= _EXCERPT else f"{seen[:_EXCERPT].rstrip()}…"


def _byline(source: Source, base: FactBase) -> str:
    author = base.people.get(source.author or "")
    names = (author.name, *author.names) if author else (source.author,)
    return "; ".join(name for name in (*names, source.publisher) if name)


def _within(text: SavedText, of: int) -> Iterator[int]:
    spans = text.paragraphs.spans() if text.paragraphs else []
    for first, last in spans:
        yield from range(first, min(last, of) + 1)


def _read(folder: Path, text: SavedText) -> list[str] | Flaw:
    """Return the non-empty lines of a saved file, or why nothing can be held against it."""
    path = folder / text.file
    # resolve() raises where links run in a circle
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        return Flaw(("text", "file"), f"'{text.file}' leads out of the folder", "name a file in it")
    raw = read_file(path, text.file)
    if isinstance(raw, Fault):
        return Flaw(("text", "file"), f"'{text.file}': {raw.wrong}", raw.todo)
    found = hashlib.sha256(raw).hexdigest()
    if found != text.sha256:
        todo = f"restore the file; or read what cites it again, then write {found}"
        return Flaw(("text", "sha256"), f"'{text.file}' has another checksum", todo)
    try:
        lines = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except UnicodeDecodeError as error:
        wrong = f"'{text.file}' is not UTF-8: byte 0x{raw[error.start]:02x} at {error.start}"
        return Flaw(("text", "file"), wrong, "save it as UTF-8 text, and write its new checksum")
    return [line.strip() for line in lines if line.strip()]
