"""Plain words: direct messages, and messages in a server that mention the bot."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
from discord.ext import commands

from bot.answers.commands import command
from bot.cards import Shown, draw_all, notice
from bot.connection.holding_back import instead_of_an_answer
from bot.connection.message_text import text_of
from bot.connection.persisting import LATER_ANSWER, persistently
from bot.connection.replying import NOBODY, sorry
from bot.drawing.custom_ids import Question
from bot.operating import troubles

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable

    from bot.client import ReadoutBot
    from bot.drawing.components import Card

_log = logging.getLogger(__name__)
_SPOKEN: Final = frozenset({discord.MessageType.default, discord.MessageType.reply})
#: What an empty question is taken for: it says what this is and how to ask.
_HELP: Final = "/about"


class Messages(commands.Cog):
    """Answers what is said to the bot, and nothing else."""

    def __init__(self, bot: ReadoutBot) -> None:
        """Answer with what the bot has."""
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message as a reply, if it is a question to the bot."""
        asked = self.asked_in(message)
        if asked is None:
            return
        with self.bot.service.counts.working():
            is_allowed, instead = instead_of_an_answer(self.bot.service, message.author.id)
            if is_allowed and (name := self._beside_questions(asked)):
                await self._reply(message, (_as_a_command(name),))
            elif is_allowed:
                await self._answer(message, Question.typed(asked or _HELP))
            elif instead is not None:
                await self._reply(message, (instead,))

    def asked_in(self, message: discord.Message) -> str | None:
        """Return what a message asks the bot, or None if it is not addressed to it.

        Bots, webhooks and the system are never answered. In a server a message is addressed to the
        bot only where its text mentions it: a reply to one of its cards is not a question.
        """
        me = self.bot.user
        if me is None or message.author.bot or message.webhook_id or message.type not in _SPOKEN:
            return None
        text = message.content
        mentions = (f"<@{me.id}>", f"<@!{me.id}>")
        is_mentioned = any(mention in text for mention in mentions)
        if message.guild is not None and not is_mentioned:
            return None
        for mention in mentions:
            text = text.replace(mention, " ")
        return text.strip() if is_mentioned else text_of(message)

    def _beside_questions(self, asked: str) -> str | None:
        """Return the command that is typed, where it answers no question and is Discord's alone."""
        first = next(iter(asked.casefold().split(maxsplit=1)), "")
        name = first.removeprefix("/")
        is_there = name != first and self.bot.tree.get_command(name) is not None
        return name if is_there and command(name) is None else None

    async def _answer(self, message: discord.Message, question: Question) -> None:
        try:
            answer = self.bot.service.answer(question)
            cards = draw_all(answer, Shown(message.author.id, question))
        except Exception as error:  # noqa: BLE001  # every question is answered, also when it fails
            reference = troubles.report(error, "a message")
            cards = (notice("That went wrong", *sorry(reference)),)
        await self._reply(message, cards)

    async def _reply(self, message: discord.Message, cards: Iterable[Card]) -> None:
        try:
            for number, card in enumerate(cards):
                await self._send(message, card, number)
        except discord.Forbidden:
            _log.warning("a mention could not be answered: no permission to write there")
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            troubles.report(error, "a reply to a message")

    async def _send(self, message: discord.Message, card: Card, number: int) -> None:
        reference = _Reference.from_message(message, fail_if_not_exists=False)

        def send() -> Awaitable[discord.Message]:
            # the nonce lets Discord know a message that arrives a second time
            nonce = f"{message.id}-{number}"
            return message.channel.send(
                view=card.view(), reference=reference, mention_author=False, nonce=nonce
            )

        sent = await persistently(send, LATER_ANSWER)
        self.bot.expiring.watch(
            sent.id, card, lambda off: sent.edit(view=off.view(), allowed_mentions=NOBODY)
        )


def _as_a_command(name: str) -> Card:
    return notice(
        f"/{name} is not a question",
        f"Type `/` and choose `{name}` from the list that Discord shows. It is for administrators.",
    )


class _Reference(discord.MessageReference):
    """A reference with its ids as Discord documents them, as text; discord.py writes numbers."""

    def to_message_reference_dict(self) -> Any:  # noqa: ANN401  # as discord.py's, a dict of its own
        written = {name: value for name, value in self.to_dict().items() if value is not None}
        return {
            name: str(value) if name.endswith("_id") else value for name, value in written.items()
        }
