"""The slash commands, made from the table of commands, and the context menus of a message."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.commands import COMMANDS, Command
from bot.answers.offers import offers
from bot.cards import Shown, draw_all
from bot.connection.message_text import text_of
from bot.connection.replying import apologise, is_for_asker_alone, others_read_along, reply, tell
from bot.drawing.custom_ids import Question
from bot.drawing.limits import CHOICE_VALUE, CHOICES, check_choices, length
from bot.drawing.lines import choice_label
from bot.operating.counts import OFFER

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.answers.options import Option
    from bot.client import ReadoutBot
    from bot.connection.replying import Asked

_PRIVATE: Final = "private"
_ABOUT_PRIVATE: Final = "Show the answer to you alone"
_LONGEST_WORDS: Final = 2_000  # as long as a message may be
_LONGEST_NAME: Final = 300  # as long as a name or title in the base may be
LOOK_UP: Final = "Look this up"
CHECK: Final = "Check this quote"


class Lookup(commands.Cog):
    """Parses what Discord hands over, asks, and hands the answer to the card."""

    def __init__(self, bot: ReadoutBot) -> None:
        """Declare a command for each question that can be asked."""
        self.bot = bot
        for command in COMMANDS:
            bot.tree.add_command(self._slash_command(command))
        bot.tree.add_command(app_commands.ContextMenu(name=LOOK_UP, callback=self._look_up))
        bot.tree.add_command(app_commands.ContextMenu(name=CHECK, callback=self._check))

    async def ask(self, interaction: Asked, question: Question, *, private: bool) -> None:
        """Answer a question as a reply to an interaction."""
        service = self.bot.service
        with service.counts.working():
            answer = service.answer(question)
            alone = is_for_asker_alone(interaction, answer, private=private)
            for card in draw_all(answer, Shown(interaction.user.id, question)):
                await reply(interaction, card, private=alone)

    def _slash_command(self, command: Command) -> app_commands.Command[Any, ..., Any]:
        async def asked(interaction: Asked, **options: Any) -> None:  # noqa: ANN401  # text or bool
            private = options.pop(_PRIVATE)
            await self.ask(interaction, Question.of(command.name, options), private=private)

        # discord.py reads the options off the signature
        asked.__signature__ = _signature(command)  # type: ignore[attr-defined]  # as inspect allows
        about = {option.name: option.about for option in command.options}
        app_commands.describe(**about, **{_PRIVATE: _ABOUT_PRIVATE})(asked)
        made: app_commands.Command[Any, ..., Any] = app_commands.Command(
            name=command.name, description=command.about, callback=asked
        )
        for option in command.options:
            made.autocomplete(option.name)(self._completing(option))
        return made

    def _completing(
        self, option: Option
    ) -> Callable[[Asked, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]:
        async def complete(interaction: Asked, typed: str) -> list[app_commands.Choice[str]]:
            try:
                with self.bot.service.counts.working(OFFER):
                    return self._choices(option, typed)
            except Exception as error:  # noqa: BLE001  # discord.py would leave it unanswered
                await apologise(interaction, error, "autocomplete")
                return []

        return complete

    def _choices(self, option: Option, typed: str) -> list[app_commands.Choice[str]]:
        offered = offers(self.bot.service.asking(), option, typed)
        choices = [
            app_commands.Choice(name=label, value=offer.value)
            for offer in offered
            if (label := choice_label(offer.label)) and 0 < length(offer.value) <= CHOICE_VALUE
        ][:CHOICES]
        check_choices([choice.to_dict() for choice in choices])
        return choices

    async def _look_up(self, interaction: Asked, message: discord.Message) -> None:
        await self._ask_about(interaction, message, Question.typed)

    async def _check(self, interaction: Asked, message: discord.Message) -> None:
        def verify(text: str) -> Question:
            return Question.of("verify", {"words": text})

        await self._ask_about(interaction, message, verify)

    async def _ask_about(
        self, interaction: Asked, message: discord.Message, ask: Callable[[str], Question]
    ) -> None:
        """Ask about somebody else's message: among others, whoever asks sees the answer alone."""
        if self.bot.user is not None and message.author.id == self.bot.user.id:
            await tell(
                interaction,
                "This is an answer of mine",
                "Its buttons lead on. Ask like this about what somebody else has written.",
            )
            return
        text = text_of(message)
        if not text:
            await tell(interaction, "Nothing to look up", "This message has no text.")
            return
        await self.ask(interaction, ask(text), private=others_read_along(interaction))


def _signature(command: Command) -> inspect.Signature:
    keyword = inspect.Parameter.KEYWORD_ONLY
    options = [
        inspect.Parameter(
            option.name,
            keyword,
            default=inspect.Parameter.empty if option.required else "",
            annotation=app_commands.Range[
                str, 1, _LONGEST_WORDS if option.is_text else _LONGEST_NAME
            ],
        )
        for option in command.options
    ]
    return inspect.Signature(
        [
            inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD),
            *options,
            inspect.Parameter(_PRIVATE, keyword, default=False, annotation=bool),
        ]
    )
