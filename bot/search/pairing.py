"""How well the words typed agree with the words of a name, in any order.

Each word typed is paired with the word of the name that it is most like. A word that *conflicts*
(it is typed, and nothing in the name is like it) costs more than its share of the score; a word
that is *missing* (it is in the name, and was not typed) costs next to nothing. Yet the more is
missing, the less may what was typed differ: two misspelt words out of a long name are sooner
something else. Words written apart or together are the same words.

Dozens of names are compared at once: each word typed with each different word that any of them has.
That gives the most that every name can score, and only those that lead are paired word by word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import OSA

from bot.search.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.vocabulary import Lineup, Name

    #: What a word of a name gains, paired with which of those typed, and how alike they are.
    _Options = dict[int, list[tuple[float, int, float]]]

_TOGETHER: Final = 0.99  # words that should stand apart, or together ...
_ERRORS: Final = 2  # ... with so many typing errors at most ...
_PER_ERROR: Final = 8  # ... and no more than one in so many letters
_PARTLY: Final = 0.03  # the cost of leaving words out, however many ...
_MISSING: Final = 0.008  # ... and of leaving out all but one word of a long name
_TURNED: Final = 0.004  # the cost of words in another order
_CONFLICT: Final = 0.25  # what a word that is in no way like the name's costs beyond its share
_BEHIND: Final = 0.2  # names that can only score so much less than the best are out of the question
_LONGER: Final = 0.85  # a whole name, with a patronymic or a middle name that the base lacks
#: What patronymics end in, as ``forms.skeleton`` has them: -ovich, -evich, -ovna, -evna.
PATRONYMIC: Final = ("ovic", "evic", "ovna", "evna")
_NAMED: Final = 0.5  # a whole name of one word, with others: worth suggesting, never an answer
_SURE: Final = 0.98  # how well that name must agree
_ABSORBED: Final = 0.6  # the most that a name of one word scores against several


class Pairing(NamedTuple):
    """How words agree: the ``score`` in 0..1, and in what way."""

    score: float
    begun: bool  # the last word typed is only the beginning of one
    unchanged: bool  # every word typed stands so in the name
    strange: float = 0.0  # what share of what was typed is in no way like the name


class Typed:
    """The words typed, ready to be held against many names."""

    def __init__(self, typed: Name, telling: Callable[[str], float] = lambda _: 1.0) -> None:
        """Split what was typed; its last word may be no more than begun.

        ``telling`` says how much a word counts.
        """
        self._sounds, self._written = typed.words()
        weights = [telling(word) for word in self._sounds]
        of_all = sum(weights) or 1.0
        self._weights = [weight / of_all for weight in weights]
        self._joined = "".join(self._sounds)
        self._initials = {at for at, word in enumerate(self._sounds) if len(word) == 1}

    def pair(self, names: Lineup, most: int, best: float = 0.0) -> list[tuple[int, Pairing]]:
        """Pair the words with those of the ``most`` best names; return their places in the list.

        Names that have nothing in common with what was typed are left out. Names far behind the
        best, or the ``best`` known before, are not paired: their score is the most they could have.
        """
        if not self._sounds or not names.sounds:
            return []
        options = self._options(names)
        sizes = {word: len(sound) for word, sound in names.sounds.items()}
        count = len(self._weights)
        bounds: list[tuple[float, int, float]] = []
        for at, row in enumerate(names.rows):
            joined = self._together(names, row, sizes) if len(row) != count else 0.0
            bound = max(self._bound(row, options), joined)
            if bound > 0:
                bounds.append((-bound, at, joined))
        bounds.sort()
        paired: list[tuple[int, Pairing]] = []
        for worst, at, joined in bounds[:most]:
            if -worst < best - _BEHIND:
                paired.append((at, Pairing(-worst, begun=False, unchanged=False)))
                continue
            row = names.rows[at]
            pairing, last = self._paired(row, options, sizes)
            if joined > pairing.score:
                pairing = Pairing(joined, begun=False, unchanged=False)
            elif last is not None and self._begins(names.written[last]):
                pairing = pairing._replace(begun=True)
            paired.append((at, pairing))
            best = max(best, pairing.score)
        return paired

    def _options(self, names: Lineup) -> _Options:
        """Return what each word of names gains with the words typed that it is like."""
        numbers = [*names.sounds]
        sounds, written = [*names.sounds.values()], [*names.written.values()]
        options: _Options = {}
        columns = likeness(written, sounds, self._written, self._sounds)
        for i, (weight, column) in enumerate(zip(self._weights, columns, strict=True)):
            for place, alike in column.items():
                options.setdefault(numbers[place], []).append((-alike * weight, i, alike))
        return options

    def _begins(self, word: str) -> bool:
        """Whether the last word typed is the beginning of another."""
        typed = self._written[-1]
        return len(word) > len(typed) and word.startswith(typed)

    def _bound(self, row: Sequence[int], options: _Options) -> float:
        """Return the most that a name can score, by how alike its words are to those typed."""
        held = [options[word] for word in row if word in options]
        if not held:
            return 0.0
        if len(held) == 1 == len(held[0]):  # as it is for most names
            ((gain, i, _),) = held[0]
            return -gain - _CONFLICT * (1 - self._weights[i])
        gains: dict[int, float] = {}
        for each in held:
            for gain, i, _ in each:
                if gain < gains.get(i, 0.0):
                    gains[i] = gain
        agreed = sum([self._weights[i] for i in gains])
        return -sum(gains.values()) - _CONFLICT * (1 - agreed)

    def _paired(
        self, row: Sequence[int], options: _Options, sizes: dict[int, int]
    ) -> tuple[Pairing, int | None]:
        """Pair the words with those of a name, the surest first; return the last one's partner too.

        ``options`` says for each word of a name what it gains with which of those typed.
        """
        pairs = [(*each, j) for j, word in enumerate(row) for each in options.get(word, ())]
        pairs.sort()
        if self._initials:  # they stand for what no whole word stands for
            pairs.sort(key=lambda pair: pair[1] in self._initials)
        count = len(self._weights)
        chosen = [-1] * count
        free = [*row]
        score, same, known, strange = 0.0, 0, 0.0, 0.0
        for gain, i, alike, j in pairs:
            if chosen[i] < 0 <= free[j]:
                free[j] = -1
                chosen[i] = j
                score -= gain
                same += alike == 1
                known += alike
        left_out = [sizes[word] for word in free if word >= 0]
        if -1 in chosen:
            strange = sum(self._weights[i] for i in range(count) if chosen[i] < 0)
            score -= _CONFLICT * strange
            if not left_out:
                score = max(score, self._with_more(len(row), known, chosen))
        if left_out:
            share = sum(left_out) / sum([sizes[word] for word in row])
            score = max(score, 0.0) ** (1 + share) - _PARTLY - _MISSING * share
        if count > 1:
            in_order = [j for j in chosen if j >= 0]
            if in_order != sorted(in_order):
                score -= _TURNED
            if len(row) == 1:
                score = min(score, _ABSORBED)
        last = row[chosen[-1]] if chosen[-1] >= 0 else None
        pairing = Pairing(max(0.0, score), begun=False, unchanged=same == count, strange=strange)
        return pairing, last

    def _more_initials(self, chosen: Sequence[int]) -> bool:
        """Whether all that is left are initials behind that of a given name: 'V. V. Putin'."""
        return all(
            at > 0 <= chosen[at - 1] and {at - 1, at} <= self._initials
            for at, partner in enumerate(chosen)
            if partner < 0
        )

    def _with_more(self, words: int, known: float, chosen: Sequence[int]) -> float:
        """Return the least that a whole name of so many words scores, typed with more than it has.

        One more is forgiven where it can be a part of the name: another initial, a patronymic, or
        a word inside it. Around it stands what makes it somebody else: 'the wife of' or 'jr'.
        """
        is_part = self._more_initials(chosen)
        if not is_part and known < words * _SURE:
            return 0.0
        if words == 1:
            return _NAMED
        more = [at for at, partner in enumerate(chosen) if partner < 0]
        is_part |= 0 < more[0] < len(chosen) - 1
        is_part |= self._sounds[more[0]].endswith(PATRONYMIC)
        return _LONGER if len(more) == 1 and is_part else _ABSORBED

    def _together(self, names: Lineup, row: Sequence[int], sizes: dict[int, int]) -> float:
        """Return how alike a name is when all its words are written as one, like those typed.

        A name that stands among the words typed is not joined with the others. What is typed as one
        word may have the surname first.
        """
        count = len(self._weights)
        typed, size = self._joined, 0
        for word in row:
            size += sizes[word]
        longer = max(len(typed), size)
        most = min(_ERRORS, longer // _PER_ERROR)
        if abs(len(typed) - size) > most:
            return 0.0
        name = names.joined(row)
        errors = OSA.distance(typed, name, score_cutoff=most)
        if errors > most and count == 1:
            name = names.joined([row[-1], *row[:-1]])
            errors = OSA.distance(typed, name, score_cutoff=most)
        if errors > most or (count > 1 and name in self._sounds):
            return 0.0
        return _TOGETHER * (1 - errors / longer)
