"""Waiting for work that may outlast its interaction, and telling meanwhile how far it is."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from bot.chat.admin.status_text import progress_text
from bot.chat.messages.delivering import UNREACHABLE
from bot.chat.messages.message import INFORMATION, line_message

if TYPE_CHECKING:
    import discord

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.library.library import Library

_EVERY_SECONDS = 2.0
_TOLD_SECONDS = 14 * 60.0
"""Discord takes an interaction's token for 15 minutes, and counts each use after that against the
bot (https://discord.com/developers/docs/interactions/receiving-and-responding)."""


async def told_until_done(
    interaction: discord.Interaction[Attache],
    task: asyncio.Future[Any],
    library: Library,
    lang: Language,
) -> bool:
    """Wait for the ``task``, saying how far the library is; return whether its end can be said.

    The clock of this machine may be wrong, so that the time is counted from now.
    """
    begun = time.monotonic()
    while not (await asyncio.wait({task}, timeout=_EVERY_SECONDS))[0]:
        lines = [progress_text(library.progress, lang)] if library.progress else []
        is_last = time.monotonic() - begun >= _TOLD_SECONDS
        if is_last:
            lines.append(
                lang.gettext(
                    "Discord lets me write here for a quarter of an hour, which is nearly over: "
                    "**/admin status** has the rest."
                )
            )
        if lines:
            with suppress(*UNREACHABLE):  # what came of it is told all the same
                view = line_message(" ".join(lines), INFORMATION)
                await interaction.edit_original_response(view=view)
        if is_last:
            await asyncio.wait({task})
            return False
    return True
