"""How the bot behaves on each server, as its moderators set it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cachetools import LRUCache

from bot.community.patience import Patience

if TYPE_CHECKING:
    from bot.databases.interface import Database

_MOST_KEPT = 50_000
_SECONDS = 0.5
"""An answer can wait so long for a shared database; after that it goes by what was known last."""
_OUTDATED = -1
_COLUMNS = "channels, private, mentions, feedback, language, person_pace, channel_pace"


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What moderators can set; None is as whoever runs the bot set it.

    ``channels`` are the ids of those it answers in, all where there are none; the paces are
    questions a minute of one person and in one channel, 0 for any number.
    """

    channels: frozenset[int] = frozenset()
    private: bool = False
    mentions: bool = True
    feedback: bool = True
    language: str | None = None
    person_pace: int | None = None
    channel_pace: int | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """Settings as they were read; ``age`` tells whether all were said to be outdated since."""

    settings: ServerSettings
    age: int


class Servers:
    """Settings by the server's id; those of 50,000 servers are kept in memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._patience = Patience(_SECONDS, database)
        self._kept: LRUCache[int, _Kept] = LRUCache(_MOST_KEPT)
        self._age = 0
        self._changes = 0

    async def of(self, server: int) -> ServerSettings:
        """Return a server's settings, the usual ones where it has none; raise `StoreUnusable`."""
        kept = self._kept.get(server)
        if kept is not None and kept.age == self._age:
            return kept.settings
        changes = self._changes
        read = self._database.read(
            f"SELECT {_COLUMNS} FROM servers WHERE server = $1",  # noqa: S608 - a constant
            server,
        )
        rows = await self._patience.wait(read)
        found = _settings(*rows[0]) if rows else ServerSettings()
        if changes == self._changes:
            self._keep(server, found)
            return found
        # What was read may be what was changed meanwhile, and would be kept for good.
        known = self._kept.get(server)
        return known.settings if known and known.age == self._age else found

    def last_known(self, server: int) -> ServerSettings | None:
        """Return a server's settings as far as this process knows; None where it never read them.

        Another process may have changed them since.
        """
        kept = self._kept.get(server)
        return kept.settings if kept else None

    async def count(self) -> int:
        """Return how many servers have settings of their own; raise `StoreUnusable`."""
        rows = await self._database.read("SELECT count(*) FROM servers")
        return int(rows[0][0])

    async def change(self, server: int, settings: ServerSettings) -> None:
        """Keep a server's settings; raise `StoreUnusable`."""
        changed = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS.split(", "))
        async with self._database.transaction() as session:
            await session.execute(
                f"INSERT INTO servers (server, {_COLUMNS})"  # noqa: S608 - constants
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
                f" ON CONFLICT (server) DO UPDATE SET {changed}",
                server,
                " ".join(map(str, sorted(settings.channels))),
                settings.private,
                settings.mentions,
                settings.feedback,
                settings.language,
                settings.person_pace,
                settings.channel_pace,
            )
            await session.announce("server", str(server))
        self._changes += 1
        self._keep(server, settings)

    def changed_elsewhere(self, server: int | None) -> None:
        """Read a server's settings anew when they are next needed; those of all with None."""
        self._changes += 1
        if server is None:
            self._age += 1
        elif known := self.last_known(server):
            self._kept[server] = _Kept(known, _OUTDATED)

    def _keep(self, server: int, settings: ServerSettings) -> None:
        self._kept[server] = _Kept(settings, self._age)


def _settings(
    channels: str, private: int, mentions: int, feedback: int, language: str | None,
    person_pace: int | None, channel_pace: int | None,
) -> ServerSettings:  # fmt: skip
    return ServerSettings(
        frozenset(map(int, channels.split())),
        bool(private),
        bool(mentions),
        bool(feedback),
        language,
        person_pace,
        channel_pace,
    )
