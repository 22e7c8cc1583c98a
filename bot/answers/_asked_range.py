"""The range that the options 'since' and 'until' give together, or why they give none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.asked_dates import AmbiguousDate, UnreadableDate, read_since, read_until
from bot.answers.model import Answer, Status, Suggestion
from bot.answers.resolving import Asked, shortened
from bot.facts.dates import When

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

_OPEN: Final = ".."
_READERS: Final[dict[str, Callable[[str, dt.date], When]]] = {
    "since": read_since,
    "until": read_until,
}


def range_asked(asked: Asked, about: str, since: str, until: str) -> When | Answer | None:
    """Return the range, None if neither option is given, or the answer that says what is wrong.

    A whole range in one option ("2023 to 2025") is the range; if both options are given, the one
    gives its start and the other its end.
    """
    bounds: dict[str, When] = {}
    for option, text in (("since", since), ("until", until)):
        if text:
            try:
                bounds[option] = _READERS[option](text, asked.asking.today)
            except AmbiguousDate as ambiguous:
                return _which_date(asked, option, ambiguous)
            except UnreadableDate as unreadable:
                return _unreadable(asked, {"about": about, option: text}, option, unreadable)
    if len(bounds) < len(_READERS):
        return next(iter(bounds.values()), None)
    start = bounds["since"].text.partition("/")[0]
    end = bounds["until"].text.rpartition("/")[2]
    if bounds["since"].first > bounds["until"].last:
        return _reversed(asked, {"about": about, "since": since, "until": until}, start, end)
    return When.parse(start if start == end else f"{start}/{end}")


def _which_date(asked: Asked, option: str, ambiguous: AmbiguousDate) -> Answer:
    count = len(ambiguous.readings)
    return Answer(
        command=asked.command,
        status=Status.AMBIGUOUS,
        title=f"'{shortened(ambiguous.words)}' can be read as {_COUNTS.get(count, count)} dates",
        notes=("Choose one of them.",),
        suggestions=tuple(
            Suggestion(label=reading.in_words(), ask=asked.instead(option, reading.text))
            for reading in ambiguous.readings
        ),
        edition=asked.asking.edition.fingerprint,
    )


_COUNTS: Final = {2: "two", 3: "three", 4: "four"}


def _unreadable(
    asked: Asked, options: dict[str, str], option: str, unreadable: UnreadableDate
) -> Answer:
    """Say what is wrong with a date; offer the other option for one that belongs there."""
    text = options.pop(option)
    other = "until" if option == "since" else "since"
    suggestions: tuple[Suggestion, ...] = ()
    try:
        when = _READERS[other](text, asked.asking.today)
    except (AmbiguousDate, UnreadableDate):
        pass
    else:
        ask = Asked(asked.asking, asked.command, options).instead(other, when.text.strip("./"))
        suggestions = (Suggestion(label=when.in_words(), ask=ask),)
    return asked.asking.invalid(
        asked.command,
        f"{option}: '{shortened(text)}' cannot be read",
        str(unreadable),
        suggestions=suggestions,
    )


def _reversed(asked: Asked, options: dict[str, str], start: str, end: str) -> Answer:
    title = f"'{shortened(options['since'])}' is later than '{shortened(options['until'])}'"
    turned = Asked(asked.asking, asked.command, {"about": options["about"], "since": end})
    label = f"{When.parse(end).in_words()} to {When.parse(start).in_words()}"
    return asked.asking.invalid(
        asked.command,
        title,
        "Turn the two round: since the earlier one.",
        suggestions=(Suggestion(label=label, ask=turned.instead("until", start)),),
    )
