"""A damaged index is built anew, at the start and while the bot runs."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

import pytest

from bot.errors import AttacheError
from bot.library.library import Library
from tests.library.test_faults import QUESTION, assert_as_before

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.shelf import Shelf


def flip(path: Path, rng: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    path.write_bytes(content)


@pytest.mark.parametrize("seed", range(12))
async def test_a_flipped_byte_anywhere_in_the_index_is_mended_at_the_start(
    shelf: Shelf, seed: int
) -> None:
    library = await Library.open(shelf)
    await library.close()
    rng = random.Random(seed)
    files = [path for path in shelf.indexes.rglob("*") if path.is_file() and path.stat().st_size]
    flip(rng.choice(sorted(files)), rng)

    library = await Library.open(shelf)
    try:
        await assert_as_before(library)
        assert await library.verify() == []
    finally:
        await library.close()


def damage(shelf: Shelf) -> None:
    """Damage the index that is in use: what is mapped into memory changes with the file."""
    for path in (shelf.indexes / "1").rglob("*.store"):
        path.write_bytes(bytes(path.stat().st_size))
    for path in (shelf.indexes / "1").rglob("*.idx"):
        path.write_bytes(b"\xff" * path.stat().st_size)


async def test_an_index_that_breaks_while_it_is_used_is_built_anew(
    library: Library, shelf: Shelf
) -> None:
    damage(shelf)
    with pytest.raises(AttacheError, match="built anew"):
        await library.ask(QUESTION)
    async with asyncio.timeout(20):
        while True:
            try:
                await assert_as_before(library)
                break
            except AttacheError:
                await asyncio.sleep(0.05)
    assert await library.verify() == []


async def test_an_index_that_cannot_be_built_anew_is_tried_again_after_a_while(
    library: Library,
    shelf: Shelf,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    damage(shelf)
    (shelf.indexes / "1.making").write_text("in the way")
    for _ in range(3):
        with pytest.raises(AttacheError, match="is built anew"):
            await library.ask(QUESTION)
        await library._mending.ended()
    assert capsys.readouterr().out.count("the index could not be built anew") == 1

    (shelf.indexes / "1.making").unlink()
    monkeypatch.setattr("bot.library.mending._AGAIN_SECONDS", 0)
    with pytest.raises(AttacheError, match="is built anew"):
        await library.ask(QUESTION)
    await library._mending.ended()
    await assert_as_before(library)


async def test_a_search_that_fails_over_a_whole_index_has_nothing_built(
    library: Library, shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in shelf.indexes.rglob("*") if path.is_file()}
    damage(shelf)
    with pytest.raises(AttacheError, match="The search failed"):
        await library.ask(QUESTION)
    for path, content in before.items():
        path.write_bytes(content)  # before anything else has its turn
    await library._mending.ended()

    await assert_as_before(library)
    told = capsys.readouterr().out
    assert "the index is whole" in told
    assert "built anew" not in told.split("the index is whole")[1]


async def test_a_record_of_the_collection_that_is_no_text_has_the_index_built_anew(
    shelf: Shelf,
) -> None:
    library = await Library.open(shelf)
    await library.close()
    (shelf.state / "collection").write_bytes(b"\xff\xfe\x00")

    library = await Library.open(shelf)
    try:
        await assert_as_before(library)
        assert library.rebuilt is not None
    finally:
        await library.close()
