"""What a person has deleted does not come back from where it waited to be written."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.community.community import DATABASE, Community
from bot.community.questions import Question, new_id
from bot.databases.moments import now, stamp
from bot.errors import StoreUnusable
from tests.community.test_upgrading import make_old

if TYPE_CHECKING:
    from pathlib import Path


def held_in(folder: Path, words: bytes) -> list[str]:
    return [each.name for each in folder.iterdir() if words in each.read_bytes()]


async def test_what_waits_for_a_locked_database_is_forgotten(tmp_path: Path) -> None:
    community = await Community.open(tmp_path, 30)
    me, other = community.people.of(7), community.people.of(8)
    with closing(sqlite3.connect(tmp_path / DATABASE, timeout=30, check_same_thread=False)) as held:
        await asyncio.to_thread(held.execute, "BEGIN IMMEDIATE")
        for person in (me, other):
            community.questions.note(
                Question(new_id(), stamp(now()), person, "direct", "Who?", "nothing", (), (), 1.0)
            )
        with pytest.raises(StoreUnusable, match="locked"):
            await community.privacy.forget(me, 7)
        held.execute("ROLLBACK")
    assert await community.questions.flush()

    assert (await community.privacy.held(me, 7)).nothing
    assert (await community.privacy.held(other, 8)).questions == 1
    await community.close()


async def test_what_a_backup_reads_still_is_gone_from_the_log_after_it(tmp_path: Path) -> None:
    community = await Community.open(tmp_path, 30)
    me = community.people.of(7)
    community.questions.note(
        Question(new_id(), stamp(now()), me, "direct", "xylophone", "nothing", (), (), 1.0)
    )
    assert await community.questions.flush()
    with closing(sqlite3.connect(tmp_path / DATABASE, check_same_thread=False)) as backup:
        backup.execute("BEGIN")
        backup.execute("SELECT count(*) FROM questions").fetchall()
        await community.privacy.forget(me, 7)
        assert held_in(tmp_path, b"xylophone") == [f"{DATABASE}-wal"]
        backup.execute("ROLLBACK")

    async with asyncio.timeout(60):
        while held_in(tmp_path, b"xylophone"):
            await asyncio.sleep(0.05)
    await community.close()


async def test_what_an_upgrade_kept_of_the_old_database_goes_with_what_is_deleted(
    tmp_path: Path,
) -> None:
    make_old(tmp_path / DATABASE, 2)
    community = await Community.open(tmp_path, 30)
    copy = tmp_path / f"{DATABASE}.schema-2"
    assert copy.exists()
    await community.privacy.forget(community.people.of(7), 7)
    await community.close()

    assert not copy.exists()
