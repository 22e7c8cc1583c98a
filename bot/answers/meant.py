"""What an option's text stands for, where it is an offer of autocomplete's: its id, or its label.

Whoever chooses an offer sends its value; whoever copies or types what it says sends its label. Both
mean the same, on every front end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.offers import date_called, labelled
from bot.search.found import Field

if TYPE_CHECKING:
    from bot.answers.asking import Asking
    from bot.answers.options import Option

_LABEL: Final = re.compile(r"(?P<called>.+) \((?P<kind>[a-z]+)\)", re.DOTALL)


def meant(asking: Asking, option: Option, text: str) -> str:
    """Return the text to answer with: an id or date for a label, the words themselves for a text.

    What is no offer is returned as it is.
    """
    if option.is_date:
        return date_called(text)
    label = _LABEL.fullmatch(text)
    if label and label["kind"] in option.kinds:
        text = _labelled_so(asking, option, label["called"], label["kind"]) or text
    return _words_of(asking, text) if option.is_text else text


def _labelled_so(asking: Asking, option: Option, called: str, kind: str) -> str:
    """Return the id of the one record that bears the label; if it is no label, what it calls."""
    base = asking.edition.base
    field = Field.TEXTS if option.is_text else Field.NAMES
    found = asking.edition.index.find(called.removesuffix("…"), (kind,), field=field)
    ids = [match.id for match in found.matches]
    exact = [id_ for id_ in ids if labelled(base, id_) == f"{called} ({kind})"]
    return exact[0] if len(exact) == 1 else "" if option.is_text else called


def _words_of(asking: Asking, text: str) -> str:
    """Return the words of a quote that is named by its id.

    A single word may be an id by chance: where it is found in the texts, it is a word.
    """
    quote = asking.edition.base.quotes.get(text)
    if quote is None:
        return text
    is_word = text.isalpha() and asking.edition.index.find(text, field=Field.TEXTS).close
    return text if is_word else quote.words
