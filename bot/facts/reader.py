"""Strict YAML: bytes in, a tree of text out, in which every value knows its line and column.

Only the part of YAML 1.2 that a curator needs is read: mappings, sequences and scalars, and every
scalar is text, so that ``NO`` stays "NO" and ``12:30`` stays "12:30". What could silently mean
something else than it says (duplicate keys, anchors, tags, a value cut off by `` #``) is refused.

The parser is libyaml's, through the events of PyYAML: no recursion, so no depth can crash it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias, cast

import yaml

from bot.facts.decoding import FORBIDDEN, decode
from bot.facts.faults import Fault
from bot.facts.tree import Node, Tree, index_of

Progress: TypeAlias = Callable[[float], None]  # told which part of the whole has been read, 0..1

MOST_DEPTH: Final = 20
_SECTION_DEPTH: Final = 2  # the file's mapping, and a section in it: below these stand records
_EVENTS_BETWEEN_PROGRESS: Final = 1 << 14
_COMMENT_LINE: Final = re.compile(r"^ *#", re.MULTILINE)
_NO_COLON: Final = "could not find expected ':'"  # told where the next line ends
_BEGIN: Final = "start with a section, such as 'quotes:'"

#: libyaml's complaints that curators meet, and what helps against each.
_REMEDIES: Final = {
    "mapping values are not allowed": (
        "put a value that contains ': ' in straight quotes, or check the indentation"
    ),
    _NO_COLON: "write 'key: value'; put a text of several lines in quotes",
    "did not find expected key": "check the indentation and the quotes on this line and above",
    "did not find expected '-' indicator": "line this up with the other '-' entries of the list",
    "did not find expected ',' or ']'": "close the list with ']', with ',' between its entries",
    "did not find expected ',' or '}'": "close the mapping with '}', with ',' between its entries",
    "found unexpected end of stream": "close the quote or bracket that is still open",
    "found unexpected document indicator": "close the quote that is still open",
    "found character that cannot start any token": "quote a value that begins with @, ` or %",
    "found unknown escape character": "double the backslash, or use single quotes",
    "block sequence entries are not allowed": "start the list on a line of its own below its key",
    "did not find expected node content": "write a value here, or close the brackets",
}


def read(
    raw: bytes, file: str, progress: Progress | None = None, *, begin: str = _BEGIN
) -> tuple[Tree, list[Fault]]:
    """Read one file; return its tree and every fault of its form.

    ``begin`` is what to tell whoever begins the file with something else than a key.

    A fault of syntax ends the reading, as what follows has no certain meaning: the tree then holds
    what stands before it. All other faults leave the structure clear, and the reading goes on.
    """
    text = decode(raw, file)
    if isinstance(text, list):
        return Tree(file), text
    building = _Building(text, file, begin)
    loader = yaml.CSafeLoader(text)
    try:
        for count, event in enumerate(iter(loader.get_event, None)):
            building.take(event)
            if building.stopped:
                break
            if progress and not count % _EVENTS_BETWEEN_PROGRESS:
                progress(_start(event).index / len(text))
    except yaml.MarkedYAMLError as error:
        building.faults.append(_syntax_fault(error, file))
    else:
        building.tree.is_whole = not building.stopped
    finally:
        loader.dispose()
    building.end()
    return building.tree, building.faults


def _start(event: yaml.Event) -> yaml.Mark:
    return cast("yaml.Mark", event.start_mark)  # libyaml gives every event its marks


def _syntax_fault(error: yaml.MarkedYAMLError, file: str) -> Fault:
    marks = (error.problem_mark, error.context_mark)
    mark = marks[error.problem == _NO_COLON] or marks[0]
    problem = error.problem or "unreadable"
    todo = next(
        (remedy for start, remedy in _REMEDIES.items() if problem.startswith(start)),
        "check indentation, quotes and brackets on this line and the one above",
    )
    wrong = f"not readable as YAML: {problem}"
    if error.context and error.context_mark and mark is not error.context_mark:
        wrong += f" ({error.context} that begins in line {error.context_mark.line + 1})"
    return Fault(file, mark.line + 1 if mark else 0, mark.column + 1 if mark else 0, wrong, todo)


def _comment_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield for each line that is a comment where what stands before it ends, and its column."""
    for found in _COMMENT_LINE.finditer(text):
        end = found.start()
        while end and text[end - 1] in " \n":
            end -= 1
        yield end, found.end() - found.start()


class _Opened:
    """A mapping or list whose end has not come yet, and the key that waits for its value."""

    __slots__ = ("duplicate", "index", "key", "key_index", "mapping", "sequence")

    def __init__(self, node: list[Node] | dict[str, Node], index: int) -> None:
        self.mapping = node if isinstance(node, dict) else None
        self.sequence = node if isinstance(node, list) else []
        self.index = index
        self.key: str | None = None
        self.key_index = 0
        self.duplicate = False


