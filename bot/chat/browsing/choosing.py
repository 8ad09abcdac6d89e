"""The menu of topics, and the buttons that turn its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.chat.messages import limits
from bot.chat.messages.escaping import label
from bot.chat.messages.pressing import Pressable, button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.model import Topic

_MENU = "attache:choose"


class TopicChoice(Pressable[ui.Select[Any]], template=_MENU):
    """A menu of topics; choosing one shows its briefings."""

    def __init__(self, topics: Sequence[Topic], lang: Language) -> None:
        super().__init__(
            ui.Select(
                custom_id=_MENU,
                placeholder=lang.gettext("Choose a topic to read"),
                options=[
                    discord.SelectOption(
                        label=label(topic.label, limits.CHOICE),
                        value=topic.key,
                        description=lang.ngettext(
                            "{count} briefing", "{count} briefings", topic.size
                        ),
                    )
                    for topic in topics
                ],
            )
        )

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Show what was chosen."""
        await interaction.client.showing.show_topic(interaction, self.item.values[0])


class TopicsButton(Pressable[ui.Button[Any]], template=r"attache:topics:(?P<offset>\d{1,6})"):
    """Turns to another page of the topics, in place."""

    def __init__(self, offset: int, label: str) -> None:
        super().__init__(button(label, f"attache:topics:{offset}"))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Turn to it."""
        await interaction.client.showing.turn_topics(interaction, int(self.held["offset"]))
