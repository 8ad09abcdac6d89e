"""The option that names a topic: completed while it is typed, and the topic that was chosen."""

from __future__ import annotations

import re
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

# Discord shows a choice's name where it was chosen, and its value to whoever looks at the command
# afterwards; so the value begins with what the person chose.
_BETWEEN = " · "
_CHOSEN = re.compile(rf"(?P<label>.+){_BETWEEN}(?P<key>[0-9a-f]{{16}})", re.DOTALL)


class TopicOption:
    """Completes the names of topics, and finds the topic that an option names."""

    def __init__(self, library: Library) -> None:
        self._library = library

    async def complete(
        self, _interaction: discord.Interaction[Attache], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Return the topics that fit what was typed, the key of each in its value."""
        found = await self._library.topics(name_of(typed), limits.CHOICES)
        return [
            app_commands.Choice(name=label(topic.label, limits.CHOICE), value=_value(topic))
            for topic in found
        ]

    async def find(self, given: str) -> Topic | None:
        """Return the topic that was chosen, else the one that fits best what was typed."""
        chosen = _CHOSEN.fullmatch(given)
        if chosen and (found := await self._library.topics(chosen["key"], 1)):
            return found[0]
        # Typed, or gone since it was chosen.
        found = await self._library.topics(name_of(given), 1)
        return found[0] if found else None


def name_of(given: str) -> str:
    """Return what people see of an option's value: what they typed, or the name they chose."""
    chosen = _CHOSEN.fullmatch(given)
    return chosen["label"] if chosen else given


def no_topic(given: str, lang: Language) -> str:
    """Return that no topic is like what was given, and what to do."""
    none = lang.gettext("No topic is like *{query}*.", query=quoted(name_of(given), 100))
    return f"{none} {lang.gettext('**/topics** has all.')}"


def _value(topic: Topic) -> str:
    room = limits.CHOICE - len(_BETWEEN) - len(topic.key)
    return f"{label(topic.label, room)}{_BETWEEN}{topic.key}"
