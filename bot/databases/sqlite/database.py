"""SQLite through aiosqlite: a connection that writes, one that reads, one for each long view."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import time
from contextlib import asynccontextmanager
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from bot.databases.interface import Dialect
from bot.databases.sizes import bytes_of
from bot.databases.sqlite.connecting import BUSY_MS, connect, files_of
from bot.databases.sqlite.schema import check_schema, migrate, refuse_emptied, remove_copies
from bot.databases.sqlite.troubles import unusable
from bot.databases.sqlite.wiping import Wiping
from bot.databases.texts import whole
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    import aiosqlite

    from bot.databases.interface import Row, Session
    from bot.databases.migrations import Schema

DIALECT = Dialect(text="TEXT", gathered="json_group_array", elements="json_each({column})")
# As many values as any SQLite takes in one statement: https://www.sqlite.org/limits.html
_MOST_VALUES = 999
_PLACEHOLDER = re.compile(r"\$(\d+)")


@lru_cache(512)
def _numbered(sql: str) -> str:
    return _PLACEHOLDER.sub(r"?\1", sql)


def _whole(values: Sequence[Any]) -> list[Any]:
    return list(map(whole, values))


class SqliteSession:
    """The writing connection while a transaction is open on it."""

    dialect = DIALECT

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def rows(self, sql: str, *values: Any) -> list[Row]:
        """Return all rows of a query."""
        # All are fetched: a cursor left open would hold its connection to an old state.
        return list(await self._connection.execute_fetchall(_numbered(sql), _whole(values)))

    async def execute(self, sql: str, *values: Any) -> int:
        """Do one statement; return how many rows it changed."""
        return (await self._connection.execute(_numbered(sql), _whole(values))).rowcount

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Do one statement with the values of each row."""
        await self._connection.executemany(_numbered(sql), map(_whole, rows))

    async def insert(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> None:
        """Add many rows at once."""
        # In one statement, which lets go of Python's lock once, and not once a row.
        one = f"({', '.join('?' * len(columns))})"
        most = _MOST_VALUES // len(columns)
        for some in (rows[at : at + most] for at in range(0, len(rows), most)):
            await self._connection.execute(
                f"INSERT INTO {table} ({', '.join(columns)})"  # noqa: S608 - names of ours
                f" VALUES {', '.join([one] * len(some))}",
                list(chain.from_iterable(some)),
            )

    async def analyze(self, table: str) -> None:
        """Do nothing: SQLite's planner needs no counts for what is asked here."""

    async def number_on(self, table: str, column: str) -> None:
        """Do nothing: SQLite looks at the numbers there are."""

    async def turn_to(self, schema: Schema) -> None:
        """Do nothing: a file has the tables of one schema."""

    async def announce(self, what: str, value: str) -> None:
        """Do nothing: nobody else uses this database."""

    async def commit(self) -> None:
        """Keep what was done."""
        await self._connection.execute("COMMIT")


class SqliteDatabase:
    """One file, used by one process at a time."""

    dialect = DIALECT
    is_shared = False

    def __init__(
        self, writing: aiosqlite.Connection, reading: aiosqlite.Connection, path: Path
    ) -> None:
        self._writing = writing
        # What a transaction has not committed yet is nobody's business outside it.
        self._reading = reading
        self._path = path
        self._one_at_a_time = asyncio.Lock()
        self._was_locked = False
        """Whether another program had the file for too long when it was wanted last."""
        self._wiping = Wiping(writing, self._one_at_a_time, path)

    @classmethod
    async def open(
        cls,
        path: Path,
        schema: Schema,
        *,
        read_only: bool = False,
        overwrites: bool = False,
        has_been: bool = False,
    ) -> SqliteDatabase:
        """Open the file at ``path``, making or upgrading it by the schema's migrations.

        With ``overwrites`` nothing of what is deleted stays in the file. One that ``has_been`` used
        before is not made anew where it is empty. Raises `StoreUnusable`.
        """
        writing = await connect(path, read_only=read_only)
        try:
            if has_been:
                await refuse_emptied(writing, path)
            if read_only:
                await check_schema(writing, path, schema)
            else:
                if overwrites:
                    await writing.execute("PRAGMA secure_delete = ON")
                await migrate(writing, path, schema)
            reading = await connect(path, read_only=True)
        except BaseException:
            await writing.close()
            raise
        return cls(writing, reading, path)

    def give_up(self) -> None:
        """Do nothing: it waits for no other machine."""

    async def close(self) -> None:
        """Close the file; what was not committed is undone."""
        await self._wiping.end()
        async with self._one_at_a_time:
            await self._reading.close()
            await self._writing.close()

    async def read(self, sql: str, *values: Any) -> list[Row]:
        """Return all rows of a query over what is committed; raise `StoreUnusable`."""
        try:
            return await SqliteSession(self._reading).rows(sql, *values)
        except sqlite3.Error as error:
            raise unusable(self._path, error) from error

    async def write(self, sql: str, *values: Any) -> int:
        """Do one statement and keep it; return how many rows it changed."""
        async with self.transaction() as session:
            return await session.execute(sql, *values)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Session]:
        """Give a transaction that is kept at its end; raise `StoreUnusable`."""
        async with self._begun() as session:
            yield session
            await session.commit()

    @asynccontextmanager
    async def held(self, lock: str) -> AsyncIterator[Session]:  # noqa: ARG002 - one process only
        """Give a transaction that is undone unless it was committed; raise `StoreUnusable`."""
        async with self._begun() as session:
            yield session

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Session]:
        """Give one unchanging view of what is committed; raise `StoreUnusable`."""
        # Of its own: other reads go on seeing what is committed meanwhile.
        reading = await connect(self._path, read_only=True)
        try:
            await reading.execute("BEGIN")
            yield SqliteSession(reading)
        except sqlite3.Error as error:
            raise unusable(self._path, error) from error
        finally:
            await reading.close()

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[SqliteSession]:
        asked = time.monotonic()
        async with self._one_at_a_time:
            try:
                await self._begin(asked)
                yield SqliteSession(self._writing)
            except sqlite3.Error as error:
                raise unusable(self._path, error) from error
            finally:
                # Statements are done in order, also one whose waiter was cancelled, so that this
                # undoes a BEGIN that is still to come; without a transaction it does nothing.
                await self._writing.rollback()

    async def _begin(self, asked: float) -> None:
        """Begin what was ``asked`` for at a moment; raise ``sqlite3.Error``.

        Who stood behind others that waited for another program has waited for it, too: else each
        would wait after the one before, and whoever pressed a button for all of them.
        """
        waited = int((time.monotonic() - asked) * 1000) if self._was_locked else 0
        execute = self._writing.execute
        if waited:
            await execute(f"PRAGMA busy_timeout = {max(BUSY_MS - waited, 0)}")
        try:
            await execute("BEGIN IMMEDIATE")
            self._was_locked = False
        except sqlite3.OperationalError as error:
            self._was_locked = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            raise
        finally:
            if waited:
                await execute(f"PRAGMA busy_timeout = {BUSY_MS}")

    async def integrity(self) -> str | None:
        """Return what SQLite's own check finds wrong with the file, None where all is well."""
        try:
            rows = await SqliteSession(self._writing).rows("PRAGMA integrity_check(1)")
        except sqlite3.Error as error:
            return str(unusable(self._path, error))
        found = [row[0] for row in rows]
        return None if found == ["ok"] else f"the database {self._path} is damaged"

    async def wipe(self) -> None:
        """Take what was deleted out of older copies, and of the log; raise `StoreUnusable`.

        While somebody reads, as for a backup, the log has it still; that is tried again until it
        is done.
        """
        try:
            # What was kept when the database was upgraded has it still.
            await asyncio.to_thread(remove_copies, self._path)
        except OSError as error:
            raise StoreUnusable(
                f"The copies beside {self._path} that an upgrade kept cannot be removed "
                f"({error.strerror}); remove them, as they hold what was deleted."
            ) from None
        await self._wiping.begin()

    async def size(self) -> int:
        """Return the bytes of the file and of its log."""
        return await asyncio.to_thread(bytes_of, files_of(self._path))
