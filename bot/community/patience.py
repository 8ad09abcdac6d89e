"""Waiting no longer for a shared database than the person who waits for an answer can."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, TypeVar

from bot.errors import StoreAway

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.databases.interface import Database

_T = TypeVar("_T")
_PAUSE_SECONDS = 3.0


class Patience:
    """Gives a database so many seconds; one that took longer is left alone for three."""

    def __init__(
        self, seconds: float, database: Database, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds = seconds
        # A file of our own is waited for, as it cannot be away.
        self._is_needed = database.is_shared
        self._clock = clock
        self._alone_until = float("-inf")

    async def wait(self, work: Coroutine[Any, Any, _T]) -> _T:
        """Return what ``work`` returns; raise `StoreAway` where that takes too long.

        The work goes on then, as a statement that is given up has to be waited for, too; it must
        not matter whether it is done.
        """
        if not self._is_needed:
            return await work
        if self._clock() < self._alone_until:
            work.close()
            raise StoreAway("The database was too slow a moment ago; try again in a few seconds.")
        task = asyncio.create_task(work)
        done, _ = await asyncio.wait({task}, timeout=self._seconds)
        if done:
            return task.result()
        self._alone_until = self._clock() + _PAUSE_SECONDS
        # Nobody asks any more how it ends.
        task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        raise StoreAway("The database is too slow now; try again in a minute.")
