"""What a text tells around the words that are checked, beyond who said them.

'Wang Yi never said …' and '… is a lie' are about true words all the same: the verdict is on the
words, and what else the text claims is named as not checked.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.answers._attribution import is_said, narrated
from bot.answers._speaker import BY_THE_WAY, TITLE_CHINESE
from bot.search.offices import also_called, is_office
from bot.search.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers._drafting import Claim
    from bot.answers._speaker import Speaker
    from bot.facts.base import FactBase

_TITLES_CHINESE: Final = re.compile(f"{TITLE_CHINESE}+")


def is_told_more(base: FactBase, claim: Claim) -> bool:
    """Whether more is claimed around the words than that somebody said them."""
    if not claim.outside:
        return False
    words = spelled(_TITLES_CHINESE.sub(" ", narrated(claim.outside))).words
    speakers = [speaker for speaker in (claim.speaker, *claim.speakers) if speaker]
    if speakers or is_said(claim.outside):
        words = tuple(word for word in words if word not in BY_THE_WAY and not is_office(word))
    if not words or not speakers:
        return bool(words)
    unaccounted = set(words)
    for speaker in speakers:
        if speaker.alike or not speaker.known:
            unaccounted.difference_update(spelled(speaker.phrase).words)
        unaccounted.difference_update(*map(_words, _called(base, speaker)))
    return bool(unaccounted)


@lru_cache(maxsize=1_024)
def _words(called: str) -> frozenset[str]:
    return frozenset(spelled(called).words)


def _called(base: FactBase, speaker: Speaker) -> Iterator[str]:
    """Yield what the base calls a speaker: names, posts, and whose posts they are."""
    for id_ in speaker.ids:
        person = base.people.get(id_)
        for record in filter(None, (person, base.organisations.get(id_))):
            yield from (record.name, *record.names)
        for post in person.posts if person else ():
            yield from (post.post, *also_called(post.post))
            state = base.organisations.get(post.of or "")
            if state:
                yield from (state.name, *state.names)
