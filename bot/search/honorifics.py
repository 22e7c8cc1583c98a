"""Words of respect beside a name, which are no part of it: 'Mr Lavrov' asks for Lavrov.

These are the common ones of three languages, a closed class of words; an office before a name is no
such word, as it tells who is meant.
"""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = re.compile(
    r"""(?: mr | mrs | ms | miss | mister | dr | doctor | prof | professor | sir | madam | comrade
      | господин(?:а|у|ом|е)? | госпож(?:а|и|е|у|ои) | г\ н | г\ жа
      | товарищ(?:а|у|ем|е)? | доктор(?:а|у|ом|е)? | д\ р | профессор(?:а|у|ом|е)?
    )\ (?=\S)""",
    re.VERBOSE,
)
_BEHIND: Final = re.compile(r"(?<=\S)\s?(?:先生|女士|小姐|博士|教授|阁下|閣下|同志)$")


def without_honorifics(folded: str) -> str:
    """Return a folded name without words of respect; they stay where there is nothing else."""
    before = _BEFORE.match(folded)
    return _BEHIND.sub("", folded[before.end() :] if before else folded)
