"""The bot as its own process, over real sockets: start, answer, stop."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

import psutil
import pytest
from aiohttp.test_utils import unused_port

from benchmarks.collection import Collection
from bot.console.failures import ExitCode
from tests.conftest import ROOT, SEED
from tests.wire.payloads import BOT_TOKEN, INTERACTION_TOKEN, token
from tests.wire.processes import PATIENCE, Running, running, started
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from pathlib import Path

    from tests.wire.rest import Asked


async def test_a_question_is_answered_in_one_request_and_sigterm_ends_cleanly(
    tmp_path: Path,
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        asked = await discord.send("asad flees syira")
        await asyncio.wait_for(asked.first.wait(), PATIENCE)
        code = await bot.ended(signal.SIGTERM)

    assert asked.answers[0]["type"] == 4
    assert "] #1" in str(asked.answers)
    paths = [path for _, path, _ in discord.rest.requests if "interactions" in path]
    assert paths == [f"/interactions/{asked.number}/{token(asked.number)}/callback"]
    assert code == 0
    assert "Traceback" not in bot.log


async def test_a_terminal_that_is_closed_ends_the_bot_as_cleanly(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        code = await bot.ended(signal.SIGHUP)

    assert code == 0
    assert "stopping" in bot.log


async def test_what_is_in_hand_is_answered_before_the_bot_stops(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        asked = [await discord.send("grain imports", person=2_000 + n) for n in range(50)]
        await asyncio.wait_for(asked[0].first.wait(), PATIENCE)
        code = await bot.ended(signal.SIGTERM)
        answers = [str(each.answers[0]) for each in asked if each.answers]

    assert code == 0
    assert all("] #14" in each or "restarting" in each for each in answers)
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


def damage(path: Path) -> None:
    """Overwrite a file where it is, as the bot has it mapped."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(bytes(size))


async def test_no_token_and_no_words_are_in_any_output_even_at_debug_and_in_tracebacks(
    tmp_path: Path,
) -> None:
    async with (
        StandIn([7 << 22]) as discord,
        running(discord, tmp_path / "state", ATTACHE_LOG_LEVEL="debug") as bot,
    ):
        await discord.ask("grain imports zebra")
        written = await discord.write("khan yunis zebra", guild=7 << 22)
        await asyncio.wait_for(written.first.wait(), PATIENCE)
        await discord.send("grain imports")
        discord.rest.asked.clear()  # so that it is unknown to Discord
        await bot.logs("10062")
        for path in (tmp_path / "state").rglob("*.store"):
            damage(path)
        await discord.send("osce skopje zebra")
        await bot.logs("the index is damaged")  # with its traceback
        await discord.leave()
        await bot.logs("Attempting a reconnect")
        await bot.ended(signal.SIGTERM)

    assert "Traceback" in bot.log
    assert "INTERACTION_CREATE" in bot.log
    assert "callback" in bot.log
    for secret in (INTERACTION_TOKEN, *BOT_TOKEN.split("."), "zebra"):
        assert secret not in bot.log


async def test_the_log_has_the_words_where_it_is_set_so_and_still_no_token(tmp_path: Path) -> None:
    async with (
        StandIn() as discord,
        running(
            discord, tmp_path / "state", ATTACHE_LOG_LEVEL="debug", ATTACHE_LOG_WORDS=True
        ) as bot,
    ):
        await discord.ask("grain imports zebra")
        await bot.logs('"verdict"')
        await bot.ended(signal.SIGTERM)

    assert bot.logged("question")[0]["words"] == "grain imports zebra"
    assert "'value': 'grain imports zebra'" in bot.log  # what Discord sent, at DEBUG
    for secret in (INTERACTION_TOKEN, *BOT_TOKEN.split(".")):
        assert secret not in bot.log


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://attache:hunter2secret@127.0.0.1:{port}/attache",
        "postgresql://attache:hunter2%2Fsecret@127.0.0.1:{port}/attache",
        "postgresql://127.0.0.1:{port}/attache?user=attache&password=hunter2secret",
    ],
)
async def test_the_password_of_a_database_is_in_no_output(tmp_path: Path, address: str) -> None:
    url = address.format(port=unused_port())
    async with (
        StandIn() as discord,
        started(
            discord, tmp_path / "state", ATTACHE_LOG_LEVEL="debug", ATTACHE_DATABASE_URL=url
        ) as bot,
    ):
        await bot.logs("waiting for the database")
        checking = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "check"),
            cwd=ROOT,
            env={**os.environ, "ATTACHE_LOG_LEVEL": "debug", "ATTACHE_DATABASE_URL": url},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        told, _ = await checking.communicate()

    assert "database" in told.decode()
    assert "hunter2" not in bot.log + told.decode()


