"""A budget for IDENTIFY: a thousand in 24 hours, and Discord resets the token.

https://discord.com/developers/docs/events/gateway#identifying
"""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import discord
import structlog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.cluster.interface import Cluster

_DAY = 86_400.0
_SHORT = 600.0
_FREE = 5
"""So many of a shard in ten minutes are not held back, for restarts that are meant."""
_LONGEST = 900.0
_MOST_A_DAY = 800


class IdentifyBudget:
    """Remembers in a file when this state folder's bot identified, over crashes too."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time, shards: int = 1) -> None:
        self._path = path
        self._free = _FREE * shards
        self._clock = clock

    def wait(self) -> float:
        """Return the seconds to wait before the next IDENTIFY.

        0 after the first five of each shard in ten minutes, then twice as long after each, a
        quarter of an hour at most; with 800 in a day, until the oldest of them is a day old.
        """
        now = self._clock()
        past = self._read(now)
        if len(past) >= _MOST_A_DAY:
            return past[-_MOST_A_DAY] + _DAY - now
        lately = sum(1 for each in past if each > now - _SHORT)
        if lately < self._free:
            return 0.0
        # Only so many matter, and two to the power of all there may be is more than a float holds.
        more = min(lately - self._free + 1, 16)
        return max(past[-1] + min(2.0**more, _LONGEST) - now, 0.0)

    def spend(self) -> None:
        """Remember that an IDENTIFY is sent now, as far as the file can be written."""
        now = self._clock()
        making = self._path.with_name(f"{self._path.name}.making")
        with suppress(OSError):
            making.write_text(json.dumps([*self._read(now), now]), encoding="utf-8")
            making.replace(self._path)

    def _read(self, now: float) -> list[float]:
        try:
            past = json.loads(self._path.read_text(encoding="utf-8"))
            return sorted(float(each) for each in past if now - _DAY < float(each) <= now)
        except (OSError, ValueError, TypeError):
            return []


class IdentifyGate:
    """Lets sessions with the gateway begin when neither budget nor other processes object."""

    def __init__(self, client: discord.Client, budget: IdentifyBudget, cluster: Cluster) -> None:
        self._client = client
        self._budget = budget
        self._cluster = cluster
        self._concurrency: int | None = None
        self._log = structlog.get_logger("attache.chat")

    async def passed(self, shard: int | None) -> None:
        """Wait until a session may begin, which counts."""
        wait = await asyncio.to_thread(self._budget.wait)
        if wait:
            self._log.warning("many sessions were begun lately: waiting", seconds=round(wait))
            await asyncio.sleep(wait)
        if shard is not None:
            await self._cluster.turn(shard % await self._max_concurrency())
        await asyncio.to_thread(self._budget.spend)

    async def _max_concurrency(self) -> int:
        """Return how many shards may begin within five seconds.

        https://discord.com/developers/docs/events/gateway#session-start-limit-object
        """
        if self._concurrency is None:
            told = await self._client.http.request(discord.http.Route("GET", "/gateway/bot"))
            self._concurrency = max(int(told["session_start_limit"]["max_concurrency"]), 1)
        return self._concurrency
