"""Taking away what people left, once it is older than it is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.databases.moments import now, stamp

if TYPE_CHECKING:
    from bot.databases.interface import Database

FOLLOWS_KEPT_OUT = timedelta(days=365)
"""So long no backup brings back what somebody followed and had deleted."""
_NOTICES_KEPT = timedelta(days=1)
"""Far longer than Discord tells messages by their nonce, which is a notice's number: where a copy
of the database goes on counting from the highest, no number comes twice in that time."""


async def prune(database: Database, days: int) -> None:
    """Take away questions and votes of more than so many ``days`` ago, and what else is of no use.

    Raises `StoreUnusable`.
    """
    moment = now()
    oldest = stamp(moment - timedelta(days=days))
    async with database.transaction() as session:
        questions = await session.execute("DELETE FROM questions WHERE at < $1", oldest)
        votes = await session.execute("DELETE FROM votes WHERE at < $1", oldest)
    # What is older goes anyway, so that nothing has to be kept from being written; but what
    # somebody follows goes by no time, and is in backups.
    await database.write(
        "DELETE FROM forgotten WHERE at < $1 AND (follows_at IS NULL OR follows_at < $2)",
        oldest, stamp(moment - FOLLOWS_KEPT_OUT),
    )  # fmt: skip
    await database.write("DELETE FROM notices WHERE sent_at < $1", stamp(moment - _NOTICES_KEPT))
    if questions or votes:
        # Told, as a clock that is wrong makes anything old.
        structlog.get_logger("attache.community").info(
            "what is older than it is kept was deleted",
            before=oldest, questions=questions, votes=votes,
        )  # fmt: skip
        await database.wipe()
