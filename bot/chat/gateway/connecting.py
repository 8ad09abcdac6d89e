"""Logging in and connecting, though the first attempts fail, and being closed for good."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

import aiohttp
import discord
import structlog
from discord.backoff import ExponentialBackoff

from bot.chat.gateway.reaching import API, GATEWAY, why_not
from bot.seldom import Seldom

_AGAIN_SECONDS = 3.0
_SECONDS_OF_SILENCE = 15.0


_PASSING = (aiohttp.ClientError, OSError, discord.DiscordServerError, discord.RateLimited)
"""What a login meets that may go well the next time."""


class SoonAgain(ExponentialBackoff[Literal[False]]):
    """Pauses that grow to sixteen seconds at the most, not to seventeen minutes.

    discord.py's forget nothing for half an hour, so that a bot whose Discord was away for a few
    minutes may stay away for a quarter of an hour more. To connect costs no session by itself.
    """

    def __init__(self) -> None:
        super().__init__()
        self._max = 4


class PersistentClient(discord.Client):
    """A client whose login and first connection may fail as any later one may.

    To the gateway discord.py goes on with the session that it had before, and breaks where it had
    none yet: ``Client.connect`` reads attributes of ``Client.ws``, which is None until one
    connection began. Several shards begin in another way, which does not break.

    And what happens two seconds after a session began, as the event ``ready`` does, may happen to a
    client that was closed meanwhile: then it is over.

    Nothing is read from a socket of the gateway before `room` returns. discord.py begins a task for
    everything that it reads, however many there are. Of an interaction that `is_too_late` nothing
    is made. And Discord has a quarter of a minute to say something to a request: aiohttp would
    wait for five minutes, and others behind it.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.away: str | None = None
        """What keeps it from Discord now, None where that was reached the last time."""
        self._seldom = Seldom()
        connect = self.http.ws_connect

        async def connected(url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
            try:
                socket = await connect(url, compress=compress)
            except (aiohttp.ClientError, OSError) as error:
                self._miss(error, GATEWAY)
                raise
            self._reach()
            receive = socket.receive

            async def receive_where_there_is_room(
                timeout: float | None = None,  # noqa: ASYNC109 - as aiohttp has it
            ) -> aiohttp.WSMessage:
                await self.room()
                return await receive(timeout)

            socket.receive = receive_where_there_is_room  # type: ignore[method-assign]
            return socket

        self.http.ws_connect = connected  # type: ignore[method-assign]
        parsers = self._connection.parsers
        made_of_interaction = parsers["INTERACTION_CREATE"]

        def made_in_time(data: Any) -> None:
            if not self.is_too_late(int(data["id"])):
                made_of_interaction(data)

        parsers["INTERACTION_CREATE"] = made_in_time

    async def login(self, token: str) -> None:
        """Log in, however long Discord is away; raise what discord.py raises for anything else.

        `setup_hook` is done again from its beginning where it was that which Discord missed.
        """
        pause = SoonAgain()
        self.away = "logging in"
        while True:
            try:
                await super().login(token)
            except _PASSING as error:
                self._miss(error, API)
                seconds = max(pause.delay(), _asked_for(error))
                # discord.py makes another session each time, but keeps the connector that goes
                # with the one before.
                await self.http.close()
                self.http.connector = discord.utils.MISSING
                await asyncio.sleep(seconds)
            else:
                self._reach()
                return

    async def setup_hook(self) -> None:
        """Let no request wait for long; call this first of all."""
        session = getattr(self.http, "_HTTPClient__session", None)
        if isinstance(session, aiohttp.ClientSession):
            # There is no other way to the session that discord.py makes.
            session._timeout = aiohttp.ClientTimeout(total=300, sock_read=_SECONDS_OF_SILENCE)  # noqa: SLF001

    async def room(self) -> None:
        """Wait until there is room for something more from the gateway."""

    def is_too_late(self, _interaction: int) -> bool:
        """Tell, before anything is made of an interaction, whether it is no use any more."""
        return False

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Tell of an event, unless the client was closed."""
        if self.loop is not discord.utils.MISSING:
            super().dispatch(event, *args, **kwargs)

    async def connect(self, *, reconnect: bool = True) -> None:
        """Hold the connection until the client is closed; raise what discord.py raises."""
        for module in (discord.client, discord.shard):
            # There is no other way to tell discord.py.
            vars(module)["ExponentialBackoff"] = SoonAgain
        while not self.is_closed():
            try:
                await super().connect(reconnect=reconnect)
            except AttributeError:
                begun: object = self.ws  # None, whatever the annotation says
                if isinstance(self, discord.AutoShardedClient) or begun is not None:
                    raise
                await asyncio.sleep(_AGAIN_SECONDS)

    def _reach(self) -> None:
        """Remember that Discord was reached; when it is missed the next time, that is new."""
        self.away = None
        self._seldom.forget()

    def _miss(self, error: BaseException, setting: str) -> None:
        """Remember, and log where it was not just said, why Discord was not reached."""
        self.away = why_not(error, setting)
        if self._seldom.may_say(self.away):
            log = structlog.get_logger("attache.chat")
            log.warning("Discord cannot be reached: trying again", reason=self.away)


def _asked_for(error: BaseException) -> float:
    """Return the seconds that Discord asks to wait for."""
    return error.retry_after if isinstance(error, discord.RateLimited) else 0.0
