"""What a message says to the bot, and whether it names the bot's role instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.chat.asking.quoting import text_of
from bot.search.words.text import fold
from bot.talk.marks import without_references

if TYPE_CHECKING:
    import discord


def names_role(message: discord.Message) -> bool:
    """Tell whether a message mentions the role that Discord made for the bot."""
    if not message.role_mentions or message.guild is None or message.guild.me is None:
        return False
    own = message.guild.me.roles
    return any(role.managed and role in own for role in message.role_mentions)


def has_files(message: discord.Message) -> bool:
    """Tell whether a file comes with a message, or with what it forwards."""
    forwarded = any(each.attachments for each in message.message_snapshots)
    return bool(message.attachments) or forwarded


def said_to(me: discord.ClientUser, message: discord.Message) -> str:
    """Return the text of a message without the bot's name, to which it is addressed, and others.

    Discord makes a mention of a name only where it was chosen from its list; typed out it stays
    text, which is told by the name standing first.
    """
    # What is forwarded to the bot is put to the briefings.
    written = message.content or (text_of(message) if message.message_snapshots else "")
    text = re.sub(rf"<@!?{me.id}>", " ", written).strip()
    names = {me.name, me.display_name, message.guild.me.display_name if message.guild else ""}
    for name in filter(None, names):
        begun = text.split(maxsplit=name.count(" ") + 1)
        first = " ".join(begun[: name.count(" ") + 1]).rstrip(",:;.!")
        if fold(first) == f"@{fold(name)}":
            text = " ".join(begun[name.count(" ") + 1 :])
            break
    return without_references(text)
