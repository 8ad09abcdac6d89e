"""Opening the SQLite database, and bringing an older one to the present schema."""

from __future__ import annotations

import asyncio
import sqlite3
from glob import escape
from importlib import resources
from typing import TYPE_CHECKING

import aiosqlite

from bot.library.errors import OtherDatabase, StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path

BUSY_MS = 2_000
SIDE_ENDINGS = ("-wal", "-shm", "-journal")
"""What SQLite adds to the name of a database for the files it keeps beside it."""
_MAY_NOT_WRITE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}

BRIEFINGS = "attache.sqlite3"
"""The file of the state folder that has the briefings."""
MIGRATIONS = "bot.library.migrations"
_OF_SCHEMA = ".schema-"


def migrations(package: str = MIGRATIONS, kind: str = "sqlite") -> list[tuple[int, str, str]]:
    """Return (number, name, SQL) of every migration in a package, in order.

    ``kind`` is the database they are for, sqlite or postgresql; both have the same numbers.
    """
    folder = resources.files(package) / kind
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return [
        (int(name[:3]), name.removesuffix(".sql"), (folder / name).read_text(encoding="utf-8"))
        for name in names
    ]


def files_of(database: Path) -> list[Path]:
    """Return the file of a database and those that SQLite may keep beside it."""
    return [database, *(database.with_name(database.name + each) for each in SIDE_ENDINGS)]


async def connect(path: Path, *, read_only: bool = False) -> aiosqlite.Connection:
    """Return a connection to ``path``; the caller closes it. Raises `StoreUnusable`.

    What may not be written can be read only where nothing is left in its log.
    """
    try:
        return await _connected(path, "mode=ro" if read_only else "mode=rwc")
    except sqlite3.Error as error:
        shut = read_only and error.sqlite_errorcode & 0xFF in _MAY_NOT_WRITE
        if not shut or not await asyncio.to_thread(path.is_file):
            raise unusable(path, error) from None
    # SQLite makes files beside a database in order to read it, and cannot here. What nobody
    # changes is read without them: https://www.sqlite.org/wal.html#read_only_databases
    if await asyncio.to_thread(_has_log, path):
        raise StoreUnusable(
            f"The database {path} was not closed, and what was written last stands in its log "
            "beside it, which only who may write that folder can read. Make the folder writable "
            "again, or copy it whole and name the copy in ATTACHE_STATE."
        )
    try:
        return await _connected(path, "mode=ro&immutable=1")
    except sqlite3.Error as error:
        raise unusable(path, error) from None


async def _connected(path: Path, how: str) -> aiosqlite.Connection:
    """Return a connection opened with the parameters ``how``; raise ``sqlite3.Error``."""
    address = f"{path.resolve().as_uri()}?{how}"  # noqa: ASYNC240 - no file is touched
    connection = await aiosqlite.connect(address, uri=True, isolation_level=None)
    try:
        await connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        await connection.execute("PRAGMA foreign_keys = ON")
        if how == "mode=rwc":
            await connection.execute("PRAGMA journal_mode = WAL")
            await connection.execute("PRAGMA synchronous = FULL")
        await connection.execute_fetchall("SELECT count(*) FROM sqlite_schema")
    except BaseException:
        await connection.close()
        raise
    return connection


def _has_log(path: Path) -> bool:
    """Tell whether something that was written may stand in the log of a database only."""
    logs = [path.with_name(path.name + ending) for ending in ("-wal", "-journal")]
    return any(log.exists() and log.stat().st_size for log in logs)


