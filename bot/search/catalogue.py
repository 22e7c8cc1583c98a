"""The records that can be found, by number, and which of them a question admits."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.search.exact import Exact
from bot.search.packed import Packed, let_go, slices
from bot.search.sorting import order_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from bot.search.found import Entry
    from bot.search.packed import Codes, Flags, Small

#: A selection of no more records than this is looked through one by one.
FEW: Final = 256


def in_order(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries by kind and id, so that no answer depends on the order of files."""
    as_given = list(entries)
    keys = Packed(f"{entry.kind}\0{entry.id}" for entry in as_given)
    for some in slices(iter(order_of(keys.blob, keys.starts[:-1]))):
        for number in some:
            yield as_given[number]


class Catalogue:
    """Kind and id of every record; never changed after building."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Give entries numbers in the order given."""
        self._codes: dict[str, int] = {}
        codes = [np.zeros(0, np.uint8)]
        ids: list[str] = []
        for some in slices(entries):
            ids += [entry.id for entry in some]
            coded = (self._codes.setdefault(entry.kind, len(self._codes)) for entry in some)
            codes.append(np.fromiter(coded, np.uint8, len(some)))
        self.kinds = tuple(self._codes)
        self.kind_of: Codes = np.concatenate(codes)
        self._kind_at = self.kind_of.data
        self.ids = Packed(ids)
        self._exact = Exact(ids)
        let_go(ids)

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self.kind_of)

    def kind(self, record: int) -> str:
        """Return the kind of a record."""
        return self.kinds[self._kind_at[record]]

    def with_id(self, id_: str) -> list[int]:
        """Return the records that have an id."""
        return [number for number in self._exact.find(id_) if self.ids[number] == id_]

    def codes(self, kinds: Collection[str]) -> list[int]:
        """Return the numbers of kinds; of all kinds if there are none."""
        return sorted(self._codes[kind] for kind in set(kinds or self.kinds) if kind in self._codes)

    @property
    def nbytes(self) -> int:
        """How much memory the catalogue takes."""
        return self.kind_of.nbytes + self.ids.nbytes + self._exact.nbytes


class Scope:
    """The records that a question admits, by their kinds and ids."""

    def __init__(
        self, catalogue: Catalogue, kinds: Collection[str], within: Container[str] | None
    ) -> None:
        """Prepare the selection; ``within`` may be anything that knows whether an id is in it."""
        self.codes = catalogue.codes(kinds)
        self.all_kinds = len(self.codes) == len(catalogue.kinds)
        self._of_kind = np.zeros(len(catalogue.kinds), bool)
        self._of_kind[self.codes] = True
        self._catalogue = catalogue
        self._within = within
        self._kinds = kinds
        #: The records themselves, in order, where they are few.
        self.few: Small | None = None
        if isinstance(within, Collection) and len(within) <= FEW:
            numbers = sorted(number for id_ in within for number in catalogue.with_id(id_))
            self.few = np.array(numbers, np.int32)
            self.few = self.few[self._of_kind[catalogue.kind_of[self.few]]]

    @property
    def everything(self) -> bool:
        """Whether all records are admitted."""
        return self.all_kinds and self._within is None

    def of_kind(self, records: Small) -> Flags:
        """Return for each record whether it is of a kind admitted."""
        admitted: Flags = self._of_kind[self._catalogue.kind_of[records]]
        return admitted

    @property
    def by_id(self) -> bool:
        """Whether ids must be asked for one by one."""
        return self._within is not None

    def admits(self, record: int) -> bool:
        """Whether a record is admitted."""
        if not self.all_kinds and self._catalogue.kind(record) not in self._kinds:
            return False
        return self._within is None or self._catalogue.ids[record] in self._within
