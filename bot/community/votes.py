"""Whether answers helped, as the people who read them say."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bot.community.patience import Patience
from bot.library.databases.interface import now, stamp
from bot.library.errors import StoreAway

if TYPE_CHECKING:
    from bot.community.writer import Writer
    from bot.library.databases.interface import Database

_SECONDS = 0.5


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG = "wrong"
    OUTDATED = "outdated"
    MISSING = "missing"
    OTHER = "other"


class Votes:
    """One vote of each person on each answer."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._database = database
        self._writer = writer
        self._patience = Patience(_SECONDS, database)

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
        row = (question, person, stamp(now()), int(helpful), reason, remark)
        earlier = await self._has_voted(question, person)
        await self._writer.write("vote", [row])
        return earlier

    async def _has_voted(self, question: str, person: str) -> bool:
        read = self._database.read(
            "SELECT 1 FROM votes WHERE question = $1 AND person = $2", question, person
        )
        try:
            return bool(await self._patience.wait(read))
        except StoreAway:
            # It is thanked for as a new one; which of them counts is told by their times.
            return False
