"""Forms that can be sent however late: all that they need is in their custom id."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from discord import ui

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    import discord

    from bot.chat.client import Attache


class Form(ui.Modal):
    """A form that outlives a restart, however long it takes to fill in.

    What is sent is told by the ``template`` of a class, and answered by that.
    """

    template: ClassVar[re.Pattern[str]]

    def is_finished(self) -> bool:
        """Return True, so that discord.py keeps nothing of it, and answers nothing itself."""
        return True

    @classmethod
    @abstractmethod
    async def sent(
        cls,
        interaction: discord.Interaction[Attache],
        held: re.Match[str],
        filled: Mapping[str, str],
    ) -> None:
        """Take what was ``filled`` in, by field; ``held`` is its custom id."""


def filled_in(data: Mapping[str, Any]) -> dict[str, str]:
    """Return what was filled into a form, by field; of a menu what was chosen first."""
    filled: dict[str, str] = {}
    for label in data.get("components", ()):
        field = label.get("component") or {}
        chosen = field.get("values") or [""]
        filled[str(field.get("custom_id"))] = str(field.get("value") or chosen[0])
    return filled
