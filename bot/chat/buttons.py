"""Buttons that outlive a restart: all they need is in their custom id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import discord

from bot.chat import limits
from bot.chat.escaping import label as button_label

if TYPE_CHECKING:
    import re

    from bot.chat.client import Attache
    from bot.model import Topic

_MAX_NUMBER = 10**15


class ReadButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"attache:read:(?P<number>\d{1,15})"
):
    """Shows one briefing whole."""

    def __init__(self, number: int, label: str) -> None:
        self.number = number
        super().__init__(
            discord.ui.Button(
                label=label,
                style=discord.ButtonStyle.secondary,
                custom_id=f"attache:read:{number % _MAX_NUMBER}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Any, match: re.Match[str], /
    ) -> Self:
        """Return the button that a custom id stands for."""
        return cls(int(match["number"]), item.label or "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the press."""
        client: Attache = interaction.client
        await client.guarded(interaction, client.showing.show_briefing(interaction, self.number))


class TopicButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"attache:topic:(?P<key>[0-9a-z]{1,32})(?::(?P<offset>\d{1,6}))?",
):
    """Shows the briefings on a topic; with an ``offset``, a page of them in place."""

    def __init__(self, key: str, label: str, offset: int | None = None) -> None:
        self.key = key
        self.offset = offset
        opens = offset is None
        super().__init__(
            discord.ui.Button(
                label=button_label(label, limits.LABEL),
                style=discord.ButtonStyle.primary if opens else discord.ButtonStyle.secondary,
                custom_id=f"attache:topic:{key}" + ("" if opens else f":{offset}"),
            )
        )

    @classmethod
    def of(cls, topic: Topic) -> TopicButton:
        """Return the button that follows ``topic``."""
        return cls(topic.key, topic.label)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Any, match: re.Match[str], /
    ) -> Self:
        """Return the button that a custom id stands for."""
        return cls(match["key"], item.label or "", _offset(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the press."""
        client: Attache = interaction.client
        if self.offset is None:
            work = client.showing.show_topic(interaction, self.key)
        else:
            work = client.showing.turn_topic(interaction, self.key, self.offset)
        await client.guarded(interaction, work)


class LatestButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"attache:latest:(?P<offset>\d{1,6})"
):
    """Turns to the newest briefings from the ``offset``-th on, in place."""

    def __init__(self, offset: int, label: str) -> None:
        self.offset = offset
        super().__init__(_secondary(label, f"attache:latest:{offset}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Any, match: re.Match[str], /
    ) -> Self:
        """Return the button that a custom id stands for."""
        return cls(int(match["offset"]), item.label or "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the press."""
        client: Attache = interaction.client
        await client.guarded(interaction, client.showing.turn_latest(interaction, self.offset))


class RelatedButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"attache:related:(?P<number>\d{1,15})"
):
    """Shows the briefings that are most like one."""

    def __init__(self, number: int, label: str) -> None:
        self.number = number
        super().__init__(_secondary(label, f"attache:related:{number % _MAX_NUMBER}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Any, match: re.Match[str], /
    ) -> Self:
        """Return the button that a custom id stands for."""
        return cls(int(match["number"]), item.label or "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the press."""
        client: Attache = interaction.client
        await client.guarded(interaction, client.showing.show_related(interaction, self.number))


class TimelineButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"attache:timeline:(?P<key>[0-9a-z]{1,32})(?::(?P<offset>\d{1,6}))?",
):
    """Shows a topic in order of date; with an ``offset``, a page of it in place."""

    def __init__(self, key: str, label: str, offset: int | None = None) -> None:
        self.key = key
        self.offset = offset
        page = "" if offset is None else f":{offset}"
        super().__init__(_secondary(label, f"attache:timeline:{key}{page}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Any, match: re.Match[str], /
    ) -> Self:
        """Return the button that a custom id stands for."""
        return cls(match["key"], item.label or "…", _offset(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the press."""
        client: Attache = interaction.client
        if self.offset is None:
            work = client.showing.show_timeline(interaction, self.key)
        else:
            work = client.showing.turn_timeline(interaction, self.key, self.offset)
        await client.guarded(interaction, work)


def _offset(match: re.Match[str]) -> int | None:
    return None if match["offset"] is None else int(match["offset"])


def _secondary(label: str, custom_id: str) -> discord.ui.Button[Any]:
    return discord.ui.Button(label=label, style=discord.ButtonStyle.secondary, custom_id=custom_id)
