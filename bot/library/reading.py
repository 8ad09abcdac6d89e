"""Reading sources in batches: a little in a thread, much in a process of its own."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from itertools import islice
from typing import TYPE_CHECKING

from bot.library.apart import read_apart
from bot.library.readers import read, size_of
from bot.library.tasks import Read
from bot.model import Origin, Problem

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator
    from pathlib import Path

    from bot.library.readers import Limits
    from bot.model import Draft

_BATCH = 200
# Below this a process of its own takes longer to start than the reading takes.
_APART_FROM_BYTES = 1_000_000


async def records(data: Path, limits: Limits) -> AsyncGenerator[list[Draft | Problem]]:
    """Yield what the sources in ``data`` hold, in batches; a process of its own reads much.

    Close it where it is not read to its end.
    """
    if await asyncio.to_thread(size_of, data) >= _APART_FROM_BYTES:
        try:
            async with aclosing(read_apart(Read(data, limits))) as batches:
                async for batch in batches:
                    yield batch
        except OSError as error:
            yield [
                Problem(
                    Origin(data.name, 0), f"It was not read: {error}.", "Try again.", unread=True
                )
            ]
        return
    found = read(data, limits)
    while batch := await asyncio.to_thread(_take, found, _BATCH):
        yield batch


def _take(found: Iterator[Draft | Problem], count: int) -> list[Draft | Problem]:
    return list(islice(found, count))
