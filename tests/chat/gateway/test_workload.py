"""What can be done in time is taken; what cannot is refused while the refusal still arrives."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import discord
import pytest

from bot.chat.gateway.workload import MOST_IN_HAND, Reception, Workload

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Arrivals:
    """Things that come in, so many seconds after they happened, each as a task of its own."""

    def __init__(self) -> None:
        self.now = NOON.timestamp()
        self.workload = Workload(lambda: self.now)
        self.done = asyncio.Event()
        self.tasks: list[asyncio.Task[None]] = []
        self.received: list[Reception] = []

    async def come(self, late: float = 0.0, *, times: int = 1, expires: bool = True) -> Reception:
        """Let so many come in, stay until ``done``, and return how the last one was received."""
        snowflake = discord.utils.time_snowflake(NOON - timedelta(seconds=late))

        async def arrive() -> None:
            self.received.append(self.workload.receive(snowflake, expires=expires))
            await self.done.wait()

        self.tasks += [asyncio.create_task(arrive()) for _ in range(times)]
        await asyncio.sleep(0)
        return self.received[-1]


@pytest.fixture
async def arrivals() -> Arrivals:
    arrivals = Arrivals()
    await arrivals.come()  # the quickest, by which lateness is told
    return arrivals


async def test_more_than_fits_in_hand_is_refused_until_something_is_done(
    arrivals: Arrivals,
) -> None:
    assert await arrivals.come(times=MOST_IN_HAND - 1) is Reception.TAKEN
    assert await arrivals.come() is Reception.BUSY
    assert await arrivals.come(expires=False) is Reception.BUSY
    arrivals.done.set()
    await asyncio.gather(*arrivals.tasks)

    assert await arrivals.come() is Reception.TAKEN


async def test_a_few_that_waited_for_a_connection_are_taken(arrivals: Arrivals) -> None:
    assert await arrivals.come(late=2.0, times=40) is Reception.TAKEN
    assert await arrivals.come(late=60.0) is Reception.TAKEN


async def test_where_all_come_late_they_are_refused_in_time(arrivals: Arrivals) -> None:
    assert await arrivals.come(late=1.5, times=60) is Reception.BUSY
    assert await arrivals.come(late=3.5) is Reception.TOO_LATE
    assert await arrivals.come() is Reception.TAKEN, "one in time shows that there is time again"


async def test_clocks_that_moved_against_each_other_make_nothing_late(
    arrivals: Arrivals,
) -> None:
    arrivals.done.set()
    for _ in range(60):
        assert await arrivals.come(late=5.0) is Reception.TAKEN


async def test_what_is_hopeless_is_told_beforehand_while_others_came_too_late(
    arrivals: Arrivals,
) -> None:
    hopeless, timely = (discord.utils.time_snowflake(NOON - timedelta(seconds=s)) for s in (9, 1))
    assert not arrivals.workload.is_hopeless(hopeless), "a few may have waited for a connection"
    await arrivals.come(late=3.5, times=60)

    assert arrivals.workload.is_hopeless(hopeless)
    assert not arrivals.workload.is_hopeless(timely)
    arrivals.now += 2
    assert not arrivals.workload.is_hopeless(hopeless), "things may have changed since"


async def test_a_message_never_comes_too_late(arrivals: Arrivals) -> None:
    await arrivals.come(late=1.5, times=60)

    assert await arrivals.come(late=600.0, expires=False) is Reception.TAKEN


async def test_a_bot_that_finishes_takes_nothing_and_waits_for_what_is_in_hand(
    arrivals: Arrivals,
) -> None:
    finishing = asyncio.create_task(arrivals.workload.finish())
    await asyncio.sleep(0)

    assert await arrivals.come() is Reception.STOPPING
    assert not finishing.done()
    arrivals.done.set()
    await finishing


async def test_nothing_more_is_let_in_while_very_much_is_being_done(arrivals: Arrivals) -> None:
    await arrivals.workload.room()
    await arrivals.come(times=450)  # many of them are being refused
    let_in = asyncio.create_task(arrivals.workload.room())
    await asyncio.sleep(0.01)
    assert not let_in.done()

    arrivals.done.set()
    await let_in


async def test_while_nothing_can_be_done_everything_is_let_in_and_no_more_is_begun(
    arrivals: Arrivals,
) -> None:
    await arrivals.come(times=1_000)
    for _ in range(1_000):
        await arrivals.workload.room()  # heartbeats are among what waits

    assert arrivals.received.count(Reception.TAKEN) == MOST_IN_HAND
    assert arrivals.received.count(Reception.BUSY) == 200
    assert await arrivals.come() is Reception.TOO_LATE
    arrivals.done.set()
    await asyncio.gather(*arrivals.tasks)
    assert await arrivals.come() is Reception.TAKEN
