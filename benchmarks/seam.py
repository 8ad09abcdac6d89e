"""What the one interface over SQLite and PostgreSQL costs SQLite: ``python -m benchmarks.seam``.

The same statements through the interface and through aiosqlite alone, by turns in one run.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.databases.sqlite.connecting import connect
from bot.databases.sqlite.database import SqliteDatabase
from bot.library.migrations import LIBRARY

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_ROUNDS = 7
_READS = 3_000
_ROWS = 100_000
_ROW_SQL = "SELECT number, key FROM identities WHERE number = "


def main() -> None:
    """Print the ratios of reading single rows and of adding many."""
    asyncio.run(_measure())


async def _measure() -> None:
    with tempfile.TemporaryDirectory(prefix="attache-seam-") as folder:
        path = Path(folder) / "seam.sqlite3"
        database = await SqliteDatabase.open(path, LIBRARY)
        await database.write("INSERT INTO identities (key) VALUES ($1)", "a")
        plain = await connect(path)
        rows = [(f"k{place}", "t", "n") for place in range(_ROWS)]

        async def read_through() -> None:
            for _ in range(_READS):
                await database.read(f"{_ROW_SQL}$1", 1)

        async def read_plainly() -> None:
            for _ in range(_READS):
                await plain.execute_fetchall(f"{_ROW_SQL}?", (1,))

        async def add_through() -> None:
            async with database.held("seam") as session:
                await session.insert("withdrawals", ("key", "at", "who"), rows)

        async def add_plainly() -> None:
            await plain.execute("BEGIN IMMEDIATE")
            await plain.executemany("INSERT INTO withdrawals VALUES (?, ?, ?)", rows)
            await plain.rollback()

        try:
            await _compare("reading one row", read_through, read_plainly)
            await _compare(f"adding {_ROWS:,} rows", add_through, add_plainly)
        finally:
            await plain.close()
            await database.close()


async def _compare(
    what: str, through: Callable[[], Awaitable[None]], plainly: Callable[[], Awaitable[None]]
) -> None:
    ratios = []
    for _ in range(_ROUNDS):
        ours, theirs = await _seconds(through), await _seconds(plainly)
        ratios.append(ours / theirs)
    typer.echo(
        f"{what}: {statistics.median(ratios):.2f} times as long as through aiosqlite alone "
        f"({min(ratios):.2f} to {max(ratios):.2f})"
    )


async def _seconds(work: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


if __name__ == "__main__":
    typer.run(main)
