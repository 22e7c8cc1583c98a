"""Whoever asks more than the allowance is told to wait, and nothing is looked up for them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import discord

from bot.cards import notice
from bot.connection.lateness import MOST
from bot.connection.limiting import in_words
from bot.connection.replying import tell
from bot.operating.counts import LATE, OFFER, QUESTION

if TYPE_CHECKING:
    from bot.connection.replying import Asked
    from bot.drawing.components import Card
    from bot.service import Service

_log = logging.getLogger(__name__)
_BEHIND_TIME: Final = 22  # bits of an id that do not tell when it was made


async def may_ask(interaction: Asked) -> bool:
    """Whether an interaction is within the allowance; if not, answer it with that.

    Each is answered, as Discord shows one without an answer as a failure of the bot; but for those
    that it has given up already.
    """
    service, user = interaction.client.service, interaction.user.id
    if service.lateness.of(_asked_at(interaction)) > MOST:
        service.counts.held_back[LATE] += 1
        _log.debug("an interaction arrived too late to be answered")
        return False
    if interaction.type is discord.InteractionType.autocomplete:
        if service.limits.offer(user).is_allowed:
            return True
        service.counts.held_back[OFFER] += 1
        await interaction.response.autocomplete([])
        return False
    ruling = service.limits.question(user)
    if ruling.is_allowed:
        return True
    service.counts.held_back[QUESTION] += 1
    await tell(interaction, *in_words(ruling))
    return False


def _asked_at(interaction: Asked) -> float:
    """Return when something was asked, in seconds as ``time.time`` counts them: its id tells."""
    return ((interaction.id >> _BEHIND_TIME) + discord.utils.DISCORD_EPOCH) / 1_000


def instead_of_an_answer(service: Service, user: int) -> tuple[bool, Card | None]:
    """Return whether a message may be answered; if not, what to say instead, but only once."""
    ruling = service.limits.question(user)
    if ruling.is_allowed:
        return True, None
    service.counts.held_back[QUESTION] += 1
    return False, notice(*in_words(ruling)) if ruling.is_first else None