async def test_no_privileged_intent_is_asked_for(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state"):
        pass

    privileged = 1 << 1 | 1 << 8 | 1 << 15
    assert discord.gateway.identified[0]["intents"] & privileged == 0


async def test_it_stops_cleanly_while_it_reloads_and_people_ask(tmp_path: Path) -> None:
    state, data = tmp_path / "state", tmp_path / "data"
    data.mkdir()
    (data / "briefings.txt").write_bytes(SEED.read_bytes())
    async with (
        StandIn() as discord,
        running(discord, state, ATTACHE_DATA=data, ATTACHE_WATCH=True) as bot,
    ):
        asked = await under_load(discord, bot, data)
        code = await bot.ended(signal.SIGTERM)
        left = sorted(path.name for path in state.glob("*.sqlite3-*"))
        async with running(discord, state, ATTACHE_DATA=data):
            later = await discord.ask("khan yunis")

    assert code == 0
    assert left == []  # the databases were closed
    assert all(len(each.answers) <= 1 for each in asked)
    assert "] #9" in str(later)
    assert "Traceback" not in bot.log


async def test_a_bot_killed_while_it_reloads_and_people_ask_starts_again_where_it_was(
    tmp_path: Path,
) -> None:
    state, data = tmp_path / "state", tmp_path / "data"
    data.mkdir()
    (data / "briefings.txt").write_bytes(SEED.read_bytes())
    async with StandIn() as discord:
        async with running(discord, state, ATTACHE_DATA=data, ATTACHE_WATCH=True) as bot:
            await under_load(discord, bot, data)
            await bot.ended(signal.SIGKILL)
        async with running(discord, state, ATTACHE_DATA=data) as bot:
            body = await discord.ask("khan yunis")
            code = await bot.ended(signal.SIGTERM)

    assert "] #9" in str(body)
    assert code == 0
    assert "Traceback" not in bot.log


async def under_load(discord: StandIn, bot: Running, data: Path) -> list[Asked]:
    """Let people ask, and the bot read and build; return as soon as both go on."""
    texts = SEED.read_text(encoding="utf-8").splitlines()
    lines = [json.dumps({"text": each.text}) for each in Collection(texts, 20_000).briefings()]
    await asyncio.to_thread((data / "made.jsonl").write_text, "\n".join(lines), "utf-8")
    asked: list[Asked] = []
    process = psutil.Process(bot.process.pid)
    async with asyncio.timeout(PATIENCE):
        while not (process.children() and any(each.answers for each in asked)):
            person = 2_000 + len(asked)
            asked.append(await discord.send("grain imports", person=person, channel=person))
            await asyncio.sleep(0.02)
    return asked


async def test_the_service_manager_is_told_how_the_bot_starts_and_stops(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(0)
        async with (
            StandIn() as discord,
            running(discord, tmp_path / "state", NOTIFY_SOCKET=tmp_path / "notify") as bot,
        ):
            await bot.ended(signal.SIGTERM)
        heard = [manager.recv(1_000).decode().splitlines()[0] for _ in range(3)]

    assert heard == ["EXTEND_TIMEOUT_USEC=60000000", "READY=1", "STOPPING=1"]


async def test_a_second_bot_on_the_same_state_folder_says_so_and_leaves(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        async with started(discord, tmp_path / "state") as second:
            code = await second.ended()
        body = await discord.ask("khan yunis")

    assert code == ExitCode.IN_USE
    assert f"in use by process {bot.process.pid}" in bot.log
    assert "Traceback" not in bot.log
    assert "] #9" in str(body)
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
