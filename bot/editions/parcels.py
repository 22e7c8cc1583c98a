"""A fact base on its way from the process that has read it: small parcels, each soon unpacked.

What is sent is one parcel after the other: its kind in one byte, its length in four, then
MessagePack. The last says that nothing is missing; faults are sent instead of records.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final, cast

import msgspec

from bot.facts.base import SECTIONS, FactBase
from bot.facts.faults import Fault, FaultsFoundError
from bot.facts.records import RECORD_TYPES
from bot.facts.shaping import from_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.facts.records import Record

HEAD: Final = struct.Struct(">BI")
#: So many records are unpacked in a few milliseconds.
_RECORDS: Final = 200
_FAULTS: Final = len(SECTIONS)
_END: Final = _FAULTS + 1


class BrokenParcelError(Exception):
    """What arrived is no whole fact base."""


def packed(base: FactBase) -> Iterator[bytes]:
    """Yield a base as parcels."""
    for kind, section in enumerate(SECTIONS):
        records = list(getattr(base, section).values())
        for start in range(0, len(records), _RECORDS):
            yield _parcel(kind, records[start : start + _RECORDS])
    yield _parcel(_END, base.fingerprint)


def packed_faults(faults: Sequence[Fault]) -> Iterator[bytes]:
    """Yield faults as parcels."""
    for start in range(0, len(faults), _RECORDS):
        yield _parcel(_FAULTS, faults[start : start + _RECORDS])
    yield _parcel(_END, "")


class Unpacking:
    """Parcels as they arrive."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._records: list[Record] = []
        self._faults: list[Fault] = []
        self._fingerprint: str | None = None
        self._decoders = [
            msgspec.msgpack.Decoder(list[record_type], dec_hook=from_text)  # type: ignore[valid-type]  # one for each
            for record_type in RECORD_TYPES
        ]

    @property
    def is_complete(self) -> bool:
        """Whether the last parcel has arrived."""
        return self._fingerprint is not None

    def take(self, kind: int, content: bytes) -> None:
        """Unpack one parcel; raise ``BrokenParcelError`` if it is none."""
        try:
            if kind == _END:
                self._fingerprint = msgspec.msgpack.decode(content, type=str)
            elif kind == _FAULTS:
                self._faults += msgspec.msgpack.decode(content, type=list[Fault])
            else:
                self._records += cast("list[Record]", self._decoders[kind].decode(content))
        except (msgspec.DecodeError, IndexError) as error:
            raise BrokenParcelError(str(error)) from error

    def base(self) -> FactBase:
        """Put the base together; raise ``FaultsFoundError`` if faults were sent instead."""
        if self._faults:
            raise FaultsFoundError(self._faults)
        base = FactBase.of(self._records)
        if base.fingerprint != self._fingerprint:
            raise BrokenParcelError("its fingerprint is another than that of what was read")
        return base


def _parcel(kind: int, content: object) -> bytes:
    raw = msgspec.msgpack.encode(content, enc_hook=str)
    return HEAD.pack(kind, len(raw)) + raw
