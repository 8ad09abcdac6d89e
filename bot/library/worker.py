"""The other process: reads sources or builds an index, so that answers do not wait for it.

It is started by `bot.library.apart`, which writes what there is to do to its standard input, and
reads from its standard output. Everything is pickled, and goes between our own two processes only.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import TYPE_CHECKING, Any

from bot.library.batches import batches
from bot.library.readers import read
from bot.library.rows import briefing_of
from bot.library.tasks import LENGTH, Build, Read
from bot.search.index.building import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Briefing

_NICENESS = 10


def main() -> None:
    """Do what the first pickle on standard input asks for."""
    # On Windows Ctrl-C is heard here, too; elsewhere this process is in a group of its own.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        # Answers come first, where there are fewer processors than work.
        os.nice(_NICENESS)
    try:
        _work()
    except (BrokenPipeError, EOFError, pickle.UnpicklingError):
        # The bot is gone, maybe in the midst of a word, and nobody wants to know any more. Its pipe
        # must not be flushed again.
        os._exit(1)


def _work() -> None:
    task: Build | Read = pickle.load(sys.stdin.buffer)  # noqa: S301 - see above
    if isinstance(task, Read):
        _read(task)
    else:
        _build(task)


def _read(task: Read) -> None:
    for batch in batches(read(task.data, task.limits, task.beside)):
        _send(batch)


def _build(task: Build) -> None:
    try:
        build(task.folder, _briefings(), task.edition, task.aliases, _send)
    except (OSError, ValueError) as error:
        _send(error)
    else:
        _send(None)


def _briefings() -> Iterator[Briefing]:
    """Yield what comes in, batch by batch, up to an empty one."""
    while batch := pickle.load(sys.stdin.buffer):  # noqa: S301 - see above
        yield from map(briefing_of, batch)


def _send(value: Any) -> None:
    pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.write(LENGTH.pack(len(pickled)) + pickled)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
