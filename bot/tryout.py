"""The try-out page: the real bot over the real data, in a simulated Discord in the browser."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
import webbrowser
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import discord
import simcord
import typer
from discord import app_commands
from simcord.actors import MemberActor
from simcord.backend.errors import SetupError

from bot.app import make_client, make_shelf, open_community, telling, watching
from bot.chat.messages.message import INFORMATION, line_message
from bot.chat.people.permissions import Admins, Denied
from bot.cluster.alone import Alone
from bot.console.failures import ExitCode, Failure
from bot.console.text import report_as_text
from bot.library.library import Library
from bot.meanwhile import meanwhile
from bot.metrics import Metrics
from bot.settings import Loaded
from bot.stopping import Stopped, told_to_stop, unless

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from typing import Any

    from simcord.builders import ChannelHandle, UserHandle
    from simcord.env import Env
    from simcord.preview import Preview

    from bot.chat.client import Attache

_TICK_SECONDS = 1.0
# A picture is drawn by a process that may take long to start; what takes longer the page gives up.
_SETTLE_SECONDS = 60.0
_WIDTH, _HEIGHT = 1180, 820
_HANDED_IN = "try-out"
"""The folder of what is handed in; it stands in the origin of that."""


class Typist(MemberActor):
    """A member of a server, whose page leaves a name that is typed out as text.

    Discord's own apps make a mention of it, so that is done here.
    """

    async def send(self, channel: ChannelHandle, content: str = "", **more: Any) -> discord.Message:
        """Send what was typed, with mentions of the bot where its name follows an "@"."""
        bot = self._env.bot.user
        assert bot is not None
        named = re.compile(rf"@{re.escape(bot.name)}(?!\w)|@Attache(?!\w)", re.IGNORECASE)
        return await super().send(channel, named.sub(bot.mention, content), **more)


@dataclass(frozen=True, slots=True)
class ShownChannel:
    """A channel of the simulated Discord, and who may look at it."""

    channel: ChannelHandle
    viewers: tuple[MemberActor | UserHandle, ...]


async def try_out(loaded: Loaded, *, port: int, direct: bool, browser: bool) -> None:
    """Serve the page until it is ended there, or the process is told to stop.

    Raises `Failure` where the port is taken.
    """
    with suppress(Stopped):
        await unless(told_to_stop(), _shown(loaded, port=port, direct=direct, browser=browser))


async def _shown(loaded: Loaded, *, port: int, direct: bool, browser: bool) -> None:
    """Serve the page until it is ended there, or this is cancelled."""
    async with simulated(loaded) as (env, client):
        server, private = furnish(env, client)
        place = private if direct else server
        await greet(client, place)
        try:
            async with open_page(env, place, port) as page:
                _announce(page.url, loaded.settings.data, direct=direct)
                if browser and not os.environ.get("CI"):
                    await asyncio.to_thread(webbrowser.open, page.url)
                await page.wait_closed()
        except OSError as error:
            raise _unserved(str(error.strerror)) from None
        except SetupError as error:
            if not isinstance(error.__cause__, OSError):
                raise
            raise _unserved(f"port {port} is taken or may not be used") from None


def _unserved(why: str) -> Failure:
    return Failure(f"The page cannot be served ({why}); choose another --port.", ExitCode.NETWORK)


@asynccontextmanager
async def simulated(loaded: Loaded) -> AsyncIterator[tuple[Env, Attache]]:
    """Give a simulated Discord with the bot in it, over the configured data.

    It has a state folder of its own, so that it runs beside a bot and starts afresh each time.
    What is handed in stays there, while the data is read as it changes, and left as it is.
    """
    with tempfile.TemporaryDirectory(prefix="attache-try-") as folder:
        settings = loaded.settings.model_copy(
            update={
                "state": Path(folder),
                "database_url": None,
                "admin_servers": frozenset(),
                "watch": True,
            }
        )
        own = Loaded(settings, loaded.aliases)
        library = await Library.open(replace(make_shelf(own), uploads=Path(folder) / _HANDED_IN))
        try:
            if library.last_reload and library.last_reload.problems:
                typer.echo(report_as_text(library.last_reload), err=True)
            alone = Alone()
            metrics = Metrics()
            async with open_community(own) as community, watching(own, library, alone, metrics):
                client = make_client(own, library, community, metrics, alone)
                async with simcord.run(
                    client, check_errors=False, settle_timeout=_SETTLE_SECONDS
                ) as env:
                    _let_deny(client)
                    assert client.user is not None
                    await client.user.edit(username="Attaché")
                    # The simulated clock starts at a fixed day; people expect today's.
                    passed = datetime.now(UTC) - env.now()
                    await env.advance_time(max(passed.total_seconds(), 0.0))
                    async with telling(client):
                        yield env, client
        finally:
            await library.close()


def _let_deny(client: Attache) -> None:
    """Let the page show a denial as the reply that it is, and not as a failure of the bot.

    It takes for one whatever a command raises, handled or not.
    """
    as_failure = client.tree.on_error

    async def on_error(
        interaction: discord.Interaction[Attache], error: app_commands.AppCommandError
    ) -> None:
        handle = client.errors.on_interaction if isinstance(error, Denied) else as_failure
        await handle(interaction, error)

    client.tree.on_error = on_error  # type: ignore[method-assign]


def furnish(env: Env, client: Attache) -> tuple[ShownChannel, ShownChannel]:
    """Make a server with a member and an administrator, and a direct message with the latter.

    The administrator runs the bot too, so that ``/admin`` can be tried.
    """
    guild = env.create_guild("Try Attaché")
    channel = guild.create_text_channel("ask-the-briefings")
    boss = env.create_user("ada")
    client.admins = Admins(client.admins.users | {boss.id}, client.admins.roles)
    every_right = discord.Permissions(administrator=True)
    administrators = guild.create_role("Administrators", permissions=every_right)
    newcomer = env.create_user("milo")
    guild.add_member(boss, roles=[administrators])
    guild.add_member(newcomer)
    return (
        ShownChannel(channel, (Typist(env, guild, newcomer), Typist(env, guild, boss))),
        ShownChannel(boss.dm_channel, (boss,)),
    )


async def greet(client: Attache, place: ShownChannel) -> None:
    """Let the bot say in an empty channel how it is asked, as it does on a server that adds it."""
    said = await client.aside.greeting(client.languages.english)
    channel = client.get_partial_messageable(place.channel.id)
    await channel.send(view=line_message(said, INFORMATION))


@asynccontextmanager
async def open_page(env: Env, place: ShownChannel, port: int) -> AsyncIterator[Preview]:
    """Serve the page of one place, with time passing in it as it does outside."""
    preview = env.preview(
        place.channel,
        viewers=place.viewers,
        layout="channel",
        width=_WIDTH,
        height=_HEIGHT,
        port=port or None,
    )
    async with preview as page, meanwhile(_let_time_pass(env)):
        yield page


async def _let_time_pass(env: Env) -> None:
    """Move the simulated clock with the real one.

    ``env.advance_time`` would do more than that, for which it keeps everyone else out: a press
    in the page at that moment would be lost.
    """
    loop = asyncio.get_running_loop()
    passed = loop.time()
    while True:
        await asyncio.sleep(_TICK_SECONDS)
        now = loop.time()
        env.backend.advance_clock(now - passed)
        passed = now


def _announce(url: str, data: Path, *, direct: bool) -> None:
    where = "a direct message with the bot" if direct else "a server channel"
    how = "Just write, or ask with /ask" if direct else "Ask with /ask, or write @Attaché first"
    typer.echo(
        f"Attaché is here, in {where} of a simulated Discord:\n\n  {url}\n\n"
        f"{how}; misspell the names. Ctrl-C stops it.\n"
        f"{data} is read whenever it changes; what /admin does here ends with the try-out."
    )
