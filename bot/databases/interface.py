"""What a database can do, whichever it is.

SQL is written once, in what SQLite and PostgreSQL both understand, with ``$1``, ``$2`` for values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractAsyncContextManager

    from bot.databases.migrations import Schema

Row = Any
"""A row of a result: its values by place."""
LARGEST = (1 << 63) - 1
"""No database takes a larger number."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The few things that the two say differently.

    ``text`` declares a text that is compared by its bytes; ``gathered`` is the aggregate that makes
    a JSON list; ``elements`` is the row source over a column with a JSON list, each as ``value``.
    """

    text: str
    gathered: str
    elements: str

    def each(self, column: str) -> str:
        """Return the row source over the elements of a column."""
        return self.elements.format(column=column)


class Session(Protocol):
    """A connection inside a transaction. Every method raises `StoreUnusable`."""

    @property
    def dialect(self) -> Dialect:
        """Return what this database says differently."""
        ...

    async def rows(self, sql: str, *values: Any) -> list[Row]:
        """Return all rows of a query."""
        ...

    async def execute(self, sql: str, *values: Any) -> int:
        """Do one statement; return how many rows it changed."""
        ...

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Do one statement with the values of each row."""
        ...

    async def insert(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> None:
        """Add many rows at once."""
        ...

    async def analyze(self, table: str) -> None:
        """Let the database count a table that was just filled, where it does not by itself."""
        ...

    async def number_on(self, table: str, column: str) -> None:
        """Let the numbers that a column is given from now on be above those it has."""
        ...

    async def turn_to(self, schema: Schema) -> None:
        """Let names of tables be those of this schema, where two are in one place."""
        ...

    async def announce(self, what: str, value: str) -> None:
        """Tell the other processes, if there are any, once this transaction is committed."""
        ...

    async def commit(self) -> None:
        """Keep what was done."""
        ...


class Database(Protocol):
    """One database. Every method raises `StoreUnusable` where it fails."""

    @property
    def dialect(self) -> Dialect:
        """Return what this database says differently."""
        ...

    @property
    def is_shared(self) -> bool:
        """Tell whether other processes may write to it at the same time."""
        ...

    async def read(self, sql: str, *values: Any) -> list[Row]:
        """Return all rows of a query over what is committed."""
        ...

    async def write(self, sql: str, *values: Any) -> int:
        """Do one statement and keep it; return how many rows it changed."""
        ...

    def transaction(self) -> AbstractAsyncContextManager[Session]:
        """Give a short transaction, kept at its end, and undone where something is raised."""
        ...

    def held(self, lock: str) -> AbstractAsyncContextManager[Session]:
        """Give a transaction that may take long, undone unless `Session.commit` was called.

        Only one process has the ``lock`` at a time; raises `Occupied` while another has it.
        """
        ...

    def snapshot(self) -> AbstractAsyncContextManager[Session]:
        """Give one unchanging view of what is committed, to read only."""
        ...

    async def integrity(self) -> str | None:
        """Return what the database's own check finds wrong, None where all is well."""
        ...

    async def size(self) -> int:
        """Return the bytes it takes."""
        ...

    async def wipe(self) -> None:
        """Leave no trace of what was deleted in the files, as far as that is in the bot's power."""
        ...

    def give_up(self) -> None:
        """End what takes long and waits for another machine; it raises `StoreUnusable` then."""
        ...

    async def close(self) -> None:
        """Let go of it."""
        ...
