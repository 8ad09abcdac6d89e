"""The gateway misbehaves: every question is answered once, or known to be missed."""

from __future__ import annotations

import asyncio
import json
import signal
import time
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from bot.console.failures import ExitCode
from tests.wire.gateway import Stage
from tests.wire.processes import PATIENCE, Running, running, started
from tests.wire.rest import Fault
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.wire.rest import Asked

_NOT_REACHED = "Discord cannot be reached: trying again"
_HELD_BACK = "many sessions were begun lately: waiting"


async def all_answered(asked: Iterable[Asked]) -> None:
    """Wait for the first answers, then assert that there was no second."""
    async with asyncio.timeout(PATIENCE):
        for each in asked:
            await each.first.wait()
    assert all(len(each.answers) == 1 and not each.refused for each in asked)


async def connected(discord: StandIn, times: int) -> None:
    """Wait until the bot has a session, on its so-manieth socket."""
    async with asyncio.timeout(PATIENCE):
        while discord.gateway.connected < times or not discord.gateway.is_attended:
            await asyncio.sleep(0.01)


async def identified(discord: StandIn, times: int) -> None:
    """Wait until the bot has begun so many sessions."""
    async with asyncio.timeout(PATIENCE):
        while len(discord.gateway.identified) < times or not discord.gateway.is_attended:
            await asyncio.sleep(0.01)


