"""What a name in a question means: one record, a choice of several, or nothing close enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bot.answers._entitled import entitled
from bot.answers.model import Answer, Status, Suggestion
from bot.facts.records import Event, Organisation, Person
from bot.search.forms import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.answers.asking import Asking
    from bot.facts.base import FactBase
    from bot.facts.records import Record
    from bot.search.found import Found, Match

MOST_SUGGESTIONS: Final = 5
_SHORTENED: Final = 60
#: The question that answers best on a record of a kind.
_QUESTIONS: Final = {
    "person": "/who name:",
    "organisation": "/who name:",
    "topic": "/topic name:",
    "event": "/timeline about:",
    "source": "/source name:",
}


class Asked:
    """A command as it was given: which options hold what, so that it can be asked again, better."""

    def __init__(self, asking: Asking, command: str, options: Mapping[str, str]) -> None:
        """Keep what was given; empty options count as left out."""
        self.asking = asking
        self.command = command
        self._options = {name: value for name, value in options.items() if value}
        self._found: dict[tuple[str, ...], Found] = {}

    @property
    def base(self) -> FactBase:
        """The facts that answer."""
        return self.asking.edition.base

    def instead(self, option: str, value: str) -> str:
        """Return the same question as typed text, with one option changed."""
        options = {**self._options, option: value}
        return " ".join([f"/{self.command}", *(f"{name}:{text}" for name, text in options.items())])

    def find(self, words: str, kinds: Collection[str]) -> Found:
        """Search names for words, once however often that is asked for."""
        key = (words, *kinds)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self.asking.edition.index.find(words, kinds)
        return found

    def elsewhere(self, words: str, kinds: Collection[str]) -> tuple[Match, ...]:
        """Return what bears the name but is of none of the kinds: those that do so equally well."""
        found = self.find(words, [kind for kind in _QUESTIONS if kind not in kinds])
        return found.rivals if found.close else ()

    def record(self, option: str, kinds: Collection[str]) -> Record | Answer:
        """Return the one record that an option means, or the answer that says why there is none."""
        return self._one(option, kinds, self.find(self._options[option], kinds))

    def _one(self, option: str, kinds: Collection[str], found: Found) -> Record | Answer:
        words = self._options[option]
        if found.best:
            return self.base.records[found.best.id]
        if found.ambiguous:
            return self.choice(option, words, found.rivals)
        if Person.noun in kinds:
            person = entitled(self.base, (match.id for match in found.matches), words)
            if person:
                return person
        nearest = self._suggestions(option, found.matches) or self._most_named(option, kinds)
        return self.miss(
            f"Nothing on '{shortened(words)}' in this base",
            notes=(f"No {_either(kinds)} here has a name close enough.",),
            suggestions=(*self._elsewhere(words, kinds), *nearest)[:MOST_SUGGESTIONS],
        )

    def subject(self, option: str, kinds: Collection[str]) -> tuple[Record, ...] | Answer:
        """Return what an option is about, or the answer that says why there is nothing.

        Records of different kinds that bear one name, such as a state and the topic named after
        it, are one subject; several of the same kind, or of different names, are a choice for the
        asker.
        """
        order = list(kinds)
        found = self.find(self._options[option], kinds)
        rivals = sorted(found.rivals, key=lambda match: order.index(match.kind))
        if found.close and self._is_one(rivals):
            return tuple(self.base.records[match.id] for match in rivals)
        record = self._one(option, kinds, found)
        return record if isinstance(record, Answer) else self._with_namesakes(record, kinds)

    def choice(self, option: str, words: str, rivals: Sequence[Match]) -> Answer:
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

    def _is_one(self, rivals: Sequence[Match]) -> bool:
        """Whether matches are of one name, and each of another kind."""
        if len(rivals) != len({match.kind for match in rivals}) or len(rivals) < 2:  # noqa: PLR2004  # one is no rival
            return False
        fields = {fold(match.field) for match in rivals}
        return len(fields) == 1 or len({self._named(match.id) for match in rivals}) == 1

    def _with_namesakes(self, record: Record, kinds: Collection[str]) -> tuple[Record, ...]:
        """Return a record, and those of other kinds that are called the same."""
        name = self._named(record.id)
        found = self.find(self.base.name(record.id), kinds)
        others = [
            self.base.records[match.id]
            for match in found.close_matches
            if match.kind != record.noun and self._named(match.id) == name
        ]
        return (record, *others)

    def _named(self, id_: str) -> str:
        return fold(self.base.name(id_))

    def _elsewhere(self, words: str, kinds: Collection[str]) -> tuple[Suggestion, ...]:
        """Offer what bears the name but is of another kind, asked of the command for it."""
        if len(kinds) == len(_QUESTIONS) - 1:  # sources alone, which hardly bear any name
            return ()
        return tuple(
            Suggestion(
                label=f"{label(self.base, match.id)} ({match.kind})",
                ask=f"{_QUESTIONS[match.kind]}{match.id}",
            )
            for match in self.elsewhere(words, kinds)
        )

    def _suggestions(self, option: str, matches: Sequence[Match]) -> tuple[Suggestion, ...]:
        called = [label(self.base, match.id) for match in matches]
        return tuple(
            Suggestion(
                label=f"{name} ({match.kind})" if called.count(name) > 1 else name,
                ask=self.instead(option, match.id),
            )
            for name, match in zip(called, matches, strict=True)
        )

    def _most_named(self, option: str, kinds: Collection[str]) -> tuple[Suggestion, ...]:
        """Offer what the base holds most on, where nothing in it is anywhere near."""
        held = [one for one in self.base.most_named if one.noun in kinds]
        return tuple(
            Suggestion(label=one.name, ask=self.instead(option, one.id))
            for one in held[:MOST_SUGGESTIONS]
        )


def events_on(base: FactBase, record: Record) -> tuple[Event, ...]:
    """Return the events that name a record, and those that happened there if it is a place."""
    at = base.events_at(record) if isinstance(record, Organisation) else ()
    own = (record,) if isinstance(record, Event) else ()
    found = {event.id: event for event in (*own, *base.mentions(record.id, Event), *at)}
    return tuple(found.values())


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


def _either(kinds: Collection[str]) -> str:
    *others, last = kinds
    return f"{', '.join(others)} or {last}" if others else last
