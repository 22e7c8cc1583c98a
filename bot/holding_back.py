"""Whoever asks more than the allowance is told to wait, and nothing is looked up for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.cards import notice
from bot.counts import OFFER, QUESTION
from bot.limiting import in_words
from bot.replying import tell

if TYPE_CHECKING:
    from bot.components import Card
    from bot.replying import Asked
    from bot.service import Service


async def may_ask(interaction: Asked) -> bool:
    """Whether an interaction is within the allowance; if not, answer it with that.

    Each is answered, as Discord shows one without an answer as a failure of the bot.
    """
    service, user = interaction.client.service, interaction.user.id
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


def instead_of_an_answer(service: Service, user: int) -> tuple[bool, Card | None]:
    """Return whether a message may be answered; if not, what to say instead, but only once."""
    ruling = service.limits.question(user)
    if ruling.is_allowed:
        return True, None
    service.counts.held_back[QUESTION] += 1
    return False, notice(*in_words(ruling)) if ruling.is_first else None
