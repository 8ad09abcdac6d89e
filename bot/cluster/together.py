"""Several processes over one PostgreSQL database.

One connection of each process listens for news, says every two seconds how the process is, and
holds the advisory lock of whoever leads. When a process dies, its connection ends, and with it the
lock
(https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS).
"""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import structlog

from bot.cluster.interface import Process, State
from bot.cluster.persisting import until_done
from bot.cluster.turns import Turns
from bot.community.migrations import COMMUNITY
from bot.databases.postgres.connecting import LOCK, connect
from bot.databases.postgres.troubles import TROUBLES, trouble
from bot.errors import AttacheError
from bot.meanwhile import meanwhile

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import asyncpg

    from bot.community.servers import Servers
    from bot.databases.interface import Database
    from bot.library.library import Library

_BEAT_SECONDS = 2.0
_STATEMENT_SECONDS = 3.0
"""A leader that cannot reach the database knows within five seconds that it leads no more, before
the server ends its session and lets another one lead."""
_FAREWELL_SECONDS = 1.0
_KEEPALIVE = {
    # Nine seconds until the server ends the session of a machine that is gone.
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "2",
}
_FORGOTTEN_SECONDS = 60
_LEADER = "leader"


class Together:
    """One process among those that share its database."""

    takes_turns = True

    def __init__(self, url: str, database: Database, library: Library, servers: Servers) -> None:
        self._url = url
        self._database = database
        self._library = library
        self._servers = servers
        self._id = secrets.token_hex(8)
        self._name = f"{socket.gethostname()}:{os.getpid()}"
        self._turns = Turns(database)
        self._leading = asyncio.Event()
        self._following = asyncio.Event()
        self._lost = asyncio.Event()
        self._lost.set()
        self._trouble: str | None = "the other processes were not heard yet"
        self._log = structlog.get_logger("attache.cluster")

    @property
    def leads(self) -> bool:
        """Tell whether this process does what only one may do."""
        return self._leading.is_set()

    @property
    def trouble(self) -> str | None:
        """Return why the others cannot be heard now, None where they can."""
        return self._trouble

    async def lead(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do the ``work`` whenever and for as long as this process leads, until cancelled."""
        while True:
            await self._leading.wait()
            async with meanwhile(until_done(work)):
                # What is done needs doing again only when another one has led meanwhile.
                await self._lost.wait()

    async def turn(self, turn: int) -> None:
        """Wait until it is this process's turn to begin a session with Discord's gateway."""
        try:
            wait = await self._turns.take(turn)
            while wait:
                await asyncio.sleep(wait)
                wait = await self._turns.take(turn)
        except AttacheError as error:
            self._log.warning("sessions are begun without asking the others", reason=str(error))

    async def processes(self) -> list[Process]:
        """Return the processes that were heard of in the last minute; raise `StoreUnusable`."""
        rows = await self._database.read(
            "SELECT id, name, shards, edition, latency, memory, doing, leads,"
            " extract(epoch FROM clock_timestamp() - seen_at)::float8,"
            " extract(epoch FROM clock_timestamp() - started_at)::float8 FROM processes"
            " WHERE seen_at > clock_timestamp() - make_interval(secs => $1) ORDER BY name, id",
            float(_FORGOTTEN_SECONDS),
        )
        return [
            Process(name, State(*state), age, uptime, bool(leads), id_ == self._id)
            for id_, name, *state, leads, age, uptime in rows
        ]

    async def run(self, state: Callable[[], State]) -> None:
        """Tell the others how this process is, and hear from them, until cancelled."""
        async with meanwhile(until_done(self._follow)):
            await until_done(lambda: self._keep_in_touch(state))

    async def _keep_in_touch(self, state: Callable[[], State]) -> None:
        """Hold one connection after the other; what is wrong with the last one is the trouble."""
        while True:
            try:
                await self._talk(state)
            except TROUBLES as error:
                self._trouble = str(trouble(error))
                self._log.warning("the other processes cannot be heard", reason=self._trouble)
            except Exception as error:
                self._trouble = f"the other processes cannot be heard: {error}"
                raise
            finally:
                self._lose()
            await asyncio.sleep(_BEAT_SECONDS)

    async def _talk(self, state: Callable[[], State]) -> None:
        """Hold a connection until it breaks."""
        connection = await connect(
            self._url, COMMUNITY.name, seconds=_STATEMENT_SECONDS, **_KEEPALIVE
        )
        try:
            await connection.add_listener("attache_edition", self._hear_edition)
            await connection.add_listener("attache_server", self._hear_server)
            # What was said while nobody listened is not said again.
            self._servers.changed_elsewhere(None)
            while True:
                self._following.set()
                await self._try_to_lead(connection)
                await self._say(connection, state())
                self._trouble = None
                await asyncio.sleep(_BEAT_SECONDS)
        except asyncio.CancelledError:
            with suppress(*TROUBLES):
                await connection.execute(
                    "DELETE FROM processes WHERE id = $1", self._id, timeout=_FAREWELL_SECONDS
                )
            raise
        finally:
            # The lock goes with the connection, and nothing else was to be kept.
            connection.terminate()

    async def _try_to_lead(self, connection: asyncpg.Connection[Any]) -> None:
        if self._leading.is_set():
            return
        if await connection.fetchval(f"SELECT pg_try_advisory_lock({LOCK})", _LEADER):
            self._lost.clear()
            self._leading.set()
            self._log.info("this process leads now")
            await connection.execute(
                "DELETE FROM processes WHERE seen_at < clock_timestamp() - interval '1 day'"
            )

    def _lose(self) -> None:
        if self._leading.is_set():
            self._log.info("this process leads no more")
        self._leading.clear()
        self._lost.set()

    async def _say(self, connection: asyncpg.Connection[Any], state: State) -> None:
        await connection.execute(
            "INSERT INTO processes VALUES"
            " ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), clock_timestamp(), $8)"
            " ON CONFLICT (id) DO UPDATE SET shards = excluded.shards, edition = excluded.edition,"
            " latency = excluded.latency, memory = excluded.memory, doing = excluded.doing,"
            " seen_at = excluded.seen_at, leads = excluded.leads",
            self._id, self._name, state.shards, state.edition, state.latency, state.memory,
            state.doing, int(self.leads),
        )  # fmt: skip

    async def _follow(self) -> None:
        """Put in service what others made, as soon as it is heard of and every few seconds."""
        while True:
            await self._following.wait()
            self._following.clear()
            try:
                await self._library.follow()
            except AttacheError as error:
                self._log.warning("the newest edition cannot be followed now", reason=str(error))
                await asyncio.sleep(_BEAT_SECONDS)

    def _hear_edition(self, *_: object) -> None:
        self._following.set()

    def _hear_server(self, _connection: object, _pid: int, _channel: str, server: object) -> None:
        self._servers.changed_elsewhere(int(str(server)))
