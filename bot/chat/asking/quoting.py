"""What somebody wrote, wherever in their message it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord

from bot.talk.marks import LINK

if TYPE_CHECKING:
    from collections.abc import Iterator


def text_of(message: discord.Message) -> str:
    """Return the text of a message, of what it forwards, else of its poll or embeds; "" for none.

    Posts of feeds and other bots are often nothing but an embed or components, or a link of which
    Discord shows what it leads to.
    """
    forwarded = (each.content for each in message.message_snapshots)
    written = [message.content, *forwarded]
    own = "\n".join(each.strip() for each in written if each.strip())
    if not own and message.poll and message.poll.question:
        own = message.poll.question
    told = own if has_words(own) else ""
    return told or "\n".join(_embedded(message)) or "\n".join(_displayed(message)) or own


def has_words(text: str) -> bool:
    """Tell whether a text says anything beside its links."""
    return re.search(r"\w", LINK.sub(" ", text)) is not None


def _embedded(message: discord.Message) -> Iterator[str]:
    snapshots = [each.embeds for each in message.message_snapshots]
    for embed in [*message.embeds, *(embed for embeds in snapshots for embed in embeds)]:
        said = [embed.title, embed.description]
        # Some have all that they tell in fields.
        said += [part for field in embed.fields for part in (field.name, field.value)]
        yield from (each for each in said if each and each.strip())


def _displayed(message: discord.Message) -> Iterator[str]:
    """Yield the text of a message's components; small print is none of it."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    for item in view.walk_children():
        if isinstance(item, discord.ui.TextDisplay):
            lines = item.content.splitlines()
            yield from (line for line in lines if line and not line.startswith("-# "))
