"""What is told of one reload, whatever becomes of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.databases.moments import now, stamp
from bot.editions import ReloadReport

if TYPE_CHECKING:
    from bot.editions import Change, Edition
    from bot.library.staging import Difference
    from bot.library.wanted import Wanted
    from bot.problems import Note, Problem


@dataclass(frozen=True, slots=True)
class Reporter:
    """All that a report of one reload says, whatever becomes of it."""

    wanted: Wanted
    present: Edition | None
    difference: Difference
    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    started: float
    removed_in_file: int = 0

    def unchanged(
        self,
        preview: tuple[Change, ...] = (),
        *,
        blocked: bool = False,
        needs_confirmation: bool = False,
    ) -> ReloadReport:
        """Return that the edition in service stays."""
        return replace(
            self._report(self.present),
            preview=preview,
            blocked=blocked,
            needs_confirmation=needs_confirmation,
        )

    def swapped(self, edition: Edition, preview: tuple[Change, ...]) -> ReloadReport:
        """Return that a new edition takes its place."""
        return replace(self._report(edition, swapped=True), preview=preview)

    def _report(self, edition: Edition | None, *, swapped: bool = False) -> ReloadReport:
        return ReloadReport(
            edition=edition.number if edition else 0,
            swapped=swapped,
            dry_run=self.wanted.dry_run,
            briefings=edition.briefings if edition else 0,
            added=self.difference.added,
            changed=self.difference.changed,
            removed=self.difference.removed,
            unchanged=self.difference.unchanged,
            problems=self.problems,
            seconds=round(time.perf_counter() - self.started, 3),
            notes=self.notes,
            digest=self.difference.digest,
            by=self.wanted.by,
            at=stamp(now()),
            removed_in_file=self.removed_in_file,
        )
