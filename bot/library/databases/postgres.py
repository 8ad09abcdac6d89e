"""PostgreSQL through asyncpg: one schema of a database that several processes share."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import asyncpg

from bot.library.database import MIGRATIONS, migrations, refuse_newer
from bot.library.databases.interface import Dialect
from bot.library.databases.troubles import TROUBLES, is_broken, translated, trouble
from bot.library.errors import Occupied, StoreAway, StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from asyncpg.pool import PoolConnectionProxy

    from bot.library.databases.interface import Row, Session

DIALECT = Dialect(
    name="postgresql",
    text='TEXT COLLATE "C"',
    gathered="json_agg",
    elements="json_array_elements_text({column}::json) AS value",
)
CONNECT_SECONDS = 2.0
# Commands that look at editions answer within Discord's three seconds, or say why not. Counting
# what people asked in 90 days may take longer, and Discord does not wait for it.
_STATEMENT_SECONDS = {"attache_library": 2.0, "attache_community": 15.0}
# A statement of a reload may read and write a million briefings. What takes longer than this is
# done by a server that says nothing any more.
_LONG_STATEMENT_SECONDS = 300.0
_CLOSE_SECONDS = 1.0
_MOST_CONNECTIONS = 4
# After a minute without a sign each side takes the other's machine for gone, and the server lets
# go of the locks that were held.
_SILENT_SECONDS, _PROBE_SECONDS, _PROBES = 30, 10, 3
_KEEPALIVE = {
    "tcp_keepalives_idle": str(_SILENT_SECONDS),
    "tcp_keepalives_interval": str(_PROBE_SECONDS),
    "tcp_keepalives_count": str(_PROBES),
}
SCHEMAS = {MIGRATIONS: "attache_library", "bot.community.migrations": "attache_community"}
"""In which schema of the database the tables of a package's migrations are."""
# Advisory locks are numbers; these are made of names
# (https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS).
LOCK = "hashtextextended('attache/' || $1::text, 0)"


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

    async def turn_to(self, package: str) -> None:
        """Let names of tables be those of another schema, until the transaction ends."""
        await self.execute(f"SET LOCAL search_path = {SCHEMAS[package]}")

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
    async def open(cls, url: str, package: str) -> PostgresDatabase:
        """Connect, and make or upgrade the schema by the package's migrations.

        Raises `StoreUnusable`, and `StoreAway` where the server cannot be reached.
        """
        schema = SCHEMAS[package]
        with translated():
            await _migrate(url, schema, package)
            pool = await asyncpg.create_pool(
                url,
                min_size=0,
                max_size=_MOST_CONNECTIONS,
                timeout=CONNECT_SECONDS,
                command_timeout=_STATEMENT_SECONDS[schema],
                server_settings=_settings(schema),
            )
        return cls(pool, url, schema)

    def give_up(self) -> None:
        """End what takes long, and let nothing more of that begin: the server undoes it."""
        self._gives_up = True
        for connection in list(self._long):
            connection.terminate()

    async def close(self) -> None:
        """Close the connections, at once where the server does not answer."""
        self.give_up()
        try:
            await asyncio.wait_for(self._pool.close(), _CLOSE_SECONDS)
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
                self._url, self._schema, _LONG_STATEMENT_SECONDS, **_KEEPALIVE
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
                await self._pool.release(connection, timeout=_CLOSE_SECONDS)


async def connect(
    url: str, schema: str, seconds: float | None = None, **settings: str
) -> asyncpg.Connection[Any]:
    """Return a connection of its own, whose statements may take so many ``seconds``, or any.

    The ``settings`` are the server's, for this session. Raises `StoreUnusable` for an address that
    is none.
    """
    try:
        connection = await asyncpg.connect(
            url,
            timeout=CONNECT_SECONDS,
            command_timeout=seconds,
            server_settings={**_settings(schema), **settings},
        )
    except ValueError as error:
        if isinstance(error, asyncpg.InterfaceError) and "URI" not in str(error):
            raise
        # The error quotes parts of the address, which may be parts of the password.
        raise StoreUnusable(
            "The address of the database is none; it should be like "
            "postgresql://user:password@host/database, with special characters in user and "
            "password quoted (%2F for /, %3F for ?, %23 for #, %40 for @, %25 for %)."
        ) from None
    _keep_alive(connection)
    return connection


def _keep_alive(connection: asyncpg.Connection[Any]) -> None:
    """Let the system find out where the server's machine is gone, for which asyncpg has no way."""
    used: socket.socket = connection._transport.get_extra_info("socket")  # type: ignore[attr-defined]  # noqa: SLF001
    if used.family not in {socket.AF_INET, socket.AF_INET6}:
        return
    used.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (
        ("TCP_KEEPIDLE", _SILENT_SECONDS),
        ("TCP_KEEPINTVL", _PROBE_SECONDS),
        ("TCP_KEEPCNT", _PROBES),
        # What was sent and is not acknowledged is not probed for.
        ("TCP_USER_TIMEOUT", 1_000 * (_SILENT_SECONDS + _PROBES * _PROBE_SECONDS)),
    ):
        if option := getattr(socket, name, None):  # not every system has each
            used.setsockopt(socket.IPPROTO_TCP, option, value)


async def _migrate(url: str, schema: str, package: str) -> None:
    """Apply the missing migrations, each in one transaction with its record.

    Of several processes that start at once one does it, while the others wait for it.
    """
    steps = await asyncio.to_thread(migrations, package, "postgresql")
    connection = await connect(url, schema)
    try:
        await connection.execute(f"SELECT pg_advisory_lock({LOCK})", f"migrate {schema}")
        await connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
        await connection.execute(
            "CREATE TABLE IF NOT EXISTS migrations"
            " (number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)"
        )
        present = await connection.fetchval("SELECT coalesce(max(number), 0) FROM migrations")
        refuse_newer(present, steps[-1][0], f"schema {schema} of the database")
        for number, name, sql in steps:
            if number > present:
                async with connection.transaction():
                    await connection.execute(sql)
                    await connection.execute(
                        "INSERT INTO migrations VALUES ($1, $2, now()::text)", number, name
                    )
    finally:
        await left(connection)


async def left(connection: asyncpg.Connection[Any]) -> None:
    """Close a connection, at once where the server does not answer."""
    try:
        await connection.close(timeout=_CLOSE_SECONDS)
    except TROUBLES:
        connection.terminate()


def _settings(schema: str) -> dict[str, str]:
    return {
        "application_name": "attache",
        "search_path": schema,
        # Work is limited by whoever waits for it, not by what the server is set to.
        "statement_timeout": "0",
        "idle_in_transaction_session_timeout": "0",
    }


def _storable(value: Any) -> Any:
    """Return a value without NUL, which PostgreSQL's texts cannot hold."""
    if isinstance(value, str):
        return value.replace("\0", "") if "\0" in value else value
    return int(value) if isinstance(value, bool) else value


def _storable_rows(rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    return [tuple(map(_storable, row)) for row in rows]


def _changed(status: str) -> int:
    """Return the count at the end of a command's tag, such as ``UPDATE 3``."""
    last = status.rpartition(" ")[2]
    return int(last) if last.isdigit() else 0
