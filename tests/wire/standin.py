"""A stand-in for Discord on loopback: REST and gateway on one port."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, Self

from aiohttp import web

from tests.wire import payloads
from tests.wire.gateway import Gateway
from tests.wire.rest import Asked, Rest

if TYPE_CHECKING:
    from collections.abc import Iterable


class StandIn:
    """Discord, as far as one bot sees it. At the end it asserts that no request was wrong."""

    def __init__(self, servers: Iterable[int] = (), *, checks: bool = True) -> None:
        self.gateway = Gateway(tuple(servers))
        self.rest = Rest(checks=checks)
        self.port = 0
        self._runner: web.AppRunner | None = None
        self._next = 1

    async def __aenter__(self) -> Self:
        """Serve on a free port."""
        await self.return_()
        return self

    async def __aexit__(self, kind: object, *_: object) -> None:
        """Stop serving."""
        await self.leave()
        if kind is None:
            assert self.rest.violations == []

    async def leave(self) -> None:
        """Be gone, from one moment to the next."""
        self.gateway.drop()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def return_(self) -> None:
        """Serve, on the same port as before."""
        app = web.Application(client_max_size=32 << 20)
        app.router.add_get("/", self.gateway.serve)
        app.router.add_route("*", "/api/v10/{path:.*}", self.rest.serve)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        self.gateway.address = self.rest.gateway_address = f"ws://127.0.0.1:{self.port}/"

    @property
    def settings(self) -> dict[str, str]:
        """Return the environment that sends a bot here."""
        return {
            "ATTACHE_TOKEN": payloads.BOT_TOKEN,
            "ATTACHE_DISCORD_API_URL": f"http://127.0.0.1:{self.port}/api/v10",
            "ATTACHE_DISCORD_GATEWAY_URL": self.gateway.address,
        }

    async def send(self, question: str, **where: Any) -> Asked:
        """Send ``/ask`` from a person's direct messages or a server; return what will come."""
        return await self.interact(2, payloads.ask(question), **where)

    async def press(self, answer: Any, custom_id: str, **where: Any) -> Asked:
        """Press a button of an answer that the bot sent."""
        sent = answer.get("data", answer)
        components = payloads.numbered(sent["components"])
        data = next(
            payloads.pressed(each)
            for each in payloads.walk(components)
            if each.get("custom_id") == custom_id
        )
        message = payloads.message(
            self._number(), "20", payloads.BOT, components=components, flags=sent["flags"]
        )
        return await self.interact(3, data, message=message, **where)

    async def interact(
        self, kind: int, data: dict[str, Any], message: Any = None, **where: Any
    ) -> Asked:
        """Send an interaction, with the message whose component it is about."""
        number = self._number()
        asked = self.rest.asked[str(number)] = Asked(number, payloads.token(number))
        payload = payloads.interaction(number, kind, data, **where)
        if message:
            payload["message"] = message
        asked.at = time.perf_counter()
        await self.gateway.dispatch("INTERACTION_CREATE", payload, where.get("guild"))
        return asked

    async def write(self, text: str, *, person: int = 1002, guild: int | None = None) -> Asked:
        """Write a direct message, or mention the bot on a server; return what will come."""
        number = self._number()
        asked = self.rest.asked[str(number)] = Asked(number)
        where: dict[str, Any] = {"channel_type": 1}
        if guild:
            user = payloads.person(person)
            where = {"guild_id": str(guild), "member": payloads.member(user)}
            where["mentions"] = [{**payloads.BOT, "member": payloads.member(payloads.BOT)}]
            text = f"<@{payloads.BOT['id']}> {text}"
        channel = str(guild + 1) if guild else f"9{person}"
        message = payloads.message(number, channel, payloads.person(person), content=text, **where)
        await self.gateway.dispatch("MESSAGE_CREATE", message, guild)
        return asked

    async def ask(self, question: str, **where: Any) -> Any:
        """Send ``/ask``; return the body of the first answer."""
        asked = await self.send(question, **where)
        await asyncio.wait_for(asked.first.wait(), 30)
        return asked.answers[0]

    def _number(self) -> int:
        """Return a snowflake of this moment: discord.py reads an interaction's age from its id."""
        self._next += 1
        return (int(time.time() * 1000) - 1_420_070_400_000 << 22) + self._next
