"""The community: one database, and all that is kept in it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.community.audit import Audit
from bot.community.database import Database
from bot.community.follows import Follows
from bot.community.insights import Insights
from bot.community.people import Pseudonyms
from bot.community.privacy import Privacy
from bot.community.questions import Questions
from bot.community.servers import Servers
from bot.community.votes import Votes

if TYPE_CHECKING:
    from pathlib import Path

DATABASE = "community.sqlite3"
_KEY = "people.key"


class Community:
    """What people leave with the bot, in one state folder."""

    def __init__(self, database: Database, pseudonyms: Pseudonyms, keep_days: int) -> None:
        self._database = database
        self.people = pseudonyms
        self.servers = Servers(database)
        self.questions = Questions(database, keep_days)
        self.votes = Votes(database)
        self.follows = Follows(database)
        self.privacy = Privacy(database, self.questions)
        self.insights = Insights(database, self.questions)
        self.audit = Audit(database)

    @classmethod
    async def open(cls, state: Path, keep_days: int) -> Community:
        """Open what is in the state folder; questions are kept for ``keep_days``.

        Raises `StoreUnusable`.
        """
        pseudonyms = await asyncio.to_thread(Pseudonyms.open, state / _KEY)
        community = cls(await Database.open(state / DATABASE), pseudonyms, keep_days)
        community.questions.start()
        return community

    async def close(self) -> None:
        """Write what waits, and close the database."""
        await self.questions.close()
        await self._database.close()
