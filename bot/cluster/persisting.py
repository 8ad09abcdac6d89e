"""Work in the background goes on after it failed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_AGAIN_SECONDS = 5.0
_LONGEST_SECONDS = 5 * 60.0


async def until_done(work: Callable[[], Awaitable[None]]) -> None:
    """Do the ``work``; where it fails, log why, and do it again after a pause that grows."""
    log = structlog.get_logger("attache")
    loop = asyncio.get_running_loop()
    pause = _AGAIN_SECONDS
    while True:
        began = loop.time()
        try:
            await work()
        except Exception:
            if loop.time() - began > _LONGEST_SECONDS:
                pause = _AGAIN_SECONDS
            log.exception("work in the background failed", again_in_seconds=pause)
        else:
            return
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_SECONDS)
