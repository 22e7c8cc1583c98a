"""What a comparison comes to, in plain words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.answers._compare import negation_before
from bot.answers._marks import ELLIPSIS
from bot.answers.resolving import shortened
from bot.search.disguise import unmasked
from bot.search.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers._compare import Comparison
    from bot.answers._judging import Finding, Held
    from bot.answers.model import Change
    from bot.search.spelled import Spelled

_MOST_LISTED: Final = 4
_AROUND: Final = 12
_HOW: Final = {
    "added": "Added, and not in the quote",
    "missing": "Missing from what was asked",
    "replaced": "Replaced",
}


def in_context(held: Held) -> str:
    """Return an excerpt in brackets, with the words of the quote around it."""
    true = held.true
    before = true.cut(max(0, held.first - _AROUND), held.first)
    after = true.cut(held.last, min(len(true), held.last + _AROUND))
    begin = "… " if held.first > _AROUND else ""
    end = " …" if held.last + _AROUND < len(true) else ""
    space = " " if before and _spaced(true, held.first) else ""
    behind = " " if after and _spaced(true, held.last) else ""
    words = true.cut(held.first, held.last)
    return f"In context: {begin}{before}{space}[{words}]{behind}{after}{end}"


def on_exact(finding: Finding, held: Held) -> Iterator[str]:
    """Say what there is to know beside the words being the same."""
    asked = finding.asked
    if _punctuation(asked, 0, len(asked)) != _punctuation(held.true, held.first, held.last):
        yield "The words are the same, but the punctuation between them differs from the source's."
    left_out = negation_before(held.true, held.first)
    if left_out:
        yield (
            f"The excerpt leaves out a negation that stands right before it in the quote:"
            f" {_listed(left_out)}. That may reverse the meaning."
        )


def on_altered(comparison: Comparison) -> Iterator[str]:
    """Say which words differ, negations first."""
    more, fewer = comparison.negated()
    if more:
        yield f"A negation was added: {_listed(more)}. That may reverse the meaning."
    if fewer:
        yield f"A negation was dropped: {_listed(fewer)}. That may reverse the meaning."
    left_out = negation_before(comparison.true, comparison.window[0])
    if left_out:
        yield f"Right before this part, the quote has a negation: {_listed(left_out)}."
    changes = [change for change in comparison.changes() if change.how != "same"]
    hidden = [change.asked for change in changes if is_disguised(change)]
    if hidden:
        yield (
            "Written with letters of another script that only look the same:"
            f" {_listed(map(shortened, hidden))}. To the eye, these are the true words."
        )
    for how, label in _HOW.items():
        these = [_in_words(change) for change in changes if change.how == how]
        if these:
            rest = len(these) - _MOST_LISTED
            more_of_it = f"; and {rest} more" if rest > 0 else ""
            yield f"{label}: {'; '.join(these[:_MOST_LISTED])}{more_of_it}."
    if ELLIPSIS.search(comparison.asked.text) and any(run.how == "missing" for run in changes):
        yield "An omission is marked with an ellipsis; what is left out is shown, as it counts."


def summary(comparison: Comparison) -> str:
    """Return 'negation added; 1 added, 2 replaced'."""
    counts = Counter(change.how for change in comparison.changes())
    differs = ", ".join(f"{counts[how]} {how}" for how in _HOW if counts[how])
    more, fewer = comparison.negated()
    turned = " and ".join(
        [*(["negation added"] if more else []), *(["negation dropped"] if fewer else [])]
    )
    return f"{turned}; {differs}" if turned else differs


def looks_the_same(comparison: Comparison) -> bool:
    """Whether nothing differs but letters that look like the true ones."""
    return all(change.how == "same" or is_disguised(change) for change in comparison.changes())


def is_disguised(change: Change) -> bool:
    """Whether words differ by nothing but letters that look like the true ones."""
    seen = spelled(unmasked(change.asked)).words
    return change.how == "replaced" and seen == spelled(change.true).words


def _in_words(change: Change) -> str:
    asked, true = shortened(change.asked), shortened(change.true)
    if change.how == "replaced":
        return f"'{asked}' stands for '{true}'"
    return f"'{asked or true}'"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in dict.fromkeys(words))


def _spaced(true: Spelled, place: int) -> bool:
    end, start = true.spans[place - 1][1], true.spans[place][0]
    return any(character.isspace() for character in true.text[end:start])


def _punctuation(words: Spelled, first: int, last: int) -> list[str]:
    """Return what stands between the words, but spaces, dashes, quotation marks and markup."""
    gaps = zip(words.spans[first : last - 1], words.spans[first + 1 : last], strict=True)
    return [
        "".join(filter(_counts, unicodedata.normalize("NFKC", words.text[before[1] : behind[0]])))
        for before, behind in gaps
    ]


def _counts(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Po", "Ps", "Pe"}
        and character not in "\"'*`&#@\\「」『』"
    )
