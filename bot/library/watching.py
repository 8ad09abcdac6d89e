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
from bot.library.outcomes import in_short, why_refused
from bot.library.readers import stamp
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
_LOOK_SECONDS = 30.0
_LEAST_PAUSES = 50
"""How many times as long as a look took no other follows, however large the folder is."""


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


class _Looks:
    """Tells every half minute by a stamp of the sources what no event may have told.

    Nothing tells of what stands behind a link or is written on another machine.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._last = ""
        self._at = 0.0

    async def note(self) -> None:
        """Look at the sources now, before they are read."""
        began = time.monotonic()
        self._last = await asyncio.to_thread(stamp, self._data)
        took = time.monotonic() - began
        self._at = began + max(_LOOK_SECONDS, _LEAST_PAUSES * took)

    async def tell_change(self) -> bool:
        """Look at the sources where it is time, and tell whether they have changed."""
        if time.monotonic() < self._at:
            return False
        before = self._last
        await self.note()
        return self._last != before


class _Watch:
    """What is known of the changes of one library's data."""

    def __init__(self, library: Library, data: Path, fails: Callable[[], None]) -> None:
        self._library = library
        self._data = data
        self._fails = fails
        self._looks = _Looks(data)
        self._again = _Again()
        self._since: float | None = time.monotonic()
        self._log = structlog.get_logger("attache.watch")

    async def by_events(self) -> None:
        """Go by what the system tells, until another folder stands in the place of the data."""
        is_watched = False
        try:
            async with aclosing(_moments(self._data)) as moments:
                async for changed in moments:
                    if not is_watched:
                        # Somebody may have changed it while nothing told of that.
                        self._since = self._since or time.monotonic()
                        is_watched = True
                    self._library.unwatched = None
                    await self._moment(changed=changed)
        finally:
            if is_watched:  # it has just gone, or become another; what cannot be watched has not
                self._since = self._since or time.monotonic()

    async def by_looks(self, seconds: float) -> None:
        """Go by looks alone for so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            await self._moment(changed=False)
            await asyncio.sleep(min(_AGAIN_SECONDS, seconds))

    def tell(self, error: Exception) -> None:
        """Say once why the system tells nothing."""
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        told = (
            f"The data cannot be watched ({reason}); what changes there is looked for every "
            f"{_LOOK_SECONDS:.0f} seconds only."
        )
        if told != self._library.unwatched:
            self._log.warning(
                "the data cannot be watched", data=str(self._data), reason=reason,
                exc_info=not isinstance(error, OSError),
            )  # fmt: skip
        self._library.unwatched = told

    async def _moment(self, *, changed: bool) -> None:
        """Note that the data has changed, or has been quiet, and reload where it is time."""
        if self._since is None:
            changed = await self._looks.tell_change() or changed
        now = time.monotonic()
        if changed:
            self._since = self._since or now
        is_quiet = self._since is not None and (not changed or now - self._since > _LONGEST_SECONDS)
        if is_quiet or self._again.is_due:
            self._since = None
            await self._looks.note()
            done = await _reload(self._library)
            self._again.after(failed=not done)
            if not done:
                self._fails()


async def watch(library: Library, data: Path, fails: Callable[[], None]) -> None:
    """Reload ``library`` whenever ``data`` has changed and then been quiet for a second.

    Goes on until it is cancelled. What changed while nobody watched, as before the start or while
    the folder was away, is read too, and within half a minute what the system does not tell of.
    A file that was read while it was half-written is read again with its next change; what is wrong
    is in the log and in the status. A reload that ``fails``, as on a full disk, is counted, and
    tried again.
    """
    watched = _Watch(library, data, fails)
    try:
        while True:
            pause = _AGAIN_SECONDS  # it was moved away or replaced, or is not there yet
            try:
                await watched.by_events()
            except Exception as error:  # noqa: BLE001 - whatever it is, the data is looked at
                watched.tell(error)
                if not isinstance(error, FileNotFoundError):
                    pause = _LOOK_SECONDS
            await watched.by_looks(pause)
    finally:
        library.unwatched = None


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
        # Nobody asked for this reload who would be shown what is wrong.
        if report.problems:
            log.warning("the data has problems", problems=in_short(report.problems))
        if report.needs_confirmation:
            log.warning("the data lacks many briefings", reason=why_refused(report))
        return True
