"""The Discord client: intents, commands, buttons, start and stop."""

from __future__ import annotations

import asyncio
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord
import structlog
from discord import app_commands

from bot.chat.admin import AdminCommands, Admins
from bot.chat.admin_forms import ConfirmButton
from bot.chat.administration import Administration
from bot.chat.asking import Asking
from bot.chat.browsing import Browsing
from bot.chat.buttons import DYNAMIC_ITEMS
from bot.chat.cooldowns import Cooldowns, Pace
from bot.chat.errors import ErrorHandler
from bot.chat.memory import Memory
from bot.chat.rendering import INFORMATION, line_message
from bot.chat.sharing import ShareButton, Sharing

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from bot.library.library import Library

_SECONDS_TO_FINISH = 4.0
_STOPPING = "I am just restarting. Please ask again in a minute."


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """How the client behaves; ``sync_record`` remembers which commands Discord was given."""

    answers: int
    admin_users: frozenset[int]
    admin_roles: frozenset[int]
    admin_servers: tuple[int, ...]
    sync_record: Path
    show_withdrawn: bool = False
    pace: Pace = field(default_factory=lambda: Pace(person=0, channel=0))


class Attache(discord.Client):
    """The bot. It asks for no privileged intent and keeps no members or messages in memory."""

    def __init__(self, library: Library, options: ChatOptions) -> None:
        intents = discord.Intents.none()
        intents.guilds = True
        intents.guild_messages = True
        intents.dm_messages = True
        super().__init__(
            intents=intents,
            # Whatever a text holds, nobody is pinged by it.
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.errors = ErrorHandler()
        memory = Memory()
        self.asking = Asking(library, options.answers, memory, Cooldowns(options.pace))
        self.browsing = Browsing(library, memory, show_withdrawn=options.show_withdrawn)
        self.sharing = Sharing()
        self.administration = Administration(library)
        self.admins = Admins(options.admin_users, options.admin_roles)
        self._options = options
        self._in_hand: set[asyncio.Task[Any]] = set()
        self._finishing = False
        self._log = structlog.get_logger("attache.chat")
        self.tree = Tree(self)
        for command in (*self.asking.commands(), *self.browsing.commands()):
            # On any server, in direct messages with the bot and between people, for whoever added
            # it. Commands of single servers, as /admin may be, must not say so.
            command.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
            command.allowed_contexts = app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            )
            self.tree.add_command(command)
        servers = [discord.Object(server) for server in options.admin_servers]
        commands = AdminCommands(library, self.administration)
        self.tree.add_command(commands, guilds=servers or discord.utils.MISSING)

    async def setup_hook(self) -> None:
        """Prepare buttons, admins and commands, once, before the gateway connects."""
        self.add_dynamic_items(*DYNAMIC_ITEMS, ConfirmButton, ShareButton)
        self.admins = Admins(self.admins.users | _owners(self.application), self.admins.roles)
        await self._sync_if_changed()

    async def on_ready(self) -> None:
        """Say in the log how to invite the bot."""
        assert self.user is not None
        invite = discord.utils.oauth_url(
            self.user.id,
            permissions=discord.Permissions(
                view_channel=True, send_messages=True, send_messages_in_threads=True
            ),
        )
        self._log.info("ready", user=str(self.user), servers=len(self.guilds), invite=invite)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Greet a server that the bot was just added to, where it may write."""
        channel = _place_to_write(guild)
        if channel is None or self._finishing:
            return
        try:
            await channel.send(view=line_message(await self.asking.greeting(), INFORMATION))
        except discord.HTTPException as error:
            self._log.warning("could not greet", server=guild.id, reason=str(error))

    async def on_message(self, message: discord.Message) -> None:
        """Answer direct messages and mentions."""
        if self._finishing or self.user is None or message.author == self.user:
            return
        self.take_in_hand()
        try:
            await self.asking.on_message(message, self.user)
        except Exception as error:  # noqa: BLE001 - the one handler tells them apart
            await self.errors.on_message(message, error)

    async def guarded(
        self, interaction: discord.Interaction[Attache], work: Coroutine[Any, Any, None]
    ) -> None:
        """Do the ``work`` of a pressed button; hand what goes wrong to the error handler."""
        if not await self.accepts(interaction):
            work.close()
            return
        try:
            await work
        except Exception as error:  # noqa: BLE001 - the one handler tells them apart
            await self.errors.on_interaction(interaction, error)

    async def accepts(self, interaction: discord.Interaction[Attache]) -> bool:
        """Tell whether new work is taken; say that the bot is stopping where it is not."""
        if self._finishing:
            if interaction.type is not discord.InteractionType.autocomplete:
                view = line_message(_STOPPING)
                await interaction.response.send_message(view=view, ephemeral=True)
            return False
        self.take_in_hand()
        return True

    def take_in_hand(self) -> None:
        """Remember the present task as work that is finished before the bot stops."""
        task = asyncio.current_task()
        assert task is not None
        self._in_hand.add(task)
        task.add_done_callback(self._in_hand.discard)

    async def finish(self) -> None:
        """Take no new work, and wait a few seconds for what is in hand."""
        self._finishing = True
        if self._in_hand:
            await asyncio.wait(set(self._in_hand), timeout=_SECONDS_TO_FINISH)

    async def _sync_if_changed(self) -> None:
        """Give Discord the commands, unless it was given the same ones before.

        Registering is limited to 200 a day
        (https://discord.com/developers/docs/interactions/application-commands#registering-a-command).
        """
        digest = self._digest()
        if await asyncio.to_thread(_read, self._options.sync_record) == digest:
            return
        await self.tree.sync()
        for server in self._options.admin_servers:
            try:
                await self.tree.sync(guild=discord.Object(server))
            except discord.Forbidden:
                self._log.warning(
                    "no admin commands there: the bot is no member of that server", server=server
                )
        await asyncio.to_thread(_write, self._options.sync_record, digest)
        self._log.info("commands registered")

    def _digest(self) -> str:
        places = [None, *map(discord.Object, self._options.admin_servers)]
        declared = [
            [command.to_dict(self.tree) for command in self.tree.get_commands(guild=place)]
            for place in places
        ]
        text = json.dumps([self.application_id, *places[1:], declared], sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


class Tree(app_commands.CommandTree[Attache]):
    """The commands, with the one error handler."""

    async def interaction_check(self, interaction: discord.Interaction[Attache], /) -> bool:
        """Tell whether new work is taken."""
        return await self.client.accepts(interaction)

    async def on_error(
        self,
        interaction: discord.Interaction[Attache],
        error: app_commands.AppCommandError,
        /,
    ) -> None:
        """Hand whatever a command raised to the error handler."""
        await self.client.errors.on_interaction(interaction, error)


def _owners(application: discord.AppInfo | None) -> frozenset[int]:
    """Return the ids of the application's owner, or of all who have joined its team."""
    if application is None:
        return frozenset()
    if application.team:
        joined = discord.TeamMembershipState.accepted
        members = application.team.members
        return frozenset(member.id for member in members if member.membership_state is joined)
    return frozenset({application.owner.id})


def _place_to_write(guild: discord.Guild) -> discord.TextChannel | None:
    """Return the channel for system messages, else the first, of those the bot may write in."""
    channels = [guild.system_channel, *guild.text_channels]
    return next(
        (
            channel
            for channel in channels
            if channel is not None
            and channel.permissions_for(guild.me).view_channel
            and channel.permissions_for(guild.me).send_messages
        ),
        None,
    )


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
