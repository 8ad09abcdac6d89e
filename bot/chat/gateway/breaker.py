"""A circuit breaker for REST: Discord shuts out who sends too many requests that are invalid.

Ten thousand answers of 401, 403 or 429 in ten minutes, those of a limit shared with others not
counted, ban an address for a while
(https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import TYPE_CHECKING, Any

import aiohttp
import structlog

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    from bot.metrics import Metrics

_WEIGHTS = {401: 1.0, 429: 1.0, 403: 0.1}
"""A 403 is about one channel; many of them are a nuisance, many of the others a storm."""
_WINDOW = 600.0
_MOST = 50.0
"""0.5 % of Discord's limit; as much again may be on its way when the breaker opens."""
_AT_ONCE = 85
_PAUSE = 60.0


class BreakerOpen(aiohttp.ClientError):
    """No request is sent for a while, because too many were refused."""


class Breaker:
    """Holds requests back when too many were refused, but for one a minute that tries.

    It closes when one that tried was taken and the last ten minutes hold fewer refusals again.
    No more requests are on their way at once than may be refused; further ones wait.
    """

    def __init__(self, metrics: Metrics, clock: Callable[[], float] = time.monotonic) -> None:
        self._metrics = metrics
        self._clock = clock
        self._refused: deque[tuple[float, float]] = deque()
        self._weight = 0.0
        self._next_try: float | None = None
        self._on_their_way = 0
        self._returned = asyncio.Condition()
        self._log = structlog.get_logger("attache.chat")

    @property
    def is_open(self) -> bool:
        """Tell whether requests are held back."""
        return self._next_try is not None

    def check(self) -> None:
        """Raise `BreakerOpen` while requests are held back, unless it is time to try one."""
        if self._next_try is None:
            return
        now = self._clock()
        if now < self._next_try:
            raise BreakerOpen(
                f"Discord refused too much; no request for {self._next_try - now:.0f} s"
            )
        self._next_try = now + _PAUSE

    def count(self, status: int, scope: str | None) -> None:
        """Count an answer, with the scope of the limit that it names."""
        self._metrics.rest(status)
        weight = 0.0 if scope == "shared" else _WEIGHTS.get(status, 0.0)
        now = self._clock()
        self._forget(now - _WINDOW)
        if weight:
            self._refused.append((now, weight))
            self._weight += weight
        if self._weight >= _MOST and not self.is_open:
            self._next_try = now + _PAUSE
            self._log.error(
                "too many requests were refused: only one a minute is sent for a while",
                refused=len(self._refused), minutes=_WINDOW / 60,
            )  # fmt: skip
        elif self.is_open and not weight and self._weight < _MOST:
            self._next_try = None
            self._log.warning("requests are sent again")

    def trace(self) -> aiohttp.TraceConfig:
        """Return what lets this see every request, and stop it."""
        trace = aiohttp.TraceConfig()

        async def start(_s: aiohttp.ClientSession, request: SimpleNamespace, params: Any) -> None:
            if not _is_gateway(params):
                await self._leave(request)

        async def end(_s: aiohttp.ClientSession, request: SimpleNamespace, params: Any) -> None:
            if not _is_gateway(params):
                scope = params.response.headers.get("X-RateLimit-Scope")
                self.count(params.response.status, scope)
                await self._return(request)

        async def failed(_s: aiohttp.ClientSession, request: SimpleNamespace, _p: Any) -> None:
            if hasattr(request, "left"):
                self._metrics.rest(0)
                await self._return(request)

        trace.on_request_start.append(start)
        trace.on_request_end.append(end)
        trace.on_request_exception.append(failed)
        return trace

    async def _leave(self, request: SimpleNamespace) -> None:
        """Wait until one more request may be refused; raise `BreakerOpen` when none may."""
        async with self._returned:
            await self._returned.wait_for(
                lambda: self.is_open or self._on_their_way + self._weight < _AT_ONCE
            )
        self.check()
        self._on_their_way += 1
        request.left = True

    async def _return(self, request: SimpleNamespace) -> None:
        if hasattr(request, "left"):
            del request.left
            self._on_their_way -= 1
            async with self._returned:
                if self.is_open:
                    self._returned.notify_all()
                else:
                    self._returned.notify()

    def _forget(self, before: float) -> None:
        while self._refused and self._refused[0][0] < before:
            self._weight -= self._refused.popleft()[1]
        if not self._refused:
            self._weight = 0.0  # what rounding left


def _is_gateway(params: Any) -> bool:
    """Tell whether a request opens a socket; those have no part in the limit."""
    return str(params.headers.get("Upgrade", "")).lower() == "websocket"
