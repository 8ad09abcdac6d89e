"""Whether the bot lives, is ready, and how it is doing."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

import psutil

from bot.errors import AttacheError
from bot.library.outcomes import why_refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.client import Attache
    from bot.community.community import Community
    from bot.library.library import Library
    from bot.metrics import Metrics

_TICK = 0.25
_ACK_SECONDS = 90.0
"""Heartbeats are about 41 s apart; two that were not acknowledged are one too many."""


class Tells(Protocol):
    """Who tells how the bot is doing."""

    async def wrong(self) -> list[str]:
        """Return what keeps the bot from being ready, nothing where it is."""
        ...

    def troubles(self) -> list[str]:
        """Return what an operator should know, though questions are answered all the same."""
        ...

    async def status(self) -> dict[str, Any]:
        """Return what only the running bot knows."""
        ...

    async def measured(self) -> bytes:
        """Return everything that is measured, in the form that `CONTENT_TYPE` names."""
        ...


class Waiting:
    """Tells ``why`` the bot does not serve yet, or does not any more."""

    def __init__(self, metrics: Metrics) -> None:
        self.why = "it has just begun"
        self._metrics = metrics
        self._started = time.monotonic()
        metrics.gauge("gateway_connected", "1 while the gateway is connected", lambda: 0.0)

    async def wrong(self) -> list[str]:
        """Return what is waited for."""
        return [self.why]

    def troubles(self) -> list[str]:
        """Return nothing: nothing is answered, and `wrong` tells why."""
        return []

    async def status(self) -> dict[str, Any]:
        """Return what is known of a bot that does not serve."""
        return {
            "wrong": await self.wrong(),
            "troubles": self.troubles(),
            "uptime_seconds": round(time.monotonic() - self._started, 1),
            "gateway_latency_seconds": 0.0,
            "servers": 0,
            "edition": 0,
            "memory_bytes": psutil.Process().memory_info().rss,
            "reload": None,
            "rebuilt": None,
        }

    async def measured(self) -> bytes:
        """Return everything that is measured, in the form that `CONTENT_TYPE` names."""
        return await asyncio.to_thread(self._metrics.text)


class Told:
    """How the bot is doing, told ``by`` one after the other as it starts, serves and stops."""

    def __init__(self, metrics: Metrics) -> None:
        self._waiting = Waiting(metrics)
        self.by: Tells = self._waiting

    def wait(self, why: str) -> None:
        """Tell from now on ``why`` the bot does not serve."""
        self._waiting.why = why
        self.by = self._waiting


class Health:
    """Tells whether the bot lives, is ready, and how it is doing."""

    def __init__(
        self, library: Library, community: Community, client: Attache, metrics: Metrics
    ) -> None:
        self._library = library
        self._community = community
        self._client = client
        self._metrics = metrics
        self._started = time.monotonic()
        self._besides: list[Callable[[], str | None]] = []
        metrics.gauge("edition", "The edition in service", lambda: library.edition)
        metrics.gauge("briefings", "Briefings in service", lambda: library.briefings)
        metrics.gauge("problems", "Problems of the last reload", self._problems)
        metrics.gauge(
            "reload_refused", "1 while what the data holds is refused",
            lambda: float(library.refused is not None),
        )  # fmt: skip
        metrics.gauge("gateway_latency_seconds", "The gateway's latency", self._latency)
        metrics.gauge("gateway_connected", "1 while the gateway is connected", self._connected)
        metrics.gauge(
            "gateway_heartbeat_age_seconds", "Since the last acknowledged heartbeat",
            lambda: client.heartbeats.age() or 0.0,
        )  # fmt: skip
        metrics.gauge(
            "breaker_open", "1 while requests are held back", lambda: float(client.breaker.is_open)
        )
        metrics.gauge("leads", "1 while this process leads", lambda: float(client.cluster.leads))
        metrics.gauge("waiting_records", "What waits for the database", lambda: community.waiting)
        metrics.gauge("servers", "Servers the bot is in", lambda: len(client.guilds))

    def tell_too(self, trouble: Callable[[], str | None]) -> None:
        """Have what ``trouble`` returns, unless that is None, stand among the troubles."""
        self._besides.append(trouble)

    async def wrong(self) -> list[str]:
        """Return what keeps the bot from being ready, nothing where it is.

        A server where nobody says anything is none of it.
        """
        wrong = []
        age = self._client.heartbeats.age()
        if age is None:
            away = f": {self._client.away}" if self._client.away else ""
            wrong.append(f"the gateway is not connected{away}")
        elif age > _ACK_SECONDS:
            wrong.append(f"the gateway has not answered for {age:.0f} s")
        if self._client.breaker.is_open:
            wrong.append("Discord refused too many requests; none is sent for a while")
        if not self._library.edition:
            wrong.append("no edition is loaded")
        if not self._community.database.is_shared:
            try:
                await asyncio.wait_for(self._answering(), 2.0)
            except (AttacheError, TimeoutError) as error:
                wrong.append(str(error) or "the database does not answer")
        return wrong

    def troubles(self) -> list[str]:
        """Return what an operator should know, though questions are answered all the same."""
        troubles = [self._client.cluster.trouble] if self._client.cluster.trouble else []
        if self._library.failed:
            troubles.append(f"the last reload failed: {self._library.failed}")
        if self._library.unwatched:
            troubles.append(self._library.unwatched)
        if refused := self._library.refused:
            troubles.append(f"the last reload was refused: {why_refused(refused)}")
        if waiting := self._community.waiting:
            why = self._community.questions.trouble
            reason = f"; they are lost where the bot is stopped before: {why}" if why else ""
            troubles.append(f"records that wait for the database: {waiting:,}{reason}")
        return [*troubles, *filter(None, (trouble() for trouble in self._besides))]

    async def _answering(self) -> None:
        await self._community.servers.count()
        await self._library.history.log(1)

    async def status(self) -> dict[str, Any]:
        """Return what only the running bot knows."""
        progress = self._library.progress
        return {
            "wrong": await self.wrong(),
            "troubles": self.troubles(),
            "uptime_seconds": round(time.monotonic() - self._started, 1),
            "gateway_latency_seconds": round(self._latency(), 4),
            "servers": len(self._client.guilds),
            "edition": self._library.edition,
            "memory_bytes": psutil.Process().memory_info().rss,
            "reload": str(progress) if progress else None,
            "rebuilt": self._library.rebuilt,
        }

    async def measured(self) -> bytes:
        """Return everything that is measured, in the form that `CONTENT_TYPE` names."""
        with suppress(AttacheError):
            database, index = await self._library.sizes()
            self._metrics.sizes(database=database, index=index)
        return await asyncio.to_thread(self._metrics.text)

    async def tick(self) -> None:
        """Measure how late the event loop is, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + _TICK
            await asyncio.sleep(_TICK)
            self._metrics.loop_delay(max(loop.time() - due, 0.0))

    def _connected(self) -> float:
        return float(self._client.heartbeats.age() is not None)

    def _latency(self) -> float:
        return latency_of(self._client)

    def _problems(self) -> float:
        # A withdrawal or a rollback since mends nothing in the sources.
        last = self._library.refused or self._library.last_reload
        return len(last.problems) if last else 0


def latency_of(client: Attache) -> float:
    """Return the gateway's latency in seconds, 0 while it is not known."""
    latency = client.latency
    return latency if 0 <= latency < float("inf") else 0.0
