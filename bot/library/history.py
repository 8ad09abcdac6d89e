"""What happened to a collection: its editions, what each changed, withdrawals, and the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.model import Change, Edition

if TYPE_CHECKING:
    from collections.abc import Sequence

    import aiosqlite

_NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log; ``at`` is ISO 8601 in UTC."""

    at: str
    who: str
    did: str
    detail: str


class History:
    """The past of one database."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def _rows(self, sql: str, parameters: Sequence[object]) -> list[Any]:
        """Return all rows: a cursor left open would hold this connection to an old state."""
        return list(await self._connection.execute_fetchall(sql, parameters))

    async def editions(self, limit: int = 20) -> tuple[Edition, ...]:
        """Return the newest editions that are kept, the newest first."""
        rows = await self._rows(
            "SELECT * FROM editions WHERE number >= (SELECT edition FROM horizon)"
            " ORDER BY number DESC LIMIT ?",
            (limit,),
        )
        return tuple(Edition(*row) for row in rows)

    async def edition(self, number: int) -> Edition | None:
        """Return one edition, None where there is none of this number, or none any more."""
        rows = await self._rows(
            "SELECT * FROM editions WHERE number = ? AND number >= (SELECT edition FROM horizon)",
            (min(number, (1 << 63) - 1),),
        )
        return Edition(*rows[0]) if rows else None

    async def changes(self, edition: int, limit: int = 100) -> tuple[Change, ...]:
        """Return what an edition changed, at most ``limit``, by number."""
        rows = await self._rows(
            "SELECT number, CASE WHEN max(valid_from = ?1) AND max(valid_to IS ?1) THEN 'changed'"
            " WHEN max(valid_from = ?1) THEN 'added' ELSE 'removed' END,"
            # SQLite gives the text of the row with the highest valid_from, as max() asks for it.
            " text, max(valid_from)"
            " FROM briefings WHERE valid_from = ?1 OR valid_to = ?1"
            " GROUP BY number ORDER BY number LIMIT ?2",
            (edition, limit),
        )
        return tuple(Change(int(number), how, text) for number, how, text, _ in rows)

    async def prune(self, keep: int) -> None:
        """Forget the texts that only editions before the newest ``keep`` had.

        What the oldest kept one changed can still be told.
        """
        await self._connection.execute(
            "UPDATE horizon SET edition = max(edition, (SELECT min(number) FROM (SELECT number"
            " FROM editions ORDER BY number DESC LIMIT ?)))",
            (keep,),
        )
        await self._connection.execute(
            "DELETE FROM briefings WHERE valid_to < (SELECT edition FROM horizon)"
        )

    async def record(self, who: str, did: str, detail: str = "") -> None:
        """Add a line to the log."""
        await self._connection.execute(
            f"INSERT INTO log (at, who, did, detail) VALUES ({_NOW}, ?, ?, ?)",  # noqa: S608
            (who, did, detail),
        )

    async def log(self, limit: int = 20) -> tuple[Entry, ...]:
        """Return the newest lines of the log, the newest first."""
        rows = await self._rows(
            "SELECT at, who, did, detail FROM log ORDER BY id DESC LIMIT ?", (limit,)
        )
        return tuple(Entry(*row) for row in rows)

    async def withdraw(self, number: int, who: str) -> None:
        """Keep a briefing out of every later edition."""
        await self._connection.execute(
            "INSERT OR IGNORE INTO withdrawals"  # noqa: S608 - a constant
            f" SELECT key, {_NOW}, ? FROM identities WHERE number = ?",
            (who, number),
        )

    async def readmit(self, numbers: Sequence[int]) -> None:
        """Let withdrawn briefings in again."""
        await self._connection.executemany(
            "DELETE FROM withdrawals WHERE key = (SELECT key FROM identities WHERE number = ?)",
            [(number,) for number in numbers],
        )

    async def readmit_edition(self, edition: int) -> None:
        """Let those withdrawn briefings in again that an edition held."""
        await self._connection.execute(
            "DELETE FROM withdrawals WHERE key IN (SELECT i.key FROM identities AS i"
            " JOIN briefings AS b USING (number) WHERE b.valid_from <= ?1"
            " AND (b.valid_to IS NULL OR b.valid_to > ?1))",
            (edition,),
        )
