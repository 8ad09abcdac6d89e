"""One process at a time writes to a state folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from bot.library.errors import StateInUse, StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path


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
                f"The state folder {self._holder.parent} is in use by process "
                f"{self._held_by()}; stop that one first, or give this one another folder "
                "(ATTACHE_STATE)."
            ) from None
        except OSError as error:
            self._lock.release()
            raise StoreUnusable(
                f"The state folder {self._holder.parent} cannot be written "
                f"({error.strerror}); give the bot a folder of its own (ATTACHE_STATE)."
            ) from None

    def release(self) -> None:
        """Let the folder go; harmless when it is not held."""
        if self._lock.is_locked:
            self._holder.unlink(missing_ok=True)
            self._lock.release()

    def _held_by(self) -> str:
        try:
            return self._holder.read_text(encoding="utf-8").strip() or "?"
        except OSError:
            return "?"
