"""Whether the gateway is there: discord.py notices only a socket on which nothing comes at all."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import Iterator

    import discord
    from discord.gateway import DiscordWebSocket

_LOOK_SECONDS = 0.5
_MISSED = 2
_GRACE_SECONDS = 1.0
_ZOMBIE = 4000
"""Any code but 1000 and 1001, so that the session can be resumed
(https://discord.com/developers/docs/events/gateway#sending-heartbeats)."""


class Heartbeats:
    """Reads how long ago each shard's heartbeat was acknowledged, and ends dead connections."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._log = structlog.get_logger("attache.chat")

    def age(self) -> float | None:
        """Return the seconds since the slowest shard's last one, None while a shard is away."""
        beats = [_last_beat(socket) for socket in self._sockets()]
        known = [beat[0] for beat in beats if beat is not None]
        return max(known) if known and len(known) == len(beats) else None

    async def watch(self) -> None:
        """Close every connection that left two heartbeats unanswered, until cancelled.

        discord.py then resumes the session; a connection that carries events but no
        acknowledgements it would keep for good.
        """
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            for socket in self._sockets():
                beat = _last_beat(socket)
                if socket is None or beat is None:
                    continue
                age, interval = beat
                if age > _MISSED * interval + _GRACE_SECONDS:
                    self._log.warning("the gateway stopped answering", seconds=round(age, 1))
                    await socket.close(_ZOMBIE)

    def _sockets(self) -> Iterator[DiscordWebSocket | None]:
        for shard in getattr(self._client, "shard_ids", None) or [0]:
            try:
                yield self._client._get_websocket(shard_id=shard)  # noqa: SLF001 - nothing else tells
            except KeyError:  # not yet connected
                yield None


def _last_beat(socket: DiscordWebSocket | None) -> tuple[float, float] | None:
    """Return the age of the last acknowledgement and the interval, in seconds."""
    keeper = socket and socket._keep_alive  # noqa: SLF001 - nothing else tells
    if not socket or not keeper or not socket.open or socket.session_id is None:
        return None
    age = time.perf_counter() - keeper._last_ack  # noqa: SLF001
    return max(age, 0.0), keeper.interval or float("inf")
