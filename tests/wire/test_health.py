"""What an operator can ask a running bot, over real sockets."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import sys
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port
from prometheus_client.parser import text_string_to_metric_families

from bot.console.failures import ExitCode
from bot.console.running_bot import ADDRESS
from tests.conftest import ROOT
from tests.wire.processes import PATIENCE, running, started
from tests.wire.rest import Fault
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from prometheus_client.samples import Sample

    from tests.postgres import PostgresServer


_TICKS = "attache_loop_delay_seconds_count"


class Operator:
    """Asks for pages of the running bot, and runs commands beside it."""

    def __init__(self, session: ClientSession, state: Path) -> None:
        self._session = session
        self._state = state

    async def get(self, path: str) -> tuple[int, str]:
        async with self._session.get(path) as response:
            return response.status, await response.text()

    async def until(self, path: str, status: int) -> str:
        async with asyncio.timeout(PATIENCE):
            while True:
                found, text = await self.get(path)
                if found == status:
                    return text
                await asyncio.sleep(0.05)

    async def metrics(self) -> dict[str, float]:
        _, text = await self.get("/metrics")
        families = text_string_to_metric_families(text)
        return {name_of(sample): sample.value for family in families for sample in family.samples}

    async def attache(self, *arguments: str) -> tuple[int | None, str]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=ROOT,
            env={**os.environ, "ATTACHE_STATE": str(self._state)},
            stdout=asyncio.subprocess.PIPE,
        )
        output, _ = await process.communicate()
        return process.returncode, output.decode()


def name_of(sample: Sample) -> str:
    return sample.name + (json.dumps(sample.labels, sort_keys=True) if sample.labels else "")


@pytest.fixture
async def discord() -> AsyncIterator[StandIn]:
    async with StandIn() as stand_in:
        yield stand_in


@pytest.fixture
async def operator(discord: StandIn, tmp_path: Path) -> AsyncIterator[Operator]:
    port = unused_port()
    async with (
        running(discord, tmp_path / "state", ATTACHE_HEALTH_PORT=port),
        ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        yield Operator(session, tmp_path / "state")


async def test_a_quiet_bot_is_alive_and_ready(operator: Operator) -> None:
    assert (await operator.get("/live"))[0] == 200
    assert json.loads(await operator.until("/ready", 200)) == {
        "ready": True,
        "wrong": [],
        "troubles": [],
    }


async def test_without_its_gateway_it_is_alive_and_not_ready_and_says_why(
    discord: StandIn, operator: Operator
) -> None:
    await operator.until("/ready", 200)
    await discord.leave()
    told = await operator.until("/ready", 503)
    [why] = json.loads(told)["wrong"]
    assert why.startswith("the gateway is not connected")
    assert (await operator.get("/live"))[0] == 200

    await discord.return_()
    await operator.until("/ready", 200)


async def test_while_its_database_is_away_it_is_alive_and_says_that_it_waits_for_it(
    discord: StandIn, tmp_path: Path, postgres: PostgresServer
) -> None:
    url, port = postgres.new_database(), unused_port()
    async with AsyncExitStack() as stack:
        with postgres.stopped():
            bot = await stack.enter_async_context(
                started(
                    *(discord, tmp_path / "state"),
                    ATTACHE_DATABASE_URL=url, ATTACHE_HEALTH_PORT=port,
                )
            )  # fmt: skip
            await bot.logs("waiting for the database")
            session = ClientSession(f"http://127.0.0.1:{port}")
            operator = Operator(await stack.enter_async_context(session), tmp_path / "state")
            assert (await operator.get("/live"))[0] == 200
            why = json.loads(await operator.until("/ready", 503))["wrong"][0]
            assert "database" in why
            code, told = await operator.attache("status", "--ready")
            assert (code, "is not ready" in told) == (ExitCode.NETWORK, True)
            assert "database" in told
            assert (await operator.metrics())["attache_gateway_connected"] == 0
        await operator.until("/ready", 200)
        assert (await operator.metrics())["attache_gateway_connected"] == 1


async def test_while_discord_takes_its_time_to_let_it_in_it_says_that_it_logs_in(
    discord: StandIn, tmp_path: Path
) -> None:
    port = unused_port()
    slow = [Fault(delay=3.0)]
    discord.rest.weather = lambda _method, _path: slow.pop() if slow else None
    async with (
        started(discord, tmp_path / "state", ATTACHE_HEALTH_PORT=port) as bot,
        ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        operator = Operator(session, tmp_path / "state")
        await bot.logs("health is served")
        async with asyncio.timeout(PATIENCE):
            while "the gateway is not connected: logging in" not in (
                await operator.until("/ready", 503)
            ):
                await asyncio.sleep(0.05)
        await operator.until("/ready", 200)


async def test_while_it_waits_for_its_last_answers_it_says_that_it_stops(
    discord: StandIn, tmp_path: Path
) -> None:
    port = unused_port()
    async with (
        running(discord, tmp_path / "state", ATTACHE_HEALTH_PORT=port) as bot,
        ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        operator = Operator(session, tmp_path / "state")
        await operator.until("/ready", 200)
        held = asyncio.Event()

        def hold_back(_method: str, path: str) -> Fault | None:
            if "callback" not in path:
                return None
            held.set()
            return Fault(delay=2.0)

        discord.rest.weather = hold_back
        await discord.send("grain imports")
        await asyncio.wait_for(held.wait(), PATIENCE)
        bot.process.send_signal(signal.SIGTERM)
        told = json.loads(await operator.until("/ready", 503))["wrong"]
        code = await bot.ended()

    assert told == ["it is stopping"]
    assert code == 0


@pytest.mark.parametrize("shards", ["", "2"], ids=["one", "two-shards"])
@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("ATTACHE_DATABASE_URL", "postgresql://x:hunter2@nowhere.invalid/x"),
        ("ATTACHE_DISCORD_API_URL", "http://nowhere.invalid/api/v10"),
        ("ATTACHE_DISCORD_GATEWAY_URL", "ws://nowhere.invalid/"),
    ],
)
async def test_a_host_name_that_is_none_is_told_with_the_setting_that_has_it(
    discord: StandIn, tmp_path: Path, setting: str, address: str, shards: str
) -> None:
    port = unused_port()
    settings = {**discord.settings, setting: address, "ATTACHE_SHARDS": shards}
    async with (
        started(discord, tmp_path / "state", ATTACHE_HEALTH_PORT=port, **settings) as bot,
        ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        await bot.logs("cannot be resolved")
        told = json.loads(await Operator(session, tmp_path).until("/ready", 503))["wrong"][0]
        code = await bot.ended(signal.SIGTERM)

    assert code == 0
    for said in (told, bot.log):
        assert "cannot be resolved" in said
        assert setting in said
    assert "hunter2" not in told + bot.log
    assert "Traceback" not in bot.log
    assert "logging in" not in bot.log  # once for each attempt


async def test_metrics_count_questions_by_way_and_verdict(
    discord: StandIn, operator: Operator
) -> None:
    await discord.ask("grain imports")
    written = await discord.write("qwertzuiop")
    await written.first.wait()
    found: dict[str, float] = {}
    async with asyncio.timeout(PATIENCE):
        while found.get("attache_answer_seconds_count") != 2 or not found[_TICKS]:
            await asyncio.sleep(0.05)
            found = await operator.metrics()

    assert found['attache_questions_total{"verdict": "answered", "way": "command"}'] == 1
    assert found['attache_questions_total{"verdict": "nothing", "way": "direct"}'] == 1
    assert found['attache_gateway_events_total{"event": "identify"}'] == 1
    assert found["attache_edition"] == 1
    assert found["attache_briefings"] == 14
    assert found["attache_answer_seconds_count"] == 2
    assert found["process_resident_memory_bytes"] > 1e6
    assert found['attache_bytes{"what": "database"}'] > 0
    assert found['attache_bytes{"what": "index"}'] > 0
    assert sum(value for name, value in found.items() if "rest_requests_total" in name) > 3


async def test_dashboard_and_alerts_name_no_metric_that_is_none(operator: Operator) -> None:
    _, text = await operator.get("/metrics")
    families = list(text_string_to_metric_families(text))
    known = {family.name for family in families}
    known |= {f"{family.name}_total" for family in families if family.type == "counter"}
    known |= {f"{family.name}_bucket" for family in families if family.type == "histogram"}
    for name in ("grafana-dashboard.json", "alerts.yml"):
        written = (ROOT / "config" / name).read_text(encoding="utf-8")
        used = set(re.findall(r"\b(?:attache|process)_[a-z_]+\b", written))
        assert used
        assert used <= known, name


async def test_status_in_the_terminal_asks_the_running_bot(operator: Operator) -> None:
    await operator.until("/ready", 200)
    code, ready = await operator.attache("status", "--ready")
    _, told = await operator.attache("status", "--format", "json")

    assert code == 0
    assert "is ready" in ready
    status: dict[str, Any] = json.loads(told)
    assert status["briefings"] == 14
    assert status["running"]["wrong"] == []
    assert status["running"]["memory_bytes"] > 1e6
    assert status["running"]["troubles"] == []
    assert status["running"]["rebuilt"] is status["rebuilt"] is status["trouble"] is None


async def test_status_of_a_bot_that_does_not_run_is_not_ready(
    discord: StandIn, operator: Operator
) -> None:
    await discord.leave()
    await operator.until("/ready", 503)
    code, told = await operator.attache("status", "--ready")

    assert code == ExitCode.NETWORK
    assert "the gateway is not connected" in told


async def test_a_second_bot_says_that_the_folder_is_in_use_and_blames_no_port(
    discord: StandIn, tmp_path: Path
) -> None:
    port = unused_port()
    async with running(discord, tmp_path / "state", ATTACHE_HEALTH_PORT=port):
        async with started(discord, tmp_path / "state", ATTACHE_HEALTH_PORT=port) as second:
            code = await second.ended()
        async with ClientSession(f"http://127.0.0.1:{port}") as session:
            assert (await Operator(session, tmp_path).get("/live"))[0] == 200
        address = (tmp_path / "state" / ADDRESS).read_text(encoding="utf-8")

    assert code == ExitCode.IN_USE
    assert "in use by process" in second.log
    assert address == f"http://127.0.0.1:{port}"


async def test_a_port_that_is_taken_is_told_in_one_line(discord: StandIn, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with started(discord, tmp_path / "state", ATTACHE_HEALTH_PORT=port) as bot:
            code = await bot.ended()

    assert code == ExitCode.NETWORK
    assert f"port {port}" in bot.log
    assert "Traceback" not in bot.log
