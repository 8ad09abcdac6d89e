"""PostgreSQL through asyncpg: one schema of a database that several processes share."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import asyncpg

from bot.databases.interface import Dialect
from bot.databases.postgres.connecting import (
    CLOSE_SECONDS,
    CONNECT_SECONDS,
    KEEPALIVE,
    LOCK,
    connect,
    left,
    settings_of,
)
from bot.databases.postgres.schema import migrate
from bot.databases.postgres.troubles import TROUBLES, is_broken, translated, trouble
from bot.databases.texts import whole
from bot.errors import Occupied, StoreAway, StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from asyncpg.pool import PoolConnectionProxy

    from bot.databases.interface import Row, Session
    from bot.databases.migrations import Schema

DIALECT = Dialect(
    text='TEXT COLLATE "C"',
    gathered="json_agg",
    elements="json_array_elements_text({column}::json) AS value",
)
# A statement of a reload may read and write a million briefings. What takes longer than this is
# done by a server that says nothing any more.
_LONG_STATEMENT_SECONDS = 300.0
_MOST_CONNECTIONS = 4


class PostgresSession:
    """A connection inside a transaction."""

    dialect = DIALECT

    def __init__(self, connection: asyncpg.Connection[Any] | PoolConnectionProxy[Any]) -> None:
        self._connection = connection

    async def rows(self, sql: str, *values: Any) -> list[Row]:
        """Return all rows of a query."""
        with translated():
            return await self._connection.fetch(sql, *map(_storable, values))

    async def execute(self, sql: str, *values: Any) -> int:
        """Do one statement; return how many rows it changed."""
        with translated():
            return _changed(await self._connection.execute(sql, *map(_storable, values)))

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Do one statement with the values of each row."""
        with translated():
            await self._connection.executemany(sql, _storable_rows(rows))

    async def insert(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> None:
        """Add many rows at once, by COPY."""
        with translated():
            await self._connection.copy_records_to_table(
                table, records=_storable_rows(rows), columns=list(columns)
            )

    async def analyze(self, table: str) -> None:
        """Let the planner know how many rows there are: nobody does it for temporary tables."""
        await self.execute(f"ANALYZE {table}")

    async def number_on(self, table: str, column: str) -> None:
        """Let the numbers that a column is given from now on be above those it has."""
        await self.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'),"  # noqa: S608
            f" coalesce(max({column}), 0) + 1, false) FROM {table}"
        )

    async def turn_to(self, schema: Schema) -> None:
        """Let names of tables be those of another schema, until the transaction ends."""
        await self.execute(f"SET LOCAL search_path = {schema.name}")

    async def announce(self, what: str, value: str) -> None:
        """Tell the other processes once this transaction is committed."""
        await self.execute("SELECT pg_notify($1, $2)", f"attache_{what}", value)

    async def commit(self) -> None:
        """Keep what was done."""
        await self.execute("COMMIT")


