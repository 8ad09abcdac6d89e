"""What keeps a bot from being ready is named."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest

from bot.app import backing_up
from bot.chat.client import Attache
from bot.chat.options import ChatOptions
from bot.cluster.alone import Alone
from bot.community.community import Community
from bot.community.questions import Question
from bot.databases.moments import now, stamp
from bot.errors import AttacheError, StoreUnusable
from bot.health import Health
from bot.library.library import Library
from bot.metrics import Metrics
from bot.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.databases.sqlite.database import SqliteDatabase
    from bot.library.shelf import Shelf

AWAY = "the gateway is not connected"


@pytest.fixture
async def community(shelf: Shelf) -> AsyncIterator[Community]:
    opened = await Community.open(shelf.state, 90)
    yield opened
    await opened.close()


def bot_over(library: Library, community: Community, folder: Path) -> tuple[Health, Attache]:
    """Return a bot that is not connected, and its health."""
    metrics = Metrics()
    options = ChatOptions(
        answers=3, admin_users=frozenset(), admin_roles=frozenset(), admin_servers=(),
        drawing=folder, identify_record=folder / "identified.json",
    )  # fmt: skip
    client = Attache(library, community, options, metrics)
    return Health(library, community, client, metrics), client


async def test_requests_that_are_held_back(
    library: Library, community: Community, tmp_path: Path
) -> None:
    health, client = bot_over(library, community, tmp_path)
    assert await health.wrong() == [AWAY]
    for _ in range(50):
        client.breaker.count(429, None)

    wrong = await health.wrong()
    assert wrong[0] == AWAY
    assert "refused too many requests" in wrong[1]


async def test_no_edition(shelf: Shelf, tmp_path: Path) -> None:
    library = await Library.open(shelf, load_if_empty=False)
    community = await Community.open(shelf.state, 90)
    health, _ = bot_over(library, community, tmp_path)

    assert await health.wrong() == [AWAY, "no edition is loaded"]
    await community.close()
    await library.close()


async def test_a_database_that_fails(
    library: Library, community: Community, tmp_path: Path
) -> None:
    health, _ = bot_over(library, community, tmp_path)
    await community.database.write("DROP TABLE servers")

    wrong = await health.wrong()
    assert wrong[0] == AWAY
    assert "no such table: servers" in wrong[1]


async def test_what_waits_for_room_on_the_disk_is_a_trouble_and_measured(
    library: Library, community: Community, tmp_path: Path
) -> None:
    health, _ = bot_over(library, community, tmp_path)
    writing = cast("SqliteDatabase", community.database)._writing
    await writing.execute_fetchall("PRAGMA max_page_count = 1")
    words = "grain " * 5_000
    community.questions.note(Question("a" * 12, stamp(now()), "p", "", words, "", (), (), 1.0))
    await community.questions.flush()

    assert health.troubles()[0].startswith("records that wait for the database: 1; they are lost")
    assert "the disk is full; make room" in health.troubles()[0]
    assert b"attache_waiting_records 1.0" in await health.measured()


async def test_a_reload_that_failed_or_was_refused_is_a_trouble_while_it_lasts(
    library: Library, community: Community, shelf: Shelf, tmp_path: Path
) -> None:
    health, _ = bot_over(library, community, tmp_path)
    more = shelf.data / "more.jsonl"
    more.write_text("{")
    await library.reload(by="test")
    assert health.troubles()[0].startswith("the last reload was refused: 1 problem, first more")

    more.write_text('{"text": "A bridge in Ruritania."}')
    aside = shelf.indexes.with_name("aside")
    shelf.indexes.rename(aside)
    shelf.indexes.write_text("no folder")
    with pytest.raises(StoreUnusable):
        await library.reload(by="test")
    assert health.troubles()[0].startswith("the last reload failed: The index could not be")

    shelf.indexes.unlink()
    aside.rename(shelf.indexes)
    await library.reload(by="test")
    assert health.troubles() == []


async def test_a_reload_that_would_remove_much_is_a_trouble_until_the_data_is_taken(
    library: Library, community: Community, shelf: Shelf, tmp_path: Path
) -> None:
    health, _ = bot_over(library, community, tmp_path)
    (file,) = shelf.data.iterdir()
    whole = file.read_text()
    file.write_text(whole.partition("\n")[0] + "\n")
    await library.reload(by="test")
    said = ["the last reload was refused: it would have removed 13 of 14 briefings; /admin reload "
            "asks whether that is meant"]  # fmt: skip
    assert health.troubles() == said
    assert b"attache_reload_refused 1.0" in await health.measured()

    await library.editing.withdraw(14, by="test")  # the data holds what it held
    assert health.troubles() == said

    file.write_text(whole)
    await library.reload(by="test")
    assert health.troubles() == []
    assert b"attache_reload_refused 0.0" in await health.measured()


async def test_a_file_that_was_handed_in_and_not_kept_is_no_trouble(
    library: Library, community: Community, tmp_path: Path
) -> None:
    health, _ = bot_over(library, community, tmp_path)
    await library.uploads.upload("a.txt", b"It rains in Karlsheim.", by="test")
    with pytest.raises(AttacheError, match="Nothing was kept"):
        await library.uploads.upload("a.txt", b"It snows in Karlsheim.", by="test")

    assert health.troubles() == []
    last = (await library.status()).last_reload
    assert last is not None
    assert (last.swapped, last.needs_confirmation) == (True, False)


async def test_what_else_the_bot_does_tells_of_its_troubles_while_they_last(
    library: Library, community: Community, tmp_path: Path
) -> None:
    health, _ = bot_over(library, community, tmp_path)
    failed: list[str | None] = ["the backup failed: no room"]
    health.tell_too(lambda: failed[0])
    said = health.troubles()
    failed[0] = None

    assert said == ["the backup failed: no room"]
    assert health.troubles() == []


async def test_a_backup_that_fails_is_a_trouble_until_one_is_made(
    library: Library,
    community: Community,
    shelf: Shelf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    health, _ = bot_over(library, community, tmp_path)
    (shelf.state / "backups").write_text("in the way")
    monkeypatch.setenv("ATTACHE_STATE", str(shelf.state))
    monkeypatch.setenv("ATTACHE_BACKUP_AT", "03:30")
    monkeypatch.setattr("bot.daily_backups._LOOK_SECONDS", 0.05)
    async with asyncio.timeout(30), backing_up(load_settings(), Metrics(), Alone(), health):
        while not health.troubles():
            await asyncio.sleep(0.01)
        said = health.troubles()
        (shelf.state / "backups").unlink()
        while health.troubles():
            await asyncio.sleep(0.01)

    assert said[0].startswith("the backup failed: ")
