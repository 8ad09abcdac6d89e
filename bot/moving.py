"""Moving everything the bot keeps from one database to another, and back."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.community.community import DATABASE, where_in
from bot.community.migrations import COMMUNITY
from bot.databases.copying import Copied, Table, copy, refuse_filled
from bot.databases.opening import Where, open_database
from bot.databases.sqlite.connecting import make_one_file
from bot.errors import AttacheError, StoreUnusable
from bot.library.backup import check, making_of, remove
from bot.library.migrations import LIBRARY
from bot.library.shelf import DATABASE as LIBRARY_DATABASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.databases.interface import Database, Session
    from bot.databases.migrations import Schema
    from bot.library.shelf import Shelf

# The name of a collection stays behind: what goes on with both would be two collections.
TABLES = {
    LIBRARY: (
        Table("identities", ("number", "key"), is_numbered=True),
        Table(
            "editions",
            (
                "number", "created_at", "by", "reason", "briefings", "added", "changed", "removed",
                "unchanged", "digest",
            ),
        ),
        Table(
            "briefings",
            (
                "id", "number", "valid_from", "valid_to", "content", "text", "title", "date",
                "source", "url", "tags", "file", "line", "placed_in",
            ),
            is_numbered=True,
        ),
        Table("log", ("id", "at", "who", "did", "detail"), is_numbered=True),
        Table("withdrawals", ("key", "at", "who")),
        Table("horizon", ("edition",), begins_filled=True),
    ),
    COMMUNITY: (
        Table(
            "servers",
            (
                "server", "channels", "private", "mentions", "feedback", "language", "person_pace",
                "channel_pace",
            ),
        ),
        Table(
            "questions",
            (
                "id", "at", "person", "place", "words", "verdict", "unknown", "cited",
                "milliseconds",
            ),
        ),
        Table("votes", ("question", "person", "at", "helpful", "reason", "remark"), keys=2),
        Table(
            "followers",
            (
                "id", "kind", "target", "language", "told_at", "failures", "stopped_at",
                "stop_is_told",
            ),
            is_numbered=True,
        ),
        Table("follows", ("follower", "topic", "label", "since", "seen"), keys=2),
        Table(
            "notices",
            ("id", "follower", "numbers", "seen_before", "claimed_at", "sent_at"),
            is_numbered=True,
        ),
        Table("audit", ("id", "at", "who", "did", "detail", "token"), is_numbered=True),
        Table("facts", ("name", "value")),
        Table("forgotten", ("person", "at", "follows_at")),
    ),
}  # fmt: skip
_HEARD_SECONDS = 10.0
BESIDE = ".community"
"""What a backup of what people left has behind the name of that of the briefings."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where the briefings are kept, and where what people leave is."""

    library: Where
    community: Where

    def __str__(self) -> str:
        return "the PostgreSQL database" if self.library.url else str(self.library.file)


def home_of(shelf: Shelf) -> Home:
    """Return where a bot keeps everything."""
    return Home(shelf.where, where_in(shelf.state, shelf.url))


def in_files(library: Path) -> Home:
    """Return two files, as a backup has them: ``library`` and ``library.community``."""
    return Home(Where(library), Where(library.with_name(f"{library.name}{BESIDE}")))


def in_folder(state: Path) -> Home:
    """Return the files of a state folder."""
    return Home(Where(state / LIBRARY_DATABASE), Where(state / DATABASE))


def in_postgres(url: str) -> Home:
    """Return a PostgreSQL database."""
    return Home(Where(Path(), url), Where(Path(), url))


async def move(
    source: Home,
    target: Home,
    *,
    in_use: bool = False,
    progress: Callable[[str, int], None] = lambda _table, _rows: None,
) -> list[Copied]:
    """Copy everything, compare it, and return the counts; the source stays as it is.

    Raises `AttacheError` where the target is not empty, and, unless it may be ``in_use``, where
    processes of the bot still run over the source; and `StoreUnusable`.
    """
    making = Home(_making(target.library), _making(target.community))
    try:
        await asyncio.to_thread(_begin, target, making)
        try:
            copied = await _copied(source, making, progress, in_use=in_use)
            for schema, new in _halves(making):
                if new.url is None:
                    await make_one_file(new.file)
                    await check(new.file, schema)
            await asyncio.to_thread(_finish, target, making)
        finally:
            await asyncio.to_thread(_clear, making)
    except OSError as error:
        raise StoreUnusable(
            f"{target} cannot be made ({error.strerror}); choose another place."
        ) from None
    return copied


def _halves(home: Home) -> tuple[tuple[Schema, Where], tuple[Schema, Where]]:
    """Return where the tables of each schema are; of what people leave first.

    A file of briefings is a backup only with the other one.
    """
    return (COMMUNITY, home.community), (LIBRARY, home.library)


async def _copied(
    source: Home, target: Home, progress: Callable[[str, int], None], *, in_use: bool
) -> list[Copied]:
    """Copy both databases; in a shared one, both are kept or neither is."""
    async with AsyncExitStack() as stack:
        halves: list[tuple[Schema, Session, Session]] = []
        for (schema, old), (_, new) in zip(_halves(source), _halves(target), strict=True):
            opened = await _opened(stack, old, schema)
            if not in_use:
                await _refuse_running(opened)
            made = await _opened(stack, new, schema)
            reading = await stack.enter_async_context(opened.snapshot())
            if made.is_shared and halves:
                writing = halves[0][2]
            else:
                writing = await stack.enter_async_context(made.held("move"))
            halves.append((schema, reading, writing))
        # Before anything is copied, which may take an hour.
        for schema, _, writing in halves:
            await writing.turn_to(schema)
            await refuse_filled(writing, TABLES[schema])
        copied: list[Copied] = []
        for schema, reading, writing in halves:
            await writing.turn_to(schema)
            copied += await copy(reading, writing, TABLES[schema], progress)
        for writing in {id(writing): writing for _, _, writing in halves}.values():
            await writing.commit()
    return copied


async def _opened(stack: AsyncExitStack, where: Where, schema: Schema) -> Database:
    """Return an open database, which is closed with the ``stack``."""
    database = await open_database(where, schema)
    stack.push_async_callback(database.close)
    return database


def _making(where: Where) -> Where:
    """Return where something is made that has its name only when it is whole."""
    return where if where.url else replace(where, file=making_of(where.file))


def _begin(target: Home, making: Home) -> None:
    for new in (target.community, target.library):
        if new.url is None:
            if new.file.exists():
                raise AttacheError(f"{new.file} is there already; choose another place.")
            new.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _clear(making)


def _clear(making: Home) -> None:
    """Remove what was begun and not finished."""
    for made in (making.community, making.library):
        if made.url is None:
            remove(made.file)


def _finish(target: Home, making: Home) -> None:
    """Give what was made its names, both or neither."""
    with ExitStack() as undoing:
        for (_, new), (_, made) in zip(_halves(target), _halves(making), strict=True):
            if new.url is None:
                made.file.replace(new.file)
                undoing.callback(new.file.unlink, missing_ok=True)
        undoing.pop_all()


async def _refuse_running(database: Database) -> None:
    """Raise `AttacheError` while a process of the bot uses a shared database."""
    if not database.is_shared:
        return
    rows = await database.read(
        "SELECT count(*) FROM attache_community.processes"
        " WHERE seen_at > clock_timestamp() - make_interval(secs => $1)",
        _HEARD_SECONDS,
    )
    if rows[0][0]:
        raise AttacheError(
            f"The bot runs over this database (processes: {rows[0][0]}); stop it first, so that "
            "nothing is left behind."
        )
