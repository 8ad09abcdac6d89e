"""A stand-in for Discord on loopback: enough of REST v10 and of the gateway to run the bot.

https://discord.com/developers/docs/events/gateway and
https://discord.com/developers/docs/interactions/receiving-and-responding.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import WSMsgType, web

_DISPATCH, _HEARTBEAT, _IDENTIFY, _HELLO, _ACK = 0, 1, 2, 10, 11
INTERACTION_TOKEN = "aW50ZXJhY3Rpb246c3RhbmRpbg" * 6
_USER = {"discriminator": "0", "avatar": None, "global_name": None}
BOT = {**_USER, "id": "1000", "username": "attache", "bot": True}
OWNER = {**_USER, "id": "1001", "username": "owner"}
PERSON = {**_USER, "id": "1002", "username": "mia"}


@dataclass(slots=True)
class StandIn:
    """Discord, as far as one bot sees it; what the bot sends is kept in order."""

    requests: list[tuple[str, str, Any]] = field(default_factory=list)
    identified: list[dict[str, Any]] = field(default_factory=list)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    port: int = 0
    _answered: dict[str, asyncio.Future[Any]] = field(default_factory=dict)
    _socket: web.WebSocketResponse | None = None
    _runner: web.AppRunner | None = None
    _sequence: int = 0

    async def __aenter__(self) -> Self:
        """Serve on a free port."""
        app = web.Application()
        app.router.add_get("/", self._gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._rest)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop serving."""
        if self._runner:
            await self._runner.cleanup()

    @property
    def settings(self) -> dict[str, str]:
        """Return the environment that sends a bot here."""
        return {
            "ATTACHE_TOKEN": "stand.in.token",
            "ATTACHE_DISCORD_API_URL": f"http://127.0.0.1:{self.port}/api/v10",
            "ATTACHE_DISCORD_GATEWAY_URL": f"ws://127.0.0.1:{self.port}/",
        }

    async def ask(self, number: int, question: str) -> Any:
        """Send ``/ask`` in a direct message; return the body that the bot answers with."""
        answer = asyncio.get_running_loop().create_future()
        self._answered[str(number)] = answer
        await self.dispatch(
            "INTERACTION_CREATE",
            {
                "id": str(number), "application_id": BOT["id"], "type": 2, "version": 1,
                "token": INTERACTION_TOKEN, "channel_id": "20", "channel": {"id": "20", "type": 1},
                "user": PERSON, "locale": "en-GB", "entitlements": [], "context": 1,
                "authorizing_integration_owners": {}, "app_permissions": "0",
                "attachment_size_limit": 10_000_000,
                "data": {
                    "id": "1", "name": "ask", "type": 1,
                    "options": [{"name": "question", "type": 3, "value": question}],
                },
            },
        )  # fmt: skip
        return await answer

    async def dispatch(self, event: str, data: dict[str, Any]) -> None:
        """Send an event over the gateway."""
        assert self._socket is not None
        self._sequence += 1
        await self._socket.send_json({"op": _DISPATCH, "t": event, "s": self._sequence, "d": data})

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        self._socket = socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": _HELLO, "d": {"heartbeat_interval": 41_250}})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._received(socket, json.loads(message.data))
        return socket

    async def _received(self, socket: web.WebSocketResponse, payload: dict[str, Any]) -> None:
        if payload["op"] == _HEARTBEAT:
            await socket.send_json({"op": _ACK})
        elif payload["op"] == _IDENTIFY:
            self.identified.append(payload["d"])
            await self.dispatch(
                "READY",
                {
                    "v": 10, "user": BOT, "guilds": [], "session_id": "session",
                    "resume_gateway_url": f"ws://127.0.0.1:{self.port}/",
                    "application": {"id": BOT["id"], "flags": 0},
                },
            )  # fmt: skip
            self.ready.set()

    async def _rest(self, request: web.Request) -> web.Response:
        body = json.loads(await request.text()) if request.can_read_body else None
        path = "/" + request.match_info["path"]
        self.requests.append((request.method, path, body))
        if path == "/users/@me":
            return _json(BOT)
        if path == "/oauth2/applications/@me":
            return _json(_application())
        if path.endswith("/commands"):
            # Discord gives a context menu an empty description back.
            given = {"id": "1", "application_id": "1", "version": "1", "description": ""}
            return _json([{**given, **each} for each in body or []])
        if path.endswith("/callback") and body:
            interaction = path.split("/")[2]
            self._answered[interaction].set_result(body)
            return _json(_callback(interaction, body["type"]))
        return _json({})


def _json(value: Any) -> web.Response:
    # discord.py wants exactly this type, without a charset.
    return web.Response(
        body=json.dumps(value).encode(), headers={"Content-Type": "application/json"}
    )


def _application() -> dict[str, Any]:
    return {
        "id": BOT["id"], "name": "attache", "icon": None, "description": "", "bot_public": True,
        "bot_require_code_grant": False, "verify_key": "x", "owner": OWNER, "flags": 0,
        "summary": "", "team": None,
    }  # fmt: skip


def _callback(interaction: str, kind: int) -> dict[str, Any]:
    message: dict[str, Any] = {
        "id": "77", "channel_id": "20", "author": BOT, "content": "", "components": [],
        "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": None, "tts": False,
        "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [],
        "embeds": [], "pinned": False, "type": 0,
    }  # fmt: skip
    return {
        "interaction": {"id": interaction, "type": 2, "response_message_id": "77"},
        "resource": {"type": kind, "message": message},
    }
