"""Whether answers helped, as the people who read them say."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

from bot.community.patience import Patience
from bot.databases.moments import now, stamp
from bot.errors import StoreAway

if TYPE_CHECKING:
    from bot.community.writer import DurableWriter
    from bot.databases.interface import Database, Row

_SECONDS = 0.5


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG = "wrong"
    OUTDATED = "outdated"
    MISSING = "missing"
    OTHER = "other"


class Cast(Enum):
    """What a vote is beside the one that the same person gave before."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()


class Votes:
    """One vote of each person on each answer."""

    def __init__(self, database: Database, writer: DurableWriter) -> None:
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
    ) -> Cast:
        """Keep a vote; return whether it is new, or what it is beside the one whose place it takes.

        Raises `StoreUnusable`.
        """
        row = (question, person, stamp(now()), int(helpful), reason, remark)
        earlier = await self._earlier(question, person)
        # Also where it is the same: a later one may still wait to be written.
        await self._writer.write("vote", [row])
        if earlier is None:
            return Cast.NEW
        given = (int(helpful), reason, remark)
        return Cast.SAME if tuple(earlier)[1:] == given else Cast.CHANGED

    async def take_back(self, question: str, person: str, *, helpful: bool) -> bool:
        """Delete the vote of a person if it says this; return whether it did.

        Raises `StoreUnusable`.
        """
        earlier = await self._earlier(question, person)
        if earlier is None or bool(earlier[1]) is not helpful:
            return False
        await self._writer.write("unvote", [(question, person, earlier[0])])
        return True

    async def _earlier(self, question: str, person: str) -> Row | None:
        read = self._database.read(
            "SELECT at, helpful, reason, remark FROM votes WHERE question = $1 AND person = $2",
            question,
            person,
        )
        try:
            return next(iter(await self._patience.wait(read)), None)
        except StoreAway:
            # It is thanked for as a new one; which of them counts is told by their times.
            return None
