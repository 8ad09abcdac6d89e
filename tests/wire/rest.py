"""REST v10: interactions with their deadlines, messages with their rate limits, and bad weather.

https://discord.com/developers/docs/interactions/receiving-and-responding and
https://discord.com/developers/docs/topics/rate-limits.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.chat.checking import check_body
from tests.wire import payloads

if TYPE_CHECKING:
    from collections.abc import Callable

DEADLINE_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0
_INVALID = {401, 403, 429}
_UNKNOWN_INTERACTION = {"code": 10062, "message": "Unknown interaction"}
_ALREADY_ACKNOWLEDGED = {"code": 40060, "message": "Interaction has already been acknowledged."}
_UNKNOWN_WEBHOOK = {"code": 10015, "message": "Unknown Webhook"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What a request gets instead of its answer, before or ``after`` it took effect.

    With ``status`` 0 the answer is as ever, only ``delay`` seconds late.
    """

    status: int = 0
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    after: bool = False


@dataclass(slots=True)
class Asked:
    """An interaction or a message sent to the bot, and what came of it."""

    number: int
    token: str = ""
    at: float = field(default_factory=time.perf_counter)
    answers: list[Any] = field(default_factory=list)
    followups: list[Any] = field(default_factory=list)
    refused: int = 0
    took: float | None = None
    first: asyncio.Event = field(default_factory=asyncio.Event)

    def answered(self, body: Any) -> None:
        """Keep an answer, and how long the first one took in seconds."""
        if self.took is None:
            self.took = time.perf_counter() - self.at
        self.answers.append(body)
        self.first.set()


