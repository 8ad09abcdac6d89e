"""Reading in a process of its own."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from bot.library.apart import read_apart
from bot.library.tasks import Read
from tests.library.sources import put

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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


async def test_what_else_is_called_bot_in_the_working_directory_is_not_run(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, "Rain in Ruritania.", name="rain.txt")
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").write_text("raise SystemExit('another bot')")
    monkeypatch.chdir(tmp_path)

    async with aclosing(read_apart(Read(shelf.data, shelf.limits))) as batches:
        found = [row for batch in [each async for each in batches] for row in batch.rows]

    assert len(found) == 15
