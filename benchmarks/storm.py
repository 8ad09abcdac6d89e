"""A bad night for a running bot, against the stand-in: ``python -m benchmarks.storm``.

Each scenario runs the unmodified bot as its own process and tells what came of every question.
"""

from __future__ import annotations

import asyncio
import gc
import random
import signal
import tempfile
import time
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import psutil
import typer
from rich.console import Console

from benchmarks.collection import Collection
from benchmarks.reload import write_lines
from benchmarks.scenarios import run_scenarios
from tests.wire.processes import Running, running
from tests.wire.rest import DEADLINE_SECONDS, Fault
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from tests.wire.rest import Asked

_SEED = Path(__file__).resolve().parents[1] / "data" / "briefings.txt"
_LIMITED = {"message": "You are being rate limited.", "retry_after": 1.0, "global": False}
_FAULTS = (
    Fault(500, {"message": "500: Internal Server Error", "code": 0}),
    Fault(502, "<html>bad gateway</html>", after=True),
    Fault(429, _LIMITED, {"Via": "1.1 google", "X-RateLimit-Scope": "user"}),
    Fault(429, {**_LIMITED, "global": True}, {"Via": "1.1 google", "X-RateLimit-Scope": "global"}),
    Fault(delay=2.0),
)
_SERVERS = tuple((number << 22) | 7 for number in range(1, 101))


@dataclass(slots=True)
class Night:
    """One bot through one scenario."""

    discord: StandIn
    bot: Running
    folder: Path
    console: Console
    asked: list[Asked]

    async def ask(self, rate: float, seconds: float, questions: Sequence[str]) -> None:
        """Ask so many questions a second, half in servers and half in direct messages."""
        began = time.perf_counter()
        for place in range(int(rate * seconds)):
            person = 10_000_000 + len(self.asked)
            question = questions[place % len(questions)]
            guild = _SERVERS[place % len(_SERVERS)] if place % 2 else None
            where = {"guild": guild} if guild else {"channel": person}
            self.asked.append(await self.discord.send(question, person=person, **where))
            await asyncio.sleep(max(began + (place + 1) / rate - time.perf_counter(), 0))

    def tell(self, what: str) -> None:
        """Print what came of the questions so far, and forget them."""
        answers = Counter(len(each.answers) for each in self.asked)
        took = [each.took for each in self.asked if each.took is not None] or [0.0]
        refused = sum("more than I can answer" in str(each.answers) for each in self.asked)
        self.console.print(
            f"[bold]{what}[/bold]: {len(self.asked)} asked, {answers[1]} answered once, "
            f"{sum(count for times, count in answers.items() if times > 1)} more than once, "
            f"{answers[0]} not; {refused} refused politely; p50 {np.quantile(took, 0.5) * 1e3:.1f} "
            f"ms, p99 {np.quantile(took, 0.99) * 1e3:.1f} ms, longest {max(took) * 1e3:.0f} ms; "
            f"{self.bot.missed().total()} missed in the log, "
            f"{self.bot.log.count('Traceback')} tracebacks, {self.discord.rest.invalid} invalid "
            f"requests, {len(self.discord.gateway.identified)} sessions"
        )
        self.asked.clear()

    @property
    def memory(self) -> float:
        """Return the resident megabytes."""
        return float(psutil.Process(self.bot.process.pid).memory_info().rss) / 1e6


def main(
    seconds: Annotated[float, typer.Option(help="How long each scenario lasts.")] = 60.0,
    rate: Annotated[float, typer.Option(help="Questions a second in the flood.")] = 200.0,
    briefings: Annotated[int, typer.Option(help="Briefings reloaded in the flood.")] = 100_000,
    only: Annotated[str, typer.Option(help="The one scenario to run.")] = "",
) -> None:
    """Run every scenario: flood, beyond, gateway, away, refused, rest, silent, ban, stop."""
    # All answers are kept, and looking for garbage among them would hold up the stand-in.
    gc.disable()
    console = Console(width=120)
    scenarios = {
        "flood": lambda: _flood(console, seconds, rate, briefings),
        "beyond": lambda: _beyond(console, seconds / 4),
        "gateway": lambda: _gateway(console, seconds),
        "away": lambda: _away(console, seconds),
        "refused": lambda: _refused_sessions(console, seconds * 3),
        "rest": lambda: _rest(console, seconds),
        "silent": lambda: _silent(console, seconds),
        "ban": lambda: _ban(console, seconds),
        "stop": lambda: _stop(console),
    }
    run_scenarios(scenarios, only)


@asynccontextmanager
async def _night(console: Console) -> AsyncIterator[Night]:
    with tempfile.TemporaryDirectory(prefix="attache-storm-") as name:
        folder = Path(name)
        (folder / "data").mkdir()
        (folder / "data" / "briefings.txt").write_bytes(_SEED.read_bytes())
        settings = {
            "ATTACHE_DATA": folder / "data", "ATTACHE_WATCH": True, "ATTACHE_LOG_FORMAT": "json",
            "ATTACHE_CHANNEL_QUESTIONS_A_MINUTE": 0,
        }  # fmt: skip
        async with (
            StandIn(_SERVERS, checks=False) as discord,
            running(discord, folder / "state", **settings) as bot,
        ):
            yield Night(discord, bot, folder, console, [])


