"""Taking what was deleted out of the log of a SQLite file, as soon as nobody reads it there."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING

import structlog

from bot.databases.sqlite.connecting import BUSY_MS
from bot.databases.sqlite.troubles import unusable

if TYPE_CHECKING:
    from pathlib import Path

    import aiosqlite

_AGAIN_SECONDS = 1.0


class Wiping:
    """Empties the log of one file, by its writing connection, of which ``lock`` has the turns."""

    def __init__(self, connection: aiosqlite.Connection, lock: asyncio.Lock, path: Path) -> None:
        self._connection = connection
        self._lock = lock
        self._path = path
        self._again: asyncio.Task[None] | None = None
        self._log = structlog.get_logger("attache.library")

    async def begin(self) -> None:
        """Empty the log now, or later where a backup or another reader needs it still.

        Raises `StoreUnusable`.
        """
        try:
            is_done = await self._is_emptied()
        except sqlite3.Error as error:
            raise unusable(self._path, error) from error
        if not is_done and (self._again is None or self._again.done()):
            self._again = asyncio.create_task(self._until_emptied())

    async def end(self) -> None:
        """Try no more: the last who closes the file empties its log."""
        if self._again:
            self._again.cancel()
            await asyncio.wait({self._again})

    async def _until_emptied(self) -> None:
        is_done = False
        while not is_done:
            await asyncio.sleep(_AGAIN_SECONDS)
            try:
                is_done = await self._is_emptied()
            except sqlite3.Error as error:
                reason = str(unusable(self._path, error))
                self._log.warning("what was deleted is in the log still", reason=reason)

    async def _is_emptied(self) -> bool:
        """Empty the log, and tell whether that could be done wholly; wait for no reader.

        https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
        """
        ask = self._connection.execute_fetchall
        async with self._lock:
            # Others have to write meanwhile, and whoever deletes waits for it.
            await ask("PRAGMA busy_timeout = 0")
            try:
                [(is_busy, *_)] = await ask("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                await ask(f"PRAGMA busy_timeout = {BUSY_MS}")
        return not is_busy
