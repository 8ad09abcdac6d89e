"""What happens when a library is opened: what a kill cut off is undone, an edition is served."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.errors import AttacheError, StoreUnusable
from bot.library.history import record
from bot.library.leftovers import left_in, settle_uploads
from bot.library.progress import Progress
from bot.search.engine import IndexUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from bot.editions import Edition
    from bot.library.desk import Desk
    from bot.library.indexing import Indexer
    from bot.library.shelf import Shelf
    from bot.library.store import Store
    from bot.search.engine import Engine


_MISSED = (
    "{path} was missing, and is begun anew: briefings are loaded from their files, under new "
    "numbers and with what was withdrawn. Unless you moved it away, stop the bot and `attache "
    "restore` a backup."
)


async def begun_anew(store: Store, database: Path) -> None:
    """Tell, and write down, that there was a database before; raise `StoreUnusable`."""
    reason = _MISSED.format(path=database)
    structlog.get_logger("attache.library").warning("the database was missing", reason=reason)
    async with store.writing() as session:
        await record(session, "start", "begin anew", "the database was missing")


class Starting:
    """Puts the newest edition in service; ``owns`` tells that the folder is this process's."""

    def __init__(
        self, shelf: Shelf, store: Store, desk: Desk, indexer: Indexer, *, owns: bool
    ) -> None:
        self._shelf = shelf
        self._store = store
        self._desk = desk
        self._indexer = indexer
        self._owns = owns
        self._log = structlog.get_logger("attache.library")
        self.rebuilt: str | None = None
        """That and why the index was built anew, None where it was not."""

    async def begin(self) -> None:
        """Put the newest edition in service, or nothing at all where there is none yet."""
        edition = await self._store.edition()
        if self._owns:
            collection = await self._store.collection()
            await asyncio.to_thread(self._shelf.belong_to, collection)
            await self._settle_uploads(collection)
        if edition is None:
            await self._keep_only(0)
            self._desk.put(None, await self._indexer.empty())
            return
        try:
            engine = await self._indexer.open(edition)
        except IndexUnusable as problem:
            edition, engine = await self._indexed_anew(edition, str(problem))
        self._desk.put(edition, engine)
        await self._keep_only(edition.number)

    async def _settle_uploads(self, collection: str) -> None:
        """Undo what a killed process left of an upload, where that can be done now."""
        folder = self._shelf.handed_in
        if not await asyncio.to_thread(left_in, folder, collection):
            return
        try:
            async with self._store.transaction() as staging:
                await settle_uploads(staging.session, folder, collection)
        except AttacheError as error:
            # The next reload does it, or says so.
            self._log.warning("an upload was cut off, and waits for a reload", reason=str(error))

    async def _keep_only(self, edition: int) -> None:
        if self._owns:
            await asyncio.to_thread(self._shelf.keep_only, edition)

    async def _indexed_anew(self, edition: Edition, reason: str) -> tuple[Edition, Engine]:
        """Bring the index of an older edition up to date, or build one."""
        older = await asyncio.to_thread(self._shelf.index_before, edition.number)
        if self._owns and older is not None:
            try:
                return await self._indexer.catch_up(older, Progress("start"))
            except StoreUnusable as error:
                reason = str(error)
        # There is none after a backup was put in place, or where somebody removed it.
        is_there = await asyncio.to_thread((self._shelf.indexes / str(edition.number)).exists)
        log = self._log.warning if is_there else self._log.info
        whose = "" if self._owns else ", for this command alone"
        why = reason if is_there else "there was none"
        self.rebuilt = f"The index was built anew{whose}: {why}."
        log("index is built anew", edition=edition.number, reason=reason)
        return await self._indexer.rebuild(Progress("start", "indexing"), serving=False)
