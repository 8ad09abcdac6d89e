"""One process that is the whole bot."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.cluster.persisting import until_done

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.cluster.interface import Process, State


class Alone:
    """Leads always, and has nobody to wait for."""

    leads = True
    takes_turns = False
    trouble = None

    async def lead(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do the ``work``, again where it fails."""
        await until_done(work)

    async def turn(self, turn: int) -> None:
        """Return at once: discord.py keeps the shards of one process apart itself."""

    async def processes(self) -> list[Process]:
        """Return none: there is nothing to tell of others."""
        return []

    async def run(self, state: Callable[[], State]) -> None:  # noqa: ARG002 - nobody asks
        """Wait until cancelled."""
        await asyncio.Event().wait()
