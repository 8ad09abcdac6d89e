"""Looking around: one briefing, the topics, and how to use the bot."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat.rendering import (
    INFORMATION,
    PAGE,
    attachment_name,
    briefing_message,
    line_message,
    topic_message,
    topics_message,
    withdrawn_line,
)
from bot.library.store import Withdrawn

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.chat.memory import Memory
    from bot.library.library import Library

_HELP = """\
### How to ask
**/ask** a question, send me a direct message, or mention me. Use your own words; misspelt names \
are fine. I answer with the briefings that cover it, the sentence that matters in **bold**, and \
where each comes from. When none covers it, I say so.
### Looking around
**/topics** shows what the briefings are about, **/briefing** opens one by its number. The buttons \
under an answer lead on to related topics.
-# {count} briefings, edition {edition}. Only what they say is used; nothing is made up."""


class Browsing:
    """Shows briefings and topics of a library."""

    def __init__(self, library: Library, memory: Memory, *, show_withdrawn: bool) -> None:
        self._library = library
        self._memory = memory
        self._show_withdrawn = show_withdrawn

    def commands(self) -> list[app_commands.Command[Any, ..., None]]:
        """Return ``/briefing``, ``/topics`` and ``/help``."""

        @app_commands.command(name="briefing", description="Read one briefing by its number")
        @app_commands.describe(number="The number after # under an answer")
        async def briefing(
            interaction: discord.Interaction[Attache],
            number: app_commands.Range[int, 1, 10**9],
        ) -> None:
            await self.show_briefing(interaction, number, private=False)

        @app_commands.command(name="topics", description="See what the briefings are about")
        async def topics(interaction: discord.Interaction[Attache]) -> None:
            found = await self._library.topics(limit=25)
            await interaction.response.send_message(view=topics_message(found))

        @app_commands.command(name="help", description="How to ask, and what else there is")
        async def help_(interaction: discord.Interaction[Attache]) -> None:
            said = _HELP.format(count=self._library.briefings, edition=self._library.edition)
            await interaction.response.send_message(
                view=line_message(said, INFORMATION), ephemeral=True
            )

        return [briefing, topics, help_]

    async def show_briefing(
        self, interaction: discord.Interaction[Attache], number: int, *, private: bool | None = None
    ) -> None:
        """Reply with one briefing whole, or say that it was withdrawn or never was."""
        found = await self._library.briefing(number)
        hidden = _in_server(interaction) if private is None else private
        if found is None:
            line = f"There is no briefing #{number}. The number stands after # under an answer."
            await _say(interaction, line)
        elif isinstance(found, Withdrawn):
            await _say(interaction, withdrawn_line(found, with_text=self._show_withdrawn))
        else:
            view, attached = briefing_message(found)
            files = []
            if attached is not None:
                content = io.BytesIO(attached.encode())
                files.append(discord.File(content, attachment_name(number)))
            await interaction.response.send_message(view=view, files=files, ephemeral=hidden)

    async def show_topic(
        self, interaction: discord.Interaction[Attache], key: str, offset: int
    ) -> None:
        """Reply with a page of the briefings on a topic, or say that there are none any more."""
        # One more than a page holds tells whether there is another page.
        answer = await self._library.about(key, offset + PAGE + 1)
        if answer is None or len(answer.citations) <= offset:
            await _say(
                interaction, "No briefing is about this topic any more. **/topics** has the others."
            )
            return
        self._memory.remember((interaction.user.id, interaction.channel_id), answer.context)
        view = topic_message(answer, key, offset)
        await interaction.response.send_message(view=view, ephemeral=_in_server(interaction))


def _in_server(interaction: discord.Interaction[Attache]) -> bool:
    """Tell whether others would be disturbed: there, what one person opens only they see."""
    return interaction.guild_id is not None


async def _say(interaction: discord.Interaction[Attache], line: str) -> None:
    await interaction.response.send_message(view=line_message(line), ephemeral=True)
