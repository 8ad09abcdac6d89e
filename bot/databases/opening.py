"""Opening a database by where it is: a file for SQLite, an address for PostgreSQL."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from bot.databases.interface import Database
    from bot.databases.migrations import Schema


@dataclass(frozen=True, slots=True)
class Where:
    """Where a database is: in ``file``, or, where there is a ``url``, in PostgreSQL.

    The ``witness`` is a file that is there once the database was: where that has nothing in it
    then, it is damaged, and not new.
    """

    file: Path
    url: str | None = field(default=None, repr=False)
    witness: Path | None = None

    def is_missed(self) -> bool:
        """Tell whether there is no file, though there was one."""
        if self.url or self.witness is None:
            return False
        return self.witness.exists() and not self.file.exists()

    def has_been(self) -> bool:
        """Tell whether there is a file that was used before."""
        return self.witness is not None and self.witness.exists() and self.file.exists()


async def open_database(
    where: Where, schema: Schema, *, read_only: bool = False, overwrites: bool = False
) -> Database:
    """Open a database, making or upgrading it by the migrations of its schema.

    Raises `StoreUnusable`.
    """
    if where.url is None:
        from bot.databases.sqlite.database import SqliteDatabase  # noqa: PLC0415 - only one is used

        has_been = await asyncio.to_thread(where.has_been)
        return await SqliteDatabase.open(
            where.file, schema, read_only=read_only, overwrites=overwrites, has_been=has_been
        )
    try:
        from bot.databases.postgres.database import PostgresDatabase  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise StoreUnusable(
            f"ATTACHE_DATABASE_URL needs {error.name}; install it from the project's folder: pip "
            "install -c constraints.txt '.[postgres]'"
        ) from None
    return await PostgresDatabase.open(where.url, schema)
