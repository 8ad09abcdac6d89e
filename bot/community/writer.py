"""Writing what must not be lost: at once, or as soon as a shared database is back."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any

import structlog

from bot.community.outbox import Outbox
from bot.community.patience import Patience
from bot.databases.sqlite.troubles import WAITING
from bot.errors import StoreAway, StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from bot.databases.interface import Database, Session

# Of people who had all of theirs deleted since, nothing is written any more.
_UNLESS_FORGOTTEN = (
    "WHERE NOT EXISTS (SELECT 1 FROM forgotten AS f WHERE f.person = {person} AND f.at >= {at})"
)
# Each may be done again without doing more: the outbox tells only afterwards what was written.
STATEMENTS = {
    "question": (
        "INSERT INTO questions SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9"
        f" {_UNLESS_FORGOTTEN.format(person='$3', at='$2')} ON CONFLICT DO NOTHING"
    ),
    "vote": (
        "INSERT INTO votes SELECT $1, $2, $3, $4, $5, $6"
        f" {_UNLESS_FORGOTTEN.format(person='$2', at='$3')} ON CONFLICT (question, person)"
        " DO UPDATE SET at = excluded.at, helpful = excluded.helpful, reason = excluded.reason,"
        " remark = excluded.remark WHERE excluded.at >= votes.at"
    ),
    "unvote": "DELETE FROM votes WHERE question = $1 AND person = $2 AND at <= $3",
    "audit": (
        "INSERT INTO audit (at, who, did, detail, token) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT DO NOTHING"
    ),
}
_PERSON = {"question": 2, "vote": 1, "unvote": 1}
"""Where the pseudonym stands among the values of each kind that has one."""
_SECONDS = 1.0
_AGAIN_SECONDS = 1.0


class DurableWriter:
    """Writes into one database, in the order in which it is given things."""

    def __init__(self, database: Database, outbox: Outbox | None) -> None:
        self._database = database
        self._outbox = outbox
        self._patience = Patience(_SECONDS, database)
        self._emptying: asyncio.Task[None] | None = None
        self._in_order = asyncio.Lock()
        self._log = structlog.get_logger("attache.community")

    @classmethod
    async def open(cls, database: Database, state: Path) -> DurableWriter:
        """Return the writer of a database; a shared one has an outbox in the state folder.

        Raises `StoreUnusable`.
        """
        outbox = await Outbox.open(state / WAITING) if database.is_shared else None
        writer = cls(database, outbox)
        if outbox and outbox.waiting:
            writer._emptying = asyncio.create_task(writer._empty())
        return writer

    async def close(self) -> None:
        """Stop; what waits is written after the next start."""
        if self._emptying:
            self._emptying.cancel()
            await asyncio.wait({self._emptying})
        if self._outbox:
            await self._outbox.close()

    @property
    def waiting(self) -> int:
        """Return how much waits until the database is back."""
        return self._outbox.waiting if self._outbox else 0

    async def write(self, kind: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows of a kind of `STATEMENTS`, now or later; raise `StoreUnusable`."""
        if self._outbox is None:
            await self._insert(kind, rows)
            return
        async with self._in_order:
            if not self._outbox.waiting:
                try:
                    await self._patience.wait(self._insert(kind, rows))
                except StoreAway as error:
                    self._log.warning("what is to be written waits", reason=str(error))
                else:
                    return
            taken = await self._outbox.put(kind, rows)
        if taken < len(rows):
            self._log.error("too much waits to be written", lost=len(rows) - taken)
        if self._emptying is None or self._emptying.done():
            self._emptying = asyncio.create_task(self._empty())

    async def forget(self, person: str) -> None:
        """Take what waits of a person out of the outbox; raise `StoreUnusable`."""
        if self._outbox is None:
            return
        for kind, place in _PERSON.items():
            await self._outbox.forget(kind, place, person)

    async def _insert(self, kind: str, rows: Sequence[Sequence[Any]]) -> None:
        async with self._transaction() as session:
            await session.execute_many(STATEMENTS[kind], rows)

    async def _empty(self) -> None:
        """Write what waits as soon as that can be done."""
        assert self._outbox is not None
        while self._outbox.waiting:
            try:
                await self._write_first(self._outbox)
            except StoreAway:
                await asyncio.sleep(_AGAIN_SECONDS)
            except StoreUnusable as error:
                self._log.error("what waits could not be written", reason=str(error))
                await asyncio.sleep(_AGAIN_SECONDS)
        self._log.info("all that waited is written")

    async def _write_first(self, outbox: Outbox) -> None:
        first = await outbox.first()
        if not first:
            return
        async with self._transaction() as session:
            for kind, some in groupby(first, key=lambda each: each.kind):
                await session.execute_many(STATEMENTS[kind], [each.values for each in some])
        await outbox.remove(first[-1].place)

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[Session]:
        async with self._database.transaction() as session:
            if self._database.is_shared:
                # Who is being forgotten elsewhere is so before this, or after it is committed.
                await session.execute("LOCK TABLE forgotten IN SHARE MODE")
            yield session
