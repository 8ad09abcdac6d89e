"""How much an answer costs beside a bot that does nothing: ``python -m benchmarks.wire``.

Our bot and a bare discord.py bot, each as its own process, take turns against the same stand-in for
Discord on loopback. Read the ratios, the times are this machine's.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import psutil
import typer
from rich.console import Console
from rich.table import Table

from benchmarks.collection import Collection
from benchmarks.reload import write_lines
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tests.wire.rest import Asked

_ROOT = Path(__file__).resolve().parents[1]
_SEED = _ROOT / "data" / "briefings.txt"
_SEVERAL = 64
_WARM = 100
_PATIENCE = 1_800


@dataclass(slots=True)
class Figures:
    """What was measured of one bot, a value a round; seconds and bytes."""

    starts: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    rate: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    started_for: list[float] = field(default_factory=list)
    answered_for: list[float] = field(default_factory=list)
    """What the processor spent until the first answer, and on one of many questions at once: less
    is said of these by what else the machine does."""


def main(
    sizes: Annotated[list[int] | None, typer.Argument(help="Numbers of briefings.")] = None,
    *,
    rounds: Annotated[int, typer.Option(help="Turns that each bot takes.")] = 5,
    questions: Annotated[int, typer.Option(help="Questions one by one, a round.")] = 1_000,
) -> None:
    """Print a table for each size."""
    console = Console()
    for size in sizes or [14]:
        console.print(asyncio.run(_compare(size, rounds, questions)))


async def _compare(size: int, rounds: int, count: int) -> Table:
    texts = _SEED.read_text(encoding="utf-8").splitlines()
    collection = Collection(texts, size)
    asked = collection.questions(count)
    bare, ours = Figures(), Figures()
    with tempfile.TemporaryDirectory(prefix="attache-wire-") as folder:
        data = _SEED
        if size != len(texts):
            data = Path(folder) / "made.jsonl"
            write_lines(data, collection, 1, size)
        own = {
            "ATTACHE_STATE": f"{folder}/state", "ATTACHE_DATA": str(data),
            "ATTACHE_LOG_FORMAT": "json",
        }  # fmt: skip
        async with run_bot(("-m", "bot", "run"), own):
            pass  # loads the data and builds the index, which is not what is measured
        for _ in range(rounds):
            await _measure(("-m", "benchmarks.bare"), {}, asked, bare)
            (Path(folder) / "state" / "identified.json").unlink(missing_ok=True)
            await _measure(("-m", "bot", "run"), own, asked, ours)
    return _table(size, bare, ours)


@asynccontextmanager
async def run_bot(
    arguments: Sequence[str], own: dict[str, str]
) -> AsyncIterator[tuple[StandIn, psutil.Process, float]]:
    """Run a bot until it has answered one question; give also the seconds that took."""
    async with StandIn(checks=False) as discord:
        # What is installed is compiled once, and not at each start.
        compiled = {"PYTHONDONTWRITEBYTECODE": ""}
        environment = {**os.environ, **compiled, **discord.settings, **own}
        with tempfile.TemporaryFile() as log:
            started = time.perf_counter()
            process = await asyncio.create_subprocess_exec(
                sys.executable, *arguments, cwd=_ROOT, env=environment, stderr=log, stdout=log
            )
            try:
                async with asyncio.timeout(_PATIENCE):
                    await discord.gateway.ready.wait()
                    await one(discord, "grain imports", 0)
                yield discord, psutil.Process(process.pid), time.perf_counter() - started
            finally:
                process.terminate()
                await process.wait()


async def _measure(
    arguments: Sequence[str], own: dict[str, str], asked: Sequence[str], into: Figures
) -> None:
    async with run_bot(arguments, own) as (discord, process, start):
        into.starts.append(start)
        into.started_for.append(_spent(process))
        for place in range(_WARM):
            await one(discord, asked[place % len(asked)], place)
        took = [(await one(discord, each, place)) for place, each in enumerate(asked)]
        into.p50.append(float(np.quantile(took, 0.5)))
        into.p99.append(float(np.quantile(took, 0.99)))
        before = _spent(process)
        into.rate.append(await _rate(discord, asked))
        into.answered_for.append((_spent(process) - before) / (2 * len(asked)))
        into.memory.append(float(process.memory_info().rss))


def _spent(process: psutil.Process) -> float:
    """Return the seconds that the processor spent on a process so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


async def one(discord: StandIn, question: str, place: int) -> float:
    """Return the seconds until the answer to a question."""
    one = await _sent(discord, question, place)
    await one.first.wait()
    assert one.took is not None
    return one.took


async def _sent(discord: StandIn, question: str, place: int) -> Asked:
    # A person and a channel for each question: nobody asks too fast.
    return await discord.send(question, person=10_000_000 + place, channel=20_000_000 + place)


async def _rate(discord: StandIn, asked: Sequence[str]) -> float:
    """Return answers a second when several people ask again as soon as they were answered."""
    left = iter(enumerate([*asked, *asked], start=100_000))

    async def person() -> None:
        for place, question in left:
            await one(discord, question, place)

    began = time.perf_counter()
    await asyncio.gather(*(person() for _ in range(_SEVERAL)))
    return 2 * len(asked) / (time.perf_counter() - began)


def _table(size: int, bare: Figures, ours: Figures) -> Table:
    table = Table("what", "bare", "ours", "ours / bare", title=f"{size:,} briefings")
    rows = (
        ("one question, p50 ms", bare.p50, ours.p50, 1e3),
        ("one question, p99 ms", bare.p99, ours.p99, 1e3),
        (f"answers a second, {_SEVERAL} at once", bare.rate, ours.rate, 1),
        ("processor ms for each of these", bare.answered_for, ours.answered_for, 1e3),
        ("resident MB", bare.memory, ours.memory, 1e-6),
        ("start to first answer s", bare.starts, ours.starts, 1),
        ("processor s until then", bare.started_for, ours.started_for, 1),
    )
    for what, low, high, unit in rows:
        one, other = statistics.median(low) * unit, statistics.median(high) * unit
        table.add_row(what, f"{one:.2f}", f"{other:.2f}", f"{other / one:.2f}")
    return table


if __name__ == "__main__":
    typer.run(main)
