"""Running the bot on Discord: start, signals, stop."""

from __future__ import annotations

import asyncio
import signal
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog
import yarl

from bot.app import (
    backing_up,
    connected,
    make_client,
    make_shelf,
    open_community,
    telling,
    watching,
)
from bot.console.failures import ExitCode, Failure
from bot.health import Health
from bot.library.library import Library
from bot.metrics import Metrics
from bot.supervised import supervised

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.chat.client import Attache
    from bot.settings import Loaded, Settings

_HOW_TO_START = (
    "No token is set. Make an application at https://discord.com/developers/applications, copy "
    "the token from its Bot page and put ATTACHE_TOKEN=… into .env. To try the bot without one: "
    "make try"
)


async def run_bot(loaded: Loaded) -> None:
    """Run until SIGTERM or SIGINT; raise `Failure` where Discord cannot be used."""
    settings = loaded.settings
    if settings.token is None:
        raise Failure(_HOW_TO_START, ExitCode.SETTINGS)
    use_addresses(settings)
    library = await Library.open(make_shelf(loaded))
    try:
        async with open_community(loaded) as community, watching(loaded, library):
            metrics = Metrics()
            client = make_client(loaded, library, community, metrics)
            health = Health(library, community, client, metrics)
            async with (
                _served(health, settings),
                backing_up(loaded, metrics),
                supervised(client.logged_in),
                telling(client),
                connected(client),
            ):
                await _until_stopped(client, settings.token.get_secret_value())
    finally:
        await library.close()


@asynccontextmanager
async def _served(health: Health, settings: Settings) -> AsyncIterator[None]:
    try:
        async with health.serving(settings.health_port, settings.state):
            yield
    except OSError as error:
        raise Failure(
            f"Health cannot be served on port {settings.health_port} ({error.strerror}); choose "
            "another ATTACHE_HEALTH_PORT, or 0 for none.",
            ExitCode.NETWORK,
        ) from None


def use_addresses(settings: Settings) -> None:
    """Send REST and gateway traffic to the addresses in the settings, where they are given.

    discord.py keeps both as class attributes and offers no other way.
    """
    if settings.discord_api_url:
        discord.http.Route.BASE = str(settings.discord_api_url).rstrip("/")
    if settings.discord_gateway_url:
        address = yarl.URL(str(settings.discord_gateway_url))
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = address


async def _until_stopped(client: Attache, token: str) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, stop.set)
    running = asyncio.create_task(_connected(client, token))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        structlog.get_logger("attache").info("stopping")
        await client.finish()
        await client.close()
    await running


async def _connected(client: Attache, token: str) -> None:
    try:
        async with client:
            await client.start(token)
    except discord.LoginFailure:
        raise Failure(
            "Discord does not accept the token. Copy it again from the Bot page of your "
            "application (https://discord.com/developers/applications) into ATTACHE_TOKEN.",
            ExitCode.TOKEN,
        ) from None
    except discord.PrivilegedIntentsRequired:
        raise Failure("Discord refuses the intents the bot asks for.", ExitCode.TOKEN) from None
    except (aiohttp.ClientError, OSError) as error:
        raise Failure(
            f"Discord cannot be reached ({error}). Check the network and, where it is set, "
            "ATTACHE_DISCORD_API_URL.",
            ExitCode.NETWORK,
        ) from None
    except (discord.HTTPException, discord.GatewayNotFound) as error:
        raise Failure(f"Discord answers with an error: {error}.", ExitCode.NETWORK) from None
