"""How alike two words are: by typing errors, by sound, or as a beginning of one another.

A word may have a typing error or two; with every further one it is sooner another word than a
misspelt one. Words of the same script are compared as they are written and as they sound, words of
different scripts as they sound. Dozens of words are compared at once, and nearly all of them are
other words: only those that are not far from what was typed are looked at more closely.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.search.packed import Flags

_LIKE: Final = 0.45  # words less alike than this are different words ...
_FAR: Final = 0.5  # ... as are those of which a larger share sounds different
_SOUND: Final = 0.992  # another spelling of the same word, or another case of it
_INITIAL: Final = 0.9  # 'S.' typed for 'Sergei'
_FULL: Final = 0.7  # 'Sergei' typed for 'S.': it may be somebody else
_BEGUN: Final = 0.93  # 'lavr' for 'Lavrov'
_LEAST_BEGUN: Final = 3  # letters that a word must have to be the beginning of another by itself
_KNOWN: Final = 0.9  # a word so much like one typed makes that one whole, not begun
_ERRORS: Final = 1.5  # typing errors that one word may have ...
_MORE: Final = 0.1  # ... and what each one more costs beyond its share
_FEW_LETTERS: Final = 5  # in a word so short two errors nearly make another: 'South' for 'North'
_MOST_BEGUN: Final = 6  # with more errors no beginning is alike, nor with half of it wrong
_LEAST_WRONG: Final = 6  # letters typed in all that forgive an error: 'Li Wu' is no 'Li Wenhua'
_SHORT: Final = (
    4  # by itself, a word so short with another letter is another: 'Iraq' for 'Iran' ...
)
_OTHER: Final = 0.06  # ... which costs so much more than letters that change places: 'NAOT'
_LETTERS: Final = 2  # shorter words are acronyms or syllables: each of their letters tells


def likeness(
    written: Sequence[str], sounds: Sequence[str], typed: Sequence[str], sounding: Sequence[str]
) -> list[dict[int, float]]:
    """Return for each word typed which words of names it is like, by their places, and how alike.

    What is left out is another word. The last word typed may be no more than begun.
    """
    columns = _misspelt(written, sounds, typed, sounding)
    short = [at for at, sound in enumerate(sounds) if len(sound) == 1]
    last = len(typed) - 1
    for at, (word, sound) in enumerate(zip(typed, sounding, strict=True)):
        column = columns[at]
        if len(sound) == 1:
            columns[at] = _begun_with(word[0], written, column)
            continue
        for other in short:
            column.pop(other, None)
            if written[other][0] == word[0]:
                column[other] = _FULL
        begins = len(word) >= _LEAST_BEGUN or (at == last and at > 0)
        if at == last and begins and max(column.values(), default=0.0) < _KNOWN:
            most = len(word) // 2 if sum(map(len, typed)) >= _LEAST_WRONG else 0
            begun = _begun(written, word, most) if word.isascii() else _begun(sounds, sound, most)
            for other, alike in begun:
                column[other] = max(column.get(other, 0.0), alike)
        elif begins:
            for other in [at for at, its_word in enumerate(written) if its_word.startswith(word)]:
                column[other] = max(column.get(other, 0.0), _BEGUN)
    return columns


def _misspelt(
    written: Sequence[str], sounds: Sequence[str], typed: Sequence[str], sounding: Sequence[str]
) -> list[dict[int, float]]:
    """Return how alike whole words are, where they are."""
    columns: list[dict[int, float]] = [{} for _ in typed]
    alone = len(typed) == 1 and len(typed[0]) <= _SHORT
    # an error may alter much of how a word sounds: 'Lia' is heard without its i, and 'Lis' with it
    near = _near(sounds, sounding) | _near(written, typed)
    others, typed_at = near.nonzero()
    for other, at in zip(others.tolist(), typed_at.tolist(), strict=True):
        alike = _alike(written[other], sounds[other], typed[at], sounding[at])
        if alone and alike < _SOUND and _is_another(sounds[other], *sounding):
            alike -= _OTHER
        if alike >= _LIKE:
            columns[at][other] = alike
    return columns


def _near(words: Sequence[str], typed: Sequence[str]) -> Flags:
    """Return for each word whether it is not far from each of those typed."""
    scorer = OSA.normalized_distance
    apart = process.cdist(words, typed, scorer=scorer, score_cutoff=_FAR, dtype=np.float32)
    near: Flags = apart <= _FAR
    return near


def _is_another(sound: str, sounding: str) -> bool:
    """Whether two short words have not the same letters."""
    return max(len(sound), len(sounding)) <= _SHORT and sorted(sound) != sorted(sounding)


def _alike(word: str, sound: str, typed: str, sounding: str) -> float:
    """Return how alike two whole words are, each as it is written and as it sounds."""
    if word == typed:
        return 1.0
    comparable = word.isascii() == typed.isascii()
    most = max(len(word), len(typed))
    if comparable and len(typed) <= _LETTERS and len(word) != len(typed):
        # 'EU' is no other spelling of 'EEU', whatever it sounds like
        return 1 - OSA.distance(word, typed) / most
    if sound == sounding:
        return _SOUND
    errors: float = OSA.distance(sound, sounding)
    alike = 1 - errors / max(len(sound), len(sounding))
    if comparable:
        errors_seen = OSA.distance(word, typed)
        alike = (alike + 1 - errors_seen / most) / 2
        errors = (errors + errors_seen) / 2
    alike -= _excess(errors)
    return min(alike, _LIKE) if errors > _ERRORS and most <= _FEW_LETTERS else alike


def _begun_with(initial: str, written: Sequence[str], known: dict[int, float]) -> dict[int, float]:
    """Return the words that an initial may stand for, and those that are known to be the same."""
    column = {other: _INITIAL for other, word in enumerate(written) if word[0] == initial}
    column.update((other, alike) for other, alike in known.items() if alike >= _SOUND)
    return column


def _begun(words: Sequence[str], typed: str, most: int) -> Iterable[tuple[int, float]]:
    """Yield the words whose beginnings are like what was typed, and how alike they are.

    ``most`` is how many errors there may be.
    A letter left out or put in makes the beginning that was meant longer or shorter.
    """
    size = len(typed)
    longer = [other for other, word in enumerate(words) if len(word) > size]
    if not longer:
        return
    sizes = [size, size + 1, size - 1] if size > 1 else [size]
    most = min(most, _MOST_BEGUN)
    errors = process.cdist(
        [words[other][:length] for length in sizes for other in longer],
        [typed],
        scorer=OSA.distance,
        score_cutoff=most,
        dtype=np.uint8,
    )
    fewest = errors.reshape(len(sizes), len(longer)).min(axis=0)
    for place, wrong in enumerate(fewest.tolist()):
        if wrong > most:
            continue
        alike = (1 - wrong / size - _excess(wrong)) * _BEGUN
        if alike >= _LIKE:
            yield longer[place], alike


def _excess(errors: float) -> float:
    return max(errors - _ERRORS, 0.0) * _MORE
