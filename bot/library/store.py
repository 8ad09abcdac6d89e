"""The store: editions of briefings in SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library.database import check_schema, connect, migrate, unusable
from bot.library.history import History
from bot.library.rows import COLUMNS, PRESENT, briefing_of
from bot.library.staging import Staging
from bot.model import Briefing, Edition

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import aiosqlite


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A briefing that an earlier edition held and the present one does not.

    Its last edition and text are None where that edition is no longer kept.
    """

    number: int
    last_edition: int | None
    text: str | None


class Store:
    """The database of one state folder."""

    def __init__(
        self, connection: aiosqlite.Connection, reading: aiosqlite.Connection, path: Path
    ) -> None:
        self._connection = connection
        # What a transaction has not committed yet is nobody's business outside it.
        self._reading = reading
        self._path = path
        self.history = History(connection)
        self.past = History(reading)

    @classmethod
    async def open(cls, path: Path, *, read_only: bool = False) -> Store:
        """Open the database at ``path``, making or upgrading it; raise `StoreUnusable`."""
        connection = await connect(path, read_only=read_only)
        try:
            if read_only:
                await check_schema(connection, path)
            else:
                await migrate(connection, path)
            reading = await connect(path, read_only=True)
        except BaseException:
            await connection.close()
            raise
        return cls(connection, reading, path)

    async def close(self) -> None:
        """Close the database; what was not committed is undone."""
        await self._reading.close()
        await self._connection.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Staging]:
        """Hold the one write transaction; undo it unless `commit` was called inside.

        Raises `StoreUnusable` where the database fails.
        """
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
            staging = Staging(self._connection)
            await staging.begin()
            yield staging
        except sqlite3.Error as error:
            raise unusable(self._path, error) from error
        finally:
            if self._connection.in_transaction:
                await self._connection.execute("ROLLBACK")

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[History]:
        """Hold a short write transaction on the history; raise `StoreUnusable`."""
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
            yield self.history
            await self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise unusable(self._path, error) from error
        finally:
            if self._connection.in_transaction:
                await self._connection.execute("ROLLBACK")

    async def commit(self) -> None:
        """Make the transaction's edition the present one."""
        await Staging(self._connection).end()
        await self._connection.execute("COMMIT")

    async def edition(self) -> Edition | None:
        """Return the present edition, or None before anything was loaded."""
        try:
            cursor = await self._connection.execute(
                "SELECT * FROM editions ORDER BY number DESC LIMIT 1"
            )
            row = await cursor.fetchone()
        except sqlite3.Error as error:
            raise unusable(self._path, error) from error
        return Edition(*row) if row else None

    @asynccontextmanager
    async def present(self) -> AsyncIterator[aiosqlite.Cursor]:
        """Give a cursor over the present briefings by number; `rows.briefing_of` reads its rows."""
        cursor = await self._connection.execute(
            f"SELECT {COLUMNS} FROM {PRESENT} ORDER BY b.number"  # noqa: S608 - constants
        )
        try:
            yield cursor
        finally:
            await cursor.close()

    async def all_present(self) -> AsyncIterator[Briefing]:
        """Yield every briefing of the present edition, by number."""
        last = 0
        while True:
            # A page at a time, so that no cursor holds the connection to an old state.
            rows = await self._reading.execute_fetchall(
                f"SELECT {COLUMNS} FROM {PRESENT} AND b.number > ?"  # noqa: S608 - constants
                " ORDER BY b.number LIMIT 500",
                (last,),
            )
            briefings = [briefing_of(row) for row in rows]
            for briefing in briefings:
                yield briefing
            if not briefings:
                return
            last = briefings[-1].number

    async def withdrawn(self, number: int) -> Withdrawn | None:
        """Return that a briefing was withdrawn, or None where there never was such a one."""
        if not 0 < number < 1 << 63:
            return None
        # All rows are fetched: a cursor left open would hold this connection to an old state.
        rows = await self._reading.execute_fetchall(
            "SELECT valid_to - 1, text FROM briefings WHERE number = ? AND valid_to IS NOT NULL"
            " ORDER BY valid_to DESC LIMIT 1",
            (number,),
        )
        for last, text in rows:
            return Withdrawn(number, int(last), str(text))
        given = await self._reading.execute_fetchall(
            "SELECT 1 FROM identities WHERE number = ?", (number,)
        )
        return Withdrawn(number, None, None) if list(given) else None

    async def integrity(self) -> str | None:
        """Return what SQLite's own check finds wrong with the database, None where all is well."""
        try:
            cursor = await self._connection.execute("PRAGMA integrity_check(1)")
            row = await cursor.fetchone()
        except sqlite3.Error as error:
            return str(unusable(self._path, error))
        return None if row and row[0] == "ok" else f"the database {self._path} is damaged"
