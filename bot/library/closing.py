"""Ending what takes long when the library is closed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.errors import ReloadRunning

if TYPE_CHECKING:
    from bot.library.store import Store

_PATIENCE_SECONDS = 3.0
"""A database that is there answers sooner, unless what it was asked for takes long."""


class Closing:
    """Tells a reload that it is to be given up as soon as nothing can be left half done.

    One that waits for a shared database, which may never answer, is ended after a few seconds.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ending: asyncio.TimerHandle | None = None

    @property
    def has_begun(self) -> bool:
        """Tell whether the library is being closed."""
        return self._ending is not None

    def begin(self) -> None:
        """Have everything given up from now on."""
        if self._ending is None:
            loop = asyncio.get_running_loop()
            self._ending = loop.call_later(_PATIENCE_SECONDS, self._store.give_up)

    def end(self) -> None:
        """Leave the database alone: nothing waits for it any more."""
        if self._ending:
            self._ending.cancel()

    def check(self) -> None:
        """Raise `ReloadRunning` where the library is being closed."""
        if self.has_begun:
            raise ReloadRunning("The reload was given up: the bot is shutting down.")
