"""What the running bot says of itself, in a line or two."""

from __future__ import annotations

from typing import Any

from bot.console.running_bot import running_as_text

TOLD: dict[str, Any] = {
    "wrong": [], "troubles": [], "uptime_seconds": 61.0, "gateway_latency_seconds": 0.05,
    "servers": 1, "memory_bytes": 120_000_000, "edition": 3, "rebuilt": None, "reload": None,
}  # fmt: skip


def test_one_minute_and_one_server_are_not_several() -> None:
    assert running_as_text(TOLD) == (
        "The bot has run for 1 minute and is ready.\n"
        "1 server, gateway latency 50 ms, memory 120 MB, edition 3"
    )


def test_several_are() -> None:
    said = running_as_text({**TOLD, "uptime_seconds": 7_200.0, "servers": 0})

    assert "run for 120 minutes" in said
    assert "0 servers, " in said
