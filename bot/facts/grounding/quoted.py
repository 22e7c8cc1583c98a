"""Whether the words of a quotation stand in the paragraph that it cites, letter for letter.

Typographic quotation marks, dashes and spaces count as their plain forms, and the punctuation that
closes the words is passed over, as it may belong to the sentence around them. Nothing else is: not
case, not a comma inside, not half a word at either end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.facts.grounding.texts import Finding
from bot.facts.shaping import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.facts.base import FactBase
    from bot.facts.grounding.texts import Texts
    from bot.facts.records import Quote

_PLAIN: Final = str.maketrans(
    dict.fromkeys("“”„‟«»″＂「」『』〝〞〟", '"')
    | dict.fromkeys("‘’‚‛′＇`´", "'")
    | dict.fromkeys("‐‑‒–—―−－", "-")
    | dict.fromkeys("\u200b\u2060\ufeff\u00ad")  # zero-width spaces and soft hyphens: no letters
)
_DASH: Final = re.compile(r"\s*-\s*")
_SPACES: Final = re.compile(r"\s+")
_CLOSING: Final = " .,;:!?…。，；：！？\"'-"


def check_quotes(base: FactBase, texts: Texts) -> Iterator[Finding]:
    """Yield a fault for every quotation whose words are in none of its cited paragraphs."""
    for quote in base.quotes.values():
        if not normalised(quote.words).strip(_CLOSING):
            yield _fault(quote, "there are no words in this", "write the words, or delete it")
            continue
        cited = [texts.paragraph(cite) for cite in quote.cite]
        if None not in cited and not any(stands_in(quote.words, text) for text in cited if text):
            yield _fault(quote, *_advice(quote, texts))


def normalised(text: str) -> str:
    """Return a text with plain quotation marks, dashes and spaces."""
    return _SPACES.sub(" ", _DASH.sub("-", text.translate(_PLAIN))).strip()


def stands_in(words: str, paragraph: str) -> bool:
    """Whether the words, as whole words, are part of the paragraph."""
    return _find(normalised(words).rstrip(_CLOSING), normalised(paragraph))


def _find(words: str, text: str) -> bool:
    bounded = rf"{_bound(words[0])}{re.escape(words)}{_bound(words[-1])}"
    return re.search(bounded, text) is not None


def _bound(character: str) -> str:
    """Return what keeps a letter at an end from being part of a longer word."""
    # Chinese and Japanese put no spaces between words, so there every place is a bound
    return r"\b" if character.isalnum() and not "\u3040" <= character <= "\u9fff" else ""


def _fault(quote: Quote, wrong: str, todo: str) -> Finding:
    return Finding(quote.id, Flaw(("words",), wrong, todo))


def _advice(quote: Quote, texts: Texts) -> tuple[str, str]:
    """Say where the words do stand, or from which word on they differ."""
    for source in dict.fromkeys(cite.source for cite in quote.cite):
        for number, paragraph in texts.held[source].paragraphs.items():
            if stands_in(quote.words, paragraph):
                wrong = f"the words do not stand in {_list(quote.cite)}"
                return wrong, f"they stand in {source}#{number}: cite that"
    words = normalised(quote.words).split(" ")
    paragraphs = [normalised(texts.paragraph(cite) or "") for cite in quote.cite]
    agreeing = max(_agreement(words, paragraph) for paragraph in paragraphs)
    where = f"from '{words[agreeing]}' on" if 0 < agreeing < len(words) else "from the first word"
    wrong = f"the words do not stand in {_list(quote.cite)}: they differ {where}"
    return wrong, "copy them letter for letter, or cite the paragraph that has them"


def _agreement(words: list[str], paragraph: str) -> int:
    """Count the words from the first on that stand in the paragraph in one piece."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if _find(" ".join(words[:middle]), paragraph):
            low = middle
        else:
            high = middle - 1
    return low


def _list(cites: Iterable[str]) -> str:
    return ", ".join(cites)
