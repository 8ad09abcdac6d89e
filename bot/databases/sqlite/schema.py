"""Bringing a SQLite file to the present schema, or telling that it has another."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress
from glob import escape
from typing import TYPE_CHECKING

from bot.databases.migrations import migrations, refuse_newer
from bot.databases.sqlite.connecting import make_private
from bot.databases.sqlite.troubles import emptied, unusable
from bot.errors import OtherDatabase, StoreOlder, StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path

    import aiosqlite

    from bot.databases.migrations import Migration, Schema

_OF_SCHEMA = ".schema-"


async def migrate(connection: aiosqlite.Connection, path: Path, schema: Schema) -> None:
    """Apply the missing migrations of a schema, each in one transaction with its record.

    A copy of an older database is kept beside it. Raises `StoreUnusable` for a database that a
    newer version made, that cannot be written, or that is another one of the bot's.
    """
    steps = await asyncio.to_thread(migrations, schema)
    try:
        present = await _known_schema(connection, path, steps)
        if 0 < present < steps[-1].number:
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
    if await asyncio.to_thread(copy.exists):
        return
    making = copy.with_name(f"{copy.name}.making")
    try:
        await asyncio.to_thread(making.unlink, missing_ok=True)
        await asyncio.to_thread(make_private, making)  # an empty file may be written over
        await connection.execute("VACUUM INTO ?", (str(making),))
        await asyncio.to_thread(making.replace, copy)
    except OSError as error:
        raise StoreUnusable(
            f"The copy {copy} cannot be made ({error.strerror}), without which nothing is "
            "upgraded; make room there, or give the bot write access."
        ) from None
    finally:
        with suppress(OSError):
            await asyncio.to_thread(making.unlink, missing_ok=True)


async def refuse_emptied(connection: aiosqlite.Connection, path: Path) -> None:
    """Raise `StoreUnusable` where a database that was used has nothing in it any more.

    A full disk or a lost power may leave that, or a copy without its log.
    """
    try:
        is_empty = await _is_empty(connection)
    except sqlite3.Error as error:
        raise unusable(path, error) from None
    if is_empty:
        raise emptied(path)


async def _is_empty(connection: aiosqlite.Connection) -> bool:
    rows = await connection.execute_fetchall("SELECT count(*) FROM sqlite_schema")
    return [row[0] for row in rows] == [0]


async def check_readable(
    connection: aiosqlite.Connection, path: Path, schema: Schema, remedy: str
) -> None:
    """Raise `StoreUnusable` unless the database is one of ours, of this version or an older one.

    It tells the ``remedy``.
    """
    steps = await asyncio.to_thread(migrations, schema)
    if not await _known_schema(connection, path, steps):
        holds = (
            "an empty database"
            if await _is_empty(connection)
            else "a database, but none of this bot"
        )
        raise StoreUnusable(f"{path} is {holds}; {remedy}.")


async def check_schema(connection: aiosqlite.Connection, path: Path, schema: Schema) -> None:
    """Raise `StoreUnusable` unless the database has the present schema, an older `StoreOlder`."""
    steps = await asyncio.to_thread(migrations, schema)
    try:
        present = await _known_schema(connection, path, steps)
    except sqlite3.Error as error:
        raise unusable(path, error) from None
    if present < steps[-1].number:
        raise StoreOlder(
            f"The database {path} was made by an older version; stop the bot that uses it, if one "
            "does, and `attache migrate` upgrades the database, as the next start does."
        )


async def _known_schema(
    connection: aiosqlite.Connection, path: Path, steps: list[Migration]
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
    if applied[0][1] != steps[0].name:
        raise OtherDatabase(
            f"{path} is a database of this bot, but not the one that belongs there: of briefings, "
            "and of what people left, each was put in the other's place. Put the right one there."
        )
    present = int(applied[-1][0])
    refuse_newer(present, steps[-1].number, f"database {path}")
    return present


def copies_of(path: Path) -> list[Path]:
    """Return what was kept of a database from before it was upgraded."""
    return sorted(path.parent.glob(f"{escape(path.name)}{_OF_SCHEMA}*"))


def remove_copies(path: Path) -> None:
    """Remove what was kept of a database from before it was upgraded."""
    for copy in copies_of(path):
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
