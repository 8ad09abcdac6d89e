"""``/settings``: how the bot behaves on a server, for those who may manage it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat.languages.languages import N_
from bot.chat.people.permissions import may_manage, who
from bot.chat.servers.server_panel import USUAL, panel

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.chat.people.cooldowns import Pace
    from bot.chat.people.places import Places
    from bot.community.audit import Audit
    from bot.community.servers import Servers, ServerSettings


class Moderation:
    """Shows and changes the settings of servers; every change is in the audit."""

    def __init__(self, servers: Servers, audit: Audit, places: Places, pace: Pace) -> None:
        self._servers = servers
        self._audit = audit
        self._places = places
        self._pace = pace
        self._one_at_a_time = asyncio.Lock()

    def command(self) -> app_commands.Command[Any, ..., None]:
        """Return ``/settings``."""

        @app_commands.command(
            name="settings", description=N_("Say where and how I answer on this server")
        )
        @app_commands.default_permissions(manage_guild=True)
        async def settings(interaction: discord.Interaction[Attache]) -> None:
            server = may_manage(interaction)
            lang = (await self._places.of(interaction)).language
            # Not those of the place, which may be guessed where they cannot be read.
            view = panel(await self._servers.of(server), self._pace, lang, interaction.guild)
            await interaction.response.send_message(view=view, ephemeral=True)

        return settings

    async def change(
        self, interaction: discord.Interaction[Attache], name: str, value: object
    ) -> None:
        """Change one setting, and show them all as they are now; raise `Denied`."""
        server = may_manage(interaction)
        # Each change builds on what the one before it left.
        async with self._one_at_a_time:
            present = await self._servers.of(server)
            changed = _changed(present, name, value)
            if changed != present:
                await self._servers.change(server, changed)
                said = sorted(value) if isinstance(value, frozenset) else value
                await self._audit.record(
                    who(interaction), f"settings of server {server}", f"{name}: {said}"
                )
        place = await self._places.of(interaction)
        view = panel(place.settings, self._pace, place.language, interaction.guild)
        await interaction.response.edit_message(view=view)


def _changed(settings: ServerSettings, name: str, value: object) -> ServerSettings:
    chosen: Any = value
    if name == "language":
        return replace(settings, language=None if chosen == USUAL else chosen)
    if name in {"person", "channel"}:
        chosen, name = None if chosen == USUAL else int(chosen), f"{name}_pace"
    fields: dict[str, Any] = {name: chosen}
    return replace(settings, **fields)
