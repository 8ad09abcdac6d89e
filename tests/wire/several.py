"""Several processes of one bot, over a stand-in for Discord and a real PostgreSQL server."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from tests.wire.processes import PATIENCE, Running, started

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.wire.rest import Asked
    from tests.wire.standin import StandIn

MARK = re.compile(r"alpha(\d+)")


def write_edition(data: Path, mark: int, briefings: int = 40) -> None:
    """Let all briefings say which edition they are of, so that a mixed answer shows."""
    lines = [
        {"id": f"b{at}", "text": f"The market of Ruritania opened gate {at}, says alpha{mark}."}
        for at in range(briefings)
    ]
    making = data.with_name("making.jsonl")
    making.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    making.replace(data / "briefings.jsonl")


def marks_in(answer: Any) -> set[str]:
    """Return the editions that an answer's briefings say they are of."""
    return set(MARK.findall(json.dumps(answer)))


@dataclass(slots=True)
class Loss:
    """A time in which a process was gone, and the shards that it ran."""

    shards: range
    since: float
    until: float = float("inf")


@dataclass(slots=True)
class Several:
    """Processes with so many shards each, started one by one, killed and started again."""

    discord: StandIn
    folder: Path
    url: str
    processes: int
    shards_each: int
    settings: dict[str, Any] = field(default_factory=dict)
    running: dict[int, Running] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    asked: list[tuple[int, Asked]] = field(default_factory=list)
    _stack: dict[int, AsyncExitStack] = field(default_factory=dict)

    async def __aenter__(self) -> Self:
        """Start all processes; they serve when this begins."""
        (self.folder / "data").mkdir(exist_ok=True)
        write_edition(self.folder / "data", 0)
        self.discord.rest.concurrency = 16
        self.discord.rest.shards = self.shards
        # The first one makes the key that the others get a copy of.
        for process in range(self.processes):
            await self.start(process)
            await self.attended(process)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Kill whatever still runs."""
        for stack in self._stack.values():
            await stack.aclose()

    @property
    def shards(self) -> int:
        """Return how many shards there are."""
        return self.processes * self.shards_each

    def shards_of(self, process: int) -> range:
        """Return the shards that a process runs."""
        return range(process * self.shards_each, (process + 1) * self.shards_each)

    async def start(self, process: int) -> None:
        """Start a process, which takes a moment."""
        state = self.folder / f"state-{process}"
        first = self.folder / "state-0" / "people.key"
        state.mkdir(exist_ok=True)
        if process and not (state / "people.key").exists():
            (state / "people.key").write_bytes(first.read_bytes())
        shards = self.shards_of(process)
        stack = self._stack[process] = AsyncExitStack()
        self.running[process] = await stack.enter_async_context(
            started(
                self.discord, state, ATTACHE_DATA=self.folder / "data", ATTACHE_WATCH=True,
                ATTACHE_DATABASE_URL=self.url, ATTACHE_LOG_FORMAT="json",
                ATTACHE_SHARDS=f"{shards[0]}-{shards[-1]}/{self.shards}",
                ATTACHE_QUESTIONS_A_MINUTE=0, ATTACHE_CHANNEL_QUESTIONS_A_MINUTE=0,
                **self.settings,
            )
        )  # fmt: skip

    async def attended(self, process: int) -> None:
        """Wait until every shard of a process has its session."""
        wanted = {(shard, self.shards) for shard in self.shards_of(process)}
        async with asyncio.timeout(PATIENCE):
            while not all(
                (session := self.discord.gateway.sessions.get(each)) and session.line
                for each in wanted
            ):
                assert self.running[process].process.returncode is None, self.running[process].log
                await asyncio.sleep(0.05)
        for loss in self.losses:
            if loss.shards == self.shards_of(process) and loss.until == float("inf"):
                loss.until = time.perf_counter()

    async def kill(self, process: int) -> None:
        """Let a process die at once, with all that it has in hand."""
        self.losses.append(Loss(self.shards_of(process), time.perf_counter()))
        await self._stack[process].aclose()
        for shard in self.shards_of(process):
            # Discord forgets what it had for a session that nobody resumes.
            self.discord.gateway.sessions.pop((shard, self.shards), None)

    async def ask(self, guild: int | None = None, person: int = 1) -> Asked | None:
        """Ask in a server, or in a direct message, about what every edition has.

        Return what will come of it, None where no process is there that could be asked.
        """
        shard = (guild >> 22) % self.shards if guild else 0
        where: dict[str, Any] = {"guild": guild} if guild else {"channel": person}
        try:
            asked = await self.discord.send("market of Ruritania", person=person, **where)
        except LookupError:
            return None
        self.asked.append((shard, asked))
        return asked

    def unanswered(self) -> list[Asked]:
        """Return the questions without an answer that no loss of a process explains."""
        return [
            asked
            for shard, asked in self.asked
            if not asked.answers and not any(_explains(loss, shard, asked) for loss in self.losses)
        ]

    def missed(self) -> Counter[int]:
        """Return how often the logs say of each question that Discord took no answer to it."""
        return sum((each.missed() for each in self.running.values()), Counter())

    def mixed(self) -> list[Asked]:
        """Return the questions whose answer cites briefings of several editions."""
        return [
            asked for _, asked in self.asked if any(len(marks_in(a)) > 1 for a in asked.answers)
        ]

    def repeated(self) -> list[Asked]:
        """Return the questions that were answered more than once."""
        return [asked for _, asked in self.asked if len(asked.answers) > 1 or asked.refused]

    def served(self, edition: int) -> dict[int, datetime]:
        """Return when each process put an edition in service, as its log says."""
        found: dict[int, datetime] = {}
        for process, running in self.running.items():
            for line in _lines(running):
                if line["event"] in {"reloaded", "followed"} and line["edition"] == edition:
                    found.setdefault(process, datetime.fromisoformat(line["timestamp"]))
        return found

    def all_log(self, words: str) -> bool:
        """Tell whether the log of every process has these words."""
        return all(words in each.log for each in self.running.values())


def servers(count: int, shards: int) -> Sequence[int]:
    """Return the ids of so many servers, spread over the shards."""
    return tuple((number << 22) | 7 for number in range(shards, shards + count))


def _explains(loss: Loss, shard: int, asked: Asked) -> bool:
    """Tell whether a question was in hand when its process died, or came while it was gone."""
    return shard in loss.shards and loss.since - 1.0 <= asked.at <= loss.until + 0.5


def _lines(running: Running) -> Iterator[dict[str, Any]]:
    for line in running.log.splitlines():
        if line.startswith("{"):
            yield json.loads(line)
