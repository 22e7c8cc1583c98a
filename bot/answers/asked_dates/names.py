"""Months that are part of a name: Theresa May, Fredric March, the October Revolution.

Both are told by their capital letters and by what the asker is known to speak of: in 'Lavrov May
2025' the word in front is a name by itself, and in 'the October BRICS summit' so is the one behind.
Chinese and Russian do not show it so: 十月革命 is written like the talks of an October, and Russian
months have small letters and names of things an adjective, which is no month at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.asked_dates import words

if TYPE_CHECKING:
    from bot.answers.asked_dates.reading import Reading
    from bot.answers.asked_dates.tokens import Token


def is_surname(reading: Reading, place: int) -> bool:
    """Whether a month stands behind the given name of somebody unknown: 'Theresa May 2025'."""
    before, month = reading.at[place - 1], reading.at[place]
    return month.capital and month.text in words.NAMELIKE and _is_strange(reading, before)


def begins_name(reading: Reading, place: int) -> bool:
    """Whether a month stands in front of a word that makes it a name: 'the October Revolution'.

    Right behind a preposition it does not: 'what happened in October Guterres said'.
    """
    before, month, after = (reading.at[place + step] for step in (-1, 0, 1))
    return month.capital and before.text not in words.PLACING and _is_strange(reading, after)


def _is_strange(reading: Reading, token: Token) -> bool:
    """Whether a word has a capital letter, and is neither of dates nor known to be anything."""
    if reading.known is None or not token.capital or token.text in words.OF_DATES:
        return False
    return not reading.known(token.text)
