"""Being told to stop: by SIGTERM, by Ctrl-C, or by a terminal that is closed."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

_T = TypeVar("_T")


class Stopped(Exception):
    """The process was told to stop before the work was done."""


def told_to_stop() -> asyncio.Event:
    """Return what is set once the process is told to stop; that ends it in no other way now.

    To be called as soon as the event loop runs: until then signals do what they always do.
    """
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in _stopping():
        with suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, told.set)
    return told


async def unless(told: asyncio.Event, work: Coroutine[Any, Any, _T]) -> _T:
    """Return what the ``work`` gives; end it where ``told`` is set before, and raise `Stopped`."""
    working = asyncio.create_task(work)
    stopping = asyncio.create_task(told.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        working.cancel()
        await asyncio.wait({working, stopping})
    if working.cancelled():
        raise Stopped
    return working.result()  # it may have been too far gone to be ended


def _stopping() -> list[signal.Signals]:
    """Return the signals that end the bot as if it was told to, a closed terminal's among them.

    Under ``nohup`` it is to outlive its terminal.
    """
    told = [signal.SIGTERM, signal.SIGINT]
    hung_up: signal.Signals | None = getattr(signal, "SIGHUP", None)  # none on Windows
    if hung_up and signal.getsignal(hung_up) is not signal.SIG_IGN:
        told.append(hung_up)
    return told
