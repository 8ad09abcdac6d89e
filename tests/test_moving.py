"""Everything can be moved to a shared database and back, and arrives as it was."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.backups import back_up_all
from bot.community.community import Community
from bot.community.follows import Follow, FollowerKind
from bot.community.migrations import COMMUNITY
from bot.community.questions import Question, new_id
from bot.community.servers import ServerSettings
from bot.databases.migrations import migrations
from bot.databases.opening import Where, open_database
from bot.errors import AttacheError, StoreUnusable
from bot.library.library import Library
from bot.library.migrations import LIBRARY
from bot.moving import TABLES, home_of, in_files, in_folder, in_postgres, move

if TYPE_CHECKING:
    from pathlib import Path

    from bot.databases.interface import Database
    from bot.databases.migrations import Schema
    from bot.library.shelf import Shelf
    from tests.postgres import PostgresServer

# What a database knows of itself, of its processes and of its schema stays where it is.
STAYS = {"migrations", "processes", "identifies"}


async def fill(shelf: Shelf) -> None:
    """Leave something in every table, with characters of all kinds."""
    library = await Library.open(shelf)
    (shelf.data / "more.jsonl").write_text('{"id": "ö", "text": "Ünïcode 🦊 and “quotes”.\\u2028"}')
    await library.reload(by="test")
    await library.editing.withdraw(3, by="test")
    await library.close()
    community = await Community.open(shelf.state, 90, shelf.url)
    person = community.people.of(7)
    question = Question(
        new_id(), "2030-01-01T00:00:00Z", person, "server", "Who? 🦊", "nothing", ("x",), (1,), 1.25
    )
    community.questions.note(question)
    await community.questions.flush()
    await community.votes.cast(question.id, person, helpful=False, remark="nö")
    await community.servers.change(5, ServerSettings(channels=frozenset({6}), language="de"))
    await community.follows.follow(FollowerKind.PERSON, 7, Follow("t", "OSCE", 0), language="fr")
    [follower] = await community.follows.due(9, pause=timedelta())
    await community.follows.claim(follower, [9], 9)
    await community.audit.record("ada", "denied", "/admin")
    await community.close()


async def tables_of(database: Database) -> set[str]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    if database.is_shared:
        query = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    return {name for (name,) in await database.read(query)}


@pytest.mark.parametrize("schema", [LIBRARY, COMMUNITY], ids=lambda each: each.name)
async def test_no_table_is_left_behind(schema: Schema, tmp_path: Path, url: str | None) -> None:
    database = await open_database(Where(tmp_path / "x.sqlite3", url), schema)
    listed = {table.name for table in TABLES[schema]}
    # Which collection it is, each database of briefings says for itself.
    own = STAYS | ({"facts"} if schema == LIBRARY else set())
    try:
        assert await tables_of(database) - own == listed
    finally:
        await database.close()


async def test_all_arrives_in_a_shared_database_and_comes_back(
    shelf: Shelf, postgres: PostgresServer, tmp_path: Path
) -> None:
    await fill(shelf)
    shared = postgres.new_database()
    there = await move(home_of(shelf), in_postgres(shared))
    back = await move(in_postgres(shared), in_folder(tmp_path / "back"))

    assert there == back
    assert [each.table for each in there if not each.rows] == ["forgotten"]
    for state, url in ((tmp_path / "back", None), (tmp_path / "other", shared)):
        moved = replace(shelf, state=state, url=url)
        library = await Library.open(moved)
        assert (library.edition, library.briefings) == (3, 14)
        assert await library.verify() == []
        assert (await library.ask("fox unicode")).citations[0].briefing.number == 15
        # Numbers go on where they were.
        (shelf.data / "new.txt").write_text("A bridge was opened at Karlsheim.")
        await library.reload(by="test")
        assert (await library.ask("Karlsheim")).citations[0].briefing.number == 16
        (shelf.data / "new.txt").unlink()
        await library.close()


async def test_what_people_left_is_found_again(
    shelf: Shelf, postgres: PostgresServer, tmp_path: Path
) -> None:
    await fill(shelf)
    shared = postgres.new_database()
    await move(home_of(shelf), in_postgres(shared))
    community = await Community.open(shelf.state, 90, shared)
    held = await community.privacy.held(community.people.of(7), 7)

    assert (held.questions, held.votes, held.topics) == (1, 1, ("OSCE",))
    assert (await community.servers.of(5)).language == "de"
    assert len(await community.follows.unsent()) == 1
    await community.close()

    with pytest.raises(AttacheError, match=r"not the key .* Copy people\.key"):
        await Community.open(tmp_path, 90, shared)


async def test_nothing_is_moved_into_a_database_that_holds_something(
    shelf: Shelf, postgres: PostgresServer, tmp_path: Path
) -> None:
    await fill(shelf)
    used = postgres.new_database()
    await fill(replace(shelf, state=tmp_path / "other", url=used))

    with pytest.raises(AttacheError, match="in use already"):
        await move(home_of(shelf), in_postgres(used))
    with pytest.raises(AttacheError, match="is there already"):
        await move(in_postgres(used), in_folder(shelf.state))


async def test_what_fails_half_way_is_kept_neither_here_nor_there_and_can_be_done_again(
    shelf: Shelf, postgres: PostgresServer
) -> None:
    await fill(shelf)
    shared = postgres.new_database()
    with closing(sqlite3.connect(shelf.database)) as database:
        # As a disk may damage it: a briefing whose number was never given.
        copied = "SELECT 999, valid_from, content, text, tags, file, line FROM briefings LIMIT 1"
        into = "INSERT INTO briefings (number, valid_from, content, text, tags, file, line)"
        database.execute(f"{into} {copied}")
        database.commit()
    with pytest.raises(StoreUnusable):
        await move(home_of(shelf), in_postgres(shared))
    assert postgres.query("SELECT count(*) FROM attache_community.servers", shared) == "0"

    with closing(sqlite3.connect(shelf.database)) as database:
        database.execute("DELETE FROM briefings WHERE number = 999")
        database.commit()
    assert await move(home_of(shelf), in_postgres(shared))


async def test_both_halves_are_looked_at_before_anything_is_copied(
    shelf: Shelf, postgres: PostgresServer, tmp_path: Path
) -> None:
    await fill(shelf)
    used = postgres.new_database()
    await (await Library.open(replace(shelf, state=tmp_path / "other", url=used))).close()
    done: list[str] = []
    with pytest.raises(AttacheError, match="in use already"):
        await move(
            home_of(shelf), in_postgres(used), progress=lambda table, _rows: done.append(table)
        )
    assert done == []


async def test_a_shared_database_is_backed_up_to_files_and_restored_from_them(
    shelf: Shelf, postgres: PostgresServer, tmp_path: Path
) -> None:
    shared = replace(shelf, url=postgres.new_database())
    await fill(shared)
    parts = await back_up_all(shared, tmp_path / "backup.sqlite3")

    names = ["backup.sqlite3", "backup.sqlite3.community"]
    assert [part.backup.name for part in parts] == names
    assert sorted(path.name for path in tmp_path.glob("backup*")) == names
    again = replace(shelf, state=tmp_path / "again", url=postgres.new_database())
    await move(in_files(tmp_path / "backup.sqlite3"), home_of(again))
    library = await Library.open(again)
    assert (library.edition, library.briefings) == (3, 14)
    await library.close()


async def test_two_processes_that_start_at_once_upgrade_once(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    url = postgres.new_database()
    where = Where(tmp_path, url)
    opened = await asyncio.gather(*(open_database(where, LIBRARY) for _ in range(6)))
    rows = await opened[0].read("SELECT number FROM migrations ORDER BY number")

    assert [number for (number,) in rows] == [each[0] for each in migrations(LIBRARY)]
    for each in opened:
        await each.close()
