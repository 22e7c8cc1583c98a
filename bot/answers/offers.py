"""What autocomplete offers for an option: records of the base, labelled with what they are."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

import msgspec

from bot.answers.asked_dates import AmbiguousDate, UnreadableDate, read_date
from bot.answers.resolving import label, shortened
from bot.facts.dates import When
from bot.search.found import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.asking import Asking
    from bot.answers.options import Option
    from bot.facts.base import FactBase

MOST: Final = 25
_LONGEST_LABEL: Final = 100
#: What a date is by how many parts it has.
_DATES: Final = ("year", "month", "day")
_RANGE: Final = "range"
_DATE_LABEL: Final = re.compile(
    rf"(?P<date>.+) \((?:{'|'.join((*_DATES, _RANGE))})\)\s*", re.DOTALL
)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One offer: a ``label`` of at most 100 characters to show, and the ``value`` it stands for."""

    label: str
    value: str


def offers(asking: Asking, option: Option, typed: str) -> tuple[Choice, ...]:
    """Return at most 25 offers for what has been typed so far, the likeliest first."""
    choices = _dates(asking, typed) if option.is_date else _records(asking, option, typed)
    return tuple(choice for choice, _ in zip(choices, range(MOST), strict=False))


def _records(asking: Asking, option: Option, typed: str) -> Iterator[Choice]:
    base, index = asking.edition.base, asking.edition.index
    if option.is_text and typed.strip():
        found = index.find(typed, option.kinds, field=Field.TEXTS, limit=MOST)
        ids = [match.id for match in found.matches]
    elif option.is_text:
        ids = list(base.quotes)
    else:
        ids = [match.id for match in index.complete(typed, option.kinds, limit=MOST)]
    for id_ in ids:
        yield Choice(label=labelled(base, id_), value=id_)


def labelled(base: FactBase, id_: str) -> str:
    """Return what a record is called and its kind: the label that it is offered under."""
    kind = f" ({base.records[id_].noun})"
    return shortened(label(base, id_), _LONGEST_LABEL - len(kind)) + kind


def date_labelled(when: When) -> str:
    """Return a date in words and what it is: the label that it is offered under."""
    kind = _RANGE if when.is_interval else _DATES[when.text.count("-")]
    return f"{when.in_words()} ({kind})"


def date_called(text: str) -> str:
    """Return the date that a label calls; what is no label as it is."""
    label = _DATE_LABEL.fullmatch(text)
    return label["date"] if label else text


def _dates(asking: Asking, typed: str) -> Iterator[Choice]:
    typed = date_called(typed)
    if typed.strip():
        try:
            when = read_date(typed, asking.today)
        except AmbiguousDate as ambiguous:
            for reading in ambiguous.readings:
                yield Choice(label=date_labelled(reading), value=reading.text)
            return
        except UnreadableDate:
            pass
        else:
            yield Choice(label=date_labelled(when), value=when.text)
            return
    years = {
        dt.date.fromordinal(event.when.first).year
        for event in asking.edition.base.events.values()
        if event.when and not event.when.text.startswith("..")
    }
    for year in sorted(years, reverse=True):
        if str(year).startswith(typed.strip()):
            yield Choice(label=date_labelled(When.parse(str(year))), value=str(year))