class _Building:
    """A tree while its events come in."""

    def __init__(self, text: str, file: str, begin: str) -> None:
        self.tree = Tree(file)
        self._begin_with = begin
        self.faults: list[Fault] = []
        self.stopped = False
        self._text = text + "\n"  # so that behind every value there is a character
        self._texts: dict[str, str] = {}  # each distinct text once, as ids recur
        self._open: list[_Opened] = []
        self._documents = 0
        self._comments = dict(_comment_lines(self._text))

    def end(self) -> None:
        """Note in which record the reading ends, if in one."""
        if len(self._open) > _SECTION_DEPTH:
            self.tree.broken_off = self._open[_SECTION_DEPTH].index

    def take(self, event: yaml.Event) -> None:
        """Put one event in its place; scalars come first, as most events are scalars."""
        if isinstance(event, yaml.ScalarEvent):
            end: int = event.end_mark.index  # type: ignore[union-attr]  # libyaml gives all marks
            if (
                event.anchor
                or event.tag
                or event.style == '"'
                or self._text[end] == " "
                or end in self._comments
            ):
                self._refuse_disguise(event, end)
            self._put(self._texts.setdefault(event.value, event.value), event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            if self._open:
                self._complete(self._open[-1])
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"the alias '*{event.anchor}'", "write the value out")
            self._put(str(event.anchor), event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if event.version or event.tags:
            self._refuse(event, "a YAML directive (%)", "delete the line")
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "a second document", "delete the '---', or use a second file")
            self.stopped = True

    def _refuse_disguise(self, event: yaml.ScalarEvent, end: int) -> None:
        """Refuse what makes a value something else than the letters that one reads."""
        self._refuse_properties(event, event.tag)
        if event.implicit[0]:
            rest = self._text[end : self._text.index("\n", end)]
            if rest.lstrip(" ").startswith("#"):
                wrong = "' #' behind an unquoted value: a comment, or the rest of the value"
                todo = "quote the value, or put the comment on a line of its own"
                self._refuse(event, wrong, todo)
            elif self._comments.get(end, 0) > self._indentation():
                wrong = "a line that begins with '#' in an unquoted value: a comment, or part of it"
                todo = "quote the value, or indent the comment no deeper than its key"
                self._refuse(event, wrong, todo)
        elif unseen := FORBIDDEN.search(event.value):
            wrong = f"an escape for the invisible character U+{ord(unseen[0]):04X}"
            self._refuse(event, wrong, "delete it from the value")

    def _indentation(self) -> int:
        """Return the column, from 1, of the key or list that the next value belongs to."""
        if not self._open:
            return 0
        top = self._open[-1]
        return self.tree.position(top.index if top.mapping is None else top.key_index)[1]

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse_properties(event, event.tag)
        if len(self._open) >= MOST_DEPTH:
            self._refuse(event, f"nested over {MOST_DEPTH} deep", "close the brackets before this")
            self.stopped = True
            return
        node: list[Node] | dict[str, Node] = {} if isinstance(event, yaml.MappingStartEvent) else []
        index = self._put(node, event)
        self._open.append(_Opened(node, index))

    def _put(self, node: Node, event: yaml.Event) -> int:
        """Place a key or value and return the index of its position."""
        mark: yaml.Mark = event.start_mark  # type: ignore[assignment]  # libyaml gives all marks
        index = self.tree.mark(mark.line, mark.column)
        if not self._open:
            self._root(node, event)
            return index
        top = self._open[-1]
        if top.mapping is None:
            top.sequence.append(node)
        elif top.key is None:
            self._key(top, top.mapping, node, event, index)
        else:
            if not top.duplicate:
                top.mapping[top.key] = node
                if len(self._open) == _SECTION_DEPTH and not self._open[0].duplicate:
                    self.tree.starts[cast("str", self._open[0].key), top.key] = index
            if isinstance(node, str):
                self._complete(top)
        return index

    def _root(self, node: Node, event: yaml.Event) -> None:
        if isinstance(node, dict):
            self.tree.data = node
        elif node != "":
            self._refuse(event, "the file is no mapping", self._begin_with)
            self.stopped = True

    def _key(
        self, top: _Opened, mapping: dict[str, Node], key: Node, event: yaml.Event, index: int
    ) -> None:
        if not isinstance(key, str):
            self._refuse(event, "a key that is a list or mapping", "write a plain word as the key")
            self.stopped = True
            return
        top.key = key
        top.key_index = index
        if key in mapping:
            top.duplicate = True
            first = index_of(mapping, top.index, (key,), key=True)
            line = self.tree.position(first)[0]
            self._refuse(event, f"'{key}' stands a second time; first in line {line}", "merge them")

    def _complete(self, top: _Opened) -> None:
        """Finish a pair, now that its value is whole; of a duplicate nothing is kept."""
        if top.duplicate:
            self.tree.forget_from(top.key_index)
            top.key_index = top.index
            top.duplicate = False
        top.key = None

    def _refuse_properties(self, event: yaml.NodeEvent, tag: str | None) -> None:
        if event.anchor:
            self._refuse(event, f"the anchor '&{event.anchor}'", "delete it; write values out")
        if tag:
            self._refuse(event, f"the tag '{tag}'", "delete it; every value is text")

    def _refuse(self, event: yaml.Event, wrong: str, todo: str) -> None:
        mark = _start(event)
        self.faults.append(Fault(self.tree.file, mark.line + 1, mark.column + 1, wrong, todo))
