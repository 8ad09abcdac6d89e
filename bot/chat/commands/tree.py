"""The commands as a whole: where they are open, and where their errors go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.chat.commands.errors import Outdated
from bot.chat.messages.message import line_message
from bot.chat.people.places import still_there

if TYPE_CHECKING:
    from bot.chat.client import Attache

_ANSWERING = frozenset(
    [*"ask briefing related topics latest timeline random".split(), "Ask the briefings"]
)
"""The commands that moderators can keep to some channels."""


class Tree(app_commands.CommandTree["Attache"]):
    """The commands, with the one error handler."""

    async def interaction_check(self, interaction: discord.Interaction[Attache], /) -> bool:
        """Tell whether new work is taken, and here."""
        return await self.client.admission.accepts(interaction) and await self._is_open(interaction)

    async def _is_open(self, interaction: discord.Interaction[Attache]) -> bool:
        """Tell whether a command may be used in this channel; say where it may be."""
        name = interaction.command.qualified_name if interaction.command else ""
        if interaction.type is discord.InteractionType.autocomplete or name not in _ANSWERING:
            return True
        place = await self.client.places.of(interaction)
        if place.is_open:
            return True
        left = still_there(place.settings.channels, interaction.guild)
        channels = [f"<#{channel}>" for channel in left]
        lang = place.language
        said = lang.gettext(
            "On this server I answer in {channels}.", channels=lang.listed(channels, every=False)
        )
        if not channels:
            said = lang.gettext(
                "The channels that I was to answer in are gone. Who may manage this server can "
                "choose others with **/settings**."
            )
        await interaction.response.send_message(view=line_message(said), ephemeral=True)
        return False

    async def on_error(
        self,
        interaction: discord.Interaction[Attache],
        error: app_commands.AppCommandError,
        /,
    ) -> None:
        """Hand whatever a command raised to the error handler.

        A person's Discord may still offer a command as it was before the bot was started anew.
        """
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            error = Outdated()
        await self.client.errors.on_interaction(interaction, error)
