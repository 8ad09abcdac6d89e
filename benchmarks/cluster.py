"""Several processes as one bot, through kills, reloads and a database that is away.

``python -m benchmarks.cluster``, with a PostgreSQL server of its own (its programs' folder is named
by ``ATTACHE_POSTGRES``) and a stand-in for Discord.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import tempfile
import time
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer
from rich.console import Console

from benchmarks.collection import Collection
from benchmarks.scenarios import run_scenarios
from tests.postgres import PostgresServer
from tests.wire.several import Several, servers, write_edition
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_SEED = Path(__file__).resolve().parents[1] / "data" / "briefings.txt"
_SERVERS = 1_000
_KILL_SECONDS = 10.0
_AT_ONCE = 64


def main(
    seconds: Annotated[float, typer.Option(help="How long processes are killed.")] = 120.0,
    rate: Annotated[float, typer.Option(help="Questions a second.")] = 200.0,
    processes: Annotated[int, typer.Option(help="Processes, with two shards each.")] = 4,
    reloads: Annotated[int, typer.Option(help="Reloads under load.")] = 20,
    briefings: Annotated[int, typer.Option(help="Briefings of the large reload.")] = 100_000,
    only: Annotated[str, typer.Option(help="The one scenario to run.")] = "",
) -> None:
    """Run every scenario: kills, reloads, large, away, throughput."""
    console = Console(width=120)
    programs = Path(os.environ.get("ATTACHE_POSTGRES", "/usr/bin"))
    with PostgresServer(programs) as postgres:
        scenarios = {
            "kills": lambda: _kills(console, postgres, processes, rate, seconds),
            "reloads": lambda: _reloads(console, postgres, processes, rate, reloads),
            "large": lambda: _large(console, postgres, briefings),
            "away": lambda: _away(console, postgres, processes, rate),
            "throughput": lambda: _throughput(console, postgres),
        }
        run_scenarios(scenarios, only)


@asynccontextmanager
async def _bots(postgres: PostgresServer, processes: int, each: int = 2) -> AsyncIterator[Several]:
    with tempfile.TemporaryDirectory(prefix="attache-cluster-") as folder:
        own = servers(_SERVERS, processes * each)
        async with (
            StandIn(own, checks=False) as discord,
            Several(discord, Path(folder), postgres.new_database(), processes, each) as bots,
        ):
            yield bots


async def _ask(bots: Several, rate: float) -> None:
    """Ask so many questions a second until cancelled, a third of them in direct messages."""
    own = servers(_SERVERS, bots.shards)
    began = time.perf_counter()
    for place in count():
        await bots.ask(own[place % len(own)] if place % 3 else None, person=1_000_000 + place)
        await asyncio.sleep(max(began + (place + 1) / rate - time.perf_counter(), 0))


@asynccontextmanager
async def _asking(bots: Several, rate: float) -> AsyncIterator[None]:
    asking = asyncio.create_task(_ask(bots, rate))
    try:
        yield
    finally:
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await asking
        await asyncio.sleep(4)


def _tell(console: Console, what: str, bots: Several) -> None:
    took = [each.took for _, each in bots.asked if each.took is not None] or [0.0]
    in_hand = sum(not each.answers for _, each in bots.asked) - len(bots.unanswered())
    console.print(
        f"[bold]{what}[/bold]: {len(bots.asked)} asked, {len(bots.repeated())} answered twice, "
        f"{in_hand} in hand or on the way when a process died, {len(bots.unanswered())} lost "
        f"otherwise, {len(bots.mixed())} with briefings of two editions; p50 "
        f"{np.quantile(took, 0.5) * 1e3:.1f} ms, p99 {np.quantile(took, 0.99) * 1e3:.1f} ms"
    )


async def _kills(
    console: Console, postgres: PostgresServer, processes: int, rate: float, seconds: float
) -> None:
    chance = random.Random(7)
    async with _bots(postgres, processes) as bots:
        began, kills = time.perf_counter(), 0
        async with _asking(bots, rate):
            while time.perf_counter() - began < seconds:
                await asyncio.sleep(_KILL_SECONDS)
                victim = chance.randrange(processes)
                await bots.kill(victim)
                kills += 1
                write_edition(bots.folder / "data", kills)
                await bots.start(victim)
                await bots.attended(victim)
        _tell(console, f"{kills} kills, {processes} processes, {rate:.0f} questions a second", bots)
        away = [loss.until - loss.since for loss in bots.losses]
        leaders = sum(each.log.count('"this process leads now"') for each in bots.running.values())
        console.print(
            f"a killed process was back after {np.median(away):.1f} s (longest {max(away):.1f} s); "
            f"leading began {leaders} times; commands were registered "
            f"{sum(path.endswith('/commands') for _, path, _ in bots.discord.rest.requests)} times"
        )


async def _reloads(
    console: Console, postgres: PostgresServer, processes: int, rate: float, reloads: int
) -> None:
    async with _bots(postgres, processes) as bots:
        behind: list[float] = []
        async with _asking(bots, rate):
            for edition in range(2, reloads + 2):
                write_edition(bots.folder / "data", edition)
                async with asyncio.timeout(60):
                    while len(served := bots.served(edition)) < processes:  # noqa: ASYNC110
                        await asyncio.sleep(0.1)
                times = sorted(served.values())
                behind.append((times[-1] - times[0]).total_seconds())
        _tell(console, f"{reloads} reloads, {processes} processes", bots)
        quantiles = " / ".join(f"{np.quantile(behind, q):.2f}" for q in (0.5, 0.9, 1.0))
        console.print(f"from the first process with an edition to the last: {quantiles} s "
                      "(median / nine in ten / longest)")  # fmt: skip


async def _large(console: Console, postgres: PostgresServer, briefings: int) -> None:
    texts = _SEED.read_text("utf-8").splitlines()
    async with _bots(postgres, 2, each=1) as bots:
        async with _asking(bots, 20):
            made = bots.folder / "made.jsonl"
            lines = (
                json.dumps({"id": f"m{each.number}", "text": each.text})
                for each in Collection(texts, briefings).briefings()
            )
            await asyncio.to_thread(lambda: made.write_text("\n".join(lines), "utf-8"))
            began = datetime.now(UTC)
            made.replace(bots.folder / "data" / "made.jsonl")
            async with asyncio.timeout(900):
                while len(served := bots.served(2)) < 2:  # noqa: ASYNC110 - a log of others
                    await asyncio.sleep(0.5)
        first, last = sorted((each - began).total_seconds() for each in served.values())
        _tell(console, f"{briefings:,} briefings more, 2 processes", bots)
        console.print(f"in service after {first:.0f} s, everywhere after {last:.0f} s")


async def _away(console: Console, postgres: PostgresServer, processes: int, rate: float) -> None:
    async with _bots(postgres, processes) as bots:
        async with _asking(bots, rate):
            await asyncio.sleep(5)
            postgres.stop()
            await asyncio.sleep(30)
            postgres.start()
            await asyncio.sleep(5)
        _tell(console, "PostgreSQL away for 30 s", bots)
        kept = ""
        for _ in range(300):
            kept = postgres.query("SELECT count(*) FROM attache_community.questions", bots.url)
            if int(kept) >= len(bots.asked):
                break
            await asyncio.sleep(0.1)
        console.print(f"{len(bots.asked)} questions asked, {kept} recorded afterwards")


async def _throughput(console: Console, postgres: PostgresServer) -> None:
    found = {}
    for processes in (1, 2):
        async with _bots(postgres, processes, each=1) as bots:
            began = time.perf_counter()
            asking = [
                asyncio.create_task(_one_after_another(bots, first)) for first in range(_AT_ONCE)
            ]
            await asyncio.sleep(20)
            for task in asking:
                task.cancel()
            await asyncio.wait(asking)
            answered = sum(bool(each.answers) for _, each in bots.asked)
            found[processes] = answered / (time.perf_counter() - began)
    console.print(
        f"[bold]throughput[/bold] on {os.cpu_count()} cores, the stand-in and PostgreSQL among "
        f"them: {found[1]:.0f} questions a second by one process, {found[2]:.0f} by two; ratio "
        f"{found[2] / found[1]:.2f}"
    )


async def _one_after_another(bots: Several, first: int) -> None:
    """Ask in servers, the next question when the one before is answered, until cancelled."""
    own = servers(_SERVERS, bots.shards)
    for place in count(first, _AT_ONCE):
        asked = await bots.ask(own[place % len(own)], person=1_000_000 + place)
        if asked:
            await asyncio.wait_for(asked.first.wait(), 30)


if __name__ == "__main__":
    typer.run(main)
