"""Which records are filed under somebody or something, and which are said by somebody.

Both depend on the edition alone, so each is worked out when it is first asked for and kept. Threads
that ask at the same time may work out the same twice, and find the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.facts.records import Event, Quote, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.facts.base import FactBase
    from bot.search.rows import Ids

_KINDS: Final = (Statement, Quote, Event)


class Filing:
    """The ids of statements, quotes and events, by what they have to do with."""

    def __init__(self, base: FactBase, voices: Mapping[str, Ids]) -> None:
        """Take a base, and who speaks for each organisation."""
        self._base = base
        self._voices = voices
        self._under: dict[str, Ids] = {}
        self._spoken: dict[str, Ids] = {}

    def under(self, id_: str) -> Ids:
        """Return all that names a record by its id, in whatever field."""
        found = self._under.get(id_)
        if found is None:
            mentions = self._base.mentions
            found = frozenset(one.id for kind in _KINDS for one in mentions(id_, kind))
            self._under[id_] = found
        return found

    def events(self, id_: str) -> Ids:
        """Return the events that name a record by its id."""
        return self.under(id_) & self._base.events.keys()

    def voices(self, id_: str) -> Ids:
        """Return who speaks for a state or body; of anybody else, that one alone."""
        return self._voices.get(id_, frozenset((id_,)))

    def spoken(self, id_: str) -> Ids:
        """Return what somebody said; for a state or body, whoever speaks for it."""
        found = self._spoken.get(id_)
        if found is None:
            voices = self.voices(id_)
            said: list[Statement | Quote] = []
            for by in voices:
                said += self._base.mentions(by, Statement)
                said += self._base.mentions(by, Quote)
            found = frozenset(one.id for one in said if not voices.isdisjoint(one.by))
            self._spoken[id_] = found
        return found
