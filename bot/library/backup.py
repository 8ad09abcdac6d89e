"""Backups of the database: made while it is in use, checked before they are trusted."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.databases.sqlite.connecting import connect, files_of
from bot.databases.sqlite.schema import check_readable
from bot.databases.sqlite.troubles import unusable
from bot.errors import AttacheError, StoreUnusable
from bot.library.migrations import LIBRARY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.databases.migrations import Schema

_OF_THE_SOURCE = {
    sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED,
}  # fmt: skip
"""What goes wrong with what is copied; anything else does with the copy."""


@dataclass(frozen=True, slots=True)
class Part:
    """A database, the backup of it, and the schema of both."""

    database: Path
    backup: Path
    schema: Schema = LIBRARY


async def back_up(parts: Sequence[Part]) -> None:
    """Copy databases by SQLite's online backup, and open the copies to check them.

    Others may read and write them meanwhile. The copies have their names only once all are whole,
    the first part's last; where one fails nothing is left. Raises `StoreUnusable`, and
    `AttacheError` where a copy is there already, or has no folder.
    """
    copies = [(part, making_of(part.backup)) for part in parts]
    for part, _ in copies:
        await asyncio.to_thread(_refuse_place, part.backup)
    try:
        for part, making in copies:
            await copy(part.database, making, called=part.backup)
            await check(
                making, part.schema, named=part.database, remedy="`attache restore` an earlier one"
            )
        for part, making in reversed(copies):
            await asyncio.to_thread(making.replace, part.backup)
    except OSError as error:
        raise StoreUnusable(
            f"{parts[0].backup} cannot be written ({error.strerror}); choose another place."
        ) from None
    finally:
        for _, making in copies:
            await asyncio.to_thread(remove, making)


def _refuse_place(backup: Path) -> None:
    try:
        # The longest of the names that SQLite gives what it makes there may be too long.
        _is_there(files_of(making_of(backup))[-1])
        is_there = _is_there(backup)
    except OSError as error:
        raise AttacheError(
            f"{backup} cannot be made ({error.strerror}); choose another place, or a shorter name."
        ) from None
    if is_there:
        raise AttacheError(f"{backup} is there already; give the backup another name.")
    if not backup.parent.is_dir():
        raise AttacheError(f"There is no folder {backup.parent}; make it, or choose another.")


def _is_there(path: Path) -> bool:
    """Tell whether there is such a file or folder; raise ``OSError`` where that cannot be told."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


async def copy(database: Path, to: Path, *, called: Path) -> None:
    """Copy a database, with what stands in its log alone, to one file; raise `StoreUnusable`.

    Others may read and write it meanwhile. What is wrong with the copy is said of what it is
    ``called`` in the end.
    """
    source = await connect(database, read_only=True)
    try:
        await asyncio.to_thread(remove, to)
        target = await connect(to)
        try:
            await source.backup(target)
            # A backup is one file that can be carried away.
            await target.execute_fetchall("PRAGMA journal_mode = DELETE")
        finally:
            await target.close()
    except sqlite3.Error as error:
        is_of_source = error.sqlite_errorcode & 0xFF in _OF_THE_SOURCE
        raise unusable(database if is_of_source else called, error) from None
    finally:
        await source.close()


def making_of(database: Path) -> Path:
    """Return where what takes the place of a database is made."""
    return database.with_name(f"{database.name}.making")


def remove(database: Path) -> None:
    """Remove a database with its log, if it is there."""
    for file in files_of(database):
        file.unlink(missing_ok=True)


async def check(
    database: Path,
    schema: Schema = LIBRARY,
    *,
    named: Path | None = None,
    remedy: str = "take another backup",
) -> None:
    """Raise `StoreUnusable` unless ``database`` is whole and of a schema that is known.

    A copy is ``named`` as what it is a copy of. One that is whole but of another schema is an
    `OtherDatabase`.
    """
    named = named or database
    if not await asyncio.to_thread(database.is_file):
        raise StoreUnusable(f"There is no file {named}.")
    damaged = StoreUnusable(f"{named} is no whole database of this bot; {remedy}.")
    try:
        connection = await connect(database, read_only=True)
    except StoreUnusable:
        raise damaged from None
    try:
        await check_readable(connection, named, schema, remedy)
        rows = await connection.execute_fetchall("PRAGMA integrity_check(1)")
        if [row[0] for row in rows] != ["ok"]:
            raise damaged
    except sqlite3.Error:
        raise damaged from None
    finally:
        await connection.close()
