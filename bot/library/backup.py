"""Backups of the database: made while it is in use, checked before they are trusted."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.library.database import MIGRATIONS, check_readable, connect, unusable
from bot.library.errors import LibraryError, StoreUnusable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.library.shelf import Shelf

_ENDINGS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Part:
    """A database, the backup of it, and the package that has its migrations."""

    database: Path
    backup: Path
    migrations: str = MIGRATIONS


async def back_up(database: Path, target: Path, package: str = MIGRATIONS) -> None:
    """Copy a database to ``target`` by SQLite's online backup, and open the copy to check it.

    Others may read and write the database meanwhile. Raises `StoreUnusable`, and `LibraryError`
    where ``target`` cannot be written or is there already.
    """
    if await asyncio.to_thread(target.exists):
        raise LibraryError(f"{target} is there already; give the backup another name.")
    if not await asyncio.to_thread(target.parent.is_dir):
        raise LibraryError(f"There is no folder {target.parent}; make it, or choose another.")
    making = target.with_name(f"{target.name}.making")
    await asyncio.to_thread(making.unlink, missing_ok=True)
    source = await connect(database, read_only=True)
    try:
        copy = await connect(making)
        try:
            await source.backup(copy)
            # A backup is one file that can be carried away.
            await copy.execute_fetchall("PRAGMA journal_mode = DELETE")
        finally:
            await copy.close()
        await check(making, package)
        await asyncio.to_thread(making.replace, target)
    except sqlite3.Error as error:
        raise unusable(target, error) from None
    except OSError as error:
        raise LibraryError(
            f"{target} cannot be written ({error.strerror}); choose another place."
        ) from None
    finally:
        await source.close()
        await asyncio.to_thread(making.unlink, missing_ok=True)


async def check(database: Path, package: str = MIGRATIONS) -> None:
    """Raise `StoreUnusable` unless ``database`` is whole and of a schema that is known."""
    if not await asyncio.to_thread(database.is_file):
        raise StoreUnusable(f"There is no file {database}.")
    damaged = StoreUnusable(f"{database} is no whole database of this bot; take another backup.")
    try:
        connection = await connect(database, read_only=True)
    except StoreUnusable:
        raise damaged from None
    try:
        await check_readable(connection, database, package)
        rows = await connection.execute_fetchall("PRAGMA integrity_check(1)")
        if [row[0] for row in rows] != ["ok"]:
            raise damaged
    except sqlite3.Error:
        raise damaged from None
    finally:
        await connection.close()


async def restore(shelf: Shelf, parts: Sequence[Part]) -> list[Path]:
    """Put backups in place of databases; return where the old ones are kept.

    All are checked before any is put in place.

    Raises `StateInUse` while a bot runs, `StoreUnusable` for a backup that is none, and
    `LibraryError` where the state folder cannot be written; then nothing was changed.
    """
    lock = await asyncio.to_thread(shelf.hold)
    try:
        for part in parts:
            await check(part.backup, part.migrations)
        return await asyncio.to_thread(_put_in_place, shelf, parts)
    except OSError as error:
        raise LibraryError(
            f"The backup could not be put into {shelf.state} ({error.strerror}); make room there, "
            "or give the bot write access."
        ) from None
    finally:
        await asyncio.to_thread(lock.release)


def _put_in_place(shelf: Shelf, parts: Sequence[Part]) -> list[Path]:
    """Replace the databases so that there is one in each place at any moment, old or new."""
    copies = [_beside(part.database, "making") for part in parts]
    for part, copy in zip(parts, copies, strict=True):
        shutil.copyfile(part.backup, copy)
        _sync(copy)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    kept = []
    for part, copy in zip(parts, copies, strict=True):
        if part.database.exists():
            aside = _beside(part.database, f"replaced-{moment}")
            kept.append(aside)
            _keep_aside(part.database, aside)
        copy.replace(part.database)
        _sync(shelf.state)
    shutil.rmtree(shelf.indexes, ignore_errors=True)
    return kept


def _keep_aside(database: Path, aside: Path) -> None:
    """Keep a second name for a database, and take its log out of the way of the next one."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            # What stands in its log goes into the database itself.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        pass  # it is damaged, and kept as it is, with its log
    for ending in _ENDINGS:
        present = database.with_name(database.name + ending)
        if present.exists():
            aside.with_name(aside.name + ending).hardlink_to(present)
    for ending in _ENDINGS[1:]:
        database.with_name(database.name + ending).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk before going on."""
    if os.name == "nt" and path.is_dir():
        return  # Windows has no such thing
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}.{ending}")
