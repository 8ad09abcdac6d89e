"""What was asked last, for a while, so that people can follow up."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeAlias

from cachetools import TTLCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.model import Context

SECONDS = 15 * 60
_MOST = 20_000

Where: TypeAlias = "tuple[int, int | None] | int | None"
"""A person's and a channel's id, or the id of a message of the bot; None stands for no place."""


class Memory:
    """Remembers the last `bot.model.Context` of 20,000 people or messages for 15 minutes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._contexts: TTLCache[Where, tuple[int, Context]] = TTLCache(_MOST, SECONDS, clock)

    def recall(self, where: Where) -> Context | None:
        """Return what was asked last there, None where that was nothing or too long ago."""
        _, context = self._contexts.get(where, (0, None))
        return context

    def remember(self, where: Where, context: Context | None, person: int) -> None:
        """Remember what a person asked; a question without a known word is forgotten."""
        if context is None or where is None:
            self._contexts.pop(where, None)
        else:
            self._contexts[where] = person, context

    def forget(self, person: int) -> None:
        """Forget all that a person asked."""
        for where in [key for key, (who, _) in self._contexts.items() if who == person]:
            self._contexts.pop(where, None)
