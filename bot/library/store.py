"""The store: editions of briefings in a database."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.databases.interface import LARGEST
from bot.databases.opening import open_database
from bot.editions import Edition
from bot.library.history import IS_WITHDRAWN, WITHDRAWN, History
from bot.library.migrations import LIBRARY
from bot.library.rows import COLUMNS, PRESENT, briefing_of, content
from bot.library.staging import Staging
from bot.model import Briefing, Draft, NotInService, Why

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from contextlib import AbstractAsyncContextManager

    from bot.databases.interface import Database, Session
    from bot.databases.opening import Where

_PAGE = 500
_LOCK = "edition"
_NEWEST = "SELECT * FROM editions ORDER BY number DESC LIMIT 1"
OF_KEY = f"SELECT b.number FROM {PRESENT} AND i.key = $1"  # noqa: S608 - a constant
# Were the text itself said to be the value, SQLite would put that in its place everywhere, and not
# see that an index has its beginning and length.
OF_TEXT = (
    f"SELECT b.number FROM {PRESENT} AND b.text || '' = $1"  # noqa: S608 - a constant
    " AND substr(b.text, 1, 64) = substr($1, 1, 64) AND length(b.text) = length($1)"
)


@dataclass(frozen=True, slots=True)
class Touched:
    """The briefings that are new, changed or moved since an edition, and the lost ones' numbers."""

    changed: tuple[Briefing, ...]
    gone: tuple[int, ...]


