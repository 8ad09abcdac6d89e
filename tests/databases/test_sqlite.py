"""A SQLite file that another program holds is waited for, and never for long."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.community.migrations import COMMUNITY
from bot.databases.sqlite.connecting import BUSY_MS
from bot.databases.sqlite.database import SqliteDatabase
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

_WRITE = "INSERT INTO audit (at, who, did, detail, token) VALUES ('', $1, '', '', $1)"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[SqliteDatabase]:
    opened = await SqliteDatabase.open(tmp_path / "community.sqlite3", COMMUNITY)
    yield opened
    await opened.close()


async def write(database: SqliteDatabase, who: str) -> tuple[bool, float]:
    """Write, and return whether that could be done, and how many seconds it took."""
    began = time.monotonic()
    try:
        await database.write(_WRITE, who)
    except StoreUnusable:
        return False, time.monotonic() - began
    return True, time.monotonic() - began


async def test_all_who_wait_for_another_program_wait_for_it_together(
    database: SqliteDatabase, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "community.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for group in ("a", "b"):
            done = await asyncio.gather(*(write(database, f"{group}{n}") for n in range(4)))
            assert not any(is_written for is_written, _ in done)
            assert max(seconds for _, seconds in done) < 1.4 * BUSY_MS / 1000


async def test_who_comes_after_a_failure_is_written_as_soon_as_the_file_is_free(
    database: SqliteDatabase, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "community.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnusable, match="is locked by another program"):
            await database.write(_WRITE, "early")
        waiting = [asyncio.create_task(write(database, f"late {n}")) for n in range(3)]
        await asyncio.sleep(0.5)
        other.execute("ROLLBACK")
        done = await asyncio.gather(*waiting)

    assert all(is_written for is_written, _ in done)
    [(timeout,)] = await database._writing.execute_fetchall("PRAGMA busy_timeout")
    assert timeout == BUSY_MS


async def test_a_sqlite_that_is_too_old_is_told_of_and_not_taken_for_a_failing_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.34.1")

    with pytest.raises(StoreUnusable, match=r"^SQLite 3\.37 or later is needed, .* has 3\.34\.1;"):
        await SqliteDatabase.open(tmp_path / "community.sqlite3", COMMUNITY)
    assert not list(tmp_path.iterdir())
