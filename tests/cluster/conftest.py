"""Processes of one bot, as far as they are one: each with a state folder of its own."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from bot.cluster.interface import State
from bot.cluster.together import Together
from bot.community.community import Community
from bot.library.library import Library

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from bot.library.shelf import Shelf
    from tests.postgres import PostgresServer

    Start = Callable[[str], AbstractAsyncContextManager["Member"]]


@dataclass(frozen=True, slots=True)
class Member:
    """One process of the bot."""

    library: Library
    community: Community
    cluster: Together
    shelf: Shelf

    def state(self) -> State:
        """Return how it is."""
        return State("0/1", self.library.edition, 0.05, 1_000_000, "")


@pytest.fixture
def start(shelf: Shelf, postgres: PostgresServer) -> Start:
    """Starts a process by its name, over a shared database and the same data."""
    url = postgres.new_database()
    key = shelf.state.with_name("people.key")
    key.write_bytes(b"k" * 32)

    @asynccontextmanager
    async def started(name: str) -> AsyncIterator[Member]:
        own = replace(shelf, state=shelf.state / name, url=url)
        own.state.mkdir(parents=True, exist_ok=True)
        (own.state / "people.key").write_bytes(key.read_bytes())
        library = await Library.open(own)
        community = await Community.open(own.state, 90, url)
        member = Member(
            library, community, Together(url, community.database, library, community.servers), own
        )
        running = asyncio.create_task(member.cluster.run(member.state))
        try:
            yield member
        finally:
            running.cancel()
            await asyncio.wait({running})
            await community.close()
            await library.close()

    return started


async def until(wanted: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(60):
        while not wanted():
            await asyncio.sleep(0.02)
