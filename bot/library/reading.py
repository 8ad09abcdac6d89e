"""Reading sources in batches: a little in a thread, much in a process of its own."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from bot.library.apart import read_apart
from bot.library.batches import Batch, batches
from bot.library.readers import read
from bot.library.tasks import Read
from bot.model import Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from bot.library.readers import Limits

# Below this a process of its own takes longer to start than the reading takes.
_APART_FROM_BYTES = 1_000_000


async def records(
    data: Path, limits: Limits, size: int, beside: Path | None = None
) -> AsyncGenerator[Batch]:
    """Yield what the sources in ``data``, and ``beside`` it, hold; much is read apart.

    They have this ``size`` in bytes. Close it where it is not read to its end.
    """
    if size >= _APART_FROM_BYTES:
        try:
            async with aclosing(read_apart(Read(data, limits, beside))) as found:
                async for batch in found:
                    yield batch
        except OSError as error:
            what = Said("It was not read: {reason}", {"reason": str(error)})
            problem = Problem(Origin(data.name, 0), what, Said("Try again"), unread=True)
            yield Batch((), (problem,))
        return
    here = batches(read(data, limits, beside))
    while little := await asyncio.to_thread(next, here, None):
        yield little
