"""Making the next edition: read, check, compare, index, commit. Nothing is put in service here."""

from __future__ import annotations

import time
from contextlib import aclosing, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.errors import AttacheError
from bot.library.history import prune, readmit, record, withdraw
from bot.library.last_reading import LastReading
from bot.library.leftovers import decide, settle_uploads
from bot.library.outcomes import made
from bot.library.readers import REST_NOT_READ, Look
from bot.library.reading import records
from bot.library.reporter import Reporter
from bot.library.staging import Difference
from bot.model import Origin
from bot.problems import LeftOut, PassedOver, Problem, Said

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from bot.editions import Edition, ReloadReport
    from bot.library.batches import Batch
    from bot.library.closing import Closing
    from bot.library.indexing import Indexer
    from bot.library.placing import Source
    from bot.library.progress import Progress
    from bot.library.readers import Fingerprint
    from bot.library.shelf import Shelf
    from bot.library.staging import Staging
    from bot.library.store import Store
    from bot.library.wanted import Wanted
    from bot.search.engine import Engine

MAX_PROBLEMS = 50
"""Problems kept of one reload; a file of another kind would else give one for every line."""


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
        indexer: Indexer | None,
        closing: Closing,
    ) -> None:
        self._shelf = shelf
        self._store = store
        # Without, editions are made whose indexes the processes that follow make for themselves.
        self._indexer = indexer
        self._closing = closing
        self._last_reading = LastReading(shelf.limits)

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
        async with self._store.transaction() as staging:
            await settle_uploads(
                staging.session, self._shelf.handed_in, await self._store.collection()
            )
            if source:
                await decide(staging.session, source.token)
            async with source or nullcontext():
                started = time.perf_counter()
                look = await self._look(wanted)
                made = await self._made(staging, wanted, present, progress, look, started)
                if source and not made.report.refused:
                    source.keep()
        return made if source else _noted(made, look.passed_over)

    async def _made(
        self, staging: Staging, wanted: Wanted, present: Edition | None, progress: Progress,
        look: Look, started: float,
    ) -> Made:  # fmt: skip
        before = look.fingerprint
        newest = await self._store.edition(staging.session)
        if newest and (notes := self._last_reading.notes(before, newest)) is not None:
            none = Difference.none(newest)
            return Made(Reporter(wanted, newest, none, (), notes, started).unchanged())
        found, more = await self._stage(staging, wanted, newest, progress, look.size)
        settled = await staging.settle()
        found = [await _missed(staging, each) for each in found]
        problems = [*sorted([*found, *settled.problems], key=_place), *more]
        known = before if not problems and await self._is_still(before, wanted) else None
        difference = await staging.difference()
        in_file = await staging.removed_from(wanted.takes) if wanted.takes else 0
        report = Reporter(
            wanted, newest, difference, tuple(problems), settled.notes, started, in_file
        )
        if known and newest and difference.is_nothing:
            self._last_reading.keep(known, newest, settled.notes)
        blocked = self._is_blocked_by(problems)
        asks = not blocked and not self._may(wanted, difference, in_file * wanted.replaces)
        tells = not blocked and (asks or wanted.dry_run or wanted.is_by_hand)
        preview = await staging.preview() if tells else ()
        same = difference.is_nothing and not wanted.decides
        if blocked or asks or wanted.dry_run or same:
            return Made(report.unchanged(preview, blocked=blocked, needs_confirmation=asks))
        edition, engine = await self._commit(staging, report, present, progress)
        if known:
            self._last_reading.keep(known, edition, settled.notes)
        return Made(report.swapped(edition, preview), edition, engine)

    async def _commit(
        self, staging: Staging, report: Reporter, present: Edition | None, progress: Progress
    ) -> tuple[Edition, Engine | None]:
        """Write the edition down and make its index, so that both are there or neither is."""
        wanted, session = report.wanted, staging.session
        edition = await staging.make_edition(report.difference, by=wanted.by, reason=wanted.reason)
        engine = None
        if self._indexer:
            since = present.number if present else None
            serving = present is not None
            engine = await self._indexer.make(session, edition, since, progress, serving=serving)
        await prune(session, self._shelf.editions)
        told = made(report.difference, report.problems)
        await record(session, wanted.by, wanted.reason, told)
        await self._store.commit(staging, edition)
        return edition, engine

    async def _look(self, wanted: Wanted) -> Look:
        """Return what the sources are like now, or nothing where they do not count."""
        if wanted.is_by_hand:
            return Look(None, (), 0)
        return await self._last_reading.look(wanted.data, self._shelf.uploads)

    async def _is_still(self, seen: Fingerprint | None, wanted: Wanted) -> bool:
        return await self._last_reading.is_still(seen, wanted.data, self._shelf.uploads)

    def _is_blocked_by(self, problems: Sequence[Problem]) -> bool:
        """Tell whether there are problems that no edition may be made in spite of."""
        return bool(problems) and (any(each.unread for each in problems) or not self._shelf.lenient)

    def _may(self, wanted: Wanted, difference: Difference, meant: int) -> bool:
        """Tell whether the edition may remove what it removes, of which so many are ``meant``."""
        if wanted.is_by_hand or wanted.confirmed == difference.digest:
            return True
        share = self._shelf.may_remove if wanted.may_remove is None else wanted.may_remove
        if wanted.confirmed is not None:
            share = 0.0  # what was agreed to is not what would go now
        return difference.removed_share(meant) <= share

    async def _stage(
        self,
        staging: Staging,
        wanted: Wanted,
        present: Edition | None,
        progress: Progress,
        size: int,
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
                raise AttacheError(
                    f"There is no edition {wanted.back_to}, or it is no longer kept; `editions` "
                    "lists them."
                )
            await staging.stage_edition(wanted.back_to)
            return [], []
        found = records(wanted.data, self._shelf.limits, size, self._shelf.uploads)
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
            self._closing.check()
            await staging.stage(batch.rows)
            progress.count(progress.done + len(batch.rows))
            for each in batch.problems:
                if each.minor and self._shelf.lenient:
                    staging.note(LeftOut(each))
                    continue
                count += 1
                if each.unread or each.cut or len(problems) < MAX_PROBLEMS:
                    problems.append(each)
            if count > MAX_PROBLEMS and not self._shelf.lenient:
                return problems, [_more_problems(data, REST_NOT_READ)]
        if count > len(problems):
            listed = {"number": len(problems), "count": count}
            said = Said("{number} of {count} are listed", listed)
            return problems, [_more_problems(data, said)]
        return problems, []


def _noted(made: Made, passed_over: tuple[str, ...]) -> Made:
    """Add to a report of the data which files of it were passed over."""
    if not passed_over:
        return made
    notes = (PassedOver(passed_over), *made.report.notes)
    return replace(made, report=replace(made.report, notes=notes))


async def _missed(staging: Staging, problem: Problem) -> Problem:
    """Return the problem of a file that may have been cut short as that of one that was not read.

    That is so where it lacks briefings that stood in it: what a full disk or a lost power leaves
    cannot be told from what somebody took out, who can end or remove the file properly.
    """
    lost = await staging.removed_from(problem.origin.file) if problem.cut else 0
    if not (lost and problem.cut):
        return problem
    what = problem.what.then(
        Said(
            "the file may be cut short, as it lacks briefings in service: {count}", {"count": lost}
        )
    )
    return replace(problem, what=what, remedy=problem.cut, unread=True)


def _place(problem: Problem) -> tuple[str, int]:
    return problem.origin.file, problem.origin.line


def _more_problems(data: Path, and_so: Said) -> Problem:
    what = Said("There are more than {most} problems", {"most": MAX_PROBLEMS})
    where = Origin(data.name or str(data), 0)
    return Problem(where, what.then(and_so), Said("Mend these first"))
