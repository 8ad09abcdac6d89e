"""What happened to a collection: its editions, what each changed, withdrawals, and the log."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.databases.interface import LARGEST
from bot.databases.moments import now, stamp
from bot.editions import Change, Edition

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.databases.interface import Database, Session

WITHDRAWN = """
    SELECT w.key, b.id, b.number, b.text FROM withdrawals AS w JOIN identities AS i USING (key)
    JOIN briefings AS b USING (number) WHERE b.valid_from =
    (SELECT max(later.valid_from) FROM briefings AS later WHERE later.number = b.number)
"""
"""What was withdrawn, as it read last: the same text under another key is withdrawn with it."""
_LAST_TEXT = "SELECT text FROM briefings WHERE number = $1 ORDER BY valid_from DESC LIMIT 1"
IS_WITHDRAWN = f"""
    SELECT 1 FROM identities JOIN withdrawals USING (key) WHERE number = $1
    UNION SELECT 1 FROM ({WITHDRAWN}) AS withdrawn WHERE text = ({_LAST_TEXT})
"""  # noqa: S608 - constants
MOST_TOLD = 15
"""Changes of an edition that a report lists, as many as a dry run does at the most."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the log; ``at`` is ISO 8601 in UTC."""

    at: str
    who: str
    did: str
    detail: str


def merged(*logs: Sequence[LogEntry], moment: datetime | None = None) -> list[LogEntry]:
    """Return the lines of several logs, each with its newest first, as one, the newest first.

    Each keeps its own order, whatever its lines have for their time: the clock may have been wrong.
    Their times only tell where the lines of one stand between those of another, as of a
    ``moment``, now where none is given.
    """
    present = stamp(moment or now())
    placed = [each for log in logs for each in zip(_places(log, present), log, strict=True)]
    return [entry for _, entry in sorted(placed, key=lambda each: each[0], reverse=True)]


def _places(log: Sequence[LogEntry], present: str) -> list[str]:
    """Return the time by which each line is placed among others, none later than a newer one's.

    A time that is still to come is none, and that of the next newer line holds.
    """
    times, newer = [], present
    for entry in log:
        newer = entry.at if entry.at <= present else newer
        times.append(newer)
    return list(accumulate(reversed(times), max))[::-1]


class History:
    """The past of one database; every method raises `StoreUnusable` where it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def editions(self, limit: int = 20) -> tuple[Edition, ...]:
        """Return the newest editions that are kept, the newest first."""
        rows = await self._database.read(
            "SELECT * FROM editions WHERE number >= (SELECT edition FROM horizon)"
            " ORDER BY number DESC LIMIT $1",
            limit,
        )
        return tuple(Edition(*row) for row in rows)

    async def kept(self) -> int:
        """Return how many editions are kept."""
        rows = await self._database.read(
            "SELECT count(*) FROM editions WHERE number >= (SELECT edition FROM horizon)"
        )
        return int(rows[0][0])

    async def edition(self, number: int, session: Session | None = None) -> Edition | None:
        """Return one edition, None where there is none of this number, or none any more.

        With a ``session`` as that sees it.
        """
        rows = await (session.rows if session else self._database.read)(
            "SELECT * FROM editions WHERE number = $1 AND number >= (SELECT edition FROM horizon)",
            min(number, LARGEST),
        )
        return Edition(*rows[0]) if rows else None

    async def highest(self) -> int:
        """Return the highest number that a briefing was ever given, 0 before any was."""
        rows = await self._database.read("SELECT coalesce(max(number), 0) FROM identities")
        return int(rows[0][0])

    async def changes(self, edition: int, limit: int = 100) -> tuple[Change, ...]:
        """Return what an edition changed, at most ``limit``, by number."""
        # Texts are looked up of these numbers alone: a first edition may add a million.
        numbers = (
            "SELECT number FROM briefings WHERE valid_from = $1"
            " UNION SELECT number FROM briefings WHERE valid_to = $1 ORDER BY number LIMIT $2"
        )
        of_one = "FROM briefings AS b WHERE b.number = touched.number"
        rows = await self._database.read(
            "SELECT number,"  # noqa: S608 - constants
            f" EXISTS (SELECT 1 {of_one} AND b.valid_from = $1),"
            f" EXISTS (SELECT 1 {of_one} AND b.valid_from < $1 AND b.valid_to = $1),"
            f" (SELECT text {of_one} AND b.valid_from <= $1 ORDER BY b.valid_from DESC LIMIT 1),"
            f" (SELECT title {of_one} AND b.valid_from <= $1 ORDER BY b.valid_from DESC LIMIT 1)"
            f" FROM ({numbers}) AS touched ORDER BY number",
            edition, limit,
        )  # fmt: skip
        return tuple(
            Change(
                int(number), ("changed" if ended else "added") if begun else "removed", text, title
            )
            for number, begun, ended, text, title in rows
        )

    async def log(self, limit: int = 20) -> tuple[LogEntry, ...]:
        """Return the newest lines of the log, the newest first."""
        rows = await self._database.read(
            "SELECT at, who, did, detail FROM log ORDER BY id DESC LIMIT $1",
            min(limit, LARGEST),
        )
        return tuple(LogEntry(*row) for row in rows)

    async def logged(self) -> int:
        """Return how many lines the log has."""
        return int((await self._database.read("SELECT count(*) FROM log"))[0][0])


async def record(session: Session, who: str, did: str, detail: str = "") -> None:
    """Add a line to the log."""
    await session.execute(
        "INSERT INTO log (at, who, did, detail) VALUES ($1, $2, $3, $4)",
        stamp(now()), who, did, detail,
    )  # fmt: skip


async def prune(session: Session, keep: int) -> None:
    """Forget the texts that only editions before the newest ``keep`` had.

    What the oldest kept one changed can still be told, and what was withdrawn is still known.
    """
    await session.execute(
        "UPDATE horizon SET edition = kept.oldest FROM (SELECT min(number) AS oldest"
        " FROM (SELECT number FROM editions ORDER BY number DESC LIMIT $1) AS newest) AS kept"
        " WHERE edition < kept.oldest",
        keep,
    )
    await session.execute(
        "DELETE FROM briefings WHERE valid_to < (SELECT edition FROM horizon)"  # noqa: S608
        f" AND id NOT IN (SELECT id FROM ({WITHDRAWN}) AS withdrawn)"
    )


async def withdraw(session: Session, number: int, who: str) -> None:
    """Keep a briefing, and its text under whatever key, out of every later edition."""
    await session.execute(
        "INSERT INTO withdrawals (key, at, who)"
        " SELECT key, CAST($2 AS TEXT), CAST($3 AS TEXT) FROM identities WHERE number = $1"
        " ON CONFLICT DO NOTHING",
        number, stamp(now()), who,
    )  # fmt: skip


async def readmit(session: Session, number: int) -> None:
    """Let later editions hold a withdrawn briefing again."""
    await session.execute(
        "DELETE FROM withdrawals WHERE key = (SELECT key FROM identities WHERE number = $1)"  # noqa: S608
        f" OR key IN (SELECT key FROM ({WITHDRAWN}) AS withdrawn WHERE text = ({_LAST_TEXT}))",
        number,
    )
