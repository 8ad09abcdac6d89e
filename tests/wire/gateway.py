"""The gateway: sessions with sequence numbers that can be resumed, over compressed sockets.

https://discord.com/developers/docs/events/gateway
"""

from __future__ import annotations

import asyncio
import json
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from tests.wire import payloads

_MOST_KEPT = 20_000


class Op(IntEnum):
    """What a payload is."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    ACK = 11


class Stage(StrEnum):
    """How far a connection has come."""

    OPENED = "opened"
    GREETED = "greeted"
    IDENTIFIED = "identified"
    READY = "ready"


class Line:
    """One socket, compressed where the bot asked for it."""

    def __init__(self, socket: web.WebSocketResponse, *, compressed: bool) -> None:
        self.socket = socket
        self._zlib = zlib.compressobj() if compressed else None

    async def send(self, payload: dict[str, Any]) -> None:
        """Send a payload, unless the socket is gone."""
        text = json.dumps(payload)
        with suppress(ConnectionError):
            if self._zlib is None:
                await self.socket.send_str(text)
                return
            data = self._zlib.compress(text.encode()) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
            await self.socket.send_bytes(data)

    def cut(self) -> None:
        """Drop the connection without a word."""
        transport = self.socket._req.transport if self.socket._req else None
        if transport:
            transport.abort()


@dataclass(slots=True)
class Session:
    """A session of one shard: what was sent in it, for whoever resumes."""

    id: str
    shard: tuple[int, int]
    line: Line | None = None
    sequence: int = 0
    sent: list[dict[str, Any]] = field(default_factory=list)


class Gateway:
    """Takes bots in, sends them events, and misbehaves on demand.

    ``heartbeat`` is the interval in seconds. With ``acknowledges`` off no heartbeat is answered.
    With ``remembers`` off no session can be resumed. ``ready`` is set when all shards, or as many
    as ``shards_here`` says, have identified or resumed. ``refusals`` are the answers that the
    next attempts to identify get instead of a session. ``breaks`` tells at which stages the next
    connections are cut.
    """

    def __init__(self, servers: tuple[int, ...] = ()) -> None:
        self.servers = servers
        self.identified: list[dict[str, Any]] = []
        self.identified_at: list[float] = []
        self.resumed = 0
        self.connected = 0
        self.heartbeat = 41.25
        self.acknowledges = True
        self.remembers = True
        self.refusals: list[bool] = []
        self.breaks: list[Stage] = []
        self.sessions: dict[tuple[int, int], Session] = {}
        self.shards_here = 0
        self.ready = asyncio.Event()
        self.address = ""

    @property
    def is_attended(self) -> bool:
        """Tell whether every session has a socket."""
        return bool(self.sessions) and all(each.line for each in self.sessions.values())

    def session(self, guild: int | None = None) -> Session:
        """Return the session that gets a server's events; direct messages belong to shard 0."""
        for (shard, count), session in self.sessions.items():
            if shard == ((guild >> 22) % count if guild else 0):
                return session
        raise LookupError("no bot is there")

    async def dispatch(self, event: str, data: dict[str, Any], guild: int | None = None) -> None:
        """Send an event; a bot that is away gets it when it resumes its session."""
        await self._to(self.session(guild), event, data)

    def drop(self) -> None:
        """Cut all sockets."""
        for session in self.sessions.values():
            if session.line:
                session.line.cut()
                session.line = None

    async def close(self, code: int = WSCloseCode.GOING_AWAY) -> None:
        """Close all sockets in good order."""
        for line in self._lines():
            await line.socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        """Send RECONNECT."""
        for line in self._lines():
            await line.send({"op": Op.RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Send INVALID_SESSION."""
        lines = self._lines()
        if not resumable:
            self.sessions.clear()
        for line in lines:
            await line.send({"op": Op.INVALID_SESSION, "d": resumable})

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Talk with a bot until the socket ends."""
        self.connected += 1
        socket = web.WebSocketResponse(max_msg_size=16_384)
        await socket.prepare(request)
        line = Line(socket, compressed=request.query.get("compress") == "zlib-stream")
        if self._broken(line, Stage.OPENED):
            return socket
        await line.send({"op": Op.HELLO, "d": {"heartbeat_interval": self.heartbeat * 1_000}})
        self._broken(line, Stage.GREETED)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._received(line, json.loads(message.data))
        for session in self.sessions.values():
            if session.line is line:
                session.line = None
        return socket

    async def _received(self, line: Line, payload: dict[str, Any]) -> None:
        match payload["op"]:
            case Op.HEARTBEAT if self.acknowledges:
                await line.send({"op": Op.ACK, "d": None})
            case Op.IDENTIFY:
                await self._identify(line, payload["d"])
            case Op.RESUME:
                await self._resume(line, payload["d"])

    async def _identify(self, line: Line, data: dict[str, Any]) -> None:
        self.identified.append(data)
        self.identified_at.append(time.monotonic())
        if self._broken(line, Stage.IDENTIFIED):
            return
        if self.refusals:
            await line.send({"op": Op.INVALID_SESSION, "d": self.refusals.pop(0)})
            return
        shard = tuple(data.get("shard", (0, 1)))
        session = Session(f"session-{len(self.identified)}", (shard[0], shard[1]), line)
        self.sessions[session.shard] = session
        own = [each for each in self.servers if (each >> 22) % shard[1] == shard[0]]
        ready = {
            "v": 10, "user": payloads.BOT, "session_id": session.id, "shard": list(shard),
            "guilds": [{"id": str(each), "unavailable": True} for each in own],
            "resume_gateway_url": self.address,
            "application": {"id": payloads.BOT["id"], "flags": 0},
        }  # fmt: skip
        await self._to(session, "READY", ready)
        if self._broken(line, Stage.READY):
            session.line = None  # the servers are told of when it resumes
        for each in own:
            await self._to(session, "GUILD_CREATE", payloads.server(each))
        if len(self.sessions) >= (self.shards_here or shard[1]):
            self.ready.set()

    async def _to(self, session: Session, event: str, data: dict[str, Any]) -> None:
        session.sequence += 1
        payload = {"op": Op.DISPATCH, "t": event, "s": session.sequence, "d": data}
        session.sent.append(payload)
        del session.sent[:-_MOST_KEPT]
        if session.line:
            await session.line.send(payload)

    async def _resume(self, line: Line, data: dict[str, Any]) -> None:
        found = [each for each in self.sessions.values() if each.id == data["session_id"]]
        if not (found and self.remembers):
            await line.send({"op": Op.INVALID_SESSION, "d": False})
            return
        session = found[0]
        self.resumed += 1
        for payload in session.sent:  # it may grow meanwhile
            if payload["s"] > data["seq"]:
                await line.send(payload)
        session.line = line
        await self._to(session, "RESUMED", {})
        self.ready.set()

    def _broken(self, line: Line, stage: Stage) -> bool:
        """Cut a connection that has come so far, where it is to be; tell whether it was."""
        if self.breaks[:1] != [stage]:
            return False
        self.breaks.pop(0)
        line.cut()
        return True

    def _lines(self) -> list[Line]:
        return [session.line for session in self.sessions.values() if session.line]
