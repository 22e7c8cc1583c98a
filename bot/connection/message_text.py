"""What a message says, wherever in it the words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import discord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Said: TypeAlias = discord.Message | discord.MessageSnapshot


def text_of(message: discord.Message) -> str:
    """Return what a message says; empty where it has no words.

    That is its own text, or where it has none that of its embeds, of its components, of what it
    forwards, or the question of its poll.
    """
    whole: tuple[Said, ...] = (message, *message.message_snapshots)
    for said in whole:
        for words in (said.content, _embedded(said), "\n".join(displayed(said.components))):
            if words.strip():
                return words.strip()
    return message.poll.question.strip() if message.poll else ""


def displayed(components: Iterable[discord.Component]) -> Iterator[str]:
    """Yield the texts that components show, in order."""
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        elif isinstance(component, discord.Container | discord.SectionComponent):
            yield from displayed(component.children)


def _embedded(said: Said) -> str:
    return "\n".join(part for embed in said.embeds for part in _parts(embed) if part)


def _parts(embed: discord.Embed) -> Iterator[str | None]:
    yield from (embed.title, embed.description)
    for shown in embed.fields:
        yield from (shown.name, shown.value)
