"""systemd is told over its own protocol, on a real socket."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

from bot.supervised import supervised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

import pytest


@pytest.fixture
def manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield listening


async def heard(manager: socket.socket) -> str:
    return (await asyncio.to_thread(manager.recv, 1_000)).decode()


async def test_it_is_told_that_the_bot_is_ready_lives_and_stops(
    manager: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "50000")
    ready = asyncio.Event()
    ready.set()
    async with supervised(ready, asyncio.Event()):
        assert (await heard(manager)).startswith("READY=1\n")
        assert await heard(manager) == "WATCHDOG=1"
        assert await heard(manager) == "WATCHDOG=1"
    said = await heard(manager)
    while said == "WATCHDOG=1":
        said = await heard(manager)

    assert said == "STOPPING=1"


async def test_while_it_starts_it_asks_for_more_time(manager: socket.socket) -> None:
    async with supervised(asyncio.Event(), asyncio.Event()):
        assert await heard(manager) == "EXTEND_TIMEOUT_USEC=60000000\nSTATUS=Starting"

    assert await heard(manager) == "STOPPING=1"


async def test_told_to_stop_while_it_starts_it_says_so_at_once_and_asks_for_no_more_time(
    manager: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.supervised._MORE_SECONDS", 0.04)
    stop = asyncio.Event()
    async with supervised(asyncio.Event(), stop):
        assert (await heard(manager)).startswith("EXTEND_TIMEOUT_USEC=")
        stop.set()
        said = await heard(manager)
        while said.startswith("EXTEND_TIMEOUT_USEC="):
            said = await heard(manager)
        assert said == "STOPPING=1"
        await asyncio.sleep(0.1)

    manager.setblocking(False)
    with pytest.raises(BlockingIOError):  # nothing more was said
        manager.recv(1_000)


async def test_without_a_watchdog_it_is_told_no_more_than_that(manager: socket.socket) -> None:
    ready = asyncio.Event()
    ready.set()
    async with supervised(ready, asyncio.Event()):
        assert (await heard(manager)).startswith("READY=1\n")

    assert await heard(manager) == "STOPPING=1"


async def test_a_manager_that_is_gone_does_no_harm(
    manager: socket.socket, capsys: pytest.CaptureFixture[str]
) -> None:
    manager.close()
    ready = asyncio.Event()
    ready.set()
    async with supervised(ready, asyncio.Event()):
        for _ in range(3):  # until what tells it has begun
            await asyncio.sleep(0)

    assert "work in the background ended" not in capsys.readouterr().out


async def test_without_a_manager_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    async with supervised(asyncio.Event(), asyncio.Event()):
        assert asyncio.all_tasks() == {asyncio.current_task()}
