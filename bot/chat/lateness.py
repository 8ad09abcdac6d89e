"""How long ago something happened on Discord, by Discord's clock."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from collections.abc import Callable

DEADLINE_SECONDS = 3.0
"""Discord takes no first response to an interaction after that
(https://discord.com/developers/docs/interactions/receiving-and-responding)."""


class Lateness:
    """Tells how late things come, though this machine's clock may be wrong.

    The quickest that ever came is taken to have come at once, which is as much as can be known
    where the two clocks differ.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._quickest = float("inf")

    def seconds(self, snowflake: int) -> float:
        """Return the seconds since the moment that an id was given."""
        seen = self._clock() - discord.utils.snowflake_time(snowflake).timestamp()
        self._quickest = min(self._quickest, seen)
        return seen - self._quickest
