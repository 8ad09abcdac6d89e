"""Reloading by itself when the data has changed and been quiet for a moment."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from watchfiles import awatch

from bot.errors import AttacheError, ReloadRunning
from bot.library.outcomes import in_short
from bot.library.reloading import UNFORESEEN

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from bot.library.library import Library

_QUIET_MS = 1_000
_STEP_MS = 50
_LONGEST_SECONDS = 60.0
_AGAIN_SECONDS = 2.0
_RETRY_SECONDS = 5.0
_LONGEST_RETRY_SECONDS = 600.0


class _Again:
    """When a reload that failed is tried again, though nothing changes: each time later."""

    def __init__(self) -> None:
        self._wait = _RETRY_SECONDS
        self._at: float | None = None

    @property
    def is_due(self) -> bool:
        """Tell whether it is time."""
        return self._at is not None and time.monotonic() >= self._at

    def after(self, *, failed: bool) -> None:
        """Note what came of a reload."""
        self._at = time.monotonic() + self._wait if failed else None
        self._wait = min(2 * self._wait, _LONGEST_RETRY_SECONDS) if failed else _RETRY_SECONDS


async def watch(library: Library, data: Path, fails: Callable[[], None]) -> None:
    """Reload ``library`` whenever ``data`` has changed and then been quiet for a second.

    Goes on until it is cancelled. What changed while nobody watched, as before the start or while
    the folder was away, is read too. A file that was read while it was half-written is read again
    with its next change; what is wrong is in the log and in the status. A reload that ``fails``, as
    on a full disk, is counted, and tried again.
    """
    log = structlog.get_logger("attache.watch")
    since: float | None = time.monotonic()
    again = _Again()
    is_away = False
    while True:
        try:
            async with aclosing(_moments(data)) as moments:
                async for changed in moments:
                    is_away = False
                    now = time.monotonic()
                    if changed:
                        since = since or now
                    is_quiet = since and (not changed or now - since > _LONGEST_SECONDS)
                    if is_quiet or again.is_due:
                        since = None
                        done = await _reload(library)
                        again.after(failed=not done)
                        if not done:
                            fails()
        except OSError as error:
            if not is_away:
                log.warning("the data cannot be watched", data=str(data), reason=str(error))
            is_away = True
        # It was moved away or replaced, or is not there yet.
        since = time.monotonic()
        await asyncio.sleep(_AGAIN_SECONDS)


async def _moments(data: Path) -> AsyncGenerator[bool]:
    """Yield that ``data`` has changed, or has been quiet for a second.

    Ends where another folder stands in its place. A single file is watched through its folder, as
    whoever replaces it puts another in its place. Raises ``OSError``.
    """
    is_file = await asyncio.to_thread(data.is_file)
    folder = data.parent if is_file else data
    before = await asyncio.to_thread(folder.stat)
    # Soon, as it counts as one change what goes on in the same file.
    changes = awatch(
        folder, step=_STEP_MS, debounce=2 * _STEP_MS, rust_timeout=_QUIET_MS, yield_on_timeout=True,
        recursive=not is_file,
    )  # fmt: skip
    last = time.monotonic()
    async with aclosing(changes):
        async for found in changes:
            if found and (not is_file or data.name in {Path(path).name for _, path in found}):
                last = time.monotonic()
                yield True
            elif not found or time.monotonic() - last > _QUIET_MS / 1000:
                yield False
            now = await asyncio.to_thread(folder.stat)
            if (now.st_dev, now.st_ino) != (before.st_dev, before.st_ino):
                return


async def _reload(library: Library) -> bool:
    """Reload, and tell whether that could be done, whatever it found."""
    log = structlog.get_logger("attache.watch")
    while True:
        try:
            report = await library.reload(by="watch", reason="the data changed")
        except ReloadRunning:
            await asyncio.sleep(_AGAIN_SECONDS)
            continue
        except AttacheError as error:
            log.error("reload failed", reason=str(error))  # noqa: TRY400 - that says all
            return False
        except Exception:
            # What changed is still to be read, whatever this was.
            log.exception("reload failed", reason=UNFORESEEN)
            return False
        if report.problems:
            # Nobody asked for this reload who would be shown them.
            log.warning("the data has problems", problems=in_short(report.problems))
        return True
