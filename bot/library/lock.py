"""One process at a time writes to a state folder."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from bot.errors import StateInUse, StateShut, StoreUnusable
from bot.library.files import FULL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SHUT = {errno.EACCES, errno.EPERM, errno.EROFS, *FULL}


class StateLock:
    """Holds a state folder until it is released; the system releases it when a process dies."""

    def __init__(self, state: Path) -> None:
        # Taken and released in whichever worker thread is free, so it must not be a thread's own.
        self._lock = FileLock(state / "lock", blocking=False, thread_local=False)
        self._holder = state / "holder"

    def acquire(self) -> None:
        """Take the folder; raise `StateInUse` naming the process that has it."""
        try:
            self._lock.acquire()
            self._holder.write_text(str(os.getpid()), encoding="utf-8")
        except Timeout:
            raise StateInUse(
                f"The state folder {self._holder.parent} is in use by process {self._held_by()}",
                "stop that one first, or give this one another folder (ATTACHE_STATE)",
            ) from None
        except OSError as error:
            self._lock.release()
            kind = StateShut if error.errno in _SHUT else StoreUnusable
            what_to_do = (
                "give the user that runs the bot the right to write it and all that is in it"
            )
            if error.errno in FULL:
                what_to_do = "make room there"
            raise kind(
                f"The state folder {self._holder.parent} cannot be written ({error.strerror}); "
                f"{what_to_do}."
            ) from None

    def release(self) -> None:
        """Let the folder go; harmless when it is not held."""
        if self._lock.is_locked:
            self._holder.unlink(missing_ok=True)
            self._lock.release()

    def _held_by(self) -> str:
        try:
            return self._holder.read_text(encoding="utf-8", errors="replace").strip() or "?"
        except OSError:
            return "?"


@contextmanager
def held_to_read(state: Path) -> Iterator[None]:
    """Keep a folder that may only be read from being taken by who may write it, while it is read.

    Where that process has it already, nothing is kept: it writes so that others can read.
    """
    if sys.platform == "win32":
        yield  # a lock there is of the one who may write
        return
    import fcntl  # noqa: PLC0415 - there is none elsewhere

    try:
        opened = os.open(state / "lock", os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        with suppress(OSError):
            fcntl.flock(opened, fcntl.LOCK_SH | fcntl.LOCK_NB)
        yield
    finally:
        os.close(opened)
