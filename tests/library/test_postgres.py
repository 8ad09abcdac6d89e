"""What goes wrong with a PostgreSQL database is said in one sentence that says what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.library.errors import StoreAway, StoreUnusable
from bot.library.library import Library
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
