"""The unmodified bot as a process of its own."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.conftest import ROOT

if TYPE_CHECKING:
    import signal
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.wire.standin import StandIn

PATIENCE = 120
"""Seconds: a busy machine may take long, and nothing is shown by how long it takes."""


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that runs, and the file that all its output goes to."""

    process: Process
    log_file: Path

    @property
    def log(self) -> str:
        """Return what was written so far."""
        return self.log_file.read_text(encoding="utf-8")

    def logged(self, event: str) -> list[dict[str, Any]]:
        """Return the lines of the log about an event."""
        lines = [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]
        return [line for line in lines if line["event"] == event]

    def missed(self) -> Counter[int]:
        """Return how often the log says of each interaction or message that it was missed."""
        missed: Counter[int] = Counter()
        for line in self.logged("missed"):
            missed.update(line.get("interactions") or [line.get("interaction") or line["message"]])
        return missed

    async def ended(self, number: signal.Signals | None = None) -> int:
        """Send a signal, where one is given; return the exit code."""
        if number is not None:
            self.process.send_signal(number)
        return await asyncio.wait_for(self.process.wait(), PATIENCE)

    async def logs(self, words: str) -> None:
        """Wait until the log has these words."""
        async with asyncio.timeout(PATIENCE):
            while words not in self.log:
                await asyncio.sleep(0.02)


@asynccontextmanager
async def running(discord: StandIn, state: Path, **settings: Any) -> AsyncIterator[Running]:
    """Run the bot against the stand-in; it has identified when this begins."""
    discord.gateway.ready.clear()
    async with started(discord, state, **settings) as bot:
        ready = asyncio.create_task(discord.gateway.ready.wait())
        left = asyncio.create_task(bot.process.wait())
        async with asyncio.timeout(PATIENCE):
            await asyncio.wait({ready, left}, return_when=asyncio.FIRST_COMPLETED)
        left.cancel()
        assert ready.done(), bot.log
        yield bot


@asynccontextmanager
async def started(discord: StandIn, state: Path, **settings: Any) -> AsyncIterator[Running]:
    """Start the bot, and kill it at the end where it still runs."""
    log = state.with_name(f"{state.name}.log")
    own = {name: str(value) for name, value in settings.items()}
    with log.open("ab") as output:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=ROOT,
            env={**os.environ, **discord.settings, "ATTACHE_STATE": str(state), **own},
            stdout=output,
            stderr=output,
        )
    try:
        yield Running(process, log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
