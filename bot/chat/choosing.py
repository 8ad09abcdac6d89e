"""The menu of topics, and the buttons that turn its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import limits
from bot.chat.escaping import label

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from bot.chat.client import Attache
    from bot.chat.languages import Language
    from bot.model import Topic

_MENU = "attache:choose"


class TopicChoice(ui.DynamicItem[ui.Select[Any]], template=_MENU):
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

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Any, _match: re.Match[str], /
    ) -> Self:
        """Return the menu that a custom id stands for."""
        menu = cls.__new__(cls)
        ui.DynamicItem.__init__(menu, item)
        return menu

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show what was chosen."""
        client: Attache = interaction.client
        work = client.showing.show_topic(interaction, self.item.values[0])
        await client.guarded(interaction, work)


class TopicsButton(ui.DynamicItem[ui.Button[Any]], template=r"attache:topics:(?P<offset>\d{1,6})"):
    """Turns to another page of the topics, in place."""

    def __init__(self, offset: int, label: str) -> None:
        self.offset = offset
        super().__init__(
            ui.Button(
                label=label,
                style=discord.ButtonStyle.secondary,
                custom_id=f"attache:topics:{offset}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Any, match: re.Match[str], /
    ) -> Self:
        """Return the button that a custom id stands for."""
        return cls(int(match["offset"]), item.label or "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the press."""
        client: Attache = interaction.client
        await client.guarded(interaction, client.showing.turn_topics(interaction, self.offset))
