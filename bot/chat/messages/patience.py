"""Answering an interaction when the work is done, and showing that it goes on where it takes long.

Discord waits three seconds for a first response
(https://discord.com/developers/docs/interactions/receiving-and-responding).
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from discord.utils import MISSING

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence

    import discord

    from bot.chat.client import Attache
    from bot.chat.messages.message import Message

SECONDS = 1.5
"""After so long, people are shown that their answer is being looked for.

It costs a second request, so that a bot which is shortly asked more than it can answer must not
begin with it too soon, lest it fall behind for good.
"""
T = TypeVar("T")


async def patiently(
    interaction: discord.Interaction[Attache],
    work: Coroutine[Any, Any, T],
    *,
    hidden: bool = False,
    in_place: bool = False,
) -> T:
    """Return what the ``work`` returns; tell Discord to wait where that takes long.

    ``hidden`` says who will see the answer that comes, ``in_place`` that it will change the
    message whose button was pressed.
    """
    # A timer costs less than a task to wait for, and mostly there is nothing to wait for.
    telling: list[asyncio.Future[Any]] = []

    def tell() -> None:
        if not interaction.response.is_done():
            told = interaction.response.defer(ephemeral=hidden, thinking=not in_place)
            telling.append(asyncio.ensure_future(told))

    timer = asyncio.get_running_loop().call_later(SECONDS, tell)
    try:
        return await work
    finally:
        timer.cancel()
        if telling:
            await telling[0]


async def send(
    interaction: discord.Interaction[Attache],
    view: Message,
    *,
    hidden: bool,
    files: Sequence[discord.File] = (),
) -> int | None:
    """Send an answer, whether Discord was told to wait for it or not; return the message's id."""
    if interaction.response.is_done():
        sent = await interaction.edit_original_response(view=view, attachments=files or MISSING)
        return sent.id
    response = interaction.response
    return (await response.send_message(view=view, files=files, ephemeral=hidden)).message_id


async def change(interaction: discord.Interaction[Attache], view: discord.ui.LayoutView) -> None:
    """Put ``view`` in place of the message whose button was pressed."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view)
    else:
        await interaction.response.edit_message(view=view)


async def tell(interaction: discord.Interaction[Attache], view: Message) -> None:
    """Tell only whoever asked or pressed, beside whatever they see already."""
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)
