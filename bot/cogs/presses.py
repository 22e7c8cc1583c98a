"""Buttons and menus of cards: everything about a press is read from its custom id."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final, cast

import discord
from discord.ext import commands

from bot.cards import ASK, Shown, asked_in, draw
from bot.connection.holding_back import may_ask
from bot.connection.message_text import displayed
from bot.connection.replying import apologise, is_for_asker_alone, reply, tell, turn
from bot.drawing.custom_ids import Act, Press, Question, digest
from bot.drawing.escaping import unescaped

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.answers.model import Answer
    from bot.client import ReadoutBot
    from bot.connection.replying import Asked

_log = logging.getLogger(__name__)
#: What the tree of commands answers.
_HANDLED: Final = frozenset(
    {discord.InteractionType.application_command, discord.InteractionType.autocomplete}
)
_BASE_CHANGED = "The base has changed since this was asked: this answer is from its new edition"


class Presses(commands.Cog):
    """Finds out what a press means and answers it."""

    def __init__(self, bot: ReadoutBot) -> None:
        """Answer page turns, choices and leads; others may add acts of their own."""
        self.bot = bot
        self.acts: dict[Act, Callable[[Asked, Press], Awaitable[None]]] = {
            Act.PAGE: self._turn_page,
            Act.CHOOSE: self._choose,
            Act.LEAD: self._lead_on,
        }

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Asked) -> None:
        """Answer presses, and whatever else has no handler of its own."""
        if interaction.type is discord.InteractionType.component:
            where = "a press"
        elif interaction.type is discord.InteractionType.modal_submit:
            where = "a form"
        elif interaction.type in _HANDLED:
            return
        else:
            where = "an interaction of an unknown kind"
        try:
            with self.bot.service.counts.working():
                if await may_ask(interaction):
                    await self._pressed(interaction)
        except Exception as error:  # noqa: BLE001  # every press is answered, also when it fails
            await apologise(interaction, error, where)

    async def _pressed(self, interaction: Asked) -> None:
        press = Press.read(str(_data(interaction).get("custom_id", "")))
        act = self.acts.get(press.act) if press else None
        if press is None or act is None:
            _log.warning("a component of an older version was used")
            await tell(
                interaction,
                "This button is from an older version",
                "It means nothing any more. Please ask again.",
            )
        elif press.act is not Act.LEAD and interaction.user.id != press.asker:
            await tell(
                interaction,
                "This card is somebody else's",
                "Only who asked can turn its pages and choose. Ask the same with a command, and"
                " the card is yours.",
            )
        else:
            await act(interaction, press)

    async def _turn_page(self, interaction: Asked, press: Press) -> None:
        question = _question(interaction, press)
        if question is None:
            await _tell_lost(interaction)
            return
        answer = self.bot.service.answer(question)
        shown = Shown(press.asker, question, press.page, _since(press, answer))
        if press.edition == answer.edition:  # a miss, too, has been shown to them already
            await turn(interaction, draw(answer, shown))
        else:
            await _turn_into(interaction, answer, shown)

    async def _choose(self, interaction: Asked, press: Press) -> None:
        value = str((_data(interaction).get("values") or [""])[0])
        if value.startswith(ASK):
            chosen: Question | None = Question.typed(value[1:])
        else:
            chosen = self._picked(_question(interaction, press), value[1:])
        if chosen is None:
            await _tell_lost(interaction)
            return
        answer = self.bot.service.answer(chosen)
        shown = Shown(press.asker, chosen, notice=_since(press, answer))
        await _turn_into(interaction, answer, shown)

    async def _lead_on(self, interaction: Asked, press: Press) -> None:
        """Answer beside the card; to somebody else than who asked, for their eyes alone."""
        question = _question(interaction, press)
        if press.pick:
            question = self._picked(question, press.pick)
        if question is None:
            await _tell_lost(interaction)
            return
        answer = self.bot.service.answer(question)
        shown = Shown(interaction.user.id, question, notice=_since(press, answer))
        private = interaction.user.id != press.asker or _is_private(interaction)
        alone = is_for_asker_alone(interaction, answer, private=private)
        await reply(interaction, draw(answer, shown), private=alone)

    def _picked(self, question: Question | None, pick: str) -> Question | None:
        """Return the suggestion that a digest means, among those of a question's answer."""
        if question is None:
            return None
        answer = self.bot.service.answer(question)
        asks = [suggestion.ask for suggestion in (*answer.suggestions, *answer.leads)]
        return next((Question.typed(ask) for ask in asks if digest(ask) == pick), None)


async def _turn_into(interaction: Asked, answer: Answer, shown: Shown) -> None:
    """Turn a card into another answer; a miss stands beside what others see, for the asker."""
    card = draw(answer, shown)
    if not _is_private(interaction) and is_for_asker_alone(interaction, answer, private=False):
        await reply(interaction, card, private=True)
    else:
        await turn(interaction, card)


def _is_private(interaction: Asked) -> bool:
    """Whether nobody but who presses sees the card that is pressed."""
    return interaction.message is not None and interaction.message.flags.ephemeral


def _data(interaction: Asked) -> dict[str, Any]:
    return cast("dict[str, Any]", interaction.data or {})


def _since(press: Press, answer: Answer) -> str:
    return _BASE_CHANGED if press.edition != answer.edition else ""


def _question(interaction: Asked, press: Press) -> Question | None:
    """Return what a card was asked: from the press, or from the card's own words."""
    if press.question is not None:
        return press.question
    if interaction.message is None:
        return None
    asked = asked_in(displayed(interaction.message.components))
    return None if asked is None else Question.unpacked(unescaped(asked))


async def _tell_lost(interaction: Asked) -> None:
    await tell(
        interaction,
        "This cannot be found again",
        "The base has changed, or the question was too long to be kept here. Please ask again.",
    )
