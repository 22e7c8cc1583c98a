"""How anything is said on Discord: who sees it, that it is said once, and what if it fails."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, TypeAlias

import discord

from bot.answers.commands import COMMANDS
from bot.answers.model import Status
from bot.cards import notice
from bot.connection.persisting import FIRST_ANSWER, LATER_ANSWER, persistently
from bot.operating import troubles

if TYPE_CHECKING:
    from bot.answers.model import Answer
    from bot.client import ReadoutBot
    from bot.drawing.components import Card

    Asked: TypeAlias = discord.Interaction[ReadoutBot]

_log = logging.getLogger(__name__)
#: Whom an edit may mention. discord.py lets the client's own setting out where there is no content.
NOBODY: Final = discord.AllowedMentions.none()
_MISSES: Final = frozenset({Status.NOT_FOUND, Status.INVALID})
#: Discord's codes for an interaction that is too old, or has been answered already.
_TOO_LATE: Final = frozenset({10062, 10015, 40060})


def others_read_along(interaction: Asked) -> bool:
    """Whether anybody but the asker sees an ordinary reply: everywhere but in the bot's own DM."""
    if interaction.context.dm_channel:
        return False
    return interaction.guild_id is not None or interaction.context.private_channel


def is_for_asker_alone(interaction: Asked, answer: Answer, *, private: bool) -> bool:
    """Whether an answer is shown to the asker alone: on request, and a miss among others."""
    return private or (answer.status in _MISSES and others_read_along(interaction))


async def reply(interaction: Asked, card: Card, *, private: bool) -> None:
    """Answer an interaction with a new message, whether it was deferred or not."""
    client = interaction.client
    if interaction.response.is_done():
        message = await persistently(
            lambda: interaction.followup.send(view=card.view(), ephemeral=private, wait=True),
            LATER_ANSWER,
            also_broken=False,
        )
        client.expiring.watch(
            message.id, card, lambda off: message.edit(view=off.view(), allowed_mentions=NOBODY)
        )
        return
    await persistently(
        lambda: client.callbacks.say(interaction, card, private=private), FIRST_ANSWER
    )
    client.expiring.watch(interaction.id, card, lambda off: _change(interaction, off))


async def turn(interaction: Asked, card: Card) -> None:
    """Answer a press by changing the message that was pressed, whether it was deferred or not."""
    if interaction.response.is_done():
        await persistently(lambda: _change(interaction, card), LATER_ANSWER)
    else:
        callbacks = interaction.client.callbacks
        await persistently(lambda: callbacks.change(interaction, card), FIRST_ANSWER)
    if interaction.message is not None:
        expiring, made_by = interaction.client.expiring, interaction.message.interaction_metadata
        if made_by is not None:
            expiring.forget(made_by.id)
        expiring.watch(interaction.message.id, card, lambda off: _change(interaction, off))


async def _change(interaction: Asked, card: Card) -> None:
    """Change the message that an interaction was answered with, or that was pressed."""
    await interaction.edit_original_response(view=card.view(), allowed_mentions=NOBODY)


async def tell(interaction: Asked, title: str, *lines: str) -> None:
    """Say a few words of our own to the asker alone."""
    await reply(interaction, notice(title, *lines), private=True)


async def tell_outdated(interaction: Asked) -> None:
    """Answer a command of an older registration, which the bot no longer has."""
    _log.warning("a command of an older registration was used")
    if interaction.type is discord.InteractionType.autocomplete:
        await interaction.response.autocomplete([])
        return
    commands = ", ".join(f"`/{command.name}`" for command in COMMANDS)
    await tell(
        interaction,
        "This command has changed",
        f"Discord still shows an older one. These are here now: {commands}.",
        "Reload Discord (Ctrl+R) if they do not show yet.",
    )


async def apologise(interaction: Asked, error: BaseException, where: str) -> None:
    """Answer an interaction that failed, with a reference that stands in the log too."""
    if isinstance(error, discord.HTTPException) and error.code in _TOO_LATE:
        _log.warning("%s could not be answered in time (code %s)", where, error.code)
        return
    reference = troubles.report(error, where)
    try:
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        else:
            await tell(interaction, "That went wrong", *sorry(reference))
    except Exception as failure:  # noqa: BLE001  # nobody is left to tell it to but the log
        kind = type(failure).__name__
        _log.warning("reference %s: the asker could not be told (%s)", reference, kind)
        _log.debug("reference %s: in full", reference, exc_info=failure)


def sorry(reference: str) -> tuple[str, str]:
    """Return what to say where a question could not be answered."""
    return (
        "The question could not be answered. It is not your fault, and nothing was changed.",
        f"Whoever runs this bot finds the details in its log under the reference `{reference}`.",
    )
