"""What goes wrong while the bot runs is said of what it went wrong with."""

from __future__ import annotations

import asyncio
import socket
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from aiohttp.test_utils import unused_port
from structlog.testing import capture_logs

from bot.console.failures import Failure
from bot.console.running_bot import ADDRESS
from bot.errors import StoreUnusable
from bot.health import Told
from bot.library.library import Library
from bot.metrics import Metrics
from bot.running import _held, _opened, _run_with, _served
from bot.settings import load_settings
from bot.stopping import Stopped

if TYPE_CHECKING:
    from bot.library.shelf import Shelf


@pytest.fixture
def told() -> Told:
    return Told(Metrics())


async def test_a_port_that_is_taken_is_named(
    told: Told, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        monkeypatch.setenv("ATTACHE_HEALTH_PORT", str(taken.getsockname()[1]))
        monkeypatch.setenv("ATTACHE_STATE", str(shelf.state))
        with pytest.raises(Failure, match="Health cannot be served on port"):
            async with _served(told, load_settings().settings):
                pass


async def test_a_file_that_cannot_be_written_is_no_problem_of_the_port(
    told: Told, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTACHE_HEALTH_PORT", str(unused_port()))
    monkeypatch.setenv("ATTACHE_STATE", str(shelf.state))
    shelf.hold().release()
    (shelf.state / ADDRESS).mkdir()  # where nobody may write, not even the super-user

    with pytest.raises(StoreUnusable, match=rf"{ADDRESS} cannot be written \(Is a directory\)"):
        async with _served(told, load_settings().settings):
            pass


async def test_what_fails_beside_the_health_pages_is_no_fault_of_theirs(
    told: Told, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTACHE_HEALTH_PORT", str(unused_port()))
    monkeypatch.setenv("ATTACHE_STATE", str(shelf.state))
    shelf.hold().release()
    with pytest.raises(PermissionError, match="of a backup"):
        async with _served(told, load_settings().settings):
            raise PermissionError(13, "of a backup")


async def test_the_copies_of_a_restore_that_was_killed_are_removed_at_the_next_start(
    shelf: Shelf,
) -> None:
    left = [
        "attache.sqlite3.making", "attache.sqlite3.making-wal", "community.sqlite3.making",
        "community.sqlite3.cleaned", "community.sqlite3.cleaned-journal", "attache.sqlite3.cleaned",
    ]  # fmt: skip
    others = ["attache.sqlite3", "attache.sqlite3.replaced-20261130T033000000000", "my.making"]
    shelf.state.mkdir()
    for name in (*left, *others):
        (shelf.state / name).write_text("half")

    async with _held(shelf):
        found = {path.name for path in shelf.state.iterdir()}

    assert found.isdisjoint(left)
    assert found.issuperset(others)


async def test_a_copy_that_cannot_be_removed_is_told_and_keeps_nobody_from_starting(
    shelf: Shelf,
) -> None:
    copy = shelf.state / "community.sqlite3.cleaned"
    copy.mkdir(parents=True)
    with capture_logs() as logged:
        async with _held(shelf):
            pass

    (reason,) = [each["reason"] for each in logged]
    assert reason.startswith(f"{copy} cannot be removed (")


class Heard(Told):
    """Remembers all that was told."""

    def __init__(self) -> None:
        super().__init__(Metrics())
        self.all: list[str] = []

    def wait(self, why: str) -> None:
        """Tell, and remember it."""
        self.all.append(why)
        super().wait(why)


async def test_a_database_that_is_away_at_the_start_is_waited_for_and_logged_once(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.running._TRY_SECONDS", 0.0)
    away = replace(shelf, url=f"postgresql://x@127.0.0.1:{unused_port()}/x")
    lock = shelf.hold()
    told = Heard()
    with capture_logs() as logged:
        opening = asyncio.create_task(_opened(away, lock, told))
        while len(told.all) < 20 and not opening.done():
            await asyncio.sleep(0.01)
        is_given_up = opening.done()
        opening.cancel()
        await asyncio.wait({opening})
    lock.release()

    assert not is_given_up
    assert [each["event"] for each in logged] == ["waiting for the database"]
    assert told.all[0] == "the briefings are being loaded"
    assert all("Connect call failed" in each for each in told.all[1:])


async def test_told_to_stop_while_a_database_does_not_answer_it_waits_for_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTACHE_STATE", str(shelf.state))
    monkeypatch.setenv("ATTACHE_TOKEN", "made.up.token")
    stop, told = asyncio.Event(), Heard()
    library = await Library.open(shelf)
    with closing(socket.create_server(("127.0.0.1", 0))) as deaf:
        port = deaf.getsockname()[1]
        monkeypatch.setenv("ATTACHE_DATABASE_URL", f"postgresql://x@127.0.0.1:{port}/x")
        running = asyncio.create_task(
            _run_with(load_settings(), library, Metrics(), told, asyncio.Event(), stop)
        )
        connection, _ = await asyncio.to_thread(deaf.accept)
        stop.set()
        with closing(connection), pytest.raises(Stopped):
            await asyncio.wait_for(running, 2.0)
    await library.close()

    assert told.all == ["what people left with the bot is being opened"]
