"""Tell whether one wording was made from another, or is like it by chance.

- Of eight words or more, ``_NEAR`` of the words of both agree, in order; or nearly all of what was
  asked stands in the quote in unbroken runs of three words or more, with others left out between;
  and what agrees tells. Or nearly all agrees, or the whole quote stands in what was asked.
- Of fewer, likeness alone is chance: 'one can only be a' is like many a sentence. What agrees has
  to tell as well, by words that are rare in this base, and there have to be five of them. All of a
  short quote with a word changed counts likewise.
- Four words are enough where chance would hardly bring the rest about: where they are said to be by
  the very speaker of the quote, or where nothing differs but a negation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers._compare import Comparison
    from bot.edition import Edition

LEAST_NEAR: Final = 8
_NEAR: Final = 0.6
_SURELY: Final = 0.85  # so alike are no two wordings by chance, however common their words
_NEARLY_ALL: Final = 0.8
_LEAST_MATCHED: Final = 5
_LEAST_QUOTE: Final = 5
_ALMOST: Final = 0.75
_LEAST_SHARE: Final = 0.7
TELLING: Final = 2.0  # as much as two words that stand nowhere else in the base
_LEAST_BACKED: Final = 4
_ALMOST_BACKED: Final = 0.7
_TELLING_BACKED: Final = 1.5


def is_near(edition: Edition, comparison: Comparison, *, by_speaker: bool = False) -> bool:
    """Whether two wordings agree so far that one was made from the other."""
    asked, true = comparison.asked.size(), comparison.true.size()
    matched, likeness = comparison.matched, comparison.likeness
    if asked >= LEAST_NEAR:
        if likeness >= _SURELY or (comparison.holds_all and true >= LEAST_NEAR):
            return True
        close = likeness >= _NEAR and matched >= _LEAST_MATCHED
        mostly = close or comparison.in_runs >= _NEARLY_ALL
        return mostly and telling(edition, comparison.agreed()) >= TELLING
    if matched < _LEAST_BACKED or likeness < _ALMOST_BACKED:
        return False
    tells = telling(edition, comparison.agreed())
    if by_speaker or comparison.only_negated:
        return tells >= _TELLING_BACKED
    if _LEAST_QUOTE <= true < LEAST_NEAR and 2 * matched / (asked + true) >= _ALMOST:
        return tells >= _TELLING_BACKED
    mostly = likeness >= _ALMOST or comparison.longest_run >= _LEAST_SHARE * asked
    return mostly and tells >= TELLING and matched >= _LEAST_MATCHED


def telling(edition: Edition, words: Iterable[str]) -> float:
    """Return how much words tell about where they come from: 1 for each that is rare here."""
    return sum(rarity(edition, word) for word in words)


def rarity(edition: Edition, word: str) -> float:
    """Return how rare a word is in quotes and in the curators' wordings, from 0 to 1."""
    return min(edition.quoted.surprise(word), edition.written.surprise(word))
