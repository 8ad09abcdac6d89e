"""Who asks, and what they may do: administer the bot, or manage a server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.chat.languages.languages import N_

if TYPE_CHECKING:
    from bot.chat.client import Attache


class Denied(app_commands.CheckFailure):
    """A person may not do what they asked for; the message says who may, in English."""


@dataclass(frozen=True, slots=True)
class Admins:
    """Who may administer: these users, and members with these roles."""

    users: frozenset[int]
    roles: frozenset[int]

    def include(self, person: discord.User | discord.Member) -> bool:
        """Tell whether ``person`` may administer, by the roles they have at this moment."""
        if person.id in self.users:
            return True
        return isinstance(person, discord.Member) and any(
            role in self.roles
            for role in person._roles  # noqa: SLF001 - ids without a cache
        )

    def check(self, person: discord.User | discord.Member) -> None:
        """Raise `Denied` for whoever may not administer."""
        if not self.include(person):
            raise Denied(
                N_(
                    "This is for whoever runs the bot. Administering a server is not enough, "
                    "because the briefings are shared by all servers."
                )
            )


def owners_of(application: discord.AppInfo | None) -> frozenset[int]:
    """Return the ids of the application's owner, or of all who have joined its team."""
    if application is None:
        return frozenset()
    if application.team:
        joined = discord.TeamMembershipState.accepted
        members = application.team.members
        return frozenset(member.id for member in members if member.membership_state is joined)
    return frozenset({application.owner.id})


def may_manage(interaction: discord.Interaction[Attache]) -> int:
    """Return the server's id; raise `Denied` for whoever may not manage it at this moment."""
    if interaction.guild_id is None:
        raise Denied(N_("This is for a server; there are no settings in direct messages."))
    # What Discord sends along with the interaction; nothing here is remembered.
    if not interaction.permissions.manage_guild:
        raise Denied(N_("This is for those who may manage the server."))
    return interaction.guild_id


def who(interaction: discord.Interaction[Attache]) -> str:
    """Return how the log names the person who asked."""
    return f"{interaction.user} ({interaction.user.id})"
