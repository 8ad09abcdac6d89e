"""Connecting to the gateway, though the very first attempt fails."""

from __future__ import annotations

import asyncio

import discord
import structlog

_AGAIN_SECONDS = 3.0


class PersistentClient(discord.Client):
    """A client whose first connection may fail as any later one may.

    discord.py goes on with the session that it had before, and breaks where it had none yet:
    ``Client.connect`` reads attributes of ``Client.ws``, which is None until one connection began.
    Several shards begin in another way, which does not break.
    """

    async def connect(self, *, reconnect: bool = True) -> None:
        """Hold the connection until the client is closed; raise what discord.py raises."""
        while not self.is_closed():
            try:
                await super().connect(reconnect=reconnect)
            except AttributeError:
                begun: object = self.ws  # None, whatever the annotation says
                if isinstance(self, discord.AutoShardedClient) or begun is not None:
                    raise
                log = structlog.get_logger("attache.chat")
                log.warning("the gateway cannot be reached: trying again", seconds=_AGAIN_SECONDS)
                await asyncio.sleep(_AGAIN_SECONDS)
