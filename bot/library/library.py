"""The library: the briefings in service, and what is done with them."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import psutil
import structlog

from bot.errors import AttacheError, ReloadRunning, StoreAway
from bot.library.closing import Closing
from bot.library.desk import Desk
from bot.library.editing import Editing
from bot.library.indexing import Indexer
from bot.library.mending import Mending
from bot.library.readers import passed_over
from bot.library.reloading import Reloading
from bot.library.starting import Starting, begun_anew
from bot.library.status import LibraryStatus
from bot.library.store import Store
from bot.library.uploads import Uploads
from bot.library.verifying import verify
from bot.library.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence
    from pathlib import Path

    from bot.editions import ReloadReport
    from bot.library.history import History
    from bot.library.lock import StateLock
    from bot.library.progress import Progress
    from bot.library.shelf import Shelf
    from bot.model import Answer, Briefing, Citation, Context, Listing, News, NotInService, Topic
    from bot.search.engine import Engine


_BEGUN = time.perf_counter()
"""When this process began to run; its clock may be set later."""


class Library:
    """Answers from the edition in service, and has another put in its place.

    Reading sources and building indexes runs beside searching, in another thread or process.
    """

    def __init__(
        self,
        shelf: Shelf,
        store: Store,
        lock: StateLock | None,
        *,
        owns: bool,
        indexes: bool = True,
    ) -> None:
        self._shelf = shelf
        self._store = store
        self._lock = lock
        """What is let go of at the end, None where the folder is not held, or by somebody else."""
        self._owns = owns
        self._indexes = indexes
        self._building = ThreadPoolExecutor(1, thread_name_prefix="build")
        self._closing = Closing(store)
        self._mending = Mending(self._mend)
        self._desk = Desk(shelf, self._mending.begin)
        self._indexer = Indexer(shelf, store, self._building, self._closing, owns=owns)
        self._reloading = Reloading(
            shelf, store, self._desk, self._indexer, self._closing,
            reads_only=indexes and not owns, indexes=indexes,
        )  # fmt: skip
        self.uploads = Uploads(shelf, store, self._reloading.make)
        self.editing = Editing(shelf, store, self._reloading.make)
        self._log = structlog.get_logger("attache.library")
        self.rebuilt: str | None = None
        """That and why the index was built anew at the start, None where it was not."""
        self.shut: str | None = None
        """That and why nothing may be written where it is kept, None where that was not met."""
        self.unwatched: str | None = None
        """That and why the system tells nothing of changes of the data, None where it does."""

    @classmethod
    async def open(
        cls,
        shelf: Shelf,
        *,
        load_if_empty: bool = True,
        read_only: bool = False,
        indexes: bool = True,
        lock: StateLock | None = None,
    ) -> Library:
        """Open the library; an empty one loads its data where ``load_if_empty``.

        With ``read_only`` it is opened beside the process that holds it, and cannot be reloaded.
        Without ``indexes`` a shared one is opened beside that process to make editions, whose
        indexes others make, and nothing can be asked. Who holds the folder already hands in the
        ``lock``, and lets it go after this is closed. Raises `AttacheError` in one sentence.
        """
        owns = indexes and not read_only
        own = await asyncio.to_thread(shelf.hold) if owns and not lock else None
        is_missed = owns and await asyncio.to_thread(shelf.where.is_missed)
        try:
            store = await Store.open(shelf.where, read_only=read_only)
        except BaseException:
            if own:
                own.release()
            raise
        library = cls(shelf, store, own, owns=owns, indexes=indexes)
        try:
            if is_missed:
                await begun_anew(store, shelf.database)
            await library._start(load_if_empty=load_if_empty and not read_only)
        except BaseException:
            await library.close()
            raise
        return library

    def give_up(self) -> None:
        """Give a reload up as soon as nothing can be left half done.

        One that waits for a shared database, which may never answer, is ended after a few seconds.
        """
        self._closing.begin()

    async def close(self) -> None:
        """Let questions in hand finish, give a reload up, then close index and database."""
        self.give_up()
        await self._reloading.ended()
        await self._mending.ended()
        self._closing.end()
        await asyncio.to_thread(self._building.shutdown, cancel_futures=True)
        await self._desk.close()
        await self._store.close()
        if self._lock:
            await asyncio.to_thread(self._lock.release)

    @property
    def edition(self) -> int:
        """Return the number of the edition in service, 0 while nothing was ever loaded."""
        return self._desk.number

    @property
    def briefings(self) -> int:
        """Return the number of briefings in service."""
        return self._desk.briefings

    @property
    def history(self) -> History:
        """Return the collection's past, as far as it is committed."""
        return self._store.past

    @property
    def progress(self) -> Progress | None:
        """Return how far the reload is that runs now, None where none does."""
        return self._reloading.progress

    @property
    def last_reload(self) -> ReloadReport | None:
        """Return what the last reload of this process did, None before the first."""
        return self._reloading.last

    @property
    def refused(self) -> ReloadReport | None:
        """Return the last reload of the sources, where what they hold was refused."""
        return self._reloading.refused

    @property
    def failed(self) -> str | None:
        """Return why the sources could not be reloaded the last time, None where they could."""
        return self._reloading.failed

    async def ask(self, question: str, limit: int = 3, context: Context | None = None) -> Answer:
        """Return the answer to ``question`` with its best ``limit`` citations.

        ``context`` is that of the same person's last answer, which a follow-up may refer to.
        """
        return await self._desk.ask(question, limit, context)

    async def about(self, topic_key: str, limit: int = 50) -> Listing | None:
        """Return the newest briefings on a topic, or None where this edition has no such one."""
        return await self._desk.search(lambda engine: engine.about(topic_key, limit))

    async def cite(self, question: str, numbers: Sequence[int]) -> tuple[Citation, ...]:
        """Return those of these briefings that are in service, marked for ``question``."""
        return await self._desk.search(lambda engine: engine.cite(question, numbers))

    async def news(self, seen: Mapping[str, int], limit: int = 50) -> News:
        """Return what is new on topics, by key with the highest number that was seen of each."""
        return await self._desk.search(lambda engine: engine.news(seen, limit))

    async def highest(self) -> int:
        """Return the highest number of a briefing in service, 0 where there is none."""
        return await self._desk.search(lambda engine: engine.highest())

    async def changed(self, since: int) -> None:
        """Wait until another edition than ``since`` is in service."""
        await self._desk.changed(since)

    async def prepare(self) -> None:
        """Have all read that a question may need, while nobody waits for it."""
        await self._desk.search(lambda engine: engine.prepare())

    async def latest(self, limit: int = 50) -> Listing:
        """Return the newest briefings, undated ones last."""
        return await self._desk.search(lambda engine: engine.latest(limit))

    async def related(self, number: int, limit: int = 5) -> Listing | None:
        """Return the briefings most like one, None where there is no such one in service."""
        return await self._desk.search(lambda engine: engine.related(number, limit))

    async def any_briefing(self, chance: float) -> Briefing | None:
        """Return the briefing that a ``chance`` from 0 up to 1 falls on."""
        return await self._desk.search(lambda engine: engine.any_briefing(chance))

    async def topics(self, query: str = "", limit: int = 25) -> tuple[Topic, ...]:
        """Return the largest topics, or those that fit the ``query``."""
        return await self._desk.search(lambda engine: engine.topics(query, limit))

    async def suggest(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Return topics and titles that fit what was ``typed``."""
        return await self._desk.search(lambda engine: engine.suggest(typed, limit))

    async def begun(self, typed: str, limit: int = 10) -> tuple[Briefing, ...]:
        """Return briefings whose titles or texts have words that begin as those ``typed`` do."""
        return await self._desk.search(lambda engine: engine.begun(typed, limit))

    async def context_of(self, numbers: Sequence[int]) -> Context | None:
        """Return what a question may refer to after these briefings were opened, None for none."""
        return await self._desk.search(lambda engine: engine.context_of(numbers))

    async def briefing(self, number: int) -> Briefing | NotInService | None:
        """Return a briefing in service, why it is not, or None for a number never given."""
        found = await self._desk.search(lambda engine: engine.briefing(number))
        return found or await self._store.not_in_service(number)

    @asynccontextmanager
    async def export(self) -> AsyncIterator[tuple[int, AsyncIterator[Briefing]]]:
        """Give the number of the edition in service, and every briefing of it, by number.

        A reload meanwhile changes nothing of that.
        """
        async with self._store.view() as session:
            edition = await self._store.edition(session)
            yield edition.number if edition else 0, self._store.each_present(session)

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
        else by now. Raises `ReloadRunning` while another reload runs, and `StoreUnusable` where the
        database fails.
        """
        return await self._reloading.make(
            Wanted(
                by, reason, data or self._shelf.data, dry_run=dry_run, may_remove=may_remove,
                confirmed=confirmed,
            )
        )  # fmt: skip

    async def verify(self) -> list[str]:
        """Return what is wrong with database and index, or between them; nothing where all is well.

        Every briefing of the database is compared with what the index would show.
        """
        edition = self._desk.edition
        index = self._shelf.indexes / str(self.edition) if edition else None
        wrong = await verify(self._store, index, self._desk.search)
        if wrong and await self._store.edition() != edition:
            raise AttacheError("The briefings were loaded anew meanwhile; verify them again.")
        return wrong

    async def follow(self) -> bool:
        """Put the newest edition in service that any process made; tell whether it was news.

        Raises `StoreUnusable`; what was in service stays then.
        """
        return await self._reloading.follow()

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
            self._desk.edition, self.last_reload, database, index,
            process.memory_info().rss, time.perf_counter() - _BEGUN, last_entry, trouble,
            self.rebuilt, self.failed, tuple(over), self.unwatched,
        )  # fmt: skip

    async def sizes(self) -> tuple[int, int]:
        """Return the bytes of the database, 0 where that is away, and of the index, on disk."""
        database = 0
        with suppress(StoreAway):
            database = await self._store.size()
        return database, await asyncio.to_thread(self._shelf.index_size)

    async def integrity(self) -> str | None:
        """Return what is wrong with the database, None where all is well."""
        return await self._store.integrity()

    async def _start(self, *, load_if_empty: bool) -> None:
        if not self._indexes:
            self._desk.put(await self._store.edition(), None)
            return
        starting = Starting(self._shelf, self._store, self._desk, self._indexer, owns=self._owns)
        await starting.begin()
        self.rebuilt = starting.rebuilt
        if load_if_empty and not self.edition:
            try:
                await self.reload(by="start", reason="first load")
            except ReloadRunning:
                # Another process does it, and this one follows.
                self._log.info("another process loads the briefings")

    async def _mend(self, failed: Engine) -> None:
        await self._reloading.mend(failed)
