"""Copying all rows of a database into an empty one, of the same kind or another."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import AttacheError, StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from bot.databases.interface import Row, Session

_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its columns, of which the first ``keys`` are its primary key.

    With ``is_numbered`` the key is a number that the database gives; one that ``begins_filled`` has
    a row from the beginning, which tells nothing.
    """

    name: str
    columns: tuple[str, ...]
    keys: int = 1
    is_numbered: bool = False
    begins_filled: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """How many rows of a table were copied and found again."""

    table: str
    rows: int


async def copy(
    reading: Session,
    writing: Session,
    tables: Sequence[Table],
    progress: Callable[[str, int], None] = lambda _table, _rows: None,
) -> list[Copied]:
    """Copy the ``tables``, each before those that refer to it; return what was copied.

    What arrived is read again and compared, row by row; whoever holds the session commits it.
    ``progress`` is told a table and how many of its rows are done. Raises `StoreUnusable`, also
    where the target holds something else than the source by then.
    """
    copied = []
    for table in tables:
        expected = hashlib.sha256()
        count = 0
        async for rows in _pages(reading, table):
            await writing.insert(table.name, table.columns, rows)
            expected.update(_as_bytes(rows))
            count += len(rows)
            progress(table.name, count)
        if table.is_numbered:
            await writing.number_on(table.name, table.columns[0])
        found = hashlib.sha256()
        async for rows in _pages(writing, table):
            found.update(_as_bytes(rows))
        if found.digest() != expected.digest():
            raise StoreUnusable(
                f"The rows of {table.name} did not arrive as they were; nothing was kept. "
                "Look at the other database's settings and log."
            )
        copied.append(Copied(table.name, count))
    return copied


async def refuse_filled(session: Session, tables: Sequence[Table]) -> None:
    """Raise `AttacheError` where a table has rows; let go of what it begins with."""
    for table in tables:
        if table.begins_filled:
            await session.execute(f"DELETE FROM {table.name}")  # noqa: S608 - a constant
        elif await session.rows(f"SELECT 1 FROM {table.name} LIMIT 1"):  # noqa: S608 - a constant
            raise AttacheError(
                f"The other database is in use already: its table {table.name} has rows. Give the "
                "address of an empty one."
            )


async def _pages(session: Session, table: Table) -> AsyncIterator[list[Row]]:
    """Yield all rows by primary key, which both kinds of database order by its bytes."""
    keys = table.columns[: table.keys]
    listed, columns = ", ".join(keys), ", ".join(table.columns)
    places = ", ".join(f"${place}" for place in range(1, table.keys + 1))
    select = f"SELECT {columns} FROM {table.name}"  # noqa: S608 - constants
    rows = await session.rows(f"{select} ORDER BY {listed} LIMIT {_PAGE}")
    while rows:
        yield rows
        last = tuple(rows[-1])[: table.keys]
        rows = await session.rows(
            f"{select} WHERE ({listed}) > ({places}) ORDER BY {listed} LIMIT {_PAGE}", *last
        )


def _as_bytes(rows: Sequence[Row]) -> bytes:
    return "".join(f"{tuple(row)!r}\n" for row in rows).encode("utf-8", "surrogatepass")
