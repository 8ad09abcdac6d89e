"""Making the next edition: read, check, compare, commit, index. Nothing is put in service here."""

from __future__ import annotations

import asyncio
import shutil
import time
from contextlib import aclosing, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.library.apart import build_apart
from bot.library.errors import LibraryError, ReloadRunning
from bot.library.history import in_short, prune, readmit, record, withdraw
from bot.library.pools import on
from bot.library.readers import passed_over
from bot.library.reading import records
from bot.library.remembering import Memory
from bot.library.reporter import Reporter, note_of
from bot.library.staging import Difference
from bot.library.tasks import Build
from bot.library.unkept import one_sentence, open_kept
from bot.model import Origin, Problem, ReloadReport
from bot.search.building import build, may_update, update
from bot.search.engine import Engine, IndexUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from concurrent.futures import ThreadPoolExecutor
    from pathlib import Path

    from bot.library.batches import Batch
    from bot.library.databases.interface import Session
    from bot.library.progress import Progress
    from bot.library.readers import Fingerprint
    from bot.library.shelf import Shelf
    from bot.library.staging import Staging
    from bot.library.store import Store
    from bot.library.uploads import Source
    from bot.model import Edition

_T = TypeVar("_T")
# Below this a process of its own takes longer to start than the work takes.
_APART_FROM = 3_000
MAX_PROBLEMS = 50
"""Problems kept of one reload; a file of another kind would else give one for every line."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reload is asked to do.

    It reads ``data``, or goes back to the edition ``back_to``, or takes the briefing ``withdraws``
    out of the edition in service, or puts ``readmits`` back into it. ``may_remove`` is the share
    of the briefings that may go unasked, None for the one in the settings; ``confirmed`` is the
    digest of what somebody has seen and agreed to, whatever it removes; where the sources hold
    something else by now, nothing may go unasked.
    """

    by: str
    reason: str
    data: Path
    back_to: int | None = None
    withdraws: int | None = None
    readmits: int | None = None
    dry_run: bool = False
    may_remove: float | None = None
    confirmed: str | None = None

    @property
    def decides(self) -> bool:
        """Tell whether later editions differ by it, even where the present one stays the same."""
        return self.withdraws is not None or self.readmits is not None

    @property
    def is_by_hand(self) -> bool:
        """Tell whether something else is wanted than what the sources hold."""
        return self.back_to is not None or self.decides


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it; ``edition`` and ``engine`` where there is something to put in service."""

    report: ReloadReport
    edition: Edition | None = None
    engine: Engine | None = None


class Maker:
    """Makes editions of one store, one at a time."""

    def __init__(
        self,
        shelf: Shelf,
        store: Store,
        pools: tuple[ThreadPoolExecutor, ThreadPoolExecutor],
        is_closing: Callable[[], bool],
        *,
        indexes: bool,
    ) -> None:
        self._shelf = shelf
        self._store = store
        self._building, self._searching = pools
        self._is_closing = is_closing
        # Without, editions are made whose indexes the processes that follow make for themselves.
        self._indexes = indexes
        self._memory = Memory(shelf.limits)
        self._log = structlog.get_logger("attache.library")

    async def make(
        self,
        wanted: Wanted,
        present: Edition | None,
        progress: Progress,
        source: Source | None = None,
    ) -> Made:
        """Make the edition that is wanted; commit it where it changes something and may be.

        A ``source`` is in the data while it is made, and stays there unless it is refused.
        """
        async with self._store.transaction() as staging, source or nullcontext():
            made = await self._made(staging, wanted, present, progress)
            if source and not made.report.refused:
                source.keep()
        return made if source or wanted.is_by_hand else await self._noted(made, wanted)

    async def _noted(self, made: Made, wanted: Wanted) -> Made:
        """Add to a report of the data which files of it were passed over."""
        names = await asyncio.to_thread(passed_over, wanted.data, self._shelf.uploads)
        if not names:
            return made
        notes = (note_of(names), *made.report.notes)
        return replace(made, report=replace(made.report, notes=notes))

    async def _made(
        self, staging: Staging, wanted: Wanted, present: Edition | None, progress: Progress
    ) -> Made:
        started = time.perf_counter()
        store, session = self._store, staging.session
        newest = await store.edition(session)
        before = await self._look(wanted)
        if newest and (notes := self._memory.notes(before, newest)) is not None:
            none = Difference.none(newest)
            return Made(Reporter(wanted, newest, none, (), notes, started).unchanged())
        found, more = await self._stage(staging, wanted, newest, progress)
        settled = await staging.settle()
        problems = [*sorted([*found, *settled.problems], key=_place), *more]
        after = None if problems else await self._look(wanted)
        difference = await staging.difference()
        unread = any(each.unread for each in problems)
        blocked = bool(problems) and (unread or not self._shelf.lenient)
        asks = not blocked and not self._may(wanted, difference)
        report = Reporter(wanted, newest, difference, tuple(problems), settled.notes, started)
        if newest and difference.is_nothing:
            self._memory.keep(before, after, newest, settled.notes)
        tells = not blocked and (asks or wanted.dry_run or wanted.is_by_hand)
        preview = await staging.preview() if tells else ()
        same = difference.is_nothing and not wanted.decides
        if blocked or asks or wanted.dry_run or same:
            return Made(report.unchanged(preview, blocked=blocked, needs_confirmation=asks))
        edition = await staging.make_edition(difference, by=wanted.by, reason=wanted.reason)
        since = present.number if present else None
        engine = await self._index(session, edition, since, progress)
        await prune(session, self._shelf.editions)
        detail = _counts(difference)
        if problems:
            detail += f"; left out: {in_short(problems)}"
        await record(session, wanted.by, wanted.reason or "reload", detail)
        await store.commit(staging, edition)
        self._memory.keep(before, after, edition, settled.notes)
        return Made(report.swapped(edition, preview), edition, engine)

    async def _look(self, wanted: Wanted) -> Fingerprint | None:
        """Return what the sources are like now, None where something else is wanted than those."""
        if wanted.is_by_hand:
            return None
        return await self._memory.look(wanted.data, self._shelf.uploads)

    async def follow(
        self, present: Edition | None, progress: Progress
    ) -> tuple[Edition, Engine | None] | None:
        """Make the index of the newest edition there is, None where that is the ``present`` one.

        It is brought up to date from the index of the present one, unless the database does not
        know that any more, as after falling back to a replica. Raises `StoreUnusable`.
        """
        async with self._store.view() as session:
            edition = await self._store.edition(session)
            if edition is None or edition == present:
                return None
            known = present and await self._store.numbered(session, present.number) == present
            since = present.number if present and known else None
            return edition, await self._index(session, edition, since, progress)

    async def catch_up(self, older: int, progress: Progress) -> tuple[Edition, Engine | None]:
        """Make the index of the newest edition from that of an ``older`` one, or anew.

        Raises `StoreUnusable`.
        """
        async with self._store.view() as session:
            edition = await self._store.edition(session)
            assert edition is not None
            return edition, await self._index(session, edition, older, progress)

    async def open_engine(self, edition: Edition) -> Engine:
        """Open the index of an edition; raise `IndexUnusable` where it must be built anew."""
        folder = self._shelf.indexes / str(edition.number)
        engine = await on(self._building, open_kept, folder, self._shelf)
        if (engine.edition, engine.size) != (edition.number, edition.briefings):
            raise IndexUnusable(f"{folder} holds another edition")
        return engine

    async def build(
        self, session: Session, edition: Edition, shelf: Shelf, progress: Progress
    ) -> None:
        """Build an index from the briefings that the session sees, committed or not.

        A large one is built by a process of its own.
        """
        folder = shelf.indexes / str(edition.number)
        if edition.briefings >= _APART_FROM:
            making = folder.with_name(f"{folder.name}.apart")
            task = Build(making, edition.number, shelf.aliases)
            rows = self._unless_closing(self._store.rows_present(session))
            await build_apart(task, rows, progress.count)
            # Only who holds the state folder puts it in place: a process that was left over
            # from one that was killed must not.
            await on(self._building, _put_in_place, making, folder)
        else:
            found = self._unless_closing(self._store.all_present(session))
            briefings = [each async for batch in found for each in batch]
            await on(
                self._building, build, folder, briefings, edition.number, shelf.aliases,
                progress.count,
            )  # fmt: skip

    async def _unless_closing(self, batches: AsyncIterator[_T]) -> AsyncIterator[_T]:
        async for batch in batches:
            self._give_up_if_closing()
            yield batch

    def _may(self, wanted: Wanted, difference: Difference) -> bool:
        """Tell whether the edition may remove what it removes."""
        if wanted.is_by_hand or wanted.confirmed == difference.digest:
            return True
        share = self._shelf.may_remove if wanted.may_remove is None else wanted.may_remove
        if wanted.confirmed is not None:
            share = 0.0  # what was agreed to is not what would go now
        return difference.removed_share <= share

    async def _stage(
        self, staging: Staging, wanted: Wanted, present: Edition | None, progress: Progress
    ) -> tuple[list[Problem], list[Problem]]:
        """Set all records aside, a batch at a time.

        Return the first problems, and one that tells of more where there are.
        """
        if wanted.withdraws is not None and present:
            await withdraw(staging.session, wanted.withdraws, wanted.by)
            await staging.stage_edition(present.number)
            return [], []
        if wanted.readmits is not None and present:
            await readmit(staging.session, wanted.readmits)
            await staging.stage_edition(present.number)
            await staging.stage_last(wanted.readmits)
            return [], []
        if wanted.back_to is not None:
            # Asked here, as another process may have let go of it until just now.
            if await self._store.past.edition(wanted.back_to, staging.session) is None:
                raise LibraryError(
                    f"There is no edition {wanted.back_to}, or it is no longer kept; `editions` "
                    "lists them."
                )
            await staging.stage_edition(wanted.back_to)
            return [], []
        found = records(wanted.data, self._shelf.limits, self._shelf.uploads)
        async with aclosing(found) as batches:
            return await self._staged(staging, batches, wanted.data, progress)

    async def _staged(
        self,
        staging: Staging,
        batches: AsyncIterator[Batch],
        data: Path,
        progress: Progress,
    ) -> tuple[list[Problem], list[Problem]]:
        problems: list[Problem] = []
        count = 0
        async for batch in batches:
            self._give_up_if_closing()
            await staging.stage(batch.rows)
            progress.count(progress.done + len(batch.rows))
            found, minor = self._parted(batch.problems)
            for each in minor:
                staging.note(f"{each.origin}: {each.what} It was left out.")
            count += len(found)
            for each in found:
                if each.unread or len(problems) < MAX_PROBLEMS:
                    problems.append(each)
            if count > MAX_PROBLEMS and not self._shelf.lenient:
                return problems, [_more_problems(data, "the rest was not read")]
        if count > len(problems):
            what = f"{len(problems)} of {count:,} are listed"
            return problems, [_more_problems(data, what)]
        return problems, []

    def _parted(self, found: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
        """Return what is wrong, and what is only to be noted where the policy is lenient."""
        minor = [each for each in found if each.minor and self._shelf.lenient]
        return [each for each in found if not (each.minor and self._shelf.lenient)], minor

    async def _index(
        self, session: Session, edition: Edition, since: int | None, progress: Progress
    ) -> Engine | None:
        """Make and open the index of an edition that the session sees, committed or not."""
        if not self._indexes:
            return None
        progress.turn_to("indexing", edition.briefings)
        with one_sentence(self._shelf.indexes, serving=True):
            engine = await self._updated(session, edition, since)
            if engine is None:
                await self.build(session, edition, self._shelf, progress)
                engine = await self.open_engine(edition)
        return engine

    async def _updated(
        self, session: Session, edition: Edition, since: int | None
    ) -> Engine | None:
        """Make an index from an earlier one, None where that fails or much has changed."""
        try:
            if await self._update(session, edition.number, since):
                return await self.open_engine(edition)
        except (OSError, ValueError, IndexUnusable) as error:
            self._log.warning("the index is built anew", since=since, reason=str(error))
        return None

    async def _update(self, session: Session, edition: int, since: int | None) -> bool:
        """Make an index from that of an earlier edition, where little changed; tell if so."""
        if since is None:
            return False
        before, after = (self._shelf.indexes / str(each) for each in (since, edition))
        aliases = self._shelf.aliases
        limit = await on(self._building, may_update, before, aliases)
        touched = await self._store.touched(session, since, limit) if limit > 0 else None
        if touched is None:
            return False
        changes = touched.changed, touched.gone
        await on(self._building, update, after, before, *changes, edition, aliases)
        return True

    def _give_up_if_closing(self) -> None:
        if self._is_closing():
            raise ReloadRunning("The reload was given up: the bot is shutting down.")


def _place(problem: Problem) -> tuple[str, int]:
    return problem.origin.file, problem.origin.line


def _counts(difference: Difference) -> str:
    return (
        f"{difference.added} added, {difference.changed} changed, {difference.removed} removed, "
        f"{difference.unchanged} unchanged"
    )


def _more_problems(data: Path, what: str) -> Problem:
    return Problem(
        Origin(data.name, 0),
        f"There are more than {MAX_PROBLEMS} problems; {what}.",
        "Mend these first.",
    )


def _put_in_place(making: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    making.rename(folder)
