"""Writing and reading the sources of a test."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.library.library import Library
    from bot.library.shelf import Shelf
    from bot.model import Briefing

BRIDGE = "Ruritania opened a new bridge over the river Strelsa."


def lines(shelf: Shelf) -> list[str]:
    """Return the lines of the briefings that every test begins with."""
    return (shelf.data / "briefings.txt").read_text(encoding="utf-8").split("\n")


def put(shelf: Shelf, *content: str, name: str = "briefings.txt") -> None:
    """Write a source of these lines."""
    (shelf.data / name).write_text("\n".join(content), encoding="utf-8")


async def exported(library: Library) -> list[Briefing]:
    """Return every briefing in service, by number."""
    async with library.export() as (_, briefings):
        return [each async for each in briefings]


def not_permitted(*_: object, **__: object) -> None:
    """Fail as linking does where the file system knows no second names."""
    raise PermissionError(errno.EPERM, "Operation not permitted")
