"""From the files of a folder to checked records; no step stops at its first fault."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from bot.facts.faults import Fault, FaultsFoundError
from bot.facts.folder import files_in, read_file
from bot.facts.reader import Progress, read
from bot.facts.records import ID_PATTERN, RECORD_TYPES, Keyed, Person, Record, Source
from bot.facts.references import citings, citings_in, references, references_in
from bot.facts.shaping import Flaw, did_you_mean, flaws, shape
from bot.facts.showing import foreign, shown
from bot.facts.tree import Node, Step, Tree, index_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from bot.facts.references import Citing, Reference

_TYPES: Final = {record_type.section: record_type for record_type in RECORD_TYPES}
_LONGEST_ID: Final = 64
_MOST_ADVICE: Final = 1_000  # so many unknown ids have one cause, and a near one takes time to find


class Standing(NamedTuple):
    """Where a record stands: its file, its data in it, and the index of where these begin."""

    tree: Tree
    data: Node
    start: int

    def fault(self, flaw: Flaw) -> Fault:
        """Give a flaw inside the record its file, line and column."""
        index = index_of(self.data, self.start, flaw.path, key=flaw.key)
        return self.tree.fault(index, flaw.wrong, flaw.todo)

    @property
    def breaks_off(self) -> bool:
        """Whether the reading of the file ended in this record."""
        return self.start == self.tree.broken_off


class Origins:
    """Where each record stands: turns a record's id and a path inside it into a fault's place."""

    def __init__(self) -> None:
        """Start with nothing known."""
        self._found: dict[str, Standing] = {}

    def note(self, id_: str, standing: Standing) -> None:
        """Keep where a record stands."""
        self._found[id_] = standing

    def of(self, id_: str) -> Standing:
        """Return where a record stands."""
        return self._found[id_]

    def place(self, id_: str) -> str:
        """Return ``file:line`` of a record."""
        tree, _, start = self._found[id_]
        return f"{tree.file}:{tree.position(start)[0]}"

    def fault(self, id_: str, flaw: Flaw) -> Fault:
        """Give a flaw inside a record its file, line and column."""
        return self._found[id_].fault(flaw)

    def __contains__(self, id_: str) -> bool:
        """Whether a record of that id has been noted."""
        return id_ in self._found


class Loading:
    """One reading of one folder."""

    def __init__(self, folder: Path, progress: Progress | None = None) -> None:
        """Read every file below the folder; ``progress`` is told which part of them is done."""
        self.origins = Origins()
        self._folder = folder
        self._faults: list[Fault] = []
        self._whole = True  # whether every file could be read to its end
        self._data: dict[str, dict[str, Node]] = defaultdict(dict)  # section -> id -> fields
        self._refused: list[tuple[type[Keyed], Standing]] = []  # what can become no record
        self._unknown_ids = 0
        for tree in self._trees(folder, progress):
            self._collect(tree)

    def records(self) -> list[Record]:
        """Return the records of all files; raise ``FaultsFoundError`` if there is any fault."""
        records = [record for section in self._data for record in self._shaped(section)]
        self._check_citations(records)
        if self._whole:
            # an id may be unknown only because its file could not be read
            self._check_references(records)
        if not records and not self._faults:
            # more likely the files were emptied than that somebody wants a base of nothing
            wrong = "the files of the folder hold no record"
            todo = "put back what they held, or add a record"
            self._faults.append(Fault(str(self._folder), 0, 0, wrong, todo))
        if self._faults:
            raise FaultsFoundError(self._faults)
        return records

    def _trees(self, folder: Path, progress: Progress | None) -> Iterator[Tree]:
        files, faults = files_in(folder)
        self._faults += faults
        self._whole = not faults
        for count, path in enumerate(files):
            name = path.relative_to(folder).as_posix()
            raw = read_file(path, name)
            if raw == b"":
                # as an editor or a full disk leaves it
                todo = "put back what it held, or delete it"
                raw = Fault(name, 0, 0, "the file is empty", todo)
            if isinstance(raw, Fault):
                self._faults.append(raw)
                self._whole = False
                continue
            within = _Share(progress, count, len(files)) if progress else None
            tree, faults = read(raw, name, within)
            self._faults += faults
            self._whole = self._whole and tree.is_whole
            yield tree

    def _collect(self, tree: Tree) -> None:
        for section, data in tree.data.items():
            at = index_of(tree.data, 0, (section,), key=True)
            if section not in _TYPES:
                todo = did_you_mean(section, _TYPES, f"a file holds: {', '.join(_TYPES)}")
                wrong = f"unknown section {shown(section)}{foreign(section)}"
                self._faults.append(tree.fault(at, wrong, todo))
            elif isinstance(data, dict):
                for id_, fields in data.items():
                    self._take(tree, section, id_, fields)
            else:
                todo = "write its records below it, each under an id; or delete the section"
                self._faults.append(tree.fault(at, f"the section '{section}' has no records", todo))

    def _take(self, tree: Tree, section: str, id_: str, fields: Node) -> None:
        start = tree.starts[section, id_]
        standing = Standing(tree, fields, start)
        if len(id_) > _LONGEST_ID or not re.fullmatch(ID_PATTERN, id_):
            wrong = f"{shown(id_)} is not an id{foreign(id_)}"
            todo = f"write a-z, 0-9 and single hyphens, at most {_LONGEST_ID} characters"
        elif id_ in self.origins:
            wrong = f"the id '{id_}' is taken: {self.origins.place(id_)}"
            todo = "give one of the two another id"
        else:
            self.origins.note(id_, standing)
            self._data[section][id_] = fields
            return
        self._faults.append(tree.fault(start - 1, wrong, todo))
        self._refuse(_TYPES[section], standing, flaws(fields, _TYPES[section]))

    def _refuse(self, record_type: type[Keyed], standing: Standing, found: Iterable[Flaw]) -> None:
        """Take the flaws of what becomes no record; what it refers to is still looked at."""
        self._refused.append((record_type, standing))
        self._faults += [
            standing.fault(flaw) for flaw in found if not (flaw.absent and standing.breaks_off)
        ]

    def _shaped(self, section: str) -> Iterator[Record]:
        record_type: type[Keyed] = _TYPES[section]
        for id_, fields in self._data[section].items():
            record = shape(record_type, id_, fields)
            if isinstance(record, Keyed):
                yield cast("Record", record)
            else:
                self._refuse(record_type, self.origins.of(id_), record)

    def _check_references(self, records: list[Record]) -> None:
        for record in records:
            standing = self.origins.of(record.id)
            self._check_named(standing, references(record), citings(record), record.id)
        for of, standing in self._refused:
            data = standing.data
            self._check_named(standing, references_in(data, of), citings_in(data, of))

    def _check_named(
        self,
        standing: Standing,
        named: Iterable[Reference],
        cited: Iterable[Citing],
        own: str | None = None,
    ) -> None:
        for path, id_, sections in named:
            if not any(id_ in self._data[section] for section in sections):
                self._faults.append(standing.fault(Flaw(path, *self._unknown(id_, sections))))
            elif id_ == own:
                wrong = f"'{id_}' refers to itself"
                self._faults.append(standing.fault(Flaw(path, wrong, "name another record")))
        for path, cite in cited:
            if cite.source not in self._data["sources"]:
                wrong, todo = self._unknown(cite.source, ("sources",))
                self._faults.append(standing.fault(Flaw(path, wrong, todo)))

    def _unknown(self, id_: str, sections: tuple[str, ...]) -> tuple[str, str]:
        nouns = " or ".join(_TYPES[section].noun for section in sections)
        self._unknown_ids += 1
        known: list[str] = []
        if self._unknown_ids <= _MOST_ADVICE:
            known = [known for section in sections for known in self._data[section]]
        todo = did_you_mean(id_, known, f"add it under {' or '.join(sections)}")
        return f"no {nouns} has the id '{id_}'", todo

    def _check_citations(self, records: list[Record]) -> None:
        sources = {record.id: record for record in records if isinstance(record, Source)}
        for record in records:
            unfounded = isinstance(record, Person) and record.about and not record.cite
            if unfounded and not self.origins.of(record.id).breaks_off:
                self._add(record, ("about",), "'about' without a citation", "add the field 'cite'")
            self._check_paragraphs(self.origins.of(record.id), citings(record), sources)
        for of, standing in self._refused:
            self._check_paragraphs(standing, citings_in(standing.data, of), sources)

    def _check_paragraphs(
        self, standing: Standing, cited: Iterable[Citing], sources: Mapping[str, Source]
    ) -> None:
        for path, cite in cited:
            source = sources.get(cite.source)
            held = source.text.paragraphs if source and source.text else None
            if held and not held.covers(cite.paragraph):
                wrong = f"'{cite.source}' has no paragraph {cite.paragraph}"
                self._faults.append(
                    standing.fault(Flaw(path, wrong, f"it has the paragraphs {held}"))
                )

    def _add(self, record: Record, path: tuple[Step, ...], wrong: str, todo: str) -> None:
        self._faults.append(self.origins.fault(record.id, Flaw(path, wrong, todo)))


class _Share:
    """The progress of one file as a share of all files."""

    def __init__(self, progress: Progress, done: int, of: int) -> None:
        self._progress = progress
        self._done = done
        self._of = of

    def __call__(self, part: float) -> None:
        self._progress((self._done + part) / self._of)
