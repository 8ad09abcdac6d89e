"""The option that names a topic: completed while it is typed, and the topic that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.chat.messages import limits
from bot.chat.messages.escaping import label, quoted
from bot.search.words.text import fold

if TYPE_CHECKING:
    import discord

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
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
        """Return the topic of this name, else the one that fits best what was typed.

        Nothing, and a letter that is not its name, fit none.
        """
        name = " ".join(typed.split())
        found = await self._library.topics(name, 1) if name else ()
        if not found or (len(name) == 1 and fold(found[0].label) != fold(name)):
            return None
        return found[0]


def no_topic(typed: str, lang: Language) -> str:
    """Return that no topic is like what was typed, and what to do."""
    if not typed.strip():
        return f"{lang.gettext('Name a topic.')} {lang.gettext('**/topics** has the largest.')}"
    none = lang.gettext("No topic is like *{query}*.", query=quoted(typed, 100))
    return f"{none} {lang.gettext('**/topics** has the largest.')}"
