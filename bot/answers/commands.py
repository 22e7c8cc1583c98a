"""The commands: their names, options and answers, stated once for every front end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import msgspec

from bot.answers import about, quote, source, timeline, topic, verify, who
from bot.answers.meant import meant
from bot.answers.model import Answer
from bot.answers.options import Option
from bot.facts.shaping import did_you_mean

if TYPE_CHECKING:
    from bot.answers.asking import Asking


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """One question that can be asked; ``answer`` takes the asking and its options by name."""

    name: str
    about: str
    answer: Callable[..., Answer]
    options: tuple[Option, ...] = ()

    def option(self, name: str) -> Option | None:
        """Return the option of that name, or None."""
        return next((option for option in self.options if option.name == name), None)


PARTIES: Final = ("person", "organisation")

COMMANDS: Final = (
    Command(
        name="who",
        about="A person or organisation: posts, other names, what is on the record, events",
        answer=who.answer,
        options=(
            Option(
                name="name",
                about="A name in any script, or a post such as 'Russian foreign minister'",
                required=True,
                kinds=PARTIES,
            ),
        ),
    ),
    Command(
        name="timeline",
        about="Events in order of time, undated ones last",
        answer=timeline.answer,
        options=(
            Option(
                name="about",
                about="A person, organisation, topic or event",
                kinds=(*PARTIES, "topic", "event"),
            ),
            Option(name="since", about="From when on: 2023, may 2025, 2025-12-02", is_date=True),
            Option(name="until", about="Up to when: 2023, may 2025, 2025-12-02", is_date=True),
        ),
    ),
    Command(
        name="quote",
        about="Quotes word for word, with speaker, date, occasion and source",
        answer=quote.answer,
        options=(
            Option(name="words", about="Words of the quote", kinds=("quote",), is_text=True),
            Option(name="speaker", about="Who said it", kinds=PARTIES),
            Option(name="topic", about="What it is about", kinds=("topic",)),
        ),
    ),
    Command(
        name="topic",
        about="Who holds what on a topic: official, report and opinion kept apart",
        answer=topic.answer,
        options=(
            Option(
                name="name",
                about="A topic, person, organisation or place, or words of a statement",
                required=True,
                kinds=("topic", *PARTIES),
            ),
        ),
    ),
    Command(
        name="verify",
        about="Was it really said? Verbatim, altered, misattributed or not found",
        answer=verify.answer,
        options=(
            Option(
                name="words",
                about="The wording to check, as you have it",
                required=True,
                kinds=("quote",),
                is_text=True,
            ),
            Option(name="speaker", about="Who is said to have said it", kinds=PARTIES),
        ),
    ),
    Command(
        name="source",
        about="The sources, or one source and what is drawn from it",
        answer=source.answer,
        options=(Option(name="name", about="A title, publisher or id", kinds=("source",)),),
    ),
    Command(
        name="about",
        about="What this base holds, from what sources, which edition, and how to ask",
        answer=about.answer,
    ),
)
_BY_NAME: Final = {command.name: command for command in COMMANDS}


def command(name: str) -> Command | None:
    """Return the command of that name, in any case, or None."""
    return _BY_NAME.get(name.casefold())


def ask(asking: Asking, name: str, options: Mapping[str, str]) -> Answer:
    """Answer a command with its options; empty options count as left out."""
    asked = command(name)
    if asked is None:
        todo = did_you_mean(name, _BY_NAME, "The commands are below.")
        lines = [f"/{known.name}: {known.about}" for known in COMMANDS]
        return asking.invalid(name, f"There is no command /{name}", todo, *lines)
    given = {key: value.strip() for key, value in options.items() if value.strip()}
    for key in given:
        if asked.option(key) is None:
            names = [option.name for option in asked.options]
            todo = did_you_mean(key, names, f"it takes: {', '.join(names) or 'no options'}")
            return asking.invalid(name, f"/{asked.name} has no option '{key}'", todo)
    for option in asked.options:
        if option.required and option.name not in given:
            todo = f"Write it behind the command: /{asked.name} {option.name}:… ({option.about})"
            return asking.invalid(name, f"/{asked.name} needs the option '{option.name}'", todo)
        if option.name in given:
            given[option.name] = meant(asking, option, given[option.name])
    answer: Answer = asked.answer(asking, **given)
    return answer
