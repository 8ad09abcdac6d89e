"""What waits on disk until the shared database is back."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.community.outbox import Outbox
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path


async def test_what_is_forgotten_while_somebody_reads_is_gone_from_the_log_after_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "outbox.sqlite3"
    outbox = await Outbox.open(path)
    log = tmp_path / "outbox.sqlite3-wal"
    try:
        await outbox.put("question", [("a", "2030", "me", "server", "xylophone")])
        with closing(sqlite3.connect(path)) as reading:
            reading.execute("BEGIN")
            reading.execute("SELECT count(*) FROM waiting").fetchall()
            await outbox.forget("question", 2, "me")
            assert outbox.waiting == 0
            assert b"xylophone" in log.read_bytes()
        async with asyncio.timeout(60):
            while b"xylophone" in log.read_bytes():
                await asyncio.sleep(0.05)
        assert b"xylophone" not in path.read_bytes()
    finally:
        await outbox.close()


async def test_of_what_cannot_be_put_whole_nothing_waits(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite3"
    outbox = await Outbox.open(path)
    rows = [(str(number),) for number in range(5)]
    try:
        with closing(sqlite3.connect(path)) as other:
            other.execute(
                "CREATE TRIGGER full AFTER INSERT ON waiting WHEN NEW.place > 3"
                " BEGIN SELECT raise(ABORT, 'database or disk is full'); END"
            )
            with pytest.raises(StoreUnusable, match="disk is full"):
                await outbox.put("vote", rows)
            assert (outbox.waiting, await outbox.first()) == (0, [])
            other.execute("DROP TRIGGER full")
        assert await outbox.put("vote", rows) == 5
        await outbox.remove((await outbox.first(4))[-1].place)
        assert outbox.waiting == len(await outbox.first()) == 1
    finally:
        await outbox.close()


async def test_what_waits_in_a_damaged_file_is_not_looked_for_in_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite3"
    path.write_bytes(b"no database" * 1_000)

    with pytest.raises(StoreUnusable, match="is damaged; move it away, with what waited in it"):
        await Outbox.open(path)
