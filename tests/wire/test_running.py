"""The bot as its own process, over real sockets: start, answer, stop."""

from __future__ import annotations

import asyncio
import json
import signal
from typing import TYPE_CHECKING

from tests.wire.payloads import INTERACTION_TOKEN, token
from tests.wire.processes import PATIENCE, running, started
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_question_is_answered_in_one_request_and_sigterm_ends_cleanly(
    tmp_path: Path,
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        asked = await discord.send("asad flees syira")
        await asyncio.wait_for(asked.first.wait(), PATIENCE)
        code = await bot.ended(signal.SIGTERM)

    assert asked.answers[0]["type"] == 4
    assert "briefings.txt:1" in str(asked.answers)
    paths = [path for _, path, _ in discord.rest.requests if "interactions" in path]
    assert paths == [f"/interactions/{asked.number}/{token(asked.number)}/callback"]
    assert code == 0
    assert "Traceback" not in bot.log


async def test_what_is_in_hand_is_answered_before_the_bot_stops(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        asked = [await discord.send("grain imports", person=2_000 + n) for n in range(50)]
        await asyncio.wait_for(asked[0].first.wait(), PATIENCE)
        code = await bot.ended(signal.SIGTERM)
        answers = [str(each.answers[0]) for each in asked if each.answers]

    assert code == 0
    assert all("briefings.txt:14" in each or "restarting" in each for each in answers)
    assert all(len(each.answers) <= 1 and not each.refused for each in asked)
    assert bot.log.count("question ") + bot.log.count('"event": "question"') <= len(answers)
    assert "Traceback" not in bot.log


async def test_commands_are_registered_once_and_not_again_after_a_restart(tmp_path: Path) -> None:
    async with StandIn() as discord:
        for _ in range(2):
            async with running(discord, tmp_path / "state") as bot:
                await bot.ended(signal.SIGTERM)

    registered = [path for method, path, _ in discord.rest.requests if method == "PUT"]
    assert registered == ["/applications/1000/commands"]


async def test_no_token_is_in_the_log_even_at_debug_and_in_tracebacks(tmp_path: Path) -> None:
    async with (
        StandIn() as discord,
        running(discord, tmp_path / "state", ATTACHE_LOG_LEVEL="debug") as bot,
    ):
        await discord.ask("grain imports")
        discord.rest.asked.clear()  # so that the next is unknown to Discord
        await discord.send("grain imports")
        discord.rest.asked.clear()
        await bot.logs("10062")
        await bot.ended(signal.SIGTERM)

    assert "INTERACTION_CREATE" in bot.log
    assert "callback" in bot.log
    assert INTERACTION_TOKEN not in bot.log
    assert discord.settings["ATTACHE_TOKEN"] not in bot.log


async def test_no_privileged_intent_is_asked_for(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state"):
        pass

    privileged = 1 << 1 | 1 << 8 | 1 << 15
    assert discord.gateway.identified[0]["intents"] & privileged == 0


async def test_a_killed_bot_starts_again_where_it_was(tmp_path: Path) -> None:
    async with StandIn() as discord:
        async with running(discord, tmp_path / "state") as bot:
            await bot.ended(signal.SIGKILL)
        async with running(discord, tmp_path / "state") as bot:
            body = await discord.ask("khan yunis")
            code = await bot.ended(signal.SIGTERM)

    assert "briefings.txt:9" in str(body)
    assert code == 0


async def test_a_second_bot_on_the_same_state_folder_says_so_and_leaves(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        async with started(discord, tmp_path / "state") as second:
            code = await second.ended()
        body = await discord.ask("khan yunis")

    assert code not in (0, None)
    assert "in use" in bot.log
    assert "Traceback" not in bot.log
    assert "briefings.txt:9" in str(body)
    assert len(discord.gateway.identified) == 1


async def test_the_log_has_one_line_a_question_without_its_words(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        await discord.ask("what about khan yunis zebra")
        await bot.logs('"verdict"')
        await bot.ended(signal.SIGTERM)

    lines = [json.loads(line) for line in bot.log.splitlines()]
    told = [line for line in lines if line["event"] == "question"]
    assert [(each["way"], each["verdict"]) for each in told] == [("command", "closest")]
    assert told[0]["milliseconds"] > 0
    assert "zebra" not in bot.log
