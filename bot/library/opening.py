"""Opening a library for a moment: of data that is looked at once, or beside whoever holds it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import StateInUse, StateShut
from bot.library.files import scratch_folder
from bot.library.library import Library
from bot.library.lock import held_to_read

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.library.shelf import Shelf


@asynccontextmanager
async def temporary_library(shelf: Shelf, *, indexes: bool = True) -> AsyncIterator[Library]:
    """Give a library of ``shelf.data`` alone, in a temporary folder that is removed afterwards.

    Without ``indexes`` nothing is loaded into it yet, and nothing can be asked.
    """
    async with scratch_folder() as folder:
        library = await Library.open(replace(shelf, state=folder, url=None), indexes=indexes)
        try:
            yield library
        finally:
            await library.close()


@asynccontextmanager
async def opened(shelf: Shelf, *, load_if_empty: bool = False) -> AsyncIterator[Library]:
    """Give a library to read, beside a running bot too, and where nothing may be written."""
    try:
        library = await Library.open(shelf, load_if_empty=load_if_empty)
    except StateInUse:
        library = await Library.open(shelf, read_only=True)
    except StateShut as error:
        async with _opened_shut(shelf) as library:
            library.shut = str(error)
            yield library
        return
    try:
        yield library
    finally:
        await library.close()


@asynccontextmanager
async def _opened_shut(shelf: Shelf) -> AsyncIterator[Library]:
    """Give a library to read whose folder may not be written."""
    with held_to_read(shelf.state):
        library = await Library.open(shelf, read_only=True)
        try:
            yield library
        finally:
            await library.close()
