"""The bot over several shards of the gateway, for more than some 2,000 servers."""

from __future__ import annotations

import discord

from bot.chat.client import Attache


class ShardedAttache(Attache, discord.AutoShardedClient):
    """`Attache`, with as many connections as the process runs shards."""
