"""Answering from the edition in service, which is swapped as one reference."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.library.errors import LibraryError
from bot.library.pools import on

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.library.shelf import Shelf
    from bot.model import Answer, Briefing, Citation, Context, Edition, News, Topic
    from bot.search.engine import Engine

_T = TypeVar("_T")
# Among so few briefings a question of so few characters takes a millisecond: no longer than to hand
# it to another thread and to get the answer back.
_FEW = 1_000
_SHORT = 300


class Desk:
    """Answers questions from the edition in service.

    Searching runs in one worker thread on an immutable engine, so that answers wait for nothing
    but each other.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._engine: Engine | None = None
        self._edition: Edition | None = None
        self._swapped = asyncio.Event()
        self._searching = ThreadPoolExecutor(1, thread_name_prefix="search")
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
        quick = self.briefings <= _FEW and len(question) <= _SHORT
        return await self._search(lambda engine: engine.ask(question, limit, context), here=quick)

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
        if engine:
            # Questions run in the order in which they were asked, in one thread: when this comes up
            # there, every question put to the old engine has been answered.
            self._searching.submit(_retire, retired, self._shelf, edition.number)

    async def _search(self, find: Callable[[Engine], _T], *, here: bool = False) -> _T:
        """Return what ``find`` finds, in the searching thread unless it is to be found ``here``."""
        if here:
            await asyncio.sleep(0)  # whoever asks in a loop lets others have their turn
        if self._engine is None:
            raise LibraryError("The bot is shutting down; ask again in a minute.")
        engine = self._engine
        try:
            return find(engine) if here else await on(self._searching, find, engine)
        except (asyncio.CancelledError, MemoryError):
            raise
        except BaseException as error:
            # Searching raises nothing by itself, whatever is asked: the index must be damaged. What
            # tantivy finds out too late comes as a panic, which is no Exception.
            self._log.exception("the index is damaged", edition=self.edition)
            self._mend(engine)
            raise LibraryError(
                "The index is damaged and is being built anew; ask again in a minute."
            ) from error

    def _mend(self, damaged: Engine) -> None:
        """Begin to build the index anew that a search found ``damaged``."""
        raise NotImplementedError


def _retire(engine: Engine | None, shelf: Shelf, present: int) -> None:
    """Close an engine and remove its index; the next one may be in the making beside it."""
    if engine:
        engine.close()
        if engine.edition != present:
            shelf.remove_index(engine.edition)
