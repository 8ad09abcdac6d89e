"""Sending to Discord, and what it means when that fails."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.messages.message import Message

UNREACHABLE = (
    discord.HTTPException, discord.RateLimited, aiohttp.ClientError, ConnectionError, TimeoutError,
)  # fmt: skip
"""What a request to Discord raises when it is refused, held back or gets no answer."""

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_REASONS = {
    10003: "the channel is gone",
    10008: "the message is gone",
    10015: "the interaction is too old",
    10062: "the interaction expired",
    40060: "it was answered already",
    50001: "the bot has no access there",
    50007: "the person takes no direct messages",
    50013: "the bot may not write there",
    50027: "the interaction is too old",
    50083: "the thread is archived, and the bot may not open it",
    160002: "the bot may not read the channel's history",
    160005: "the thread is locked",
}
_INVALID_FORM = 50035
_BROKEN = HTTPStatus.INTERNAL_SERVER_ERROR


def missed(error: BaseException) -> str | None:
    """Return why an answer did not arrive, None where ``error`` tells of something else."""
    if isinstance(error, discord.HTTPException):
        if error.code in _REASONS:
            return f"{_REASONS[error.code]} ({error.code})"
        if error.code == _INVALID_FORM and "message_reference" in error.text:
            return "the question was deleted"
        if error.status == HTTPStatus.FORBIDDEN:
            return "the bot may not write there (403)"
        busy = error.status == HTTPStatus.TOO_MANY_REQUESTS or error.status >= _BROKEN
        return f"Discord answered {error.status}" if busy else None
    if isinstance(error, UNREACHABLE):
        return str(error) or type(error).__name__
    return None


async def reply(
    message: discord.Message, view: Message, files: Sequence[discord.File] = ()
) -> discord.Message:
    """Reply to a message, once: however often the request is repeated, Discord posts one.

    Where the bot may not read the history, to which a reply refers, it writes without referring.
    https://discord.com/developers/docs/resources/message#create-message (``enforce_nonce``).
    Raises what `UNREACHABLE` lists.
    """
    nonce = f"reply-{message.id}"[-25:]
    allowed = _allowed_at(message)
    if allowed and not allowed.read_message_history:
        return await message.channel.send(view=view, files=files, nonce=nonce)
    return await message.reply(view=view, files=files, mention_author=False, nonce=nonce)


def may_reply(message: discord.Message) -> bool:
    """Tell whether the bot may write where a message stands, as far as it knows.

    To try nevertheless would count as an invalid request.
    """
    return _may_write(message.channel, _allowed_at(message))


def may_attach(message: discord.Message) -> bool:
    """Tell whether the bot may reply to a message with a file, as far as it knows."""
    allowed = _allowed_at(message)
    return allowed is None or allowed.attach_files


def may_write(
    channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member | None
) -> bool:
    """Tell whether the bot may write in a channel of a server, as far as it knows."""
    return _may_write(channel, _allowed(channel, me))


def _may_write(channel: object, allowed: discord.Permissions | None) -> bool:
    """Tell whether what is ``allowed`` in a channel is enough to write there."""
    if allowed is None:
        return True
    if isinstance(channel, discord.Thread):
        is_shut = channel.locked and not allowed.manage_threads
        return allowed.view_channel and allowed.send_messages_in_threads and not is_shut
    return allowed.view_channel and allowed.send_messages


def _allowed_at(message: discord.Message) -> discord.Permissions | None:
    """Return what the bot may do where a message stands on a server.

    None elsewhere, and where that is not known, as of a thread that was not heard of yet.
    """
    channel = message.channel
    if message.guild is None or isinstance(channel, discord.PartialMessageable):
        return None
    return _allowed(channel, message.guild.me)  # type: ignore[arg-type]


def _allowed(
    channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member | None
) -> discord.Permissions | None:
    """Return what the bot may do in a channel, None where that is not known."""
    if me is None:
        return None
    try:
        return channel.permissions_for(me)
    except discord.ClientException:  # a thread whose channel is not known
        return None
