"""Building a damaged index anew, while the bot runs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.errors import AttacheError
from bot.search.engine import IndexUnusable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.search.engine import Engine

_AGAIN_SECONDS = 60.0


class Mending:
    """Builds in the background, once, and not again before a minute: a search may fail often."""

    def __init__(self, build: Callable[[Engine], Awaitable[None]]) -> None:
        self._build = build
        self._building: asyncio.Task[None] | None = None
        self._ended_at = float("-inf")
        self._log = structlog.get_logger("attache.library")

    def begin(self, failed: Engine) -> None:
        """Begin, unless it is being done or was done just now."""
        is_building = self._building and not self._building.done()
        if is_building or asyncio.get_running_loop().time() - self._ended_at < _AGAIN_SECONDS:
            return
        self._building = asyncio.create_task(self._try(failed))

    async def ended(self) -> None:
        """Wait until nothing is being built."""
        if self._building:
            await asyncio.wait({self._building})

    async def _try(self, failed: Engine) -> None:
        try:
            await self._build(failed)
        except (AttacheError, OSError, ValueError, IndexUnusable) as error:
            self._log.error("the index could not be built anew", reason=str(error))
        self._ended_at = asyncio.get_running_loop().time()
