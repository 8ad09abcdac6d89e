"""Whose turn it is to begin a session with Discord's gateway, over all processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.databases.postgres.connecting import LOCK

if TYPE_CHECKING:
    from bot.databases.interface import Database

_SECONDS = 5.2
"""Five, and a little for the way to Discord
(https://discord.com/developers/docs/events/gateway#rate-limiting)."""
_MOST_A_DAY = 900


class Turns:
    """Keeps in the database when a session was begun last; its clock counts, not the processes'."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, turn: int) -> float:
        """Take a turn, and return 0; else return in how many seconds to try again.

        Of 1,000 sessions a day 900 are given out. Raises `StoreUnusable`.
        """
        async with self._database.transaction() as session:
            await session.execute(f"SELECT pg_advisory_xact_lock({LOCK})", f"turn {turn}")
            [(age, today)] = await session.rows(
                "SELECT coalesce(extract(epoch FROM clock_timestamp() - max(at)"
                " FILTER (WHERE turn = $1)), $2)::float8,"
                " count(*) FILTER (WHERE at > clock_timestamp() - interval '1 day')"
                " FROM identifies",
                turn, _SECONDS,
            )  # fmt: skip
            if age < _SECONDS:
                return float(_SECONDS - age)
            if today >= _MOST_A_DAY:
                return 60.0
            await session.execute("INSERT INTO identifies VALUES (clock_timestamp(), $1)", turn)
            await session.execute(
                "DELETE FROM identifies WHERE at < clock_timestamp() - interval '1 day'"
            )
        return 0.0
