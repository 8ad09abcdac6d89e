"""The community: one database, and all that is kept in it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.community.audit import Audit, newest
from bot.community.facts import Facts
from bot.community.follows import Follows
from bot.community.insights import Insights
from bot.community.kept_aside import KeptAside
from bot.community.migrations import COMMUNITY
from bot.community.people import Pseudonyms
from bot.community.privacy import Privacy
from bot.community.questions import Questions
from bot.community.servers import Servers
from bot.community.votes import Votes
from bot.community.writer import DurableWriter
from bot.databases.opening import Where, open_database
from bot.errors import StoreOlder, StoreUnusable
from bot.library.backup import check

if TYPE_CHECKING:
    from pathlib import Path

    from bot.databases.interface import Database
    from bot.library.history import LogEntry

DATABASE = "community.sqlite3"
KEY = "people.key"
_STRANGERS = (
    "{path} was missing, and a new key was made: whoever asked or voted before can no longer see "
    "or delete that with /privacy. If you have a copy of the key of before, stop the bot and put "
    "it there; else there is nothing to do, and what was kept goes when it is old enough."
)
_MISSED = (
    "{path} was missing, and is begun anew, without the settings of servers, follows, votes and "
    "questions of before. Unless you moved it away, stop the bot and `attache restore` a backup."
)


def where_in(state: Path, url: str | None) -> Where:
    """Return where what people left is: in the state folder, or in PostgreSQL."""
    return Where(state / DATABASE, url, state / KEY)


class Community:
    """What people leave with the bot."""

    def __init__(
        self, database: Database, writer: DurableWriter, pseudonyms: Pseudonyms, aside: KeptAside
    ) -> None:
        """Take what it is made of; what is kept ``aside`` knows for how many days."""
        self._database = database
        self._writer = writer
        self.people = pseudonyms
        self.facts = Facts(database)
        self.servers = Servers(database)
        self.questions = Questions(database, writer, aside.days, aside)
        self.votes = Votes(database, writer)
        self.follows = Follows(database)
        self.privacy = Privacy(database, self.questions, writer, aside)
        self.insights = Insights(database, self.questions)
        self.audit = Audit(database, writer)

    @classmethod
    async def open(cls, state: Path, keep_days: int, url: str | None = None) -> Community:
        """Open what is in the state folder, or in PostgreSQL; questions are kept for ``keep_days``.

        Raises `StoreUnusable`.
        """
        key = state / KEY
        is_new = await asyncio.to_thread(Pseudonyms.of_key, key) is None
        where = where_in(state, url)
        is_missed = await asyncio.to_thread(where.is_missed)
        database = await open_database(where, COMMUNITY, overwrites=True)
        try:
            if is_missed:
                reason = _MISSED.format(path=where.file)
                structlog.get_logger("attache").warning(
                    "what people left is missing", reason=reason
                )
            # Made last, as it is the witness that there was a database.
            pseudonyms = await asyncio.to_thread(Pseudonyms.open, key)
            await _check_key(database, pseudonyms, key, is_new=is_new)
            writer = await DurableWriter.open(database, state)
        except BaseException:
            await database.close()
            raise
        aside = KeptAside(where.file, pseudonyms, keep_days)
        community = cls(database, writer, pseudonyms, aside)
        community.questions.start()
        return community

    @property
    def database(self) -> Database:
        """Return the database, for what several processes share besides."""
        return self._database

    @property
    def waiting(self) -> int:
        """Return how much waits to be written until the database is back, or takes it again."""
        return self._writer.waiting + self.questions.waiting

    async def close(self) -> None:
        """Write what waits, and close the database."""
        await self.questions.close()
        await self._writer.close()
        await self._database.close()


async def upgrade(state: Path, url: str | None) -> None:
    """Bring what people left to the present schema, where there is any; raise `StoreUnusable`."""
    where = where_in(state, url)
    is_there = await asyncio.to_thread(where.file.exists)
    if url or is_there:
        await (await open_database(where, COMMUNITY, overwrites=True)).close()


async def wrong_with(state: Path, url: str | None) -> str | None:
    """Return what is wrong with what people left, or with its key, None where all is well.

    So it is where there is none yet, or where it is of an older schema: the next start upgrades it.
    """
    where = where_in(state, url)
    is_there = await asyncio.to_thread(where.file.exists)
    try:
        await asyncio.to_thread(Pseudonyms.of_key, state / KEY)
        if url:
            await (await open_database(where, COMMUNITY)).close()
        elif is_there:
            await check(where.file, COMMUNITY, remedy="`attache restore` a backup")
    except StoreUnusable as error:
        return str(error)
    return None


async def is_older(state: Path, url: str | None) -> bool:
    """Tell whether what people left is of an older version, and waits to be upgraded."""
    where = where_in(state, url)
    if url or not await asyncio.to_thread(where.file.exists):
        return False
    try:
        await (await open_database(where, COMMUNITY, read_only=True)).close()
    except StoreOlder:
        return True
    except StoreUnusable:
        pass  # `wrong_with` tells it
    return False


async def audited(state: Path, url: str | None, limit: int) -> list[LogEntry]:
    """Return the newest lines of the audit, the newest first, beside a running bot too.

    There are none where nobody has left anything yet. Raises `StoreUnusable`.
    """
    where = where_in(state, url)
    if not url and not await asyncio.to_thread(where.file.exists):
        return []
    database = await open_database(where, COMMUNITY, read_only=True)
    try:
        return await newest(database, limit)
    finally:
        await database.close()


async def _check_key(
    database: Database, pseudonyms: Pseudonyms, path: Path, *, is_new: bool
) -> None:
    """Raise `StoreUnusable` where other processes keep people under names of another key.

    Where nobody else does, warn of one that ``is_new`` and makes strangers of those who are kept.
    """
    facts, own = Facts(database), pseudonyms.fingerprint
    if not database.is_shared:
        if is_new and await _keeps_people(database):
            structlog.get_logger("attache").warning(
                "people are strangers", reason=_STRANGERS.format(path=path)
            )
        if await facts.get("people") != own:
            await facts.put("people", own)
    elif await facts.settle("people", own) != own:
        raise StoreUnusable(
            f"{path} is not the key with which this database was begun, so nobody would be found "
            "again. Copy people.key from the state folder of the process that began it."
        )


async def _keeps_people(database: Database) -> bool:
    """Tell whether there is anything under the name of a person."""
    rows = await database.read(
        "SELECT EXISTS (SELECT 1 FROM questions) OR EXISTS (SELECT 1 FROM votes)"
    )
    return bool(rows[0][0])
