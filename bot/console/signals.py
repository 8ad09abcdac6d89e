"""Being ended by others than Ctrl-C: a command tidies up all the same."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


@contextmanager
def tidying_up() -> Iterator[None]:
    """Let SIGTERM, and a terminal that is closed, do inside what Ctrl-C does, and end it then.

    The process dies of the signal after all, so that whoever sent it sees that.
    """
    came: list[int] = []

    def interrupt(number: int, _frame: FrameType | None) -> None:
        came.append(number)
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


def _ending() -> list[signal.Signals]:
    """Return what ends a process; under ``nohup`` it is to outlive its terminal."""
    hung_up: signal.Signals | None = getattr(signal, "SIGHUP", None)  # none on Windows
    found = [signal.SIGTERM, *([hung_up] if hung_up else [])]
    return [each for each in found if signal.getsignal(each) is signal.SIG_DFL]
