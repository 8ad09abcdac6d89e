"""What a restore kept aside holds nothing that people had deleted, nor what is too old."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.community.community import DATABASE, Community
from bot.community.questions import Question, new_id
from bot.community.servers import ServerSettings
from bot.databases.moments import now, stamp
from bot.errors import StoreUnusable
from tests.community.test_upgrading import make_old

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

KEPT_DAYS = 30


def aside_in(state: Path, days_ago: int = 0) -> Path:
    """Return the name of a database that was kept aside so many days ago."""
    moment = now() - timedelta(days=days_ago)
    return state / f"{DATABASE}.replaced-{moment:%Y%m%dT%H%M%S%f}"


@asynccontextmanager
async def opened(state: Path, days: int = KEPT_DAYS) -> AsyncIterator[Community]:
    community = await Community.open(state, days)
    try:
        yield community
    finally:
        await community.close()


async def leave_aside(state: Path, *, days_ago: int = 0) -> Path:
    """Keep aside a database with a question of two people, and the settings of a server."""
    async with opened(state) as community:
        for person, words in ((7, "xylophone?"), (8, "harpsichord?")):
            name, at = community.people.of(person), stamp(now() - timedelta(days=days_ago))
            community.questions.note(
                Question(new_id(), at, name, "direct", words, "nothing", (), (), 1.0)
            )
        await community.servers.change(100, ServerSettings(language="de"))
    aside = aside_in(state)
    (state / DATABASE).replace(aside)
    return aside


def in_aside(aside: Path, table: str) -> int:
    with closing(sqlite3.connect(aside)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


async def test_what_somebody_deletes_goes_from_all_that_restores_kept_and_the_rest_stays(
    tmp_path: Path,
) -> None:
    kept = [await leave_aside(tmp_path) for _ in range(2)]
    async with opened(tmp_path) as community:
        await community.privacy.forget(community.people.of(7), 7)

    for aside in kept:
        assert b"xylophone" not in aside.read_bytes()
        assert (in_aside(aside, "questions"), in_aside(aside, "servers")) == (1, 1)
    assert not [path.name for path in tmp_path.iterdir() if b"xylophone" in path.read_bytes()]


async def test_what_was_deleted_before_goes_by_itself(tmp_path: Path) -> None:
    async with opened(tmp_path) as community:
        await community.privacy.forget(community.people.of(7), 7)
    present = (tmp_path / DATABASE).read_bytes()
    aside = await leave_aside(tmp_path)
    (tmp_path / DATABASE).write_bytes(present)
    async with opened(tmp_path) as community:
        await community.database.write("UPDATE forgotten SET at = $1", stamp(now()))
        await community.questions.prune()

    assert b"xylophone" not in aside.read_bytes()
    assert b"harpsichord" in aside.read_bytes()


async def test_what_is_too_old_goes_from_what_a_restore_kept(tmp_path: Path) -> None:
    aside = await leave_aside(tmp_path, days_ago=KEPT_DAYS - 1)
    async with opened(tmp_path, KEPT_DAYS - 2) as community:
        await community.questions.prune()

    assert (in_aside(aside, "questions"), in_aside(aside, "servers")) == (0, 1)


async def test_one_of_an_older_version_is_cleaned_and_leaves_no_copy(tmp_path: Path) -> None:
    aside = aside_in(tmp_path)
    make_old(aside, 2)
    async with opened(tmp_path) as community:
        await community.privacy.forget(community.people.of(200), 200)

    assert in_aside(aside, "servers") == 1
    assert in_aside(aside, "followers WHERE kind = 'person' AND target = 200") == 0
    assert [path.name for path in tmp_path.glob("*.replaced-*")] == [aside.name]


async def broken(state: Path, kind: str, days_ago: int = 0) -> Path:
    """Keep aside what nothing can be deleted in: a damaged database, or one of a newer version."""
    aside = aside_in(state, days_ago)
    if kind == "damaged":
        aside.write_bytes(b"what a failing disk leaves" * 1_000)
        return aside
    (await leave_aside(state)).replace(aside)
    with closing(sqlite3.connect(aside)) as connection:
        connection.execute("INSERT INTO migrations VALUES (999, 'later', '')")
        connection.commit()
    return aside


@pytest.mark.parametrize("kind", ["damaged", "newer"])
async def test_one_in_which_nothing_can_be_deleted_goes_once_somebody_deletes(
    tmp_path: Path, kind: str
) -> None:
    aside = await broken(tmp_path, kind)
    with capture_logs() as logged:
        async with opened(tmp_path) as community:
            await community.questions.prune()
            assert aside.exists()
            await community.privacy.forget(community.people.of(7), 7)

    assert not aside.exists()
    (told,) = [each for each in logged if each["log_level"] == "warning" and "file" in each]
    assert "was removed, as nothing can be deleted in it" in told["event"]
    assert told["file"] == str(aside)


@pytest.mark.parametrize("kind", ["damaged", "newer"])
async def test_one_in_which_nothing_can_be_deleted_goes_when_all_in_it_is_too_old(
    tmp_path: Path, kind: str
) -> None:
    old = await broken(tmp_path, kind, days_ago=KEPT_DAYS + 1)
    young = await broken(tmp_path, kind, days_ago=KEPT_DAYS - 1)
    async with opened(tmp_path) as community:
        await community.questions.prune()

    assert (old.exists(), young.exists()) == (False, True)


async def test_one_that_another_program_holds_stays_and_the_person_is_told(tmp_path: Path) -> None:
    aside = await leave_aside(tmp_path)
    async with opened(tmp_path) as community:
        with closing(sqlite3.connect(aside, check_same_thread=False)) as held:
            await asyncio.to_thread(held.execute, "BEGIN EXCLUSIVE")
            with pytest.raises(StoreUnusable, match="locked"):
                await community.privacy.forget(community.people.of(7), 7)
            held.execute("ROLLBACK")
        await community.questions.prune()

    assert b"xylophone" not in aside.read_bytes()
