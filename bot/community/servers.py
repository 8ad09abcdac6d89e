"""How the bot behaves on each server, as its moderators set it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cachetools import LRUCache

if TYPE_CHECKING:
    from bot.community.database import Database

_MOST_KEPT = 50_000
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
        self._kept: LRUCache[int, ServerSettings] = LRUCache(_MOST_KEPT)

    async def of(self, server: int | None) -> ServerSettings:
        """Return a server's settings, the usual ones outside a server; raise `StoreUnusable`."""
        if server is None:
            return ServerSettings()
        kept = self._kept.get(server)
        if kept is None:
            rows = await self._database.read(
                f"SELECT {_COLUMNS} FROM servers WHERE server = ?",  # noqa: S608 - a constant
                server,
            )
            kept = _settings(*rows[0]) if rows else ServerSettings()
            self._kept[server] = kept
        return kept

    async def count(self) -> int:
        """Return how many servers have settings of their own; raise `StoreUnusable`."""
        rows = await self._database.read("SELECT count(*) FROM servers")
        return int(rows[0][0])

    async def change(self, server: int, settings: ServerSettings) -> None:
        """Keep a server's settings; raise `StoreUnusable`."""
        await self._database.write(
            f"INSERT OR REPLACE INTO servers (server, {_COLUMNS})"  # noqa: S608 - a constant
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            server,
            " ".join(map(str, sorted(settings.channels))),
            settings.private,
            settings.mentions,
            settings.feedback,
            settings.language,
            settings.person_pace,
            settings.channel_pace,
        )
        self._kept[server] = settings


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
