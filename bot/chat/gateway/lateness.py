"""How long ago something happened on Discord, by Discord's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from collections.abc import Callable

DEADLINE_SECONDS = 3.0
"""Discord takes no first response to an interaction after that
(https://discord.com/developers/docs/interactions/receiving-and-responding)."""


_REMEMBERED_SECONDS = 1_800.0
"""Clocks that nothing sets right go some seconds a day apart, which is nothing in half an hour."""


class Lateness:
    """Tells how late things come, though this machine's clock may be wrong.

    The quickest that came of late is taken to have come at once, which is as much as can be known
    where the two clocks differ. The ``clock`` may begin anywhere, but should not jump.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._quickest = self._quickest_before = float("inf")
        self._since = clock()

    def seconds(self, snowflake: int) -> float:
        """Return the seconds since the moment that an id was given."""
        now = self._clock()
        seen = now - discord.utils.snowflake_time(snowflake).timestamp()
        if now - self._since > _REMEMBERED_SECONDS:
            self._quickest_before, self._quickest = self._quickest, float("inf")
            self._since = now
        self._quickest = min(self._quickest, seen)
        return seen - min(self._quickest, self._quickest_before)
