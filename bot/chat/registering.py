"""Giving Discord the commands, only when they are others than before."""

from __future__ import annotations

import asyncio
import hashlib
import json
from typing import TYPE_CHECKING

import discord
import structlog

from bot.chat.languages import catalogues

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.community.facts import Facts

_FACT = "commands"


async def register_if_changed(client: Attache, facts: Facts, servers: tuple[int, ...]) -> None:
    """Give Discord the commands, unless ``facts`` tell that it was given the same ones before.

    Registering is limited to 200 a day
    (https://discord.com/developers/docs/interactions/application-commands#registering-a-command).
    """
    log = structlog.get_logger("attache.chat")
    digest = await asyncio.to_thread(_digest, client, servers)
    if await facts.get(_FACT) == digest:
        return
    await asyncio.to_thread(client.languages.load)
    await client.tree.sync()
    for server in servers:
        try:
            await client.tree.sync(guild=discord.Object(server))
        except discord.Forbidden:
            log.warning(
                "no admin commands there: the bot is no member of that server", server=server
            )
    await facts.put(_FACT, digest)
    log.info("commands registered")


def _digest(client: Attache, servers: tuple[int, ...]) -> str:
    """Return what tells the commands from others, without translating them.

    The catalogues stand for the translations; only to read them would take longer than all else
    that is done before the gateway is connected.
    """
    places = [None, *map(discord.Object, servers)]
    declared = [
        [command.to_dict(client.tree) for command in client.tree.get_commands(guild=place)]
        for place in places
    ]
    text = json.dumps([client.application_id, *places[1:], declared], sort_keys=True, default=str)
    digest = hashlib.sha256(text.encode())
    for catalogue in catalogues():
        digest.update(catalogue)
    return digest.hexdigest()
