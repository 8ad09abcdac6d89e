"""Comparing the database with the index."""

from __future__ import annotations

import asyncio
from operator import methodcaller
from typing import TYPE_CHECKING

from bot.search.index import manifest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path
    from typing import Any

    from bot.library.store import Store
    from bot.search.engine import Engine

_MOST_WRONG = 10
_ALTERED = (
    "the database has something else for briefing #{number} than was loaded; no reload mends that, "
    "so `restore` a backup, or change it in its file and load that"
)


async def verify(
    store: Store, index: Path | None, search: Callable[[Callable[[Engine], Any]], Awaitable[Any]]
) -> list[str]:
    """Return what is wrong with database and ``index``, or between them; nothing if all is well.

    Every briefing of the database is compared with the hash of what was loaded, and with what
    ``search`` shows. ``index`` is None where
    nothing was ever loaded.
    """
    wrong = [damage] if (damage := await store.integrity()) else []
    if index:
        try:
            await asyncio.to_thread(manifest.check, index, thorough=True)
        except (OSError, ValueError) as error:
            wrong.append(f"the index: {error}")
    count = 0
    # A reload may come in between; what it commits is not what the index was made of.
    async with store.view() as session:
        async for batch in store.all_present(session):
            count += len(batch)
            altered = await store.altered(session, batch)
            wrong += [_ALTERED.format(number=number) for number in altered]
            wrong += [
                f"the index shows something else for briefing #{briefing.number}"
                for briefing in batch
                if briefing.number not in altered
                and await search(methodcaller("briefing", briefing.number)) != briefing
            ]
            if len(wrong) >= _MOST_WRONG:
                return wrong[:_MOST_WRONG]
    if (size := await search(lambda engine: engine.size)) != count:
        wrong.append(f"briefings in the index: {size:,}, in the database: {count:,}")
    return wrong