class Rest:
    """Answers requests as Discord does; ``weather`` may send a `Fault` instead."""

    def __init__(self, *, checks: bool = True) -> None:
        self.requests: list[tuple[str, str, Any]] = []
        self.statuses: list[tuple[float, int]] = []
        self.asked: dict[str, Asked] = {}
        self.violations: list[str] = []
        self.messages: dict[str, dict[str, Any]] = {}
        self.weather: Callable[[str, str], Fault | None] = lambda _method, _path: None
        self.shards = 1
        self.concurrency = 1
        self.gateway_address = ""
        self._checks = checks
        self._by_nonce: dict[tuple[str, str], dict[str, Any]] = {}
        self._next = 5_000_000
        self._windows: dict[str, tuple[float, int]] = {}

    @property
    def invalid(self) -> int:
        """Return how many requests counted as invalid."""
        return sum(1 for _, status in self.statuses if status in _INVALID)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer a request."""
        path = "/" + request.match_info["path"]
        fault = self.weather(request.method, path)
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault and fault.status and not fault.after:
            return self._said(fault.status, fault.body, fault.headers)
        body = await _body(request)
        self.requests.append((request.method, path, body))
        if self._checks:
            self._check(request.method, path, body)
        status, said, headers = self._answer(request, path, body)
        if fault and fault.status:
            return self._said(fault.status, fault.body, fault.headers)
        return self._said(status, said, headers)

    def _said(self, status: int, body: Any, headers: dict[str, str]) -> web.Response:
        self.statuses.append((time.monotonic(), status))
        if isinstance(body, str):
            return web.Response(status=status, text=body, headers=headers)
        if body is None:
            return web.Response(status=status, headers=headers)
        # discord.py wants exactly this type, without a charset.
        headers = {**headers, "Content-Type": "application/json"}
        return web.Response(status=status, body=json.dumps(body).encode(), headers=headers)

    def _check(self, method: str, path: str, body: Any) -> None:
        try:
            check_body(method, path, body)
        except AssertionError as error:
            self.violations.append(f"{method} {path}: {error}")

    def _answer(
        self, request: web.Request, path: str, body: Any
    ) -> tuple[int, Any, dict[str, str]]:
        for pattern, handler in _ROUTES:
            found = re.fullmatch(pattern, f"{request.method} {path}")
            if found:
                answer: tuple[int, Any, dict[str, str]] = handler(self, request, found, body)
                return answer
        self.violations.append(f"unknown: {request.method} {path}")
        return 404, {"code": 0, "message": "404: Not Found"}, {}

    def _me(self, *_: Any) -> tuple[int, Any, dict[str, str]]:
        return 200, payloads.BOT, {}

    def _application(self, *_: Any) -> tuple[int, Any, dict[str, str]]:
        return 200, payloads.application(), {}

    def _gateway(self, *_: Any) -> tuple[int, Any, dict[str, str]]:
        limit = {
            "total": 1000, "remaining": 999, "reset_after": 0,
            "max_concurrency": self.concurrency,
        }  # fmt: skip
        address = self.gateway_address
        return 200, {"url": address, "shards": self.shards, "session_start_limit": limit}, {}

    def _commands(self, _r: Any, _f: Any, body: Any) -> tuple[int, Any, dict[str, str]]:
        # Discord gives a context menu an empty description back.
        given = {"id": "1", "application_id": "1", "version": "1", "description": ""}
        return 200, [{**given, **each} for each in body or []], {}

    def _callback(
        self, request: web.Request, found: re.Match[str], body: Any
    ) -> tuple[int, Any, dict[str, str]]:
        asked = self.asked.get(found["interaction"])
        if asked is None or asked.token != found["token"]:
            return 404, _UNKNOWN_INTERACTION, {}
        if asked.answers:
            asked.refused += 1
            return 400, _ALREADY_ACKNOWLEDGED, {}
        if time.perf_counter() - asked.at > DEADLINE_SECONDS:
            asked.refused += 1
            return 404, _UNKNOWN_INTERACTION, {}
        asked.answered(body)
        if request.query.get("with_response", "").lower() not in {"1", "true"}:
            return 204, None, {}
        number = self._number()
        told = {"id": found["interaction"], "type": 2, "response_message_id": number}
        resource = {
            "type": body["type"],
            "message": payloads.message(int(number), "20", payloads.BOT),
        }
        return 200, {"interaction": told, "resource": resource}, {}

    def _followup(
        self, request: web.Request, found: re.Match[str], body: Any
    ) -> tuple[int, Any, dict[str, str]]:
        asked = next((each for each in self.asked.values() if each.token == found["token"]), None)
        late = asked is not None and time.perf_counter() - asked.at > TOKEN_SECONDS
        if asked is None or late or not asked.answers:
            return 404, _UNKNOWN_WEBHOOK, {}
        if request.method in {"PATCH", "POST"}:
            asked.followups.append(body)
        if request.method == "DELETE":
            return 204, None, {}
        return 200, payloads.message(int(self._number()), "20", payloads.BOT), {}

    def _message(
        self, _request: web.Request, found: re.Match[str], body: Any
    ) -> tuple[int, Any, dict[str, str]]:
        channel, nonce = found["channel"], str(body.get("nonce", ""))
        allowed, headers = self._allowed(f"messages-{channel}")
        if not allowed:
            left = float(headers["X-RateLimit-Reset-After"])
            said = {"message": "You are being rate limited.", "retry_after": left, "global": False}
            return 429, said, {**headers, "Via": "1.1 google", "X-RateLimit-Scope": "user"}
        # https://discord.com/developers/docs/resources/message#create-message, enforce_nonce
        if nonce and body.get("enforce_nonce") and (channel, nonce) in self._by_nonce:
            return 200, self._by_nonce[channel, nonce], headers
        made = payloads.message(int(self._number()), channel, payloads.BOT)
        self.messages[made["id"]] = {**made, "sent": body}
        if nonce:
            self._by_nonce[channel, nonce] = made
        answered = self.asked.get(str((body.get("message_reference") or {}).get("message_id")))
        if answered:
            answered.answered(body)
        return 200, made, headers

    def _typing(self, *_: Any) -> tuple[int, Any, dict[str, str]]:
        return 204, None, {}

    def _open(self, _r: Any, _f: Any, body: Any) -> tuple[int, Any, dict[str, str]]:
        user = payloads.person(int(body["recipient_id"]))
        return 200, {"id": f"9{body['recipient_id']}", "type": 1, "recipients": [user]}, {}

    def _allowed(self, bucket: str) -> tuple[bool, dict[str, str]]:
        """Count one request of five in five seconds; return whether it may be, and the headers."""
        now = time.monotonic()
        began, used = self._windows.get(bucket, (now, 0))
        if now >= began + 5:
            began, used = now, 0
        self._windows[bucket] = (began, used + 1)
        left = began + 5 - now
        headers = {
            "X-RateLimit-Bucket": bucket, "X-RateLimit-Limit": "5",
            "X-RateLimit-Remaining": str(max(4 - used, 0)),
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Reset": f"{time.time() + left:.3f}",
        }  # fmt: skip
        return used < 5, headers

    def _number(self) -> str:
        self._next += 1
        return str(self._next)


_HOOK = r"/webhooks/\d+/(?P<token>[^/]+)"
_ROUTES: tuple[tuple[str, Callable[..., tuple[int, Any, dict[str, str]]]], ...] = (
    (r"POST /interactions/(?P<interaction>\d+)/(?P<token>[^/]+)/callback", Rest._callback),
    (r"POST /channels/(?P<channel>\d+)/messages", Rest._message),
    (r"POST /channels/\d+/typing", Rest._typing),
    (rf"POST {_HOOK}", Rest._followup),
    (rf"(GET|PATCH|DELETE) {_HOOK}/messages/[^/]+", Rest._followup),
    (r"GET /users/@me", Rest._me),
    (r"GET /oauth2/applications/@me", Rest._application),
    (r"GET /gateway/bot", Rest._gateway),
    (r"PUT /applications/\d+(/guilds/\d+)?/commands", Rest._commands),
    (r"POST /users/@me/channels", Rest._open),
)


async def _body(request: web.Request) -> Any:
    if not request.can_read_body:
        return None
    if not request.content_type.startswith("multipart/"):
        return json.loads(await request.text())
    form = await request.post()
    return json.loads(str(form["payload_json"])) if "payload_json" in form else dict(form)
