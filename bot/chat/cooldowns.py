"""How often people may ask: so many questions a minute, of one person and in one channel."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cachetools import TTLCache
from discord.app_commands import Cooldown

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

_SECONDS = 60.0
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Pace:
    """Questions a minute of one person, and in one channel of all together; 0 for no limit."""

    person: int
    channel: int
    spares_moderators: bool = True


class Cooldowns:
    """Counts questions, of 20,000 people and channels at the most."""

    def __init__(self, pace: Pace, clock: Callable[[], float] = time.time) -> None:
        self._pace = pace
        self._clock = clock
        self._buckets: TTLCache[tuple[str, int], Cooldown] = TTLCache(_MOST, 2 * _SECONDS, clock)
        self._told: TTLCache[int, bool] = TTLCache(_MOST, _SECONDS, clock)

    def seconds_left(
        self, person: int, channel: int | None, permissions: discord.Permissions | None = None
    ) -> int:
        """Return in how many seconds ``person`` may ask again, 0 for at once, which counts."""
        if self._pace.spares_moderators and permissions and permissions.manage_messages:
            return 0
        now = self._clock()
        buckets = [self._bucket("person", person, self._pace.person)]
        if channel is not None:
            buckets.append(self._bucket("channel", channel, self._pace.channel))
        limited = [each for each in buckets if each]
        waits = [each.get_retry_after(now) for each in limited if not each.get_tokens(now)]
        if waits:
            return max(1, math.ceil(max(waits)))
        for each in limited:
            each.update_rate_limit(now)
        return 0

    def is_told(self, person: int) -> bool:
        """Tell whether a person was told lately, and remember that they are now."""
        told = person in self._told
        self._told[person] = True
        return told

    def _bucket(self, kind: str, key: int, rate: int) -> Cooldown | None:
        if not rate:
            return None
        found = self._buckets.get((kind, key))
        if found is None:
            found = self._buckets[kind, key] = Cooldown(rate, _SECONDS)
        return found


def slower(seconds: int) -> str:
    """Return what to say to somebody who asks too fast."""
    unit = "second" if seconds == 1 else "seconds"
    return f"That was a lot of questions. Please ask again in {seconds} {unit}."
