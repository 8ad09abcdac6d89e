"""Who changed the settings of a server, and who was denied what."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bot.library.databases.interface import now, stamp
from bot.library.history import Entry

if TYPE_CHECKING:
    from bot.community.writer import Writer
    from bot.library.databases.interface import Database


class Audit:
    """Lines that are only ever added."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._database = database
        self._writer = writer

    async def record(self, who: str, did: str, detail: str = "") -> None:
        """Add a line; raise `StoreUnusable`."""
        token = secrets.token_hex(8)
        await self._writer.write("audit", [(stamp(now()), who, did, detail, token)])

    async def entries(self, limit: int = 50) -> list[Entry]:
        """Return the newest lines, the newest first; raise `StoreUnusable`."""
        rows = await self._database.read(
            "SELECT at, who, did, detail FROM audit ORDER BY id DESC LIMIT $1", limit
        )
        return [Entry(*row) for row in rows]
