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
"""An answer can wait so long for a shared database; after that it is as on any server."""
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


class Servers:
    """Settings by the server's id; those of 50,000 servers are kept in memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._patience = Patience(_SECONDS, database)
        self._kept: LRUCache[int, ServerSettings] = LRUCache(_MOST_KEPT)

    async def of(self, server: int | None) -> ServerSettings:
        """Return a server's settings, the usual ones outside a server; raise `StoreUnusable`."""
        if server is None:
            return ServerSettings()
        kept = self._kept.get(server)
        if kept is None:
            read = self._database.read(
                f"SELECT {_COLUMNS} FROM servers WHERE server = $1",  # noqa: S608 - a constant
                server,
            )
            rows = await self._patience.wait(read)
            kept = _settings(*rows[0]) if rows else ServerSettings()
            self._kept[server] = kept
        return kept

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
        self._kept[server] = settings

    def changed_elsewhere(self, server: int | None) -> None:
        """Read a server's settings anew when they are next needed; those of all with None."""
        if server is None:
            self._kept.clear()
        else:
            self._kept.pop(server, None)


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
