"""Several processes are one bot: each question is answered once, whatever becomes of one."""

from __future__ import annotations

import asyncio
import signal
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.wire.processes import PATIENCE
from tests.wire.several import Several, marks_in, servers, write_edition
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.postgres import PostgresServer
    from tests.wire.rest import Asked

_PROCESSES = 2
_SERVERS = servers(12, _PROCESSES)


async def until(wanted: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(PATIENCE):
        while not wanted():
            await asyncio.sleep(0.1)


async def keep_asking(bots: Several, rate: float = 20.0) -> None:
    """Ask in servers and in direct messages by turns, until cancelled."""
    for place in count():
        guild = _SERVERS[place % len(_SERVERS)] if place % 3 else None
        await bots.ask(guild, person=10_000 + place)
        await asyncio.sleep(1 / rate)


async def test_every_question_is_answered_once_through_kills_and_reloads(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    async with (
        StandIn(_SERVERS) as discord,
        Several(discord, tmp_path, postgres.new_database(), _PROCESSES, 1) as bots,
    ):
        asking = asyncio.create_task(keep_asking(bots))
        # Whoever leads is killed; the other one watches the data from then on.
        await until(lambda: '"this process leads now"' in bots.running[0].log)
        await bots.kill(0)
        await until(lambda: '"this process leads now"' in bots.running[1].log)
        write_edition(tmp_path / "data", 1)
        await until(lambda: 1 in bots.served(2))
        await bots.start(0)
        await bots.attended(0)
        write_edition(tmp_path / "data", 2)
        await until(lambda: len(bots.served(3)) == _PROCESSES)
        asking.cancel()
        await until(lambda: all(each.answers for _, each in bots.asked[-10:]))

        assert bots.repeated() == []
        assert bots.mixed() == []
        assert bots.unanswered() == []
        registered = [path for _, path, _ in discord.rest.requests if path.endswith("/commands")]
        assert len(registered) == 1


async def test_answers_go_on_while_the_database_is_away_and_votes_arrive(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    url = postgres.new_database()
    async with (
        StandIn(_SERVERS) as discord,
        Several(discord, tmp_path, url, _PROCESSES, 1) as bots,
    ):
        answers = {
            guild: await discord.ask("market of Ruritania", guild=guild) for guild in _SERVERS
        }
        with postgres.stopped("immediate"):
            asking = asyncio.create_task(keep_asking(bots))
            await until(lambda: bots.all_log("the other processes cannot be heard"))
            pressed = [await vote(discord, guild, answer) for guild, answer in answers.items()]
            for each in pressed:
                await asyncio.wait_for(each.first.wait(), PATIENCE)
        query = "SELECT count(*) FROM attache_community.votes"
        await until(lambda: postgres.query(query, url) == str(len(_SERVERS)))
        asking.cancel()
        # Where the machine stood still for three seconds Discord takes no answer, which is logged.
        asked = [each for _, each in bots.asked]
        await until(lambda: all(each.answers or each.number in bots.missed() for each in asked))

        assert all("Thank you" in str(each.answers) for each in pressed)
        assert all(len(each.answers) + bots.missed()[each.number] == 1 for each in asked)
        answered = [each for each in asked if marks_in(each.answers)]
        assert answered
        kept = "SELECT count(*) FROM attache_community.questions"
        # All that were answered are recorded, and nothing twice.
        at_least, at_most = (len(each) + len(_SERVERS) for each in (answered, asked))
        await until(lambda: int(postgres.query(kept, url)) >= at_least)
        assert int(postgres.query(kept, url)) <= at_most
        for running in bots.running.values():
            assert await running.ended(signal.SIGTERM) == 0
            assert "Traceback" not in running.log


async def vote(discord: StandIn, guild: int, answer: Any) -> Asked:
    """Press 👍 under an answer."""
    button = next(each for each in _custom_ids(answer) if ":vote:up:" in each)
    return await discord.press(answer, button, guild=guild)


def _custom_ids(answer: object) -> list[str]:
    if isinstance(answer, dict):
        own = [answer["custom_id"]] if "custom_id" in answer else []
        return own + [found for each in answer.values() for found in _custom_ids(each)]
    if isinstance(answer, list):
        return [found for each in answer for found in _custom_ids(each)]
    return []
