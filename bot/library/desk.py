"""Searching the edition in service, which is swapped as one reference."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, cast

import structlog

from bot.errors import AttacheError, StoreUnusable
from bot.library.pools import on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.editions import Edition
    from bot.library.shelf import Shelf
    from bot.model import Answer, Context
    from bot.search.engine import Engine
    from bot.search.finding.steps import Steps

_T = TypeVar("_T")
_FEW = 1_000
"""Among so few briefings a question takes as long as to hand it to a thread and back."""
_MANY = 150_000
"""Up to so many, searching the postings takes a few milliseconds; beyond, a thread does it."""
_SEVERAL = 4
_SHORT = 300
"""Characters; to read a longer question takes too long for the event loop."""


class Desk:
    """Has one edition in service, and searches it.

    Searching runs on an immutable engine, so that answers wait for nothing but each other: in a
    worker thread, which keeps the event loop free, or in short steps in the loop itself, among few
    briefings in one. Two threads that compute in Python take up to twice as long as one, so that
    steps are taken where several questions wait.
    """

    def __init__(self, shelf: Shelf, mend: Callable[[Engine], None]) -> None:
        self._shelf = shelf
        self._mend = mend
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
    def edition(self) -> Edition | None:
        """Return the edition in service, None while nothing was ever loaded."""
        return self._edition

    @property
    def engine(self) -> Engine | None:
        """Return the engine that answers, None where there is none yet or any more."""
        return self._engine

    @property
    def number(self) -> int:
        """Return the number of the edition in service, 0 while nothing was ever loaded."""
        return self._edition.number if self._edition else 0

    @property
    def briefings(self) -> int:
        """Return the number of briefings in service."""
        return self._edition.briefings if self._edition else 0

    def put(self, edition: Edition | None, engine: Engine | None) -> None:
        """Put an edition in service; the one before answers what it was asked, and goes."""
        retired, self._engine, self._edition = self._engine, engine, edition
        swapped, self._swapped = self._swapped, asyncio.Event()
        swapped.set()
        if retired and engine:
            self._retired[retired] = self.number
            self._let_go()

    async def changed(self, since: int) -> None:
        """Wait until another edition than ``since`` is in service."""
        while self.number == since:
            await self._swapped.wait()

    async def ask(self, question: str, limit: int, context: Context | None) -> Answer:
        """Return the answer to a question, in the way that takes least in this moment."""
        if len(question) <= _SHORT and self.briefings <= _FEW:
            await asyncio.sleep(0)  # whoever asks in a loop lets others have their turn
            with self._used() as engine:
                return engine.ask(question, limit, context)
        if len(question) <= _SHORT and (self._stepping or self._in_thread >= _SEVERAL):
            with self._used() as engine:
                return await self._in_steps(engine, engine.asking(question, limit, context))
        return await self.search(lambda engine: engine.ask(question, limit, context))

    async def search(self, find: Callable[[Engine], _T]) -> _T:
        """Return what ``find`` finds, in the searching thread."""
        self._in_thread += 1
        try:
            with self._used() as engine:
                return await on(self._searching, find, engine)
        finally:
            self._in_thread -= 1

    async def close(self) -> None:
        """Let questions in hand finish, and close the engine."""
        while self._stepping:  # noqa: ASYNC110 - a few turns of the loop, on the way out
            await asyncio.sleep(0)
        await asyncio.to_thread(self._searching.shutdown)
        if self._engine:
            self._engine.close()
            self._engine = None

    def _let_go(self) -> None:
        """Close the engines that were replaced, and that nothing is asked of any more."""
        for engine in [each for each in self._retired if each not in self._stepping]:
            # What runs in the thread runs in the order in which it was asked: when this comes up
            # there, everything put to the old engine has been answered.
            self._searching.submit(_retire, engine, self._shelf, self._retired.pop(engine))

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
            raise AttacheError("The bot is shutting down; ask again in a minute.")
        engine = self._engine
        try:
            yield engine
        except (asyncio.CancelledError, MemoryError):
            raise
        except BaseException as error:
            # What tantivy finds out too late comes as a panic, which is no Exception.
            self._log.exception("a search failed", edition=self.number)
            self._mend(engine)
            raise StoreUnusable(
                "The search failed. Where its index is damaged it is built anew; ask again in a "
                "minute."
            ) from error


def _retire(engine: Engine, shelf: Shelf, present: int) -> None:
    """Close an engine and remove its index; the next one may be in the making beside it."""
    engine.close()
    if engine.edition != present:
        shelf.remove_index(engine.edition)
