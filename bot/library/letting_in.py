"""What was withdrawn and would be let in again by an older state of the collection."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from bot.databases.sqlite.connecting import connect
from bot.databases.sqlite.troubles import unusable
from bot.library.history import WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SHOWN = 100


async def let_in_by(backup: Path, present: Path) -> list[str]:
    """Return what a file says was withdrawn and a ``backup`` of it does not know yet.

    Each by the number that it has in the backup, if it stands there, and the beginning of its text.
    Raises `StoreUnusable`.
    """
    withdrawn = {key: text[:_SHOWN] for key, _, _, text in await _rows(present, WITHDRAWN)}
    for (key,) in await _rows(backup, "SELECT key FROM withdrawals"):
        withdrawn.pop(key, None)
    places = ", ".join("?" * len(withdrawn))
    numbers = dict(
        await _rows(
            backup,
            f"SELECT key, number FROM identities WHERE key IN ({places})",  # noqa: S608
            *withdrawn,
        )
    )
    return [
        f"#{numbers[key]} {text}" if key in numbers else text for key, text in withdrawn.items()
    ]


async def _rows(file: Path, sql: str, *values: str) -> Iterable[tuple[Any, ...]]:
    connection = await connect(file, read_only=True)
    try:
        return [tuple(row) for row in await connection.execute_fetchall(sql, values)]
    except sqlite3.Error as error:
        raise unusable(file, error) from None
    finally:
        await connection.close()
