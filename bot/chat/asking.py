"""Ways in: ``/ask``, direct messages and mentions; all lead to one answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat import limits
from bot.chat.cooldowns import slower
from bot.chat.escaping import label
from bot.chat.rendering import answer_message, line_message
from bot.chat.sharing import shareable
from bot.chat.smalltalk import small_talk

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.chat.cooldowns import Cooldowns
    from bot.chat.memory import Memory, Where
    from bot.library.library import Library
    from bot.model import Answer

HOW_TO_ASK = (
    "Ask me anything that the briefings may cover, in your own words: names may be misspelt. "
    "For example: *{example}*"
)


class Asking:
    """Answers questions over a library, with at most ``answers`` citations."""

    def __init__(
        self, library: Library, answers: int, memory: Memory, cooldowns: Cooldowns
    ) -> None:
        self._library = library
        self._answers = answers
        self._memory = memory
        self._cooldowns = cooldowns

    def commands(
        self,
    ) -> list[app_commands.Command[Any, ..., None] | app_commands.ContextMenu]:
        """Return ``/ask``, and "Ask the briefings" for a message."""
        return [self._ask(), self._ask_about()]

    def _ask_about(self) -> app_commands.ContextMenu:
        async def ask_about(
            interaction: discord.Interaction[Attache], message: discord.Message
        ) -> None:
            if await self._is_too_fast(interaction):
                return
            question = message.content.strip()
            if not question:
                view = line_message("There is no text in that message to look for.")
            else:
                where = interaction.user.id, interaction.channel_id
                answer = await self._answer(question[: limits.QUESTION], where)
                view = answer_message(answer, self._answers, asked=question)
                if interaction.guild_id is not None:
                    view = shareable(view)
            # The person who pressed asked, not the one who wrote: others need not see it.
            await interaction.response.send_message(view=view, ephemeral=True)

        return app_commands.ContextMenu(name="Ask the briefings", callback=ask_about)

    def _ask(self) -> app_commands.Command[Any, ..., None]:

        @app_commands.command(name="ask", description="Ask the briefings a question")
        @app_commands.describe(
            question="What do you want to know? Names may be misspelt.",
            private="Show the answer to you alone",
        )
        async def ask(
            interaction: discord.Interaction[Attache],
            question: app_commands.Range[str, 1, limits.QUESTION],
            private: bool = False,
        ) -> None:
            if await self._is_too_fast(interaction):
                return
            where = interaction.user.id, interaction.channel_id
            answer = await self._answer(question, where)
            view = answer_message(answer, self._answers, asked=question)
            if private and interaction.guild_id is not None:
                view = shareable(view)
            await interaction.response.send_message(view=view, ephemeral=private)

        @ask.autocomplete("question")
        async def suggest(
            _interaction: discord.Interaction[Attache], typed: str
        ) -> list[app_commands.Choice[str]]:
            return await self._choices(typed)

        return ask

    async def greeting(self) -> str:
        """Return what to say to a server that the bot was just added to, as Markdown."""
        return (
            f"### Hello, I am Attaché\nI answer from {self._library.briefings} briefings, and cite "
            f"every one I use. {await self._how_to_ask()}\n-# **/ask**, mention me, or write me a "
            "direct message. **/help** says more."
        )

    async def on_message(self, message: discord.Message, me: discord.ClientUser) -> None:
        """Answer a direct message, or a message that mentions the bot; ignore any other."""
        if message.author.bot or message.webhook_id is not None:
            return
        if message.guild is not None and me not in message.mentions:
            return
        if wait := self._cooldowns.seconds_left(
            message.author.id, message.channel.id, _permissions(message)
        ):
            if not self._cooldowns.is_told(message.author.id):
                await message.reply(view=line_message(slower(wait)), mention_author=False)
            return
        question = re.sub(rf"<@!?{me.id}>", " ", message.content).strip()
        friendly = small_talk(question, attached=bool(message.attachments))
        if friendly or not question:
            view = line_message(f"{friendly or ''} {await self._how_to_ask()}".strip())
        else:
            answer = await self._answer(question, (message.author.id, message.channel.id))
            view = answer_message(answer, self._answers)
        await message.reply(view=view, mention_author=False)

    async def _is_too_fast(self, interaction: discord.Interaction[Attache]) -> bool:
        """Tell whether a person asks too often, and tell them when they may again."""
        wait = self._cooldowns.seconds_left(
            interaction.user.id, interaction.channel_id, interaction.permissions
        )
        if wait:
            view = line_message(slower(wait))
            await interaction.response.send_message(view=view, ephemeral=True)
        return wait > 0

    async def _answer(self, question: str, where: Where) -> Answer:
        answer = await self._library.ask(question, self._answers, self._memory.recall(where))
        self._memory.remember(where, answer.context)
        return answer

    async def _how_to_ask(self) -> str:
        topics = await self._library.topics(limit=1)
        example = f"what is new about {topics[0].label}?" if topics else "what happened today?"
        return HOW_TO_ASK.format(example=example)

    async def _choices(self, typed: str) -> list[app_commands.Choice[str]]:
        if len(typed) > limits.CHOICE:
            return []  # a choice could only cut the question short
        found = await self._library.suggest(typed, limits.CHOICES)
        # What was typed stands first, so that whoever presses Enter asks just that.
        own = [typed] if typed.strip() and found else []
        names = dict.fromkeys(label(each, limits.CHOICE) for each in [*own, *found])
        return [app_commands.Choice(name=name, value=name) for name in names][: limits.CHOICES]


def _permissions(message: discord.Message) -> discord.Permissions | None:
    """Return what the author of a message may do where it was written, None outside a server."""
    if isinstance(message.author, discord.Member) and message.guild is not None:
        return message.channel.permissions_for(message.author)
    return None
