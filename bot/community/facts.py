"""What is known of the bot as a whole, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.databases.interface import Database


class Facts:
    """A few names with their values; every method raises `StoreUnusable`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, name: str) -> str | None:
        """Return the value of a name, None where it has none."""
        rows = await self._database.read("SELECT value FROM facts WHERE name = $1", name)
        return str(rows[0][0]) if rows else None

    async def put(self, name: str, value: str) -> None:
        """Give a name a value."""
        await self._database.write(
            "INSERT INTO facts (name, value) VALUES ($1, $2)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name, value,
        )  # fmt: skip

    async def names(self, start: str) -> list[str]:
        """Return the names that begin with ``start``, in order."""
        rows = await self._database.read(
            "SELECT name FROM facts WHERE substr(name, 1, $1) = $2 ORDER BY name",
            len(start), start,
        )  # fmt: skip
        return [str(name) for (name,) in rows]

    async def remove(self, name: str) -> None:
        """Take a name away with its value."""
        await self._database.write("DELETE FROM facts WHERE name = $1", name)

    async def settle(self, name: str, value: str) -> str:
        """Give a name a value unless it has one; return the one it has."""
        await self._database.write(
            "INSERT INTO facts (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", name, value
        )
        return await self.get(name) or value