def _questions() -> list[str]:
    return Collection(_SEED.read_text(encoding="utf-8").splitlines(), 14).questions(5_000)


async def _flood(console: Console, seconds: float, rate: float, briefings: int) -> None:
    async with _night(console) as night:
        made = night.folder / "made.jsonl"
        # Beforehand: making them takes the time of the process that answers as Discord.
        texts = _SEED.read_text(encoding="utf-8").splitlines()
        write_lines(made, Collection(texts, briefings), 1, briefings)
        await night.ask(rate, 5, _questions())
        before = night.memory
        night.asked.clear()
        await night.ask(rate, seconds / 4, _questions())
        made.rename(night.folder / "data" / made.name)
        await night.ask(rate, seconds * 3 / 4, _questions())
        while night.bot.log.count('"reloaded"') < 2:
            await night.ask(rate, 1, _questions())
        await asyncio.sleep(DEADLINE_SECONDS)
        night.tell(f"flood of {rate:.0f} a second, {briefings:,} briefings loaded in the middle")
        console.print(f"memory {before:.0f} MB before, {night.memory:.0f} MB after")
        await night.ask(rate, 10, _questions())
        await asyncio.sleep(DEADLINE_SECONDS)
        night.tell("the same, after the reload")
        (night.folder / "data" / "made.jsonl").unlink()


async def _beyond(console: Console, seconds: float) -> None:
    async with _night(console) as night:
        await night.ask(2_000, seconds, _questions())
        await asyncio.sleep(2 * DEADLINE_SECONDS)
        night.tell("2,000 a second, which is too many")
        await _afterwards(night)


async def _afterwards(night: Night) -> None:
    await night.ask(50, 5, _questions())
    await asyncio.sleep(DEADLINE_SECONDS)
    night.tell("50 a second after that")


async def _gateway(console: Console, seconds: float) -> None:
    chance = random.Random(1)
    async with _night(console) as night:
        asking = asyncio.create_task(night.ask(50, seconds, _questions()))
        while not asking.done():
            await asyncio.sleep(chance.uniform(0.1, 3))
            trouble = chance.randrange(4)
            if trouble == 0:
                night.discord.gateway.drop()
            elif trouble == 1:
                await night.discord.gateway.close()
            elif trouble == 2:
                await night.discord.gateway.ask_to_reconnect()
            else:
                await night.discord.gateway.invalidate(resumable=True)
        await asking
        await asyncio.sleep(2 * DEADLINE_SECONDS)
        night.tell(f"a gateway that breaks every 1.5 s ({night.discord.gateway.resumed} resumed)")


async def _away(console: Console, seconds: float) -> None:
    async with _night(console) as night:
        await night.ask(50, 2, _questions())
        await night.discord.leave()
        await asyncio.sleep(seconds)
        await night.discord.return_()
        began = time.perf_counter()
        while not night.discord.gateway.is_attended:  # noqa: ASYNC110 - a process connects
            await asyncio.sleep(0.1)
        console.print(f"after {seconds:.0f} s away, back in {time.perf_counter() - began:.0f} s")
        await night.ask(50, 2, _questions())
        await asyncio.sleep(DEADLINE_SECONDS)
        night.tell("a Discord that was away")


async def _refused_sessions(console: Console, seconds: float) -> None:
    async with _night(console) as night:
        night.discord.gateway.refusals = [False] * 10_000
        await night.discord.gateway.invalidate(resumable=False)
        await asyncio.sleep(seconds)
        count = len(night.discord.gateway.identified)
        console.print(f"sessions refused for {seconds:.0f} s: {count} begun")


async def _weather(
    console: Console, seconds: float, what: str, weather: Callable[[str, str], Fault | None]
) -> None:
    async with _night(console) as night:
        night.discord.rest.weather = weather
        await night.ask(50, seconds, _questions())
        await asyncio.sleep(10)
        night.discord.rest.weather = lambda _method, _path: None
        night.tell(what)


async def _rest(console: Console, seconds: float) -> None:
    chance = random.Random(1)

    def weather(_method: str, _path: str) -> Fault | None:
        return chance.choice(_FAULTS) if chance.random() < 0.3 else None

    await _weather(console, seconds, "three in ten requests fail", weather)


async def _silent(console: Console, seconds: float) -> None:
    async with _night(console) as night:
        night.discord.rest.weather = lambda _method, _path: Fault(delay=600.0)
        await night.ask(50, seconds, _questions())
        night.discord.rest.weather = lambda _method, _path: None
        await asyncio.sleep(DEADLINE_SECONDS)
        night.tell("no request is answered at all")
        await _afterwards(night)


async def _ban(console: Console, seconds: float) -> None:
    ban = Fault(429, "error code: 1015")
    await _weather(console, seconds, "a ban of the address", lambda _method, _path: ban)


async def _stop(console: Console) -> None:
    async with _night(console) as night:
        asking = asyncio.create_task(night.ask(200, 3, _questions()))
        await asyncio.sleep(2)
        began = time.perf_counter()
        code = await night.bot.ended(signal.SIGTERM)
        console.print(f"SIGTERM under load: exit {code} in {time.perf_counter() - began:.2f} s")
        await asking
        night.tell("of these those before the signal")


if __name__ == "__main__":
    typer.run(main)
