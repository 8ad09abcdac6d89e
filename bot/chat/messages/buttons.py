"""Buttons that lead to briefings and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.chat.messages import limits
from bot.chat.messages.escaping import label as button_label
from bot.chat.messages.pressing import Pressable, button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.client import Attache
    from bot.model import Topic

_MAX_NUMBER = 10**15
_NUMBER = r"(?P<number>\d{1,15})"
_OFFSET = r"(?P<offset>\d{1,6})"
_KEY = r"(?P<key>[0-9a-z]{1,32})"


class ReadButton(Pressable[ui.Button[Any]], template=f"attache:read:{_NUMBER}"):
    """Shows one briefing whole."""

    def __init__(self, number: int, label: str) -> None:
        super().__init__(button(label, f"attache:read:{number % _MAX_NUMBER}"))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Show it."""
        await interaction.client.showing.show_briefing(interaction, int(self.held["number"]))


class RelatedButton(Pressable[ui.Button[Any]], template=f"attache:related:{_NUMBER}"):
    """Shows the briefings that are most like one."""

    def __init__(self, number: int, label: str) -> None:
        super().__init__(button(label, f"attache:related:{number % _MAX_NUMBER}"))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Show them."""
        await interaction.client.showing.show_related(interaction, int(self.held["number"]))


class LatestButton(Pressable[ui.Button[Any]], template=f"attache:latest:{_OFFSET}"):
    """Turns to the newest briefings from the ``offset``-th on, in place."""

    def __init__(self, label: str, offset: int) -> None:
        super().__init__(button(label, f"attache:latest:{offset}"))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Turn to them."""
        await interaction.client.showing.turn_latest(interaction, int(self.held["offset"]))


class TopicButton(Pressable[ui.Button[Any]], template=f"attache:topic:{_KEY}(?::{_OFFSET})?"):
    """Shows the briefings on a topic; with an ``offset``, a page of them in place."""

    def __init__(self, key: str, label: str, offset: int | None = None) -> None:
        opens = offset is None
        style = discord.ButtonStyle.primary if opens else discord.ButtonStyle.secondary
        custom_id = f"attache:topic:{key}" + ("" if opens else f":{offset}")
        super().__init__(button(button_label(label, limits.LABEL), custom_id, style))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Show the topic, or the page."""
        key, offset, showing = self.held["key"], self.held["offset"], interaction.client.showing
        if offset is None:
            await showing.show_topic(interaction, key)
        else:
            await showing.turn_topic(interaction, key, int(offset))


class TimelineButton(Pressable[ui.Button[Any]], template=f"attache:timeline:{_KEY}(?::{_OFFSET})?"):
    """Shows a topic in order of date; with an ``offset``, a page of it in place."""

    def __init__(self, key: str, label: str, offset: int | None = None) -> None:
        page = "" if offset is None else f":{offset}"
        super().__init__(button(label, f"attache:timeline:{key}{page}"))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Show the topic, or the page."""
        key, offset, showing = self.held["key"], self.held["offset"], interaction.client.showing
        if offset is None:
            await showing.show_timeline(interaction, key)
        else:
            await showing.turn_timeline(interaction, key, int(offset))


def topic_row(topics: Sequence[Topic]) -> list[ui.Item[Any]]:
    """Return the first five topics as a row of buttons, nothing where there are none."""
    buttons = [TopicButton(topic.key, topic.label) for topic in topics[: limits.ROW]]
    return [ui.ActionRow(*buttons)] if buttons else []
