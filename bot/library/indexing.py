"""Making the index of an edition: from that of an earlier one, or anew."""

from __future__ import annotations

import shutil
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.errors import StoreUnusable
from bot.library.apart import build_apart
from bot.library.engines import empty_engine, open_kept, open_whole, temporary_folder
from bot.library.pools import on
from bot.library.tasks import Build
from bot.search.engine import Engine, IndexUnusable
from bot.search.index.building import build, may_update, update

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from concurrent.futures import ThreadPoolExecutor
    from pathlib import Path

    from bot.databases.interface import Session
    from bot.editions import Edition
    from bot.library.closing import Closing
    from bot.library.progress import Progress
    from bot.library.shelf import Shelf
    from bot.library.store import Store

_T = TypeVar("_T")
# Below this a process of its own takes longer to start than the work takes.
_APART_FROM = 3_000


class Indexer:
    """Makes and opens the indexes of one store's editions, in the ``building`` pool.

    ``owns`` tells that the folder of indexes is this process's. Its methods raise `StoreUnusable`,
    unless they say otherwise.
    """

    def __init__(
        self,
        shelf: Shelf,
        store: Store,
        building: ThreadPoolExecutor,
        closing: Closing,
        *,
        owns: bool,
    ) -> None:
        self._shelf = shelf
        self._store = store
        self._building = building
        self._closing = closing
        self._owns = owns
        self._log = structlog.get_logger("attache.library")

    async def empty(self) -> Engine:
        """Return an engine over no briefings."""
        with _one_sentence("the temporary folder", serving=False):
            return await on(self._building, empty_engine, self._shelf)

    async def open(self, edition: Edition) -> Engine:
        """Open the index of an edition; raise `IndexUnusable` where it must be built anew."""
        folder = self._shelf.indexes / str(edition.number)
        engine = await on(self._building, open_kept, folder, self._shelf)
        if (engine.edition, engine.size) != (edition.number, edition.briefings):
            raise IndexUnusable(f"{folder} holds another edition")
        return engine

    async def make(
        self,
        session: Session,
        edition: Edition,
        since: int | None,
        progress: Progress,
        *,
        serving: bool,
    ) -> Engine:
        """Make and open the index of an edition that the session sees, committed or not.

        It is brought up to date from that of the edition ``since``, where there is one and little
        has changed. ``serving`` tells that an edition is in service meanwhile.
        """
        progress.turn_to("indexing", edition.briefings)
        with _one_sentence(self._shelf.indexes, serving=serving):
            engine = await self._updated(session, edition, since)
            return engine or await self._built(session, edition, progress)

    async def rebuild(self, progress: Progress, *, serving: bool) -> tuple[Edition, Engine]:
        """Build the index of the newest edition anew; ``serving`` tells that one is in service.

        Beside the process that owns the folder it is kept nowhere, and for this process alone.
        """
        async with self._newest() as (session, edition):
            if self._owns:
                with _one_sentence(self._shelf.indexes, serving=serving):
                    return edition, await self._built(session, edition, progress)
            with _one_sentence("the temporary folder", serving=False), temporary_folder() as folder:
                index = folder / str(edition.number)
                await self._build(session, edition, index, progress)
                return edition, await on(self._building, open_whole, index, self._shelf)

    async def catch_up(self, older: int, progress: Progress) -> tuple[Edition, Engine]:
        """Make the index of the newest edition from that of an ``older`` one, or anew."""
        async with self._newest() as (session, edition):
            return edition, await self.make(session, edition, older, progress, serving=False)

    async def follow(
        self, present: Edition | None, progress: Progress
    ) -> tuple[Edition, Engine] | None:
        """Make the index of the newest edition there is, None where that is the ``present`` one.

        It is brought up to date from the index of the present one, unless the database does not
        know that any more, as after falling back to a replica.
        """
        async with self._store.view() as session:
            edition = await self._store.edition(session)
            if edition is None or edition == present:
                return None
            known = present and await self._store.numbered(session, present.number) == present
            since = present.number if present and known else None
            serving = present is not None
            engine = await self.make(session, edition, since, progress, serving=serving)
            return edition, engine

    @asynccontextmanager
    async def _newest(self) -> AsyncIterator[tuple[Session, Edition]]:
        """Give the newest edition, with a session that sees it."""
        async with self._store.view() as session:
            edition = await self._store.edition(session)
            assert edition is not None
            yield session, edition

    async def _updated(
        self, session: Session, edition: Edition, since: int | None
    ) -> Engine | None:
        """Make an index from an earlier one, None where that fails or much has changed."""
        try:
            if await self._update(session, edition.number, since):
                return await self.open(edition)
        except (OSError, ValueError, IndexUnusable) as error:
            self._log.warning("the index is built anew", since=since, reason=str(error))
        return None

    async def _update(self, session: Session, edition: int, since: int | None) -> bool:
        """Make an index from that of an earlier edition, where little changed; tell if so."""
        if since is None:
            return False
        before, after = (self._shelf.indexes / str(each) for each in (since, edition))
        aliases = self._shelf.aliases
        limit = await on(self._building, may_update, before, aliases)
        touched = await self._store.touched(session, since, limit) if limit > 0 else None
        if touched is None:
            return False
        changes = touched.changed, touched.gone
        await on(self._building, update, after, before, *changes, edition, aliases)
        return True

    async def _built(self, session: Session, edition: Edition, progress: Progress) -> Engine:
        """Build the index of an edition in its place, and open it."""
        await self._build(session, edition, self._shelf.indexes / str(edition.number), progress)
        return await self.open(edition)

    async def _build(
        self, session: Session, edition: Edition, folder: Path, progress: Progress
    ) -> None:
        """Build an index from the briefings that the session sees, committed or not.

        A large one is built by a process of its own.
        """
        if edition.briefings >= _APART_FROM:
            making = folder.with_name(f"{folder.name}.apart")
            task = Build(making, edition.number, self._shelf.aliases)
            rows = self._unless_closing(self._store.rows_present(session))
            await build_apart(task, rows, progress.count)
            # Only who holds the state folder puts it in place: a process that was left over
            # from one that was killed must not.
            await on(self._building, _put_in_place, making, folder)
        else:
            found = self._unless_closing(self._store.all_present(session))
            briefings = [each async for batch in found for each in batch]
            await on(
                self._building, build, folder, briefings, edition.number, self._shelf.aliases,
                progress.count,
            )  # fmt: skip

    async def _unless_closing(self, batches: AsyncIterator[_T]) -> AsyncIterator[_T]:
        async for batch in batches:
            self._closing.check()
            yield batch


def _put_in_place(making: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    making.rename(folder)


@contextmanager
def _one_sentence(folder: Path | str, *, serving: bool) -> Iterator[None]:
    """Turn what making an index in ``folder`` raises into a `StoreUnusable` that says what to do.

    ``serving`` tells that an edition is in service, which stays so.
    """
    stays = "; the edition in service stays" if serving else ""
    try:
        yield
    except (OSError, IndexUnusable) as error:
        raise StoreUnusable(
            f"The index could not be written to {folder} ({error}){stays}. Make room there, or "
            "give the bot write access."
        ) from error
    except ValueError as error:
        structlog.get_logger("attache.library").exception("the index could not be built")
        raise StoreUnusable(
            f"The index could not be built of these briefings ({error}){stays}. The disk is not to "
            "blame: report this with what the log says."
        ) from error
