"""The numbered steps that bring an older database to the present schema."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

from bot.errors import StoreNewer


@dataclass(frozen=True, slots=True)
class Schema:
    """Tables that belong together, by the ``package`` that has their migrations.

    ``name`` is what PostgreSQL calls them, where one statement may take so many ``seconds``.
    """

    package: str
    name: str
    seconds: float


class Migration(NamedTuple):
    """One step, by its number from 1; the database records which it has had."""

    number: int
    name: str
    sql: str


def migrations(schema: Schema, kind: str = "sqlite") -> list[Migration]:
    """Return every migration of a schema, in order.

    ``kind`` is the database they are for, sqlite or postgresql; both have the same numbers.
    """
    folder = resources.files(schema.package) / kind
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return [
        Migration(
            int(name[:3]), name.removesuffix(".sql"), (folder / name).read_text(encoding="utf-8")
        )
        for name in names
    ]


def refuse_newer(present: int, newest: int, what: str) -> None:
    """Raise `StoreNewer` where a newer version made the database that ``what`` names."""
    if present > newest:
        raise StoreNewer(
            f"The {what} has schema {present}, but this version knows only up to "
            f"{newest}; install the newer version again, or use another state folder."
        )
