"""What was asked, kept for a while, so that editors see what is missing."""

from __future__ import annotations

import asyncio
import base64
import json
import secrets
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import structlog
from cachetools import TTLCache

from bot.community.patience import Patience
from bot.community.pruning import prune
from bot.errors import StoreUnusable
from bot.seldom import Seldom

if TYPE_CHECKING:
    from bot.community.kept_aside import KeptAside
    from bot.community.writer import DurableWriter
    from bot.databases.interface import Database

_MOST_WAITING = 10_000
_BATCH = 500
_AGAIN_SECONDS = 5.0
_PRUNE_SECONDS = 3_600.0
_GATHER_SECONDS = 0.2
_SECONDS = 0.5
_MOST_RECENT = 5_000
_RECENT_SECONDS = 15 * 60


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what it got. ``person`` is a pseudonym, ``cited`` are numbers."""

    id: str
    at: str
    person: str
    place: str
    words: str
    verdict: str
    unknown: tuple[str, ...]
    cited: tuple[int, ...]
    milliseconds: float


class Questions:
    """Keeps questions for so many days, 0 for not at all.

    They are written after the answer was sent, many at a time; nobody waits for it.
    """

    def __init__(
        self, database: Database, writer: DurableWriter, days: int, aside: KeptAside
    ) -> None:
        self._database = database
        self._writer = writer
        self._patience = Patience(_SECONDS, database)
        self._days = days
        self._aside = aside
        self._waiting: deque[Question] = deque()
        self._wake = asyncio.Event()
        self._flushing = asyncio.Lock()
        self._recent: TTLCache[str, Question] = TTLCache(_MOST_RECENT, _RECENT_SECONDS)
        self._writing: asyncio.Task[None] | None = None
        self._lost = 0
        self._seldom = Seldom()
        self.trouble: str | None = None
        """Why what waits could not be written the last time, None where it could."""
        self._log = structlog.get_logger("attache.community")

    @property
    def days(self) -> int:
        """Return for how many days questions are kept."""
        return self._days

    @property
    def waiting(self) -> int:
        """Return how many could not be written and wait, 0 where nothing keeps them from it."""
        return len(self._waiting) if self.trouble else 0

    def start(self) -> None:
        """Begin to write, and to take away what is too old."""
        self._writing = asyncio.create_task(self._write())

    async def close(self) -> None:
        """Write what waits, as far as the database lets it; say what is lost."""
        if self._writing:
            self._writing.cancel()
            await asyncio.wait({self._writing})
        if not await self.flush():
            lost = len(self._waiting) + self._lost
            self._log.error("questions were lost at the stop", count=lost, reason=self.trouble)

    def note(self, question: Question) -> None:
        """Keep a question; returns at once."""
        self._recent[question.id] = question
        if not self._days:
            return
        if len(self._waiting) >= _MOST_WAITING:
            self._lost += 1
            return
        self._waiting.append(question)
        self._wake.set()

    async def words(self, question: str) -> str | None:
        """Return what was asked, None where it is not known any more, or not to be read now.

        Whoever shows an answer again does without it, and waits half a second for it at most.
        """
        recent = self._recent.get(question)
        if recent is not None:
            return recent.words
        read = self._database.read("SELECT words FROM questions WHERE id = $1", question)
        try:
            rows = await self._patience.wait(read)
        except StoreUnusable as error:
            self._log.warning("what was asked could not be read", reason=str(error))
            return None
        return str(rows[0][0]) if rows else None

    async def forget(self, person: str) -> None:
        """Forget what a person asked that waits, or is remembered to turn pages."""
        for recent in [each for each in self._recent.values() if each.person == person]:
            self._recent.pop(recent.id, None)
        async with self._flushing:
            others = [each for each in self._waiting if each.person != person]
            self._waiting.clear()
            self._waiting.extend(others)

    async def flush(self) -> bool:
        """Write what waits by now; return whether that could be written, and waits no more.

        What comes meanwhile is left for the next time: with one transaction for each question the
        database would take as much time as the answers.
        """
        async with self._flushing:
            left = len(self._waiting)
            while left > 0:
                batch = list(islice(self._waiting, min(left, _BATCH)))
                left -= len(batch)
                try:
                    await self._insert(batch)
                except StoreUnusable as error:
                    self._held_up(str(error))
                    return False
                for _ in batch:
                    self._waiting.popleft()
        self._go_on()
        if self._lost:
            self._log.warning("questions were not kept, too many waited", count=self._lost)
            self._lost = 0
        return True

    def _held_up(self, reason: str) -> None:
        self.trouble = reason
        if self._seldom.may_say(reason):
            waiting = len(self._waiting)
            self._log.warning("questions wait to be written", waiting=waiting, reason=reason)

    def _go_on(self) -> None:
        if self.trouble:
            self._log.info("the questions that waited are written")
        self.trouble = None
        self._seldom.forget()

    async def prune(self) -> None:
        """Take away what is older than it may be kept; raise `StoreUnusable`."""
        await prune(self._database, self._days)
        await self._aside.prune(self._database)

    async def _insert(self, batch: list[Question]) -> None:
        rows = [
            (
                each.id, each.at, each.person, each.place, each.words, each.verdict,
                json.dumps(each.unknown, ensure_ascii=False), json.dumps(each.cited),
                each.milliseconds,
            )
            for each in batch
        ]  # fmt: skip
        await self._writer.write("question", rows)

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        pruned = float("-inf")
        while True:
            if loop.time() - pruned > _PRUNE_SECONDS:
                pruned = loop.time()
                try:
                    await self.prune()
                except StoreUnusable as error:
                    self._log.warning("old questions could not be deleted", reason=str(error))
            self._wake.clear()
            if not await self.flush():
                await asyncio.sleep(_AGAIN_SECONDS)
                continue
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), _PRUNE_SECONDS)
                # What else comes in a moment is written in the same transaction.
                await asyncio.sleep(_GATHER_SECONDS)


def new_id() -> str:
    """Return the id of a question, which nobody can guess: 12 letters and digits, of 60 bits."""
    return base64.b32encode(secrets.token_bytes(8)).decode().lower()[:12]
