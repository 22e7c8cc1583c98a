"""The order of a great many strings, found eight bytes at a time by numpy.

``list.sort`` would hold the interpreter lock for seconds and with it the event loop; numpy's sorts
release it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from bot.search.packed import Codes, Flags, Keys, Numbers, Small, Sums

_END: Final = 10  # the line feed behind every string
_WIDTH: Final = 8
#: Strings that agree in their first 64 bytes keep the order in which they came.
_ROUNDS: Final = 8


def order_of(blob: bytes, places: Numbers | Small | Sums) -> Numbers:
    """Return the order of the strings that begin at places of a blob, each up to a line feed."""
    data: Codes = np.frombuffer(blob + bytes([_END]) * _WIDTH * _ROUNDS, np.uint8)
    at: Numbers = places.astype(np.int64)
    keys, ended = _keys(data, at)
    order: Numbers = np.argsort(keys, kind="stable")
    groups, tied = _tied(keys[order], ended[order], np.zeros(len(order), np.int64))
    for round_ in range(1, _ROUNDS):
        if not len(tied):
            break
        keys, ended = _keys(data, at[order[tied]] + _WIDTH * round_)
        again = np.lexsort((keys, groups))
        order[tied] = order[tied][again]
        groups, still = _tied(keys[again], ended[again], groups[again])
        tied = tied[still]
    return order


def _keys(data: Codes, at: Numbers) -> tuple[Keys, Flags]:
    """Return the eight bytes from each place as a number, and whether a string ends in them."""
    keys: Keys = np.zeros(len(at), np.uint64)
    ended = np.zeros(len(at), bool)
    last = len(data) - 1
    for offset in range(_WIDTH):
        byte = data[np.minimum(at + offset, last)]
        byte[ended] = 0
        ended |= byte == _END
        keys = (keys << np.uint64(8)) | byte
    return keys, ended


def _tied(keys: Keys, ended: Flags, groups: Numbers) -> tuple[Numbers, Numbers]:
    """Return which of the sorted keys have an equal beside them and go on, by groups of equals."""
    if not len(keys):
        return groups, groups
    first = np.ones(len(keys), bool)
    first[1:] = (keys[1:] != keys[:-1]) | (groups[1:] != groups[:-1])
    alone = first & np.append(first[1:], True)
    tied = np.flatnonzero(~alone & ~ended)
    return np.cumsum(first)[tied], tied
