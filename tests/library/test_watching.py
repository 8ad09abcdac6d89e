"""The data is reloaded by itself when it has changed."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.library.watching import watch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.library.library import Library
    from bot.library.shelf import Shelf

_MOST_SECONDS = 20


@asynccontextmanager
async def watched(library: Library, shelf: Shelf) -> AsyncIterator[None]:
    task = asyncio.create_task(watch(library, shelf.data))
    await asyncio.sleep(0.5)  # until the watch is set up
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until_edition(library: Library, edition: int) -> None:
    async with asyncio.timeout(_MOST_SECONDS):
        while library.edition < edition:
            await asyncio.sleep(0.05)


async def test_a_new_file_is_loaded_by_itself(library: Library, shelf: Shelf) -> None:
    async with watched(library, shelf):
        (shelf.data / "more.txt").write_text("A bridge in Ruritania.")
        await until_edition(library, 2)

    assert library.briefings == 15
    log = await library.history.log()
    assert log[0].who == "watch"


async def test_a_half_written_file_is_no_mistake_for_good(library: Library, shelf: Shelf) -> None:
    async with watched(library, shelf):
        (shelf.data / "more.jsonl").write_text('{"text": "A bri')
        async with asyncio.timeout(_MOST_SECONDS):
            while library.last_reload is None or not library.last_reload.problems:
                await asyncio.sleep(0.05)
        assert library.edition == 1
        (shelf.data / "more.jsonl").write_text('{"text": "A bridge in Ruritania."}')
        await until_edition(library, 2)

    assert library.briefings == 15


async def test_a_folder_that_goes_and_comes_back_is_watched_again(
    library: Library, shelf: Shelf
) -> None:
    aside = shelf.data.with_name("aside")
    async with watched(library, shelf):
        shelf.data.rename(aside)
        await asyncio.sleep(3)
        assert library.briefings == 14
        (aside / "more.txt").write_text("A bridge in Ruritania.")
        shutil.copytree(aside, shelf.data)
        await asyncio.sleep(3)
        (shelf.data / "even_more.txt").write_text("Another bridge in Ruritania.")
        await until_edition(library, 2)

    assert library.briefings >= 15
