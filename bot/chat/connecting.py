"""Connecting to the gateway, though the very first attempt fails, and being closed for good."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
import structlog

_AGAIN_SECONDS = 3.0


class PersistentClient(discord.Client):
    """A client whose first connection may fail as any later one may.

    discord.py goes on with the session that it had before, and breaks where it had none yet:
    ``Client.connect`` reads attributes of ``Client.ws``, which is None until one connection began.
    Several shards begin in another way, which does not break.

    And what happens two seconds after a session began, as the event ``ready`` does, may happen to a
    client that was closed meanwhile: then it is over.
    """

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Tell of an event, unless the client was closed."""
        if self.loop is not discord.utils.MISSING:
            super().dispatch(event, *args, **kwargs)

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
