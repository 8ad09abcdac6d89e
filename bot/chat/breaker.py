"""A circuit breaker for REST: Discord shuts out who sends too many requests that are invalid.

Ten thousand answers of 401, 403 or 429 in ten minutes, those of a limit shared with others not
counted, ban an address for a while
(https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
"""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Any

import aiohttp
import structlog

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    from bot.metrics import Metrics

_INVALID = frozenset({401, 403, 429})
_WINDOW = 600.0
_MOST = 80
"""Invalid answers in the window, 0.8 % of Discord's limit."""
_PAUSE = 60.0


class BreakerOpen(Exception):  # noqa: N818 - it names a state
    """No request is sent for a while, because too many were refused."""


class Breaker:
    """Stops sending when too much was refused, and tries again with one request a minute."""

    def __init__(self, metrics: Metrics, clock: Callable[[], float] = time.monotonic) -> None:
        self._metrics = metrics
        self._clock = clock
        self._invalid: deque[float] = deque()
        self._open_until = 0.0
        self._log = structlog.get_logger("attache.chat")

    @property
    def is_open(self) -> bool:
        """Tell whether requests are held back."""
        return self._clock() < self._open_until

    def check(self) -> None:
        """Raise `BreakerOpen` while requests are held back."""
        if self.is_open:
            left = self._open_until - self._clock()
            raise BreakerOpen(f"Discord refused too much; no request for {left:.0f} s")

    def count(self, status: int, scope: str | None) -> None:
        """Count an answer, with the scope of the limit that it names."""
        self._metrics.rest(status)
        if status not in _INVALID or scope == "shared":
            return
        now = self._clock()
        self._invalid.append(now)
        while self._invalid and self._invalid[0] < now - _WINDOW:
            self._invalid.popleft()
        if len(self._invalid) >= _MOST and not self.is_open:
            self._open_until = now + _PAUSE
            self._log.error(
                "too many requests were refused: none is sent for a while",
                refused=len(self._invalid), minutes=_WINDOW / 60, seconds=_PAUSE,
            )  # fmt: skip

    def trace(self) -> aiohttp.TraceConfig:
        """Return what lets this see every request, and stop it."""
        trace = aiohttp.TraceConfig()

        async def start(_session: aiohttp.ClientSession, _c: SimpleNamespace, params: Any) -> None:
            if params.url.scheme in {"http", "https"} and not _is_gateway(params):
                self.check()

        async def end(_session: aiohttp.ClientSession, _c: SimpleNamespace, params: Any) -> None:
            scope = params.response.headers.get("X-RateLimit-Scope")
            self.count(params.response.status, scope)

        async def failed(_session: aiohttp.ClientSession, _c: SimpleNamespace, _p: Any) -> None:
            self._metrics.rest(0)

        trace.on_request_start.append(start)
        trace.on_request_end.append(end)
        trace.on_request_exception.append(failed)
        return trace


def _is_gateway(params: Any) -> bool:
    return str(params.headers.get("Upgrade", "")).lower() == "websocket"
