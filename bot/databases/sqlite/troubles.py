"""What goes wrong with SQLite, in one sentence that says what to do."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from bot.errors import StoreDamaged, StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path

BRIEFINGS = "attache.sqlite3"
"""The file of the state folder that has the briefings, which can be loaded again."""
WAITING = "outbox.sqlite3"
"""The one that has what waits for a shared database, and stands in no backup."""


def _instead(path: Path) -> str:
    """Return what to have in place of a database that is damaged."""
    if path.name == BRIEFINGS:
        return (
            "`attache restore` a backup, or move it away and start again, which loads the "
            "briefings from their files, under new numbers and with what was withdrawn"
        )
    if path.name == WAITING:
        return "move it away, with what waited in it to be written, and start again"
    return (
        "what is in it stands in no other file, so `attache restore` a backup; only where there is "
        "none, move it away, and begin without"
    )


def emptied(path: Path) -> StoreUnusable:
    """Return that a database which was used has nothing in it any more, and what to do."""
    return StoreUnusable(
        f"The database {path} is empty, and was not before: it is damaged; {_instead(path)}."
    )


def unusable(path: Path, error: sqlite3.Error) -> StoreUnusable:
    """Return what is wrong with the database in one sentence that says what to do.

    Of one that is damaged it is a `StoreDamaged`.
    """
    said = str(error)
    if "locked" in said or "busy" in said:
        remedy = "is locked by another program; close that and try again"
    elif "readonly" in said:
        remedy = "cannot be written; give the bot write access to it and to its folder"
    elif "unable to open" in said:
        remedy = "cannot be opened; check that its folder exists and may be written"
    elif "full" in said:
        remedy = "cannot grow because the disk is full; make room and try again"
    elif isinstance(error, sqlite3.DatabaseError) and (
        "malformed" in said or "not a database" in said
    ):
        return StoreDamaged(f"The database {path} is damaged; {_instead(path)}.")
    else:
        remedy = f"failed ({said}); look at the disk and its rights"
    return StoreUnusable(f"The database {path} {remedy}.")
