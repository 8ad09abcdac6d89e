"""Opening the configured library for a command, beside a running bot where that may be."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from bot.app import make_shelf
from bot.console.failures import ExitCode, Failure, quiet_settings
from bot.console.text import problems_as_text
from bot.library.errors import StateInUse
from bot.library.library import Library
from bot.library.passing import opened
from bot.library.uploads import Rejected

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.library.shelf import Shelf

_T = TypeVar("_T")


def configured_shelf() -> Shelf:
    """Return where the settings say that the library is; raise `SettingsError`."""
    return make_shelf(quiet_settings())


def read(work: Callable[[Library], Awaitable[_T]]) -> _T:
    """Return what ``work`` does with the library, changing nothing, beside a running bot too."""

    async def do() -> _T:
        async with opened(configured_shelf()) as library:
            return await work(library)

    return asyncio.run(do())


def change(work: Callable[[Library], Awaitable[_T]], in_discord: str = "") -> _T:
    """Return what ``work`` does that changes the collection; raise `StateInUse` beside a bot.

    There, the command ``in_discord`` does it instead. A shared database is changed beside it: the
    bot follows.
    """
    beside = f"if that is the bot, use {in_discord} in Discord; else wait until it is done"
    try:
        return asyncio.run(done_to(configured_shelf(), work, beside if in_discord else ""))
    except Rejected as error:
        raise Failure(
            "Not added. Please fix this:\n" + problems_as_text(error.problems), ExitCode.PROBLEMS
        ) from None


async def done_to(shelf: Shelf, work: Callable[[Library], Awaitable[_T]], beside: str = "") -> _T:
    """Return what ``work`` does with the library, showing how far it is.

    Raises `StateInUse`, which says what to do ``beside`` the process that holds the folder, and
    `Failure` where it is interrupted; what was too far gone for that is seen through.
    """
    from bot.console.progress import with_progress  # noqa: PLC0415 - rich takes long to import

    try:
        async with opened_to_change(shelf) as library:
            doing = asyncio.ensure_future(work(library))
            try:
                return await with_progress(doing, lambda: library.progress)
            except asyncio.CancelledError:
                library.give_up()
                await asyncio.wait({doing})
                if doing.exception() is None:
                    return doing.result()
                raise
    except StateInUse as error:
        if beside:
            raise StateInUse(error.where, beside) from None
        raise
    except asyncio.CancelledError:
        raise Failure("Stopped; nothing was changed.", ExitCode.INTERRUPTED) from None


@asynccontextmanager
async def opened_to_change(shelf: Shelf) -> AsyncIterator[Library]:
    """Give a library to change; beside a running bot only where others can follow."""
    try:
        library = await Library.open(shelf, load_if_empty=False)
    except StateInUse:
        if not shelf.url:
            raise
        library = await Library.open(shelf, load_if_empty=False, indexes=False)
    try:
        yield library
    finally:
        await library.close()
