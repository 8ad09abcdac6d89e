"""A backup is put in place of a database whole, or nothing is changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import aiosqlite
import pytest

from bot.community.community import DATABASE, Community
from bot.community.migrations import COMMUNITY
from bot.errors import AttacheError, StateInUse
from bot.library.backup import Part, back_up
from bot.library.library import Library
from bot.library.restoring import restore
from tests.library.sources import BRIDGE, not_permitted

if TYPE_CHECKING:
    from bot.library.shelf import Shelf


async def edition_in_service(shelf: Shelf) -> int:
    library = await Library.open(shelf, load_if_empty=False)
    try:
        assert await library.verify() == []
        return library.edition
    finally:
        await library.close()


def databases(shelf: Shelf) -> dict[str, bytes]:
    found = [path for path in shelf.state.glob("*.sqlite3*") if not path.name.endswith("-shm")]
    return {path.name: path.read_bytes() for path in found if path.stat().st_size}


@pytest.fixture
async def part(library: Library, shelf: Shelf, tmp_path: Path) -> Part:
    """A backup of the first edition, while the second is in service."""
    backup = tmp_path / "backup.sqlite3"
    await back_up([Part(shelf.database, backup)])
    (shelf.data / "more.txt").write_text(BRIDGE)
    assert (await library.reload(by="test")).edition == 2
    return Part(shelf.database, backup)


async def test_what_a_killed_process_left_unwritten_does_not_reach_the_backup(
    library: Library, shelf: Shelf, part: Part, tmp_path: Path
) -> None:
    # While it is open, the second edition stands in the log alone, as after a kill.
    left = tmp_path / "left"
    left.mkdir()
    for name in shelf.state.glob(f"{shelf.database.name}*"):
        shutil.copyfile(name, left / name.name)
    await library.close()
    shutil.rmtree(shelf.state)
    left.rename(shelf.state)
    assert shelf.database.with_name(f"{shelf.database.name}-wal").stat().st_size

    (aside,) = await restore(shelf, [part])

    assert await edition_in_service(shelf) == 1
    shutil.copyfile(aside, shelf.database)
    assert await edition_in_service(shelf) == 2


async def test_what_stands_in_the_log_of_a_backup_alone_is_put_in_place_too(
    library: Library, shelf: Shelf, tmp_path: Path
) -> None:
    """As where the files of a machine that failed are given."""
    (shelf.data / "more.txt").write_text(BRIDGE)
    assert (await library.reload(by="test")).edition == 2
    rescued = tmp_path / "rescued"
    rescued.mkdir()
    for file in shelf.state.glob(f"{shelf.database.name}*"):
        shutil.copyfile(file, rescued / file.name)
    await library.close()
    part = Part(shelf.database, rescued / shelf.database.name)
    assert part.backup.with_name(f"{part.backup.name}-wal").stat().st_size
    elsewhere = replace(shelf, state=tmp_path / "elsewhere")

    await restore(elsewhere, [replace(part, database=elsewhere.database)])

    assert await edition_in_service(elsewhere) == 2


async def test_a_damaged_database_is_replaced_and_kept(
    library: Library, shelf: Shelf, part: Part
) -> None:
    await library.close()
    shelf.database.write_bytes(b"damaged" * 1000)

    (aside,) = await restore(shelf, [part])

    assert await edition_in_service(shelf) == 1
    assert aside.read_bytes() == b"damaged" * 1000


async def test_a_rename_that_fails_leaves_the_database_where_it_is(
    library: Library, shelf: Shelf, part: Part, monkeypatch: pytest.MonkeyPatch
) -> None:
    await library.close()

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(AttacheError, match="Input/output error"):
            await restore(shelf, [part])

    assert await edition_in_service(shelf) == 2


async def test_where_the_second_database_cannot_be_replaced_the_first_is_as_it_was(
    library: Library, shelf: Shelf, part: Part, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await library.close()
    await (await Community.open(shelf.state, 30)).close()
    community = Part(shelf.state / DATABASE, tmp_path / "backup.community", COMMUNITY)
    await back_up([community])
    before = databases(shelf)
    rename = Path.replace

    def fail(path: Path, target: Path) -> Path:
        if path.name == f"{DATABASE}.making":
            raise OSError(5, "Input/output error")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(AttacheError, match="Input/output error"):
            await restore(shelf, [part, community])

    assert databases(shelf) == before
    assert await edition_in_service(shelf) == 2


async def test_a_full_disk_leaves_no_half_copy_of_a_backup(
    library: Library, shelf: Shelf, part: Part, monkeypatch: pytest.MonkeyPatch
) -> None:
    await library.close()

    async def fail(_: aiosqlite.Connection, target: aiosqlite.Connection) -> None:
        await target.execute("CREATE TABLE half (way)")
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(aiosqlite.Connection, "backup", fail)
        with pytest.raises(AttacheError, match=r"attache\.sqlite3 cannot grow"):
            await restore(shelf, [part])

    assert [path.name for path in shelf.state.glob("*.sqlite3*")] == [shelf.database.name]


async def test_where_files_cannot_be_linked_the_old_database_is_kept_all_the_same(
    library: Library, shelf: Shelf, part: Part, monkeypatch: pytest.MonkeyPatch
) -> None:
    await library.close()
    monkeypatch.setattr(os, "link", not_permitted)

    (aside,) = await restore(shelf, [part])

    assert await edition_in_service(shelf) == 1
    shutil.copyfile(aside, shelf.database)
    assert await edition_in_service(shelf) == 2


async def test_nothing_is_put_in_place_under_a_running_bot(
    library: Library, shelf: Shelf, part: Part
) -> None:
    with pytest.raises(StateInUse):
        await restore(shelf, [part])

    assert library.edition == 2


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 4096])
async def test_what_is_no_backup_is_named_and_nothing_is_changed(
    library: Library, shelf: Shelf, part: Part, content: bytes
) -> None:
    await library.close()
    part.backup.write_bytes(content)
    with pytest.raises(AttacheError, match=r"backup\.sqlite3 is .*(database|none of this bot)"):
        await restore(shelf, [part])

    assert await edition_in_service(shelf) == 2
