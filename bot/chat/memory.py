"""What each person asked last in each channel, for a while, so that they can follow up."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeAlias

from cachetools import TTLCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.model import Context

SECONDS = 15 * 60
_MOST = 10_000

Where: TypeAlias = "tuple[int, int | None]"
"""A person's and a channel's id."""


class Memory:
    """Remembers the last `bot.model.Context` of 10,000 people and channels for 15 minutes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._contexts: TTLCache[Where, Context] = TTLCache(_MOST, SECONDS, clock)

    def recall(self, where: Where) -> Context | None:
        """Return what was asked last there, None where that was nothing or too long ago."""
        return self._contexts.get(where)

    def remember(self, where: Where, context: Context | None) -> None:
        """Remember what was asked; a question without a known word is forgotten."""
        if context is None:
            self._contexts.pop(where, None)
        else:
            self._contexts[where] = context
