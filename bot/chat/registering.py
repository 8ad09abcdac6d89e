"""Giving Discord the commands, only when they are others than before."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import discord
import structlog

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
    digest = await _digest(client, servers)
    if await facts.get(_FACT) == digest:
        return
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


async def _digest(client: Attache, servers: tuple[int, ...]) -> str:
    translator = client.tree.translator
    assert translator is not None
    places = [None, *map(discord.Object, servers)]
    declared = [
        [
            await command.get_translated_payload(client.tree, translator)
            for command in client.tree.get_commands(guild=place)
        ]
        for place in places
    ]
    text = json.dumps([client.application_id, *places[1:], declared], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
