"""Answering from the edition in service, which is swapped as one reference."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, cast

import structlog

from bot.errors import LibraryError, StoreUnusable
from bot.library.pools import on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.library.shelf import Shelf
    from bot.model import Answer, Briefing, Citation, Context, Edition, News, Topic
    from bot.search.engine import Engine
    from bot.search.steps import Steps

_T = TypeVar("_T")
_FEW = 1_000
"""Among so few briefings a question takes as long as to hand it to a thread and back."""
_MANY = 150_000
"""Up to so many, searching the postings takes a few milliseconds; beyond, a thread does it."""
_SEVERAL = 4
_SHORT = 300
"""Characters; to read a longer question takes too long for the event loop."""


class Desk:
    """Answers questions from the edition in service.

    Searching runs on an immutable engine, so that answers wait for nothing but each other: in a
    worker thread, which keeps the event loop free, or in short steps in the loop itself, among few
    briefings in one. Two threads that compute in Python take up to twice as long as one, so that
    steps are taken where several questions wait.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._engine: Engine | None = None
        self._edition: Edition | None = None
        self._swapped = asyncio.Event()
        self._searching = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._in_thread = 0
        self._stepping: list[Engine] = []
        """The engine of each question that is being answered in steps."""
        self._retired: dict[Engine, int] = {}
        self._log = structlog.get_logger("attache.library")

    @property
    def edition(self) -> int:
        """Return the number of the edition in service, 0 while nothing was ever loaded."""
        return self._edition.number if self._edition else 0

    @property
    def briefings(self) -> int:
        """Return the number of briefings in service."""
        return self._edition.briefings if self._edition else 0

    async def ask(self, question: str, limit: int = 3, context: Context | None = None) -> Answer:
        """Return the answer to ``question`` with its best ``limit`` citations.

        ``context`` is that of the same person's last answer, which a follow-up may refer to.
        """
        if len(question) <= _SHORT and self.briefings <= _FEW:
            await asyncio.sleep(0)  # whoever asks in a loop lets others have their turn
            with self._used() as engine:
                return engine.ask(question, limit, context)
        if len(question) <= _SHORT and (self._stepping or self._in_thread >= _SEVERAL):
            with self._used() as engine:
                return await self._in_steps(engine, engine.asking(question, limit, context))
        return await self._search(lambda engine: engine.ask(question, limit, context))

    async def about(self, topic_key: str, limit: int = 50) -> Answer | None:
        """Return the newest briefings on a topic, or None where this edition has no such one."""
        return await self._search(lambda engine: engine.about(topic_key, limit))

    async def cite(self, question: str, numbers: Sequence[int]) -> tuple[Citation, ...]:
        """Return those of these briefings that are in service, marked for ``question``."""
        return await self._search(lambda engine: engine.cite(question, numbers))

    async def news(self, seen: Mapping[str, int], limit: int = 50) -> News:
        """Return what is new on topics, by key with the highest number that was seen of each."""
        return await self._search(lambda engine: engine.news(seen, limit))

    async def changed(self, since: int) -> None:
        """Wait until another edition than ``since`` is in service."""
        while self.edition == since:
            await self._swapped.wait()

    async def prepare(self) -> None:
        """Have all read that a question may need, while nobody waits for it."""
        await self._search(lambda engine: engine.prepare())

    async def latest(self, limit: int = 50) -> Answer:
        """Return the newest briefings, undated ones last."""
        return await self._search(lambda engine: engine.latest(limit))

    async def related(self, number: int, limit: int = 5) -> Answer | None:
        """Return the briefings most like one, None where there is no such one in service."""
        return await self._search(lambda engine: engine.related(number, limit))

    async def any_briefing(self, chance: float) -> Briefing | None:
        """Return the briefing that a ``chance`` from 0 up to 1 falls on."""
        return await self._search(lambda engine: engine.any_briefing(chance))

    async def topics(self, query: str = "", limit: int = 25) -> tuple[Topic, ...]:
        """Return the largest topics, or those that fit the ``query``."""
        return await self._search(lambda engine: engine.topics(query, limit))

    async def suggest(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Return topics and titles that fit what was ``typed``."""
        return await self._search(lambda engine: engine.suggest(typed, limit))

    def _swap(self, edition: Edition, engine: Engine | None) -> None:
        retired, self._engine, self._edition = self._engine, engine, edition
        swapped, self._swapped = self._swapped, asyncio.Event()
        swapped.set()
        if retired and engine:
            self._retired[retired] = edition.number
            self._let_go()

    async def _answered(self) -> None:
        """Wait until no question is being answered in steps."""
        while self._stepping:  # noqa: ASYNC110 - a few turns of the loop, on the way out
            await asyncio.sleep(0)

    def _let_go(self) -> None:
        """Close the engines that were replaced, and that nothing is asked of any more."""
        for engine in [each for each in self._retired if each not in self._stepping]:
            # What runs in the thread runs in the order in which it was asked: when this comes up
            # there, everything put to the old engine has been answered.
            self._searching.submit(_retire, engine, self._shelf, self._retired.pop(engine))

    async def _search(self, find: Callable[[Engine], _T]) -> _T:
        """Return what ``find`` finds, in the searching thread."""
        self._in_thread += 1
        try:
            with self._used() as engine:
                return await on(self._searching, find, engine)
        finally:
            self._in_thread -= 1

    async def _in_steps(self, engine: Engine, steps: Steps[_T]) -> _T:
        """Return what the ``steps`` come to, and let others have their turn before each."""
        apart = self.briefings > _MANY
        result = None
        self._stepping.append(engine)
        try:
            while True:
                await asyncio.sleep(0)
                work = steps.send(result)
                result = None
                if work:
                    result = await on(self._searching, work) if apart else work()
        except StopIteration as end:
            return cast("_T", end.value)
        finally:
            self._stepping.remove(engine)
            self._let_go()

    @contextmanager
    def _used(self) -> Iterator[Engine]:
        """Give the engine in service; what it raises has its index looked at."""
        if self._engine is None:
            raise LibraryError("The bot is shutting down; ask again in a minute.")
        engine = self._engine
        try:
            yield engine
        except (asyncio.CancelledError, MemoryError):
            raise
        except BaseException as error:
            # What tantivy finds out too late comes as a panic, which is no Exception.
            self._log.exception("a search failed", edition=self.edition)
            self._mend(engine)
            raise StoreUnusable(
                "The search failed. Where its index is damaged it is built anew; ask again in a "
                "minute."
            ) from error

    def _mend(self, failed: Engine) -> None:
        """Begin to build the index anew, where it is damaged, that a search ``failed`` over."""
        raise NotImplementedError


def _retire(engine: Engine, shelf: Shelf, present: int) -> None:
    """Close an engine and remove its index; the next one may be in the making beside it."""
    engine.close()
    if engine.edition != present:
        shelf.remove_index(engine.edition)
