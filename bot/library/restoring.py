"""Putting backups in place of databases, and what is kept of these then."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from errno import EEXIST
from glob import escape
from typing import TYPE_CHECKING

from bot.databases.sqlite.connecting import files_of
from bot.errors import StoreUnusable
from bot.library.backup import check, copy, making_of, remove
from bot.library.files import keep_as, sync

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.library.backup import Part
    from bot.library.shelf import Shelf

_REPLACED = "replaced-"
_STAMP = "%Y%m%dT%H%M%S%f"


async def restore(shelf: Shelf, parts: Sequence[Part]) -> list[Path]:
    """Put backups in place of databases; return where the old ones are kept.

    All are checked, and copied with their logs, before any is put in place.

    Raises `StateInUse` while a bot runs, and `StoreUnusable` for a backup that is none, or where
    the state folder cannot be written; then nothing was changed.
    """
    lock = await asyncio.to_thread(shelf.hold)
    try:
        for part in parts:
            await check(part.backup, part.schema)
        return await _replaced(shelf, parts)
    except OSError as error:
        raise StoreUnusable(
            f"The backup could not be put into {shelf.state} ({error.strerror}); make room there, "
            "or give the bot write access."
        ) from None
    finally:
        await asyncio.to_thread(lock.release)


async def _replaced(shelf: Shelf, parts: Sequence[Part]) -> list[Path]:
    copies = [making_of(part.database) for part in parts]
    try:
        for part, making in zip(parts, copies, strict=True):
            await copy(part.backup, making, called=part.database)
            await asyncio.to_thread(sync, making)
        return await asyncio.to_thread(_put_in_place, shelf, parts, copies)
    finally:
        for making in copies:
            await asyncio.to_thread(remove, making)


def _put_in_place(shelf: Shelf, parts: Sequence[Part], copies: Sequence[Path]) -> list[Path]:
    """Replace the databases so that there is one in each place at any moment, old or new.

    All are replaced by the copies, or none. Raises ``OSError``.
    """
    # To the microsecond, so that a second restore at once finds a name of its own.
    moment = datetime.now(UTC).strftime(_STAMP)
    kept = []
    with ExitStack() as undoing:
        for part, making in zip(parts, copies, strict=True):
            aside = part.database.with_name(f"{part.database.name}.{_REPLACED}{moment}")
            if aside.exists():
                raise FileExistsError(EEXIST, f"{aside.name} is there already")
            if part.database.exists():
                kept.append(aside)
                undoing.callback(_put_back, part.database, aside)
                _keep_aside(part.database, aside)
            else:
                undoing.callback(part.database.unlink, missing_ok=True)
            making.replace(part.database)
            sync(shelf.state)
        undoing.pop_all()
    shutil.rmtree(shelf.indexes, ignore_errors=True)
    return kept


def kept_aside(database: Path) -> list[Path]:
    """Return the databases that restores kept aside from this one's place, the oldest first."""
    found = database.parent.glob(f"{escape(database.name)}.{_REPLACED}*")
    return sorted(file for file in found if _moment_in(file))


def moment_of(aside: Path) -> datetime:
    """Return when a database was kept aside; raise ``ValueError`` for what is none."""
    if moment := _moment_in(aside):
        return moment
    raise ValueError(aside)


def _moment_in(aside: Path) -> datetime | None:
    stamped = aside.name.rpartition(f".{_REPLACED}")[2]
    try:
        return datetime.strptime(stamped, _STAMP).replace(tzinfo=UTC)
    except ValueError:  # what lies beside one
        return None


def _keep_aside(database: Path, aside: Path) -> None:
    """Keep a second name for a database, and take its log out of the way of the next one."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            # What stands in its log goes into the database itself.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        pass  # it is damaged, and kept as it is, with its log
    for present, kept in zip(files_of(database), files_of(aside), strict=True):
        if present.exists():
            keep_as(kept, present)
    for beside in files_of(database)[1:]:
        beside.unlink(missing_ok=True)


def _put_back(database: Path, aside: Path) -> None:
    """Have a database that was kept aside, wholly or in part, in its place alone."""
    for present, kept in zip(files_of(database), files_of(aside), strict=True):
        if kept.exists():
            if not (present.exists() and present.samefile(kept)):
                kept.replace(present)
            kept.unlink(missing_ok=True)
