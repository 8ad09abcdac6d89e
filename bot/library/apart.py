"""Long work in a process of its own: reading many sources, and building a large index.

In a thread it would hold Python's one lock again and again, and answers would wait for it.
"""

from __future__ import annotations

import asyncio
import pickle
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from bot.library.tasks import LENGTH

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncGenerator, AsyncIterator, Callable

    from bot.library.batches import Batch
    from bot.library.tasks import Build, Read

_RUN = (
    "import runpy, sys; sys.path[:] = sys.argv[2:]; runpy.run_module(sys.argv[1], None, '__main__')"
)


def command_for(module: str) -> list[str]:
    """Return what runs a module of ours by the Python that runs this, with what that imports.

    With ``-m`` alone the working directory would come first, and with it whatever else is called
    ``bot`` there.
    """
    return [sys.executable, "-P", "-c", _RUN, module, *sys.path]


async def read_apart(task: Read) -> AsyncGenerator[Batch]:
    """Yield what `bot.library.readers.read` yields; raise ``OSError``."""
    async with _process(task) as process:
        while (batch := await _received(process)) is not _END:
            yield batch
        await process.wait()
        if process.returncode:
            raise OSError(f"the reading process ended with {process.returncode}")


async def build_apart(
    task: Build, batches: AsyncIterator[list[tuple[Any, ...]]], progress: Callable[[int], None]
) -> None:
    """Do what `bot.search.index.building.build` does; raise ``OSError`` or ``ValueError``.

    The ``batches`` are rows of `bot.library.rows.COLUMNS`, of which the process makes briefings.
    """
    async with _process(task) as process:
        sending = asyncio.create_task(_send_all(process, batches))
        try:
            while isinstance(said := await _received(process), int):
                progress(said)
        finally:
            sending.cancel()
            await asyncio.wait({sending})
        if isinstance(said, Exception):
            raise said
        if not sending.cancelled() and (failed := sending.exception()):
            raise failed
        if said is _END:
            raise OSError("the process that builds it ended before it was done")


_END = object()


@asynccontextmanager
async def _process(task: Build | Read) -> AsyncIterator[Process]:
    """Give a process that does ``task``; it does not outlive this."""
    process = await asyncio.create_subprocess_exec(
        *command_for("bot.library.worker"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        # Who presses Ctrl-C means the bot, which ends this process when it needs it no more.
        process_group=0,
    )
    try:
        await _send(process, task)
        yield process
    finally:
        _end(process)
        # Its end is not noticed before all that it said is read.
        await process.communicate()


def _end(process: Process) -> None:
    if process.returncode is None:
        process.kill()


async def _send_all(process: Process, batches: AsyncIterator[list[Any]]) -> None:
    try:
        async for batch in batches:
            await _send(process, batch)
        await _send(process, [])
    except BaseException:
        # It would wait for the rest for ever, and who listens to it would wait with it.
        _end(process)
        raise


async def _send(process: Process, value: Any) -> None:
    assert process.stdin is not None
    process.stdin.write(await asyncio.to_thread(pickle.dumps, value, pickle.HIGHEST_PROTOCOL))
    try:
        await process.stdin.drain()
    except (BrokenPipeError, ConnectionResetError):
        raise OSError("the process that works on it ended early") from None


async def _received(process: Process) -> Any:
    """Return what the process says next, `_END` where it says nothing more."""
    assert process.stdout is not None
    try:
        (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
        pickled = await process.stdout.readexactly(length)
    except asyncio.IncompleteReadError:
        return _END
    return await asyncio.to_thread(pickle.loads, pickled)
