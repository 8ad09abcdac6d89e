"""Bringing the tables of PostgreSQL to the present schema."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.databases.migrations import migrations, refuse_newer
from bot.databases.postgres.connecting import KEEPALIVE, LOCK, connect, left

if TYPE_CHECKING:
    from bot.databases.migrations import Schema


# What waits longer waits for a process that does nothing any more.
_WAIT_SECONDS = 300.0
# A migration may rewrite every table, in one go.
_MIGRATION_SECONDS = 3_600.0


async def migrate(url: str, schema: Schema) -> None:
    """Apply the missing migrations, each in one transaction with its record.

    Of several processes that start at once one does it, while the others wait for it.
    """
    steps = await asyncio.to_thread(migrations, schema, "postgresql")
    connection = await connect(url, schema.name, _WAIT_SECONDS, **KEEPALIVE)
    try:
        await connection.execute(f"SELECT pg_advisory_lock({LOCK})", f"migrate {schema.name}")
        await connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema.name}")
        await connection.execute(
            "CREATE TABLE IF NOT EXISTS migrations"
            " (number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)"
        )
        present = await connection.fetchval("SELECT coalesce(max(number), 0) FROM migrations")
        refuse_newer(present, steps[-1].number, f"schema {schema.name} of the database")
        for number, name, sql in steps:
            if number > present:
                async with connection.transaction():
                    await connection.execute(sql, timeout=_MIGRATION_SECONDS)
                    await connection.execute(
                        "INSERT INTO migrations VALUES ($1, $2, now()::text)", number, name
                    )
    finally:
        await left(connection)
