"""Dates as people write them, in English, Russian and Chinese: since may 2025, в мае, 2025年5月.

``read_date``, ``read_since`` and ``read_until`` read a text that is a date and nothing else, such
as an option of a command; ``find_dates`` finds the dates in a sentence. The readers raise nothing
but ``AmbiguousDate`` and ``UnreadableDate``; ``find_dates`` raises nothing at all.

How a text becomes a date: ``tokens`` cuts it up; ``points``, ``periods``, ``relative`` and
``chinese`` read single dates; ``ranges`` joins two; ``phrases`` adds the words that place them
("since", "до"); ``names`` tells months in names apart; ``finding`` gathers all that under every way
to read digits (day or month first).
"""

from bot.answers.asked_dates.errors import AmbiguousDate, UnreadableDate
from bot.answers.asked_dates.sentences import Dates, find_dates
from bot.answers.asked_dates.whole import read_date, read_since, read_until

__all__ = [
    "AmbiguousDate",
    "Dates",
    "UnreadableDate",
    "find_dates",
    "read_date",
    "read_since",
    "read_until",
]
