"""Who changed the settings of a server, and who was denied what."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from bot.databases.interface import LARGEST
from bot.databases.moments import now, stamp
from bot.library.history import LogEntry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.community.writer import DurableWriter
    from bot.databases.interface import Database


_HOUR = len("2024-12-08T10")


class Audit:
    """Lines that are only ever added."""

    def __init__(
        self, database: Database, writer: DurableWriter, clock: Callable[[], datetime] = now
    ) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock

    async def record(self, who: str, did: str, detail: str = "") -> None:
        """Add a line; raise `StoreUnusable`."""
        await self._add(who, did, detail, secrets.token_hex(8))

    async def deny(self, who: str, tried: str) -> None:
        """Add that somebody was denied something, once an hour; raise `StoreUnusable`.

        Whoever is denied chooses how often they try, and no line is ever taken away.
        """
        hour = stamp(self._clock())[:_HOUR]
        once = hashlib.sha256("\0".join([who, tried, hour]).encode()).hexdigest()
        await self._add(who, "denied", tried, once)

    async def _add(self, who: str, did: str, detail: str, token: str) -> None:
        """Add a line, unless there is one with the same token."""
        await self._writer.write("audit", [(stamp(self._clock()), who, did, detail, token)])

    async def entries(self, limit: int = 50) -> list[LogEntry]:
        """Return the newest lines, the newest first; raise `StoreUnusable`."""
        return await newest(self._database, limit)

    async def count(self) -> int:
        """Return how many lines there are; raise `StoreUnusable`."""
        return int((await self._database.read("SELECT count(*) FROM audit"))[0][0])


async def newest(database: Database, limit: int) -> list[LogEntry]:
    """Return the newest lines of a database, the newest first; raise `StoreUnusable`."""
    rows = await database.read(
        "SELECT at, who, did, detail FROM audit ORDER BY id DESC LIMIT $1", min(limit, LARGEST)
    )
    return [LogEntry(*row) for row in rows]
