"""What goes wrong with a PostgreSQL database is said in one sentence that says what to do."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.databases.opening import Where
from bot.databases.postgres.connecting import LOCK, connect
from bot.errors import AttacheError, StoreAway, StoreUnusable
from bot.library.library import Library
from bot.library.store import Store
from bot.library.uploads import AlreadyThere
from bot.model import Briefing

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.postgres import PostgresServer


async def said(shelf: Shelf, url: str) -> str:
    with pytest.raises(StoreUnusable) as caught:
        await Library.open(replace(shelf, url=url))
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)
    return str(caught.value)


async def test_a_server_that_is_not_there_may_come_back(shelf: Shelf) -> None:
    url = "postgresql://u:secret@127.0.0.1:1/z"

    assert "cannot be reached now" in await said(shelf, url)
    with pytest.raises(StoreAway):
        await Library.open(replace(shelf, url=url))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:secret@[bad/x",
        "postgresql://u:secret@h/x?sslmode=perhaps",
        "postgresql://u:secret/s@h/x",
        "postgresql://u:s?secret@h/x",
        "postgresql://u:secret#s@h/x",
        "postgresql://u:[secret]@h/x",
        "postgresql://u:s@[secret@h/x",
    ],
)
async def test_an_address_that_is_none_is_named_as_that(shelf: Shelf, url: str) -> None:
    found = await said(shelf, url)

    assert "address" in found
    assert "postgresql://user:password@host/database" in found or "ATTACHE_DATABASE_URL" in found


async def test_a_database_that_is_not_there_is_to_be_made(
    shelf: Shelf, postgres: PostgresServer
) -> None:
    found = await said(shelf, postgres.address("nowhere"))

    assert "createdb" in found


async def test_a_user_without_rights_is_named(shelf: Shelf, postgres: PostgresServer) -> None:
    url = postgres.new_database()
    postgres.query("CREATE ROLE guest LOGIN", url)
    found = await said(shelf, url.replace("attache@", "guest@"))

    assert "make the user owner of the database" in found


async def test_an_older_schema_is_upgraded_with_all_it_holds(
    shelf: Shelf, postgres: PostgresServer
) -> None:
    url = postgres.new_database()
    await (await Library.open(replace(shelf, url=url))).close()
    was = "SELECT count(*) FROM pg_indexes WHERE indexname = 'briefings_text'"
    postgres.query(
        "DROP INDEX attache_library.briefings_text;"
        " DELETE FROM attache_library.migrations WHERE number = 4",
        url,
    )
    assert postgres.query(was, url) == "0"
    library = await Library.open(replace(shelf, url=url))
    try:
        assert (library.edition, library.briefings) == (1, 14)
        assert postgres.query(was, url) == "1"
        first = await library.briefing(1)
        assert isinstance(first, Briefing)
        with pytest.raises(AlreadyThere, match=r"this is already #1\."):
            await library.uploads.add({"text": first.text, "id": "another"}, by="test")
    finally:
        await library.close()


async def test_a_schema_of_a_newer_version_is_refused(
    shelf: Shelf, postgres: PostgresServer
) -> None:
    shared = replace(shelf, url=postgres.new_database())
    await (await Library.open(shared)).close()
    postgres.query(
        "INSERT INTO attache_library.migrations VALUES (999, 'later', '')", str(shared.url)
    )

    assert "schema 999, but this version knows only up to" in await said(shelf, str(shared.url))


async def test_a_start_waits_for_no_upgrade_for_ever(
    shelf: Shelf, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.databases.postgres.schema._WAIT_SECONDS", 0.2)
    url = postgres.new_database()
    upgrading = await connect(url, "public")
    try:
        lock = f"SELECT pg_advisory_lock({LOCK})"
        await upgrading.execute(lock, "migrate attache_library")

        async with asyncio.timeout(30):
            assert "cannot be reached now" in await said(shelf, url)
    finally:
        await upgrading.close()


@pytest.mark.parametrize("held", ["transaction", "view"])
async def test_a_server_that_falls_silent_holds_no_reload_up_for_ever(
    shelf: Shelf, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    monkeypatch.setattr("bot.databases.postgres.database._LONG_STATEMENT_SECONDS", 1.0)
    store = await Store.open(Where(shelf.database, postgres.new_database()))

    async def fall_silent() -> None:
        if held == "view":
            async with store.view() as session:
                postgres.freeze()
                await store.edition(session)
        else:
            async with store.transaction() as staging:
                postgres.freeze()
                await staging.settle()

    with pytest.raises(StoreAway, match="cannot be reached now"):
        await asyncio.wait_for(fall_silent(), 30)
    postgres.thaw()
    assert await store.edition() is None
    await store.close()


async def test_a_server_that_falls_silent_during_a_reload_does_not_hold_up_the_end(
    shelf: Shelf, postgres: PostgresServer
) -> None:
    shared = replace(shelf, url=postgres.new_database())
    library = await Library.open(shared)
    many = (f"The town of Number{n} opened bridge {n}." for n in range(20_000))
    (shelf.data / "towns.txt").write_text("\n".join(many))
    reloading = asyncio.create_task(library.reload(by="test"))
    while not library.progress or not library.progress.done:
        await asyncio.sleep(0.01)
    postgres.freeze()
    try:
        await asyncio.wait_for(library.close(), 20)
        with pytest.raises(AttacheError):
            await reloading
    finally:
        with suppress(AttacheError):
            await reloading
        postgres.thaw()
    again = await Library.open(shared)
    assert (again.edition, again.briefings) == (1, 14)
    await again.close()


async def test_a_connection_is_probed_so_that_a_machine_that_is_gone_is_noticed(
    postgres: PostgresServer,
) -> None:
    address = urlsplit(postgres.new_database())
    file = f"{parse_qs(address.query)['host'][0]}/.s.PGSQL.5432"

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while part := await reader.read(65_536):
            writer.write(part)
        writer.close()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_unix_connection(file)
        await asyncio.gather(pass_on(reader, there_writer), pass_on(there_reader, writer))

    async with await asyncio.start_server(take, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        url = f"postgresql://attache@127.0.0.1:{port}{address.path}?sslmode=disable"
        connection = await connect(url, "attache_library")
        used = connection._transport.get_extra_info("socket")  # type: ignore[attr-defined]
        assert used.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        assert used.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 60_000
        await connection.close()
