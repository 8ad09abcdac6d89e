"""Building a damaged index anew, while the bot runs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.library.errors import LibraryError
from bot.search.engine import IndexUnusable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.search.engine import Engine

_AGAIN_SECONDS = 60.0


class Mending:
    """Builds in the background and once; after a failure not again before a minute."""

    def __init__(self, build: Callable[[Engine], Awaitable[None]]) -> None:
        self._build = build
        self._building: asyncio.Task[None] | None = None
        self._failed_at = float("-inf")
        self._log = structlog.get_logger("attache.library")

    def begin(self, damaged: Engine) -> bool:
        """Begin, unless that was done before; tell whether it is being built."""
        if self._building and not self._building.done():
            return True
        if asyncio.get_running_loop().time() - self._failed_at < _AGAIN_SECONDS:
            return False
        self._building = asyncio.create_task(self._try(damaged))
        return True

    async def ended(self) -> None:
        """Wait until nothing is being built."""
        if self._building:
            await asyncio.wait({self._building})

    async def _try(self, damaged: Engine) -> None:
        try:
            await self._build(damaged)
        except (LibraryError, OSError, ValueError, IndexUnusable) as error:
            self._failed_at = asyncio.get_running_loop().time()
            self._log.error("the index could not be built anew", reason=str(error))
