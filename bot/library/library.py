"""The library: the current edition with its index, swapped as one reference."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import psutil

from bot.library.databases.interface import now, stamp
from bot.library.editing import Editing
from bot.library.errors import (
    LibraryError,
    Occupied,
    ReloadRunning,
    StoreAway,
    StoreUnusable,
)
from bot.library.history import in_short, record
from bot.library.making import Maker, Wanted
from bot.library.mending import Mending
from bot.library.pools import on
from bot.library.progress import Progress
from bot.library.readers import passed_over
from bot.library.status import LibraryStatus
from bot.library.store import Store
from bot.library.unkept import empty_engine, one_sentence, open_whole, passing_folder
from bot.library.uploads import Uploads
from bot.library.verifying import verify
from bot.search import manifest
from bot.search.engine import Engine, IndexUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.library.lock import StateLock
    from bot.library.shelf import Shelf
    from bot.library.uploads import Source
    from bot.model import Briefing, Edition, NotInService, ReloadReport


_PATIENCE_SECONDS = 3.0
"""A database that is there answers sooner, unless what it was asked for takes long."""


class Library(Editing):
    """Answers from the edition in service, and puts a new one in its place.

    Reading sources and building indexes runs beside searching, in another thread or process.
    """

    def __init__(
        self, shelf: Shelf, store: Store, lock: StateLock | None, *, indexes: bool = True
    ) -> None:
        super().__init__(shelf)
        self._store = store
        self._lock = lock
        self._building = ThreadPoolExecutor(1, thread_name_prefix="build")
        self._reloading = asyncio.Lock()
        self._closing = False
        self._ending: asyncio.TimerHandle | None = None
        self._progress: Progress | None = None
        self._mending = Mending(self._build_anew)
        pools = self._building, self._searching
        self._indexes = indexes
        self._maker = Maker(shelf, store, pools, lambda: self._closing, indexes=indexes)
        self.uploads = Uploads(shelf, store, self._take_in)
        self._last_reload: ReloadReport | None = None
        self.failed: str | None = None
        """Why the sources could not be reloaded the last time, None where they could."""
        self.rebuilt: str | None = None
        """That and why the index was built anew at the start, None where it was not."""

    @classmethod
    async def open(
        cls,
        shelf: Shelf,
        *,
        load_if_empty: bool = True,
        read_only: bool = False,
        indexes: bool = True,
    ) -> Library:
        """Open the library; an empty one loads its data where ``load_if_empty``.

        With ``read_only`` it is opened beside the process that holds it, and cannot be reloaded.
        Without ``indexes`` a shared one is opened beside that process to make editions, whose
        indexes others make, and nothing can be asked. Raises `LibraryError` in one sentence.
        """
        lock = None if read_only or not indexes else await asyncio.to_thread(shelf.hold)
        try:
            store = await Store.open(shelf.where, read_only=read_only)
        except BaseException:
            if lock:
                lock.release()
            raise
        library = cls(shelf, store, lock, indexes=indexes)
        try:
            await library._start(load_if_empty=load_if_empty and not read_only)
        except BaseException:
            await library.close()
            raise
        return library

    def give_up(self) -> None:
        """Give a reload up as soon as nothing can be left half done.

        One that waits for a shared database, which may never answer, is ended after a few seconds.
        """
        if not self._closing:
            self._closing = True
            loop = asyncio.get_running_loop()
            self._ending = loop.call_later(_PATIENCE_SECONDS, self._store.give_up)

    async def close(self) -> None:
        """Let questions in hand finish, give a reload up, then close index and database."""
        self.give_up()
        async with self._reloading:
            pass
        await self._mending.ended()
        if self._ending:
            self._ending.cancel()
        await self._answered()
        await asyncio.to_thread(self._building.shutdown, cancel_futures=True)
        await asyncio.to_thread(self._searching.shutdown)
        if self._engine:
            self._engine.close()
            self._engine = None
        await self._store.close()
        if self._lock:
            await asyncio.to_thread(self._lock.release)

    @property
    def last_reload(self) -> ReloadReport | None:
        """Return what the last reload of this process did, None before the first."""
        return self._last_reload

    async def briefing(self, number: int) -> Briefing | NotInService | None:
        """Return a briefing in service, why it is not, or None for a number never given."""
        found = await self._search(lambda engine: engine.briefing(number))
        return found or await self._store.not_in_service(number)

    async def export(self) -> AsyncIterator[Briefing]:
        """Yield every briefing in service, by number."""
        async for batch in self._store.all_present():
            for briefing in batch:
                yield briefing

    async def status(self) -> LibraryStatus:
        """Return what is in service and how large it is on disk."""
        database, last_entry, trouble = 0, None, None
        try:
            database = await self._store.size()
            last_entry = next(iter(await self.history.log(1)), None)
        except StoreAway as error:
            trouble = str(error)
        index = await asyncio.to_thread(self._shelf.index_size)
        process = await asyncio.to_thread(psutil.Process)
        over = await asyncio.to_thread(passed_over, self._shelf.data, self._shelf.uploads)
        return LibraryStatus(
            self._edition, self._last_reload, database, index,
            process.memory_info().rss, time.time() - process.create_time(), last_entry, trouble,
            self.rebuilt, self.failed, tuple(over),
        )  # fmt: skip

    async def integrity(self) -> str | None:
        """Return what is wrong with the database, None where all is well."""
        return await self._store.integrity()

    @property
    def progress(self) -> Progress | None:
        """Return how far the reload is that runs now, None where none does."""
        return self._progress

    async def reload(
        self,
        *,
        by: str,
        reason: str = "reload",
        data: Path | None = None,
        dry_run: bool = False,
        may_remove: float | None = None,
        confirmed: str | None = None,
    ) -> ReloadReport:
        """Read the sources and put what they hold in service; return what changed.

        Whatever is wrong with a source is a problem in the report and changes nothing, or where
        the policy is lenient leaves that record out. ``may_remove`` is the share of briefings that
        may go without a confirmation, None for the one in the settings; ``confirmed`` is the digest
        of a report that asked for one, which is asked for anew where the sources hold something
        else by now. Raises `ReloadRunning` while another reload runs, and
        `StoreUnusable` where the database fails.
        """
        return await self._make(
            Wanted(
                by, reason, data or self._shelf.data, dry_run=dry_run, may_remove=may_remove,
                confirmed=confirmed,
            )
        )  # fmt: skip

    async def verify(self) -> list[str]:
        """Return what is wrong with database and index, or between them; nothing where all is well.

        Every briefing of the database is compared with what the index would show.
        """
        index = self._shelf.indexes / str(self.edition) if self.edition else None
        return await verify(self._store, index, self._search)

    def _refuse_second(self) -> None:
        if self._reloading.locked():
            said = str(self._progress) if self._progress else "A reload is already running."
            raise ReloadRunning(f"{said} Wait until it is done.")

    async def _take_in(
        self, source: Source, by: str, reason: str, may_remove: float | None
    ) -> ReloadReport:
        """Put a file into the data and reload; it goes again where it is not taken."""
        wanted = Wanted(by, reason, self._shelf.data, may_remove=may_remove)
        return await self._make(wanted, source)

    def _refuse_beside(self) -> None:
        """Raise where another process holds the briefings, and this one only reads them."""
        if self._indexes and not self._lock:
            raise LibraryError(
                "The briefings are only read here, as a running bot holds them: reload them there, "
                "with /admin reload."
            )

    async def _make(self, wanted: Wanted, source: Source | None = None) -> ReloadReport:
        self._refuse_beside()
        self._refuse_second()
        async with self._reloading:
            self._progress = Progress(wanted.by)
            try:
                report = await self._made(wanted, source)
            except Occupied as error:
                raise ReloadRunning(f"{error} Wait until it is done.") from None
            except StoreUnusable as error:
                if not (wanted.is_by_hand or wanted.dry_run or source):
                    self.failed = str(error)
                raise
            finally:
                self._progress = None
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
        assert self._progress
        made = await self._maker.make(wanted, self._edition, self._progress, source)
        report = made.report
        if made.edition:
            self._swap(made.edition, made.engine)
        if not wanted.dry_run:
            self._last_reload = report
            if report.refused or (report.problems and not report.swapped):
                await self._record_unchanged(wanted, report)
                # Not before its own line in the log, so that a later one is another's.
                self._last_reload = replace(report, at=stamp(now()))
        return report

    async def _record_unchanged(self, wanted: Wanted, report: ReloadReport) -> None:
        said = "nothing was changed: not confirmed"
        if report.blocked:
            said = f"nothing was changed: {in_short(report.problems)}"
        elif not report.refused:
            said = f"nothing has changed; left out: {in_short(report.problems)}"
        async with self._store.writing() as session:
            await record(session, wanted.by, wanted.reason, said)

    async def follow(self) -> bool:
        """Put the newest edition in service that any process made; tell whether it was news.

        Raises `StoreUnusable`; what was in service stays then.
        """
        if await self._store.edition() == self._edition:
            return False
        async with self._reloading:
            if self._closing:
                return False
            self._progress = Progress("another process")
            began = time.perf_counter()
            try:
                made = await self._maker.follow(self._edition, self._progress)
            finally:
                self._progress = None
            if made is None:
                return False
            self._swap(*made)
        seconds = round(time.perf_counter() - began, 3)
        self._log.info("followed", edition=self.edition, seconds=seconds)
        return True

    async def _start(self, *, load_if_empty: bool) -> None:
        self._edition = await self._store.edition()
        if not self._indexes:
            return
        if self._lock:
            await asyncio.to_thread(self._shelf.belong_to, await self._store.collection())
        if self._edition is None:
            if self._lock:
                await asyncio.to_thread(self._shelf.keep_only, 0)
            with one_sentence("the temporary folder", serving=False):
                self._engine = await on(self._building, empty_engine, self._shelf)
            if load_if_empty:
                await self._load_first()
            return
        try:
            self._engine = await self._maker.open_engine(self._edition)
        except IndexUnusable as problem:
            await self._start_anew(str(problem))
        if self._lock:
            await asyncio.to_thread(self._shelf.keep_only, self.edition)

    async def _load_first(self) -> None:
        try:
            await self.reload(by="start", reason="first load")
        except ReloadRunning:
            # Another process does it, and this one follows.
            self._log.info("another process loads the briefings")

    async def _start_anew(self, reason: str) -> None:
        """Bring the index of an older edition up to date, or build one."""
        older = await asyncio.to_thread(self._shelf.index_before, self.edition)
        if self._lock and older is not None:
            try:
                self._edition, self._engine = await self._maker.catch_up(older, Progress("start"))
            except StoreUnusable as error:
                reason = str(error)
            else:
                return
        # There is none after a backup was put in place, or where somebody removed it.
        is_there = await asyncio.to_thread((self._shelf.indexes / str(self.edition)).exists)
        log = self._log.warning if is_there else self._log.info
        whose = "" if self._lock else ", for this command alone"
        why = reason if is_there else "there was none"
        self.rebuilt = f"The index was built anew{whose}: {why}."
        log("index is built anew", edition=self.edition, reason=reason)
        self._edition, self._engine = await self._rebuild()

    async def _rebuild(self) -> tuple[Edition, Engine]:
        """Build the index of the present edition; a reader beside the owner keeps it to itself.

        Raises `StoreUnusable`.
        """
        async with self._store.view() as session:
            edition = await self._store.edition(session)
            assert edition is not None
            progress = Progress("start", "indexing")
            if self._lock:
                with one_sentence(self._shelf.indexes, serving=self._engine is not None):
                    await self._maker.build(session, edition, self._shelf, progress)
                    return edition, await self._maker.open_engine(edition)
            with one_sentence("the temporary folder", serving=False), passing_folder() as folder:
                shelf = replace(self._shelf, state=folder)
                await self._maker.build(session, edition, shelf, progress)
                index = shelf.indexes / str(edition.number)
                engine = await on(self._searching, open_whole, index, shelf)
        return edition, engine

    def _mend(self, failed: Engine) -> None:
        self._mending.begin(failed)

    async def _build_anew(self, failed: Engine) -> None:
        async with self._reloading:
            if self._engine is not failed or not self._edition or self._closing:
                return
            folder = self._shelf.indexes / str(self.edition)
            if await asyncio.to_thread(manifest.is_whole, folder):
                # The fault is ours, or it has passed: building would take long and mend nothing.
                self._log.error("the index is whole, and is opened anew", edition=self.edition)
                self._swap(self._edition, await self._maker.open_engine(self._edition))
                return
            self._log.error("the index is damaged", edition=self.edition)
            self._swap(*await self._rebuild())
            self._log.info("the index was built anew", edition=self.edition)


def _event(report: ReloadReport) -> str:
    if report.swapped:
        return "reloaded"
    if report.refused:
        return "reload refused"
    return "reload tried" if report.dry_run else "reload changed nothing"
