"""A YAML file as read: text, lists and mappings, and where in the file each of them stands."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.facts.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

Node: TypeAlias = "str | list[Node] | dict[str, Node]"
Step: TypeAlias = str | int

_COLUMN_BITS: Final = 20
_COLUMN_MASK: Final = (1 << _COLUMN_BITS) - 1


class Tree:
    """A file as read: nested dicts, lists and text, and the position of every key and value.

    Positions lie in one array in the order of the file, a mapping or list before its content, a key
    before its value; ``starts`` gives the index of each record's value. Eight bytes a value keep a
    base of 10^5 records small, and only a fault ever has to count its way to a position.
    """

    __slots__ = ("_marks", "broken_off", "data", "file", "is_whole", "starts")

    def __init__(self, file: str) -> None:
        """Start an empty tree for a file of that name."""
        self.file = file
        self.data: dict[str, Node] = {}
        self.is_whole = False  # whether the file could be read to its end
        self.broken_off: int | None = None  # the start of the record in which reading ended
        self.starts: dict[tuple[str, str], int] = {}
        self._marks = array("Q")

    def mark(self, line: int, column: int) -> int:
        """Note the position of the next key or value, from 0, and return its index."""
        marks = self._marks
        marks.append((line + 1) << _COLUMN_BITS | (column + 1))
        return len(marks) - 1

    def forget_from(self, index: int) -> None:
        """Drop the positions from an index on: those of a value that is not kept."""
        del self._marks[index:]

    def position(self, index: int) -> tuple[int, int]:
        """Return line and column, from 1."""
        mark = self._marks[index]
        return mark >> _COLUMN_BITS, mark & _COLUMN_MASK

    def fault(self, index: int, wrong: str, todo: str) -> Fault:
        """Build a fault at a position."""
        return Fault(self.file, *self.position(index), wrong, todo)


def index_of(node: Node, start: int, path: tuple[Step, ...], *, key: bool = False) -> int:
    """Return the index of the position of what lies at ``path`` below ``node``.

    ``start`` is the index of the node itself; ``key`` asks for the last step's key, not its value.
    A path that leads nowhere ends at the deepest value that exists.
    """
    for depth, step in enumerate(path):
        position = start + 1
        for name, child in _children(node):
            own_key = isinstance(node, dict)
            if name == step:
                if key and own_key and depth == len(path) - 1:
                    return position
                start, node = position + own_key, child
                break
            position += own_key + _size(child)
        else:
            return start
    return start


def _children(node: Node) -> Iterator[tuple[Step, Node]]:
    if isinstance(node, dict):
        yield from node.items()
    elif isinstance(node, list):
        yield from enumerate(node)


def _size(node: Node) -> int:
    """Count the positions of a value: its own, and those of the keys and values inside it."""
    own_key = isinstance(node, dict)
    return 1 + sum(own_key + _size(child) for _, child in _children(node))
