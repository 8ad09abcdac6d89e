"""Opening the configured library for a command, beside a running bot where that may be."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from bot.app import make_shelf
from bot.console.failures import ExitCode, Failure
from bot.console.loading import quiet_settings
from bot.console.signals import run_tidying_up
from bot.console.text import report_as_text
from bot.errors import StateInUse
from bot.library.library import Library
from bot.library.opening import opened, temporary_library
from bot.library.uploads import Rejected

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.library.shelf import Shelf

_T = TypeVar("_T")
_IN_DISCORD = (
    "if that is the running bot, do it there, with /admin in Discord (`load` is /admin reload), "
    "else wait until that process is done, or stop it"
)


def configured_shelf() -> Shelf:
    """Return where the settings say that the library is; raise `SettingsError`."""
    return make_shelf(quiet_settings())


def read(work: Callable[[Library], Awaitable[_T]], shelf: Shelf | None = None) -> _T:
    """Return what ``work`` does with the library, changing nothing, beside a running bot too.

    The library is the configured one, or that of the ``shelf``.
    """

    async def do() -> _T:
        async with opened(shelf or configured_shelf()) as library:
            return await work(library)

    return run_tidying_up(do())


def change(work: Callable[[Library], Awaitable[_T]], *, instead: str = _IN_DISCORD) -> _T:
    """Return what ``work`` does that changes the collection.

    Raises `StateInUse` beside a bot, which says what to do ``instead``. A shared database is
    changed beside it: the bot follows.
    """
    try:
        return run_tidying_up(_done_to(configured_shelf(), work, instead))
    except Rejected as error:
        lines = ["Not added. Please fix this:", *map(str, error.problems)]
        raise Failure("\n".join(lines), ExitCode.PROBLEMS) from None


async def _done_to(shelf: Shelf, work: Callable[[Library], Awaitable[_T]], instead: str) -> _T:
    """Return what ``work`` does with the library, showing how far it is.

    Raises `Failure` where it is interrupted; what was too far gone for that is seen through.
    """
    from bot.console.progress import with_progress  # noqa: PLC0415 - rich takes long to import

    try:
        async with _opened_to_change(shelf, instead) as library:
            doing = asyncio.ensure_future(work(library))
            try:
                return await with_progress(doing, lambda: library.progress)
            except asyncio.CancelledError:
                library.give_up()
                await asyncio.wait({doing})
                if doing.exception() is None:
                    return doing.result()
                raise
    except asyncio.CancelledError:
        raise Failure("Stopped; nothing was changed.", ExitCode.INTERRUPTED) from None


@asynccontextmanager
async def _opened_to_change(shelf: Shelf, instead: str) -> AsyncIterator[Library]:
    """Give a library to change; beside a running bot only where others can follow."""
    try:
        library = await Library.open(shelf, load_if_empty=False)
    except StateInUse as error:
        if not shelf.url:
            # With another folder it would be done to other briefings than the bot's.
            raise StateInUse(error.held, instead) from None
        library = await Library.open(shelf, load_if_empty=False, indexes=False)
    try:
        yield library
    finally:
        await library.close()


@asynccontextmanager
async def opened_to_ask(shelf: Shelf, *, of_data: bool) -> AsyncIterator[Library]:
    """Yield a library: of the data alone, or the configured one, beside a running bot too."""
    if of_data:
        async with temporary_library(shelf) as library:
            if library.last_reload and library.last_reload.refused:
                raise Failure(report_as_text(library.last_reload), ExitCode.PROBLEMS)
            yield library
        return
    async with opened(shelf, load_if_empty=True) as library:
        yield library
