"""Who had deleted what is kept of them, and when: so that none of it comes back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.databases.sqlite.connecting import connect
from bot.databases.sqlite.schema import refuse_emptied
from bot.databases.sqlite.troubles import unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.databases.interface import Database, Session


@dataclass(frozen=True, slots=True)
class Deletion:
    """When somebody, by pseudonym, had their questions and votes deleted last.

    ``follows_at`` is when what they followed was deleted with these, None where it never was.
    """

    person: str
    at: str
    follows_at: str | None


async def remember(session: Session, deletions: Sequence[Deletion]) -> None:
    """Keep that something was deleted, and of each person the latest time."""
    await session.execute_many(
        "INSERT INTO forgotten (person, at, follows_at) VALUES ($1, $2, $3)"
        " ON CONFLICT (person) DO UPDATE SET"
        " at = CASE WHEN forgotten.at > excluded.at THEN forgotten.at ELSE excluded.at END,"
        " follows_at = CASE WHEN excluded.follows_at IS NULL"
        " OR forgotten.follows_at > excluded.follows_at"
        " THEN forgotten.follows_at ELSE excluded.follows_at END",
        [(each.person, each.at, each.follows_at) for each in deletions],
    )


async def deletions_in(file: Path) -> list[Deletion]:
    """Return what a file, of any schema, remembers of deletions; raise `StoreUnusable`."""
    connection = await connect(file, read_only=True)
    try:
        await refuse_emptied(connection, file)
        columns = await connection.execute_fetchall(
            "SELECT name FROM pragma_table_info('forgotten')"
        )
        names = {name for (name,) in columns}
        if not names:
            return []
        follows_at = "follows_at" if "follows_at" in names else "NULL"
        rows = await connection.execute_fetchall(
            f"SELECT person, at, {follows_at} FROM forgotten"  # noqa: S608 - one of two constants
        )
        return [Deletion(*row) for row in rows]
    except sqlite3.Error as error:
        raise unusable(file, error) from None
    finally:
        await connection.close()


async def deletions_of(database: Database) -> list[Deletion]:
    """Return what a database remembers of deletions; raise `StoreUnusable`."""
    rows = await database.read("SELECT person, at, follows_at FROM forgotten")
    return [Deletion(*row) for row in rows]


async def delete_again(
    database: Database, deletions: Sequence[Deletion], name_of: Callable[[int], str] | None
) -> None:
    """Delete from an older database what was deleted since; raise `StoreUnusable`.

    ``name_of`` gives the pseudonym of a Discord id; without it nobody is found among those who
    follow something.
    """
    async with database.transaction() as session:
        await remember(session, deletions)
        for table in ("questions", "votes"):
            await session.execute(
                f"DELETE FROM {table} WHERE EXISTS (SELECT 1 FROM forgotten AS f"  # noqa: S608
                f" WHERE f.person = {table}.person AND f.at >= {table}.at)"
            )
        rows = await session.rows("SELECT id, target FROM followers WHERE kind = 'person'")
        followers = {name_of(target): number for number, target in rows} if name_of else {}
        await session.execute_many(
            "DELETE FROM follows WHERE follower = $1 AND since <= $2",
            [
                (followers[each.person], each.follows_at)
                for each in deletions
                if each.follows_at and each.person in followers
            ],
        )
        await session.execute(
            "DELETE FROM followers"
            " WHERE NOT EXISTS (SELECT 1 FROM follows WHERE follower = followers.id)"
        )
    await database.wipe()
