"""What was typed, in each form in which names are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.forms import has_cjk, romanised, skeleton
from bot.search.pairing import Pairing, Typed
from bot.search.scripts import paired_characters
from bot.search.vocabulary import MOST_WORDS, Name

if TYPE_CHECKING:
    from bot.search.telling import Telling
    from bot.search.vocabulary import Lineup


class Question:
    """A question for a name; what is typed in Chinese is asked in Latin letters, too."""

    def __init__(self, folded: str, telling: Telling) -> None:
        """Take what was typed, folded, and how much each word tells."""
        words = skeleton(folded).split()[:MOST_WORDS]
        self._native = "".join(words) if has_cjk(folded) else ""
        latin = romanised(folded).split()[:MOST_WORDS] if self._native else words
        self._heard = tuple(latin)
        self.sounds = [" ".join(latin)]
        if self._native:
            self.sounds.append(" ".join(words))
        #: The single letters typed, each of which stands for a name that begins so.
        self.initials = frozenset(word for word in latin if len(word) == 1)
        self._typed = Typed(Name(self.sounds[0], folded), telling.weight)

    @property
    def is_native(self) -> bool:
        """Whether it is typed in Chinese, and compared with Chinese names as they are written."""
        return bool(self._native)

    def pair(self, names: Lineup, most: int, best: float) -> list[tuple[int, Pairing]]:
        """Pair what was typed with names, Chinese with Chinese and all else in Latin letters.

        ``best`` is the best score known before.
        """
        if not self._native:
            return self._typed.pair(names, most, best)
        joined = map(names.joined, names.rows)
        native = {at: name for at, name in enumerate(joined) if has_cjk(name)}
        latin = [at for at in range(len(names.rows)) if at not in native]
        paired = self._typed.pair(names.only(latin), most, best)
        return [
            *((latin[at], pairing) for at, pairing in paired),
            *(
                (at, paired_characters(self._native, self._heard, name))
                for at, name in native.items()
            ),
        ]
