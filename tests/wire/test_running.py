"""The bot as its own process, over real sockets: start, answer, stop."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tests.chat.checking import check_message
from tests.conftest import ROOT
from tests.wire.standin import INTERACTION_TOKEN, StandIn

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator
    from pathlib import Path

_PATIENCE = 30


@asynccontextmanager
async def running(discord: StandIn, state: Path, **settings: str) -> AsyncIterator[Process]:
    """Run the unmodified bot against the stand-in."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=ROOT,
        env={**os.environ, **discord.settings, "ATTACHE_STATE": str(state), **settings},
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        await asyncio.wait_for(discord.ready.wait(), _PATIENCE)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def stopped(process: Process, number: signal.Signals) -> tuple[int | None, str]:
    process.send_signal(number)
    _, log = await asyncio.wait_for(process.communicate(), _PATIENCE)
    return process.returncode, log.decode()


async def test_a_question_is_answered_in_one_request_and_sigterm_ends_cleanly(
    tmp_path: Path,
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as process:
        body = await asyncio.wait_for(discord.ask(1, "asad flees syira"), _PATIENCE)
        code, log = await stopped(process, signal.SIGTERM)

    check_message(body["data"])
    assert body["type"] == 4
    assert "briefings.txt:1" in str(body)
    assert [path for _, path, _ in discord.requests if "interactions" in path] == [
        f"/interactions/1/{INTERACTION_TOKEN}/callback"
    ]
    assert code == 0
    assert "Traceback" not in log


async def test_what_is_in_hand_is_answered_before_the_bot_stops(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as process:
        answers = [asyncio.create_task(discord.ask(number, "grain imports")) for number in range(9)]
        await asyncio.wait_for(answers[0], _PATIENCE)
        code, _ = await stopped(process, signal.SIGINT)
        bodies = [task.result() for task in answers if task.done()]

    assert code == 0
    assert all("briefings.txt:14" in str(body) or "restarting" in str(body) for body in bodies)


async def test_commands_are_registered_once_and_not_again_after_a_restart(tmp_path: Path) -> None:
    async with StandIn() as discord:
        for _ in range(2):
            discord.ready.clear()
            async with running(discord, tmp_path / "state") as process:
                await stopped(process, signal.SIGTERM)

    registered = [path for method, path, _ in discord.requests if method == "PUT"]
    assert registered == ["/applications/1000/commands"]


async def test_no_token_is_in_the_log_even_at_debug(tmp_path: Path) -> None:
    async with (
        StandIn() as discord,
        running(discord, tmp_path / "state", ATTACHE_LOG_LEVEL="debug") as process,
    ):
        await asyncio.wait_for(discord.ask(1, "grain imports"), _PATIENCE)
        _, log = await stopped(process, signal.SIGTERM)

    assert "INTERACTION_CREATE" in log or "callback" in log
    assert INTERACTION_TOKEN not in log
    assert discord.settings["ATTACHE_TOKEN"] not in log


async def test_no_privileged_intent_is_asked_for(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state"):
        pass

    privileged = 1 << 1 | 1 << 8 | 1 << 15
    assert discord.identified[0]["intents"] & privileged == 0


async def test_a_killed_bot_starts_again_where_it_was(tmp_path: Path) -> None:
    async with StandIn() as discord:
        async with running(discord, tmp_path / "state") as process:
            process.kill()
            await process.communicate()
        discord.ready.clear()
        async with running(discord, tmp_path / "state") as process:
            body = await asyncio.wait_for(discord.ask(5, "khan yunis"), _PATIENCE)
            code, _ = await stopped(process, signal.SIGTERM)

    assert "briefings.txt:9" in str(body)
    assert code == 0
