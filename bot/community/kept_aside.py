"""What people left that a restore kept aside: what is deleted in service is deleted there, too."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.community.forgetting import delete_again, deletions_of
from bot.community.migrations import COMMUNITY
from bot.community.pruning import prune
from bot.databases.moments import now
from bot.databases.opening import Where, open_database
from bot.errors import StoreDamaged, StoreNewer, StoreUnusable
from bot.library.backup import remove
from bot.library.restoring import kept_aside, moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.community.forgetting import Deletion
    from bot.community.people import Pseudonyms
    from bot.databases.interface import Database


class KeptAside:
    """The databases that restores kept beside the one of what people left."""

    def __init__(self, beside: Path, people: Pseudonyms, keep_days: int) -> None:
        self._beside = beside
        self._people = people
        self.days = keep_days
        self._one_at_a_time = asyncio.Lock()
        self._log = structlog.get_logger("attache.community")

    async def forget(self, database: Database) -> None:
        """Delete in them what people had deleted, as the ``database`` in service remembers it.

        One in which that cannot be done, as it is damaged or of a newer version, is removed.
        Raises `StoreUnusable` where one stays as it was.
        """
        await self._clean(database, is_asked=True)

    async def prune(self, database: Database) -> None:
        """Take out of them what is older than it may be kept; raise `StoreUnusable`.

        One in which that cannot be done is removed once all that it holds is older.
        """
        await self._clean(database, is_asked=False)

    async def _clean(self, database: Database, *, is_asked: bool) -> None:
        async with self._one_at_a_time:
            files = await asyncio.to_thread(kept_aside, self._beside)
            deletions = await deletions_of(database) if files else []
            for file in files:
                try:
                    await self._clean_one(file, deletions)
                except (StoreDamaged, StoreNewer) as error:
                    if is_asked or moment_of(file) < now() - timedelta(days=self.days):
                        await self._remove(file, str(error))

    async def _clean_one(self, file: Path, deletions: Sequence[Deletion]) -> None:
        database = await open_database(Where(file), COMMUNITY, overwrites=True)
        try:
            await delete_again(database, deletions, self._people.of)
            await prune(database, self.days)
        finally:
            await database.close()

    async def _remove(self, file: Path, reason: str) -> None:
        try:
            await asyncio.to_thread(remove, file)
        except OSError as error:
            raise StoreUnusable(
                f"{file}, which a restore kept aside, cannot be removed ({error.strerror}); "
                "remove it, as it holds what was deleted."
            ) from None
        self._log.warning(
            "a database that was kept aside was removed, as nothing can be deleted in it",
            file=str(file), reason=reason,
        )  # fmt: skip
