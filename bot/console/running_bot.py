"""Asking the bot that runs over a state folder how it is doing."""

from __future__ import annotations

import asyncio
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from bot.console.text import counted

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "health.address"
"""The file in the state folder that tells where the running bot can be asked."""
_SECONDS = 5


async def ask_running(state: Path) -> dict[str, Any] | None:
    """Return what the bot that runs over a state folder says of itself.

    That is None where none runs there, or none serves its health.
    """
    import aiohttp  # noqa: PLC0415 - it takes long to import, and one command needs it

    try:
        address = await asyncio.to_thread((state / ADDRESS).read_text, "utf-8")
        own = await asyncio.to_thread(digest_of, state)
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session,
            session.get(f"{address}/status") as response,
        ):
            told: Any = await response.json()
    except (OSError, aiohttp.ClientError, TimeoutError, ValueError):
        return None
    # Where a bot was killed, another program may have its port by now, or a bot of another folder.
    return told if isinstance(told, dict) and told.get("state") == own else None


def digest_of(state: Path) -> str:
    """Return what tells a state folder from others, and not where it is; raise ``OSError``.

    By whatever path it is reached, as in a container, it is the same.
    """
    found = state.stat()
    return blake2b(f"{found.st_dev}:{found.st_ino}".encode(), digest_size=8).hexdigest()


def running_as_text(told: dict[str, Any] | None) -> str:
    """Return what the running bot says in a line or two."""
    if told is None:
        return "No running bot answers here (ATTACHE_HEALTH_PORT makes one answer)."
    wrong = "; ".join(told["wrong"])
    minutes = round(told["uptime_seconds"] / 60)
    latency = told["gateway_latency_seconds"] * 1000
    lines = [
        f"The bot has run for {counted(minutes, 'minute')} and is "
        + (f"not ready: {wrong}." if wrong else "ready."),
        f"{counted(told['servers'], 'server')}, gateway latency {latency:.0f} ms, "
        f"memory {told['memory_bytes'] / 1e6:.0f} MB, edition {told['edition']}",
    ]
    lines += told["troubles"]
    if told["rebuilt"]:
        lines.append(f"At its start: {told['rebuilt']}")
    if told["reload"]:
        lines.append(f"Reloading: {told['reload']}")
    return "\n".join(lines)
