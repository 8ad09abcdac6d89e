"""The settings of servers: what moderators changed is what counts from then on."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

import pytest

from bot.community.community import Community
from bot.community.servers import Servers, ServerSettings
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.databases.interface import Database, Row

SERVER = 7
PRIVATE = ServerSettings(private=True)


class Tardy:
    """A database whose rows are on their way until they are let through."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.has_read = asyncio.Event()
        self.let_through = asyncio.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)

    async def read(self, sql: str, *values: Any) -> list[Row]:
        rows = await self._database.read(sql, *values)
        self.has_read.set()
        await self.let_through.wait()
        return rows


@pytest.fixture
async def community(tmp_path: Path) -> AsyncIterator[Community]:
    opened = await Community.open(tmp_path, 30)
    yield opened
    await opened.close()


async def test_what_was_read_before_a_change_does_not_take_its_place(community: Community) -> None:
    tardy = Tardy(community.database)
    servers = Servers(cast("Database", tardy))
    reading = asyncio.create_task(servers.of(SERVER))
    await tardy.has_read.wait()
    await servers.change(SERVER, PRIVATE)
    tardy.let_through.set()

    assert await reading == PRIVATE
    assert await servers.of(SERVER) == PRIVATE


async def test_what_was_read_before_another_process_changed_it_is_not_kept(
    community: Community,
) -> None:
    tardy = Tardy(community.database)
    servers = Servers(cast("Database", tardy))
    reading = asyncio.create_task(servers.of(SERVER))
    await tardy.has_read.wait()
    await community.servers.change(SERVER, PRIVATE)
    servers.changed_elsewhere(SERVER)
    tardy.let_through.set()
    await reading

    assert await servers.of(SERVER) == PRIVATE


async def test_what_was_outdated_does_not_outlive_a_change_to_another_server(
    community: Community,
) -> None:
    tardy = Tardy(community.database)
    tardy.let_through.set()
    servers = Servers(cast("Database", tardy))
    await servers.of(SERVER)
    await community.servers.change(SERVER, PRIVATE)
    servers.changed_elsewhere(SERVER)
    tardy.has_read.clear()
    tardy.let_through.clear()
    reading = asyncio.create_task(servers.of(SERVER))
    await tardy.has_read.wait()
    servers.changed_elsewhere(SERVER + 1)
    tardy.let_through.set()

    assert await reading == PRIVATE


async def test_what_is_outdated_is_known_until_it_can_be_read_again(community: Community) -> None:
    servers = community.servers
    await servers.change(SERVER, PRIVATE)
    await community.database.write("ALTER TABLE servers RENAME TO away")

    for changed in (SERVER, None):
        servers.changed_elsewhere(changed)
        with pytest.raises(StoreUnusable):
            await servers.of(SERVER)
        assert servers.last_known(SERVER) == PRIVATE
    assert servers.last_known(SERVER + 1) is None

    await community.database.write("ALTER TABLE away RENAME TO servers")
    await community.database.write("UPDATE servers SET private = 0")
    assert await servers.of(SERVER) == ServerSettings()
