"""What can be pressed or chosen from for good: all that it needs is in its custom id."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Self, TypeVar

import discord
from discord import ui

if TYPE_CHECKING:
    import re

    from bot.chat.client import Attache

_Item = TypeVar("_Item", bound=ui.Item[Any])


class Pressable(ui.DynamicItem[_Item], template="(?!)"):
    """A button or a menu that outlives a restart; ``held`` is its custom id, read by its template.

    It is made as its class says, and found again as it stands in a message.
    """

    def __init__(self, item: _Item) -> None:
        super().__init__(item)
        held = self.template.fullmatch(self.custom_id)
        if held is None:
            # discord.py would take what only begins like this, and never find it again.
            raise ValueError(f"{self.custom_id!r} is not what {self.template.pattern!r} stands for")
        self.held = held

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Any, _match: re.Match[str], /
    ) -> Self:
        """Return what stands in a message."""
        found = cls.__new__(cls)
        Pressable.__init__(found, item)
        return found

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the press."""
        client: Attache = interaction.client
        await client.admission.guarded(interaction, self.act(interaction))

    @abstractmethod
    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Do it, where new work is taken; what it raises goes to the error handler."""


def button(
    label: str | None,
    custom_id: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    emoji: str | None = None,
) -> ui.Button[Any]:
    """Return a button that is told by its custom id."""
    return ui.Button(label=label, custom_id=custom_id, style=style, emoji=emoji)
