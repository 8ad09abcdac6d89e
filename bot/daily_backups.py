"""Backups once a day, of which the newest few are kept."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.backups import back_up_all, parts_of
from bot.databases.sqlite.connecting import SIDE_ENDINGS
from bot.errors import AttacheError
from bot.moving import BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.library.shelf import Shelf
    from bot.metrics import Metrics

_DAY = timedelta(days=1)
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"attache-([0-9]{8}T[0-9]{6}Z)\.sqlite3")
_OURS = re.compile(
    rf"({_NAME.pattern})({re.escape(BESIDE)})?(\.making)?({'|'.join(SIDE_ENDINGS)})?"
)
_LOOK_SECONDS = 60.0


def due(last: datetime | None, at: time, now: datetime) -> bool:
    """Tell whether the time of day ``at``, in UTC, has come by since the ``last`` backup."""
    today = datetime.combine(now.date(), at, UTC)
    latest = today if today <= now else today - _DAY
    return last is None or last < latest


class DailyBackups:
    """Makes a backup at a time of day, or as soon as it can when that was missed."""

    def __init__(
        self,
        shelf: Shelf,
        at: time,
        kept: int,
        metrics: Metrics,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._shelf = shelf
        self._at = at
        self._kept = kept
        self._metrics = metrics
        self._clock = clock
        self._folder = shelf.state / "backups"
        self.trouble: str | None = None
        """That and why the last backup could not be made."""
        self._log = structlog.get_logger("attache")

    async def run(self) -> None:
        """Make backups until cancelled; one that fails is tried again a minute later."""
        try:
            while True:
                await self.make_if_due()
                await asyncio.sleep(_LOOK_SECONDS)
        finally:
            self.trouble = None  # another process makes them from now on

    async def make_if_due(self) -> Path | None:
        """Make a backup where one is due, and remove the oldest; return its path."""
        try:
            file = await self._make_if_due()
        except (AttacheError, OSError) as error:
            reason = self._reason(error)
            self.trouble = f"the backup failed: {reason}"
            self._metrics.backup(done=False)
            self._log.error("the backup failed", reason=reason)
            return None
        if file is None:
            return None
        self.trouble = None
        self._metrics.backup(done=True)
        self._log.info("backed up", file=str(file))
        try:
            await asyncio.to_thread(self._keep_newest, self._clock())
        except OSError as error:
            self._log.warning("old backups could not be removed", reason=str(error))
        return file

    def _reason(self, error: AttacheError | OSError) -> str:
        if isinstance(error, AttacheError):
            return str(error)
        return (
            f"{error.filename or self._folder} cannot be used ({error.strerror}); see to it that "
            f"{self._folder} is a folder that the bot may write, with room on its disk."
        )

    async def _make_if_due(self) -> Path | None:
        now = self._clock()
        present = await asyncio.to_thread(self._present, now)
        last = _moment(present[-1].name) if present else None
        if last and last > now:
            last = None  # there are none but those
        if not due(last, self._at, now):
            return None
        file = self._folder / f"attache-{now.strftime(_STAMP)}.sqlite3"
        await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True)
        await back_up_all(self._shelf, file)
        return file

    def _present(self, now: datetime) -> list[Path]:
        """Return the backups there are, the oldest first.

        One of a moment that is still to come was made while the clock was wrong, and counts for
        older than all others.
        """
        named = self._folder.glob("attache-*.sqlite3") if self._folder.exists() else ()
        moments = {file: moment for file in named if (moment := _moment(file.name))}
        return sorted(moments, key=lambda file: (moments[file] <= now, moments[file]))

    def _keep_newest(self, now: datetime) -> None:
        """Remove the oldest, and what one that was broken off left behind."""
        newest = self._present(now)[-self._kept :]
        kept = {part.backup for file in newest for part in parts_of(self._shelf, file)}
        for file in self._folder.iterdir():
            ours = _OURS.fullmatch(file.name)
            if ours and _moment(ours[1]) and file not in kept:
                file.unlink()


def _moment(name: str) -> datetime | None:
    """Return when the backup of this name was made, None where it is none of ours."""
    named = _NAME.fullmatch(name)
    try:
        return datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC) if named else None
    except ValueError:  # no such day
        return None
