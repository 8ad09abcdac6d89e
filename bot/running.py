"""Running the bot on Discord: start, signals, stop."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING

import aiohttp
import discord
import psutil
import structlog
import yarl

from bot.app import (
    backing_up,
    connected,
    joined,
    make_client,
    make_cluster,
    make_shelf,
    open_community,
    registering,
    telling,
    watching,
)
from bot.backups import remove_unfinished
from bot.chat.client import Attache  # noqa: TC001 - now, and not when editions are open already
from bot.cluster.interface import State
from bot.console.failures import ExitCode, Failure
from bot.errors import StoreAway
from bot.health import Health, Told, latency_of
from bot.library.library import Library
from bot.meanwhile import meanwhile
from bot.metrics import Metrics
from bot.pauses import collect_at_rest, hand_over_soon
from bot.seldom import Seldom
from bot.stopping import Stopped, told_to_stop, unless
from bot.supervised import supervised

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.library.lock import StateLock
    from bot.library.shelf import Shelf
    from bot.settings import Loaded, Settings

_TRY_SECONDS = 3.0
_HOW_TO_START = (
    "No token is set. Make an application at https://discord.com/developers/applications, copy "
    "the token from its Bot page and put ATTACHE_TOKEN=… into .env. To try the bot without one: "
    "make try"
)
_NOT_ACCEPTED = (
    "Discord does not accept the token. Copy it again from the Bot page of your application "
    "(https://discord.com/developers/applications) into ATTACHE_TOKEN."
)
# https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
_CLOSED = {
    4004: (_NOT_ACCEPTED, ExitCode.TOKEN),
    4010: ("Discord knows no such shard; correct ATTACHE_SHARDS.", ExitCode.SETTINGS),
    4011: (
        "The bot is in so many servers that Discord asks for shards; set ATTACHE_SHARDS to as many "
        "as /gateway/bot says, for example 4.",
        ExitCode.SETTINGS,
    ),
}
"""What ends a session for good, as opposed to what it can be begun anew after."""


async def run_bot(loaded: Loaded) -> None:
    """Run until told to stop; raise `Failure` where Discord cannot be used."""
    if loaded.settings.token is None:
        raise Failure(_HOW_TO_START, ExitCode.SETTINGS)
    stop = told_to_stop()
    use_addresses(loaded.settings)
    hand_over_soon()
    ready = asyncio.Event()
    shelf = make_shelf(loaded)
    metrics = Metrics()
    told = Told(metrics)
    # Who looks at a bot that starts is told what it waits for; the folder is held before, as it
    # says where that is told.
    with suppress(Stopped):
        async with supervised(ready, stop), _held(shelf) as lock, _served(told, loaded.settings):
            library = await unless(stop, _opened(shelf, lock, told))
            try:
                await _run_with(loaded, library, metrics, told, ready, stop)
            finally:
                await library.close()


async def _run_with(
    loaded: Loaded,
    library: Library,
    metrics: Metrics,
    told: Told,
    ready: asyncio.Event,
    stop: asyncio.Event,
) -> None:
    """Run over an open library until ``stop`` is set; set ``ready`` once Discord knows the bot."""
    assert loaded.settings.token
    token = loaded.settings.token.get_secret_value()
    async with AsyncExitStack() as stack:
        told.wait("what people left with the bot is being opened")
        opening = stack.enter_async_context(open_community(loaded))
        community = await unless(stop, opening)
        cluster = make_cluster(loaded, library, community)
        client = make_client(loaded, library, community, metrics, cluster)
        told.by = health = Health(library, community, client, metrics)
        async with (
            joined(cluster, lambda: _state(client, library)),
            watching(loaded, library, cluster, metrics),
            meanwhile(health.tick()),
            backing_up(loaded, metrics, cluster, health),
            meanwhile(_pass_on(client.logged_in, ready)),
            registering(client),
            telling(client),
            connected(client),
            meanwhile(collect_at_rest(lambda: client.admission.workload.is_at_rest)),
        ):
            await _until(stop, client, token, told)


async def _pass_on(first: asyncio.Event, then: asyncio.Event) -> None:
    await first.wait()
    then.set()


@asynccontextmanager
async def _held(shelf: Shelf) -> AsyncIterator[StateLock]:
    """Hold the state folder, without what a kill left in it.

    Raises `StoreUnusable` or `StateInUse`.
    """
    lock = await asyncio.to_thread(shelf.hold)
    try:
        await asyncio.to_thread(remove_unfinished, shelf)
        yield lock
    finally:
        await asyncio.to_thread(lock.release)


async def _opened(shelf: Shelf, lock: StateLock, told: Told) -> Library:
    """Open the library, waiting for a database that is not there yet."""
    log = structlog.get_logger("attache")
    seldom = Seldom()
    told.wait("the briefings are being loaded")
    while True:
        try:
            return await Library.open(shelf, lock=lock)
        except StoreAway as error:
            reason = str(error)
        if seldom.may_say(reason):
            log.warning("waiting for the database", reason=reason)
        told.wait(f"it waits for the database: {reason}")
        await asyncio.sleep(_TRY_SECONDS)
        told.wait(f"the briefings are being loaded; the last attempt failed: {reason}")


def _state(client: Attache, library: Library) -> State:
    """Return how this process is, for the others."""
    shards = client.options.shards
    return State(
        shards=str(shards) if shards else "0/1",
        edition=library.edition,
        latency=latency_of(client),
        memory=psutil.Process().memory_info().rss,
        doing=str(library.progress or ""),
    )


@asynccontextmanager
async def _served(told: Told, settings: Settings) -> AsyncIterator[None]:
    if not settings.health_port:
        yield
        return
    from bot.health_pages import HealthPages  # noqa: PLC0415 - only here the bot is a server

    async with AsyncExitStack() as stack:
        pages = HealthPages(told).serving(settings.health_port, settings.state)
        try:
            await stack.enter_async_context(pages)
        except OSError as error:
            raise Failure(
                f"Health cannot be served on port {settings.health_port} ({error.strerror}); "
                "choose another ATTACHE_HEALTH_PORT, or 0 for none.",
                ExitCode.NETWORK,
            ) from None
        yield


def use_addresses(settings: Settings) -> None:
    """Send REST and gateway traffic to the addresses in the settings, where they are given.

    discord.py keeps both as class attributes and offers no other way.
    """
    if settings.discord_api_url:
        discord.http.Route.BASE = str(settings.discord_api_url).rstrip("/")
    if settings.discord_gateway_url:
        address = yarl.URL(str(settings.discord_gateway_url))
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = address


async def _until(stop: asyncio.Event, client: Attache, token: str, told: Told) -> None:
    running = asyncio.create_task(_connected(client, token))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        told.wait("it is stopping")  # before the seconds that its last answers may take
        stopping.cancel()
        structlog.get_logger("attache").info("stopping")
        await client.admission.workload.finish()
        await client.close()
        # It may be waiting for a Discord that is away, or for its turn to begin a session.
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def _connected(client: Attache, token: str) -> None:
    try:
        async with client:
            await client.start(token)
    except discord.LoginFailure:
        raise Failure(_NOT_ACCEPTED, ExitCode.TOKEN) from None
    except discord.PrivilegedIntentsRequired:
        raise Failure("Discord refuses the intents the bot asks for.", ExitCode.TOKEN) from None
    except discord.ConnectionClosed as error:
        line, code = _CLOSED.get(
            error.code, (f"Discord ended the connection: {error}.", ExitCode.NETWORK)
        )
        raise Failure(line, code) from None
    except (aiohttp.ClientError, OSError) as error:
        raise Failure(
            f"Discord cannot be reached ({error}). Check the network and, where it is set, "
            "ATTACHE_DISCORD_API_URL.",
            ExitCode.NETWORK,
        ) from None
    except (discord.HTTPException, discord.GatewayNotFound) as error:
        raise Failure(f"Discord answers with an error: {error}.", ExitCode.NETWORK) from None
