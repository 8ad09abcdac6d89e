"""Giving Discord the commands, for everywhere and for single servers, only when they changed."""

from __future__ import annotations

import asyncio
import hashlib
import json
from typing import TYPE_CHECKING

import discord
import structlog

from bot.chat.languages.languages import catalogues

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.chat.client import Attache
    from bot.community.facts import Facts

_FACT = "commands"


async def register_if_changed(client: Attache, facts: Facts, servers: Collection[int]) -> None:
    """Give Discord the commands, unless ``facts`` tell that it was given the same ones before.

    Servers that were given commands of their own, and are not among ``servers`` now, lose them.
    Registering is limited to 200 a day
    (https://discord.com/developers/docs/interactions/application-commands#registering-a-command).
    """
    named = {_fact(server) for server in servers}
    for fact in await facts.names(_fact("")):
        if fact not in named:
            await _take_away(client, facts, fact)
    for server in (None, *servers):
        digest = await asyncio.to_thread(_digest, client, server)
        if await facts.get(_fact(server)) != digest:
            await _register(client, facts, server, digest)


async def register_on(client: Attache, facts: Facts, server: int) -> None:
    """Give a server that the bot just joined the commands of its own, whatever it had before."""
    digest = await asyncio.to_thread(_digest, client, server)
    await _register(client, facts, server, digest)


async def _register(client: Attache, facts: Facts, server: int | None, digest: str) -> None:
    """Give Discord the commands of one place, and remember that where Discord took them."""
    log = structlog.get_logger("attache.chat")
    await asyncio.to_thread(client.languages.load)
    if server is None:
        await client.tree.sync()
    else:
        log = log.bind(server=server)
        try:
            await client.tree.sync(guild=discord.Object(server))
        except (discord.Forbidden, discord.NotFound):
            log.warning("no admin commands there: the bot is no member of that server")
            return
    await facts.put(_fact(server), digest)
    log.info("commands registered")


async def _take_away(client: Attache, facts: Facts, fact: str) -> None:
    """Leave a server, of which a ``fact`` tells, without commands of its own."""
    server = int(fact.removeprefix(_fact("")))
    try:
        # The tree has none for a server that is not named.
        await client.tree.sync(guild=discord.Object(server))
    except (discord.Forbidden, discord.NotFound):
        # Nobody is offered anything there; a start after the bot was added again sees to it.
        return
    await facts.remove(fact)
    structlog.get_logger("attache.chat").info("commands taken away", server=server)


def _fact(server: int | str | None) -> str:
    return _FACT if server is None else f"{_FACT} {server}"


def _digest(client: Attache, server: int | None) -> str:
    """Return what tells the commands of a place from others, without translating them.

    The catalogues stand for the translations; only to read them would take longer than all else
    that is done before the gateway is connected.
    """
    place = None if server is None else discord.Object(server)
    declared = [command.to_dict(client.tree) for command in client.tree.get_commands(guild=place)]
    text = json.dumps([client.application_id, declared], sort_keys=True, default=str)
    digest = hashlib.sha256(text.encode())
    for catalogue in catalogues():
        digest.update(catalogue)
    return digest.hexdigest()
