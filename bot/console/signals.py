"""Being ended by others than Ctrl-C: a command tidies up all the same."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator
    from types import FrameType

_T = TypeVar("_T")


@contextmanager
def tidying_up() -> Iterator[None]:
    """Let SIGTERM, and a terminal that is closed, do inside what Ctrl-C does, and end it then.

    The process dies of the signal after all, so that whoever sent it sees that.
    """
    came: list[int] = []

    def interrupt(number: int, frame: FrameType | None) -> None:
        came.append(number)
        handler = signal.getsignal(signal.SIGINT)
        if isinstance(handler, _Ignoring):
            handler.heeding(signal.SIGINT, frame)
        elif handler is signal.SIG_IGN:
            raise KeyboardInterrupt
        else:
            signal.raise_signal(signal.SIGINT)

    before = {number: signal.getsignal(number) for number in _ending()}
    for number in before:
        signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.signal(came[0], signal.SIG_DFL)
            os.kill(os.getpid(), came[0])


def run_tidying_up(work: Coroutine[Any, Any, _T]) -> _T:
    """Do as ``asyncio.run``, and be ended within `tidying_up` though Ctrl-C is ignored.

    Shells without job control have what they begin with ``&`` ignore it, and asyncio, which ends
    its work in good order on Ctrl-C alone, then does not even listen.
    """
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        return asyncio.run(work)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return asyncio.run(_ignoring_ctrl_c(work))
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


async def _ignoring_ctrl_c(work: Coroutine[Any, Any, _T]) -> _T:
    handler = signal.getsignal(signal.SIGINT)
    if callable(handler):
        signal.signal(signal.SIGINT, _Ignoring(handler))
    return await work


@dataclass(frozen=True, slots=True)
class _Ignoring:
    """Does nothing on a signal, and knows what would."""

    heeding: Callable[[int, FrameType | None], Any]

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Do nothing."""


def _ending() -> list[signal.Signals]:
    """Return what ends a process; under ``nohup`` it is to outlive its terminal."""
    hung_up: signal.Signals | None = getattr(signal, "SIGHUP", None)  # none on Windows
    found = [signal.SIGTERM, *([hung_up] if hung_up else [])]
    return [each for each in found if signal.getsignal(each) is signal.SIG_DFL]
