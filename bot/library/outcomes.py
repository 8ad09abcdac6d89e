"""How the log tells how a reload ended: in English, which outlives the words of a version."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.editions import ReloadReport
    from bot.library.staging import Difference
    from bot.problems import Problem

_COUNTS = r"(\d+) added, (\d+) changed, (\d+) removed, (\d+) unchanged"
_OUTCOME = re.compile(
    rf"(?:{_COUNTS}|nothing (?:was|has) changed)"
    r"(?:[:;] (?:left out: )?(?P<problems>\d+) problems?, first (?P<first>.*))?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a reload ended: how many were added, changed, removed and unchanged, None for no edition.

    ``first`` is the first of its ``problems``.
    """

    counts: tuple[int, int, int, int] | None
    problems: int
    first: str


def outcome_of(text: str) -> Outcome | None:
    """Return the outcome that a line of the log tells, None where it tells something else."""
    told = _OUTCOME.fullmatch(text)
    if told is None:
        return None
    added, changed, removed, unchanged = (int(told[place] or 0) for place in range(1, 5))
    counts = (added, changed, removed, unchanged) if told[1] else None
    return Outcome(counts, int(told["problems"] or 0), told["first"] or "")


def made(difference: Difference, problems: Sequence[Problem]) -> str:
    """Return what the log has of an edition that was made, without the records of ``problems``."""
    counts = (
        f"{difference.added} added, {difference.changed} changed, {difference.removed} removed, "
        f"{difference.unchanged} unchanged"
    )
    return f"{counts}; left out: {in_short(problems)}" if problems else counts


def none_made(report: ReloadReport) -> str:
    """Return what the log has of a reload that made no edition, and why."""
    if report.blocked:
        return f"nothing was changed: {in_short(report.problems)}"
    if report.refused:
        return "nothing was changed: not confirmed"
    return f"nothing has changed; left out: {in_short(report.problems)}"


def why_refused(report: ReloadReport) -> str:
    """Return why a reload of the sources was refused, and what to do where they may be right."""
    if report.blocked:
        return in_short(report.problems)
    present = report.removed + report.unchanged + report.changed
    return (
        f"it would have removed {report.removed:,} of {present:,} briefings; /admin reload asks "
        "whether that is meant"
    )


def in_short(problems: Sequence[Problem]) -> str:
    """Return how many problems there were, and the first."""
    count = len(problems)
    return f"{count} problem{'s' * (count > 1)}, first {problems[0]}"
