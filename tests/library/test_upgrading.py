"""Old databases are upgraded, and kept where that fails."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.databases.migrations import Migration, migrations
from bot.databases.sqlite import schema as sqlite_schema
from bot.errors import StoreUnusable
from bot.library.library import Library
from bot.library.migrations import LIBRARY
from bot.model import Briefing, NotInService, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.library.shelf import Shelf

OLD = Path(__file__).parent / "old"


def make_old(shelf: Shelf, schema: int) -> None:
    """Make the database that a version with an older schema left behind."""
    shelf.state.mkdir()
    with closing(sqlite3.connect(shelf.database)) as connection:
        connection.executescript((OLD / f"{schema:03}.sql").read_text(encoding="utf-8"))


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}


def test_there_is_an_old_database_for_every_past_schema() -> None:
    past = [number for number, _, _ in migrations(LIBRARY)][:-1]

    assert [int(path.stem) for path in sorted(OLD.glob("*.sql"))] == past


@pytest.mark.parametrize("schema", [number for number, _, _ in migrations(LIBRARY)][:-1])
async def test_an_old_database_is_upgraded_with_all_it_holds(shelf: Shelf, schema: int) -> None:
    make_old(shelf, schema)
    library = await Library.open(shelf)
    try:
        assert (library.edition, library.briefings) == (2, 2)
        assert (await library.ask("Karlsheim")).citations[0].briefing.number == 1
        assert await library.briefing(2) == NotInService(2, Why.GONE, 1, "Rain in Ruritania.")
        await library.editing.roll_back(1, by="test")
        back = await library.briefing(1)
        assert isinstance(back, Briefing)
        assert back.text == "The dam at Karlsheim broke."
    finally:
        await library.close()
    copy = shelf.database.with_name(f"{shelf.database.name}.schema-{schema}")
    assert "briefings_text" not in tables(copy)
    assert "briefings_text" in tables(shelf.database)


async def test_an_upgrade_that_fails_leaves_the_old_database_as_it_was(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_old(shelf, 1)
    before = tables(shelf.database)
    steps = migrations(LIBRARY)
    sql = "CREATE TABLE half (x); SELECT nonsense;"
    broken = Migration(steps[-1].number + 1, "broken", sql)
    monkeypatch.setattr(sqlite_schema, "migrations", lambda *_: [*steps, broken])

    with pytest.raises(StoreUnusable):
        await Library.open(shelf)
    # The first step is whole and stays; the broken one left nothing.
    assert tables(shelf.database) >= before
    assert "half" not in tables(shelf.database)
    assert tables(shelf.database.with_name(f"{shelf.database.name}.schema-1")) == before
    monkeypatch.undo()
    library = await Library.open(shelf)
    assert library.edition == 2
    await library.close()


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond a size in bytes, as where a disk is full."""
    resource = pytest.importorskip("resource", reason="there is none on Windows")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_a_copy_for_which_there_is_no_room_leaves_nothing_of_itself(shelf: Shelf) -> None:
    make_old(shelf, 1)
    before = tables(shelf.database)
    # What SQLite shares with other processes takes 32 kB, the database 40.
    with files_of_at_most(36_000), pytest.raises(StoreUnusable):
        await Library.open(shelf)

    assert tables(shelf.database) == before
    assert not list(shelf.state.glob("*.schema-*"))
    library = await Library.open(shelf)
    assert library.edition == 2
    await library.close()


async def test_where_no_copy_can_be_made_nothing_is_upgraded_and_that_is_said(
    shelf: Shelf,
) -> None:
    make_old(shelf, 1)
    before = tables(shelf.database)
    (shelf.state / "attache.sqlite3.schema-1.making").mkdir()

    with pytest.raises(StoreUnusable, match=r"schema-1 cannot be made .* nothing is upgraded"):
        await Library.open(shelf)
    assert tables(shelf.database) == before
