"""Opening a database by where it is: a file for SQLite, an address for PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from bot.databases.interface import Database
    from bot.databases.migrations import Schema


@dataclass(frozen=True, slots=True)
class Where:
    """Where a database is: in ``file``, or, where there is a ``url``, in PostgreSQL."""

    file: Path
    url: str | None = field(default=None, repr=False)


async def open_database(
    where: Where, schema: Schema, *, read_only: bool = False, overwrites: bool = False
) -> Database:
    """Open a database, making or upgrading it by the migrations of its schema.

    Raises `StoreUnusable`.
    """
    if where.url is None:
        from bot.databases.sqlite.database import SqliteDatabase  # noqa: PLC0415 - only one is used

        return await SqliteDatabase.open(
            where.file, schema, read_only=read_only, overwrites=overwrites
        )
    try:
        from bot.databases.postgres.database import PostgresDatabase  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise StoreUnusable(
            f"ATTACHE_DATABASE_URL needs {error.name}; install it with: pip install "
            "'attache[postgres]'"
        ) from None
    return await PostgresDatabase.open(where.url, schema)
