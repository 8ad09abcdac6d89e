"""Who changed the settings of a server, and who was denied what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.community.database import now, stamp
from bot.library.history import Entry

if TYPE_CHECKING:
    from bot.community.database import Database


class Audit:
    """Lines that are only ever added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, who: str, did: str, detail: str = "") -> None:
        """Add a line; raise `StoreUnusable`."""
        await self._database.write(
            "INSERT INTO audit (at, who, did, detail) VALUES (?, ?, ?, ?)",
            stamp(now()), who, did, detail,
        )  # fmt: skip

    async def entries(self, limit: int = 50) -> list[Entry]:
        """Return the newest lines, the newest first; raise `StoreUnusable`."""
        rows = await self._database.read(
            "SELECT at, who, did, detail FROM audit ORDER BY id DESC LIMIT ?", limit
        )
        return [Entry(*row) for row in rows]
