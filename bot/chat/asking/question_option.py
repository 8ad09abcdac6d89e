"""The option that takes a question: completed while it is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from discord import app_commands
from rapidfuzz import fuzz

from bot.chat.messages import limits
from bot.chat.messages.escaping import label

if TYPE_CHECKING:
    import discord

    from bot.chat.client import Attache
    from bot.library.library import Library

_WORD = re.compile(r"[^\W_]+")
_ALIKE = 70
"""What is less like what was written is no slip, but another word for it."""


class QuestionOption:
    """Completes a question with topics and titles, and mends its slips."""

    def __init__(self, library: Library) -> None:
        self._library = library

    async def complete(
        self, _interaction: discord.Interaction[Attache], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Return what was typed, and how it may go on, or be read."""
        if len(typed) > limits.CHOICE:
            return []  # a choice could only cut the question short
        found = await self._library.suggest(typed, limits.CHOICES)
        # What was typed stands first, so that whoever presses Enter asks just that; without any
        # choice, Discord says that no option matches.
        own = [typed] if typed.strip() else []
        if own and not found:
            found = await self._as_read(typed)
        names = dict.fromkeys(label(each, limits.CHOICE) for each in [*own, *found])
        return [app_commands.Choice(name=name, value=name) for name in names][: limits.CHOICES]

    async def _as_read(self, typed: str) -> tuple[str, ...]:
        """Return what was typed with its slips mended, nothing where there are none."""
        answer = await self._library.ask(typed, 1)
        slips = {
            each.written: each.read
            for each in answer.corrections
            if fuzz.ratio(each.written.casefold(), each.read.casefold()) >= _ALIKE
        }
        mended = _WORD.sub(lambda word: slips.get(word[0], word[0]), typed)
        return (mended,) if mended != typed else ()
