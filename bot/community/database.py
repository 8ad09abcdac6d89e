"""The community's database: short writes one after the other, and reads beside them."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.library.database import connect, migrate, unusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    import aiosqlite

MIGRATIONS = "bot.community.migrations"


class Database:
    """One connection that writes, one that reads; they are not the library's.

    A reload holds its write transaction for as long as it takes, and no vote should wait for it.
    """

    def __init__(
        self, writing: aiosqlite.Connection, reading: aiosqlite.Connection, path: Path
    ) -> None:
        self._writing = writing
        self._reading = reading
        self._path = path
        self._one_at_a_time = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Open the database at ``path``, making or upgrading it; raise `StoreUnusable`."""
        writing = await connect(path)
        try:
            # What is deleted is overwritten: people have asked for it.
            await writing.execute("PRAGMA secure_delete = ON")
            await migrate(writing, path, MIGRATIONS)
            reading = await connect(path, read_only=True)
        except BaseException:
            await writing.close()
            raise
        return cls(writing, reading, path)

    async def close(self) -> None:
        """Close the database."""
        async with self._one_at_a_time:
            await self._reading.close()
            await self._writing.close()

    async def read(self, sql: str, *values: Any) -> list[Sequence[Any]]:
        """Return all rows of a query; raise `StoreUnusable`."""
        try:
            # All rows are fetched: a cursor left open would hold this connection to an old state.
            return list(await self._reading.execute_fetchall(sql, values))
        except sqlite3.Error as error:
            raise unusable(self._path, error) from error

    async def write(self, sql: str, *values: Any) -> int:
        """Do one statement, and return how many rows it changed; raise `StoreUnusable`."""
        async with self.transaction() as connection:
            cursor = await connection.execute(sql, values)
            return cursor.rowcount

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """Hold the write transaction, and commit it at the end; raise `StoreUnusable`."""
        async with self._one_at_a_time:
            try:
                await self._writing.execute("BEGIN IMMEDIATE")
                yield self._writing
                await self._writing.execute("COMMIT")
            except BaseException as error:
                # Statements are done in order, also one whose waiter was cancelled, so that this
                # undoes a BEGIN that is still to come; without a transaction it does nothing.
                await self._writing.rollback()
                if isinstance(error, sqlite3.Error):
                    raise unusable(self._path, error) from error
                raise


def now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return a moment as the database has it: ISO 8601 in UTC to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
