"""What a name in a question means: one record, a choice of several, or nothing close enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bot.answers.model import Answer, Status, Suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.answers.asking import Asking
    from bot.facts.base import FactBase
    from bot.facts.records import Record
    from bot.search.found import Match

MOST_SUGGESTIONS: Final = 5
_SHORTENED: Final = 60


class Asked:
    """A command as it was given: which options hold what, so that it can be asked again, better."""

    def __init__(self, asking: Asking, command: str, options: Mapping[str, str]) -> None:
        """Keep what was given; empty options count as left out."""
        self.asking = asking
        self.command = command
        self._options = {name: value for name, value in options.items() if value}

    @property
    def base(self) -> FactBase:
        """The facts that answer."""
        return self.asking.edition.base

    def instead(self, option: str, value: str) -> str:
        """Return the same question as typed text, with one option changed."""
        options = {**self._options, option: value}
        return " ".join([f"/{self.command}", *(f"{name}:{text}" for name, text in options.items())])

    def record(self, option: str, kinds: Collection[str]) -> Record | Answer:
        """Return the one record that an option means, or the answer that says why there is none."""
        words = self._options[option]
        found = self.asking.edition.index.find(words, kinds)
        if found.best:
            return self.base.records[found.best.id]
        if found.ambiguous:
            return self.choice(option, words, found.rivals)
        return self.miss(
            f"Nothing on '{shortened(words)}' in this base",
            notes=(f"No {' or '.join(kinds)} here has a name close enough.",),
            suggestions=self._suggestions(option, found.matches[:MOST_SUGGESTIONS]),
        )

    def subject(self, option: str, kinds: Collection[str]) -> tuple[Record, ...] | Answer:
        """Return what an option is about, or the answer that says why there is nothing.

        Records of different kinds that bear one name, such as a state and the topic named after
        it, are one subject; several of the same kind are a choice for the asker.
        """
        words = self._options[option]
        found = self.asking.edition.index.find(words, kinds)
        rivals = found.rivals
        if found.ambiguous and len({match.kind for match in rivals}) == len(rivals):
            return tuple(self.base.records[match.id] for match in rivals)
        record = self.record(option, kinds)
        return record if isinstance(record, Answer) else (record,)

    def choice(self, option: str, words: str, rivals: Collection[Match]) -> Answer:
        """Offer several records that are meant equally well."""
        return Answer(
            command=self.command,
            status=Status.AMBIGUOUS,
            title=f"'{shortened(words)}' could mean {len(rivals)} things",
            notes=("Choose one of them.",),
            suggestions=self._suggestions(option, rivals),
            edition=self.asking.edition.fingerprint,
        )

    def miss(
        self,
        title: str,
        *,
        notes: tuple[str, ...] = (),
        suggestions: tuple[Suggestion, ...] = (),
    ) -> Answer:
        """Say that the base holds nothing, and what it holds that is nearest."""
        return Answer(
            command=self.command,
            status=Status.NOT_FOUND,
            title=title,
            notes=(*notes, "Not in this base is not the same as not true, or never said."),
            suggestions=suggestions,
            edition=self.asking.edition.fingerprint,
        )

    def _suggestions(self, option: str, matches: Collection[Match]) -> tuple[Suggestion, ...]:
        return tuple(
            Suggestion(label=label(self.base, match.id), ask=self.instead(option, match.id))
            for match in matches
        )


def label(base: FactBase, id_: str) -> str:
    """Return what a record is called, or the beginning of what it says."""
    record = base.records[id_]
    text = getattr(record, "words", None) or getattr(record, "says", None)
    return shortened(cast("str", text)) if text else base.name(id_)


def shortened(text: str, to: int = _SHORTENED) -> str:
    """Return the text, or as many of its first words as fit, with a mark."""
    if len(text) <= to:
        return text
    return text[: to - 1].rsplit(" ", 1)[0].rstrip() + "…"
