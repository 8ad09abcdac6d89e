"""Backups of everything the bot keeps, each checked, and putting one in place."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.community.community import DATABASE, KEY
from bot.community.forgetting import delete_again, deletions_in
from bot.community.migrations import COMMUNITY
from bot.community.people import Pseudonyms
from bot.databases.opening import Where, open_database
from bot.databases.sqlite.connecting import make_one_file
from bot.errors import AttacheError, OtherDatabase, StoreUnusable
from bot.library.backup import Part, back_up, check, copy, making_of, remove
from bot.library.keeping_out import keep_out, withdrawals_in
from bot.library.lock import held_to_read
from bot.library.restoring import restore
from bot.moving import BESIDE, home_of, in_files, move

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from bot.databases.interface import Database
    from bot.library.shelf import Shelf

_DELETED = "What people had deleted since the backup was made is there again"
_WITHDRAWN = "What was withdrawn since the backup was made is not known, and let in again"
_T = TypeVar("_T")


def parts_of(shelf: Shelf, file: Path) -> list[Part]:
    """Return the briefings' database, and what people left with the bot, which stands beside it.

    Raises `AttacheError` where the backup has no name.
    """
    if not file.name:
        raise AttacheError(f"{file} is a folder; name a file, which is the backup.")
    community = file.with_name(file.name + BESIDE)
    return [Part(shelf.database, file), Part(shelf.state / DATABASE, community, COMMUNITY)]


async def back_up_all(shelf: Shelf, file: Path) -> list[Part]:
    """Back up whatever there is, each copy opened to check it; return what was made.

    Of a shared database files are made as well. Raises `AttacheError`.
    """
    parts = parts_of(shelf, file)
    if shelf.url:
        await move(home_of(shelf), in_files(file), in_use=True)
        return parts
    present = [part for part in parts if await asyncio.to_thread(part.database.exists)]
    # The briefings' comes last: only a backup that has it counts as one.
    with held_to_read(shelf.state):
        await back_up(present or parts[:1])
    return present


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, where the old databases are kept, and what is not as it should be.

    ``kept_out`` is what was withdrawn since the backup was made.
    """

    parts: list[Part]
    aside: list[Path]
    troubles: list[str]
    kept_out: list[str]


async def restore_all(shelf: Shelf, file: Path) -> Restored:
    """Put a backup into the state folder, with what people left where that stands beside it.

    What people had deleted since the backup was made stays deleted, and what was withdrawn stays
    withdrawn, as far as the databases that are replaced tell it. Raises `AttacheError`, and then
    nothing was changed.
    """
    briefings, community = parts_of(shelf, file)
    troubles: list[str] = []
    kept_out: list[str] = []
    withdrawals = await _told(withdrawals_in, briefings.database, _WITHDRAWN, troubles)

    async def withdraw(database: Database) -> None:
        kept_out.extend(await keep_out(database, withdrawals))

    async def delete(database: Database) -> None:
        key = await asyncio.to_thread(Pseudonyms.of_key, shelf.state / KEY)
        await delete_again(database, deletions, key.of if key else None)

    changes = [(briefings, withdraw if withdrawals else None)]
    if await asyncio.to_thread(community.backup.exists):
        deletions = await _told(deletions_in, community.database, _DELETED, troubles)
        changes.append((community, delete if deletions else None))
    try:
        async with AsyncExitStack() as copies:
            placed = [
                await copies.enter_async_context(_changed(part, shelf.state, change))
                for part, change in changes
            ]
            aside = await restore(shelf, placed)
    except OtherDatabase:
        raise await _halves_mixed_up(briefings) from None
    return Restored([part for part, _ in changes], aside, troubles, kept_out)


async def _told(
    read: Callable[[Path], Awaitable[list[_T]]], database: Path, what: str, troubles: list[str]
) -> list[_T]:
    """Return what a database that is replaced tells; add that it does not to the ``troubles``."""
    try:
        return await read(database) if await asyncio.to_thread(database.exists) else []
    except (AttacheError, OSError) as error:
        why = str(error).partition(";")[0].rstrip(".")  # what mends it has just been done
        troubles.append(f"{what}, as the database that was replaced does not tell it: {why}.")
        return []


@asynccontextmanager
async def _changed(
    part: Part, state: Path, change: Callable[[Database], Awaitable[None]] | None
) -> AsyncIterator[Part]:
    """Give a backup as it is after a ``change``, if any; the copy that is changed goes then."""
    if not change:
        yield part
        return
    await check(part.backup, part.schema)
    cleaned = _cleaned(part.database)
    try:
        await copy(part.backup, cleaned, called=part.database)
        database = await open_database(Where(cleaned), part.schema, overwrites=True)
        try:
            await change(database)
        finally:
            await database.close()
        await make_one_file(cleaned)
        yield replace(part, backup=cleaned)
    except OSError as error:
        raise StoreUnusable(
            f"The backup could not be copied into {state} ({error.strerror}); make room there, or "
            "give the bot write access."
        ) from None
    finally:
        await asyncio.to_thread(remove, cleaned)


def remove_unfinished(shelf: Shelf) -> None:
    """Remove the copies that a restore left which was killed.

    None can be at work while the state folder is held.
    """
    log = structlog.get_logger("attache")
    databases = (shelf.database, shelf.state / DATABASE)
    for database in [copy_of(each) for copy_of in (making_of, _cleaned) for each in databases]:
        try:
            is_there = database.exists()
            remove(database)
        except OSError as error:
            reason = f"{database} cannot be removed ({error.strerror}); remove it yourself."
            log.warning("a copy is left over", reason=reason)
            continue
        if is_there:
            log.info("a copy that a restore left was removed", file=str(database))


def _cleaned(database: Path) -> Path:
    return database.with_name(f"{database.name}.cleaned")


async def check_whole(shelf: Shelf, file: Path) -> None:
    """Raise `AttacheError` unless both halves of a backup are there, and whole."""
    parts = parts_of(shelf, file)
    try:
        for part in parts:
            if not await asyncio.to_thread(part.backup.exists):
                raise AttacheError(f"There is no {part.backup}, which is half of the backup.")
            await check(part.backup, part.schema)
    except OtherDatabase:
        raise await _halves_mixed_up(parts[0]) from None


async def _halves_mixed_up(briefings: Part) -> OtherDatabase:
    """Tell which half of a backup is not what it is given as, and which file to give."""
    file = briefings.backup
    try:
        await check(file, briefings.schema)
    except OtherDatabase:
        whole = file.with_name(file.name.removesuffix(BESIDE))
        named = f", {whole}" if whole != file else ""
        return OtherDatabase(
            f"{file} holds what people left with the bot, one half of a backup. Give the file of "
            f"briefings that it stands beside{named}, and both are put in place. Nothing was "
            "changed."
        )
    community = file.with_name(file.name + BESIDE)
    return OtherDatabase(
        f"{community} holds briefings, not what people left with the bot. Put that there, or move "
        f"the file away to put in place {file} alone. Nothing was changed."
    )
