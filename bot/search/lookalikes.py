"""The names that are most like what was typed: those with most n-grams in common, then by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from bot.search.forms import has_cjk, romanised, skeleton_all
from bot.search.grams import Grams, Limits, Made
from bot.search.packed import Packed, let_go
from bot.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.search.catalogue import Scope
    from bot.search.grams import Votes
    from bot.search.packed import Flags, Numbers, Small
    from bot.search.pairing import Pairing
    from bot.search.question import Question

    #: Names as they sound, and as they are written.
    _Slice = tuple[list[str], list[str]]

_SHORT_GRAMS: Final = 20_000  # up to this many names, rows of three characters are short enough
_BUDGET: Final = 4_500  # rows are read up to this many numbers ...
_CANDIDATES: Final = (24, 44)  # ... for this many candidates, among few names or more ...
_FIRST: Final = 10  # ... of which the first so many are looked at, and the others if none will do
_PER: Final = 100_000  # names for which this suffices; beyond, it grows with the root
_MOST_ROWS: Final = 48
_LONGEST_ROW: Final = 60_000
_LEAST: Final = 0.12  # a name that has less in common with what was typed is no candidate
_PENALTY: Final = 0.2  # of a candidate's votes, for each of its bytes
_SPARE: Final = 4  # how many more are paired than are wanted: a record may have several names


class Lookalikes:
    """Names by what they sound like; never changed after building."""

    def __init__(self, folded: Packed, owners: Small, records: int) -> None:
        """Take folded names in order, and the number of the record of each."""
        self._owners = owners
        self._names_of_rows: Small = np.zeros(0, np.int32)
        #: Which rows are names in Chinese as they are spelt in Latin letters.
        self._spelt: Flags = np.zeros(0, bool)
        sounding: list[str] = []
        self._words = Vocabulary(self._rows(folded, sounding))
        self.sounds = Packed(sounding)
        let_go(sounding)
        size = len(self.sounds)
        few = size <= _SHORT_GRAMS
        n, bits = (3, 16) if few else (4, 20)
        self._candidates = _CANDIDATES[0 if few else 1]
        #: How many are put in order at once: among few names, all that may be looked at.
        self._sorted = self._candidates if few else _FIRST
        self._grams = Grams(self.sounds, Made(n, bits, _LONGEST_ROW, _PENALTY))
        self._wider = max(1.0, (size / _PER) ** 0.5)
        self._first_rows = np.searchsorted(owners[self._names_of_rows], np.arange(records + 1))

    def _rows(self, folded: Packed, sounding: list[str]) -> Iterator[_Slice]:
        """Yield slices of names as they sound, those in Chinese in Latin letters too.

        Note whose they are.
        """
        names = [np.zeros(0, np.int32)]
        spelt = [np.zeros(0, bool)]
        number = 0
        for some in folded.slices():
            sounds = skeleton_all(some)
            of_rows = np.arange(number, number + len(some), dtype=np.int32)
            in_latin = np.zeros(len(some), bool)
            # joined: a syllable of a name in Chinese is no name by itself in Latin letters
            spelt_out = {
                at: joined
                for at, sound in enumerate(sounds)
                if has_cjk(sound) and (joined := romanised(some[at]).replace(" ", ""))
            }
            if spelt_out:
                places = np.array([*spelt_out]) + 1
                of_rows = np.insert(of_rows, places, of_rows[places - 1])
                in_latin = np.insert(in_latin, places, [True] * len(places))
                both = ((sound, spelt_out.get(at)) for at, sound in enumerate(sounds))
                sounds = [each for pair in both for each in pair if each is not None]
            yield sounds, [some[at - number] for at in of_rows.tolist()] if spelt_out else some
            sounding += sounds
            names.append(of_rows)
            spelt.append(in_latin)
            number += len(some)
        self._names_of_rows = np.concatenate(names)
        self._spelt = np.concatenate(spelt)

    def find(
        self, asked: Question, scope: Scope, enough: float, most: int
    ) -> list[tuple[int, Pairing]]:
        """Return names with how well they agree: those that agree best, and a few of the others.

        Where none of the first agrees well ``enough``, more are looked at.
        """
        if scope.few is not None:
            return self._paired(asked, self._rows_of(scope.few), most)
        limits = Limits(int(_BUDGET * self._wider), _MOST_ROWS, _LEAST)
        admitted = None if scope.all_kinds else self._admitting(scope)
        votes = self._grams.vote(asked.sounds, limits, admitted)
        leading = self._leading(votes, asked, scope, self._sorted)
        first = leading[:_FIRST]
        paired = self._paired(asked, first, most)
        best = max((pairing.score for _, pairing in paired), default=0.0)
        if best < enough or not paired:
            if self._sorted < self._candidates:
                leading = self._leading(votes, asked, scope, self._candidates)
            known = set(first)
            others = [row for row in leading if row not in known]
            if others:
                paired += self._paired(asked, others, most, best)
        return paired

    def _paired(
        self, asked: Question, rows: list[int], most: int, best: float = 0.0
    ) -> list[tuple[int, Pairing]]:
        names: list[int] = self._names_of_rows[rows].tolist()
        paired = asked.pair(self._words.lineup(rows), most + _SPARE, best)
        return [(names[at], pairing) for at, pairing in paired]

    def _rows_of(self, records: Small) -> list[int]:
        return [
            row
            for record in records.tolist()
            for row in range(self._first_rows[record], self._first_rows[record + 1])
        ]

    def _leading(self, votes: Votes, asked: Question, scope: Scope, most: int) -> list[int]:
        """Return the rows that have most in common with what was typed, in order."""
        in_order = self._grams.leading(votes, None if scope.by_id or asked.is_native else most)
        if asked.is_native:
            in_order = [row for row in in_order if not self._spelt[row]]
        if scope.by_id:
            owners = self._owners[self._names_of_rows[in_order]].tolist()
            pairs = zip(in_order, owners, strict=True)
            in_order = [row for row, owner in pairs if scope.admits(owner)]
        return in_order[:most]

    def _admitting(self, scope: Scope) -> Callable[[Numbers], Flags]:
        return lambda rows: scope.of_kind(self._owners[self._names_of_rows[rows]])

    @property
    def nbytes(self) -> int:
        """How much memory the rows take."""
        tables = (self._words, self.sounds, self._grams)
        arrays = (self._names_of_rows, self._spelt, self._first_rows)
        return sum(part.nbytes for part in (*tables, *arrays))