class Store:
    """The editions in one database; every method raises `StoreUnusable` where it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.past = History(database)

    @classmethod
    async def open(cls, where: Where, *, read_only: bool = False) -> Store:
        """Open the database, making or upgrading it."""
        return cls(await open_database(where, LIBRARY, read_only=read_only))

    def give_up(self) -> None:
        """End what waits for a database that may never answer."""
        self._database.give_up()

    async def close(self) -> None:
        """Close the database; what was not committed is undone."""
        await self._database.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Staging]:
        """Hold the one transaction that makes an edition; undo it unless `commit` was called.

        Raises `Occupied` while another process makes one.
        """
        async with self._database.held(_LOCK) as session:
            staging = Staging(session)
            await staging.begin()
            yield staging

    async def commit(self, staging: Staging, edition: Edition) -> None:
        """Make the transaction's edition the present one."""
        await staging.end()
        await staging.session.announce("edition", str(edition.number))
        await staging.session.commit()

    def writing(self) -> AbstractAsyncContextManager[Session]:
        """Hold a short transaction that is kept at its end."""
        return self._database.transaction()

    def view(self) -> AbstractAsyncContextManager[Session]:
        """Give one unchanging view of what is committed."""
        return self._database.snapshot()

    async def edition(self, session: Session | None = None) -> Edition | None:
        """Return the present edition, or None before anything was loaded."""
        rows = await (session.rows if session else self._database.read)(_NEWEST)
        return Edition(*rows[0]) if rows else None

    async def numbered(self, session: Session, number: int) -> Edition | None:
        """Return the edition of this number, kept or not, None where there never was one."""
        rows = await session.rows("SELECT * FROM editions WHERE number = $1", number)
        return Edition(*rows[0]) if rows else None

    async def collection(self) -> str:
        """Return the name that this collection alone has, of 32 hexadecimal digits."""
        rows = await self._database.read("SELECT value FROM facts WHERE name = 'collection'")
        return str(rows[0][0])

    async def each_present(self, session: Session) -> AsyncIterator[Briefing]:
        """Yield every briefing of the edition that the ``session`` sees, by number."""
        async for batch in self.all_present(session):
            for briefing in batch:
                yield briefing

    async def all_present(self, session: Session) -> AsyncIterator[list[Briefing]]:
        """Yield every briefing of the present edition by number, a few hundred at a time.

        What the ``session`` sees is present, committed or not.
        """
        async for rows in self.rows_present(session):
            yield [briefing_of(row) for row in rows]

    async def rows_present(self, session: Session) -> AsyncIterator[list[tuple[Any, ...]]]:
        """Yield what `all_present` yields as rows of `bot.library.rows.COLUMNS`."""
        last = 0
        while True:
            # A page at a time: nobody holds a million.
            rows = await session.rows(
                f"SELECT {COLUMNS} FROM {PRESENT} AND b.number > $1"  # noqa: S608 - constants
                f" ORDER BY b.number LIMIT {_PAGE}",
                last,
            )
            if not rows:
                return
            yield list(map(tuple, rows))
            last = int(rows[-1][0])

    async def altered(self, session: Session, briefings: Sequence[Briefing]) -> list[int]:
        """Return the numbers of those whose row is not what was loaded, by the hash in it.

        They are some that `all_present` has yielded, one after the other.
        """
        rows = await session.rows(
            "SELECT number, content FROM briefings WHERE valid_to IS NULL"
            " AND number BETWEEN $1 AND $2",
            briefings[0].number, briefings[-1].number,
        )  # fmt: skip
        loaded = {int(number): str(hashed) for number, hashed in rows}
        return [each.number for each in briefings if loaded.get(each.number) != content(each)]

    async def touched(self, session: Session, since: int, limit: int) -> Touched | None:
        """Return what changed from the edition ``since`` to the present one that is seen.

        None where that is more than ``limit`` briefings, or no longer known.
        """
        horizon = (await session.rows("SELECT edition FROM horizon"))[0][0]
        if since < horizon - 1:
            return None
        touched = (
            "SELECT number FROM briefings WHERE valid_from > $1"
            " UNION SELECT number FROM briefings WHERE valid_to > $1"
            " UNION SELECT number FROM briefings WHERE placed_in > $1"
        )
        numbers = await session.rows(f"{touched} LIMIT $2", since, limit + 1)
        if len(numbers) > limit:
            return None
        rows = await session.rows(
            f"SELECT {COLUMNS} FROM {PRESENT} AND b.number IN ({touched})"  # noqa: S608
            " ORDER BY b.number",
            since,
        )
        changed = tuple(map(briefing_of, rows))
        gone = {int(number) for (number,) in numbers} - {each.number for each in changed}
        return Touched(changed, tuple(sorted(gone)))

    async def present(self, number: int) -> Briefing | None:
        """Return a briefing of the present edition, None where it has none of this number."""
        rows = await self._database.read(
            f"SELECT {COLUMNS} FROM {PRESENT} AND b.number = $1",  # noqa: S608 - constants
            _if_possible(number),
        )
        return briefing_of(rows[0]) if rows else None

    async def not_in_service(self, number: int) -> NotInService | None:
        """Return why a briefing is not in service, or None where there never was such a one.

        One that the present edition holds is on its way, as whoever asks does not have it yet.
        """
        if not _if_possible(number):
            return None
        given = await self._database.read("SELECT 1 FROM identities WHERE number = $1", number)
        if not given:
            return None
        if await self.is_withdrawn(number):
            why = Why.WITHDRAWN
        elif await self.present(number):
            return NotInService(number, Why.COMING)
        else:
            why = Why.GONE
        rows = await self._database.read(
            "SELECT valid_to - 1, text FROM briefings WHERE number = $1 AND valid_to IS NOT NULL"
            " ORDER BY valid_to DESC LIMIT 1",
            number,
        )
        for last, text in rows:
            return NotInService(number, why, int(last), str(text))
        return NotInService(number, why)

    async def number_of(self, draft: Draft) -> int | None:
        """Return the number under which this, or another of the same text, is in service."""
        read = self._database.read
        # One after the other, as no index serves both at once.
        rows = await read(OF_KEY, draft.key) or await read(OF_TEXT, draft.text)
        return min((int(number) for (number,) in rows), default=None)

    async def withdrawn_as(self, draft: Draft) -> int | None:
        """Return the number under which this was withdrawn for good, None where it was not."""
        rows = await self._database.read(
            "SELECT number FROM identities JOIN withdrawals USING (key) WHERE key = $1 UNION"  # noqa: S608
            f" SELECT number FROM ({WITHDRAWN}) AS withdrawn WHERE text = $2 ORDER BY number",
            draft.key,
            draft.text,
        )
        return int(rows[0][0]) if rows else None

    async def is_withdrawn(self, number: int) -> bool:
        """Tell whether this briefing, or its text under another key, was withdrawn for good."""
        return bool(await self._database.read(IS_WITHDRAWN, _if_possible(number)))

    async def withdrawals(self) -> int:
        """Return how many briefings are withdrawn for good."""
        return int((await self._database.read("SELECT count(*) FROM withdrawals"))[0][0])

    async def integrity(self) -> str | None:
        """Return what the database's own check finds wrong, None where all is well."""
        return await self._database.integrity()

    async def size(self) -> int:
        """Return the bytes of the database."""
        return await self._database.size()


def _if_possible(number: int) -> int:
    """Return a number that a briefing may have, 0 for any other, which none has."""
    return number if 0 < number <= LARGEST else 0
