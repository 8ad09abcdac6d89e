"""Reading in a process of its own."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from bot.library.apart import read_apart
from bot.library.tasks import Read
from tests.library.sources import put

if TYPE_CHECKING:
    from bot.library.shelf import Shelf


async def test_reading_that_is_given_up_ends_though_much_is_unread(shelf: Shelf) -> None:
    put(shelf, *[f"Town {number}. " + "Rain. " * 200 for number in range(9_000)], name="towns.txt")
    async with (
        asyncio.timeout(30),
        aclosing(read_apart(Read(shelf.data, shelf.limits))) as batches,
    ):
        assert (await anext(batches)).rows
        # Until it has read on, and waits for somebody to take what it read.
        await asyncio.sleep(0.5)
