"""Reloads: one at a time, each put in service where it changes something, and reported."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.databases.moments import now, stamp
from bot.errors import AttacheError, Occupied, ReloadRunning, StoreUnusable
from bot.library.history import record
from bot.library.making import Maker
from bot.library.outcomes import none_made
from bot.library.progress import Progress
from bot.search.index import manifest

if TYPE_CHECKING:
    from bot.editions import ReloadReport
    from bot.library.closing import Closing
    from bot.library.desk import Desk
    from bot.library.indexing import Indexer
    from bot.library.placing import Source
    from bot.library.shelf import Shelf
    from bot.library.store import Store
    from bot.library.wanted import Wanted
    from bot.search.engine import Engine


UNFORESEEN = "Something went wrong that nobody foresaw; the log tells what."


class Reloading:
    """Has editions made, and puts them on the desk."""

    def __init__(
        self,
        shelf: Shelf,
        store: Store,
        desk: Desk,
        indexer: Indexer,
        closing: Closing,
        *,
        reads_only: bool,
        indexes: bool,
    ) -> None:
        self._shelf = shelf
        self._store = store
        self._desk = desk
        self._indexer = indexer
        self._closing = closing
        self._reads_only = reads_only
        self._maker = Maker(shelf, store, indexer if indexes else None, closing)
        self._one_at_a_time = asyncio.Lock()
        self._log = structlog.get_logger("attache.library")
        self.progress: Progress | None = None
        """How far the reload is that runs now, None where none does."""
        self.last: ReloadReport | None = None
        """What the last reload of this process did, None before the first."""
        self.refused: ReloadReport | None = None
        """The last reload of the sources, where what they hold was refused."""
        self.failed: str | None = None
        """Why the sources could not be reloaded the last time, None where they could."""

    async def make(self, wanted: Wanted, source: Source | None = None) -> ReloadReport:
        """Make the edition that is wanted, put it in service, and return what changed.

        Raises what `bot.library.library.Library.reload` raises.
        """
        self._refuse_beside()
        self._refuse_second()
        async with self._one_at_a_time:
            self.progress = Progress(wanted.by)
            try:
                report = await self._made(wanted, source)
            except Occupied as error:
                raise ReloadRunning(f"{error} Wait until it is done.") from None
            except Exception as error:
                is_told = isinstance(error, AttacheError)
                reads_sources = not (wanted.is_by_hand or wanted.dry_run or source)
                if reads_sources and (isinstance(error, StoreUnusable) or not is_told):
                    self.failed = str(error) if is_told else UNFORESEEN
                raise
            finally:
                self.progress = None
            if not (wanted.is_by_hand or wanted.dry_run):
                self.failed = None
        self._log.info(
            _event(report),
            by=wanted.by, reason=wanted.reason, edition=report.edition, added=report.added,
            changed=report.changed, removed=report.removed, problems=len(report.problems),
            dry_run=wanted.dry_run, seconds=report.seconds,
        )  # fmt: skip
        return report

    async def _made(self, wanted: Wanted, source: Source | None) -> ReloadReport:
        """Make what is wanted, put it in service, and record what was refused."""
        assert self.progress
        made = await self._maker.make(wanted, self._desk.edition, self.progress, source)
        report = made.report
        if made.edition:
            self._desk.put(made.edition, made.engine)
        if wanted.dry_run:
            return report
        if report.refused or (report.problems and not report.swapped):
            await self._record_unchanged(wanted, report)
            # Not before its own line in the log, so that a later one is another's.
            report = replace(report, at=stamp(now()))
        if not (source and report.refused):  # else nothing of it was kept, and the sources are well
            self.last = report
            if not wanted.is_by_hand:
                self.refused = report if report.refused else None
        return report

    async def _record_unchanged(self, wanted: Wanted, report: ReloadReport) -> None:
        async with self._store.writing() as session:
            await record(session, wanted.by, wanted.reason, none_made(report))

    async def follow(self) -> bool:
        """Put the newest edition in service that any process made; tell whether it was news.

        Raises `StoreUnusable`; what was in service stays then.
        """
        if await self._store.edition() == self._desk.edition:
            return False
        async with self._one_at_a_time:
            if self._closing.has_begun:
                return False
            self.progress = Progress("another process")
            began = time.perf_counter()
            try:
                made = await self._indexer.follow(self._desk.edition, self.progress)
            finally:
                self.progress = None
            if made is None:
                return False
            self._desk.put(*made)
        seconds = round(time.perf_counter() - began, 3)
        self._log.info("followed", edition=self._desk.number, seconds=seconds)
        return True

    async def mend(self, failed: Engine) -> None:
        """Build the index anew that a search ``failed`` over, where it is damaged."""
        async with self._one_at_a_time:
            edition = self._desk.edition
            if self._desk.engine is not failed or not edition or self._closing.has_begun:
                return
            folder = self._shelf.indexes / str(edition.number)
            if await asyncio.to_thread(manifest.is_whole, folder):
                # The fault is ours, or it has passed: building would take long and mend nothing.
                self._log.error("the index is whole, and is opened anew", edition=edition.number)
                self._desk.put(edition, await self._indexer.open(edition))
                return
            self._log.error("the index is damaged", edition=edition.number)
            self._desk.put(
                *await self._indexer.rebuild(Progress("mending", "indexing"), serving=True)
            )
            self._log.info("the index was built anew", edition=self._desk.number)

    async def ended(self) -> None:
        """Wait until none runs."""
        async with self._one_at_a_time:
            pass

    def _refuse_second(self) -> None:
        if self._one_at_a_time.locked():
            said = str(self.progress) if self.progress else "A reload is already running."
            raise ReloadRunning(f"{said} Wait until it is done.")

    def _refuse_beside(self) -> None:
        """Raise where another process holds the briefings, and this one only reads them."""
        if self._reads_only:
            raise AttacheError(
                "The briefings are only read here, as a running bot holds them: reload them there, "
                "with /admin reload."
            )


def _event(report: ReloadReport) -> str:
    if report.swapped:
        return "reloaded"
    if report.refused:
        return "reload refused"
    return "reload tried" if report.dry_run else "reload changed nothing"
