"""Reloading by itself when the data has changed and been quiet for a moment."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from watchfiles import awatch

from bot.library.errors import LibraryError, ReloadRunning

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.library import Library

_QUIET_MS = 1_000
_LONGEST_MS = 60_000
_AGAIN_SECONDS = 2.0


async def watch(library: Library, data: Path) -> None:
    """Reload ``library`` whenever ``data`` has changed and then been quiet for a second.

    Goes on until it is cancelled. A file that was read while it was half-written is read again
    with its next change; what is wrong is in the log and in the status.
    """
    log = structlog.get_logger("attache.watch")
    while True:
        try:
            changes = awatch(data, step=_QUIET_MS, debounce=_LONGEST_MS, recursive=True)
            async for _ in changes:
                await _reload(library)
        except (FileNotFoundError, OSError) as error:
            log.warning("the data cannot be watched", data=str(data), reason=str(error))
        # The folder was moved away, or is not there yet.
        await asyncio.sleep(_AGAIN_SECONDS)


async def _reload(library: Library) -> None:
    while True:
        try:
            await library.reload(by="watch", reason="the data changed")
        except ReloadRunning:
            await asyncio.sleep(_AGAIN_SECONDS)
            continue
        except LibraryError as error:
            structlog.get_logger("attache.watch").error("reload failed", reason=str(error))
        return
