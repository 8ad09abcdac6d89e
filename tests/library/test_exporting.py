"""An export is of one edition, whatever is reloaded meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import AttacheError
from bot.library.library import Library
from tests.library.sources import put

if TYPE_CHECKING:
    from bot.editions import ReloadReport
    from bot.library.shelf import Shelf

TOWNS = 700
"""More than are read from the database at once."""


async def reload(library: Library, shelf: Shelf, office: str) -> ReloadReport:
    """Put as many towns in service, each of which has somebody in this office."""
    towns = (f'{{"id": "{town}", "text": "Town {town} has a {office}."}}' for town in range(TOWNS))
    put(shelf, *towns, name="towns.jsonl")
    return await library.reload(by="test")


async def test_an_export_is_of_one_edition(library: Library, shelf: Shelf, url: str | None) -> None:
    assert (url is None) == (shelf.url is None)
    before = (await reload(library, shelf, "mayor")).edition
    async with library.export() as (edition, briefings):
        found = [await anext(briefings)]
        after = (await reload(library, shelf, "sheriff")).edition
        (shelf.data / "briefings.txt").write_text("A dam broke.\n")
        added = await library.uploads.add({"text": "A bridge was opened."}, by="test")
        found += [each async for each in briefings]

    assert (edition, library.edition, after) == (before, before + 2, before + 1)
    assert len(found) == 14 + TOWNS
    assert not [each for each in found if "sheriff" in each.text]
    # Others see meanwhile what is committed.
    assert added.preview[0].number == 14 + TOWNS + 2


async def test_what_is_loaded_while_somebody_verifies_is_no_damage(
    library: Library, shelf: Shelf
) -> None:
    await reload(library, shelf, "mayor")
    beside = await Library.open(shelf, read_only=True)
    try:
        assert await beside.verify() == []
        await reload(library, shelf, "sheriff")
        with pytest.raises(AttacheError, match="loaded anew meanwhile"):
            await beside.verify()
    finally:
        await beside.close()
