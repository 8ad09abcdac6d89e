"""Health, metrics and status over HTTP on loopback, for supervisors and dashboards."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import structlog
from aiohttp import web

from bot.console.running_bot import ADDRESS, digest_of
from bot.errors import StoreUnusable
from bot.metrics import CONTENT_TYPE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.health import Told


class HealthPages:
    """``/live``, ``/ready``, ``/metrics`` and ``/status``, by whoever can tell at the moment."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._state: str | None = None

    @asynccontextmanager
    async def serving(self, port: int, state: Path) -> AsyncIterator[None]:
        """Serve on loopback, and write the address into ``state``.

        Raises ``OSError`` where the port cannot be had, and `StoreUnusable` where the address
        cannot be written.
        """
        file = state / ADDRESS
        runner = web.AppRunner(self._application(), access_log=None)
        try:
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", port).start()
            address = f"http://127.0.0.1:{port}"
            try:
                self._state = await asyncio.to_thread(digest_of, state)
                await asyncio.to_thread(file.write_text, address, "utf-8")
            except OSError as error:
                raise StoreUnusable(
                    f"{file} cannot be written ({error.strerror}); take it away, or give the bot "
                    "write access to the state folder."
                ) from None
            structlog.get_logger("attache").info("health is served", address=address)
            yield
        finally:
            await runner.cleanup()
            # Where it stays, nobody answers at what it tells.
            with suppress(OSError):
                await asyncio.to_thread(file.unlink, missing_ok=True)

    def _application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/live", self._live)
        app.router.add_get("/ready", self._ready)
        app.router.add_get("/metrics", self._measured)
        app.router.add_get("/status", self._tell)
        return app

    async def _live(self, _request: web.Request) -> web.Response:
        return web.json_response({"live": True})

    async def _ready(self, _request: web.Request) -> web.Response:
        wrong = await self._told.by.wrong()
        said = {"ready": not wrong, "wrong": wrong, "troubles": self._told.by.troubles()}
        return web.json_response(said, status=503 if wrong else 200)

    async def _measured(self, _request: web.Request) -> web.Response:
        text = await self._told.by.measured()
        return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE})

    async def _tell(self, _request: web.Request) -> web.Response:
        # Whoever asks by an old address learns whether it is still the same bot's.
        return web.json_response({**await self._told.by.status(), "state": self._state})
