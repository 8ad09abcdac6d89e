"""The link that adds the bot to a server, and what it says there first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import structlog

from bot.chat.messages.delivering import UNREACHABLE, may_write
from bot.chat.messages.message import INFORMATION, line_message
from bot.errors import AttacheError

if TYPE_CHECKING:
    from bot.chat.asking.aside import AsideReplies
    from bot.chat.languages.languages import Language


def invitation(bot: int) -> str:
    """Return the link that adds the bot with this id, with what it needs and nothing more."""
    return discord.utils.oauth_url(
        bot,
        permissions=discord.Permissions(
            view_channel=True,
            send_messages=True,
            send_messages_in_threads=True,
            read_message_history=True,  # replying needs it
            attach_files=True,
        ),
    )


def public_invitation(application: discord.AppInfo | None) -> str | None:
    """Return the link that adds the bot, None where only whoever runs it may add it."""
    return invitation(application.id) if application and application.bot_public else None


async def greet(guild: discord.Guild, aside: AsideReplies, lang: Language) -> None:
    """Say how to ask, in a channel where the bot may write; where that fails the log tells it."""
    channel = _place_to_write(guild)
    if channel is None:
        return
    try:
        await channel.send(view=line_message(await aside.greeting(lang), INFORMATION))
    except (*UNREACHABLE, AttacheError) as error:
        log = structlog.get_logger("attache.chat")
        log.warning("could not greet", server=guild.id, reason=str(error))


def _place_to_write(guild: discord.Guild) -> discord.TextChannel | None:
    """Return the channel for system messages, else the first, of those the bot may write in."""
    channels = [guild.system_channel, *guild.text_channels]
    return next(
        (channel for channel in channels if channel is not None and may_write(channel, guild.me)),
        None,
    )
