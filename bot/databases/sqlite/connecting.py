"""Connecting to a SQLite file, also where it may only be read."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

import aiosqlite

from bot.databases.sqlite.troubles import unusable
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path

BUSY_MS = 2_000
SIDE_ENDINGS = ("-wal", "-shm", "-journal")
"""What SQLite adds to the name of a database for the files it keeps beside it."""
_OLDEST = (3, 37)
"""The first SQLite with tables whose columns hold nothing else than they say (STRICT)."""
_MAY_NOT_WRITE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
_NO_ROOM = {sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMMAP}
"""What goes wrong with the files that SQLite makes beside a database where the disk is full."""


def files_of(database: Path) -> list[Path]:
    """Return the file of a database and those that SQLite may keep beside it."""
    return [database, *(database.with_name(database.name + each) for each in SIDE_ENDINGS)]


def make_private(path: Path) -> None:
    """Make a file that its owner alone may read, where there is none; raise ``OSError``.

    SQLite would let everybody read what it makes; the files beside it get the rights of this one.
    """
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


async def connect(path: Path, *, read_only: bool = False) -> aiosqlite.Connection:
    """Return a connection to ``path``; the caller closes it. Raises `StoreUnusable`.

    What cannot be written can be read only where nothing is left in its log.
    """
    if sqlite3.sqlite_version_info < _OLDEST:
        raise StoreUnusable(
            f"SQLite {'.'.join(map(str, _OLDEST))} or later is needed, and this Python has "
            f"{sqlite3.sqlite_version}; use a Python that comes with a newer one."
        )
    if not read_only:
        with suppress(OSError):  # SQLite says what is wrong
            await asyncio.to_thread(make_private, path)
    try:
        return await _connected(path, "mode=ro" if read_only else "mode=rwc")
    except sqlite3.Error as error:
        code = error.sqlite_errorcode
        shut = read_only and (code & 0xFF in _MAY_NOT_WRITE or code in _NO_ROOM)
        if not shut or not await asyncio.to_thread(path.is_file):
            raise unusable(path, error) from None
    # SQLite makes files beside a database in order to read it, and cannot here. What nobody
    # changes is read without them: https://www.sqlite.org/wal.html#read_only_databases
    if await asyncio.to_thread(_has_log, path):
        raise StoreUnusable(
            f"The database {path} was not closed, and what was written last stands in its log "
            "beside it, which only who can write that folder can read. Make the folder writable "
            "again, or room on its disk, or copy it whole and name the copy in ATTACHE_STATE."
        )
    try:
        return await _connected(path, "mode=ro&immutable=1")
    except sqlite3.Error as error:
        raise unusable(path, error) from None


async def _connected(path: Path, how: str) -> aiosqlite.Connection:
    """Return a connection opened with the parameters ``how``; raise ``sqlite3.Error``."""
    address = f"{path.resolve().as_uri()}?{how}"  # noqa: ASYNC240 - no file is touched
    connection = aiosqlite.connect(address, uri=True, isolation_level=None)
    try:
        await connection
    except BaseException:
        # Its thread still has something to say, to a loop that may be closed by then.
        await asyncio.to_thread(connection._thread.join)  # noqa: SLF001 - there is no other way
        raise
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
