"""Whether answers helped, as the people who read them say."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bot.community.database import now, stamp

if TYPE_CHECKING:
    from bot.community.database import Database


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG = "wrong"
    OUTDATED = "outdated"
    MISSING = "missing"
    OTHER = "other"


class Votes:
    """One vote of each person on each answer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def cast(
        self,
        question: str,
        person: str,
        *,
        helpful: bool,
        reason: Reason | None = None,
        remark: str = "",
    ) -> bool:
        """Keep a vote; return whether it takes the place of an earlier one, else it is new.

        Raises `StoreUnusable`.
        """
        async with self._database.transaction() as connection:
            earlier = await connection.execute_fetchall(
                "SELECT 1 FROM votes WHERE question = ? AND person = ?", (question, person)
            )
            await connection.execute(
                "INSERT OR REPLACE INTO votes VALUES (?, ?, ?, ?, ?, ?)",
                (question, person, stamp(now()), helpful, reason, remark),
            )
        return bool(list(earlier))
