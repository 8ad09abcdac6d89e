"""Saying in the log once what goes wrong again and again, and once more after a while."""

from __future__ import annotations

import time

_SELDOM_SECONDS = 600.0


class Seldom:
    """Says of what is tried again and again when it may be logged: what is new, or long ago."""

    def __init__(self) -> None:
        self._said: dict[str, float] = {}

    def may_say(self, what: str) -> bool:
        """Tell whether this may be said now, and remember it as said."""
        now = time.monotonic()
        self._said = {said: at for said, at in self._said.items() if now - at < _SELDOM_SECONDS}
        if what in self._said:
            return False
        self._said[what] = now
        return True

    def forget(self) -> None:
        """Forget what was said, as it is over: when it happens again, that is new."""
        self._said.clear()
