"""What people left with an older version is upgraded whole, and kept where that fails."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.community.community import DATABASE, Community
from bot.community.follows import FollowerKind
from bot.community.migrations import COMMUNITY
from bot.community.servers import ServerSettings
from bot.databases.migrations import Migration, migrations
from bot.databases.sqlite import schema as sqlite_schema
from bot.errors import StoreUnusable

OLD = Path(__file__).parent / "old"
PAST = [number for number, _, _ in migrations(COMMUNITY)][:-1]
TABLES = ("servers", "questions", "votes", "followers", "follows", "notices", "audit")


def make_old(path: Path, schema: int) -> None:
    """Make the database that a version with an older schema left behind."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((OLD / f"{schema:03}.sql").read_text(encoding="utf-8"))


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_there_is_an_old_database_for_every_past_schema() -> None:
    assert [int(path.stem) for path in sorted(OLD.glob("*.sql"))] == PAST


@pytest.mark.parametrize("schema", PAST)
async def test_an_old_database_is_upgraded_with_all_it_holds(tmp_path: Path, schema: int) -> None:
    path = tmp_path / DATABASE
    make_old(path, schema)
    before = dump(path)
    community = await Community.open(tmp_path, 30)
    try:
        settings = await community.servers.of(100)
        assert settings == ServerSettings(
            channels=frozenset({7, 8}), private=True, mentions=False, language="de", person_pace=5
        )
        assert [each.label for each in await community.follows.of(FollowerKind.PERSON, 200)] == [
            "Karlsheim"
        ]
        assert [each.did for each in await community.audit.entries()] == ["/settings"]
        for table in TABLES:
            rows = await community.database.read(f"SELECT count(*) FROM {table}")
            assert rows[0][0] == 1, table
    finally:
        await community.close()
    assert dump(path.with_name(f"{DATABASE}.schema-{schema}")) == before


@pytest.mark.parametrize("schema", PAST)
async def test_an_upgrade_that_fails_leaves_the_old_database_and_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: int
) -> None:
    path = tmp_path / DATABASE
    make_old(path, schema)
    before = dump(path)
    sql = "ALTER TABLE votes ADD COLUMN half TEXT; SELECT nonsense;"
    broken = Migration(schema + 1, "broken", sql)
    steps = [*migrations(COMMUNITY)[:schema], broken]
    with monkeypatch.context() as patch:
        patch.setattr(sqlite_schema, "migrations", lambda *_: steps)
        with pytest.raises(StoreUnusable):
            await Community.open(tmp_path, 30)

    assert dump(path) == before
    assert dump(path.with_name(f"{DATABASE}.schema-{schema}")) == before
    community = await Community.open(tmp_path, 30)
    await community.close()
