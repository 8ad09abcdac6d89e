"""The library: the current edition with its index, swapped as one reference."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.library.errors import LibraryError, ReloadRunning, StoreUnusable
from bot.library.readers import read
from bot.library.store import Store, Withdrawn, briefing_of
from bot.model import Answer, Briefing, Context, Edition, Origin, Problem, ReloadReport, Topic
from bot.search.building import build, may_update, update
from bot.search.engine import Engine, IndexUnusable, open_engine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from bot.library.lock import StateLock
    from bot.library.shelf import Shelf
    from bot.library.store import Difference
    from bot.model import Draft

_T = TypeVar("_T")
_BATCH = 500
_MAX_PROBLEMS = 50
"""Problems kept of one reload; a file of another kind would else give one for every line."""


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """What an operator wants to know of the collection; sizes are in bytes."""

    edition: Edition | None
    last_reload: ReloadReport | None
    database_bytes: int
    index_bytes: int


class Library:
    """Answers from the edition in service, and puts a new one in its place.

    Searching runs in one worker thread on an immutable engine, so that answers wait for nothing
    but each other; reading sources and building indexes runs in another.
    """

    def __init__(self, shelf: Shelf, store: Store, lock: StateLock | None) -> None:
        self._shelf = shelf
        self._store = store
        self._lock = lock
        self._engine: Engine | None = None
        self._edition: Edition | None = None
        self._searching = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._building = ThreadPoolExecutor(1, thread_name_prefix="build")
        self._reloading = asyncio.Lock()
        self._closing = False
        self._last_reload: ReloadReport | None = None
        self._log = structlog.get_logger("attache.library")

    @classmethod
    async def open(
        cls, shelf: Shelf, *, load_if_empty: bool = True, read_only: bool = False
    ) -> Library:
        """Open the library; an empty one loads its data where ``load_if_empty``.

        With ``read_only`` it is opened beside the process that holds it, and cannot be reloaded.
        Raises `LibraryError` in one sentence.
        """
        lock = None if read_only else await asyncio.to_thread(shelf.hold)
        try:
            store = await Store.open(shelf.database, read_only=read_only)
        except BaseException:
            if lock:
                lock.release()
            raise
        library = cls(shelf, store, lock)
        try:
            await library._start(load_if_empty=load_if_empty and not read_only)
        except BaseException:
            await library.close()
            raise
        return library

    async def close(self) -> None:
        """Let questions in hand finish, give a reload up, then close index and database."""
        self._closing = True
        async with self._reloading:
            pass
        await asyncio.to_thread(self._building.shutdown, cancel_futures=True)
        await asyncio.to_thread(self._searching.shutdown)
        if self._engine:
            self._engine.close()
            self._engine = None
        await self._store.close()
        if self._lock:
            await asyncio.to_thread(self._lock.release)

    @property
    def edition(self) -> int:
        """Return the number of the edition in service, 0 while nothing was ever loaded."""
        return self._edition.number if self._edition else 0

    @property
    def briefings(self) -> int:
        """Return the number of briefings in service."""
        return self._edition.briefings if self._edition else 0

    @property
    def last_reload(self) -> ReloadReport | None:
        """Return what the last reload of this process did, None before the first."""
        return self._last_reload

    async def ask(self, question: str, limit: int = 3, context: Context | None = None) -> Answer:
        """Return the answer to ``question`` with its best ``limit`` citations.

        ``context`` is that of the same person's last answer, which a follow-up may refer to.
        """
        return await self._search(lambda engine: engine.ask(question, limit, context))

    async def about(self, topic_key: str, limit: int = 50) -> Answer | None:
        """Return the newest briefings on a topic, or None where this edition has no such one."""
        return await self._search(lambda engine: engine.about(topic_key, limit))

    async def briefing(self, number: int) -> Briefing | Withdrawn | None:
        """Return a briefing in service, that it was withdrawn, or None for a number never given."""
        found = await self._search(lambda engine: engine.briefing(number))
        return found or await self._store.withdrawn(number)

    async def topics(self, query: str = "", limit: int = 25) -> tuple[Topic, ...]:
        """Return the largest topics, or those that fit the ``query``."""
        return await self._search(lambda engine: engine.topics(query, limit))

    async def suggest(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Return topics and titles that fit what was ``typed``."""
        return await self._search(lambda engine: engine.suggest(typed, limit))

    async def status(self) -> LibraryStatus:
        """Return what is in service and how large it is on disk."""
        database, index = await asyncio.to_thread(self._shelf.sizes)
        return LibraryStatus(self._edition, self._last_reload, database, index)

    async def integrity(self) -> str | None:
        """Return what is wrong with the database, None where all is well."""
        return await self._store.integrity()

    async def reload(
        self, *, by: str, reason: str = "", data: Path | None = None, dry_run: bool = False
    ) -> ReloadReport:
        """Read the sources and put what they hold in service; return what changed.

        Whatever is wrong with a source is a problem in the report and changes nothing. Raises
        `ReloadRunning` while another reload runs, and `StoreUnusable` where the database fails.
        """
        if self._reloading.locked():
            raise ReloadRunning("A reload is already running; wait until it is done.")
        async with self._reloading:
            report = await self._reload(by, reason, data or self._shelf.data, dry_run=dry_run)
        if not dry_run:
            self._last_reload = report
        self._log.info(
            "reloaded" if report.swapped else "reload changed nothing",
            by=by, edition=report.edition, added=report.added, changed=report.changed,
            removed=report.removed, problems=len(report.problems), dry_run=dry_run,
            seconds=report.seconds,
        )  # fmt: skip
        return report

    async def _start(self, *, load_if_empty: bool) -> None:
        self._edition = await self._store.edition()
        if self._lock:
            await asyncio.to_thread(self._shelf.keep_only, self.edition)
        if self._edition is None:
            empty = await self._on(self._building, _empty_engine, self._shelf)
            self._engine = empty
            if load_if_empty:
                await self.reload(by="start", reason="first load")
            return
        try:
            self._engine = await self._open_engine(self._edition)
        except IndexUnusable as problem:
            self._log.warning("index is built anew", edition=self.edition, reason=str(problem))
            self._engine = await self._rebuild(self._edition)

    async def _rebuild(self, edition: Edition) -> Engine:
        """Build the index of the present edition; a reader beside the owner keeps it to itself."""
        if self._lock:
            await self._build(edition.number)
            return await self._open_engine(edition)
        with tempfile.TemporaryDirectory(prefix="attache-") as folder:
            shelf, self._shelf = self._shelf, replace(self._shelf, state=Path(folder))
            try:
                await self._build(edition.number)
                return await self._open_engine(edition)
            finally:
                self._shelf = shelf

    async def _reload(self, by: str, reason: str, data: Path, *, dry_run: bool) -> ReloadReport:
        started = time.perf_counter()
        async with self._store.transaction():
            problems = await self._stage(data)
            difference = await self._store.difference()
            if problems or dry_run or difference.is_nothing:
                return self._report(difference, problems, started, dry_run=dry_run)
            edition = await self._store.make_edition(difference, by=by, reason=reason)
            engine = await self._prepare(edition)
            await self._store.commit()
        self._swap(edition, engine)
        return self._report(difference, [], started, swapped=True)

    async def _prepare(self, edition: Edition) -> Engine:
        """Make and open the index of an edition that is not committed yet."""
        try:
            if not await self._update(edition.number):
                await self._build(edition.number)
            return await self._open_engine(edition)
        except (OSError, ValueError, IndexUnusable) as error:
            raise StoreUnusable(
                f"The index could not be written to {self._shelf.indexes} ({error}); the edition "
                "in service stays. Make room there, or give the bot write access."
            ) from error

    def _report(
        self,
        difference: Difference,
        problems: list[Problem],
        started: float,
        *,
        dry_run: bool = False,
        swapped: bool = False,
    ) -> ReloadReport:
        return ReloadReport(
            edition=self.edition,
            swapped=swapped,
            dry_run=dry_run,
            briefings=self.briefings,
            added=difference.added,
            changed=difference.changed,
            removed=difference.removed,
            unchanged=difference.unchanged,
            problems=tuple(problems),
            seconds=round(time.perf_counter() - started, 3),
        )

    async def _stage(self, data: Path) -> list[Problem]:
        """Set the records of all sources aside, a batch at a time; return the first problems."""
        problems: list[Problem] = []
        records = read(data, self._shelf.limits)
        while batch := await self._on(self._building, _take, records, _BATCH):
            if self._closing:
                raise ReloadRunning("The reload was given up: the bot is shutting down.")
            drafts = [each for each in batch if not isinstance(each, Problem)]
            problems += [each for each in batch if isinstance(each, Problem)]
            problems += await self._store.stage(drafts)
            if len(problems) > _MAX_PROBLEMS:
                more = Problem(
                    Origin(data.name, 0),
                    f"There are more than {_MAX_PROBLEMS} problems; the rest was not read.",
                    "Mend these first.",
                )
                return [*problems[:_MAX_PROBLEMS], more]
        return problems

    async def _update(self, edition: int) -> bool:
        """Make an index from the one in service, where few briefings changed; tell if so."""
        before = self._shelf.indexes / str(self.edition)
        aliases = self._shelf.aliases
        limit = await self._on(self._building, may_update, before, aliases)
        touched = await self._store.touched(limit) if limit > 0 else None
        if touched is None:
            return False
        folder = self._shelf.indexes / str(edition)
        await self._on(
            self._building, update, folder, before, touched.changed, touched.gone, edition, aliases
        )
        return True

    async def _build(self, edition: int) -> None:
        """Build an index from the rows that this connection sees, committed or not."""
        loop = asyncio.get_running_loop()
        async with self._store.present() as cursor:

            def briefings() -> Iterator[Briefing]:
                while True:
                    if self._closing:
                        raise ReloadRunning("The reload was given up: the bot is shutting down.")
                    batch = asyncio.run_coroutine_threadsafe(_fetch(cursor), loop).result()
                    if not batch:
                        return
                    yield from batch

            folder = self._shelf.indexes / str(edition)
            await self._on(self._building, build, folder, briefings(), edition, self._shelf.aliases)

    async def _open_engine(self, edition: Edition) -> Engine:
        folder = self._shelf.indexes / str(edition.number)
        engine = await self._on(
            self._searching, open_engine, folder, self._shelf.thresholds, self._shelf.aliases
        )
        if (engine.edition, engine.size) != (edition.number, edition.briefings):
            raise IndexUnusable(f"{folder} holds another edition")
        return engine

    def _swap(self, edition: Edition, engine: Engine) -> None:
        retired, self._engine, self._edition = self._engine, engine, edition
        # Questions run in the order in which they were asked, in one thread: when this comes up
        # there, every question put to the old engine has been answered.
        self._searching.submit(_retire, retired, self._shelf, edition.number)

    async def _search(self, find: Callable[[Engine], _T]) -> _T:
        if self._engine is None:
            raise LibraryError("The bot is shutting down; ask again in a minute.")
        return await self._on(self._searching, find, self._engine)

    @staticmethod
    async def _on(pool: ThreadPoolExecutor, call: Callable[..., _T], *arguments: object) -> _T:
        return await asyncio.get_running_loop().run_in_executor(pool, call, *arguments)


@asynccontextmanager
async def passing_library(shelf: Shelf) -> AsyncIterator[Library]:
    """Give a library of ``shelf.data`` alone, in a temporary folder that is removed afterwards."""
    folder = await asyncio.to_thread(tempfile.mkdtemp, prefix="attache-")
    try:
        library = await Library.open(replace(shelf, state=Path(folder)))
        try:
            yield library
        finally:
            await library.close()
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def _take(records: Iterator[Draft | Problem], count: int) -> list[Draft | Problem]:
    return list(islice(records, count))


async def _fetch(cursor: object) -> list[Briefing]:
    rows = await cursor.fetchmany(_BATCH)  # type: ignore[attr-defined]
    return [briefing_of(row) for row in rows]


def _empty_engine(shelf: Shelf) -> Engine:
    with tempfile.TemporaryDirectory(prefix="attache-", ignore_cleanup_errors=True) as folder:
        build(Path(folder) / "0", (), 0, shelf.aliases)
        return open_engine(Path(folder) / "0", shelf.thresholds, shelf.aliases)


def _retire(engine: Engine | None, shelf: Shelf, edition: int) -> None:
    if engine:
        engine.close()
    shelf.keep_only(edition)