async def test_a_dropped_socket_is_resumed_and_what_came_meanwhile_is_answered_once(
    tmp_path: Path,
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state"):
        asked = []
        for times in range(2, 12):
            asked.append(await discord.send("grain imports"))
            discord.gateway.drop()
            asked.append(await discord.send("khan yunis"))  # kept until the bot resumes
            await connected(discord, times)
        await all_answered(asked)

    assert discord.gateway.resumed == 10
    assert len(discord.gateway.identified) == 1


async def test_an_interaction_that_comes_too_late_is_logged_as_missed(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.gateway.drop()
        asked = await discord.send("grain imports")
        asked.at -= 60  # as Discord counts, a minute ago
        await bot.logs('"missed"')
        await all_answered([await discord.send("khan yunis")])

    assert not asked.answers
    assert "Traceback" not in bot.log


async def test_reconnect_is_followed_by_a_resumed_session(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state"):
        await discord.gateway.ask_to_reconnect()
        asked = await discord.send("grain imports")
        await connected(discord, 2)
        await all_answered([asked])

    assert (discord.gateway.resumed, len(discord.gateway.identified)) == (1, 1)


async def test_an_invalid_session_is_resumed_where_it_can_be_and_begun_anew_where_not(
    tmp_path: Path,
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state"):
        await discord.gateway.invalidate(resumable=True)
        await connected(discord, 2)
        assert (discord.gateway.resumed, len(discord.gateway.identified)) == (1, 1)

        await discord.gateway.invalidate(resumable=False)
        await connected(discord, 3)
        await all_answered([await discord.send("grain imports")])

    assert (discord.gateway.resumed, len(discord.gateway.identified)) == (1, 2)


async def test_a_session_that_cannot_be_resumed_is_begun_anew(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state"):
        discord.gateway.remembers = False
        discord.gateway.drop()
        await identified(discord, 2)
        await all_answered([await discord.send("grain imports")])

    assert (discord.gateway.resumed, len(discord.gateway.identified)) == (0, 2)


async def test_a_session_that_is_refused_is_begun_later(tmp_path: Path) -> None:
    async with StandIn() as discord:
        discord.gateway.refusals = [False]
        async with running(discord, tmp_path / "state"):
            await all_answered([await discord.send("grain imports")])

    assert len(discord.gateway.identified) == 2


@pytest.mark.parametrize("stage", Stage)
async def test_a_socket_that_breaks_while_a_session_begins_is_opened_again(
    tmp_path: Path, stage: Stage
) -> None:
    async with StandIn([7 << 22]) as discord:
        discord.gateway.breaks = [stage]
        async with running(discord, tmp_path / "state"):
            await connected(discord, 2)
            await all_answered([await discord.send("grain imports", guild=7 << 22)])

    assert discord.gateway.breaks == []
    assert len(discord.gateway.identified) <= 2


@pytest.mark.parametrize("code", [1001, 4000, 4007, 4008, 4009])
async def test_a_close_that_discord_says_to_reconnect_after_is_followed_by_that(
    tmp_path: Path, code: int
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state"):
        await discord.gateway.close(code)
        await connected(discord, 2)
        await all_answered([await discord.send("grain imports")])

    assert len(discord.gateway.identified) + discord.gateway.resumed == 2


@pytest.mark.parametrize(
    ("code", "expected", "told"),
    [
        (4004, ExitCode.TOKEN, "does not accept the token"),
        (4010, ExitCode.SETTINGS, "ATTACHE_SHARDS"),
        (4011, ExitCode.SETTINGS, "ATTACHE_SHARDS"),
        (4013, ExitCode.NETWORK, "ended the connection"),
        (4014, ExitCode.TOKEN, "intents"),
    ],
)
async def test_a_close_for_good_ends_the_bot_with_a_line_that_says_why(
    tmp_path: Path, code: int, expected: ExitCode, told: str
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        await discord.gateway.close(code)
        left = await bot.ended()

    assert left == expected
    assert told in bot.log.splitlines()[-1]
    assert "Traceback" not in bot.log


async def test_a_connection_whose_heartbeats_are_not_acknowledged_is_left(tmp_path: Path) -> None:
    async with StandIn() as discord:
        discord.gateway.heartbeat = 0.2
        async with running(discord, tmp_path / "state") as bot:
            discord.gateway.acknowledges = False
            asked = [await discord.send("grain imports")]
            await bot.logs("stopped answering")
            discord.gateway.acknowledges = True
            await connected(discord, 2)
            asked.append(await discord.send("khan yunis"))
            await all_answered(asked)

    assert discord.gateway.resumed >= 1


async def test_a_discord_that_was_away_is_found_again(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        await discord.leave()
        await bot.logs("Attempting a reconnect")
        await discord.return_()
        await connected(discord, 2)
        await all_answered([await discord.send("grain imports")])

    assert len(discord.gateway.identified) == 1
    assert "Traceback" not in bot.log


async def test_a_second_outage_soon_after_the_first_is_logged_too(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        for outage in (1, 2):
            await discord.leave()
            async with asyncio.timeout(PATIENCE):
                while len(bot.logged(_NOT_REACHED)) != outage:
                    await asyncio.sleep(0.05)
            await discord.return_()
            await connected(discord, outage + 1)


async def test_a_gateway_that_is_away_at_the_start_is_found_when_it_is_there(
    tmp_path: Path,
) -> None:
    async with StandIn() as discord:
        nobody = f"ws://127.0.0.1:{unused_port()}/"
        there = discord.gateway.address
        discord.gateway.address = nobody
        async with started(discord, tmp_path / "state") as bot:
            await bot.logs(_NOT_REACHED)
            code = await bot.ended(signal.SIGTERM)
        discord.gateway.address = there
        async with running(discord, tmp_path / "state"):
            await all_answered([await discord.send("grain imports")])

    assert code == 0


@pytest.mark.parametrize("shards", ["", "2"], ids=["one", "two-shards"])
async def test_a_discord_that_is_away_at_the_start_is_found_when_it_is_there(
    tmp_path: Path, shards: str
) -> None:
    async with StandIn() as discord:
        await discord.leave()
        port = unused_port()
        async with (
            started(
                discord, tmp_path / "state", ATTACHE_SHARDS=shards, ATTACHE_HEALTH_PORT=port
            ) as bot,
            ClientSession(f"http://127.0.0.1:{port}") as session,
        ):
            await bot.logs(_NOT_REACHED)
            async with session.get("/ready") as response:
                assert response.status == 503
                assert "the gateway is not connected: Cannot connect" in await response.text()
            await discord.return_()
            await identified(discord, int(shards or 1))
            await all_answered([await discord.send("grain imports")])
            code = await bot.ended(signal.SIGTERM)

    assert code == 0
    assert "Traceback" not in bot.log
    assert "Unclosed" not in bot.log


async def test_a_discord_that_fails_at_the_start_is_asked_again(tmp_path: Path) -> None:
    async with StandIn() as discord:
        failing = [Fault(503, {"message": "upstream"})] * 2
        discord.rest.weather = lambda method, _path: (
            failing.pop() if failing and method == "PUT" else None
        )
        async with running(discord, tmp_path / "state") as bot:
            await all_answered([await discord.send("grain imports")])

    assert [status for _, status in discord.rest.statuses].count(503) == 2
    assert bot.log.count(_NOT_REACHED) == 1  # as it was the same both times


async def test_it_stops_at_once_where_discord_was_never_there(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.leave()
        async with started(discord, tmp_path / "state") as bot:
            await bot.logs(_NOT_REACHED)
            code = await bot.ended(signal.SIGTERM)

    assert code == 0
    assert "Traceback" not in bot.log


@pytest.mark.parametrize("shards", ["", "2"], ids=["one", "two-shards"])
async def test_it_stops_when_it_is_told_to_while_discord_is_away(
    tmp_path: Path, shards: str
) -> None:
    async with (
        StandIn() as discord,
        running(discord, tmp_path / "state", ATTACHE_SHARDS=shards) as bot,
    ):
        await discord.leave()
        await bot.logs("Attempting a reconnect")
        code = await bot.ended(signal.SIGTERM)

    assert code == 0
    assert "Traceback" not in bot.log


async def test_a_direct_message_and_a_mention_are_answered_once_though_replayed(
    tmp_path: Path,
) -> None:
    guild = 7 << 22
    async with StandIn([guild]) as discord, running(discord, tmp_path / "state"):
        asked = [
            await discord.write("grain imports"),
            await discord.write("khan yunis", guild=guild),
        ]
        discord.gateway.drop()
        asked.append(await discord.write("assad", person=1_003))
        await all_answered(asked)

    assert len(discord.rest.messages) == 3


async def test_a_crash_loop_spends_no_more_sessions_than_the_budget_has(tmp_path: Path) -> None:
    state = tmp_path / "state"
    async with StandIn() as discord:
        starts, log = 0, ""
        while _HELD_BACK not in log:  # each wait is twice as long as the last, the first 2 s
            starts += 1
            begun = len(discord.gateway.identified)
            async with started(discord, state) as bot, asyncio.timeout(PATIENCE):
                while len(discord.gateway.identified) == begun and _HELD_BACK not in log:
                    await asyncio.sleep(0.02)
                    log = bot.log

    assert starts > 5
    assert len(discord.gateway.identified) == starts - 1
    assert len(json.loads((state / "identified.json").read_text())) == starts - 1


async def test_what_earlier_processes_spent_counts_and_whoever_waits_can_be_stopped(
    tmp_path: Path,
) -> None:
    state = tmp_path / "state"
    state.mkdir()
    lately = [time.time() - 1] * 20
    (state / "identified.json").write_text(json.dumps(lately))
    async with StandIn() as discord, started(discord, state) as bot:
        await bot.logs(_HELD_BACK)
        code = await bot.ended(signal.SIGTERM)

    assert bot.logged(_HELD_BACK)[0]["seconds"] > 800
    assert discord.gateway.identified == []
    assert code == 0


async def test_two_shards_each_answer_their_own_servers_and_one_the_direct_messages(
    tmp_path: Path,
) -> None:
    servers = [(number << 22) | 7 for number in range(1, 7)]
    async with (
        StandIn(servers) as discord,
        running(discord, tmp_path / "state", ATTACHE_SHARDS="2") as bot,
    ):
        asked: list[Asked] = []
        for place, guild in enumerate(servers):
            asked.append(await discord.send("grain imports", guild=guild, person=place + 2_000))
            asked.append(await discord.write("khan yunis", guild=guild, person=place + 3_000))
        asked.append(await discord.write("assad"))
        await all_answered(asked)
        discord.gateway.drop()
        again = [await discord.send("grain imports", guild=guild) for guild in servers]
        await all_answered(again)
        assert_ready_once(bot)

    assert sorted(tuple(each["shard"]) for each in discord.gateway.identified) == [(0, 2), (1, 2)]
    assert discord.gateway.resumed == 2
    assert len(discord.rest.messages) == 7


async def test_a_process_can_run_some_of_the_shards(tmp_path: Path) -> None:
    guild = (5 << 22) | 7
    async with StandIn([guild]) as discord:
        discord.gateway.shards_here = 1
        async with running(discord, tmp_path / "state", ATTACHE_SHARDS="1/2"):
            await all_answered([await discord.send("grain imports", guild=guild)])

    assert [each["shard"] for each in discord.gateway.identified] == [[1, 2]]


def assert_ready_once(bot: Running) -> None:
    lines = [json.loads(line)["event"] for line in bot.log.splitlines()]
    assert lines.count("ready") <= 1
    assert lines.count("commands registered") == 1
