"""The option that names a topic: completed while it is typed, and the topic that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.chat import limits
from bot.chat.escaping import label, quoted

if TYPE_CHECKING:
    import discord

    from bot.chat.client import Attache
    from bot.chat.languages import Language
    from bot.library.library import Library
    from bot.model import Topic


class TopicOption:
    """Completes the names of topics, and finds the topic that an option names."""

    def __init__(self, library: Library) -> None:
        self._library = library

    async def complete(
        self, _interaction: discord.Interaction[Attache], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Return the topics that fit what was typed.

        The value of each is its name, from which its key is made: it is shown to whoever looks at
        the command, and finds just that topic.
        """
        found = await self._library.topics(typed, limits.CHOICES)
        names = dict.fromkeys(label(topic.label, limits.CHOICE) for topic in found)
        return [app_commands.Choice(name=name, value=name) for name in names]

    async def find(self, typed: str) -> Topic | None:
        """Return the topic of this name, else the one that fits best what was typed."""
        found = await self._library.topics(typed, 1)
        return found[0] if found else None


def no_topic(typed: str, lang: Language) -> str:
    """Return that no topic is like what was typed, and what to do."""
    none = lang.gettext("No topic is like *{query}*.", query=quoted(typed, 100))
    return f"{none} {lang.gettext('**/topics** has all.')}"
