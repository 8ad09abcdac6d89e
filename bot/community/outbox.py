"""What could not be written because the shared database was away: a bounded queue on disk."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.databases.sqlite.connecting import connect
from bot.databases.sqlite.troubles import unusable
from bot.databases.sqlite.wiping import Wiping

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    import aiosqlite

_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something to be written: its place in the queue, what it is, and its values."""

    place: int
    kind: str
    values: tuple[Any, ...]


class Outbox:
    """A queue in a file of the state folder; what is in it outlives the process.

    Every method raises `StoreUnusable` where the file cannot be used.
    """

    def __init__(self, connection: aiosqlite.Connection, path: Path, waiting: int) -> None:
        self._connection = connection
        self._path = path
        self._waiting = waiting
        self._one_at_a_time = asyncio.Lock()
        self._wiping = Wiping(connection, self._one_at_a_time, path)

    @classmethod
    async def open(cls, path: Path) -> Outbox:
        """Open the queue, making it where there is none."""
        connection = await connect(path)
        try:
            # Who has something deleted here means the file, too.
            await connection.execute("PRAGMA secure_delete = ON")
            await connection.execute(
                "CREATE TABLE IF NOT EXISTS waiting (place INTEGER PRIMARY KEY AUTOINCREMENT,"
                " kind TEXT NOT NULL, given TEXT NOT NULL) STRICT"
            )
            rows = list(await connection.execute_fetchall("SELECT count(*) FROM waiting"))
        except sqlite3.Error as error:
            await connection.close()
            raise unusable(path, error) from error
        return cls(connection, path, int(rows[0][0]))

    async def close(self) -> None:
        """Close the file; what waits in it is written after the next start."""
        await self._wiping.end()
        await self._connection.close()

    @property
    def waiting(self) -> int:
        """Return how many wait."""
        return self._waiting

    async def put(self, kind: str, rows: Sequence[Sequence[Any]]) -> int:
        """Add to the end of the queue; return how many were taken, as it holds 100,000."""
        taken = rows[: max(_MOST - self._waiting, 0)]
        async with self._transaction():
            await self._connection.executemany(
                "INSERT INTO waiting (kind, given) VALUES (?, ?)",
                [(kind, json.dumps(row)) for row in taken],
            )
        return len(taken)

    async def first(self, most: int = 500) -> list[Waiting]:
        """Return what has waited longest."""
        try:
            rows = await self._connection.execute_fetchall(
                "SELECT place, kind, given FROM waiting ORDER BY place LIMIT ?", (most,)
            )
        except sqlite3.Error as error:
            raise unusable(self._path, error) from error
        if not rows:
            self._waiting = 0
        return [Waiting(place, kind, tuple(json.loads(given))) for place, kind, given in rows]

    async def remove(self, upto: int) -> None:
        """Forget what stands up to a place: it is written."""
        async with self._transaction():
            await self._connection.execute("DELETE FROM waiting WHERE place <= ?", (upto,))

    async def forget(self, kind: str, place: int, value: str) -> None:
        """Take out what is of a kind and has the ``value`` at a place; leave no trace of it."""
        async with self._transaction():
            await self._connection.execute(
                "DELETE FROM waiting WHERE kind = ? AND json_extract(given, ?) = ?",
                (kind, f"$[{place}]", value),
            )
        await self._wiping.begin()

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[None]:
        """Do what is inside wholly or not at all, and count what waits then."""
        async with self._one_at_a_time:
            try:
                await self._connection.execute("BEGIN IMMEDIATE")
                yield
                rows = await self._connection.execute_fetchall("SELECT count(*) FROM waiting")
                await self._connection.execute("COMMIT")
                self._waiting = int(next(iter(rows))[0])
            except sqlite3.Error as error:
                raise unusable(self._path, error) from error
            finally:
                await self._connection.rollback()
