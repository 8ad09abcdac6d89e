"""What every message of the bot is made as: one container, in the colour of what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.chat.messages import limits
from bot.chat.messages.escaping import whole_lines
from bot.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLOURS = {
    Verdict.ANSWERED: discord.Colour.from_str("#2e8b57"),
    Verdict.CLOSEST: discord.Colour.from_str("#d9a441"),
    Verdict.NOTHING: discord.Colour.from_str("#8a8f98"),
}
INFORMATION = discord.Colour.from_str("#5865f2")


class Layout(ui.LayoutView):
    """What a message is made of; its buttons are found by custom id, so nothing expires."""

    def __init__(self, items: Iterable[ui.Item[Any]] = ()) -> None:
        super().__init__(timeout=None)
        for item in items:
            self.add_item(item)

    def is_finished(self) -> bool:
        """Return True, so that discord.py keeps nothing of what was sent.

        Else it would keep each message that only one person sees, and a task, for a quarter of an
        hour, which is much memory when very many are told to ask later; and for good each one that
        is made of what stood in another, whose buttons it takes for its own.
        """
        return True


class Message(Layout):
    """A message of one container."""

    def __init__(self, colour: discord.Colour, parts: Sequence[ui.Item[Any]]) -> None:
        super().__init__([ui.Container(*parts, accent_colour=colour)])


def line_message(line: str, colour: discord.Colour = COLOURS[Verdict.NOTHING]) -> Message:
    """Return a message of our own words; ``line`` is Markdown, cut to what fits."""
    return Message(colour, [ui.TextDisplay(whole_lines(line, limits.TEXT - 100) or "…")])


def file_message(name: str) -> Message:
    """Return a message that shows a file attached to it."""
    return Message(INFORMATION, [ui.File(f"attachment://{name}")])