async def make_one_file(path: Path) -> None:
    """Let a database be one file that can be carried away; raise `StoreUnusable`."""
    connection = await connect(path)
    try:
        await connection.execute_fetchall("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise unusable(path, error) from None
    finally:
        await connection.close()


async def migrate(connection: aiosqlite.Connection, path: Path, package: str = MIGRATIONS) -> None:
    """Apply the missing migrations of a package, each in one transaction with its record.

    A copy of an older database is kept beside it. Raises `StoreUnusable` for a database that a
    newer version made, that cannot be written, or that is another one of the bot's.
    """
    steps = await asyncio.to_thread(migrations, package)
    try:
        present = await _known_schema(connection, path, steps)
        if 0 < present < steps[-1][0]:
            await _keep_copy(connection, path.with_name(f"{path.name}{_OF_SCHEMA}{present}"))
        for number, name, sql in steps:
            if number > present:
                await connection.executescript(_with_record(number, name, sql))
    except sqlite3.Error as error:
        if connection.in_transaction:
            await connection.rollback()
        raise unusable(path, error) from None


async def _keep_copy(connection: aiosqlite.Connection, copy: Path) -> None:
    """Copy the database as it is, unless an earlier attempt at the same upgrade did."""
    if not await asyncio.to_thread(copy.exists):
        making = copy.with_name(f"{copy.name}.making")
        await asyncio.to_thread(making.unlink, missing_ok=True)
        await connection.execute("VACUUM INTO ?", (str(making),))
        await asyncio.to_thread(making.replace, copy)


async def check_readable(
    connection: aiosqlite.Connection, path: Path, package: str = MIGRATIONS
) -> None:
    """Raise `StoreUnusable` unless the database is one of ours, of this version or an older one."""
    steps = await asyncio.to_thread(migrations, package)
    if not await _known_schema(connection, path, steps):
        raise StoreUnusable(f"{path} is a database, but none of this bot.")


async def check_schema(
    connection: aiosqlite.Connection, path: Path, package: str = MIGRATIONS
) -> None:
    """Raise `StoreUnusable` unless the database has the present schema."""
    steps = await asyncio.to_thread(migrations, package)
    try:
        present = await _known_schema(connection, path, steps)
    except sqlite3.Error as error:
        raise unusable(path, error) from None
    if present < steps[-1][0]:
        raise StoreUnusable(
            f"The database {path} was made by an older version; stop the bot that uses it and "
            "start it anew, which upgrades the database."
        )


async def _known_schema(
    connection: aiosqlite.Connection, path: Path, steps: list[tuple[int, str, str]]
) -> int:
    """Return the number of the last migration applied, 0 for a new database.

    Raises `StoreUnusable` where a newer version made it, and `OtherDatabase`.
    """
    cursor = await connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'"
    )
    if await cursor.fetchone() is None:
        return 0
    cursor = await connection.execute("SELECT number, name FROM migrations ORDER BY number")
    applied = list(await cursor.fetchall())
    if not applied:
        return 0
    if applied[0][1] != steps[0][1]:
        raise OtherDatabase(
            f"{path} is a database of this bot, but not the one that belongs there: of briefings, "
            "and of what people left, each was put in the other's place. Put the right one there."
        )
    present = int(applied[-1][0])
    refuse_newer(present, steps[-1][0], f"database {path}")
    return present


def remove_copies(path: Path) -> None:
    """Remove what was kept of a database from before it was upgraded."""
    for copy in path.parent.glob(f"{escape(path.name)}{_OF_SCHEMA}*"):
        copy.unlink(missing_ok=True)


def _with_record(number: int, name: str, sql: str) -> str:
    return f"""
        BEGIN IMMEDIATE;
        CREATE TABLE IF NOT EXISTS migrations (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL
        ) STRICT;
        {sql}
        INSERT INTO migrations VALUES ({number}, '{name}', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
        COMMIT;
    """  # noqa: S608 - both values are our own file names


def refuse_newer(present: int, newest: int, what: str) -> None:
    """Raise `StoreUnusable` where a newer version made the database that ``what`` names."""
    if present > newest:
        raise StoreUnusable(
            f"The {what} has schema {present}, but this version knows only up to "
            f"{newest}; install the newer version again, or use another state folder."
        )


def _instead(path: Path) -> str:
    """Return what to have in place of a database that is damaged."""
    if path.name == BRIEFINGS:
        return (
            "`attache restore` a backup, or move it away and start again, which loads the "
            "briefings from their files"
        )
    return (
        "what is in it stands in no other file, so `attache restore` a backup; only where there is "
        "none, move it away, and begin without"
    )


def unusable(path: Path, error: sqlite3.Error) -> StoreUnusable:
    """Return what is wrong with the database in one sentence that says what to do."""
    said = str(error)
    if "locked" in said or "busy" in said:
        remedy = "is locked by another program; close that and try again"
    elif "readonly" in said:
        remedy = "cannot be written; give the bot write access to it and to its folder"
    elif "unable to open" in said:
        remedy = "cannot be opened; check that its folder exists and may be written"
    elif "full" in said:
        remedy = "cannot grow because the disk is full; make room and try again"
    elif isinstance(error, sqlite3.DatabaseError) and (
        "malformed" in said or "not a database" in said
    ):
        remedy = f"is damaged; {_instead(path)}"
    else:
        remedy = f"failed ({said}); look at the disk and its rights"
    return StoreUnusable(f"The database {path} {remedy}.")