class PostgresDatabase:
    """One schema of a PostgreSQL database, over a pool of a few connections."""

    dialect = DIALECT
    is_shared = True

    def __init__(self, pool: asyncpg.Pool[Any], url: str, schema: str) -> None:
        self._pool = pool
        self._url = url
        self._schema = schema
        self._long: set[asyncpg.Connection[Any]] = set()
        self._gives_up = False

    @classmethod
    async def open(cls, url: str, schema: Schema) -> PostgresDatabase:
        """Connect, and make or upgrade the schema by its migrations.

        Raises `StoreUnusable`, and `StoreAway` where the server cannot be reached.
        """
        with translated():
            await migrate(url, schema)
            pool = await asyncpg.create_pool(
                url,
                min_size=0,
                max_size=_MOST_CONNECTIONS,
                timeout=CONNECT_SECONDS,
                command_timeout=schema.seconds,
                server_settings=settings_of(schema.name),
            )
        return cls(pool, url, schema.name)

    def give_up(self) -> None:
        """End what takes long, and let nothing more of that begin: the server undoes it."""
        self._gives_up = True
        for connection in list(self._long):
            connection.terminate()

    async def close(self) -> None:
        """Close the connections, at once where the server does not answer."""
        self.give_up()
        try:
            await asyncio.wait_for(self._pool.close(), CLOSE_SECONDS)
        except TROUBLES:
            self._pool.terminate()

    async def read(self, sql: str, *values: Any) -> list[Row]:
        """Return all rows of a query over what is committed; raise `StoreUnusable`."""
        try:
            return await self._read(sql, values)
        except TROUBLES as error:
            if not is_broken(error):
                raise trouble(error) from error
        # The server was restarted since that connection was made; there are others.
        with translated():
            return await self._read(sql, values)

    async def write(self, sql: str, *values: Any) -> int:
        """Do one statement and keep it; return how many rows it changed."""
        async with self.transaction() as session:
            return await session.execute(sql, *values)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Session]:
        """Give a transaction that is kept at its end; raise `StoreUnusable`."""
        async with self._borrowed() as connection:
            session = PostgresSession(connection)
            await session.execute("BEGIN")
            yield session
            await session.commit()

    @asynccontextmanager
    async def held(self, lock: str) -> AsyncIterator[Session]:
        """Give a transaction of a connection of its own, which may take long.

        Raises `Occupied` while another process has the ``lock``, and `StoreUnusable`.
        """
        async with self._of_its_own() as session:
            await session.execute("BEGIN")
            taken = await session.rows(f"SELECT pg_try_advisory_xact_lock({LOCK})", lock)
            if not taken[0][0]:
                raise Occupied("Another process of this bot is making an edition now.")
            await session.execute("SET LOCAL work_mem = '128MB'")
            yield session

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Session]:
        """Give one unchanging view of what is committed; raise `StoreUnusable`."""
        async with self._of_its_own() as session:
            await session.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield session

    @asynccontextmanager
    async def _of_its_own(self) -> AsyncIterator[PostgresSession]:
        """Give a connection; what was not committed on it is undone by the server."""
        with translated():
            connection = await connect(
                self._url, self._schema, _LONG_STATEMENT_SECONDS, **KEEPALIVE
            )
        self._long.add(connection)
        try:
            if self._gives_up:
                raise StoreAway("The database is being let go of; this was given up.")
            yield PostgresSession(connection)
        finally:
            self._long.discard(connection)
            await left(connection)

    async def integrity(self) -> str | None:
        """Return why the server does not answer, None where it does: it checks its files itself."""
        try:
            await self.read("SELECT 1")
        except StoreUnusable as error:
            return str(error)
        return None

    async def wipe(self) -> None:
        """Do nothing: the server vacuums deleted rows away, and recycles its log, by itself."""

    async def size(self) -> int:
        """Return the bytes of this schema's tables and indexes."""
        rows = await self.read(
            "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class AS c"
            " WHERE c.relnamespace = to_regnamespace($1) AND c.relkind = 'r'",
            self._schema,
        )
        return int(rows[0][0])

    async def _read(self, sql: str, values: Sequence[Any]) -> list[Row]:
        async with self._borrowed() as connection:
            return await connection.fetch(sql, *map(_storable, values))

    @asynccontextmanager
    async def _borrowed(self) -> AsyncIterator[PoolConnectionProxy[Any]]:
        """Give a connection of the pool, which undoes a transaction that is open at the end."""
        with translated():
            connection = await self._pool.acquire(timeout=CONNECT_SECONDS)
        try:
            yield connection
        finally:
            # A server that does not answer is given up: the pool has ended the connection then.
            # What was raised inside, as when the caller is cancelled, must not get lost by it.
            with suppress(*TROUBLES):
                await self._pool.release(connection, timeout=CLOSE_SECONDS)


def _storable(value: Any) -> Any:
    """Return a value without NUL, which PostgreSQL's texts cannot hold, and without half texts."""
    if isinstance(value, str):
        return whole(value.replace("\0", "") if "\0" in value else value)
    return int(value) if isinstance(value, bool) else value


def _storable_rows(rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    return [tuple(map(_storable, row)) for row in rows]


def _changed(status: str) -> int:
    """Return the count at the end of a command's tag, such as ``UPDATE 3``."""
    last = status.rpartition(" ")[2]
    return int(last) if last.isdigit() else 0
